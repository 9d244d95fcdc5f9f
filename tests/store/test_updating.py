from pathlib import Path

import pytest

from dragoman.library import Options, read
from dragoman.store import Store, update
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
