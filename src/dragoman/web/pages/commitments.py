"""Commitments as a ledger, and the agreements under which they were made."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.briefing.brief import AgreementView, CommitmentView
from dragoman.briefing.composing import agreement_view, commitment_view
from dragoman.briefing.naming import day, first_day
from dragoman.model import Agreement, Commitment
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.cards import STANDING, Decided, Link, decided, dispute_links
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment; ``standing`` says its status in words."""

    commitment: CommitmentView
    standing: str
    agreement: Link | None
    decided: tuple[Decided, ...]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Commitments by the day they fall due; ``as_of`` is the latest report's day."""

    lines: tuple[LedgerLine, ...]
    standings: tuple[tuple[str, str, int], ...]
    as_of: str
    by: str
    paging: Paging


class AgreementLine(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement with how much was promised under it."""

    agreement: AgreementView
    commitments: int


class AgreementList(msgspec.Struct, frozen=True, kw_only=True):
    """Agreements in order of their dates."""

    agreements: tuple[AgreementLine, ...]
    paging: Paging


class AgreementPage(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement, what was promised under it, and the disputes over it."""

    agreement: AgreementView
    lines: tuple[LedgerLine, ...]
    disputes: tuple[Link, ...]
    decided: tuple[Decided, ...]


@router.get("/commitments")
def commitments(
    request: Request, status: str = "", by: str = "", due: str = "", page: int = 1
) -> Response:
    """Who promised whom what, by when, on what condition, and what was reported since."""
    view = ledger_of(snapshot_of(request), status=status, by=by, due=due, page=page)
    return answer(
        request, "commitments.html.jinja", view, title="Commitments", rows=list(_rows(view.lines))
    )  # fmt: skip


def ledger_of(
    snap: Snapshot, *, status: str = "", by: str = "", due: str = "", page: int = 1
) -> Ledger:
    """Return a page of the ledger: of one status, of one promiser, or only what has a deadline."""
    word = by.casefold()
    chosen = [
        item
        for item in sorted(snap.record.commitments, key=_by_due)
        if (not status or item.status == status)
        and (not due or item.due is not None)
        and (not by or any(i == by or word in snap.names.actor(i).casefold() for i in item.by))
    ]
    part, paging = paginate(chosen, page, size=100)
    counted: Counter[str] = Counter(item.status for item in snap.record.commitments)
    latest = latest_day(snap)
    return Ledger(
        lines=tuple(line_of(item, snap) for item in part),
        standings=tuple(
            (code, words, counted[code]) for code, words in STANDING.items() if counted[code]
        ),
        as_of=day(latest) if latest else "",
        by=snap.names.actor(by) or by,
        paging=paging,
    )


def _by_due(item: Commitment) -> tuple[dt.date, dt.date, str]:
    return first_day(item.due), first_day(item.made_on), item.id


def latest_day(snap: Snapshot) -> dt.date | None:
    """Return the day up to which the record knows: of its latest report."""
    ends = (r.published.end for r in snap.record.reports if r.published is not None)
    return max((end for end in ends if end is not None), default=None)


def line_of(item: Commitment, snap: Snapshot) -> LedgerLine:
    """Return a commitment as a line of the ledger."""
    agreement = snap.agreements.get(item.agreement or "")
    link = Link(text=agreement.name, href=f"/agreements/{agreement.id}") if agreement else None
    return LedgerLine(
        commitment=commitment_view(item, snap.names, snap.record),
        standing=STANDING[item.status],
        agreement=link,
        decided=decided(item.id, snap),
    )


def _rows(lines: tuple[LedgerLine, ...]) -> Iterator[dict[str, str]]:
    for line in lines:
        view = line.commitment
        words = view.quotes[0].evidence
        yield {
            "id": view.id,
            "by": view.by,
            "to": view.to,
            "what": view.action,
            "made on": view.made_on,
            "due": view.due,
            "condition": view.condition,
            "agreement": view.agreement,
            "status": view.status,
            "since": "; ".join(f"{entry.status} {entry.on}".strip() for entry in view.history),
            "words": words.quote,
            "report": words.report,
            "start": str(words.start),
            "end": str(words.end),
        }


@router.get("/agreements")
def agreements(request: Request, page: int = 1) -> Response:
    """Deals, truces, resolutions and memoranda that reports name."""
    view = agreements_of(snapshot_of(request), page=page)
    rows = [
        {**msgspec.structs.asdict(line.agreement), "quotes": len(line.agreement.quotes)}
        for line in view.agreements
    ]
    return answer(request, "agreements.html.jinja", view, title="Agreements", rows=rows)


def agreements_of(snap: Snapshot, *, page: int = 1) -> AgreementList:
    """Return a page of the agreements, in order of their dates."""
    ordered = sorted(snap.record.agreements, key=lambda item: (first_day(item.date), item.id))
    part, paging = paginate(ordered, page)
    promised = Counter(item.agreement for item in snap.record.commitments)
    return AgreementList(
        agreements=tuple(
            AgreementLine(agreement=agreement_view(item, snap.names), commitments=promised[item.id])
            for item in part
        ),
        paging=paging,
    )


@router.get("/agreements/{name}")
def agreement(request: Request, name: str) -> Response:
    """An agreement: parties, date, place, what was promised under it."""
    snap = snapshot_of(request)
    found = snap.agreements.get(name)
    if found is None:
        raise HTTPException(404, f"No agreement has the id {name}")
    view = agreement_page(found, snap)
    return answer(
        request, "agreement.html.jinja", view, title=found.name, rows=list(_rows(view.lines))
    )


def agreement_page(found: Agreement, snap: Snapshot) -> AgreementPage:
    """Return an agreement with what was promised under it."""
    under = [item for item in snap.record.commitments if item.agreement == found.id]
    return AgreementPage(
        agreement=agreement_view(found, snap.names),
        lines=tuple(line_of(item, snap) for item in sorted(under, key=_by_due)),
        disputes=dispute_links(found.id, snap),
        decided=decided(found.id, snap),
    )
