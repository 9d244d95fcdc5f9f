"""Commitments: who undertook what, by when, on what condition. The conflict is invented."""

import datetime as dt

import pytest

from dragoman.extraction.agreements import Agreements
from dragoman.extraction.claims import Claims
from dragoman.extraction.commitments import Commitments
from dragoman.extraction.times import Times
from dragoman.language import parse
from dragoman.model import Actor, ActorMention, Commitment, Dates, Extract, Report, Span

ACTORS = ("Karvelia", "Ostland", "NFA", "League")


def told(text: str) -> tuple[Commitment, ...]:
    """Return the commitments in a text whose actors are given by name."""
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
    for step in (Times(), Claims(), Agreements(), Commitments()):
        extract = step(document, extract)
    return extract.commitments


def test_a_pledge_has_an_action_in_the_reports_words() -> None:
    (one,) = told("Karvelia pledged to free all prisoners by 30 June 2021.")
    assert one.by == ("Karvelia",)
    assert one.action == "free all prisoners by 30 June 2021"
    assert one.due is not None
    assert one.due.end == dt.date(2021, 6, 30)
    assert one.status == "open"


def test_two_things_agreed_are_two_commitments() -> None:
    found = told("Karvelia and NFA agreed to set up a commission and to open the road.")
    assert [one.action for one in found] == ["set up a commission", "open the road"]
    assert all(one.by == ("Karvelia", "NFA") for one in found)


def test_a_clause_that_was_agreed_is_kept_whole() -> None:
    (one,) = told("Karvelia and NFA agreed that a commission should be ready by July 2021.")
    assert one.action == "a commission should be ready by July 2021"
    assert one.due is not None
    assert one.due.end == dt.date(2021, 7, 31)


def test_what_a_government_says_it_would_do_is_undertaken() -> None:
    (one,) = told("Karvelia said on Monday that its negotiators would fly to Ostland on Sunday.")
    assert one.by == ("Karvelia",)
    assert one.due is not None
    assert one.due.end == dt.date(2021, 6, 13)


def test_a_condition_is_kept() -> None:
    (one,) = told("NFA promised to release the pilots if Karvelia stops the shelling.")
    assert one.condition == "if Karvelia stops the shelling"


@pytest.mark.parametrize(
    "text",
    [
        "The League urged Karvelia to release the pilots.",
        "Karvelia refused to promise to release the pilots.",
        "Karvelia did not agree to release the pilots.",
        "The League expects Karvelia to release the pilots.",
        "Karvelia may agree to release the pilots.",
        "NFA vowed to bomb the capital.",
        "Karvelia agreed that the valley is dangerous.",
        "Karvelia said the NFA would attack on Sunday.",
        "Karvelia released the pilots.",
    ],
)
def test_no_commitment_from_demands_predictions_threats_or_facts(text: str) -> None:
    assert told(text) == ()
