"""One event, with its accounts side by side."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.assessment import Explanation
from dragoman.briefing.brief import EventView, Quote
from dragoman.briefing.events import kind
from dragoman.briefing.naming import first_day, voice
from dragoman.model import Account, Event
from dragoman.model.vocabulary import terms
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.cards import Decided, Link, decided, dispute_links
from dragoman.web.matters import MATTERS, Row, row
from dragoman.web.naming import event_words
from dragoman.web.pages.places import MapPlace, map_place, shape_of
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class AccountColumn(msgspec.Struct, frozen=True, kw_only=True):
    """An account, as the head and foot of a column; ``reprints`` repeat it."""

    id: str
    voice: str
    outlet: str
    published: str
    report: str
    status: str
    quote: Quote
    reprints: tuple[Link, ...]
    decided: tuple[Decided, ...]


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """A value of the event with the rule that took it from the accounts."""

    field: str
    rule: str


class EventPage(msgspec.Struct, frozen=True, kw_only=True):
    """An event, its accounts in columns, the matters in rows."""

    event: EventView
    type: str
    family: str
    columns: tuple[AccountColumn, ...]
    rows: tuple[Row, ...]
    derived: tuple[Derived, ...]
    disputes: tuple[Link, ...]
    near: tuple[Link, ...]
    decided: tuple[Decided, ...]
    why: Explanation
    map: tuple[MapPlace, ...]


@router.get("/events/{name}")
def event(request: Request, name: str) -> Response:
    """An event: its accounts side by side, with what differs marked."""
    snap = snapshot_of(request)
    found = snap.events.get(name)
    if found is None:
        raise HTTPException(404, f"No event has the id {name}")
    view = event_page(found, snap)
    return answer(
        request,
        "event.html.jinja",
        view,
        title=event_words(name, snap),
        rows=_sheet(view),
        extra={"statuses": [(term.code, term.label) for term in terms("statuses")]},
    )


def _sheet(view: EventPage) -> Iterable[dict[str, str]]:
    for number, column in enumerate(view.columns):
        row = {"account": column.id, "told by": column.voice, "outlet": column.outlet}
        row |= {line.name.lower(): line.cells[number].value for line in view.rows}
        yield row | {"words": column.quote.evidence.quote, "report": column.report}


def event_page(found: Event, snap: Snapshot) -> EventPage:
    """Return an event with its accounts in columns; those of reprints fold under the original's."""
    told = [snap.accounts[i] for i in found.accounts if i in snap.accounts]
    told.sort(key=lambda item: (first_day(snap.reports[item.report].published), item.id))
    first, reprints = folded(told, snap)
    return EventPage(
        event=snap.event_views[found.id],
        type=kind(found),
        family=found.family,
        columns=tuple(_column(item, reprints[item.id], snap) for item in first),
        rows=tuple(line for matter in MATTERS if (line := row(matter, first, snap))),
        derived=tuple(
            Derived(field=field, rule=rule) for field, rule in sorted(found.derived.items())
        ),
        disputes=dispute_links(found.id, snap),
        near=_near(found, snap),
        decided=decided(found.id, snap),
        why=snap.why(found),
        map=_spot(found, snap),
    )


def folded(
    told: list[Account], snap: Snapshot
) -> tuple[list[Account], dict[str, list[Account]]]:  # fmt: skip
    """Return accounts without those of reprints, and the reprints' by the account they repeat.

    An account of a reprint folds under one of its original that says the same words.
    """
    words = {(item.report, " ".join(item.trigger.quote.split())): item for item in told}
    first: list[Account] = []
    under: dict[str, list[Account]] = {item.id: [] for item in told}
    for item in told:
        original = snap.reports[item.report].copy_of
        same = words.get((original or "", " ".join(item.trigger.quote.split())))
        if same is not None:
            under[same.id].append(item)
        else:
            first.append(item)
    return first, under


def _column(item: Account, reprints: list[Account], snap: Snapshot) -> AccountColumn:
    quote = snap.names.quote(item.evidence[0])
    return AccountColumn(
        id=item.id,
        voice=voice(item, snap.names),
        outlet=quote.outlet,
        published=quote.published,
        report=item.report,
        status=item.status,
        quote=quote,
        reprints=tuple(
            Link(
                text=snap.names.outlet(copy.report),
                href=f"/reports/{copy.report}#{copy.trigger.start}-{copy.trigger.end}",
            )
            for copy in reprints
        ),
        decided=decided(item.id, snap),
    )


def _near(found: Event, snap: Snapshot) -> tuple[Link, ...]:
    """Return events of the same type at the same place within a week: perhaps the same one."""
    if found.place is None:
        return ()
    day = first_day(found.date)
    near = [
        other
        for other in snap.events_by_place.get(found.place, ())
        if other.id != found.id
        and other.type == found.type
        and abs((first_day(other.date) - day).days) <= 7
    ]
    return tuple(
        Link(text=event_words(other.id, snap), href=f"/events/{other.id}") for other in near[:12]
    )


def _spot(found: Event, snap: Snapshot) -> tuple[MapPlace, ...]:
    """Return the place of an event for the map, nothing where it cannot be drawn."""
    if found.place not in snap.places or shape_of(snap.places[found.place]) == "nowhere":
        return ()
    return (map_place(snap, found.place, [found], named=1),)
