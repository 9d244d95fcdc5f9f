import datetime as dt
from pathlib import Path

import pytest

from dragoman.library import Options, read
from dragoman.store import Store, update
from dragoman.store.updating import rebuild
from dragoman.verification import verify

REPORTS = Path(__file__).parents[2] / "examples" / "reports"

pytestmark = pytest.mark.slow


def test_reading_again_changes_nothing_and_a_changed_file_is_a_new_version(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("01-karvelian-post.txt", "05-radio-lirra.txt"):
        (folder / name).write_bytes((REPORTS / name).read_bytes())
    (folder / "empty.txt").write_text("")
    with Store(tmp_path / "war.dragoman", create=True) as store:
        first = update(store, [folder])
        assert (first.added, first.known, first.skipped) == (2, 0, 1)
        before = store.record()
        again = update(store, [folder])
        assert (again.added, again.known, again.skipped) == (0, 2, 0)
        assert store.record() == before
        changed = folder / "05-radio-lirra.txt"
        changed.write_text(changed.read_text(encoding="utf-8").replace("Three", "Four"))
        third = update(store, [folder])
        assert third.added == 1
        after = store.record()
        assert len(after.reports) == 3
        newest = [report for report in after.reports if report.version_of]
        assert [report.source for report in newest] == [str(changed)]
        spoken = {claim.report for claim in after.claims}
        assert newest[0].version_of not in spoken
        assert verify(after) == ()


def test_any_number_of_processes_gives_the_same_record() -> None:
    assert read(REPORTS, options=Options(processes=2)) == read(REPORTS)


def test_the_record_of_the_examples_keeps_its_promises() -> None:
    record = read(REPORTS)
    assert verify(record) == ()
    assert len(record.reports) == 6
    assert [item.reason for item in record.skipped if "broken" in item.source]


def test_as_of_a_day_the_version_of_that_day_is_read(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    with Store(tmp_path / "war.dragoman", create=True) as store:
        for day, town in ((4, "Selmo"), (9, "Lirra")):
            source.write_text(
                f"Army moves\nBy Ada Noor, {day} March 2019\n\n"
                f"TARSK - The army left {town} on Monday, the governor of the province said.\n"
            )
            update(store, [source])
        days = (dt.date(2019, 3, 5), dt.date(2019, 3, 10))
        first, second = (rebuild(store, as_of=day) for day in days)
    assert [report.published.end.day for report in first.reports if report.published] == [4]  # type: ignore[union-attr]
    assert "Selmo" in first.reports[0].text
    assert len(second.reports) == 2
    assert "Lirra" in second.reports[0].text


def test_reports_added_one_at_a_time_in_any_order_give_the_same_record(tmp_path: Path) -> None:
    files = sorted(path for path in REPORTS.iterdir() if path.suffix in (".txt", ".html"))
    whole = read(files)
    for number, order in enumerate((files[::-1], files[2:] + files[:2])):
        with Store(tmp_path / f"{number}.dragoman", create=True) as store:
            for path in order:
                update(store, [path])
            record = store.record()
        assert record.events == whole.events
        assert record.disputes == whole.disputes
        assert record.commitments == whole.commitments
        assert record.actors == whole.actors
