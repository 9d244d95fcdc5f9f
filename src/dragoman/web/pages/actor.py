"""An actor: who it is, what it said and did, what was said of it and done to it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.briefing.brief import Quote
from dragoman.briefing.naming import first_day, when
from dragoman.model import Actor, Claim, Commitment, Event, Evidence, Role
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.kin import Namesake, Neighbour, namesakes, neighbours
from dragoman.web.lines import EventLine, day_of, line
from dragoman.web.pages.actors import ActorLine, actor_line
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot
from dragoman.web.statements import Statement, statement

router = APIRouter()

# Lines of each part of an actor's page, until one part is asked for as a whole.
_FEW = 8
_WHOLE = 40
# Wordings of an actor that its page lists.
_WORDINGS = 14
PARTS = {
    "said": "What it said",
    "about": "What others said of it",
    "did": "What it did",
    "undergone": "What was done to it",
}


class RoleView(msgspec.Struct, frozen=True, kw_only=True):
    """A role with when it was held, when reports gave it, and in which words."""

    title: str
    of: str
    of_href: str
    held: str
    first: str
    last: str
    quotes: tuple[Quote, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an actor's page: statements or events, the first few or one page of all."""

    code: str
    title: str
    total: int
    statements: tuple[Statement, ...] = ()
    events: tuple[EventLine, ...] = ()
    paging: Paging | None = None


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment that an actor made or was made to it."""

    href: str
    by: str
    to: str
    action: str
    due: str
    status: str


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record holds on one actor."""

    actor: ActorLine
    names: tuple[str, ...]
    wordings: dict[str, int]
    pack: str
    sector: str
    show: str
    reports: int
    first: str
    last: str
    roles: tuple[RoleView, ...]
    parts: tuple[Part, ...]
    promises: tuple[Promise, ...]
    disputes: tuple[tuple[str, str], ...]
    neighbours: tuple[Neighbour, ...]
    namesakes: tuple[Namesake, ...]


@router.get("/actors/{name}", name="actor")
def actor(request: Request, name: str, show: str = "", page: int = 1) -> Response:
    """One actor: roles over time, names, what it said and did, what was said of it."""
    snap = snapshot_of(request)
    if name not in snap.actors:
        raise HTTPException(404, f"No actor {name} is in this record.")
    view = actor_of(snap, name, show=show, page=page)
    rows: list[object] = []
    for part in view.parts:
        rows += [{"part": part.code, **msgspec.structs.asdict(item)} for item in part.statements]
        rows += [{"part": part.code, **msgspec.structs.asdict(item)} for item in part.events]
    return answer(request, "actor.html.jinja", view, title=view.actor.name, rows=rows)


def actor_of(snap: Snapshot, name: str, *, show: str = "", page: int = 1) -> ActorPage:
    """Return what the record holds on an actor; ``show`` names one part to give as a whole."""
    item = snap.actors[name]
    reports = dict.fromkeys(evidence.report for evidence in item.evidence)
    days = sorted(first_day(snap.reports[report].published) for report in reports)
    dated = [day for day in days if day != dt.date.max]
    return ActorPage(
        actor=actor_line(item, snap),
        names=tuple(other for other in item.names if other != item.name),
        wordings=_wordings(item.evidence),
        pack=item.pack or "",
        sector=item.sector or "",
        show=show if show in PARTS else "",
        reports=len(reports),
        first=dated[0].isoformat() if dated else "",
        last=dated[-1].isoformat() if dated else "",
        roles=_roles(item, snap),
        parts=tuple(_parts(snap, name, show if show in PARTS else "", page)),
        promises=tuple(_promise(promise, snap) for promise in _promises(snap, name)),
        disputes=tuple(
            (dispute.question, f"/disputes/{dispute.id}")
            for dispute in snap.disputes_by_thing.get(name, ())
        ),
        neighbours=neighbours(snap, name),
        namesakes=namesakes(item, snap),
    )


def _wordings(evidence: Sequence[Evidence]) -> dict[str, int]:
    found = Counter(" ".join(item.quote.split()) for item in evidence)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_WORDINGS])


def _roles(item: Actor, snap: Snapshot) -> tuple[RoleView, ...]:
    """Return an actor's roles in the order in which reports first gave them."""
    grouped: dict[tuple[str, str], list[Role]] = {}
    for role in item.roles:
        grouped.setdefault((role.title.lower(), role.of or ""), []).append(role)
    views = [_role(roles, snap) for roles in grouped.values()]
    return tuple(sorted(views, key=lambda view: (view.first or "9999", view.title)))


def _role(roles: Sequence[Role], snap: Snapshot) -> RoleView:
    first = roles[0]
    evidence = [item for role in roles for item in role.evidence]
    days = [first_day(snap.reports[item.report].published) for item in evidence]
    dated = sorted(day for day in days if day != dt.date.max)
    held = next((role.held for role in roles if role.held), None)
    return RoleView(
        title=first.title,
        of=snap.names.actor(first.of),
        of_href=f"/actors/{first.of}" if first.of in snap.actors else "",
        held=when(held),
        first=dated[0].isoformat() if dated else "",
        last=dated[-1].isoformat() if dated else "",
        quotes=snap.names.quotes(evidence[:2]),
    )


def _parts(snap: Snapshot, name: str, show: str, page: int) -> list[Part]:
    events = sorted(
        snap.events_by_actor.get(name, ()),
        key=lambda event: (day_of(event) or dt.date.max, event.id),
    )
    claims: dict[str, Sequence[Claim]] = {
        "said": snap.claims_by_speaker.get(name, ()),
        "about": snap.claims_about.get(name, ()),
    }
    deeds: dict[str, Sequence[Event]] = {
        "did": [event for event in events if name in event.actors],
        "undergone": [event for event in events if name in event.recipients],
    }
    found = []
    for code in PARTS:
        if show and code != show:
            continue
        spoken, done = claims.get(code, ()), deeds.get(code, ())
        size, at = (_WHOLE, page) if show else (_FEW, 1)
        told, paging = paginate(_by_day(spoken, snap), at, size=size)
        acted, other = paginate(done, at, size=size)
        part = Part(
            code=code,
            title=PARTS[code],
            total=len(spoken) + len(done),
            statements=tuple(statement(claim, snap) for claim in told),
            events=tuple(line(event, snap) for event in acted),
            paging=(paging if spoken else other) if show else None,
        )
        found.append(part)
    return found


def _by_day(claims: Sequence[Claim], snap: Snapshot) -> list[Claim]:
    def key(claim: Claim) -> tuple[dt.date, str, int]:
        day = first_day(claim.said_on or snap.reports[claim.report].published)
        return day, claim.report, claim.content[0].start

    return sorted(claims, key=key)


def _promises(snap: Snapshot, name: str) -> list[Commitment]:
    return [item for item in snap.record.commitments if name in (*item.by, *item.to)]


def _promise(item: Commitment, snap: Snapshot) -> Promise:
    return Promise(
        href=f"/commitments#{item.id}",
        by=snap.names.actor_list(item.by),
        to=snap.names.actor_list(item.to),
        action=item.action,
        due=when(item.due),
        status=item.status,
    )
