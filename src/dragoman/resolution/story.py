"""Whether the openings of two reports tell one story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from math import sqrt

import msgspec

from dragoman.resolution.names import fold
from dragoman.resolution.openings import weight
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.wording import rules

# Reports of one story are published within so many days, where a day is the same within more.
DAYS_APART, LATER = 2, 3
# An undated lead is news of at most so many days ago; clocks and datelines differ by one.
NEWS, LATE = 2, 1
# Points at which two reports tell one story; tuned on hand-labelled pairs (bench/pair_labels.py).
ENOUGH = 2.6
# Those of two reports of one day that differ in nothing.
SAME_DAY = 2.2
# Openings with a smaller share of rare words in common are of two stories, whatever else agrees.
FEWEST_WORDS = 0.055
# A toll this many times the other is of another event, or of a later day.
TIMES = 4
# Reports without a day are of one story only with so many points, and this share of their names.
UNDATED, NAMES = 4.5, 0.2
# Tolls of one or two are alike by chance; those from MANY on are near when NEAR of the larger.
SMALL, MANY, NEAR = 2, 10, 0.8
# A toll from here on is that of a war.
WAR = 1000


class Lead(msgspec.Struct, frozen=True):
    """The opening of a report: its telling words, and the towns, targets, days and tolls there.

    ``towns`` are points, ``regions`` provinces; ``days`` are those that accounts in it give,
    ``nights`` the two of each night or weekend, ``killed`` the highest exact number of dead;
    ``names`` are all of a report without a day, for which the words are not enough.
    """

    report: str
    published: dt.date | None
    words: frozenset[str]
    length: float
    towns: frozenset[str]
    regions: frozenset[str]
    targets: frozenset[str]
    days: frozenset[dt.date]
    nights: frozenset[dt.date]
    tolls: frozenset[tuple[str, float]]
    killed: float
    names: frozenset[str] = frozenset()


class Story(msgspec.Struct, frozen=True):
    """What makes two reports one story: how alike they open, and what of it is the same."""

    points: float
    day: bool
    town: bool


def story(a: Lead, b: Lead, places: PlaceIndex) -> Story | None:
    """Return what two leads share when it is enough for one story, else None."""
    gap = _days_between(a, b)
    if gap is None or gap > (LATER if _told(a) & _told(b) else DAYS_APART):
        return None
    if _days_clash(a, b) or not a.words & b.words:
        return None
    found = _agreements(a, b, places)
    if found["words"] < FEWEST_WORDS:
        return None
    if "day" not in found and "night" not in found:
        found["gap"] = float(gap)
    points = sum(rules().story[name] * much for name, much in found.items())
    alike = gap == 0 and not any(name.startswith("other") for name in found)
    least = SAME_DAY if alike else ENOUGH
    if points < (least if a.published else UNDATED):
        return None
    return Story(
        points=round(points, 3),
        day="day" in found or "night" in found,
        town="town" in found or "region" in found,
    )


def _days_between(a: Lead, b: Lead) -> int | None:
    """Return how many days lie between two reports: none where neither has a day, but names."""
    if a.published and b.published:
        return abs((a.published - b.published).days)
    if a.published or b.published:
        return None
    least = NAMES * sqrt(len(a.names) * len(b.names))
    return 0 if 0 < least <= len(a.names & b.names) else None


def _days_clash(a: Lead, b: Lead) -> bool:
    """Return whether the days in two leads differ, or one's came after the other was published."""
    first, second = _told(a), _told(b)
    if first and second:
        return not first & second
    return any(
        one.published is not None
        and days
        and not any(-LATE <= (one.published - day).days <= NEWS for day in days)
        for one, days in ((a, second), (b, first))
        if not _told(one)
    )


def _told(lead: Lead) -> frozenset[dt.date]:
    return lead.days | lead.nights


def _agreements(a: Lead, b: Lead, places: PlaceIndex) -> dict[str, float]:
    """Return by name what two leads agree and differ in; of words, how much."""
    found = {"words": weight(a.words & b.words) / (a.length * b.length)}
    for name, same in (
        ("day", bool(a.days & b.days)),
        ("night", not a.days & b.days and bool(a.days & b.nights or a.nights & b.days)),
        ("toll", any(n > SMALL for _, n in a.tolls & b.tolls)),
        ("near toll", _near_toll(a, b)),
        ("target", bool(a.targets & b.targets)),
        ("town", _meet(a.towns, b.towns, places)),
        ("region", bool(a.regions & b.regions)),
    ):
        if same:
            found[name] = 1.0
    for name, clash in (
        ("target", bool(a.targets and b.targets)),
        ("town", _other_towns(a.towns, b.towns, places)),
        ("region", _in_one_country(a.regions, b.regions, places)),
    ):
        # Two that name one town may still name different provinces beside it.
        if clash and name not in found and not (name == "region" and "town" in found):
            found[f"other {name}"] = 1.0
    if "toll" not in found and _far_apart(a, b):
        found["other toll"] = 1.0
    return found


def _other_towns(first: frozenset[str], second: frozenset[str], places: PlaceIndex) -> bool:
    """Return whether both name towns of one country, of which none may stand for its province.

    "Garn" may be the province in which the other's village lies.
    """
    mine = [i for i in first if not any(_may_hold(i, j, places) for j in second)]
    theirs = [j for j in second if not any(_may_hold(j, i, places) for i in first)]
    return _in_one_country(mine, theirs, places)


def _may_hold(town: str, other: str, places: PlaceIndex) -> bool:
    """Return whether a town has the name of the province in which another lies."""
    place = places.get(other)
    if place is None or town == other:
        return False
    wholes = [place.admin1 or "", *(places.name(j) for j in place.within if places.size(j) == 2)]
    return any(fold(whole).startswith(fold(places.name(town))) for whole in wholes)


def _in_one_country(first: Iterable[str], second: Collection[str], places: PlaceIndex) -> bool:
    """Return whether both name places of one country: a capital abroad is where people speak."""
    countries = [{p.country for i in ids if (p := places.get(i))} for ids in (first, second)]
    return bool(countries[0] & countries[1])


def _near_toll(a: Lead, b: Lead) -> bool:
    """Return whether the most who were killed in two leads are nearly, and not quite, as many."""
    most = [
        max((n for what, n in lead.tolls if what == "killed" and n < WAR), default=0.0)
        for lead in (a, b)
    ]
    low, high = sorted(most)
    return MANY <= low < high and low >= NEAR * high and not a.tolls & b.tolls


def _far_apart(a: Lead, b: Lead) -> bool:
    """Return whether the most who were killed in one lead are many times those in the other."""
    low, high = sorted((a.killed, b.killed))
    return 0 < TIMES * low <= high


def _meet(first: Iterable[str], second: Collection[str], places: PlaceIndex) -> bool:
    return any(places.relation(i, j) in ("same", "near") for i in first for j in second)
