"""Events: the list, with its filters."""

from __future__ import annotations

from collections import Counter

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.briefing.brief import EventView
from dragoman.model import Event
from dragoman.model.vocabulary import label, terms
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.filtering import Days, days
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to leave in a list of events; "" leaves all in."""

    type: str = ""
    status: str = ""
    actor: str = ""
    place: str = ""
    days: Days = Days()
    disputed: bool = False
    order: str = ""


class EventList(msgspec.Struct, frozen=True, kw_only=True):
    """Events as lines of a chronology, the latest first unless told otherwise."""

    events: tuple[EventView, ...]
    types: tuple[tuple[str, str], ...]
    place: str
    actor: str
    paging: Paging


@router.get("/events")
def events(
    request: Request,
    type: str = "",  # noqa: A002
    status: str = "",
    actor: str = "",
    place: str = "",
    since: str = "",
    until: str = "",
    disputed: bool = False,
    order: str = "",
    page: int = 1,
) -> Response:
    """Events and situations in order of time, with filters."""
    filters = Filters(
        type=type, status=status, actor=actor, place=place, days=days(since, until),
        disputed=disputed, order=order,
    )  # fmt: skip
    view = events_of(snapshot_of(request), filters, page=page)
    statuses = [(term.code, term.label) for term in terms("statuses")]
    return answer(
        request,
        "events.html.jinja",
        view,
        title="Events",
        rows=[_line(item) for item in view.events],
        extra={"statuses": statuses},
    )


def _line(view: EventView) -> dict[str, object]:
    line = msgspec.structs.asdict(view)
    line["accounts"] = len(view.accounts)
    return line


def events_of(snap: Snapshot, filters: Filters, *, page: int = 1) -> EventList:
    """Return a page of the events that pass ``filters``."""
    chosen = [event for event in snap.events_by_time if _passes(event, filters, snap)]
    if filters.order != "earliest":
        dated = [event for event in chosen if event.date is not None]
        chosen = dated[::-1] + [event for event in chosen if event.date is None]
    part, paging = paginate(chosen, page)
    by_type = Counter((event.family, event.type) for event in snap.record.events)
    named = ((code, label(_LIST[family], code)) for family, code in by_type)
    return EventList(
        events=tuple(snap.event_views[event.id] for event in part),
        types=tuple(sorted(named, key=lambda item: item[1])),
        place=snap.names.place(filters.place),
        actor=snap.names.actor(filters.actor) or filters.actor,
        paging=paging,
    )


_LIST = {"event": "events", "situation": "situations"}


def _passes(event: Event, filters: Filters, snap: Snapshot) -> bool:
    return (
        (not filters.type or event.type == filters.type)
        and (not filters.status or event.status == filters.status)
        and (not filters.actor or snap.has_actor(event, filters.actor))
        and (not filters.place or snap.lies_in(event.place, filters.place))
        and (not filters.disputed or event.id in snap.disputes_by_thing)
        and filters.days.hold(event.date)
    )
