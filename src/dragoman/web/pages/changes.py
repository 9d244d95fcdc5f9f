"""What changed: all that came to be known between two days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model import Event, Evidence
from dragoman.model.vocabulary import label
from dragoman.web.answering import answer, snapshot_of, state_of
from dragoman.web.comparing import Changed, Comparison, RunLine, compare, run_line
from dragoman.web.knowing import (
    ChangedDispute,
    ChangedEvent,
    Stretch,
    changed_dispute,
    changed_event,
    changed_promise,
    day_of,
    first_known,
)
from dragoman.web.lines import line
from dragoman.web.paging import Paging, paginate
from dragoman.web.selecting import first_day, last_day
from dragoman.web.snapshot import Snapshot

router = APIRouter()

# Lines of a part until it is asked for as a whole.
_FEW = 12
_WHOLE = 60


class NewReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report of the stretch."""

    href: str
    title: str
    outlet: str
    published: str
    copy: bool


class NewRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role that reports came to give an actor, or an actor that they came to name."""

    href: str
    name: str
    role: str
    words_href: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of change: its first lines, or a page of all of them."""

    code: str
    title: str
    total: int
    paging: Paging
    items: tuple[object, ...]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What came to be known after ``since`` up to and with ``until``, by kind.

    ``acts`` counts the statements of the stretch; ``undated`` the reports that no stretch holds.
    """

    since: str
    until: str
    first: str
    last: str
    show: str
    acts: dict[str, int]
    undated: int
    parts: tuple[Part, ...]
    runs: tuple[RunLine, ...] = ()


class Runs(msgspec.Struct, frozen=True, kw_only=True):
    """What differs in the record between two runs, a page of it."""

    runs: tuple[RunLine, ...]
    comparison: Comparison
    things: tuple[Changed, ...]
    paging: Paging


@router.get("/changes", name="changes")
def changes(
    request: Request, since: str = "", until: str = "", show: str = "", page: int = 1
) -> Response:
    """What came to be known between two days of publication; the runs that changed the record."""
    whole = request.query_params.get("format") == "csv"
    view = changes_of(
        snapshot_of(request), since=since, until=until, show=show, page=page, whole=whole
    )
    runs = tuple(run_line(run) for run in state_of(request).store.runs())
    view = msgspec.structs.replace(view, runs=runs)
    rows = [{"part": part.code, **_row(item)} for part in view.parts for item in part.items]
    return answer(request, "changes.html.jinja", view, title="What changed", rows=rows)


@router.get("/changes/runs", name="runs")
def runs(
    request: Request, since: int = -1, until: int = -1, kind: str = "", page: int = 1
) -> Response:
    """What differs in the record between two runs; by default what the last run changed."""
    store = state_of(request).store
    listed = store.runs()
    last = listed[0].number if listed else 0
    until = last if until < 0 else until
    since = max(0, until - 1) if since < 0 else min(since, until)
    found = compare(store.changes(since, until), since, until, snapshot_of(request))
    things = [thing for thing in found.things if not kind or thing.kind == kind]
    whole = request.query_params.get("format") == "csv"
    part, paging = paginate(things, page, size=len(things) or 1 if whole else _WHOLE)
    view = Runs(
        runs=tuple(run_line(run) for run in listed),
        comparison=msgspec.structs.replace(found, things=()),
        things=tuple(part),
        paging=paging,
    )
    return answer(request, "runs.html.jinja", view, title="What runs changed", rows=part)


def _row(item: object) -> dict[str, object]:
    assert isinstance(item, msgspec.Struct)
    found = msgspec.structs.asdict(item)
    event = found.pop("event", None)
    return {**(msgspec.structs.asdict(event) if event else {}), **found}


def changes_of(
    snap: Snapshot,
    *,
    since: str = "",
    until: str = "",
    show: str = "",
    page: int = 1,
    whole: bool = False,
) -> Changes:
    """Return what came to be known in a stretch, by default that of the latest reports."""
    days = sorted(day for report in snap.reports if (day := day_of(report, snap)))
    stretch = _stretch(days, first_day(since), last_day(until))
    parts = []
    for code, title, items in _found(stretch, snap):
        if show and code != show:
            continue
        size = len(items) or 1 if whole else _WHOLE if show else _FEW
        part, paging = paginate(items, page if show else 1, size=size)
        parts.append(
            Part(code=code, title=title, total=len(items), paging=paging, items=tuple(part))
        )
    acts = Counter(
        label("acts", claim.act)
        for claim in snap.record.claims
        if stretch.holds(day_of(claim.report, snap))
    )
    return Changes(
        since=stretch.since.isoformat(),
        until=stretch.until.isoformat(),
        first=days[0].isoformat() if days else "",
        last=days[-1].isoformat() if days else "",
        show=show,
        acts=dict(acts.most_common()),
        undated=len(snap.reports) - len(days),
        parts=tuple(parts),
    )


def _stretch(days: Sequence[dt.date], since: dt.date | None, until: dt.date | None) -> Stretch:
    """Return the stretch asked for; by default from the day of publication before the last one."""
    last = until or (days[-1] if days else dt.date.min)
    earlier = [day for day in days if day < last]
    start = since or (earlier[-1] if earlier else last)
    return Stretch(min(start, last), last)


def _found(stretch: Stretch, snap: Snapshot) -> list[tuple[str, str, Sequence[object]]]:
    """Return what came to be known, most telling first."""
    record = snap.record
    disputes = [c for item in record.disputes if (c := changed_dispute(item, stretch, snap))]
    changed = [told for e in record.events if (told := changed_event(e, stretch, snap))]
    new = [e for e in record.events if stretch.holds(first_known(_words(e, snap), snap))]
    new.sort(key=lambda event: (-event.independent_sources, event.id))
    promises = [p for item in record.commitments for p in changed_promise(item, stretch, snap)]
    return [
        ("disputes", "Disputes that arose or gained a position", _new_first(disputes)),
        ("promises", "Promises made, due or reported on", promises),
        ("changed", "Known events of which more is told", _most_told(changed)),
        ("new", "Events and situations first told of", [line(event, snap) for event in new]),
        ("roles", "Actors first named, and roles first given", _roles(stretch, snap)),
        ("reports", "Reports", _reports(stretch, snap)),
    ]


def _words(event: Event, snap: Snapshot) -> list[Evidence]:
    return [snap.accounts[name].trigger for name in event.accounts]


def _new_first(disputes: list[ChangedDispute]) -> list[ChangedDispute]:
    return sorted(disputes, key=lambda item: not item.new)


def _most_told(changed: list[ChangedEvent]) -> list[ChangedEvent]:
    """Return changed events, those first that have new values and then those of most reports."""
    return sorted(changed, key=lambda item: (not item.news, -item.reports, item.event.id))


def _roles(stretch: Stretch, snap: Snapshot) -> list[NewRole]:
    found = []
    for actor in snap.record.actors:
        if not actor.named:
            continue
        fresh = stretch.holds(first_known(actor.evidence, snap))
        roles = [
            role
            for role in actor.roles
            if role.evidence and stretch.holds(first_known(role.evidence, snap))
        ]
        if not fresh and not roles:
            continue
        words = roles[0].evidence[0] if roles else actor.evidence[0]
        found.append(
            NewRole(
                href=f"/actors/{actor.id}",
                name=actor.name,
                role="; ".join(dict.fromkeys(role.title for role in roles)),
                words_href=f"/reports/{words.report}#{words.start}-{words.end}",
            )
        )
    return sorted(found, key=lambda item: (not item.role, item.name, item.href))


def _reports(stretch: Stretch, snap: Snapshot) -> list[NewReport]:
    return [
        NewReport(
            href=f"/reports/{report.id}",
            title=report.title or report.source,
            outlet=snap.names.outlet(report.id),
            published=str(report.published or ""),
            copy=report.copy_of is not None,
        )
        for report in snap.record.reports
        if stretch.holds(day_of(report.id, snap))
    ]
