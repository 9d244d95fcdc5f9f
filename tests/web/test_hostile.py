"""Whatever strangers wrote into reports shows as text: on every page, in every form of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient
from lxml import html

from dragoman.model import Record, Report, Span
from dragoman.store import Store
from dragoman.web import State, create_app
from dragoman.web.pages import ROUTERS

BIDI = "\u202e\u2066\u200b"
EVIL = (
    f"</script><script>alert(1)</script><img src=x onerror=alert(2)>{BIDI}"
    "\"'><svg onload=alert(3)>{{7*191}}</title><!--\x00\x1b[2J"
)
# Fields that carry words of a report, or that were made from them.
WORDS = frozenset(
    {"name", "names", "title", "outlet", "agency", "source", "authors", "quote", "action",
     "condition", "question", "why", "stance", "channel", "notes", "of", "qualifier", "reason"}
)  # fmt: skip


def spoiled(value: Any, field: str = "") -> Any:
    if isinstance(value, dict):
        return {key: spoiled(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [spoiled(item, field) for item in value]
    if isinstance(value, str) and field == "text":
        return value + EVIL
    if isinstance(value, str) and field in WORDS:
        return f"{value} {EVIL}"
    return value


@pytest.fixture(scope="module")
def hostile(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    with Store(example_record) as store:
        record = store.record()
    evil = msgspec.convert(spoiled(msgspec.to_builtins(record)), Record)
    path = tmp_path_factory.mktemp("hostile") / "evil.dragoman"
    with Store(path, create=True) as store:
        store.put(evil)
    state = State(path)
    yield state
    state.close()


def addresses() -> list[str]:
    paths = {route.path for router in ROUTERS for route in router.routes if is_page(route)}  # type: ignore[attr-defined]
    return sorted(paths)


def is_page(route: Any) -> bool:
    return "GET" in route.methods


def filled(path: str, state: State) -> str:
    record = state.snapshot.record
    ids = {
        "reports": record.reports[0].id,
        "events": max(record.events, key=lambda e: len(e.accounts)).id,
        "disputes": record.disputes[0].id,
        "agreements": record.agreements[0].id,
        "actors": record.claims[0].speaker.actor or record.actors[0].id,
    }
    found = re.match(r"(?:/review)?/([a-z]+)/\{", path)
    return re.sub(r"\{[a-z]+\}", ids[found.group(1)], path) if found else path


@pytest.mark.parametrize("path", addresses())
@pytest.mark.parametrize("query", ["", "?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"])
def test_nothing_of_a_report_becomes_markup(hostile: State, path: str, query: str) -> None:
    client = TestClient(create_app(hostile), base_url="http://127.0.0.1")
    answer = client.get(filled(path, hostile) + query)
    assert answer.status_code in (200, 400), answer.text[:500]
    page = html.fromstring(answer.content.replace(b"\x00", b""))
    for script in page.iter("script"):
        if script.get("type") == "application/json":
            json.loads(script.text)
        else:
            assert re.match(r"/(assets|static)/", script.get("src")), html.tostring(script)
    for element in page.iter():
        assert element.tag not in ("style", "iframe", "object", "embed")
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        for name in ("href", "src", "action", "formaction"):
            assert re.match(r"[/#?]|$", element.get(name, ""))
    shown = "".join(page.itertext())
    assert "1337" not in shown or "{{7*191}}" in shown
    without_data = re.sub(r'<script type="application/json".*?</script>', "", answer.text)
    assert not set("\u202e\u2066\x1b\x00") & set(without_data)


@pytest.mark.parametrize("path", addresses())
def test_json_and_csv_are_not_taken_for_pages(hostile: State, path: str) -> None:
    client = TestClient(create_app(hostile), base_url="http://127.0.0.1")
    as_json = client.get(filled(path, hostile) + "?format=json")
    assert as_json.headers["content-type"].startswith("application/json")
    json.loads(as_json.content)
    as_csv = client.get(filled(path, hostile) + "?format=csv")
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert "attachment" in as_csv.headers["content-disposition"]


def test_a_line_of_a_megabyte_is_shown_whole(tmp_path: Path) -> None:
    text = "word " * 200_000 + "<b>" + "x" * 50_000
    report = Report(id="rep-long", source="l.txt", sha256="", text=text, body=(Span(0, len(text)),))
    path = tmp_path / "long.dragoman"
    with Store(path, create=True) as store:
        store.put(Record(reports=(report,)))
    state = State(path)
    client = TestClient(create_app(state), base_url="http://127.0.0.1")
    page = client.get("/reports/rep-long")
    assert page.status_code == 200
    assert page.text.count("word ") == 200_000
    assert "<b>" not in page.text
    for other in ("/", "/reports"):
        assert len(client.get(other).content) < 50_000
    state.close()


def test_an_empty_record_has_all_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "empty.dragoman"
    Store(path, create=True).close()
    state = State(path)
    client = TestClient(create_app(state), base_url="http://127.0.0.1")
    for address in addresses():
        if "{" not in address:
            assert client.get(address).status_code == 200, address
        else:
            assert client.get(address.replace("{name}", "x-1")).status_code == 404, address
    state.close()
