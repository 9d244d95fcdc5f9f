import datetime as dt
from pathlib import Path

import pytest

from dragoman import library
from dragoman.errors import PackError
from dragoman.library import Options, build, read, read_extract
from dragoman.model import Dates, Extract, Report, Skipped, Span
from dragoman.reading import Item


def report(name: str, day: int | None) -> Report:
    text = f"The army left {name}."
    published = None if day is None else Dates.day(dt.date(2019, 3, day))
    return Report(
        id=name, source=name, sha256=name, text=text, body=(Span(0, len(text)),),
        published=published,
    )  # fmt: skip


def test_nothing_to_read_is_an_empty_record() -> None:
    assert read([]).reports == ()


def test_what_does_not_exist_is_listed(tmp_path: Path) -> None:
    record = read(tmp_path / "none.txt")
    assert [item.reason for item in record.skipped] == ["no such file or folder"]


def test_a_fault_of_ours_in_one_report_is_listed_and_the_batch_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> Extract:
        raise RecursionError("deep")

    monkeypatch.setattr(library, "extract", fail)
    result = read_extract(Item(name="a.txt", content=b"The army left the town on Monday."))
    assert isinstance(result, Skipped)
    assert result.source == "a.txt"
    assert "RecursionError at test_library.py" in result.reason


def test_a_pack_that_is_not_there_is_an_error_of_its_own_and_not_a_fault_of_every_report() -> None:
    item = Item(name="a.txt", content=b"The army left the town on Monday.")
    with pytest.raises(PackError, match="no-such-pack"):
        read_extract(item, options=Options(packs=("no-such-pack",)))


def test_as_of_leaves_out_and_lists_what_was_not_known_by_then() -> None:
    found = [Extract(report=report(name, day)) for name, day in (("a", 1), ("b", 9), ("c", None))]
    record = build(found, as_of=dt.date(2019, 3, 4))
    assert [item.id for item in record.reports] == ["a"]
    assert [item.source for item in record.skipped] == ["b", "c"]
    assert len(build(found).reports) == 3
