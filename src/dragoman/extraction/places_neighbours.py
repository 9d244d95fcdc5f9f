"""What the words beside a name say for or against its being a place's."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.atlas import Atlas
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.naming import ends_in_things
from dragoman.extraction.places_spotting import Spot, is_name_token
from dragoman.extraction.places_words import words
from dragoman.language import Document
from dragoman.model import Span

_KNOWN = 1.1  # the fame of a city of a hundred thousand
_OWNER = 5
_ROADS = frozenset({"road", "highway", "axis", "corridor", "line", "motorway", "route", "railway"})


# A building's name tells where it stands if it begins with a city, or with a town of a country of
# which the report has told; it has so many words more. Houses of prayer are named after persons.
_TOWN = 0.6
_CITY = 1.6
_SITE = 4
SITES = frozenset({"university", "college", "school", "academy", "airport", "airbase", "station",
                   "court", "library", "museum", "zoo", "hospital", "prison",
                   "stadium"})  # fmt: skip
# What a place right before, in the same country, says of a name in a row.
_IN_ONE_LAND = 2.0


def prominence(spot: Spot) -> float:
    """Return how well known the place of the name is."""
    if not spot.entries:
        return 0.0
    best = max(_fame(entry) for entry in spot.entries[:3])
    return best + (0.6 if spot.last - spot.first > 1 else 0.0)


def _fame(entry: Entry) -> float:
    fit = (0.0, -0.2, -0.3, -0.9)[entry.kind]
    if entry.type == "country":
        return 3.0 + fit
    if entry.id < 0 or entry.population >= 1_000_000_000:
        return 2.6 + fit
    if entry.type == "province":
        return 1.3 + fit
    if entry.type == "district":
        return 0.3 + fit
    people = entry.population
    sizes = ((1_000_000, 1.6), (100_000, 1.2), (15_000, 0.6), (5_000, 0.3))
    return next((worth for size, worth in sizes if people >= size), 0.0) + fit


def company(document: Document, atlas: Atlas, spot: Spot, before: Sequence[Spot]) -> float:
    """Return what a place named beside it says: "Boise, Idaho"; "Homs and Hama"."""
    if before and _gap(document, before[-1].end, spot.first) in (",", "and", ", and", "or", "/"):
        if _contains(spot.entries, before[-1].entries):
            return 3.0
        return _IN_ONE_LAND if _in_one_land(spot, before[-1]) else 1.0
    return 3.0 if _followed_by_container(document, atlas, spot) else 0.0


def _in_one_land(spot: Spot, other: Spot) -> bool:
    """Return whether what two names most likely mean lies in one country."""
    lands = [{entry.country for entry in one.entries[:1]} for one in (spot, other)]
    return bool(lands[0] & lands[1] - {None, ""})


def _followed_by_container(document: Document, atlas: Atlas, spot: Spot) -> bool:
    tokens = document.tokens
    sentence = document.sentence_of(spot.first)
    k = spot.last + 1
    if k >= sentence.last or tokens[spot.last].text != ",":
        return False
    if not is_name_token(tokens[k], sentence):
        return False
    for last in range(min(k + 3, sentence.last), k, -1):
        name = Span(tokens[k].start, tokens[last - 1].end).of(document.text)
        if _contains(atlas.entries(name), spot.entries):
            return True
    return False


def _contains(larger: Sequence[Entry], smaller: Sequence[Entry]) -> bool:
    """Return whether a place of the first may hold one of the second."""
    ids = {entry.id for entry in larger if entry.type in ("province", "district")}
    countries = {entry.country for entry in larger if entry.type == "country"}
    return any(
        (entry.admin1 in ids or entry.admin2 in ids or entry.country in countries)
        and entry.type != "country"
        for entry in smaller
    )


def _gap(document: Document, first: int, last: int) -> str:
    if last - first > 2:
        return "..."
    return " ".join(token.lower for token in document.tokens[first:last])


def neighbours(
    document: Document, atlas: Atlas, spot: Spot, before: Sequence[Spot], *, placed: bool
) -> float:
    """Return what speaks against it: a longer name of which it is a part only.

    Where a word shows that it is ``placed``, the name may be that of a building in a town.
    """
    left = 0.0 if _owned(document, atlas, spot) else longer_name_left(document, spot, before)
    if placed and _is_site(document, spot.end) and _is_town_here(spot, before):
        return left
    return left + _right(document, atlas, spot)


def _owned(document: Document, atlas: Atlas, spot: Spot) -> bool:
    """Return whether a state or city that lost its apostrophe stands before: "Syrias Idlib"."""
    if spot.first <= document.sentence_of(spot.first).first:
        return False
    owner = document.tokens[spot.first - 1].text
    if len(owner) < _OWNER or not owner.endswith("s") or not owner[0].isupper():
        return False
    known = atlas.entries(owner.removesuffix("s"))[:1]
    return not atlas.entries(owner) and any(
        entry.type == "country" or _fame(entry) > _KNOWN for entry in known
    )


def longer_name_left(document: Document, spot: Spot, before: Sequence[Spot]) -> float:
    """Return what the word before the name says against it: a title, another part of a name."""
    lists, tokens = words(), document.tokens
    sentence = document.sentence_of(spot.first)
    k = spot.first - 1
    if k < sentence.first:
        return 0.0
    left = tokens[k]
    if left.lower in lists.titles and left.ent not in ("GPE", "LOC"):
        return -4.0 if left.text[0].isupper() or left.text.endswith(".") else -1.5
    if left.text in ("-", "–") and k > sentence.first and left.end == tokens[spot.first].start:
        on_road = spot.last < sentence.last and tokens[spot.last].lower in _ROADS
        return 1.0 if on_road and before and before[-1].end == k else -3.0
    if left.lower == "of" and k > sentence.first and tokens[k - 1].text[0].isupper():
        above = tokens[k - 1]
        if above.lower in lists.kinds and above.lower not in ("state", "front"):
            return 0.0
        return -4.0 if is_name_token(above, sentence) and above.ent in ("ORG", "") else -1.0
    if left.lower in ("the", "a") or not is_name_token(left, sentence):
        return 0.0
    if left.end == tokens[spot.first].start:
        return -3.0
    if before and before[-1].end == spot.first:
        return 0.0 if prominence(spot) > _KNOWN else -2.0
    if left.lower in lists.directions or left.ent == "NORP" or left.lower in lists.followers:
        return 0.0
    return -4.0 if _same_entity(document, k, spot.first) else -2.0


def _right(document: Document, atlas: Atlas, spot: Spot) -> float:
    lists, tokens = words(), document.tokens
    sentence = document.sentence_of(spot.first)
    k = spot.end
    if k >= sentence.last:
        return 0.0
    right = tokens[k]
    if prominence(spot) <= _KNOWN and ends_in_things(document, k):
        return -5.0
    if right.text in ("-", "–") and right.start == tokens[k - 1].end:
        after = tokens[k + 1].lower if k + 1 < sentence.last else ""
        if after == "based":
            return 2.0
        if k + 2 < sentence.last and tokens[k + 2].lower in _ROADS:
            return 0.0
        return -9.0 if after in lists.actor_compounds else -1.5
    if right.lower in lists.people and right.text[0].islower():
        return 1.5
    if right.lower in lists.owners and (right.text[0].isupper() or right.lower == "inc."):
        return -5.0
    if not is_name_token(right, sentence) or right.lower in lists.followers or right.ent == "NORP":
        return 0.0
    beside = atlas.entries(right.text)[:1]
    if prominence(spot) > _KNOWN and any(_fame(entry) > _KNOWN for entry in beside):
        return 0.0  # a list that has lost its commas
    # "The village of Abu Marja": the kind is that of the whole name.
    if spot.kind_before:
        return -4.0
    return -3.0 if _same_entity(document, k - 1, k) else -1.0


def _is_site(document: Document, k: int) -> bool:
    """Return whether a name goes on as a building's in a town does: "Tarsk Central Hospital"."""
    end, last = k, document.sentence_of(k - 1).last
    while end < last and end - k < _SITE and document.tokens[end].text[0].isupper():
        end += 1
    return end > k and document.tokens[end - 1].lower in SITES


def _is_town_here(spot: Spot, before: Sequence[Spot]) -> bool:
    """Return whether a name is a great city's, or a town's in a country told of before."""
    fame = prominence(spot)
    told = {entry.country for one in before for entry in one.entries[:1]}
    return fame >= _CITY or (fame >= _TOWN and any(e.country in told for e in spot.entries[:1]))


def _same_entity(document: Document, left: int, right: int) -> bool:
    one, other = document.tokens[left], document.tokens[right]
    return bool(one.ent) and one.ent == other.ent and not other.ent_start
