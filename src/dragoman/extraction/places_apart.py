"""Whether a text puts a name far from the place it was taken for: "Tarsk, east of Damascus"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.extraction.atlas import SETTLEMENTS
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places_spotting import Spot
from dragoman.extraction.places_weighing import distance
from dragoman.extraction.places_words import words
from dragoman.language import Document, Token

# So many words lead from a name to what it is told to lie in or beside.
_WAY = 7
_MARKS = frozenset({",", "(", "-"})
_IN = frozenset({"in", "of"})
_BESIDE = frozenset({"outside", "near"})
# How far a place may lie from the town or the province's middle that it is told to lie in, and from
# the town that it is told to lie beside.
_IN_TOWN = 100.0
_IN_PROVINCE = 400.0
_ASIDE = 300.0
_BOUNDED = SETTLEMENTS | {"district", "province"}


def is_apart(
    document: Document,
    spots: Sequence[Spot],
    places: Sequence[int],
    entry: Entry,
    chosen: Mapping[str, Entry | None],
    homes: Sequence[str],
) -> bool:
    """Return whether a text puts one of the spots ``places`` where ``entry`` does not lie.

    It is put in a country or a province ("X in the Idlib countryside"), in a town ("X district of
    Aleppo") or beside one ("X, north of Homs"); ``chosen`` says what each name means, ``homes`` of
    which countries the report speaks: of two places that are far from each other the one in
    another country was misread.
    """
    if entry.type not in _BOUNDED:
        return False
    for k in places:
        other = chosen.get(fold(spots[k + 1].name)) if k + 1 < len(spots) else None
        if other is None or homes.count(other.country) < homes.count(entry.country):
            continue
        if _far(document, spots[k], spots[k + 1], entry, other):
            return True
    return False


def _far(document: Document, spot: Spot, next_: Spot, entry: Entry, other: Entry) -> bool:
    tie, kind = _tie(document.tokens[spot.end : next_.first])
    if not tie or other.id == entry.id:
        return False
    if tie == "aside":
        return other.type in SETTLEMENTS and distance(other, entry) > _ASIDE
    if other.type == "country":
        return other.country != entry.country and tie == "in"
    if tie == "of" and (
        words().kinds.get(kind or spot.kind) != "district" or other.country == entry.country
    ):
        return False
    if other.type in SETTLEMENTS:
        return distance(other, entry) > _IN_TOWN and (tie == "of" or entry.type in SETTLEMENTS)
    return other.type == "province" != entry.type and distance(other, entry) > _IN_PROVINCE


def _tie(between: Sequence[Token]) -> tuple[str, str]:
    """Return "in", "of" or "aside" by the words that lead from one name to the next, else "".

    With it goes the word that says what the first is ("the X district of Y").
    """
    lists, told = words(), [t for t in between if t.text not in _MARKS]
    kind = told[0].lower if told and told[0].lower in lists.kinds else ""
    told = told[bool(kind) :]
    if not 0 < len(told) <= _WAY:
        return "", ""
    first = told[0].lower
    if first in _BESIDE or (
        first in lists.directions and "of" in (token.lower for token in told[1:3])
    ):
        tie = "aside"
    elif first in _IN:
        tie = first
    else:
        return "", ""
    passed = all(
        t.lower in lists.directions or t.lower in lists.kinds or t.pos in ("DET", "ADJ")
        or t.lower in ("of", "to", "and") or t.ent == "NORP"
        for t in told[1:]
    )  # fmt: skip
    return (tie, kind) if passed else ("", "")
