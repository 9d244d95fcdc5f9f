"""The map: places of events, each shown no nearer than it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model import Event, Place
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.lines import line
from dragoman.web.paging import Paging, paginate
from dragoman.web.selecting import Choices, Selected, Selection, choices, select
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import standing

router = APIRouter()

Shape = Literal["point", "ring", "province", "country", "nowhere"]

# Beyond so many places, those of fewest events are left to the table.
MOST_DRAWN = 500
# Events that a place's window names; all of them are a click away.
_NAMED = 4
# How a place may be drawn. Only what is known as a point is drawn as one.
_SHAPES: dict[str, Shape] = {
    "exact": "point",
    "near": "ring",
    "district": "ring",
    "landscape": "ring",
    "province": "province",
    "country": "country",
}
WORDS: dict[Shape, str] = {
    "point": "known as a point",
    "ring": "known roughly: drawn as a dashed ring",
    "province": "known as a province: drawn as its area",
    "country": "known as a country: drawn as its area",
    "nowhere": "not on the map: where it lies is not known",
}


class MapEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event that a place's window names."""

    label: str
    when: str
    status: str
    href: str


class MapPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place with what is told of it: how many events stand in which way."""

    id: str
    name: str
    href: str
    shape: Shape
    precision: str
    lat: float | None
    lon: float | None
    country: str
    geonames: int
    happened: int
    planned: int
    denied: int
    events: tuple[MapEvent, ...] = ()


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """Places with events; ``drawn`` are those on the map, ``nowhere`` counts events without one."""

    selection: Selection
    choices: Choices
    drawn: tuple[MapPlace, ...]
    off_the_map: int
    nowhere: int
    places: tuple[MapPlace, ...]
    paging: Paging


@router.get("/map", name="map")
def map_page(request: Request, wanted: Selected, page: int = 1) -> Response:
    """Where events are said to have taken place, no nearer than that is known."""
    snap = snapshot_of(request)
    whole = request.query_params.get("format") == "csv"
    view = map_of(snap, wanted, page=page, size=len(snap.places) or 1 if whole else 60)
    rows = (
        {key: getattr(item, key) for key in item.__struct_fields__ if key != "events"}
        for item in view.places
    )
    return answer(request, "map.html.jinja", view, title="Map", rows=rows)


def map_of(snap: Snapshot, wanted: Selection, *, page: int = 1, size: int = 60) -> Map:
    """Return the places of the events asked for, drawn and listed, those of most events first."""
    found = select(snap, wanted)
    grouped: dict[str, list[Event]] = {}
    for event in found:
        if event.place in snap.places:
            grouped.setdefault(event.place or "", []).append(event)
    ordered = sorted(grouped, key=lambda place: (-len(grouped[place]), snap.places[place].name))
    placed = [name for name in ordered if shape_of(snap.places[name]) != "nowhere"]
    part, paging = paginate(ordered, page, size=size)
    return Map(
        selection=wanted,
        choices=choices(snap, wanted),
        drawn=tuple(
            map_place(snap, name, grouped[name], named=_NAMED) for name in placed[:MOST_DRAWN]
        ),
        off_the_map=len(ordered) - len(placed),
        nowhere=len(found) - sum(map(len, grouped.values())),
        places=tuple(map_place(snap, name, grouped[name]) for name in part),
        paging=paging,
    )


def shape_of(place: Place) -> Shape:
    """Return how a place may be drawn: only what is known as a point becomes one."""
    shape = "country" if place.type == "country" else _SHAPES.get(place.precision, "nowhere")
    located = place.lat is not None and place.lon is not None
    if shape in ("province", "country") and place.country:
        return shape
    if not located:
        return "nowhere"
    return "ring" if shape in ("province", "country") else shape


def map_place(snap: Snapshot, name: str, events: Sequence[Event], *, named: int = 0) -> MapPlace:
    """Return a place with what is told of it; ``named`` of the events are named on the map."""
    place = snap.places[name]
    shape = shape_of(place)
    found = Counter(standing(event.status) for event in events)
    source, _, number = (place.source or "").partition(":")
    first = sorted(events, key=lambda event: (-event.independent_sources, event.id))[:named]
    return MapPlace(
        id=name,
        name=snap.names.place(name),
        href=f"/timeline?at={name}",
        shape=shape,
        precision=WORDS[shape],
        lat=place.lat,
        lon=place.lon,
        country=place.country or "",
        geonames=int(number) if source == "geonames" and number.isdigit() else 0,
        happened=found["real"],
        planned=found["unreal"],
        denied=found["denied"],
        events=tuple(_named(event, snap) for event in first),
    )


def _named(event: Event, snap: Snapshot) -> MapEvent:
    shown = line(event, snap)
    return MapEvent(label=shown.label, when=shown.when, status=shown.status, href=shown.href)
