"""The record by id, and what its reports say of one another: the plain look-ups of assessment."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from dragoman.assessment.asking import Asking, asked
from dragoman.memo import Memo
from dragoman.model import (
    DENIALS,
    Account,
    Actor,
    Claim,
    Count,
    Dates,
    Event,
    Evidence,
    Record,
    Report,
    Voices,
    given_by,
)
from dragoman.resolution.names import fold
from dragoman.resolution.reprints import Passages, find_passages
from dragoman.resolution.wording import content_words

# "TASS reports that X said that Y": what X said is nearly all of what TASS reports.
PASSED_ON = 0.7
_FIRST_WORD = re.compile(r"\w+")
replace = msgspec.structs.replace


# "Claims the attack that killed nine": the deed, not that it was so.
_HIS_DEED = re.compile(
    r"(?:(?:full |sole )?responsibility\b|(?:the|this|that) (?:[\w’-]+ ){0,4}?"
    r"(?:attack|bombing|blast|raid|strike|killing|shooting|explosion|ambush|assault)s?"
    r"(?:,|$| (?:that|which|where|killing)\b))",
    re.IGNORECASE,
)
_NO_TELLING = ("intend", "promise")


def _tells_no_toll(claim: Claim) -> bool:
    """Return whether somebody only claims a deed as his, or says what he will do after it.

    The toll in his words is then the report's: "decided to leave after the blast that killed nine".
    """
    if claim.act in _NO_TELLING:
        return True
    owned = claim.cue is not None and "claim" in claim.cue.quote.lower()
    return owned and (claim.act == "confirm" or bool(_HIS_DEED.match(claim.content[0].quote)))


class Lookup(Asking):
    """Look-ups by id in one record.

    ``memo`` has what resolution made of the same parts of the record, and earlier derivations.
    Actors come without their evidence, which each new report adds to: ask `named_in`.
    """

    def __init__(self, record: Record, memo: Memo | None = None) -> None:
        super().__init__(memo or Memo())
        self._record = record
        self.reports: Mapping[str, Report] = self.watched(
            "reports", {r.id: r for r in record.reports}
        )
        self.actors: Mapping[str, Actor] = self.watched("actors", self._bare())
        self.claims: Mapping[str, Claim] = self.watched("claims", {c.id: c for c in record.claims})
        accounts = {a.id: a for a in record.accounts}
        self.accounts: Mapping[str, Account] = self.watched("accounts", accounts)
        self.events: Mapping[str, Event] = self.watched("events", {e.id: e for e in record.events})
        self.places = self.watched_places(record.places)

    def _bare(self) -> dict[str, Actor]:
        """Return the actors without evidence, that of an actor who is the same made once."""
        table = self.memo.table("actors without evidence")
        found = {}
        for actor in self._record.actors:
            held: tuple[Actor, Actor] | None = table.find(actor.id)
            if held is None or held[0] is not actor:
                roles = tuple(replace(role, held=None, evidence=()) for role in actor.roles)
                held = (actor, replace(actor, roles=roles, evidence=()))
                table.keep(actor.id, held)
            found[actor.id] = held[1]
        return found

    @property
    def record(self) -> Record:
        """The record itself: whoever looks at it has looked at everything."""
        self.note_all()
        return self._record

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each report in the order of the record: of two, only which comes first."""
        return self.noting("reports", {r.id: k for k, r in enumerate(self._record.reports)})

    @cached_property
    def _passages(self) -> Passages:
        reports = self._record.reports
        return self.memo.shared("passages", (reports,), lambda: find_passages(reports))

    @asked
    def first_print(self, report: str, offset: int) -> str:
        """Return the earliest report that prints the paragraph at an offset of a report."""
        return self._passages.origin(report, offset)

    @property
    def passed_on(self) -> frozenset[str]:
        """The claims that only pass on another's words: nearly all of them is a claim within.

        Who "denied having proposed a deal" passes on nothing.
        """
        return self._passed_on()

    @asked
    def _passed_on(self) -> frozenset[str]:
        found = set()
        for claim in self._record.claims:
            outer = self.claims.get(claim.within or "")
            if outer is None or outer.act in DENIALS:
                continue
            if _length(claim) >= PASSED_ON * _length(outer):
                found.add(outer.id)
        return frozenset(found)

    @property
    def name_words(self) -> frozenset[str]:
        """The stems of all names of actors and places: they tell who and where, not what."""
        return self._name_words()

    @asked
    def _name_words(self) -> frozenset[str]:
        telling = ("person", "state", "armed_group")
        actors = (a for a in self._record.actors if a.named and a.type in telling)
        named = (n for a in actors for n in a.names)
        placed = (n for p in self._record.places for n in (p.name, *p.names))
        return frozenset(w for n in (*named, *placed) for w in content_words(n))

    @cached_property
    def _sources(self) -> dict[str, list[tuple[str, str]]]:
        """The names of the named actors that speak in some claim, by first word, with their ids.

        Without states and armed groups.
        """
        speakers = {c.speaker.actor for c in self._record.claims}
        able = ("person", "organisation")
        found: dict[str, list[tuple[str, str]]] = {}
        for actor in self._record.actors:
            if actor.id in speakers and actor.named and actor.type in able:
                for name in actor.names:
                    if first := _FIRST_WORD.match(name):
                        found.setdefault(first[0], []).append((name, actor.id))
        return found

    @asked
    def sources_in(self, text: str) -> frozenset[str]:
        """Return the persons and organisations whose names stand in a text, if they speak at all.

        In any claim of the record, that is: they are possible sources.
        """
        firsts = dict.fromkeys(_FIRST_WORD.findall(text))
        able = (one for first in firsts for one in self._sources.get(first, ()))
        return frozenset(i for name, i in able if _stands_in(name, text))

    @cached_property
    def _by_sentence(self) -> dict[tuple[str, int], list[Account]]:
        found: dict[tuple[str, int], list[Account]] = {}
        for account in self._record.accounts:
            key = (account.report, account.evidence[0].start)
            found.setdefault(key, []).append(account)
        return found

    def in_sentence(self, account: Account) -> list[Account]:
        """Return all accounts in the sentence of this one."""
        return self._told_at(account.report, account.evidence[0].start)

    @asked
    def _told_at(self, report: str, start: int) -> list[Account]:
        return self._by_sentence[report, start]

    @cached_property
    def _by_claim(self) -> dict[str, list[Account]]:
        found: dict[str, list[Account]] = {}
        for account in self._record.accounts:
            if account.claim is not None:
                found.setdefault(account.claim, []).append(account)
        return found

    @asked
    def of_claim(self, claim: str) -> list[Account]:
        """Return the accounts that stand in a claim."""
        return self._by_claim.get(claim, [])

    def accounts_of(self, event: Event) -> list[Account]:
        """Return the accounts of an event, earliest first."""
        return [self.accounts[i] for i in event.accounts if i in self.accounts]

    def name(self, actor: str | None) -> str:
        """Return an actor's name, "" for none."""
        return self.actors[actor].name if actor and actor in self.actors else ""

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

    def of_figure(self, account: Account, count: Count) -> Account:
        """Return an account in the words of who gives this figure of it."""
        inner, own = self._innermost(count.evidence), self.claims.get(account.claim or "")
        if inner is None and own is not None and _tells_no_toll(own):
            return replace(account, claim=own.within)
        return given_by(account, inner)

    @asked
    def _innermost(self, words: Evidence) -> str | None:
        found = self._voices.innermost(words)
        while found and _tells_no_toll(self.claims[found]):
            found = self.claims[found].within
        return found

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self._record.claims)

    def as_of(self, account: Account) -> Dates | None:
        """Return the day on which an account was given: when it was said, else published."""
        claim = self.claims.get(account.claim or "")
        if claim and claim.said_on:
            return claim.said_on
        report = self.reports.get(account.report)
        return report.published if report else None

    @asked
    def named_in(self, report: str) -> tuple[str, ...]:
        """Return the named actors of a report."""
        return tuple(self._named_in.get(report, {}))

    @cached_property
    def _named_in(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for actor in self._record.actors:
            if actor.named:
                for evidence in actor.evidence:
                    found.setdefault(evidence.report, {})[actor.id] = None
        return found

    @cached_property
    def _press(self) -> frozenset[str]:
        names = (n for r in self._record.reports for n in (r.outlet, r.agency) if n)
        return frozenset(fold(name) for name in names)

    def is_press(self, actor: Actor) -> bool:
        """Return whether an actor is an outlet or agency: it reports deeds and does none."""
        return actor.sector == "JRN" or self._names_press(actor.name)

    @asked
    def _names_press(self, name: str) -> bool:
        words = fold(name).split()
        return bool({*words, " ".join(words)} & self._press)


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
