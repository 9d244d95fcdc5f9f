from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from dragoman.errors import RecordError
from dragoman.web import State
from dragoman.web.publishing import page_for_files, publish


@pytest.fixture(scope="module")
def site(state: State, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "out"
    assert publish(state, folder) > 30
    return folder


def test_every_link_leads_to_a_file_that_is_there(site: Path) -> None:
    for page in site.rglob("*.html"):
        for link in re.findall(r'\b(?:href|src)="([^"#]+)', page.read_text(encoding="utf-8")):
            assert not link.startswith(("/", "http")), f"{page}: {link}"
            assert (page.parent / unquote(link)).is_file(), f"{page}: {link}"


def test_there_is_a_page_for_every_report_event_and_dispute(site: Path, state: State) -> None:
    record = state.snapshot.record
    for kind in ("reports", "events", "disputes"):
        for thing in getattr(record, kind):
            assert (site / kind / f"{thing.id}.html").is_file()
    assert (site / "record.jsonl").stat().st_size > 10_000


def test_a_published_page_asks_nothing_of_its_reader(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<form" not in text
        assert "csrf" not in text
        assert "Content-Security-Policy" in text


def test_links_in_data_become_relative_and_words_of_reports_stay() -> None:
    page = (
        '<a href="/events/eve-1?page=1#x">href=&#34;/events&#34;</a><a href="/review?q=a">s</a>'
        '<a href="/search?act=deny">d</a>'
        '<script type="application/json" id="d">[{"href":"/reports/r","text":"\\u003cb"}]</script>'
    )
    assert page_for_files(page, "/actors/act-1") == (
        '<a href="../events/eve-1.html#x">href=&#34;/events&#34;</a><a >s</a>'
        '<a href="../search.html#act=deny">d</a>'
        '<script type="application/json" id="d">'
        '[{"href":"../reports/r.html","text":"\\u003cb"}]</script>'
    )


def test_a_folder_that_holds_something_is_left_alone(state: State, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(RecordError, match="not empty"):
        publish(state, tmp_path)


def test_every_passage_is_there_to_be_searched(site: Path, state: State) -> None:
    tables, *rest = _passages(site)
    rows = [row for part in rest for row in part]
    assert tables["parts"] == len(rest)
    assert {row[0] for row in rows} == {report.id for report in state.snapshot.record.reports}
    for report, start, end, text, *_ in rows:
        assert state.snapshot.reports[report].text[start:end] == text


def test_passages_name_who_speaks_and_what_is_told(site: Path, state: State) -> None:
    tables, *rest = _passages(site)
    said = {pair for part in rest for row in part for pair in map(tuple, row[4])}
    for claim in state.snapshot.record.claims:
        assert (claim.speaker.actor or "", claim.act) in said
    assert {act for _, act in said} == set(tables["acts"])


def _passages(site: Path) -> list[Any]:
    found = []
    for name in ["index", *map(str, range(1, len(list((site / "passages").iterdir()))))]:
        text = (site / "passages" / f"{name}.js").read_text(encoding="utf-8")
        found.append(json.loads(text.removeprefix("dragomanPassages(").removesuffix(");\n")))
    return found
