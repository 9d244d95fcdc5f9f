"""What one run keeps for the next spares work, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from dragoman.library import read_extract
from dragoman.memo import Memo
from dragoman.model import Extract, Record
from dragoman.reading import Item
from dragoman.resolution import pairs
from dragoman.resolution.likeness import likeness
from dragoman.store import Store, rebuild, remembering

TOLD = (
    "At least nine people were killed when shells hit a market in Selmo on Monday, residents said.",
    "Shells hit a market in Selmo on Monday and killed 14 people, the Northern Observatory said.",
    "The Northern Observatory said that the shelling of Selmo on Monday had killed 17 people.",
)


@pytest.fixture(scope="module")
def extracts() -> list[Extract]:
    texts = (f"News of Selmo\nBy Ada Noor, {k + 5} March 2019\n\n{t}\n" for k, t in enumerate(TOLD))
    found = (read_extract(Item(name=f"{k}.txt", content=t.encode())) for k, t in enumerate(texts))
    return [one for one in found if isinstance(one, Extract)]


@pytest.fixture
def store(extracts: list[Extract], tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "r.dragoman", create=True) as store:
        store.add((extract.report.id, extract) for extract in extracts)
        yield store


@pytest.fixture
def likened(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One entry for each pair of accounts that was compared."""
    done: list[None] = []
    real = likeness

    def counting(*args: object) -> float | None:
        done.append(None)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(pairs, "likeness", counting)
    return done


def anew(store: Store) -> Record:
    return rebuild(store, memo=Memo(), keep=False)


def test_the_next_run_compares_no_pair_again(store: Store, likened: list[None]) -> None:
    first = rebuild(store)
    assert likened
    likened.clear()
    assert rebuild(store) == first == store.record()
    assert not likened


def test_another_program_takes_nothing_over(
    store: Store, likened: list[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rebuild(store)
    compared = len(likened)
    monkeypatch.setattr(remembering, "program", lambda: "another")
    assert store.memo().lasting == {}
    likened.clear()
    assert rebuild(store) == first
    assert len(likened) == compared


@pytest.mark.parametrize("data", [b"", b"cut off", bytes(32), b"\xff" * 160])
def test_what_was_kept_badly_changes_nothing(store: Store, data: bytes) -> None:
    rebuild(store)
    names = list(store.memo().lasting)
    engine = sa.create_engine(f"sqlite:///{store.path}")
    with engine.begin() as connection:
        remembering.remember(connection, dict.fromkeys(names, data))
    engine.dispose()
    assert store.memo().lasting == dict.fromkeys(names, data)
    assert rebuild(store) == anew(store)


def test_the_program_is_known_by_its_code_and_rules() -> None:
    assert len(remembering.program()) == 32
