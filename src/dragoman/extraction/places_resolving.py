"""Which of the places of one name a report means: one sense for a name in a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extraction.atlas import SETTLEMENTS
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places_apart import is_apart
from dragoman.extraction.places_spotting import Spot
from dragoman.extraction.places_weighing import Group, choose, distance
from dragoman.extraction.places_words import words
from dragoman.language import Document

_CANDIDATES = 40
_MINOR = 50_000
_HAMLET = 1_000
# A village in a country that a report does not speak of is not meant when it speaks of others so
# often.
_TINY = 15_000
_SURE = 2
# In a report that is set in one country a town of another one is meant when it is as large as this,
# or, called by another name than its own, as this.
_SEVERAL = 3
_CITY = 100_000
_METROPOLIS = 1_000_000
# Kinds of what lies within a town or is called after persons.
_SMALL = frozenset({
    "neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "quarter", "street",
    "square", "avenue", "park", "market", "roundabout", "junction", "hospital", "mosque",
    "garrison", "barracks",
})  # fmt: skip

# Those that are called after the town itself, when it is large: "taken to a Tarsk hospital".
_IN_TOWNS = frozenset({"market", "hospital", "mosque"})


def resolve(
    document: Document, spots: Sequence[Spot], nations: Sequence[str] = ()
) -> list[Entry | None]:
    """Return the place that each spot means, None where nothing of that name is known.

    ``nations`` are codes of the countries that the report speaks of by adjectives ("Syrian").
    """
    groups = _groups(document, spots)
    found: list[Entry | None] = [None] * len(spots)
    if not spots:
        return found
    chosen = choose(groups, nations)
    by_name = {group.key: entry for group, entry in zip(groups, chosen, strict=True)}
    for n, group in enumerate(groups):
        entry = chosen[n]
        homes = [
            e.country
            for k, e in enumerate(chosen)
            if k != n and e and _is_anchor(e) and not _is_part(groups[k], e)
        ]
        homes.extend(nations)
        if entry is None or not _plausible(entry, group, homes):
            continue
        if is_apart(document, spots, group.spots, entry, by_name, homes):
            continue
        for k in group.spots:
            found[k] = _of_kind(spots[k], entry, group)
    return found


def _plausible(entry: Entry, group: Group, homes: Sequence[str]) -> bool:
    """Return whether the best candidate can be meant at all.

    One that only sounds like the name, or is called so besides and is small, or stands for a
    quarter or a street, must lie in a country that surer names of the report (``homes``) speak of.
    """
    small = _is_part(group, entry)
    few = entry.kind > 0 and entry.population < _MINOR and bool(homes)
    minor = few or is_hamlet_besides(entry)
    tiny = entry.type in SETTLEMENTS and entry.population < _TINY and len(homes) >= _SURE
    minor = minor or tiny or (_set_elsewhere(homes) and not _renowned(entry, group.key))
    if entry.type == "country" or not (entry.kind > 2 or small or minor or _generic(group.key)):
        return True
    # What only sounds like a name must lie in a country that the report speaks of much.
    most = max((homes.count(home) for home in homes), default=0)
    often = homes.count(entry.country)
    return often > 0 and (entry.kind < 3 or 2 * often >= most)


def _is_part(group: Group, entry: Entry) -> bool:
    """Return whether a name is told only with a quarter's or a street's kind of place.

    Of a great town's name not all markets and hospitals count against the town.
    """
    small = sum(kind in _SMALL for kind in group.kinds) == len(group.spots)
    if small and _is_anchor(entry):
        return any(kind not in _IN_TOWNS for kind in group.kinds)
    return small


def _set_elsewhere(homes: Sequence[str]) -> bool:
    """Return whether most sure names of a report lie in one country, and there are several."""
    most = max((homes.count(home) for home in homes), default=0)
    return most >= _SEVERAL and 2 * most > len(homes)


def _renowned(entry: Entry, key: str) -> bool:
    """Return whether a town may be meant in a report that is set in another country."""
    if entry.type not in SETTLEMENTS or entry.type == "capital":
        return True
    name = fold(entry.name)
    own = entry.kind == 0 or name.endswith(f" {key}") or name.startswith(f"{key} ")
    return entry.population >= (_CITY if own else _METROPOLIS)


def is_hamlet_besides(entry: Entry) -> bool:
    """Return whether it is a hamlet that bears the name only besides its own."""
    return entry.kind > 0 and entry.population < _HAMLET and entry.type in SETTLEMENTS


def _generic(name: str) -> bool:
    """Return whether a name says no more than "Southern District"."""
    lists = words()
    return all(word in lists.directions or word in lists.kinds for word in name.split())


def _is_anchor(entry: Entry) -> bool:
    return entry.kind < 3 and (entry.population >= _MINOR or entry.id < 0)


def _of_kind(spot: Spot, entry: Entry | None, group: Group) -> Entry | None:
    """Return the province for "Homs province" when the report's Homs is the city, and so on."""
    wanted = words().kinds.get(spot.kind)
    if entry is None or wanted not in ("province", "district", "city", "town"):
        return entry
    types = SETTLEMENTS if wanted in ("city", "town") else {wanted}
    if entry.type in types:
        return entry
    candidates = (*spot.entries, *group.candidates)
    same = [e for e in candidates if e.type in types and e.country == entry.country]
    near = [e for e in same if distance(e, entry) < 300]
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
            _likely(dict.fromkeys(e for k in where for e in spots[k].entries)),
            tuple(spots[k].kind for k in where if spots[k].kind),
            tuple(inside[key]),
            tuple(entry for k in where for entry in _listed_with(document, spots, k)),
        )
        for key, where in members.items()
    ]


def _likely(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the candidates without towns that are called so besides, where a larger one of the
    same country has the name for its own: Karaj is Karaj, not Qods beside it."""
    first = list(entries)[:_CANDIDATES]
    own = [e for e in first if e.kind == 0 and e.type in SETTLEMENTS]
    return tuple(
        e for e in first
        if e.kind == 0 or e.type not in SETTLEMENTS
        or not any(o.country == e.country and o.population >= e.population for o in own)
    )  # fmt: skip


def _stated_container(document: Document, spots: Sequence[Spot], k: int) -> list[Entry]:
    """Return what may hold spot ``k`` by the text: "X, Y", "X in Y", "Y's X"."""
    found = []
    if k + 1 < len(spots):
        between = _words_between(document, spots[k].end, spots[k + 1].first)
        if between in (",", "in", "(", ", in", "in the"):
            found.extend(_holders(spots[k + 1]))
    if k:
        between = _words_between(document, spots[k - 1].end, spots[k].first)
        if between.split(" ", 1)[0] in ("'s", "’s"):
            found.extend(_holders(spots[k - 1]))
    return found


def _listed_with(document: Document, spots: Sequence[Spot], k: int) -> list[Entry]:
    """Return the provinces that stand beside spot ``k`` in a list."""
    found = []
    for a, b in ((k - 1, k), (k, k + 1)):
        if a < 0 or b >= len(spots):
            continue
        between = _words_between(document, spots[a].end, spots[b].first)
        other = spots[a if b == k else b].entries[:1]
        if between in (",", "and", ", and", "or") and other and other[0].type == "province":
            found.append(other[0])
    return found


def _holders(spot: Spot) -> list[Entry]:
    return [e for e in spot.entries[:8] if e.type in ("country", "province", "district")]


def _words_between(document: Document, first: int, last: int) -> str:
    if not 0 < last - first < 5:
        return ""
    return " ".join(token.lower for token in document.tokens[first:last])
