"""Disputes: where accounts part, positions in columns by stance, and what a person decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.assessment import Explanation
from dragoman.briefing.brief import DisputeView
from dragoman.briefing.composing import dispute_view
from dragoman.model import Dispute
from dragoman.model.vocabulary import label
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.cards import Decided, Link, decided
from dragoman.web.filtering import Days, days
from dragoman.web.naming import event_words
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to leave in a list of disputes; "" leaves all in."""

    about: str = ""
    actor: str = ""
    place: str = ""
    days: Days = Days()
    undecided: bool = False


class DisputeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute with its event, its places, and what people decided on it."""

    dispute: DisputeView
    event: Link | None
    decided: tuple[Decided, ...]


class DisputeList(msgspec.Struct, frozen=True, kw_only=True):
    """Disputes, the most telling first."""

    disputes: tuple[DisputeEntry, ...]
    kinds: tuple[tuple[str, str], ...]
    actor: str
    place: str
    paging: Paging


class DisputePage(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute and why the record holds it."""

    entry: DisputeEntry
    why: Explanation


@router.get("/disputes")
def disputes(
    request: Request,
    about: str = "",
    actor: str = "",
    place: str = "",
    since: str = "",
    until: str = "",
    undecided: bool = False,
    page: int = 1,
) -> Response:
    """Where accounts part, with filters by kind, actor, place and time."""
    filters = Filters(
        about=about, actor=actor, place=place, days=days(since, until), undecided=undecided
    )
    view = disputes_of(snapshot_of(request), filters, page=page)
    rows = [row for entry in view.disputes for row in _rows(entry)]
    return answer(request, "disputes.html.jinja", view, title="Disputes", rows=rows)


def disputes_of(snap: Snapshot, filters: Filters, *, page: int = 1) -> DisputeList:
    """Return a page of the disputes that pass ``filters``."""
    ordered = sorted(snap.record.disputes, key=lambda item: (-item.weight, item.id))
    chosen = [item for item in ordered if _passes(item, filters, snap)]
    part, paging = paginate(chosen, page, size=15)
    kinds = Counter(item.about for item in ordered)
    return DisputeList(
        disputes=tuple(entry_of(item, snap) for item in part),
        kinds=tuple((kind, f"{label('disputes', kind)} ({n})") for kind, n in kinds.items()),
        actor=snap.names.actor(filters.actor) or filters.actor,
        place=snap.names.place(filters.place) or filters.place,
        paging=paging,
    )


def _passes(item: Dispute, filters: Filters, snap: Snapshot) -> bool:
    if filters.about and item.about != filters.about:
        return False
    if filters.undecided and _is_decided(item, snap):
        return False
    if filters.actor and not _has_actor(item, filters.actor, snap):
        return False
    if filters.place and not any(snap.lies_in(p, filters.place) for p in places_of(item, snap)):
        return False
    return filters.days == Days() or any(filters.days.hold(p.as_of) for p in item.positions)


def _is_decided(item: Dispute, snap: Snapshot) -> bool:
    return any(row.withdrawn is None for row in snap.judgements_by_thing.get(item.id, ()))


def _has_actor(item: Dispute, actor: str, snap: Snapshot) -> bool:
    word = actor.casefold()
    for i in snap.touched(item):
        if i == actor or (i in snap.actors and word in snap.actors[i].name.casefold()):
            return True
    return False


def places_of(item: Dispute, snap: Snapshot) -> list[str]:
    """Return the places of what the sides of a dispute tell, and of its event."""
    found = []
    for position in item.positions:
        told = list(snap.accounts_by_claim.get(position.claim or "", ()))
        if position.account in snap.accounts:
            told.append(snap.accounts[position.account])
        found += [account.place for account in told]
    if item.event in snap.events:
        found.append(snap.events[item.event].place)
    return [place for place in dict.fromkeys(found) if place]


def entry_of(item: Dispute, snap: Snapshot) -> DisputeEntry:
    """Return a dispute with its event and what people decided on it."""
    event = None
    if item.event in snap.events:
        event = Link(text=event_words(item.event, snap), href=f"/events/{item.event}")
    return DisputeEntry(
        dispute=dispute_view(item, snap.names), event=event, decided=decided(item.id, snap)
    )


def _rows(entry: DisputeEntry) -> Iterator[dict[str, str]]:
    view = entry.dispute
    for stance in view.stances:
        told = [(p, quote) for p in stance.positions for quote in (p.quote, *p.also)]
        for position, quote in told:
            evidence = quote.evidence
            yield {
                "dispute": view.id,
                "about": view.about,
                "question": view.question,
                "stance": stance.stance,
                "speaker": position.speaker,
                "as of": position.as_of,
                "act": position.act,
                "words": evidence.quote,
                "outlet": quote.outlet,
                "report": evidence.report,
                "start": str(evidence.start),
                "end": str(evidence.end),
                "decided": "; ".join(d.words for d in entry.decided),
            }


@router.get("/disputes/{name}")
def dispute(request: Request, name: str) -> Response:
    """A dispute: positions by stance over time, and why it was found."""
    snap = snapshot_of(request)
    found = snap.disputes.get(name)
    if found is None:
        raise HTTPException(404, _gone(name, snap))
    view = DisputePage(entry=entry_of(found, snap), why=snap.why(found))
    return answer(
        request, "dispute.html.jinja", view, title=found.question, rows=list(_rows(view.entry))
    )  # fmt: skip


def _gone(name: str, snap: Snapshot) -> str:
    if any(row.withdrawn is None for row in snap.judgements_by_thing.get(name, ())):
        return "A person decided that this is no dispute; the judgements list it, with an undo"
    return f"No dispute has the id {name}"
