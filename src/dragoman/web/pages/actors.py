"""The actors of the record, the most told of first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model import Actor
from dragoman.resolution.names import fold
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.paging import Paging, paginate
from dragoman.web.selecting import Option
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class ActorLine(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in one line, with how often it speaks, is spoken of, acts and is acted upon."""

    id: str
    href: str
    name: str
    type: str
    country: str
    roles: tuple[str, ...]
    said: int
    about: int
    did: int
    undergone: int


class Actors(msgspec.Struct, frozen=True, kw_only=True):
    """Actors, the most told of first."""

    q: str
    type: str
    unnamed: bool
    types: tuple[Option, ...]
    actors: tuple[ActorLine, ...]
    paging: Paging


@router.get("/actors", name="actors")
def actors(
    request: Request,
    q: str = "",
    type: str = "",  # noqa: A002
    unnamed: bool = False,
    page: int = 1,
) -> Response:
    """Who acts and speaks in the reports."""
    snap = snapshot_of(request)
    whole = request.query_params.get("format") == "csv"
    size = len(snap.actors) or 1 if whole else 50
    view = actors_of(snap, q=q, type=type, unnamed=unnamed, page=page, size=size)
    return answer(request, "actors.html.jinja", view, title="Actors", rows=view.actors)


def actors_of(
    snap: Snapshot,
    *,
    q: str = "",
    type: str = "",  # noqa: A002
    unnamed: bool = False,
    page: int = 1,
    size: int = 50,
) -> Actors:
    """Return the actors whose names hold ``q``, the most told of first."""
    words = fold(q).split()
    kinds = Counter(item.type for item in snap.record.actors if item.named or unnamed)
    found = [
        item
        for item in snap.record.actors
        if (item.named or unnamed)
        and (not type or item.type == type)
        and (not words or any(_holds(fold(name), words) for name in (item.name, *item.names)))
    ]
    found.sort(key=lambda item: (-_weight(item, snap), item.name, item.id))
    part, paging = paginate(found, page, size=size)
    return Actors(
        q=q,
        type=type,
        unnamed=unnamed,
        types=tuple(
            Option(code=code, words=code.replace("_", " "), count=n)
            for code, n in kinds.most_common()
        ),
        actors=tuple(actor_line(item, snap) for item in part),
        paging=paging,
    )


def _holds(name: str, words: Sequence[str]) -> bool:
    return all(word in name for word in words)


def _weight(item: Actor, snap: Snapshot) -> int:
    """Return how much is told of an actor, by which lists are ordered."""
    groups = (snap.claims_by_speaker, snap.claims_about, snap.events_by_actor)
    return sum(len(group.get(item.id, ())) for group in groups)


def actor_line(item: Actor, snap: Snapshot) -> ActorLine:
    """Return an actor as a line."""
    events = snap.events_by_actor.get(item.id, ())
    return ActorLine(
        id=item.id,
        href=f"/actors/{item.id}",
        name=item.name,
        type=item.type.replace("_", " "),
        country=item.country or "",
        roles=tuple(dict.fromkeys(role.title for role in item.roles))[:3],
        said=len(snap.claims_by_speaker.get(item.id, ())),
        about=len(snap.claims_about.get(item.id, ())),
        did=sum(item.id in event.actors for event in events),
        undergone=sum(item.id in event.recipients for event in events),
    )
