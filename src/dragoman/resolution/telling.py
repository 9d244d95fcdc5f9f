"""What a sentence says that tells one attack from another: towns named, targets hit, news."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from dragoman.model import Evidence, Report
from dragoman.resolution.names import fold
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.wording import rules

# News stands in the first lines of a report; what comes later is often background.
OPENING = 500
# A name of fewer letters may be a word of another name.
_SHORT = 4
# "South of the town of Tarsk": so many characters stand before the name at most.
_FAR = 40
_BESIDE = re.compile(
    r"\b(?:near|outside|around|close to|next to|(?:north|south|east|west)\w* (?:of|from)"
    r"|(?:km|kilomet\w+|miles)\)? (?:of|from)) (?:the )?(?:[\w’'-]+ ){0,2}(?:of )?$"
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{3,}")
_GENERIC = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
     "city", "town", "village", "province", "governorate", "district", "department", "region",
     "municipality", "prefecture", "canton", "county", "state", "republic", "territory", "area",
     "countryside", "camp", "base", "airport", "mount", "river", "lake", "gate", "port", "island",
     "islands", "valley"}
)  # fmt: skip

Spots = Mapping[str, frozenset[str]]


def spotter(places: PlaceIndex) -> Spots:
    """Return the towns and provinces of a record by the one word of their names that tells."""
    found: dict[str, set[str]] = {}
    wide = tuple(
        word[:-1]
        for place in places.all()
        if places.size(place.id) == 3
        for name in (place.name, *place.names)
        for word in fold(name).split()
        if len(word) > _SHORT
    )
    for place in places.all():
        # A name that no gazetteer knows is often no place ("the Observatory").
        if places.size(place.id) in (1, 2) and place.lat is not None:
            for name in (place.name, *place.names):
                told = [w for w in fold(name).split() if len(w) >= _SHORT and w not in _GENERIC]
                # "Syrian Desert" is not meant by every "Syrian".
                if len(told) == 1 and not told[0].startswith(wide):
                    found.setdefault(told[0], set()).add(place.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def spots_in(text: str, spots: Spots) -> frozenset[str]:
    """Return the towns and provinces that a sentence names, by any word of their names."""
    return frozenset(i for part in _capitals(text) for i in spots.get(part, ()))


@lru_cache(maxsize=100_000)
def _capitals(text: str) -> tuple[str, ...]:
    """Return the words of a text that begin with a capital, folded."""
    words = (fold(re.sub(r"[’']s?$", "", word)) for word in _CAPITAL.findall(text))
    return tuple(dict.fromkeys(part for word in words for part in word.split()))


@cache
def _targets() -> dict[str, str]:
    return {word: group[0] for group in rules().targets for word in group}


@lru_cache(maxsize=100_000)
def targets_in(text: str) -> frozenset[str]:
    """Return the kinds of targets that a sentence names.

    >>> sorted(targets_in("Shells fell on a market and on a clinic"))
    ['hospital', 'market']
    """
    known = _targets()
    return frozenset(known[w] for w in re.findall(r"[a-z]+", text.lower()) if w in known)


def beside(report: Report, place: Evidence | None) -> bool:
    """Return whether a report puts something near a place, not in it: "a base near Tarsk"."""
    if place is None or place.report != report.id:
        return False
    return _BESIDE.search(report.text[max(0, place.start - _FAR) : place.start]) is not None


def opens(report: Report, offset: int) -> bool:
    """Return whether an offset lies where a report tells its news: in its first lines."""
    start = report.body[0].start if report.body else 0
    return offset - start < OPENING
