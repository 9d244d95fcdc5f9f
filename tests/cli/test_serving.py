from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import RecordError
from dragoman.model import Record
from dragoman.store import Store
from dragoman.web import app as application

run = CliRunner().invoke


@pytest.fixture
def record(tmp_path: Path, small_record: Record) -> str:
    path = tmp_path / "war.dragoman"
    with Store(path, create=True) as store:
        store.put(small_record)
    return str(path)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the server would have been started with."""
    asked: dict[str, object] = {}
    monkeypatch.setattr("uvicorn.run", lambda _, **options: asked.update(options))
    return asked


def test_on_this_machine_no_token_is_asked(record: str, served: dict[str, object]) -> None:
    result = run(app, ["serve", "-r", record, "--no-open", "--port", "8099"])
    assert result.exit_code == 0, result.exception
    assert "http://127.0.0.1:8099/ " in result.output
    assert served["host"] == "127.0.0.1"


def test_any_other_address_prints_its_token(record: str, served: dict[str, object]) -> None:
    result = run(app, ["serve", "-r", record, "--address", "0.0.0.0"])
    assert "?token=" in result.output
    assert served["host"] == "0.0.0.0"


def test_what_was_not_built_is_said(
    record: str, served: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "bundles", frozenset)
    result = run(app, ["serve", "-r", record, "--no-open"])
    assert "need Node" in result.output


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    result = run(app, ["serve", "-r", str(tmp_path / "none.dragoman")])
    assert isinstance(result.exception, RecordError)


def test_publishing_writes_a_first_page(record: str, tmp_path: Path) -> None:
    result = run(app, ["publish", str(tmp_path / "site"), "-r", record])
    assert result.exit_code == 0, result.exception
    assert (tmp_path / "site" / "index.html").is_file()
