"""Agreements that a report names. The conflict is invented."""

import datetime as dt

from dragoman.extraction.agreements import Agreements
from dragoman.extraction.times import Times
from dragoman.language import parse
from dragoman.model import Actor, ActorMention, Agreement, Dates, Extract, Report, Span

ACTORS = ("Karvelia", "Ostland", "NFA")


def told(text: str) -> tuple[Agreement, ...]:
    """Return the agreements in a text whose actors are given by name."""
    report = Report(
        id="r",
        source="",
        sha256="",
        text=text,
        body=(Span(0, len(text)),),
        published=Dates.day(dt.date(2021, 6, 10)),
    )
    document = parse(report)
    mentions = tuple(
        ActorMention(evidence=report.evidence(t.span), actor=t.text, form="name", head=t.i)
        for t in document.tokens
        if t.text in ACTORS
    )
    extract = Extract(
        report=report,
        actors=tuple(Actor(id=n, name=n, names=(n,), type="state") for n in ACTORS),
        actor_mentions=mentions,
    )
    for step in (Times(), Agreements()):
        extract = step(document, extract)
    return extract.agreements


def test_an_agreement_that_was_signed_has_parties_and_a_date() -> None:
    (agreement,) = told("Karvelia and Ostland signed a deal on 3 May 2021.")
    assert agreement.parties == ("Karvelia", "Ostland")
    assert agreement.date is not None
    assert agreement.date.start == dt.date(2021, 5, 3)


def test_a_named_agreement_is_kept_once() -> None:
    text = "The Tarsk memorandum holds. Nobody broke the Tarsk memorandum."
    (agreement,) = told(text)
    assert agreement.name == "Tarsk memorandum"
    assert len(agreement.evidence) == 2


def test_two_named_agreements_are_two() -> None:
    assert len(told("The Tarsk accord replaced the Belin accord.")) == 2


def test_what_was_not_made_is_no_agreement() -> None:
    assert told("Karvelia and NFA did not reach a deal.") == ()
    assert told("Karvelia hopes for a deal with NFA.") == ()
    assert told("Any agreement would take years.") == ()


def test_a_resolution_is_known_by_its_number() -> None:
    (agreement,) = told("Security Council resolution 2254 calls for elections.")
    assert agreement.name.endswith("resolution 2254")


def test_an_agreement_is_dated_by_its_name() -> None:
    (agreement,) = told("A truce was based on the May 3 agreement.")
    assert agreement.date is not None
    assert agreement.date.start == dt.date(2021, 5, 3)


def test_what_a_speaker_was_referring_to_is_the_agreement_he_named() -> None:
    text = (
        '"They broke the Tarsk agreement," Karvelia said. '
        "He was referring to a deal reached in May."
    )
    (agreement,) = told(text)
    assert agreement.name == "Tarsk agreement"
    assert len(agreement.evidence) == 2


def test_a_convention_that_people_attend_is_no_agreement() -> None:
    assert told("Novak attended the Tarsk Readers Convention in May.") == ()


def test_a_partys_convention_is_none_and_that_on_weapons_is_one() -> None:
    assert told("Novak won the votes of the Tarsk Reform Party Convention.") == ()
    (one,) = told("Karvelia broke the Tarsk Weapons Convention.")
    assert one.name.endswith("Tarsk Weapons Convention")


def test_a_bracket_is_no_part_of_a_name() -> None:
    for agreement in told("TARSK (Newswire) Ceasefire signed by Karvelia and Ostland in May."):
        assert "(" not in agreement.name
        assert ")" not in agreement.name


def test_two_who_announce_a_deal_are_its_parties_and_it_is_named_again_by_them() -> None:
    (agreement,) = told(
        "Karvelia and Ostland announced a deal on Monday. "
        "Shells fell hours after the new agreement between Karvelia and Ostland was reached."
    )
    assert agreement.parties == ("Karvelia", "Ostland")
    assert len(agreement.names) == 2


def test_one_who_announces_a_deal_may_be_its_mediator() -> None:
    (agreement,) = told("Karvelia announced a deal on Monday.")
    assert agreement.parties == ()


def test_the_day_of_what_followed_is_not_the_day_of_the_truce() -> None:
    (agreement,) = told("Jets struck on Monday days after a truce brokered by Karvelia collapsed.")
    assert agreement.date is None


def test_the_month_in_which_a_deal_was_sealed_is_its_date() -> None:
    text = "He was referring to a Karvelian deal sealed in May establishing a buffer zone."
    (agreement,) = told(text)
    assert agreement.date is not None
    assert agreement.date.start == dt.date(2021, 5, 1)
