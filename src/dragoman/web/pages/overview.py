"""The first page: what is in the record, and what is most worth a look."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.web.answering import answer, snapshot_of
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds, in figures."""

    counts: dict[str, int]


@router.get("/", name="overview")
def overview(request: Request) -> Response:
    """What is in the record, the latest events, live disputes and what falls due."""
    view = overview_of(snapshot_of(request))
    rows = [{"what": key, "count": value} for key, value in view.counts.items()]
    return answer(request, "overview.html.jinja", view, title="Overview", rows=rows)


def overview_of(snap: Snapshot) -> Overview:
    """Return the overview of a record."""
    record = snap.record
    kinds = ("reports", "claims", "events", "disputes", "commitments", "actors")
    return Overview(counts={kind: len(getattr(record, kind)) for kind in kinds})
