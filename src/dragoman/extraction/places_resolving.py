"""Which of the places of one name a report means.

One sense for a name in a report. Each candidate is worth the logarithm of its population plus what
the report says for it: the place it is said to lie in, the countries and provinces named, how near
it is to the other places of the report.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from dragoman.extraction.atlas import SETTLEMENTS
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places_spotting import Spot
from dragoman.extraction.places_words import words
from dragoman.language import Document

# Weights, set on the even-numbered documents of LGL and GeoWebNews. A unit is a factor of ten in
# population.
_STATED = 6.0  # "Alexandria, Louisiana"
_COUNTRY = 2.2  # its country is named, or most of the report's places lie there
_PROVINCE = 2.2
_NEAR = 1.5  # others lie within ``_FAR`` kilometres
_FAR = 150.0
_KIND = 3.0
_CANDIDATES = 60

T = TypeVar("T")


class Group(msgspec.Struct, frozen=True):
    """The spots of one name, and what the text says that the place lies in."""

    key: str
    spots: tuple[int, ...]
    candidates: tuple[Entry, ...]
    kinds: tuple[str, ...]
    inside: tuple[Entry, ...]


def resolve(document: Document, spots: Sequence[Spot]) -> list[Entry | None]:
    """Return the place that each spot means, None where nothing of that name is known."""
    groups = _groups(document, spots)
    chosen = {group.key: _choose(group, {}, {}, ()) for group in groups}
    for _ in range(2):
        countries, provinces = _weights(groups, chosen)
        placed = [(g.key, entry, len(g.spots)) for g in groups if (entry := chosen[g.key])]
        chosen = {
            group.key: _choose(
                group, countries, provinces, [p for p in placed if p[0] != group.key]
            )
            for group in groups
        }
    found: list[Entry | None] = [None] * len(spots)
    for group in groups:
        for k in group.spots:
            found[k] = _of_kind(spots[k], chosen[group.key], group)
    return found


def _of_kind(spot: Spot, entry: Entry | None, group: Group) -> Entry | None:
    """Return the province for "Homs province" when the report's Homs is the city, and so on."""
    wanted = words().kinds.get(spot.kind)
    if entry is None or wanted not in ("province", "district", "city", "town"):
        return entry
    types = SETTLEMENTS if wanted in ("city", "town") else {wanted}
    if entry.type in types:
        return entry
    same = [e for e in group.candidates if e.type in types and e.country == entry.country]
    near = [e for e in same if _distance(e, entry) < 300]
    return near[0] if near else entry


def _groups(document: Document, spots: Sequence[Spot]) -> list[Group]:
    members: dict[str, list[int]] = {}
    inside: dict[str, list[Entry]] = {}
    for k, spot in enumerate(spots):
        key = fold(spot.name)
        members.setdefault(key, []).append(k)
        inside.setdefault(key, []).extend(_stated_container(document, spots, k))
    return [
        Group(
            key,
            tuple(where),
            spots[where[0]].entries[:_CANDIDATES],
            tuple(spots[k].kind for k in where if spots[k].kind),
            tuple(inside[key]),
        )
        for key, where in members.items()
    ]


def _stated_container(document: Document, spots: Sequence[Spot], k: int) -> list[Entry]:
    """Return what may hold spot ``k`` by the text: "X, Y", "X in Y", "Y's X"."""
    found = []
    if k + 1 < len(spots):
        between = _words_between(document, spots[k].end, spots[k + 1].first)
        if between in (",", "in", "( )", "(", ", in"):
            found.extend(_holders(spots[k + 1]))
    if k:
        between = _words_between(document, spots[k - 1].end, spots[k].first)
        if between.split(" ", 1)[:1] in (["'s"], ["’s"]):
            found.extend(_holders(spots[k - 1]))
    return found


def _holders(spot: Spot) -> list[Entry]:
    return [e for e in spot.entries[:8] if e.type in ("country", "province", "district")]


def _words_between(document: Document, first: int, last: int) -> str:
    if not 0 < last - first < 5:
        return ""
    return " ".join(token.lower for token in document.tokens[first:last])


def _weights(
    groups: Sequence[Group], chosen: Mapping[str, Entry | None]
) -> tuple[dict[str, float], dict[int, float]]:
    """Return how much the report speaks of each country and province, from 0 to 1."""
    countries: dict[str, float] = defaultdict(float)
    provinces: dict[int, float] = defaultdict(float)
    for group in groups:
        entry = chosen[group.key]
        if entry is None or not entry.country:
            continue
        # A country named once tells more than a village whose country we have only guessed.
        sure = 2.0 if entry.type == "country" else 1.0 if len(group.candidates) == 1 else 0.6
        countries[entry.country] += sure * (1 + math.log(len(group.spots)))
        province = entry.id if entry.type == "province" else entry.admin1
        if province:
            provinces[province] += 2.0 if entry.type == "province" else 1.0
    return _shares(countries), _shares(provinces)


def _shares(counts: Mapping[T, float]) -> dict[T, float]:
    most = max(counts.values(), default=0)
    return {key: (value / most) ** 0.5 for key, value in counts.items()} if most else {}


def _choose(
    group: Group,
    countries: Mapping[str, float],
    provinces: Mapping[int, float],
    others: Sequence[tuple[str, Entry, int]],
) -> Entry | None:
    best, worth = None, -math.inf
    for entry in group.candidates:
        score = _worth(entry, group, countries, provinces, others)
        if score > worth:
            best, worth = entry, score
    return best


def _worth(
    entry: Entry,
    group: Group,
    countries: Mapping[str, float],
    provinces: Mapping[int, float],
    others: Sequence[tuple[str, Entry, int]],
) -> float:
    score = math.log10(entry.rank)
    if entry.type != "country":
        score += _COUNTRY * countries.get(entry.country, 0.0)
    if entry.admin1:
        score += _PROVINCE * provinces.get(entry.admin1, 0.0)
    if any(_lies_in(entry, holder) for holder in group.inside):
        score += _STATED
    if group.kinds:
        score += _KIND * sum(_fits(entry, kind) for kind in group.kinds) / len(group.kinds)
    near = sum(1 for _, other, _ in others if 0 < _distance(entry, other) < _FAR)
    return score + _NEAR * (1 - 0.5**near)


def _lies_in(entry: Entry, holder: Entry) -> bool:
    if holder.id == entry.id or entry.type == "country":
        return False
    if holder.type == "country":
        return holder.country == entry.country
    return holder.id in (entry.admin1, entry.admin2)


def _fits(entry: Entry, kind: str) -> float:
    wanted = words().kinds.get(kind, "")
    if wanted in ("province", "district"):
        return 1.0 if entry.type == wanted else -0.5
    if wanted in ("city", "town", "village"):
        return 1.0 if entry.type in SETTLEMENTS else -1.0
    return 1.0 if entry.type == wanted else 0.0


@lru_cache(maxsize=65536)
def _distance(one: Entry, other: Entry) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the distance of two points on the globe in kilometres.

    >>> round(kilometres(33.51, 36.29, 36.20, 37.16), -1)  # Damascus to Aleppo
    310.0
    """
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((a - b) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon1 - lon2) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))
