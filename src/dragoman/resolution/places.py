"""How two places relate: the same, one inside the other, near, or apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from dragoman.model import Place
from dragoman.resolution.names import same_place, words

Relation = Literal["same", "inside", "contains", "near", "apart", "unknown"]

# Reports round the way from a village to the town it is named after; 15 km is a short drive.
NEAR_KM = 15.0
# A place this far away is another place, whatever the gazetteer thinks lies in what.
APART_KM = 20.0
# A point this far from the middle of a province does not lie in it.
WIDE_KM = 150.0
# How wide a state is, as ``PlaceIndex.size`` has it.
COUNTRY = 3
_GENERIC = frozenset({"province", "governorate", "region", "state", "district", "oblast"})
_WIDE = frozenset({"country", "continent", "region", "state", "world", "sea"})
_MIDDLE = frozenset({"province", "governorate", "landscape", "desert", "river", "admin1"})


def kilometres(a: Place, b: Place) -> float | None:
    """Return the distance between two places in kilometres, None when one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(h))


def _one_spelling(a: Place, b: Place) -> bool:
    """Return whether two names, of which no gazetteer knows one, are spellings of one name."""
    if a.country and b.country and a.country != b.country:
        return False
    return any(same_place(one, other) for one in a.names for other in b.names)


class PlaceIndex:
    """The places of a record by id, with containment and distance between any two."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places: Mapping[str, Place] = {place.id: place for place in places}
        self._related: dict[tuple[str, str], Relation] = {}

    def get(self, i: str | None) -> Place | None:
        """Return the place with this id, None when it is not known."""
        return self._places.get(i) if i else None

    def all(self) -> Iterable[Place]:
        """Return every place, in the order given."""
        return self._places.values()

    def name(self, i: str | None) -> str:
        """Return the name of a place, "" when there is none."""
        place = self.get(i)
        return place.name if place else ""

    def size(self, i: str | None) -> int:
        """Return how wide a place is: 0 unknown, 1 a point or town, 2 a province, 3 a country."""
        place = self.get(i)
        if place is None:
            return 0
        if place.type in _WIDE or place.precision == "country":
            return COUNTRY
        wide = place.type in _MIDDLE or place.precision in ("province", "landscape")
        return 2 if wide else 1

    def holds(self, outer: str | None, inner: str | None) -> bool:
        """Return whether ``inner`` is ``outer`` or lies in it."""
        if outer is None or inner is None:
            return False
        if outer == inner:
            return True
        place, whole = self.get(inner), self.get(outer)
        if place is None:
            return False
        if outer in place.within or self._admin1(place, whole):
            return True
        # Packs and gazetteer may each have their own id for one country.
        return bool(
            whole
            and whole.type == "country"
            and whole.country is not None
            and whole.country == place.country
        )

    def _admin1(self, place: Place, whole: Place | None) -> bool:
        """Return whether a place's province is ``whole``, under whatever id and spelling."""
        if whole is None or not place.admin1 or place.country != whole.country:
            return False
        if self.size(whole.id) != 2 or self.size(place.id) != 1:
            return False
        return any(words(place.admin1) - _GENERIC == words(n) - _GENERIC for n in whole.names)

    def _other_province(self, a: Place, b: Place) -> bool:
        """Return whether one is a province and the other is known to lie in another one."""
        whole, point = (a, b) if self.size(a.id) == 2 else (b, a)
        return whole.precision == "province" and point.admin1 is not None

    def relation(self, a: str | None, b: str | None) -> Relation:
        """Return how place ``a`` relates to place ``b``."""
        if a is None or b is None:
            return "unknown"
        if a == b:
            return "same"
        # Whoever notes which places are asked for gets to know of both, each time.
        first, second = self.get(a), self.get(b)
        known = self._related.get((a, b))
        if known is None:
            known = self._one_in_other(a, b) or self._by_distance(first, second)
            # Thousands of pairs of accounts are of a few hundred places.
            self._related[a, b] = known
        return known

    def _one_in_other(self, a: str, b: str) -> Relation | None:
        if self.holds(b, a):
            return "inside"
        return "contains" if self.holds(a, b) else None

    def _by_distance(self, first: Place | None, second: Place | None) -> Relation:
        if first is None or second is None:
            return "unknown"
        a, b = first.id, second.id
        far = kilometres(first, second)
        if far is None and {self.size(a), self.size(b)} == {1} and _one_spelling(first, second):
            return "same"
        if far is None:
            return "unknown" if "unknown" in (first.precision, second.precision) else "apart"
        if far <= NEAR_KM:
            return "near"
        wide = {self.size(a), self.size(b)} == {1, 2} and first.country == second.country
        if wide and self._other_province(first, second):
            wide = False
        return "apart" if far > (WIDE_KM if wide else APART_KM) else "unknown"
