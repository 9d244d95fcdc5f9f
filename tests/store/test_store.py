import datetime as dt
import sqlite3
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import RecordError
from dragoman.model import Extract, Judgement, Record, Skipped
from dragoman.store import Store, is_record


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "war.dragoman", create=True)


def test_a_record_comes_back_as_it_was_put(store: Store, small_record: Record) -> None:
    store.put(small_record)
    store.add_skipped(small_record.skipped)
    assert store.record() == small_record


def test_putting_again_replaces(store: Store, small_record: Record) -> None:
    store.put(small_record)
    store.put(msgspec.structs.replace(small_record, disputes=()))
    assert store.record().disputes == ()


def test_the_same_report_is_added_once(store: Store, small_record: Record) -> None:
    extract = Extract(report=small_record.reports[0])
    assert store.add([("key", extract)]) == 1
    assert store.add([("key", extract)]) == 0
    assert store.known() == {"key"}


def test_other_bytes_of_the_same_source_are_a_new_version(
    store: Store, small_record: Record
) -> None:
    old = small_record.reports[0]
    new = msgspec.structs.replace(old, id="rep-new", sha256="f" * 8, text=old.text + "!")
    store.add([("a", Extract(report=old))])
    store.add([("b", Extract(report=new))])
    (current,) = store.extracts()
    assert current.report.id == "rep-new"
    assert current.report.version_of == old.id
    assert [report.id for report in store.earlier_versions()] == [old.id]


def test_what_was_skipped_is_listed_once(store: Store) -> None:
    item = Skipped(source="x.html", reason="empty")
    assert store.add_skipped([item, item]) == 1
    assert store.skipped() == [item]


def test_search_finds_words_phrases_and_beginnings(store: Store, small_record: Record) -> None:
    store.put(small_record)
    assert [hit.evidence.report for hit in store.search("NFA held")] == ["rep-two"]
    assert store.search('"held still"') == []
    assert len(store.search("Selm*")) == 4
    for hit in store.search("Selmo"):
        report = next(r for r in small_record.reports if r.id == hit.evidence.report)
        hit.evidence.check(report.text)


def test_search_takes_any_characters_without_a_syntax_error(store: Store) -> None:
    for query in ('"', "NEAR(", "a AND", "*", "x:y -z ^", "(((", "'", ""):
        assert store.search(query) == []


def test_page_furniture_is_not_searched(store: Store, small_record: Record) -> None:
    store.put(small_record)
    assert store.search("Log in") == []


def test_a_judgement_is_kept_and_its_withdrawal_too(store: Store) -> None:
    made = Judgement(
        id="j1", decision="different", subject="a", other="b", when=dt.datetime(2019, 3, 4)
    )
    store.judge(made)
    taken_back = msgspec.structs.replace(made, withdrawn=dt.datetime(2019, 3, 5))
    store.judge(taken_back)
    assert store.judgements() == [taken_back]


def test_a_foreign_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a record")
    with pytest.raises(RecordError, match=r"notes\.txt: not a record"):
        Store(path)
    other = tmp_path / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    with pytest.raises(RecordError, match="not a record"):
        Store(other)


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="dragoman read"):
        Store(tmp_path / "none.dragoman")


def test_a_record_of_a_later_version_is_refused(store: Store) -> None:
    store.close()
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(RecordError, match="later version"):
        Store(store.path)


def test_a_record_is_known_by_its_bytes(store: Store, tmp_path: Path) -> None:
    store.close()
    assert is_record(store.path)
    (tmp_path / "x.dragoman").write_text("no")
    assert not is_record(tmp_path / "x.dragoman")
