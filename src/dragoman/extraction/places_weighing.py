"""What each candidate for a name is worth, from its population and from the report's other names.

Every name speaks with all its candidates, in proportion to what they are worth so far, so that a
few ambiguous villages of one valley settle each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.extraction.atlas import SETTLEMENTS
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places_words import words

# Weights, set on the even-numbered documents of LGL and GeoWebNews. A unit is a factor of ten in
# population.
_STATED = 6.0  # "Alexandria, Louisiana"
_COUNTRY = 2.2  # the share of the other names that speak for its country
_PROVINCE = 2.0  # that any of them speaks for its province
_NEAR = 2.4  # that any of them may lie near it
_LISTED = 2.0  # "Florida, Georgia and Texas"
_KIND = 3.0  # "Homs province"
_NATION = 1.0  # what "Syrian" adds for Syria, as if another name lay there
_METROPOLIS = 0.8  # off for a province that has a great city of its name
_BY_ANOTHER_NAME = 1.0  # off for what is called so besides, where a place has it for its own name
_KNOWN = 150_000  # people in a city that is known the world over
_DWARFED = 2.0  # off for a town named as a world city, where three or more are spoken of
_SHARPNESS = 2.0  # how fast a better candidate outweighs the others
_NEAR_KM = 75.0
_ROUNDS = 5
_EARTH_KM = 6371.0

Floats = NDArray[np.float64]


class Group(msgspec.Struct, frozen=True):
    """The spots of one name, what the text says that the place lies in, and provinces beside it."""

    key: str
    spots: tuple[int, ...]
    candidates: tuple[Entry, ...]
    kinds: tuple[str, ...]
    inside: tuple[Entry, ...]
    listed: tuple[Entry, ...] = ()


def choose(groups: Sequence[Group], nations: Sequence[str]) -> list[Entry | None]:
    """Return the candidate of each group that is worth most in the end."""
    table = _Table(groups, nations)
    if not table.entries:
        return [None] * len(groups)
    worth = table.alone
    for _ in range(_ROUNDS):
        worth = table.alone + table.support(table.shares(worth))
    best: list[Entry | None] = [None] * len(groups)
    top = [-math.inf] * len(groups)
    for k, entry in enumerate(table.entries):
        n = table.owner[k]
        if worth[k] > top[n]:
            best[n], top[n] = entry, float(worth[k])
    return best


class _Table:
    """All candidates of all groups in one row of numbers each."""

    def __init__(self, groups: Sequence[Group], nations: Sequence[str]) -> None:
        self.entries = [entry for group in groups for entry in group.candidates]
        owner = [n for n, group in enumerate(groups) for _ in group.candidates]
        self.owner = np.array(owner, dtype=np.intp)
        self.size = len(groups)
        pairs = [(entry, group) for group in groups for entry in group.candidates]
        self.alone: Floats = np.array([_alone(entry, group) for entry, group in pairs])
        if _abroad(groups, nations):
            self.alone -= np.array([_DWARFED * _dwarfed(entry, group) for entry, group in pairs])
        self.weight: Floats = np.array([1 + math.log(len(group.spots)) for group in groups])
        self.countries = _codes([e.country or f"-{k}" for k, e in enumerate(self.entries)])
        of_nations = [_NATION if e.country in nations else 0.0 for e in self.entries]
        self.of_nations: Floats = np.array(of_nations)
        provinces = [
            str(e.id if e.type == "province" else e.admin1 or f"-{k}")
            for k, e in enumerate(self.entries)
        ]
        self.provinces = _codes(provinces)
        self.is_country = np.array([entry.type == "country" for entry in self.entries])
        self.near = _near(self.entries)

    def shares(self, worth: Floats) -> Floats:
        """Return what part of its group's voice each candidate has; they sum to 1 in a group."""
        top: Floats = np.full(self.size, -np.inf)
        np.maximum.at(top, self.owner, worth)
        voice = np.exp(_SHARPNESS * (worth - top[self.owner]))
        total = np.bincount(self.owner, voice, self.size)
        return np.asarray(voice / total[self.owner])

    def support(self, shares: Floats) -> Floats:
        """Return what the other groups say for each candidate."""
        spoken = shares * self.weight[self.owner] * np.where(self.is_country, 2.0, 1.0)
        country = self._others(self.countries, spoken) + self.of_nations
        others = max(float(spoken.sum()), 1.0) - np.bincount(self.owner, spoken, self.size)
        share = np.sqrt(np.minimum(1.0, country / np.maximum(others[self.owner], 1.0)))
        province = 1 - np.exp(-self._others(self.provinces, spoken))
        near = 1 - np.exp(-(self.near * spoken).sum(axis=1) + self._own_near(spoken))
        return np.asarray(
            np.where(self.is_country, 0.0, _COUNTRY * share) + _PROVINCE * province + _NEAR * near
        )

    def _others(self, codes: NDArray[np.intp], spoken: Floats) -> Floats:
        """Return for each candidate how much other groups speak for its code."""
        whole = np.bincount(codes, spoken)
        width = len(whole)
        own = np.bincount(self.owner * width + codes, spoken, self.size * width)
        return np.asarray(whole[codes] - own[self.owner * width + codes])

    def _own_near(self, spoken: Floats) -> Floats:
        same = self.owner[:, None] == self.owner[None, :]
        return np.asarray((self.near * same * spoken).sum(axis=1))


