"""Plots: how much is told of what over time, and how far figures of one thing lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model import Claim, Event
from dragoman.model.vocabulary import terms
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.binning import Bins, bins
from dragoman.web.figures import Figures, figures, told_apart
from dragoman.web.holdings import Held, Share, held, shares
from dragoman.web.lines import type_label
from dragoman.web.selecting import Choices, Selected, Selection, choices, select
from dragoman.web.sides import side_of
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import STANDINGS, standing

router = APIRouter()

EVENTS_BY = {"type": "what", "side": "whose deed", "standing": "whether it is said to be so"}
CLAIMS_BY = {"type": "act of speech", "side": "whose words"}
# Charts of figures on one page: those that most sources give.
_MOST_FIGURES = 8
# Who holds what without a number: as many as are read, the rest by the filters.
_MOST_HELD = 60


class Plots(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn, each with the numbers that it is drawn from."""

    selection: Selection
    choices: Choices
    events_by: str
    claims_by: str
    events: Bins
    claims: Bins
    figures: tuple[Figures, ...]
    more_figures: int
    shares: tuple[Share, ...]
    held: tuple[Held, ...]
    more_held: int


@router.get("/plots", name="plots")
def plots(
    request: Request, wanted: Selected, events_by: str = "type", claims_by: str = "side"
) -> Response:
    """Events and claims over time, figures by source, shares of territory as claimed."""

    def make(snap: Snapshot) -> Plots:
        return plots_of(snap, wanted, events_by=events_by, claims_by=claims_by)

    snap = snapshot_of(request)
    known = events_by in EVENTS_BY and claims_by in CLAIMS_BY
    # The plots of the whole record are asked for again and again, and are few.
    whole = known and not wanted.narrowed()
    view = snap.once(f"plots {events_by} {claims_by}", make) if whole else make(snap)
    return answer(request, "plots.html.jinja", view, title="Plots", rows=_rows(view))


def _rows(view: Plots) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for name, binned in (("events", view.events), ("claims", view.claims)):
        rows += [
            {"plot": name, "period": item.period, "series": item.series, "count": item.count}
            for item in binned.items
        ]
    for group in view.figures:
        rows += [
            {"plot": "figures", "of": group.title, **msgspec.structs.asdict(item)}
            for item in group.rows
        ]
    rows += [{"plot": "shares", **msgspec.structs.asdict(item)} for item in view.shares]
    return rows


def plots_of(
    snap: Snapshot, wanted: Selection, *, events_by: str = "type", claims_by: str = "side"
) -> Plots:
    """Return the plots of the events asked for, and of what is said by and in them."""
    found = select(snap, wanted)
    apart = told_apart(found, snap)
    holders = list(held(found, snap))
    return Plots(
        selection=wanted,
        choices=choices(snap, wanted),
        events_by=events_by if events_by in EVENTS_BY else "type",
        claims_by=claims_by if claims_by in CLAIMS_BY else "side",
        events=bins((event.date, name) for event, name in _series(found, events_by, snap)),
        claims=_claims(found, wanted, claims_by, snap),
        figures=tuple(figures(*item, snap) for item in apart[:_MOST_FIGURES]),
        more_figures=max(0, len(apart) - _MOST_FIGURES),
        shares=tuple(shares(found, snap)),
        held=tuple(holders[:_MOST_HELD]),
        more_held=max(0, len(holders) - _MOST_HELD),
    )


def _series(events: Sequence[Event], by: str, snap: Snapshot) -> Iterable[tuple[Event, str]]:
    kinds = dict.fromkeys((event.family, event.type) for event in events)
    labels = {(family, code): type_label(family, code) for family, code in kinds}
    for event in events:
        if by == "side":
            doer = snap.actors.get(event.actors[0]) if event.actors else None
            yield event, side_of(doer, snap)
        elif by == "standing":
            yield event, STANDINGS[standing(event.status)]
        else:
            yield event, labels[event.family, event.type]


def _claims(events: Sequence[Event], wanted: Selection, by: str, snap: Snapshot) -> Bins:
    """Return the claims over time: all, or those that tell of the events chosen."""
    claims: Iterable[Claim] = snap.record.claims
    if wanted.narrowed():
        names = dict.fromkeys(
            claim
            for event in events
            for account in event.accounts
            if (claim := snap.accounts[account].claim)
        )
        claims = [snap.claims[name] for name in names if name in snap.claims]
    acts = {term.code: term.label for term in terms("acts")}

    sides: dict[str | None, str] = {}

    def name(claim: Claim) -> str:
        if by == "type":
            return acts[claim.act]
        actor = claim.speaker.actor
        if actor not in sides:
            sides[actor] = side_of(snap.actors.get(actor or ""), snap)
        return sides[actor]

    return bins(
        (claim.said_on or snap.reports[claim.report].published, name(claim)) for claim in claims
    )
