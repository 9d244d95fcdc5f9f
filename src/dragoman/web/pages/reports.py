"""Reports: the list, and a report's text as published with everything that rests on it."""

from __future__ import annotations

from collections import Counter

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.briefing.brief import ReportView
from dragoman.briefing.composing import report_view
from dragoman.briefing.naming import first_day
from dragoman.model import Report
from dragoman.model.vocabulary import terms
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.cards import (
    Card,
    Decided,
    Link,
    account_card,
    agreement_card,
    claim_card,
    decided,
    promise_card,
)
from dragoman.web.marking import MarkedPiece, marked_pieces, marks
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """A report in the list."""

    id: str
    title: str
    outlet: str
    agency: str
    published: str
    source: str
    copy_of: str
    claims: int
    accounts: int


class ReportList(msgspec.Struct, frozen=True, kw_only=True):
    """Reports, by date of publication; ``skipped`` is what could not be read, with the reason."""

    reports: tuple[ReportLine, ...]
    outlets: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    paging: Paging


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its text in pieces and a card for everything that rests on them."""

    report: ReportView
    copies: tuple[Link, ...]
    original: Link | None
    pieces: tuple[MarkedPiece, ...]
    cards: tuple[Card, ...]
    kinds: dict[str, int]
    actors: tuple[Link, ...]
    decided: tuple[Decided, ...]
    earlier: Link | None
    later: Link | None


@router.get("/reports")
def reports(
    request: Request, outlet: str = "", q: str = "", order: str = "", page: int = 1
) -> Response:
    """The reports of the record, and what could not be read."""
    view = reports_of(snapshot_of(request), outlet=outlet, q=q, order=order, page=page)
    return answer(request, "reports.html.jinja", view, title="Reports", rows=view.reports)


def reports_of(
    snap: Snapshot, *, outlet: str = "", q: str = "", order: str = "", page: int = 1
) -> ReportList:
    """Return a page of the list, of one outlet or with a word in title or source."""
    names = snap.names
    word = q.casefold()
    chosen = [
        report
        for report in snap.record.reports
        if (not outlet or names.outlet(report.id) == outlet)
        and (not word or word in f"{report.title or ''} {report.source}".casefold())
    ]
    chosen.sort(key=lambda item: first_day(item.published), reverse=order == "latest")
    part, paging = paginate(chosen, page)
    by_outlet = Counter(names.outlet(report.id) for report in snap.record.reports)
    return ReportList(
        reports=tuple(line(report, snap) for report in part),
        outlets=tuple(sorted(by_outlet)),
        skipped=tuple(sorted({(item.source, item.reason) for item in snap.record.skipped})),
        paging=paging,
    )


def line(report: Report, snap: Snapshot) -> ReportLine:
    """Return a report as a line of a list."""
    view = report_view(report, snap.names)
    return ReportLine(
        id=view.id,
        title=view.title,
        outlet=view.outlet,
        agency=view.agency,
        published=view.published,
        source=view.source,
        copy_of=view.copy_of,
        claims=len(snap.claims_by_report.get(report.id, ())),
        accounts=len(snap.accounts_by_report.get(report.id, ())),
    )


@router.get("/reports/{name}")
def report(request: Request, name: str) -> Response:
    """A report's text as published, with everything that rests on its words."""
    snap = snapshot_of(request)
    found = snap.reports.get(name)
    if found is None:
        raise HTTPException(404, f"No report has the id {name}")
    view = report_page(found, snap)
    rows = [_row(card) for card in view.cards]
    acts = [(term.code, term.label) for term in terms("acts")]
    statuses = [(term.code, term.label) for term in terms("statuses")]
    return answer(
        request,
        "report.html.jinja",
        view,
        title=view.report.title,
        rows=rows,
        extra={"acts": acts, "statuses": statuses},
    )


def report_page(found: Report, snap: Snapshot) -> ReportPage:
    """Return a report with its marks and cards."""
    here = marks(found, snap)
    original = snap.reports.get(found.copy_of or "")
    ordered = snap.record.reports
    at = snap.order[found.id]
    return ReportPage(
        report=report_view(found, snap.names),
        copies=tuple(_link(item, snap) for item in snap.copies.get(found.id, ())),
        original=_link(original, snap) if original else None,
        pieces=marked_pieces(found, here),
        cards=_cards(found, snap),
        kinds=dict(Counter(mark.kind for mark in here)),
        actors=_actors(found, snap),
        decided=decided(found.id, snap),
        earlier=_link(ordered[at - 1], snap) if at else None,
        later=_link(ordered[at + 1], snap) if at + 1 < len(ordered) else None,
    )


def _link(report: Report, snap: Snapshot) -> Link:
    view = report_view(report, snap.names)
    where = ", ".join(filter(None, [snap.names.outlet(report.id), view.published]))
    return Link(text=f"{view.title} ({where})", href=f"/reports/{report.id}")


def _cards(found: Report, snap: Snapshot) -> tuple[Card, ...]:
    cards = [
        *(claim_card(item, snap) for item in snap.claims_by_report.get(found.id, ())),
        *(account_card(item, snap) for item in snap.accounts_by_report.get(found.id, ())),
        *(promise_card(i, found.id, snap) for i in snap.commitments_by_report.get(found.id, ())),
        *(agreement_card(i, found.id, snap) for i in snap.agreements_by_report.get(found.id, ())),
    ]
    return tuple(sorted(cards, key=lambda card: (card.start, -card.end, card.kind, card.id)))


def _actors(found: Report, snap: Snapshot) -> tuple[Link, ...]:
    """Return the actors of a report, speakers first: whom a claim may be re-attributed to."""
    ids = [c.speaker.actor for c in snap.claims_by_report.get(found.id, ())]
    for account in snap.accounts_by_report.get(found.id, ()):
        ids += [*account.actors, *account.recipients]
    known = [i for i in dict.fromkeys(ids) if i in snap.actors]
    return tuple(Link(text=snap.actors[i].name, href=f"/actors/{i}") for i in known)


def _row(card: Card) -> dict[str, str]:
    row = {"id": card.id, "kind": card.kind, "title": card.title, "words": card.quote}
    row |= {"start": str(card.start), "end": str(card.end)}
    for line in card.lines:
        row[line.name.lower()] = line.value or "; ".join(link.text for link in line.links)
    return row
