from __future__ import annotations

import re
from pathlib import Path
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
        '<a href="/events/eve-1?page=1#x">href=&#34;/events&#34;</a><a href="/search?q=a">s</a>'
        '<script type="application/json" id="d">[{"href":"/reports/r","text":"\\u003cb"}]</script>'
    )
    assert page_for_files(page, "/actors/act-1") == (
        '<a href="../events/eve-1.html#x">href=&#34;/events&#34;</a><a >s</a>'
        '<script type="application/json" id="d">'
        '[{"href":"../reports/r.html","text":"\\u003cb"}]</script>'
    )


def test_a_folder_that_holds_something_is_left_alone(state: State, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(RecordError, match="not empty"):
        publish(state, tmp_path)
