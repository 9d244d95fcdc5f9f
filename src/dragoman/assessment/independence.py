"""How many sources an event rests on that do not merely repeat one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial

import msgspec

from dragoman.assessment.index import Index
from dragoman.assessment.sides import is_described
from dragoman.model import Account, Event
from dragoman.resolution.names import fold

_BODIES = frozenset({"organisation", "group", "armed_group"})


class Origin(msgspec.Struct, frozen=True, order=True):
    """Where an account comes from in the end: ``key`` tells origins apart, ``why`` says it."""

    key: str
    why: str


def origin(index: Index, account: Account) -> Origin:
    """Return the origin of an account: its speaker, else its agency, else its outlet."""
    speaker = index.speaker(account)
    if speaker is not None:
        return _speaker_origin(index, account, speaker)
    return report_origin(index, account.report, account.trigger.start)


def _speaker_origin(index: Index, account: Account, speaker: str) -> Origin:
    actor = index.actors.get(speaker)
    described = actor is not None and is_described(actor)
    if actor is not None and described and (meant := index.meant(account.report, actor)):
        actor, speaker = meant, meant.id
    if actor is None or not actor.named:
        inner = report_origin(index, account.report, account.trigger.start)
        who = actor.name if actor else "an unnamed source"
        return Origin(f"{inner.key}|{fold(who)}", f"{who}, in {inner.why}")
    bodies = Counter(
        role.of
        for role in actor.roles
        if role.of and role.of in index.actors and index.actors[role.of].type in _BODIES
    )
    # One whose post is told in many reports is now and then given an odd one.
    body = max(bodies, key=bodies.__getitem__, default=None)
    if body and actor.type == "person":
        return Origin(f"speaker|{body}", f"{index.name(body)}, through {actor.name}")
    return Origin(f"speaker|{speaker}", actor.name)


def report_origin(index: Index, report: str, offset: int) -> Origin:
    """Return the origin of a report's own words: reprints are traced to the first print."""
    first = index.first_print(report, offset)
    seen = {report}
    while first not in seen or index.reports[first].copy_of:
        seen.add(first)
        copied = index.reports[first].copy_of if first in index.reports else None
        if copied is None or copied in seen:
            break
        first = copied
    found = index.reports[first]
    name = found.agency or found.outlet
    tail = "" if first == report else f", reprinted by {_outlet(index, report)}"
    if found.agency:
        # An agency is its own outlet: "SANA" as the one and as the other is one source.
        return Origin(f"outlet|{_plain(found.agency)}", f"the agency {found.agency}{tail}")
    if name:
        return Origin(f"outlet|{_plain(name)}", f"{name}{tail}")
    return Origin(f"report|{found.version_of or first}", f"{found.title or found.source}{tail}")


def _outlet(index: Index, report: str) -> str:
    found = index.reports[report]
    return found.outlet or found.source


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    return re.sub(r"^the ", "", fold(name))


def origins(index: Index, accounts: Sequence[Account]) -> list[Origin]:
    """Return the independent origins of some accounts, each once, in the accounts' order."""
    found: dict[str, Origin] = {}
    for account in accounts:
        one = origin(index, account)
        found.setdefault(one.key, one)
    return list(found.values())


def independent(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts come from sources that do not repeat one another."""
    return origin(index, a).key != origin(index, b).key


def count_sources(index: Index, event: Event) -> Event:
    """Return the event with its number of independent sources and the reason in words."""
    return index.kept("sources of events", event.id, event, partial(_counted, index, event))


def _counted(index: Index, event: Event) -> Event:
    accounts = index.accounts_of(event)
    found = origins(index, accounts)
    reports = len({a.report for a in accounts})
    plural = "s" if reports != 1 else ""
    why = f"{len(found)} from {reports} report{plural}: " + "; ".join(o.why for o in found)
    return msgspec.structs.replace(
        event,
        independent_sources=len(found),
        reports=reports,
        derived={**event.derived, "independent_sources": why},
    )
