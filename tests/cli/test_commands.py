import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import RecordError
from dragoman.model import Extract, Record
from dragoman.store import Store

run = CliRunner().invoke


@pytest.fixture
def record(tmp_path: Path, small_record: Record) -> str:
    path = tmp_path / "war.dragoman"
    with Store(path, create=True) as store:
        store.add((report.id, Extract(report=report)) for report in small_record.reports)
        store.put(small_record)
    return str(path)


def test_brief_opens_a_record_and_writes_a_page(record: str, tmp_path: Path) -> None:
    page, notes = tmp_path / "b.html", tmp_path / "b.md"
    result = run(app, ["brief", record, "--html", str(page), "--markdown", str(notes)])
    assert result.exit_code == 0
    assert "Who controls Selmo?" in result.output
    assert "Who controls Selmo?" in page.read_text(encoding="utf-8")
    assert "Who controls Selmo?" in notes.read_text(encoding="utf-8")


def test_brief_of_nothing_readable_fails_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run(app, ["brief", str(tmp_path)])
    assert result.exit_code == 1
    assert isinstance(result.exception, RecordError)
    assert "empty.txt" in str(result.exception)


def test_search_prints_where_the_words_stand(record: str) -> None:
    result = run(app, ["search", "Selmo NFA", "-r", record])
    assert "rep-two:18-83 [Daily Meridian]" in result.output
    found = run(app, ["search", "Selmo", "-r", record, "--json"]).output.splitlines()
    assert {json.loads(line)["evidence"]["report"] for line in found} == {"rep-one", "rep-two"}


def test_show_prints_one_thing_in_the_exported_form(record: str) -> None:
    result = run(app, ["show", "cla-one", "-r", record])
    assert json.loads(result.output)["kind"] == "claim"
    missing = run(app, ["show", "nothing", "-r", record])
    assert missing.exit_code == 1
    assert isinstance(missing.exception, RecordError)


def test_why_names_the_rule_and_the_words(record: str) -> None:
    result = run(app, ["why", "dis-one", "-r", record])
    assert result.exit_code == 0
    assert "control-same-place" in result.output
    assert "it still held Selmo" in result.output


def test_export_writes_json_lines(record: str, tmp_path: Path) -> None:
    result = run(app, ["export", "jsonl", "-r", record])
    assert json.loads(result.stdout.splitlines()[0])["kind"] == "report"
    target = tmp_path / "out.jsonl"
    run(app, ["export", "jsonl", "-r", record, "-o", str(target)])
    assert target.read_text(encoding="utf-8") == result.stdout


def test_an_unknown_format_is_a_usage_error(record: str) -> None:
    assert run(app, ["export", "xml", "-r", record]).exit_code == 2


def test_verify_passes_a_sound_record_and_fails_a_damaged_one(
    record: str, small_record: Record
) -> None:
    assert run(app, ["verify", "-r", record]).output.startswith("0 problems")
    report = small_record.reports[0]
    damaged = msgspec.structs.replace(report, text=report.text.replace("ours", "lost"))
    with Store(record) as store:
        reports = (damaged, *small_record.reports[1:])
        store.put(msgspec.structs.replace(small_record, reports=reports))
    result = run(app, ["verify", "-r", record])
    assert result.exit_code == 1
    assert "evidence-quote" in result.output


def test_a_date_that_is_none_is_a_usage_error(record: str) -> None:
    assert run(app, ["brief", record, "--as-of", "tomorrow"]).exit_code == 2
