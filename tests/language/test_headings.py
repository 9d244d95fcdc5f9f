"""Headlines with capitals throughout are read as the body writes their words."""

import pytest

from dragoman.language import parse
from dragoman.language.headings import in_sentence_case, is_capitalised
from dragoman.model import Report, Span

BODY = "Varnian troops fired on a market in Tarsk. The Free Army of Tarsk said that nine died."


@pytest.mark.parametrize(
    ("heading", "whether"),
    [
        ("Varnian Troops Kill Nine in Tarsk Market", True),
        ("Varnian Troops Kill Nine in Tarsk market", True),
        ("Varnian troops kill nine in Tarsk market", False),
        ("VARNIAN TROOPS KILL NINE IN TARSK", False),
        ("Free Army of Tarsk", False),
    ],
)
def test_a_heading_with_capitals_throughout(heading: str, whether: bool) -> None:
    assert is_capitalised(heading) is whether


@pytest.mark.parametrize(
    ("heading", "view"),
    [
        ("Varnian Troops Kill Nine in Tarsk", "Varnian troops kill nine in Tarsk"),
        ("Free Army Denies Attack on Tarsk", "Free Army denies Attack on Tarsk"),
        ("Nine Dead After Varnian Fire", "Nine dead after Varnian fire"),
    ],
)
def test_words_stand_as_in_the_body_and_names_stay(heading: str, view: str) -> None:
    assert in_sentence_case(heading, BODY, lambda word: word in ("kill", "deny")) == view


def test_a_headlines_verb_is_a_verb_and_its_words_stay_as_they_were() -> None:
    heading = "Varnian Troops Kill Nine in Tarsk"
    text = f"{heading}\n{BODY}"
    start = len(heading) + 1
    report = Report(
        id="r", source="r", sha256="", text=text, headline=Span(0, len(heading)),
        body=(Span(start, len(text)),),
    )  # fmt: skip
    verb = parse(report).tokens[2]
    assert (verb.text, verb.lemma, verb.pos) == ("Kill", "kill", "VERB")
