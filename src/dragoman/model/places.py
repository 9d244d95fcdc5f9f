"""Places, with honest precision."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.spans import Evidence

PlacePrecision = Literal["exact", "near", "district", "province", "landscape", "country", "unknown"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place; ``lat`` and ``lon`` in degrees (WGS 84), ``country`` as ISO 3166-1 alpha-2.

    ``type`` is a word such as country, province, district, city, village, camp, base, river,
    region, crossing, unknown. ``within`` are the ids of places it lies in, nearest first. A
    place that no gazetteer and no pack knows is kept by name, with precision "unknown".
    """

    id: str
    name: str
    type: str
    names: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision = "unknown"
    within: tuple[str, ...] = ()
    source: str | None = None


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that names a place.

    ``relation`` is how the text relates to it: in, near, east_of, around, between, from, to ...
    ``precision`` is that of the mention ("near Al-Tanf" is "near" though Al-Tanf is known).
    """

    evidence: Evidence
    place: str
    relation: str | None = None
    precision: PlacePrecision = "unknown"
