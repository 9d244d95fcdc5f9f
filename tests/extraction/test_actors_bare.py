"""Whose "the army" and "regime forces" are in a report that names two states. All is invented."""

from __future__ import annotations

from dragoman.extraction.actors import Actors
from dragoman.extraction.places import Places
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Pack, PackInfo, PackPlace, Packs
from dragoman.packs.entries import PackState
from dragoman.packs.states import actors_of

KARVELIA = PackState(code="KV", name="Karvelia", adjectives=("Karvelian",), capital="Tarsk")
OSTRAVIA = PackState(code="OV", name="Ostravia", adjectives=("Ostravian",), capital="Belmar")
PACKS = Packs(
    [
        Pack(
            info=PackInfo(name="x", about="x"),
            actors=(*actors_of(KARVELIA), *actors_of(OSTRAVIA)),
            places=(
                *tuple(
                    PackPlace(key=f"x:{n}", name=n, type="town", lat=45.0, lon=lon, country="KV")
                    for n, lon in (("Selmo", 30.0), ("Orenburk", 30.1))
                ),
                PackPlace(
                    key="x:Tarsk", name="Tarsk", type="capital", lat=45, lon=31, country="KV"
                ),
            ),
        )
    ]
)


def whose(text: str, words: str, sent_from: str = "") -> str:
    """Return the name of the actor that the last of ``words`` means."""
    dateline = Span(0, len(sent_from)) if sent_from else None
    report = Report(
        id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),), dateline=dateline
    )
    document = parse(report)
    placed = Places(packs=PACKS)(document, Extract(report=report))
    extract = Actors(PACKS)(document, placed)
    actor = [m.actor for m in extract.actor_mentions if m.evidence.quote == words][-1]
    return next(one.name for one in extract.actors if one.id == actor)


OURS, THEIRS = "Armed forces of Karvelia", "Armed forces of Ostravia"


def test_regime_forces_are_those_of_the_country_where_it_happened() -> None:
    text = (
        "Ostravia denied it. Ostravia said that Ostravia had no part in it. On Monday the regime "
        "forces attacked Selmo in Karvelia."
    )
    assert whose(text, "the regime forces") == OURS


def test_the_army_is_the_one_that_was_named_before() -> None:
    text = "The Karvelian regime lost Selmo. Ostravian troops bombed Orenburk. The troops left."
    assert whose(text, "The troops") == THEIRS


def test_the_army_is_that_of_the_state_from_where_it_was_sent() -> None:
    text = (
        "TARSK, 4 March (Post) - Karvelia has Ostravia to help it, the archbishop said. Ostravia "
        "was silent. The troops were guilty, he said."
    )
    assert whose(text, "The troops", sent_from="TARSK, 4 March (Post) -") == OURS
    assert whose(text.partition(" - ")[2], "The troops") == THEIRS


def test_a_government_called_after_its_ruler_is_that_of_his_state_and_not_himself() -> None:
    text = "Karvelian President Ada Noor was silent. The Noor government killed nine men."
    assert whose(text, "The Noor government") == "Government of Karvelia"
    text = "The government of Ostravian Prime Minister Jan Petrek killed nine men in Selmo."
    assert whose(text, "The government") == "Government of Ostravia"


def test_a_president_of_whom_nothing_tells_which_state_is_his_rules_where_the_report_is_from() -> (
    None
):
    text = "TARSK, Karvelia - President Ada Noor was silent. The Noor government killed nine men."
    assert whose(text, "The Noor government", "TARSK, Karvelia") == "Government of Karvelia"
    text = text.replace("President", "Ostravian President")
    assert whose(text, "The Noor government", "TARSK, Karvelia") == "Government of Ostravia"
