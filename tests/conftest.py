"""A small record built by hand: two reports of an invented conflict that contradict each other."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.model import (
    Account,
    Actor,
    Claim,
    Commitment,
    Count,
    Dates,
    Dispute,
    Event,
    Evidence,
    Place,
    Position,
    Record,
    Report,
    Role,
    Skipped,
    Span,
    Speaker,
)

FIRST = 'Menu | Log in\nArmy takes Selmo\n"Selmo is ours," Colonel Davit Oren said on 4 March.\n'
SECOND = "Rebels hold Selmo\nThe NFA said it still held Selmo. It will free 20 men by 9 March.\n"


def quoted(report: Report, words: str) -> Evidence:
    start = report.text.rindex(words)
    return report.evidence(Span(start, start + len(words)))


def make_report(name: str, text: str, headline: str, outlet: str, day: int) -> Report:
    start = text.index(headline)
    body = Span(start + len(headline) + 1, len(text) - 1)
    return Report(
        id=f"rep-{name}",
        source=f"{name}.txt",
        sha256=name * 8,
        text=text,
        title=headline,
        headline=Span(start, start + len(headline)),
        body=(body,),
        outlet=outlet,
        published=Dates.day(dt.date(2019, 3, day), rule="given"),
    )


@pytest.fixture
def small_record() -> Record:
    one = make_report("one", FIRST, "Army takes Selmo", "Karvelian Post", 4)
    two = make_report("two", SECOND, "Rebels hold Selmo", "Daily Meridian", 5)
    oren = Actor(
        id="act-oren",
        name="Davit Oren",
        names=("Davit Oren", "Colonel Davit Oren"),
        type="person",
        roles=(Role(title="Colonel", evidence=(quoted(one, "Colonel Davit Oren"),)),),
        evidence=(quoted(one, "Colonel Davit Oren"),),
    )
    nfa = Actor(
        id="act-nfa",
        name="NFA",
        names=("NFA",),
        type="armed_group",
        evidence=(quoted(two, "The NFA"),),
    )
    selmo = Place(id="pla-selmo", name="Selmo", type="town", names=("Selmo",))
    ours = Claim(
        id="cla-one",
        report=one.id,
        speaker=Speaker(name="Davit Oren", actor="act-oren", evidence=quoted(one, "Davit Oren")),
        cue=quoted(one, "said"),
        content=(quoted(one, '"Selmo is ours,"'),),
        form="direct",
        act="assert",
    )
    theirs = Claim(
        id="cla-two",
        report=two.id,
        speaker=Speaker(name="NFA", actor="act-nfa", evidence=quoted(two, "The NFA")),
        cue=quoted(two, "said"),
        content=(quoted(two, "it still held Selmo"),),
        form="indirect",
        act="assert",
    )
    accounts = tuple(
        Account(
            id=f"acc-{name}",
            report=claim.report,
            type="CONTROL",
            family="situation",
            status="ongoing",
            evidence=(claim.content[0],),
            trigger=claim.content[0],
            event="eve-one",
            claim=claim.id,
            actors=actors,
            place="pla-selmo",
            place_evidence=place,
            counts=counts,
        )
        for name, claim, actors, place, counts in (
            ("one", ours, (), quoted(one, "Selmo"), ()),
            (
                "two",
                theirs,
                ("act-nfa",),
                quoted(two, "Selmo"),
                (Count(what="detained", low=20, high=20, evidence=quoted(two, "20 men")),),
            ),
        )
    )
    event = Event(
        id="eve-one",
        type="CONTROL",
        family="situation",
        accounts=("acc-one", "acc-two"),
        independent_sources=2,
        reports=2,
        status="ongoing",
        actors=("act-nfa",),
        place="pla-selmo",
        date=Dates.day(dt.date(2019, 3, 4)),
    )
    dispute = Dispute(
        id="dis-one",
        about="control",
        question="Who controls Selmo?",
        rule="control-same-place",
        why="two sides say that they hold the same place",
        event="eve-one",
        weight=0.9,
        positions=(
            Position(
                stance="the army",
                speaker="act-oren",
                claim="cla-one",
                evidence=ours.content[0],
                as_of=Dates.day(dt.date(2019, 3, 4)),
            ),
            Position(
                stance="the NFA", speaker="act-nfa", claim="cla-two", evidence=theirs.content[0]
            ),
        ),
    )
    commitment = Commitment(
        id="com-one",
        by=("act-nfa",),
        action="free 20 men",
        evidence=(quoted(two, "It will free 20 men by 9 March"),),
        due=Dates.day(dt.date(2019, 3, 9), quoted(two, "by 9 March")),
        status="due_unknown",
    )
    return Record(
        reports=(one, two),
        actors=(oren, nfa),
        places=(selmo,),
        claims=(ours, theirs),
        accounts=accounts,
        events=(event,),
        commitments=(commitment,),
        disputes=(dispute,),
        skipped=(Skipped(source="empty.html", reason="empty file"),),
    )
