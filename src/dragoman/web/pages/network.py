"""The network: who did what to whom, and who speaks of whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model.vocabulary import label, terms
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.paging import Paging, paginate
from dragoman.web.relations import Relation
from dragoman.web.selecting import Option, actor_options
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import STANDINGS, Standing

router = APIRouter()

# What fits on a screen and can still be told apart.
MOST_NODES = 36
MOST_EDGES = 110
TIES = {"did": "did something to", "said": "spoke of"}


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which ties are asked for; empty fields choose all. ``least`` is how often at least."""

    tie: str = ""
    type: str = ""
    standing: str = ""
    actor: str = ""
    unnamed: bool = False
    least: int = 1


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as it is drawn; ``weight`` is how many ties it has."""

    id: str
    label: str
    type: str
    weight: int
    href: str


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """All ties of one way and one standing from one actor to another.

    ``label`` is the most frequent of ``what``.
    """

    id: str
    source: str
    target: str
    kind: str
    standing: Standing
    label: str
    what: tuple[str, ...]
    count: int
    source_name: str
    target_name: str
    href: str


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Ties between actors, the most frequent first; ``graph`` holds the weightiest of them."""

    asked: Asked
    actors: tuple[Option, ...]
    types: tuple[Option, ...]
    standings: dict[str, str]
    ties: dict[str, str]
    graph: Graph
    edges: tuple[Edge, ...]
    paging: Paging


@router.get("/network", name="network")
def network(
    request: Request,
    tie: str = "",
    type: str = "",  # noqa: A002
    standing: str = "",
    actor: str = "",
    unnamed: bool = False,
    least: int = 1,
    page: int = 1,
) -> Response:
    """Who did what to whom, and who spoke of whom."""
    asked = Asked(
        tie=tie, type=type, standing=standing, actor=actor, unnamed=unnamed, least=max(1, least)
    )
    snap = snapshot_of(request)
    whole = request.query_params.get("format") == "csv"
    view = network_of(snap, asked, page=page, size=len(snap.relations) or 1 if whole else 50)
    return answer(request, "network.html.jinja", view, title="Network", rows=view.edges)


def network_of(snap: Snapshot, asked: Asked, *, page: int = 1, size: int = 50) -> Network:
    """Return the ties asked for, drawn and listed."""
    found = [tie for tie in snap.relations if _wanted(tie, asked, snap)]
    edges = [edge for edge in _edges(found, snap) if edge.count >= asked.least]
    part, paging = paginate(edges, page, size=size)
    return Network(
        asked=asked,
        actors=actor_options(snap, asked.actor),
        types=_types(snap, asked),
        standings=STANDINGS,
        ties=TIES,
        graph=_graph(edges, snap, asked.actor),
        edges=tuple(part),
        paging=paging,
    )


def _wanted(tie: Relation, asked: Asked, snap: Snapshot) -> bool:
    return (
        (not asked.tie or tie.tie == asked.tie)
        and (not asked.type or tie.type == asked.type)
        and (not asked.standing or tie.standing == asked.standing)
        and (not asked.actor or asked.actor in (tie.source, tie.target))
        and (asked.unnamed or (snap.actors[tie.source].named and snap.actors[tie.target].named))
    )


def _edges(ties: Iterable[Relation], snap: Snapshot) -> list[Edge]:
    """Return ties from one actor to another taken together, the most frequent first."""
    grouped: dict[tuple[str, str, str, Standing], list[Relation]] = defaultdict(list)
    for tie in ties:
        grouped[tie.source, tie.target, tie.tie, tie.standing].append(tie)
    edges = [_edge(key, members, snap) for key, members in grouped.items()]
    return sorted(edges, key=lambda edge: (-edge.count, edge.id))


def _edge(key: tuple[str, str, str, Standing], ties: Sequence[Relation], snap: Snapshot) -> Edge:
    source, target, tie, standing = key
    words = Counter(item.words for item in ties)
    ordered = sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))
    return Edge(
        id=".".join(key),
        source=source,
        target=target,
        kind=tie,
        standing=standing,
        label=ordered[0][0],
        what=tuple(f"{text} ({n})" if n > 1 else text for text, n in ordered),
        count=len(ties),
        source_name=snap.names.actor(source),
        target_name=snap.names.actor(target),
        href=f"/actors/{source}?show=did" if tie == "did" else f"/actors/{target}?show=about",
    )


def _types(snap: Snapshot, asked: Asked) -> tuple[Option, ...]:
    """Return the types of deed, or the acts of speech, that may be asked for."""
    found = Counter((tie.tie, tie.type) for tie in snap.relations)
    acts = {term.code for term in terms("acts")}
    return tuple(
        Option(code=code, words=label("acts" if code in acts else "events", code), count=n)
        for (tie, code), n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
        if not asked.tie or tie == asked.tie
    )


def _graph(edges: Sequence[Edge], snap: Snapshot, centre: str) -> Graph:
    """Return the edges of most ties, with no more actors than can be told apart."""
    weight: Counter[str] = Counter()
    for edge in edges:
        weight[edge.source] += edge.count
        weight[edge.target] += edge.count
    ranked = sorted(weight, key=lambda actor: (actor != centre, -weight[actor], actor))
    kept = set(ranked[:MOST_NODES])
    drawn = [edge for edge in edges if edge.source in kept and edge.target in kept][:MOST_EDGES]
    tied = {actor for edge in drawn for actor in (edge.source, edge.target)}
    return Graph(
        nodes=tuple(
            Node(
                id=actor,
                label=snap.names.actor(actor),
                type=snap.actors[actor].type,
                weight=weight[actor],
                href=f"/actors/{actor}",
            )
            for actor in ranked
            if actor in tied
        ),
        edges=tuple(drawn),
    )
