import pytest
from fastapi.testclient import TestClient

from dragoman.web import State
from dragoman.web.facets import Asked
from dragoman.web.finding import marked, plain, terms_of
from dragoman.web.pages.search import Search, search_of


def found(state: State, q: str = "", **fields: str) -> Search:
    hits = [hit.evidence for hit in state.search(q, limit=500)] if q else None
    return search_of(state.snapshot, Asked(q=q, **fields), hits)


def test_words_found_are_marked(state: State) -> None:
    view = found(state, "ceasefire")
    assert view.total
    for item in view.found:
        assert "ceasefire" in [part.text.lower() for part in item.text if part.hit]


def test_a_facet_leaves_the_passages_that_hold_its_value(state: State) -> None:
    view = found(state, "the")
    speakers = next(facet for facet in view.facets if facet.name == "speaker")
    option = speakers.options[0]
    narrowed = found(state, "the", speaker=option.code)
    assert narrowed.total == option.count
    for item in narrowed.found:
        assert f"/actors/{option.code}" in [s.speaker_href for s in item.statements]


@pytest.mark.parametrize("facet", ["act", "place", "type", "outlet"])
def test_every_facet_narrows_to_what_it_counts(state: State, facet: str) -> None:
    options = next(f.options for f in found(state, "the").facets if f.name == facet)
    assert options
    for option in options:
        assert found(state, "the", **{facet: option.code}).total == option.count


def test_without_words_the_statements_are_searched(state: State) -> None:
    view = found(state, act="deny")
    assert view.total
    assert all("deny" in [s.act for s in item.statements] for item in view.found)
    assert found(state).total > view.total


def test_a_stretch_of_publication(state: State) -> None:
    day = str(state.snapshot.record.reports[0].published)
    assert 0 < found(state, "the", since=day, until=day).total < found(state, "the").total
    assert found(state, "the", since="2090").total == 0


def test_reprints_are_folded_under_one_passage(state: State) -> None:
    copies = {report.id for report in state.snapshot.record.reports if report.copy_of}
    assert copies
    assert any(item.reprints for item in found(state, "the").found)


def test_by_time_is_by_day_of_publication(state: State) -> None:
    view = found(state, "the", order="time")
    days = [
        state.snapshot.reports[item.href.split("/")[2].split("#")[0]].published
        for item in view.found
    ]
    starts = [day.start for day in days if day and day.start]
    assert starts == sorted(starts)


def test_phrases_beginnings_and_marks_on_letters() -> None:
    text = "Shelling of Ḩamāh: the buffer-zone was attacked."
    shown = marked(text, terms_of('hamah "buffer zone" attack*'), most=500)
    assert [part.text for part in shown if part.hit] == ["Ḩamāh", "buffer-zone", "attacked"]
    assert "".join(part.text for part in shown) == text


def test_a_long_passage_is_cut_around_what_was_found() -> None:
    text = "a " * 2000 + "needle" + " b" * 2000
    shown = marked(text, terms_of("needle"), most=200)
    assert [part.text for part in shown if part.hit] == ["needle"]
    assert sum(len(part.text) for part in shown) < 220


def test_a_passage_of_a_megabyte_is_cut_too() -> None:
    shown = marked("ü" * 1_000_000 + " needle", terms_of("needle"), most=200)
    assert sum(len(part.text) for part in shown) < 220


def test_plain_text_is_as_long_as_the_text() -> None:
    text = "İstanbul ẞ ﬁ 😀 \u0301a"
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("q", ['"', '"" *', "***", "(", "NEAR(", '"a', "\\", "-"])
def test_no_query_is_an_error(client: TestClient, q: str) -> None:
    assert client.get("/search", params={"q": q}).status_code == 200
