"""Which events a page is asked for, and what there is to ask for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Annotated

import msgspec
from fastapi import Depends

from dragoman.model import Event
from dragoman.web.lines import type_label
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import STANDINGS, standing


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which events a page is asked for: empty fields choose all.

    ``place`` takes in what lies within it, ``at`` is the place itself. ``since`` and ``until``
    are days, months or years ("2016-08"): an event without a date is in no such stretch.
    """

    type: str = ""
    standing: str = ""
    actor: str = ""
    place: str = ""
    at: str = ""
    since: str = ""
    until: str = ""

    def narrowed(self) -> bool:
        """Return whether anything is left out."""
        return any(getattr(self, name) for name in self.__struct_fields__)


def selection(
    type: str = "",  # noqa: A002
    standing: str = "",
    actor: str = "",
    place: str = "",
    at: str = "",
    since: str = "",
    until: str = "",
) -> Selection:
    """Return which events a request asks for."""
    return Selection(
        type=type, standing=standing, actor=actor, place=place, at=at, since=since, until=until
    )


Selected = Annotated[Selection, Depends(selection)]


def first_day(text: str) -> dt.date | None:
    """Return the first day of a day, month or year written as ISO 8601, or None.

    >>> first_day("2016-08"), first_day("soon")
    (datetime.date(2016, 8, 1), None)
    """
    return _day(text, last=False)


def last_day(text: str) -> dt.date | None:
    """Return the last day of a day, month or year written as ISO 8601, or None.

    >>> last_day("2016-02")
    datetime.date(2016, 2, 29)
    """
    return _day(text, last=True)


def _day(text: str, *, last: bool) -> dt.date | None:
    parts = text.strip().split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = [*map(int, parts), 0, 0][:3]
    if not 1 <= year < 9999 or month > 12 or day > 31:
        return None
    return _last(year, month, day) if last else _first(year, month, day)


def _first(year: int, month: int, day: int) -> dt.date:
    start = dt.date(year, month or 1, 1)
    return start if not day else _within(start, day)


def _last(year: int, month: int, day: int) -> dt.date:
    if not month:
        return dt.date(year, 12, 31)
    start = dt.date(year, month, 1)
    return _within(start, day or 31)


def _within(start: dt.date, day: int) -> dt.date:
    """Return that day of a month, or its last one when it has none of that number."""
    found = start + dt.timedelta(days=day - 1)
    while found.month != start.month:
        found -= dt.timedelta(days=1)
    return found


def select(snap: Snapshot, wanted: Selection) -> list[Event]:
    """Return the events that are asked for, in the record's order."""
    pool = snap.events_by_actor.get(wanted.actor, ()) if wanted.actor else snap.record.events
    since, until = first_day(wanted.since), last_day(wanted.until)
    return [
        event
        for event in pool
        if (not wanted.type or event.type == wanted.type)
        and (not wanted.standing or standing(event.status) == wanted.standing)
        and (not wanted.at or event.place == wanted.at)
        and (not wanted.place or _lies(event.place, wanted.place, snap))
        and _in_time(event, since, until)
    ]


def _lies(place: str | None, within: str, snap: Snapshot) -> bool:
    if place == within:
        return True
    found = snap.places.get(place or "")
    return found is not None and within in found.within


def _in_time(event: Event, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    dates = event.date
    if dates is None or (dates.start is None and dates.end is None):
        return False
    start, end = dates.start or dates.end, dates.end or dates.start
    return (since is None or (end or dt.date.max) >= since) and (
        until is None or (start or dt.date.min) <= until
    )


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a filter offers, with its words and how many it finds."""

    code: str
    words: str
    count: int


def type_options(snap: Snapshot) -> tuple[Option, ...]:
    """Return the types of events and situations that the record holds, most frequent first."""
    found = Counter((event.family, event.type) for event in snap.record.events)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Option(code=code, words=type_label(family, code), count=count)
        for (family, code), count in ordered
    )


# How many actors and places a filter lists; another is reached from its own page.
_LISTED = 60


def actor_options(snap: Snapshot, chosen: str) -> tuple[Option, ...]:
    """Return the named actors of most events, and the chosen one whoever it is."""
    named = (
        (actor, events)
        for actor, events in snap.events_by_actor.items()
        if actor == chosen or (actor in snap.actors and snap.actors[actor].named)
    )
    counted = ((actor, snap.names.actor(actor), len(events)) for actor, events in named)
    return _options(counted, chosen)


def place_options(snap: Snapshot, chosen: str) -> tuple[Option, ...]:
    """Return the places of most events, what lies within them counted in, and the chosen one."""
    found: Counter[str] = Counter()
    for place, events in snap.events_by_place.items():
        within = snap.places[place].within if place in snap.places else ()
        for outer in (place, *within):
            found[outer] += len(events)
    if chosen in snap.places:
        found.setdefault(chosen, 0)
    return _options(((place, snap.names.place(place), n) for place, n in found.items()), chosen)


def _options(items: Iterable[tuple[str, str, int]], chosen: str) -> tuple[Option, ...]:
    ordered = sorted(items, key=lambda item: (-item[2], item[1], item[0]))
    kept = [item for k, item in enumerate(ordered) if k < _LISTED or item[0] == chosen]
    return tuple(Option(code=code, words=words, count=n) for code, words, n in kept)


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What the filters of a page offer."""

    types: tuple[Option, ...]
    standings: tuple[Option, ...]
    actors: tuple[Option, ...]
    places: tuple[Option, ...]


def choices(snap: Snapshot, wanted: Selection) -> Choices:
    """Return what the filters offer over events."""
    found: Counter[str] = Counter(standing(event.status) for event in snap.record.events)
    return Choices(
        types=type_options(snap),
        standings=tuple(
            Option(code=code, words=words, count=found[code]) for code, words in STANDINGS.items()
        ),
        actors=actor_options(snap, wanted.actor),
        places=place_options(snap, wanted.place or wanted.at),
    )
