from pathlib import Path

import pytest

from dragoman.bench import Row, gate, table
from dragoman.bench.gate import GATED, Pinned, failures, pin, pinned

DATA = Path(__file__).parents[3] / "shared" / "data"


def row(ours: float, measure: str = "right") -> Row:
    return Row(bench="names", measure=measure, ours=ours, n=10)


def test_a_figure_below_its_floor_fails(tmp_path: Path) -> None:
    floors = {"names": Pinned(gate.digest("names", tmp_path), {"right": 0.9})}
    assert list(failures([row(0.95)], floors, tmp_path)) == []
    (message,) = failures([row(0.85)], floors, tmp_path)
    assert "below its floor" in message


def test_a_measure_that_is_gone_or_other_data_fails(tmp_path: Path) -> None:
    floors = {"names": Pinned("other", {"left": 0.9})}
    messages = list(failures([row(0.95)], floors, tmp_path))
    assert len(messages) == 2


def test_floors_rise_by_themselves_and_fall_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "path", lambda: tmp_path / "floors.json")
    pin([row(0.95)], tmp_path)
    assert pinned()["names"].floors == {"right": 0.94}
    pin([row(0.80)], tmp_path)
    assert pinned()["names"].floors == {"right": 0.94}
    pin([row(0.80)], tmp_path, lower=True)
    assert pinned()["names"].floors == {"right": 0.79}


@pytest.mark.slow
def test_no_figure_has_fallen_below_its_floor() -> None:
    if not DATA.is_dir():
        pytest.skip("the public sets are not beside this checkout")
    rows = [item for item in table.rows(GATED, DATA) if isinstance(item, Row)]
    assert {item.bench for item in rows} == set(GATED)
    assert list(failures(rows, pinned(), DATA)) == []
