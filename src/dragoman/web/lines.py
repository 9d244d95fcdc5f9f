"""Events as one line each, and which of them a page is asked for."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import figure, when
from dragoman.model import Dates, Event
from dragoman.model.vocabulary import label
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import Standing, standing


class EventLine(msgspec.Struct, frozen=True, kw_only=True):
    """An event in one line. ``start`` and ``end`` are ISO days, "" where none is known."""

    id: str
    href: str
    label: str
    kind: str
    type: str
    status: str
    standing: Standing
    when: str
    start: str
    end: str
    reported: str
    actors: str
    recipients: str
    place: str
    counts: tuple[str, ...]
    reports: int
    sources: int


def line(event: Event, snap: Snapshot) -> EventLine:
    """Return an event as a line."""
    names = snap.names
    actors, recipients = names.actor_list(event.actors), names.actor_list(event.recipients)
    place = names.place(event.place)
    counts = tuple(dict.fromkeys(figure(count) for count in event.counts))
    first = snap.first_reported.get(event.id)
    return EventLine(
        id=event.id,
        href=f"/events/{event.id}",
        label=_label(kind(event), actors, recipients, place, counts),
        kind=kind(event),
        type=event.type,
        status=label("statuses", event.status).lower(),
        standing=standing(event.status),
        when=when(event.date),
        start=_iso(event.date.start if event.date else None),
        end=_iso(event.date.end if event.date else None),
        reported="" if first is None else when(Dates.day(first)),
        actors=actors,
        recipients=recipients,
        place=place,
        counts=counts,
        reports=event.reports,
        sources=event.independent_sources,
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _label(kind: str, actors: str, recipients: str, place: str, counts: tuple[str, ...]) -> str:
    """Return an event in few words: "Air strike: Russia → NFA, Selmo, at least 8 killed"."""
    who = " → ".join(filter(None, (actors or ("?" if recipients else ""), recipients)))
    rest = ", ".join(filter(None, (who, place, *counts)))
    return f"{kind}: {rest}" if rest else kind


def day_of(event: Event) -> dt.date | None:
    """Return the day that an event is put at in order of time, if any is known."""
    return None if event.date is None else event.date.start or event.date.end


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


def type_label(family: str, code: str) -> str:
    """Return what to call a type."""
    return label("situations" if family == "situation" else "events", code)
