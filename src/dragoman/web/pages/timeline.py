"""The timeline: dated events as signs and spans, and the rest as a list."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model import Event
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.lines import EventLine, day_of, line, type_label
from dragoman.web.paging import Paging, paginate
from dragoman.web.selecting import (
    Choices,
    Selected,
    Selection,
    choices,
    first_day,
    last_day,
    select,
)
from dragoman.web.snapshot import Snapshot

router = APIRouter()

# More signs than this say nothing and draw slowly; the list below holds all of them.
MOST_DRAWN = 160
# A first look leaves out the first and the last of so many of the signs drawn.
_EDGE = 0.04


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the timeline draws it; ``end`` only where it is a span of more than a day.

    ``reported`` marks one without a date, put at the day of its first report.
    """

    id: str
    group: str
    start: str
    end: str | None
    label: str
    when: str
    status: str
    standing: str
    sources: int
    reported: bool
    href: str


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the timeline: events of one type."""

    id: str
    label: str
    order: int


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn, and the stretch that is shown first."""

    groups: tuple[Group, ...]
    items: tuple[Sign, ...]
    start: str = msgspec.field(name="from")
    end: str = msgspec.field(name="to")


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of years with how many events are dated to it."""

    since: str
    until: str
    words: str
    count: int


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Events in order of time: ``dated`` and ``undated`` count all that were asked for."""

    selection: Selection
    choices: Choices
    years: tuple[Stretch, ...]
    dated: int
    undated: int
    showing_undated: bool
    with_reported: bool
    drawing: Drawing | None
    events: tuple[EventLine, ...]
    paging: Paging


@router.get("/timeline", name="timeline")
def timeline(
    request: Request,
    wanted: Selected,
    page: int = 1,
    undated: bool = False,
    reported: bool | None = None,
) -> Response:
    """Events in order of time, with uncertain dates as spans."""
    snap = snapshot_of(request)
    whole = request.query_params.get("format") == "csv"
    size = len(snap.record.events) or 1 if whole else 50
    view = timeline_of(snap, wanted, page=page, undated=undated, reported=reported, size=size)
    return answer(request, "timeline.html.jinja", view, title="Timeline", rows=view.events)


def timeline_of(
    snap: Snapshot,
    wanted: Selection,
    *,
    page: int = 1,
    undated: bool = False,
    reported: bool | None = None,
    size: int = 50,
) -> Timeline:
    """Return the events asked for, drawn and listed; ``undated`` lists those without a date.

    With ``reported`` these are drawn too, at the day of their first report; by default when all
    of them fit.
    """
    found = select(snap, wanted)
    dated = sorted(
        (event for event in found if day_of(event) is not None),
        key=lambda event: (day_of(event) or dt.date.max, event.id),
    )
    rest = [event for event in found if day_of(event) is None]
    rest.sort(key=lambda event: (snap.first_reported.get(event.id, dt.date.max), event.id))
    with_reported = len(found) <= MOST_DRAWN if reported is None else reported
    drawn = [*dated, *rest] if with_reported else dated
    part, paging = paginate(rest if undated else dated, page, size=size)
    return Timeline(
        selection=wanted,
        choices=choices(snap, wanted),
        years=_years(dated),
        dated=len(dated),
        undated=len(rest),
        showing_undated=undated,
        with_reported=with_reported,
        drawing=_drawing(drawn, wanted, snap),
        events=tuple(line(event, snap) for event in part),
        paging=paging,
    )


def _years(dated: Sequence[Event]) -> tuple[Stretch, ...]:
    """Return the years that events are dated to; the few long ago are taken together."""
    years = [day.year for event in dated if (day := day_of(event))]
    if not years:
        return ()
    recent = years[int(len(years) * _EDGE)]
    found = sorted(Counter(year for year in years if year >= recent).items())
    stretches = [Stretch(since=f"{y:04}", until=f"{y:04}", words=str(y), count=n) for y, n in found]
    older = sum(year < recent for year in years)
    if older:
        before = f"{recent - 1:04}"
        stretches.insert(0, Stretch(since="", until=before, words=f"to {before}", count=older))
    return tuple(stretches)


def _drawing(events: Sequence[Event], wanted: Selection, snap: Snapshot) -> Drawing | None:
    """Return the events that most sources tell of, as signs; None when there are none."""
    days = {event.id: day for event in events if (day := _drawn_at(event, snap))}
    weighty = sorted(
        (event for event in events if event.id in days),
        key=lambda event: (-event.independent_sources, -len(event.accounts), event.id),
    )
    drawn = sorted(weighty[:MOST_DRAWN], key=lambda event: (days[event.id], event.id))
    if not drawn:
        return None
    rows = Counter((event.family, event.type) for event in drawn)
    ordered = sorted(rows, key=lambda item: (-rows[item], item))
    ends = sorted(
        event.date.end if event.date and event.date.end else days[event.id] for event in drawn
    )
    start, end = _window([days[event.id] for event in drawn], ends, wanted)
    return Drawing(
        groups=tuple(
            Group(id=code, label=type_label(family, code), order=k)
            for k, (family, code) in enumerate(ordered)
        ),
        items=tuple(_sign(event, days[event.id], snap) for event in drawn),
        start=start.isoformat(),
        end=end.isoformat(),
    )


def _drawn_at(event: Event, snap: Snapshot) -> dt.date | None:
    return day_of(event) or snap.first_reported.get(event.id)


def _window(
    starts: Sequence[dt.date], ends: Sequence[dt.date], wanted: Selection
) -> tuple[dt.date, dt.date]:
    """Return the stretch shown first: what was asked for, else where nearly all events lie."""
    cut = int(len(starts) * _EDGE)
    start = first_day(wanted.since) or starts[cut]
    end = last_day(wanted.until) or ends[len(ends) - 1 - cut]
    margin = max(dt.timedelta(days=8), (end - start) / 30)
    # The words on a sign stand to its right.
    return _moved(start, -margin), _moved(max(start, end), 5 * margin)


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return a day moved, though not out of the calendar."""
    ordinal = day.toordinal() + by.days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


def _sign(event: Event, day: dt.date, snap: Snapshot) -> Sign:
    shown = line(event, snap)
    start = day.isoformat()
    dated = bool(shown.start or shown.end)
    return Sign(
        id=event.id,
        group=event.type,
        start=start,
        end=shown.end if dated and shown.end and shown.end != start else None,
        label=shown.label,
        when=shown.when or f"no date given, reported {shown.reported}",
        status=shown.status,
        standing=shown.standing,
        sources=shown.sources,
        reported=not dated,
        href=shown.href,
    )
