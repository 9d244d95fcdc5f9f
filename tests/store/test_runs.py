import sqlite3
from pathlib import Path

import msgspec
import pytest

from dragoman.model import Record
from dragoman.store import Store

replace = msgspec.structs.replace


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "war.dragoman", create=True)


def other_status(record: Record, status: str) -> Record:
    changed = replace(record.commitments[0], status=status)
    return replace(record, commitments=(changed,))


def test_the_first_run_is_listed_without_its_things(store: Store, small_record: Record) -> None:
    store.put(small_record)
    (run,) = store.runs()
    assert run.counts["claims added"] == 2
    assert store.changes(0, 1) == []


def test_a_run_that_changes_nothing_is_none(store: Store, small_record: Record) -> None:
    store.put(small_record)
    store.put(small_record)
    assert len(store.runs()) == 1


def test_a_run_says_what_it_added_changed_and_removed(store: Store, small_record: Record) -> None:
    store.put(replace(small_record, disputes=()))
    store.put(replace(other_status(small_record, "reported_done"), events=()))
    found = {change.id: change for change in store.changes(1, 2)}
    assert {name: change.how for name, change in found.items()} == {
        "dis-one": "added",
        "com-one": "changed",
        "eve-one": "removed",
    }
    assert b"due_unknown" in (found["com-one"].before or b"")


def test_several_runs_are_one_change(store: Store, small_record: Record) -> None:
    for status in ("due_unknown", "open", "reported_done"):
        store.put(other_status(small_record, status))
    (change,) = store.changes(1, 3)
    assert change.how == "changed"
    assert b"due_unknown" in (change.before or b"")


def test_what_came_and_went_is_no_change(store: Store, small_record: Record) -> None:
    without = replace(small_record, disputes=())
    for record in (without, small_record, without):
        store.put(record)
    assert store.changes(1, 3) == []
    assert [run.number for run in store.runs()] == [3, 2, 1]


def test_a_file_of_the_version_before_gets_what_it_lacks(
    tmp_path: Path, small_record: Record
) -> None:
    path = tmp_path / "old.dragoman"
    with Store(path, create=True) as store:
        store.put(small_record)
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE run; DROP TABLE change; PRAGMA user_version = 1;")
    connection.close()
    with Store(path) as store:
        assert store.runs() == []
        store.put(replace(small_record, disputes=()))
        assert len(store.changes(0, 1)) == 1
