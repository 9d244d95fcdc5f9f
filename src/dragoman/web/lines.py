"""Events as one line each."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import figure, told_apart, when
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
    names, named = snap.names, kind(event)
    actors, recipients = names.actor_list(event.actors), names.actor_list(event.recipients)
    place = names.place(event.place)
    several = told_apart(event.counts)
    shown = (figure(count, apart=count.what in several) for count in event.counts)
    counts = tuple(dict.fromkeys(shown))
    first = snap.first_reported.get(event.id)
    return EventLine(
        id=event.id,
        href=f"/events/{event.id}",
        label=_label(named, actors, recipients, place, counts),
        kind=named,
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


def type_label(family: str, code: str) -> str:
    """Return what to call a type."""
    return label("situations" if family == "situation" else "events", code)
