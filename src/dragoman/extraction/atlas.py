"""All places that can be known by name: packs first, then landscapes, then the gazetteer."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry, Gazetteer, place_id
from dragoman.language import Document, Token
from dragoman.model import Place, make_id
from dragoman.packs import Packs
from dragoman.packs.entries import PackPlace

_DATA = Path(__file__).parent / "data"
# A pack's place outranks all that a gazetteer offers under the same name.
_PACK_WEIGHT = 2_000_000_000
# Words and hyphens as the language room cuts them.
_WORD = re.compile(r"[^\W_]+(?:'s)?|-")
SETTLEMENTS = frozenset({"capital", "city", "town", "village"})


class Atlas:
    """Names to entries and entries to places.

    Places that are not in the gazetteer get negative numbers as their entries' ids.
    """

    def __init__(self, gazetteer: Gazetteer, packs: Packs | None = None) -> None:
        self.gazetteer = gazetteer
        self._own: dict[str, list[Entry]] = {}
        self._as_written: dict[str, list[Entry]] = {}
        self._places: dict[int, Place] = {}
        self.adjectives: dict[str, str] = {}
        self._actors: dict[str, list[tuple[str, ...]]] = {}
        self._add_landscapes()
        self._add_countries()
        self._add_provinces()
        self.entries = lru_cache(maxsize=65536)(self._entries)
        if packs is not None:
            self._add_packs(packs)
            self.entries.cache_clear()

    def _entries(self, name: str) -> tuple[Entry, ...]:
        """Return what may be meant by ``name`` as it is written, the likeliest first."""
        if name in self._as_written:
            return tuple(self._as_written[name])
        folded = fold(name)
        if not folded or (name.isupper() and len(folded) < 4):
            return ()
        own = self._own.get(folded, [])
        found = self.gazetteer.entries(folded, rough=not own and len(folded) > 3)
        known = {entry.id for entry in own}
        rest = [entry for entry in found if entry.id not in known]
        return tuple(sorted([*own, *rest], key=lambda entry: (-entry.rank, entry.id)))

    def by_adjective(self, name: str) -> tuple[Entry, ...]:
        """Return the country of "Syrian" and "Syrians", where a pack knows it."""
        home = self.gazetteer.country(self._nation(name) or "")
        return (home,) if home else ()

    def _nation(self, word: str) -> str | None:
        """Return the code of the country of an adjective or of the people called after it."""
        return self.adjectives.get(word) or self.adjectives.get(word.removesuffix("s"))

    def nations(self, document: Document) -> tuple[str, ...]:
        """Return the codes of the countries that a text speaks of by adjectives, each once."""
        found = (self._nation(token.text) for token in document.tokens if token.text[0].isupper())
        return tuple(dict.fromkeys(code for code in found if code))

    def actor_at(self, tokens: Sequence[Token], i: int, last: int) -> int:
        """Return how many tokens from ``i`` on are the name of an actor of a pack, 0 for none."""
        for name in self._actors.get(tokens[i].lower, ()):
            end = i + len(name)
            if end <= last and all(t.lower == w for t, w in zip(tokens[i:end], name, strict=True)):
                return len(name)
        return 0

    def _add_actor(self, name: str) -> None:
        """Remember an actor's name when it might be taken for a place's or holds one."""
        parts = tuple(_WORD.findall(name.lower()))
        if parts and not self.entries(name):
            known = self._actors.setdefault(parts[0], [])
            known.append(parts)
            known.sort(key=len, reverse=True)

    def place(self, entry: Entry) -> Place:
        """Return the place of an entry."""
        return self._places[entry.id] if entry.id in self._places else self.gazetteer.place(entry)

    @cached_property
    def _holders(self) -> dict[str, Place]:
        countries = (self.gazetteer.place(entry) for entry in self.gazetteer.countries)
        return {place.id: place for place in (*countries, *self._places.values())}

    def holder(self, place: str) -> Place | None:
        """Return a country, a landscape or a pack's place by its id."""
        return self._holders.get(place)

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the gazetteer's entries that a place lies in, nearest first."""
        return self.gazetteer.above(entry)

    def _add(self, entry: Entry, names: Iterator[str] | tuple[str, ...]) -> None:
        for name in names:
            if name.endswith(".") or (name.isupper() and len(name) < 7):
                self._as_written.setdefault(name, []).append(entry)
            else:
                self._own.setdefault(fold(name), []).append(entry)

    def _add_landscapes(self) -> None:
        for row in _rows("landscapes.csv"):
            names = (row["name"], *(n for n in row["others"].split("|") if n))
            home = self.gazetteer.country(row["country"])
            entry = Entry(
                -len(self._places) - 1, row["name"], row["type"], float(row["lat"]),
                float(row["lon"]), row["country"], None, None, int(float(row["weight"])), 0,
            )  # fmt: skip
            self._places[entry.id] = Place(
                id=make_id("pla", "landscape", row["key"]),
                name=row["name"],
                names=names,
                type=row["type"],
                lat=entry.lat,
                lon=entry.lon,
                country=row["country"] or None,
                precision="landscape",
                within=(place_id(home.id),) if home else (),
                source=f"landscapes:{row['key']}",
            )
            self._add(entry, names)

    def _add_countries(self) -> None:
        for row in _rows("countries.csv"):
            if entry := self.gazetteer.country(row["iso"]):
                self._add(entry, tuple(row["names"].split("|")))

    def _add_provinces(self) -> None:
        for row in _rows("provinces.csv"):
            for entry in self.gazetteer.entries(fold(row["name"])):
                if entry.type == "province" and entry.country == row["country"]:
                    for name in row["others"].split("|"):
                        self._as_written.setdefault(name, []).append(entry)
                    break

    def _add_packs(self, packs: Packs) -> None:
        for state in packs.states.values():
            for adjective in state.adjectives:
                self.adjectives.setdefault(adjective, state.country or "")
        for actor in packs.actors.values():
            if actor.type not in ("state", "government"):
                for name in actor.all_names:
                    self._add_actor(name)
        same = {key: self._same(place) for key, place in packs.places.items()}
        for place in packs.places.values():
            self._add_pack_place(place, same)

    def _same(self, place: PackPlace) -> Entry | None:
        """Return the gazetteer's entry for a pack's place: the one it names, or of its name there.

        So a place has one id, whether a text calls it by the pack's or by the gazetteer's name.
        """
        if place.geonames:
            return self.gazetteer.entry(place.geonames)
        for name in (place.name, *place.aliases):
            for entry in self.gazetteer.entries(fold(name), rough=False):
                if entry.country == place.country and _alike(entry, place):
                    return entry
        return None

    def _add_pack_place(self, place: PackPlace, same: Mapping[str, Entry | None]) -> None:
        names = (place.name, *place.aliases)
        home = self.gazetteer.country(place.country or "")
        twin = same[place.key]
        own = _pack_place_id(place, twin)
        above = [_holder_id(key, same) for key in place.within]
        entry = Entry(
            twin.id if twin else -len(self._places) - 1, place.name, place.type, place.lat,
            place.lon, place.country or "", twin.admin1 if twin else None, None, _PACK_WEIGHT, 0,
        )  # fmt: skip
        inside = [*above, place_id(home.id)] if home else above
        self._places[entry.id] = Place(
            id=own,
            name=place.name,
            names=names,
            type=place.type,
            lat=place.lat if place.lat is not None else (twin.lat if twin else None),
            lon=place.lon if place.lon is not None else (twin.lon if twin else None),
            country=place.country,
            precision=place.precision,
            within=tuple(dict.fromkeys(i for i in inside if i != own)),
            source=f"pack:{place.key}",
        )
        self._add(entry, names)


def _alike(entry: Entry, place: PackPlace) -> bool:
    """Return whether a pack's place is of the kind of an entry and as good as where it is."""
    kinds = ("province", "district", "country")
    if (entry.type if entry.type in kinds else "") != (place.type if place.type in kinds else ""):
        return False
    if entry.type not in kinds and place.type not in (*SETTLEMENTS, "suburb"):
        return False
    if None in (entry.lat, entry.lon, place.lat, place.lon):
        return True
    close = 1.5 if entry.type in kinds else 0.2  # degrees
    return (
        abs((entry.lat or 0) - (place.lat or 0)) < close
        and abs((entry.lon or 0) - (place.lon or 0)) < close
    )


def _holder_id(key: str, same: Mapping[str, Entry | None]) -> str:
    twin = same.get(key)
    return place_id(twin.id) if twin else make_id("pla", "pack", key)


def _pack_place_id(place: PackPlace, twin: Entry | None) -> str:
    if place.geonames:
        return place_id(place.geonames)
    return place_id(twin.id) if twin else make_id("pla", "pack", place.key)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