def _codes(labels: list[str]) -> NDArray[np.intp]:
    numbers: dict[str, int] = {}
    codes = [numbers.setdefault(label, len(numbers)) for label in labels]
    return np.array(codes, dtype=np.intp)


def _near(entries: Sequence[Entry]) -> Floats:
    """Return 1 for each pair of settlements or districts that are near each other, else 0."""
    points = np.array([_point(entry) for entry in entries]).reshape(-1, 3)
    cosines = np.clip(points @ points.T, -1.0, 1.0)
    known = np.asarray(points.any(axis=1))
    near = np.exp(-((np.arccos(cosines) * _EARTH_KM / _NEAR_KM) ** 2))
    return np.asarray(near * known[:, None] * known[None, :])


def _point(entry: Entry) -> tuple[float, float, float]:
    if entry.lat is None or entry.lon is None or entry.type in ("country", "province"):
        return 0.0, 0.0, 0.0
    lat, lon = math.radians(entry.lat), math.radians(entry.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _alone(entry: Entry, group: Group) -> float:
    """Return what a candidate is worth before the other names are heard."""
    score = math.log10(entry.rank)
    if entry.type == "province" and any(_lies_in(e, entry) for e in group.candidates if _great(e)):
        score -= _METROPOLIS
    besides = entry.kind > 0 and not entry.name.endswith(" City")
    if besides and any(e.kind == 0 for e in group.candidates):
        score -= _BY_ANOTHER_NAME
    if any(_lies_in(entry, holder) for holder in group.inside):
        score += _STATED
    if entry.type == "province" and any(e.country == entry.country for e in group.listed):
        score += _LISTED
    if group.kinds:
        score += _KIND * sum(_fits(entry, kind) for kind in group.kinds) / len(group.spots)
    return score


def _dwarfed(entry: Entry, group: Group) -> bool:
    """Return whether a place shares its name with a known city many times its size."""
    return entry.type in SETTLEMENTS and any(
        e.type in SETTLEMENTS and e.population > max(_KNOWN, 8 * entry.population)
        for e in group.candidates
    )


def _abroad(groups: Sequence[Group], nations: Sequence[str]) -> bool:
    """Return whether a report speaks of three countries or more."""
    named = {e.country for g in groups for e in g.candidates[:1] if e.type == "country"}
    return len(named | set(nations)) > 2


def _great(entry: Entry) -> bool:
    return entry.type in SETTLEMENTS and entry.population > 1_000_000


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
    if wanted == "region" and entry.type == "province":
        return 0.6
    return 1.0 if entry.type == wanted else 0.0


def distance(one: Entry, other: Entry) -> float:
    """Return the kilometres between two places, infinite when one has no coordinates."""
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
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
