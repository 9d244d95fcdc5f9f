"""Review: what most needs a person, and joining and parting actors and events."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.briefing.naming import when
from dragoman.model import Actor, Extract
from dragoman.web.answering import answer, snapshot_of, state_of
from dragoman.web.cards import Decided, decided
from dragoman.web.deciding import Fields, actor_named, judgements_from
from dragoman.web.needing import REASONS, Need, needs
from dragoman.web.pages.judgements import done, open_state
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot

router = APIRouter()

# A part of many things, told from a whole of many, makes many pairs; past this, fewer will do.
_PAIRS = 400


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What needs a person, of one reason or of all."""

    needs: tuple[Need, ...]
    reasons: tuple[tuple[str, str, int], ...]
    judgements: int
    names: tuple[str, ...]
    paging: Paging


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as one report has it, before it was joined with others."""

    id: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    outlet: str
    published: str
    report: str


class ActorParts(msgspec.Struct, frozen=True, kw_only=True):
    """An actor with the parts that it was joined from."""

    id: str
    name: str
    names: tuple[str, ...]
    parts: tuple[Part, ...]
    decided: tuple[Decided, ...]
    paging: Paging


@router.get("/review")
def review(request: Request, reason: str = "", page: int = 1) -> Response:
    """What most needs a person, the heaviest first."""
    view = queue_of(snapshot_of(request), reason=reason, page=page)
    return answer(
        request,
        "review.html.jinja",
        view,
        title="Review",
        rows=[_row(need) for need in view.needs],
        extra={"headings": REASONS},
    )


def _row(need: Need) -> dict[str, str]:
    return {
        "reason": need.reason,
        "subject": need.subject,
        "other": need.other,
        "what": need.text.text,
        "and": need.second.text if need.second else "",
        "detail": need.detail,
    }


def queue_of(snap: Snapshot, *, reason: str = "", page: int = 1) -> Queue:
    """Return a page of what needs a person."""
    found = snap.once("needs", needs)
    counted = Counter(need.reason for need in found)
    chosen = [need for need in found if not reason or need.reason == reason]
    part, paging = paginate(chosen, page, size=40)
    return Queue(
        needs=tuple(part),
        reasons=tuple((code, text, counted[code]) for code, text in REASONS.items()),
        judgements=sum(row.withdrawn is None for row in snap.judgements),
        names=snap.once("names", _usual_names),
        paging=paging,
    )


def _usual_names(snap: Snapshot) -> tuple[str, ...]:
    """Return the names of the actors who speak and act most: what a field suggests."""
    weight = {
        actor.id: len(snap.claims_by_speaker.get(actor.id, ()))
        + len(snap.accounts_by_actor.get(actor.id, ()))
        for actor in snap.record.actors
    }
    ordered = sorted(snap.record.actors, key=lambda a: (-weight[a.id], a.name))
    return tuple(dict.fromkeys(actor.name for actor in ordered[:300]))


@router.get("/review/actors/{name}")
def parts(request: Request, name: str, page: int = 1) -> Response:
    """An actor as each report has it: where two were joined by mistake, part them here."""
    snap = snapshot_of(request)
    found = snap.actors.get(name)
    if found is None:
        raise HTTPException(404, f"No actor has the id {name}")
    reports = list(dict.fromkeys(evidence.report for evidence in found.evidence))
    part, paging = paginate(sorted(reports, key=snap.order.__getitem__), page, size=12)
    view = parts_of(found, state_of(request).store.extracts_of(part), snap, paging)
    return answer(
        request, "parts.html.jinja", view, title=f"{found.name}, by report", rows=view.parts
    )


def parts_of(found: Actor, extracts: list[Extract], snap: Snapshot, paging: Paging) -> ActorParts:
    """Return the local actors of ``extracts`` that were joined into an actor.

    A report may hold two actors of one name; its own evidence says which one is meant.
    """
    evidence = frozenset(found.evidence)
    shown = [
        _part(local, extract, snap)
        for extract in extracts
        for local in extract.actors
        if not evidence.isdisjoint(local.evidence)
    ]
    return ActorParts(
        id=found.id,
        name=found.name,
        names=found.names,
        parts=tuple(shown),
        decided=decided(found.id, snap),
        paging=paging,
    )


def _part(local: Actor, extract: Extract, snap: Snapshot) -> Part:
    return Part(
        id=local.id,
        name=local.name,
        names=local.names,
        roles=tuple(role.title for role in local.roles),
        outlet=snap.names.outlet(extract.report.id) if extract.report.id in snap.reports else "",
        published=when(extract.report.published),
        report=extract.report.id,
    )


@router.post("/review/same", status_code=201)
def same(request: Request, fields: Fields) -> Response:
    """Say that two actors, given by name or id, are one."""
    state = open_state(request)
    snap = state.snapshot
    one, other = (actor_named(fields.get(k, "").strip(), snap, near="") for k in ("one", "two"))
    if one not in snap.actors or other not in snap.actors:
        raise HTTPException(400, "Both must be names of actors in the record")
    chosen = {**fields, "decision": "same", "subject": one, "other": other}
    made = judgements_from(chosen, snap, dt.datetime.now(dt.UTC))
    state.judge(*made)
    return done(request, fields, made)


@router.post("/review/split", status_code=201)
def split(request: Request, fields: Fields) -> Response:
    """Part some of an actor's or an event's parts from the others: each from each that stays."""
    state = open_state(request)
    chosen = fields.get("chosen", "").split()
    rest = [name for name in fields.get("all", "").split() if name not in chosen]
    if not chosen or not rest:
        raise HTTPException(400, "Choose some, and leave some")
    if len(chosen) * len(rest) > _PAIRS:
        raise HTTPException(400, f"Choose fewer: that makes more than {_PAIRS} pairs")
    now = dt.datetime.now(dt.UTC)
    made = [
        judgement
        for part in chosen
        for judgement in judgements_from(
            {**fields, "decision": "different", "subject": part, "other": " ".join(rest)},
            state.snapshot,
            now,
        )
    ]
    state.judge(*made)
    return done(request, fields, made)
