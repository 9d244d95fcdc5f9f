"""The record by id, and who stands with whom: what every rule of assessment asks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.officials import is_official, official_of, state_key, states_in
from dragoman.model import Account, Actor, Claim, Dates, Event, Record, Report
from dragoman.resolution.events import views
from dragoman.resolution.leads import MAIN
from dragoman.resolution.likeness import ENOUGH, View, likeness
from dragoman.resolution.names import fold
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.reprints import Passages, find_passages
from dragoman.resolution.rewriting import official_sides
from dragoman.resolution.victims import deeds
from dragoman.resolution.wording import content_words

# Two accounts of one event that are set against one another may be this much less alike.
SLACK = 1.5
# "TASS reports that X said that Y": what X said is nearly all of what TASS reports.
PASSED_ON = 0.7
# A report in which one state's government is named this many times as often as any other's is of
# that state: "the government" is its.
MOSTLY = 3

_STATES = frozenset({"state", "government"})


class Index:
    """Look-ups in one record. Build it once and hand it to the rules."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports: dict[str, Report] = {r.id: r for r in record.reports}
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.claims: dict[str, Claim] = {c.id: c for c in record.claims}
        self.accounts: dict[str, Account] = {a.id: a for a in record.accounts}
        self.events: dict[str, Event] = {e.id: e for e in record.events}
        self.places = PlaceIndex(record.places)
        self._sides: dict[str, frozenset[str]] = {}
        self._texts: dict[str, str] = {}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in the order of the record."""
        return {i: k for k, i in enumerate(self.reports)}

    @cached_property
    def passages(self) -> Passages:
        """Which paragraphs reprint an earlier report's."""
        return find_passages(self.record.reports)

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

    @cached_property
    def _views(self) -> dict[str, View]:
        sides = {a.id: f"{a.type} {fold(a.name)}" for a in self.record.actors if not a.named}
        sides |= official_sides(self.record.actors)
        r = self.record
        found = views(r.accounts, r.reports, r.claims, sides, self.places, r.actors)
        return {view.account.id: view for view in found}

    @cached_property
    def _alike(self) -> dict[tuple[str, str], bool]:
        return {}

    def alike(self, a: Account, b: Account) -> bool:
        """Return whether two accounts are of one event by themselves, without others between."""
        found = self._alike.get((a.id, b.id))
        if found is None:
            points = likeness(self._views[a.id], self._views[b.id], self.places)
            found = self._alike[a.id, b.id] = points is not None and points >= ENOUGH - SLACK
        return found

    @cached_property
    def _speaking(self) -> dict[str, list[Actor]]:
        """The named organisations that speak in each report."""
        found: dict[str, dict[str, Actor]] = {}
        for claim in self.record.claims:
            actor = self.actors.get(claim.speaker.actor or "")
            if actor and actor.named and actor.type == "organisation":
                found.setdefault(claim.report, {})[actor.id] = actor
        return {report: list(some.values()) for report, some in found.items()}

    def meant(self, report: str, speaker: Actor) -> Actor | None:
        """Return the named body that a description means: "a monitor" is the one that speaks.

        "The Northern Observatory monitor" has the name in it; "a monitoring group" is the one
        body among the report's speakers that watches.
        """
        able = self._speaking.get(report, [])
        name = fold(speaker.name)
        inside = [a for a in able if any(len(n) > 3 and fold(n) in name for n in a.names)]
        if inside:
            return inside[0]
        if not find("watcher", name):
            return None
        watchers = [a for a in able if any(find("watcher", fold(n)) for n in a.names)]
        return watchers[0] if len(watchers) == 1 else None

    def begun(self, a: Account, b: Account) -> bool:
        """Return whether two accounts are of what one report, or two of one story, begin with."""
        first, second = self._views[a.id], self._views[b.id]
        if not (first.begins and second.begins):
            return False
        leads = first.leads
        return a.report == b.report or bool(leads and leads.between(a.report, b.report))

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

    def same_story(self, report: str) -> list[str]:
        """Return the other reports that tell one story with a report, in the record's order."""
        return self._stories.get(report, [])

    @cached_property
    def _stories(self) -> dict[str, list[str]]:
        leads = next((view.leads for view in self._views.values()), None)
        found: dict[str, list[str]] = {}
        for a, b in leads.pairs() if leads else ():
            found.setdefault(a, []).append(b)
            found.setdefault(b, []).append(a)
        return {report: sorted(some, key=self.order.__getitem__) for report, some in found.items()}

    def opens_with(self, report: str, actor: str) -> bool:
        """Return whether a report names an actor, or the state that it acts for, as it begins."""
        found = self.reports[report]
        text = found.text[: (found.body[0].start if found.body else 0) + MAIN]
        if any(name in text for name in self.actors[actor].names):
            return True
        return any(f"country:{code}" in self.sides(actor) for code in states_in(text))

    def names_place(self, report: str, place: str | None) -> bool:
        """Return whether a report names a place, by any of its names, anywhere in its text."""
        found = self.places.get(place)
        text = self._folded(report)
        return found is not None and any(f" {fold(n)} " in text for n in (found.name, *found.names))

    def _folded(self, report: str) -> str:
        if report not in self._texts:
            self._texts[report] = f" {fold(self.reports[report].text)} "
        return self._texts[report]

    @cached_property
    def _deeds(self) -> dict[str, set[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = {}
        accounts = self.record.accounts
        for deed in deeds(accounts, self.reports, self.actors, self.order):
            found.setdefault(deed.account, set()).add((deed.kind, deed.whom))
        return found

    def same_victim(self, a: Account, b: Account) -> bool:
        """Return whether two accounts of one event are of the killing of one person or group."""
        ours, theirs = self._deeds.get(a.id, set()), self._deeds.get(b.id, set())
        return a.event == b.event and bool(ours & theirs)

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

    def sides(self, actor: str | None) -> frozenset[str]:
        """Return what an actor stands for: itself, its body, its state ("country:RU").

        A person stands for the state or body in which the reports or a pack give a post, not for
        the country of birth: an opposition's envoy does not speak for the government.
        """
        if actor is None:
            return frozenset()
        found = self._sides.get(actor)
        if found is None:
            found = self._sides[actor] = frozenset(self._stands_for(actor, 0))
        return found

    def _stands_for(self, i: str, depth: int) -> set[str]:
        found = {i}
        actor = self.actors.get(i)
        if actor is None or depth > 3:
            return found
        if actor.type in _STATES and actor.named:
            found.add(state_key(actor))
        if actor.country and actor.sector in _OFFICIAL and actor.type in ("organisation", "person"):
            found.add(f"country:{actor.country}")
        if not actor.named and actor.type != "armed_group":
            found |= {f"country:{code}" for code in official_of(actor.name)} or self._of_home(actor)
        if any(role.of is None and is_official(role.title) for role in actor.roles):
            found |= self._of_home(actor)
        if actor.type == "government" and not actor.country:
            for leader in self._leaders_in(actor.name):
                found |= self._stands_for(leader, depth + 1)
        for role in actor.roles:
            if role.of and role.of != i:
                found |= self._stands_for(role.of, depth + 1)
        return found

    def _leaders_in(self, name: str) -> list[str]:
        """Return the persons whose full name stands in a body's: "the government of Ann Lee"."""
        return [
            a.id
            for a in self._people
            if any(" " in n and n in name for n in a.names) and a.name != name
        ]

    @cached_property
    def _people(self) -> list[Actor]:
        return [a for a in self.record.actors if a.type == "person" and a.named and a.roles]

    @cached_property
    def _homes(self) -> dict[str, Counter[str]]:
        """The states whose government or forces each report names, and how often."""
        found: dict[str, Counter[str]] = {}
        for actor in self.record.actors:
            if actor.type == "government" and actor.named:
                states = {side for side in self.sides(actor.id) if side.startswith("country:")}
                known = {side for side in states if len(side) == len("country:XX")}
                for evidence in actor.evidence:
                    found.setdefault(evidence.report, Counter()).update(sorted(known or states))
        return found

    def home(self, report: str) -> str | None:
        """Return the side of "the government" in a report: of the state whose it names most."""
        found = self._homes.get(report, Counter()).most_common(2)
        if len(found) == 2 and found[0][1] < MOSTLY * found[1][1]:
            return None
        return found[0][0] if found else None

    def _of_home(self, actor: Actor) -> set[str]:
        if actor.country or (not actor.named and not is_official(actor.name)):
            return set()
        homes = {home for e in actor.evidence if (home := self.home(e.report))}
        return homes if len(homes) == 1 else set()

    def side_name(self, actor: str | None) -> str:
        """Return the name of the state or body that an actor speaks for, else its own."""
        countries = {side for side in self.sides(actor) if side.startswith("country:")}
        state = self._state_names.get(min(countries)) if len(countries) == 1 else None
        if state or actor not in self.actors:
            return state or ""
        bodies = [r.of for r in self.actors[actor].roles if r.of in self.actors and r.of != actor]
        return self.name(bodies[0] if bodies else actor)

    @cached_property
    def _state_names(self) -> dict[str, str]:
        return {state_key(a): a.name for a in self.record.actors if a.type == "state" and a.named}

    @cached_property
    def _press(self) -> frozenset[str]:
        names = (n for r in self.record.reports for n in (r.outlet, r.agency) if n)
        return frozenset(fold(name) for name in names)

    def is_press(self, actor: Actor) -> bool:
        """Return whether an actor is an outlet or agency: it reports deeds and does none."""
        words = fold(actor.name).split()
        return actor.sector == "JRN" or bool({*words, " ".join(words)} & self._press)

    def same_side(self, a: str | None, b: str | None) -> bool:
        """Return whether two speakers are one, or stand for one body or state."""
        return bool(a and b and self.sides(a) & self.sides(b))


def _length(claim: Claim) -> int:
    return sum(e.end - e.start for e in claim.content)


# PLOVER sectors whose members act for their state.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UAF"})
