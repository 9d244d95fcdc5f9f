"""A small record built by hand: two reports of an invented conflict that contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

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
    Extract,
    Place,
    Position,
    Record,
    Report,
    Role,
    Skipped,
    Span,
    Speaker,
    make_id,
)

FIRST = 'Menu | Log in\nArmy takes Selmo\n"Selmo is ours," Colonel Davit Oren said on 4 March.\n'
SECOND = "Rebels hold Selmo\nThe NFA said it still held Selmo. It will free 20 men by 9 March.\n"

# The same examples in every run: what fails once fails everywhere.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


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


class Story:
    """A hand-made extract: things are added by the words that state them."""

    def __init__(self, text: str, day: str | None, source: str, **report: Any) -> None:
        date = dt.date.fromisoformat(day) if day else None
        self.report = Report(
            id=make_id("rep", source, text),
            source=source,
            sha256="",
            text=text,
            body=(Span(0, len(text)),),
            published=Dates.day(date) if date else None,
            **report,
        )
        self.actors: list[Actor] = []
        self.accounts: list[Account] = []
        self.places: list[Place] = []
        self.claims: list[Claim] = []
        self.commitments: list[Commitment] = []

    def words(self, quote: str) -> Evidence:
        start = self.report.text.index(quote)
        return self.report.evidence(Span(start, start + len(quote)))

    def actor(self, name: str, kind: Any = "person", **fields: Any) -> str:
        i = make_id("act", self.report.id, name)
        names = fields.pop("names", (name,))
        evidence = (self.words(name),) if name in self.report.text else ()
        self.actors.append(
            Actor(id=i, name=name, names=names, type=kind, evidence=evidence, **fields)
        )
        return i

    def place(self, name: str, **fields: Any) -> str:
        i = make_id("pla", "name", name)
        self.places.append(Place(id=i, name=name, type=fields.pop("type", "city"), **fields))
        return i

    def account(self, trigger: str, kind: str = "ASSAULT", **fields: Any) -> str:
        counts = tuple(
            Count(what=what, low=low, high=high, evidence=self.words(quote))
            for what, low, high, quote in fields.pop("counts", ())
        )
        day = fields.pop("day", None)
        date = Dates.day(dt.date.fromisoformat(day)) if day else None
        sentence = next(s for s in self.report.text.split("\n") if trigger in s)
        i = make_id("acc", self.report.id, trigger, kind)
        self.accounts.append(
            Account(
                id=i,
                report=self.report.id,
                type=kind,
                status=fields.pop("status", "happened"),
                evidence=(self.words(sentence),),
                trigger=self.words(trigger),
                counts=counts,
                date=date,
                **fields,
            )
        )
        return i

    def claim(self, speaker: str | None, content: str, act: Any = "assert", **fields: Any) -> str:
        """Add what ``speaker`` (an actor's id) says: ``content`` are words of the text."""
        evidence = self.words(content)
        i = make_id("cla", self.report.id, evidence.start, evidence.end)
        self.claims.append(
            Claim(
                id=i,
                report=self.report.id,
                speaker=Speaker(name="", actor=speaker),
                content=(evidence,),
                form="indirect",
                act=act,
                **fields,
            )
        )
        return i

    def promise(self, by: str, action: str, due: str | None = None, **fields: Any) -> str:
        """Add the commitment of ``by`` to ``action``, in the words of the text."""
        evidence = self.words(action)
        i = make_id("com", self.report.id, evidence.start)
        day = Dates.day(dt.date.fromisoformat(due)) if due else None
        self.commitments.append(
            Commitment(id=i, by=(by,), action=action, evidence=(evidence,), due=day, **fields)
        )
        return i

    def extract(self) -> Extract:
        return Extract(
            report=self.report,
            actors=tuple(self.actors),
            accounts=tuple(self.accounts),
            places=tuple(self.places),
            claims=tuple(self.claims),
            commitments=tuple(self.commitments),
        )


@pytest.fixture
def story() -> Callable[..., Story]:
    def make(
        text: str, day: str | None = "2019-03-04", source: str = "a.txt", **report: Any
    ) -> Story:
        return Story(text, day, source, **report)

    return make
