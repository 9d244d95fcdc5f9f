"""The words and turns by which reports tell of events and situations. The conflict is invented."""

import pytest

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.claims import Claims
from dragoman.extraction.numbers import Numbers
from dragoman.language import parse
from dragoman.model import (
    Account,
    Actor,
    ActorMention,
    ActorType,
    Extract,
    Place,
    PlaceMention,
    Report,
    Span,
)
from dragoman.packs import Packs

ACTORS: dict[str, ActorType] = {
    "Karvelia": "state",
    "Ostland": "state",
    "NFA": "armed_group",
    "League": "organisation",
    "rebels": "armed_group",
    "troops": "armed_group",
    "hostages": "group",
    "people": "group",
}
PLACES = ("Tarsk", "Belin", "Oren")


def told(text: str) -> tuple[Account, ...]:
    """Return the accounts in a text whose actors and places are given by name."""
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    mentions = tuple(
        ActorMention(
            evidence=report.evidence(token.span), actor=token.text, form="name", head=token.i
        )
        for token in document.tokens
        if token.text in ACTORS
    )
    placed = tuple(
        PlaceMention(
            evidence=report.evidence(token.span), place=token.text, relation="in", precision="exact"
        )
        for token in document.tokens
        if token.text in PLACES
    )
    extract = Extract(
        report=report,
        actors=tuple(
            Actor(id=name, name=name, names=(name,), type=kind) for name, kind in ACTORS.items()
        ),
        actor_mentions=mentions,
        places=tuple(Place(id=name, name=name, type="city") for name in PLACES),
        place_mentions=placed,
    )
    for step in (Numbers(), Claims(), Accounts(Packs())):
        extract = step(document, extract)
    return extract.accounts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The troops deployed along the road to Tarsk.", "MOBILIZE"),
        ("The troops were deployed in Tarsk.", "MOBILIZE"),
        ("The rebels advanced towards Tarsk.", "MOBILIZE"),
        ("The rebels took up arms against Karvelia.", "MOBILIZE"),
        ("Karvelia removed its troops from Tarsk.", "RETREAT"),
        ("Some hostages were killed in Tarsk and many released.", "RETREAT"),
        ("Karvelia expelled the troops from the country.", "SANCTION"),
        ("The people were taken hostage by rebels.", "ASSAULT"),
        ("The town of Tarsk fell to the rebels.", "ASSAULT"),
        ("A mortar round landed in Tarsk.", "ASSAULT"),
        ("Ostland backed the rebels with air strikes near Tarsk.", "ASSAULT"),
        ("Karvelia described the attack as a crime.", "ACCUSE"),
        ("Karvelia said the hostages were spies.", "ACCUSE"),
        ("Ostland voted against the resolution on Karvelia.", "REJECT"),
        ("Karvelia recommended that Ostland leave Tarsk.", "REQUEST"),
        ("Karvelia and Ostland began joint military exercises near Tarsk.", "COOPERATE"),
        ("Karvelia closed its border with Ostland.", "COERCE"),
    ],
)
def test_a_turn_of_phrase_tells_of_its_type_of_event(text: str, kind: str) -> None:
    assert kind in [account.type for account in told(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The troops have remained in Tarsk.", "PRESENCE"),
        ("There are 500 troops in Tarsk.", "PRESENCE"),
        ("The rebels are in control of Tarsk.", "CONTROL"),
        ("Tarsk has been under siege by the rebels.", "SIEGE"),
        ("Two million people in Tarsk remain without access to water.", "NEED"),
        ("About 400 people in Tarsk were cut off from aid.", "NEED"),
        ("The hostages were shown in a video from Tarsk.", "DETENTION"),
        ("Some 500 people have died in the war in Tarsk.", "TOLL"),
    ],
)
def test_a_turn_of_phrase_tells_of_its_situation(text: str, kind: str) -> None:
    assert kind in [account.type for account in told(text)]


def test_troops_that_nobody_sends_are_those_who_move() -> None:
    (account,) = told("The troops were deployed in Tarsk.")
    assert account.actors == ("troops",)


def test_of_those_killed_in_clashes_with_rebels_the_rebels_are_the_other_side() -> None:
    (account,) = told("At least 20 troops were killed in clashes with rebels in Tarsk.")
    assert account.actors == ("rebels",)
    assert account.recipients == ("troops",)


def test_who_did_two_things_joined_by_and_did_both() -> None:
    accounts = told("People in Tarsk faced heavy shelling and airstrikes by the NFA.")
    assert [account.actors for account in accounts] == [("NFA",), ("NFA",)]


def test_what_people_are_released_by_the_press_is_not_what_a_release_is() -> None:
    assert told("A press release was issued in Tarsk.") == ()


def test_a_suspension_of_aid_is_no_aid() -> None:
    kinds = [account.type for account in told("Karvelia announced a suspension of aid to Ostland.")]
    assert "AID" not in kinds


def test_a_word_in_small_letters_stands_for_those_whom_it_named_before() -> None:
    accounts = told("The rebels fired on Tarsk. Dozens fled the rebel attack on Oren.")
    assert all(account.actors == ("rebels",) for account in accounts if account.type == "ASSAULT")
