"""The record by id, and what its reports say of one another: the plain look-ups of assessment."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cached_property

from dragoman.memo import Memo, Table
from dragoman.model import Account, Actor, Claim, Dates, Event, Record, Report
from dragoman.resolution.names import fold
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.reprints import Passages, find_passages
from dragoman.resolution.wording import content_words

# "TASS reports that X said that Y": what X said is nearly all of what TASS reports.
PASSED_ON = 0.7


class Lookup:
    """Look-ups by id in one record.

    ``memo`` has what resolution made of the same parts of the record, and earlier derivations.
    """

    def __init__(self, record: Record, memo: Memo | None = None) -> None:
        self.record = record
        self.memo = memo or Memo()
        self.reports: dict[str, Report] = {r.id: r for r in record.reports}
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.claims: dict[str, Claim] = {c.id: c for c in record.claims}
        self.accounts: dict[str, Account] = {a.id: a for a in record.accounts}
        self.events: dict[str, Event] = {e.id: e for e in record.events}
        self.places = PlaceIndex(record.places)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in the order of the record."""
        return {i: k for k, i in enumerate(self.reports)}

    @cached_property
    def passages(self) -> Passages:
        """Which paragraphs reprint an earlier report's."""
        reports = self.record.reports
        return self.memo.shared("passages", (reports,), lambda: find_passages(reports))

    @cached_property
    def passed_on(self) -> frozenset[str]:
        """The claims that only pass on another's words: nearly all of them is a claim within."""
        found = set()
        for claim in self.record.claims:
            outer = self.claims.get(claim.within or "")
            if outer and _length(claim) >= PASSED_ON * _length(outer):
                found.add(outer.id)
        return frozenset(found)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The stems of all names of actors and places: they tell who and where, not what."""
        telling = ("person", "state", "armed_group")
        named = (n for a in self.record.actors if a.named and a.type in telling for n in a.names)
        placed = (n for p in self.record.places for n in (p.name, *p.names))
        return frozenset(w for n in (*named, *placed) for w in content_words(n))

    @cached_property
    def sources(self) -> list[Actor]:
        """The named actors that speak in some claim and are no state or armed group."""
        speakers = {c.speaker.actor for c in self.record.claims}
        able = ("person", "organisation")
        return [a for a in self.record.actors if a.id in speakers and a.named and a.type in able]

    def sources_in(self, text: str) -> frozenset[str]:
        """Return those of the `sources` whose names stand in a text."""
        # The next record has nearly the same sources.
        held: dict[tuple[str, ...], bool] = self._sources_in.get(text, dict)
        for actor in self.sources:
            if actor.names not in held:
                held[actor.names] = any(_stands_in(n, text) for n in actor.names)
        return frozenset(actor.id for actor in self.sources if held[actor.names])

    @cached_property
    def _sources_in(self) -> Table[dict[tuple[str, ...], bool]]:
        return self.memo.table("sources named in texts")

    @cached_property
    def _by_sentence(self) -> dict[tuple[str, int], list[Account]]:
        found: dict[tuple[str, int], list[Account]] = {}
        for account in self.record.accounts:
            key = (account.report, account.evidence[0].start)
            found.setdefault(key, []).append(account)
        return found

    def in_sentence(self, account: Account) -> list[Account]:
        """Return all accounts in the sentence of this one."""
        return self._by_sentence[account.report, account.evidence[0].start]

    @cached_property
    def _by_claim(self) -> dict[str, list[Account]]:
        found: dict[str, list[Account]] = {}
        for account in self.record.accounts:
            if account.claim is not None:
                found.setdefault(account.claim, []).append(account)
        return found

    def of_claim(self, claim: str) -> list[Account]:
        """Return the accounts that stand in a claim."""
        return self._by_claim.get(claim, [])

    def accounts_of(self, event: Event) -> list[Account]:
        """Return the accounts of an event, earliest first."""
        return [self.accounts[i] for i in event.accounts if i in self.accounts]

    def name(self, actor: str | None) -> str:
        """Return an actor's name, "" for none."""
        return self.actors[actor].name if actor in self.actors else ""

    def names(self, actors: Iterable[str]) -> str:
        """Return several actors' names in words."""
        return " and ".join(filter(None, (self.name(i) for i in actors)))

    def published(self, report: str) -> dt.date | None:
        """Return the last day on which a report may have been published."""
        dates = self.reports[report].published if report in self.reports else None
        return (dates.end or dates.start) if dates else None

    def speaker(self, account: Account) -> str | None:
        """Return the actor in whose words an account stands, None in the report's own voice."""
        claim = self.claims.get(account.claim or "")
        return claim.speaker.actor if claim else None

    def as_of(self, account: Account) -> Dates | None:
        """Return the day on which an account was given: when it was said, else published."""
        claim = self.claims.get(account.claim or "")
        if claim and claim.said_on:
            return claim.said_on
        report = self.reports.get(account.report)
        return report.published if report else None

    def named_in(self, report: str) -> tuple[str, ...]:
        """Return the named actors of a report."""
        return tuple(self._named_in.get(report, {}))

    @cached_property
    def _named_in(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for actor in self.record.actors:
            if actor.named:
                for evidence in actor.evidence:
                    found.setdefault(evidence.report, {})[actor.id] = None
        return found

    @cached_property
    def _press(self) -> frozenset[str]:
        names = (n for r in self.record.reports for n in (r.outlet, r.agency) if n)
        return frozenset(fold(name) for name in names)

    def is_press(self, actor: Actor) -> bool:
        """Return whether an actor is an outlet or agency: it reports deeds and does none."""
        words = fold(actor.name).split()
        return actor.sector == "JRN" or bool({*words, " ".join(words)} & self._press)


def _stands_in(name: str, text: str) -> bool:
    """Return whether a text has a name as words of its own, not as a part of one.

    >>> _stands_in("Oren", "Oren said so"), _stands_in("Ore", "Oren said so")
    (True, False)
    """
    if name not in text or not name[:1].isupper():
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _length(claim: Claim) -> int:
    return sum(e.end - e.start for e in claim.content)
