"""The first page: what is in the record, and what is most worth a look."""

from __future__ import annotations

import datetime as dt

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.briefing.brief import Coverage, EventView
from dragoman.briefing.composing import coverage
from dragoman.briefing.naming import first_day
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.needing import REASONS, needs
from dragoman.web.pages.commitments import LedgerLine, latest_day, line_of
from dragoman.web.pages.disputes import DisputeEntry, Filters, disputes_of
from dragoman.web.pages.reports import ReportLine, line
from dragoman.web.snapshot import Snapshot

router = APIRouter()

_FEW = 6


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """How many of something there are, and where they are listed."""

    what: str
    count: int
    href: str


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds, the heaviest disputes, the latest events, what falls due."""

    coverage: Coverage
    figures: tuple[Figure, ...]
    disputes: tuple[DisputeEntry, ...]
    events: tuple[EventView, ...]
    due: tuple[LedgerLine, ...]
    silent: int
    reports: tuple[ReportLine, ...]
    skipped: int
    waiting: tuple[Figure, ...]


@router.get("/")
def overview(request: Request) -> Response:
    """What is in the record, live disputes, the latest events and what falls due."""
    view = overview_of(snapshot_of(request))
    return answer(request, "overview.html.jinja", view, title="Overview", rows=view.figures)


def overview_of(snap: Snapshot) -> Overview:
    """Return the overview of a record."""
    record = snap.record
    counts = {
        "reports": ("/reports", len(record.reports)),
        "claims": ("/search", len(record.claims)),
        "events": ("/events", len(record.events)),
        "disputes": ("/disputes", len(record.disputes)),
        "commitments": ("/commitments", len(record.commitments)),
        "actors": ("/actors", sum(actor.named for actor in record.actors)),
    }
    latest = sorted(record.reports, key=lambda r: (r.published is None, first_day(r.published)))
    dated = [report for report in latest if report.published is not None]
    return Overview(
        coverage=snap.once("coverage", lambda s: coverage(s.record)),
        figures=tuple(Figure(what=w, count=n, href=href) for w, (href, n) in counts.items()),
        disputes=disputes_of(snap, Filters()).disputes[:_FEW],
        events=_latest_events(snap),
        due=_due(snap),
        silent=sum(item.status == "due_unknown" for item in record.commitments),
        reports=tuple(line(report, snap) for report in dated[::-1][:_FEW]),
        skipped=len(record.skipped),
        waiting=_waiting(snap),
    )


def _latest_events(snap: Snapshot) -> tuple[EventView, ...]:
    """Return the latest events told as having happened; a date after the last report is a plan."""
    day = latest_day(snap) or dt.date.max
    real = [
        event
        for event in snap.events_by_time
        if event.status in ("happened", "ongoing")
        and event.family == "event"
        and event.date is not None
        and (event.date.start or dt.date.min) <= day
    ]
    return tuple(snap.event_views[event.id] for event in real[::-1][:8])


def _due(snap: Snapshot) -> tuple[LedgerLine, ...]:
    """Return what was due last and what is due next: the days nearest to the latest report's."""
    day = latest_day(snap)
    if day is None:
        return ()
    dated = [item for item in snap.record.commitments if item.due is not None]
    dated.sort(key=lambda item: (abs((first_day(item.due) - day).days), item.id))
    nearest = sorted(dated[:_FEW], key=lambda item: (first_day(item.due), item.id))
    return tuple(line_of(item, snap) for item in nearest)


def _waiting(snap: Snapshot) -> tuple[Figure, ...]:
    found = snap.once("needs", needs)
    counted = {reason: sum(need.reason == reason for need in found) for reason in REASONS}
    return tuple(
        Figure(what=REASONS[reason], count=number, href=f"/review?reason={reason}")
        for reason, number in counted.items()
        if number
    )
