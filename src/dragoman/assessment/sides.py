"""Who stands with whom: the states and bodies for which actors speak and act."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from dragoman.assessment.asking import asked
from dragoman.assessment.disputes.poles import find, is_rebels
from dragoman.assessment.lookup import Lookup
from dragoman.assessment.members import Members
from dragoman.assessment.officials import is_official, official_of, state_key
from dragoman.model import Actor
from dragoman.resolution.names import fold

# A report in which one state's government is named this many times as often as any other's is of
# that state: "the government" is its.
MOSTLY = 3
# The share of a report's events that take place in its country.
GROUND = 0.75

# Whose government or army it is, by its leader's name.
_BODY = r"(?:own )?(?:government|regime|army|troops|forces|military|air force|soldiers|rule)\b"
_LED = (
    rf"\b{{0}}(?:[’']s|(?<=s)[’']) {_BODY}|\b(?:government|regime|army|troops|forces|military) of "
    rf"(?:President |King |[A-Z][\w-]+ ){{{{0,3}}}}{{0}}\b|\b{{0}} and his (?:government|regime)\b"
)

_STATES = frozenset({"state", "government"})
# PLOVER sectors whose members act for their state.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UAF"})


def is_described(actor: Actor) -> bool:
    """Return whether an actor is known by a description ("an NGO"), not by a name.

    "Monitor", as headlines have it, is no name.
    """
    bare = " " not in actor.name and find("watcher", actor.name) is not None
    return bare or not actor.named or actor.name[:1].islower()


class Sides(Lookup):
    """What each actor stands for, beside the look-ups."""

    @asked
    def sides(self, actor: str | None) -> frozenset[str]:
        """Return what an actor stands for: itself, its body, its state ("country:RU").

        A person stands for the state or body in which the reports or a pack give a post, not for
        the country of birth: an opposition's envoy does not speak for the government.
        """
        if actor is None:
            return frozenset()
        return frozenset(self._stands_for(actor, 0))

    def _stands_for(self, i: str, depth: int) -> set[str]:
        found = {i}
        actor = self.actors.get(i)
        if actor is None or depth > 3:
            return found
        if actor.type in _STATES and actor.named:
            found.add(state_key(actor))
        if actor.country and actor.sector in _OFFICIAL and actor.type in ("organisation", "person"):
            found.add(f"country:{actor.country}")
        if group := self._members.group_of(actor):
            return found | {group}
        if not actor.named and actor.type != "armed_group":
            found |= {f"country:{code}" for code in official_of(actor.name)} or self._of_home(actor)
        if any(role.of is None and is_official(role.title) for role in actor.roles):
            found |= self._of_home(actor)
        # Whose the government of a report is, is asked of governments, and through them of leaders.
        asked_first = depth == 0 and actor.type == "person" and not actor.country
        if asked_first and self._leads(actor):
            found |= self._most_at_home(actor)
        if actor.type == "government" and not actor.country:
            for leader in self._leaders_in(actor.name):
                found |= self._stands_for(leader, depth + 1)
        for role in actor.roles:
            # "Leader of the Varnian rebel movement" does not stand for Varnia.
            if role.of and role.of != i and not is_rebels(role.title):
                found |= self._stands_for(role.of, depth + 1)
        return found

    @cached_property
    def _members(self) -> Members:
        return Members(self._record.actors)

    def _most_at_home(self, actor: Actor) -> set[str]:
        """Return the state whose government most reports mean that name an actor."""
        homes = Counter(home for r in self._reports_of(actor) if (home := self.home(r)))
        return {home for home, _ in sorted(homes.items(), key=lambda n: (-n[1], n[0]))[:1]}

    def _leads(self, actor: Actor) -> bool:
        """Return whether reports speak of "Orr's army" or "the regime of President Orr"."""
        if not actor.named or not any(find("heads", role.title) for role in actor.roles):
            return False
        last = re.escape(actor.name.split()[-1])
        pattern = re.compile(_LED.format(last))
        return any(pattern.search(self.reports[r].text) for r in sorted(self._reports_of(actor)))

    def _leaders_in(self, name: str) -> list[str]:
        """Return the persons whose full name stands in a body's: "the government of Ann Lee"."""
        return [
            a.id
            for a in self._people
            if any(" " in n and n in name for n in a.names) and a.name != name
        ]

    @cached_property
    def _people(self) -> list[Actor]:
        return [a for a in self._record.actors if a.type == "person" and a.named and a.roles]

    @cached_property
    def _homes(self) -> dict[str, Counter[str]]:
        """The states whose government or forces each report names, and how often."""
        found: dict[str, Counter[str]] = {}
        for actor in self._record.actors:
            if actor.type == "government" and actor.named:
                states = {side for side in self.sides(actor.id) if side.startswith("country:")}
                known = {side for side in states if len(side) == len("country:XX")}
                for evidence in actor.evidence:
                    found.setdefault(evidence.report, Counter()).update(sorted(known or states))
        return found

    @asked
    def home(self, report: str) -> str | None:
        """Return the side of "the government" in a report: of the state whose it names most.

        Where it names several about as often, it is the one in whose country the report's events
        take place.
        """
        found = self._homes.get(report, Counter()).most_common(2)
        if len(found) == 2 and found[0][1] < MOSTLY * found[1][1]:
            return self._ground(report)
        return found[0][0] if found else None

    def _ground(self, report: str) -> str | None:
        """Return the side of the state, of those named, in which most of a report takes place."""
        told = self._grounds.get(report, Counter())
        most, times = next(iter(told.most_common(1)), (None, 0))
        named = most in self._homes.get(report, Counter())
        return most if named and times >= GROUND * told.total() else None

    @cached_property
    def _grounds(self) -> dict[str, Counter[str]]:
        """The countries in which each report's events take place, and how many."""
        countries = {p.id: p.country for p in self._record.places if p.country}
        found: dict[str, Counter[str]] = {}
        for account in self._record.accounts:
            if country := countries.get(account.place or ""):
                found.setdefault(account.report, Counter())[f"country:{country}"] += 1
        return found

    @asked
    def state_within(self, report: str, start: int, end: int) -> str | None:
        """Return the side of the one state whose government or army some words of a report name."""
        named = (i for at, i in self._bodies.get(report, ()) if start <= at < end)
        found = {side for i in named for side in self.sides(i) if side.startswith("country:")}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _bodies(self) -> dict[str, list[tuple[int, str]]]:
        """Where each report names a part of a state."""
        found: dict[str, list[tuple[int, str]]] = {}
        for actor in self._record.actors:
            if actor.type == "government":
                for evidence in actor.evidence:
                    found.setdefault(evidence.report, []).append((evidence.start, actor.id))
        return found

    def _of_home(self, actor: Actor) -> set[str]:
        if actor.country or (not actor.named and not is_official(actor.name)):
            return set()
        homes = {home for report in self._reports_of(actor) if (home := self.home(report))}
        return homes if len(homes) == 1 else set()

    def _reports_of(self, actor: Actor) -> set[str]:
        return {e.report for e in self._evidenced[actor.id].evidence}

    @cached_property
    def _evidenced(self) -> dict[str, Actor]:
        return {a.id: a for a in self._record.actors}

    @asked
    def side_name(self, actor: str | None) -> str:
        """Return the name of the state or body that an actor speaks for, else its own."""
        countries = {side for side in self.sides(actor) if side.startswith("country:")}
        state = self._state_names.get(min(countries)) if len(countries) == 1 else None
        if state or not actor or actor not in self.actors:
            return state or ""
        if group := self._members.group_of(self.actors[actor]):
            return self.name(group)
        bodies = [r.of for r in self.actors[actor].roles if r.of in self.actors and r.of != actor]
        return self.name(bodies[0] if bodies else actor)

    @cached_property
    def _state_names(self) -> dict[str, str]:
        return {state_key(a): a.name for a in self._record.actors if a.type == "state" and a.named}

    def same_side(self, a: str | None, b: str | None) -> bool:
        """Return whether two speakers are one, or stand for one body or state."""
        return bool(a and b and self.sides(a) & self.sides(b))

    @cached_property
    def _speaking(self) -> dict[str, list[Actor]]:
        """The named organisations that speak in each report, be it through their people."""
        found: dict[str, dict[str, Actor]] = {}
        for claim in self._record.claims:
            speaker = self.actors.get(claim.speaker.actor or "")
            bodies = (self.actors.get(role.of or "") for role in (speaker.roles if speaker else ()))
            for actor in (speaker, *bodies):
                if actor and actor.type == "organisation" and not is_described(actor):
                    found.setdefault(claim.report, {})[actor.id] = actor
        return {report: list(some.values()) for report, some in found.items()}

    def meant(self, report: str, speaker: Actor) -> Actor | None:
        """Return the named body that a description means: "a monitor" is the one that speaks.

        "The Northern Observatory monitor" has the name in it; "a monitoring group" is the one
        body among the report's speakers that watches.
        """
        found = self._meant(report, speaker.name)
        return self.actors[found] if found else None

    @asked
    def _meant(self, report: str, description: str) -> str | None:
        able = self._speaking.get(report, [])
        name = fold(description)
        inside = [
            a for a in able if any(len(n) > 3 and f" {fold(n)} " in f" {name} " for n in a.names)
        ]
        if inside:
            return inside[0].id
        if not find("watcher", name):
            return None
        watchers = [a for a in able if any(find("watcher", fold(n)) for n in a.names)]
        return watchers[0].id if len(watchers) == 1 else None
