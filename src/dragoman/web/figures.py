"""Figures of one thing by several sources, where they lie apart."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import amount, voice, when
from dragoman.model import Account, Count, Event
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import standing

_PEOPLE = ("killed", "injured", "missing", "abducted", "detained", "displaced", "besieged")
# Figures of one chart, the lowest first; more are on the event's own page.
_MOST_ROWS = 30
Told = tuple[Account, Count]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number that a source gives; an open end is None."""

    source: str
    outlet: str
    what: str
    low: float | None
    high: float | None
    value: str
    of: str
    when: str
    label: str
    href: str


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The figures that several sources give of one thing, low to high."""

    title: str
    what: str
    href: str
    sources: int
    rows: tuple[Figure, ...]
    more: int


def told_apart(events: Sequence[Event], snap: Snapshot) -> list[tuple[Event, str, list[Told]]]:
    """Return what several sources give different figures of, by how many do."""
    found = []
    for event in events:
        grouped: dict[str, list[Told]] = {}
        for account in (snap.accounts[name] for name in event.accounts):
            for count in account.counts:
                if count.what in _PEOPLE and standing(account.status) == "real":
                    grouped.setdefault(count.what, []).append(
                        (snap.names.voices.of_figure(account, count), count)
                    )
        for what, told in grouped.items():
            if _apart(told, snap):
                found.append((len(_sources(told, snap)), event, what, told))
    found.sort(key=lambda item: (-item[0], -len(item[3]), item[1].id, item[2]))
    return [(event, what, told) for _, event, what, told in found]


def _sources(told: Sequence[Told], snap: Snapshot) -> set[str]:
    return {voice(account, snap.names) for account, _ in told}


def _apart(told: Sequence[Told], snap: Snapshot) -> bool:
    """Return whether figures differ and are of more than one source."""
    values = {(count.low, count.high) for _, count in told}
    return len(values) > 1 and len(_sources(told, snap)) > 1


def figures(event: Event, what: str, told: Sequence[Told], snap: Snapshot) -> Figures:
    """Return the figures of an event with their sources, low to high."""
    unique: dict[tuple[object, ...], Figure] = {}
    for account, count in told:
        row = _figure(account, count, snap)
        unique.setdefault((row.source, row.low, row.high), row)
    ordered = sorted(unique.values(), key=lambda row: (row.low or row.high or 0, row.high or 0))
    title = (kind(event), snap.names.place(event.place), when(event.date))
    return Figures(
        title=", ".join(filter(None, title)),
        what=what,
        href=f"/events/{event.id}",
        sources=len(_sources(told, snap)),
        rows=tuple(ordered[:_MOST_ROWS]),
        more=max(0, len(ordered) - _MOST_ROWS),
    )


def _figure(account: Account, count: Count, snap: Snapshot) -> Figure:
    source, outlet = voice(account, snap.names), snap.names.outlet(account.report)
    reported = when(snap.reports[account.report].published)
    evidence = count.evidence
    return Figure(
        source=source,
        outlet=outlet,
        what=count.what,
        low=count.low,
        high=count.high,
        value=amount(count),
        of=count.of or "",
        when=reported,
        label=f"{source}: {amount(count)}",
        href=f"/reports/{evidence.report}#{evidence.start}-{evidence.end}",
    )
