"""Places beside an event at which only its words, its hearers or its people are."""

from functools import cache

import pytest

from dragoman.extraction import Pipeline, default_pipeline
from dragoman.extraction.gazetteer import FILE
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import default

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILE.exists(), reason="the gazetteer is not built"),
]


@cache
def pipeline() -> Pipeline:
    return default_pipeline(default(), tagger=False)


def where(text: str) -> set[str]:
    """Return the names of the places of the attacks that a text tells of."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = pipeline()(parse(report), Extract(report=report))
    names = {place.id: place.name for place in extract.places}
    return {names[a.place] for a in extract.accounts if a.type == "ASSAULT" and a.place}


@pytest.mark.parametrize(
    "text",
    [
        "Russian airstrikes have killed thousands of people since Moscow intervened in 2015.",
        "An opposition leader said in Turkey the attack had killed nine people.",
        "The rebels' attack killed nine people, a spokeswoman told a news briefing in Geneva.",
        "A monitor who lives in Europe said ten people were killed in an air strike.",
        "Important commanders who were hiding for a long time in Iraq were killed by air strikes.",
    ],
)
def test_where_words_or_people_are_nothing_else_happened(text: str) -> None:
    assert where(text) == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A journalist in Homs said eight air strikes hit the old town.", "Homs"),
        ("Rebels who had fled the capital attacked a barracks in Homs.", "Homs"),
        ("A rebel offensive that has been underway in Syria for months killed nine.", "Syria"),
        ("At least nine people were killed in a blast near the border with Iraq.", "Iraq border"),
        ("A blast at a border crossing with Turkey killed nine people.", "Turkey border"),
    ],
)
def test_where_an_event_is_told_to_be_it_is(text: str, place: str) -> None:
    assert where(text) == {place}


def test_an_attack_on_a_states_town_is_none_on_the_state() -> None:
    text = "Nine people were killed in an air strike on the Syrian town of Khan Sheikhun."
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = pipeline()(parse(report), Extract(report=report))
    names = {actor.id: actor.name for actor in extract.actors}
    hit = {names[id_] for a in extract.accounts if a.type == "ASSAULT" for id_ in a.recipients}
    assert hit == {"people"}
