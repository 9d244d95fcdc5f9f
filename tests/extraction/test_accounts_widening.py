"""Who stands further off about a deed. The conflict is invented."""

import pytest

from dragoman.extraction.accounts import AccountReader
from dragoman.extraction.actors import Actors
from dragoman.extraction.places import Places
from dragoman.extraction.times import Times
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Packs


def about(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Return the words for the actors and the recipients of the last deed of a type."""
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    extract = Extract(report=report)
    for step in (Times(), Places(packs=Packs()), Actors(Packs())):
        extract = step(document, extract)
    found = [t for t in AccountReader(document, extract).events if t.sense.type == kind]
    one = found[-1]
    return [t.text for t in one.actors], [t.text for t in (*one.recipients, *one.affected)]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Ivan Novak's murder shocked the town.", "ASSAULT", [], ["Novak"]),
        (
            "The murder in Tarsk of two priests shocked the town.",
            "ASSAULT",
            [],
            ["priests"],
        ),
        ("Serbia's killing of civilians went on.", "ASSAULT", ["Serbia"], ["civilians"]),
        (
            "Serbia has agreed to let journalists into the area.",
            "AGREE",
            ["Serbia"],
            ["journalists"],
        ),
        ("The court approved the extradition of Ivan Novak.", "COOPERATE", ["court"], ["Novak"]),
        (
            "Serbia mobilized troops for the war against Croatia.",
            "MOBILIZE",
            ["Serbia"],
            ["Croatia"],
        ),
        (
            "Family members filed a lawsuit accusing Serbia of lies.",
            "ACCUSE",
            ["members"],
            ["Serbia"],
        ),
        ("The army broke Serbia's ceasefire.", "ASSAULT", ["army"], ["Serbia"]),
        ("The minister faces criticism from Serbia.", "ACCUSE", ["Serbia"], ["minister"]),
    ],
)
def test_those_who_stand_further_off(
    text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert about(text, kind) == (actors, recipients)
