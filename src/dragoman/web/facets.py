"""What a search asks for, and what its passages can be narrowed by."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from dragoman.briefing.naming import first_day
from dragoman.model import Account, Claim, Evidence
from dragoman.model.vocabulary import label
from dragoman.web.lines import type_label
from dragoman.web.selecting import Option
from dragoman.web.snapshot import Snapshot

# Values that a facet lists.
FACET = 10
# What passages can be narrowed by, in the order of the page.
TITLES = {
    "speaker": "Who says it",
    "act": "How",
    "place": "Where",
    "type": "About",
    "since": "Published",
    "outlet": "Outlet",
}


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched: words ("q", with "phrases" and begin*), and what it is narrowed to.

    ``order`` is "" for best first or "time".
    """

    q: str = ""
    speaker: str = ""
    act: str = ""
    place: str = ""
    type: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    order: str = ""

    def narrowed(self) -> bool:
        """Return whether anything but words is asked for."""
        return any(
            (self.speaker, self.act, self.place, self.type, self.outlet, self.since, self.until)
        )


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """What the passages found can be narrowed by; ``chosen`` is the value in force."""

    name: str
    title: str
    options: tuple[Option, ...]
    chosen: str
    chosen_words: str


class Passage(msgspec.Struct, frozen=True):
    """A stretch of a report with the claims and accounts that lie in it."""

    evidence: Evidence
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]


def passage_of(evidence: Evidence, snap: Snapshot) -> Passage:
    """Return a stretch of a report with the claims and accounts that lie in it."""
    claims = snap.claims_by_report.get(evidence.report, ())
    accounts = snap.accounts_by_report.get(evidence.report, ())
    return Passage(
        evidence,
        tuple(c for c in claims if any(_overlap(part, evidence) for part in c.content)),
        tuple(a for a in accounts if _overlap(a.trigger, evidence)),
    )


def _overlap(one: Evidence, other: Evidence) -> bool:
    # Asked hundreds of thousands of times for a page: no span is made for it.
    return one.start < other.end and other.start < one.end


def facets_of(
    passages: Sequence[Passage], outlets: Counter[str], asked: Asked, snap: Snapshot
) -> tuple[Facet, ...]:
    """Return what the passages can be narrowed by, each value with how many hold it.

    ``outlets`` counts those of reprints too, which ``passages`` leave out.
    """
    speakers: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    places: Counter[str] = Counter()
    types: Counter[tuple[str, str]] = Counter()
    years: Counter[str] = Counter()
    for passage in passages:
        report = snap.reports[passage.evidence.report]
        speakers.update({c.speaker.actor for c in passage.claims if c.speaker.actor in snap.actors})
        acts.update({claim.act for claim in passage.claims})
        places.update({a.place for a in passage.accounts if a.place in snap.places})
        types.update({(account.family, account.type) for account in passage.accounts})
        day = first_day(report.published)
        if day != dt.date.max:
            years[str(day.year)] += 1
    names = snap.names
    return (
        _facet("speaker", speakers, asked.speaker, names.actor),
        _facet("act", acts, asked.act, lambda code: label("acts", code)),
        _facet("place", places, asked.place, names.place),
        _facet("type", Counter({c: n for (_, c), n in types.items()}), asked.type, about),
        _facet("since", years, asked.since if asked.since == asked.until else "", str),
        _facet("outlet", outlets, asked.outlet, str),
    )


def about(code: str) -> str:
    """Return the words of a type of events or of situations."""
    event = type_label("event", code)
    return event if event != code else type_label("situation", code)


def _facet(name: str, counts: Counter[str], chosen: str, words: Callable[[str], str]) -> Facet:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FACET]
    return Facet(
        name=name,
        title=TITLES[name],
        options=tuple(Option(code=code, words=words(code), count=n) for code, n in ordered),
        chosen=chosen,
        chosen_words=words(chosen) if chosen else "",
    )


def all_said(snap: Snapshot) -> tuple[Passage, ...]:
    """Return the passages of all that is said, each once."""
    found = dict.fromkeys(claim.content[0] for claim in snap.record.claims)
    return tuple(passage_of(evidence, snap) for evidence in found)


def all_told(snap: Snapshot) -> tuple[Passage, ...]:
    """Return the passages of all that is told, each once."""
    found = dict.fromkeys(account.evidence[0] for account in snap.record.accounts)
    return tuple(passage_of(evidence, snap) for evidence in found)
