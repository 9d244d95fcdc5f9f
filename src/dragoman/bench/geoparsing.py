"""LGL and GeoWebNews: news with their toponyms, read into one form.

LGL (local newspapers, 588 articles) is one XML file with GeoNames ids and coordinates. GeoWebNews
(200 articles) is stand-off: ``T`` lines are spans with a type, ``#`` lines carry the GeoNames id
or, for places that GeoNames lacks, coordinates.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec

from dragoman.model import Span

# GeoWebNews' types of stretches that are no place's name: common nouns, and names of other things.
NOT_TOPONYMS = frozenset({
    "Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Homonym", "Demonym", "Language",
})  # fmt: skip
_SPAN = re.compile(r"T(\d+)\t(\w+) (\d+) (\d+)\t")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes T(\d+)\t(.*)")
_POINT = re.compile(r"\s*(-?\d+\.\d+)\s*,\s*(-?\d+\.\d+)\s*$")


class GoldPlace(msgspec.Struct, frozen=True):
    """A toponym: where it stands, the GeoNames id and the coordinates that it is given."""

    span: Span
    geonames: int | None
    lat: float | None
    lon: float | None


class Article(msgspec.Struct, frozen=True):
    """One article with its toponyms in text order; outside ``body`` nothing is annotated."""

    name: str
    text: str
    body: Span
    places: tuple[GoldPlace, ...]


def read_lgl(file: Path) -> list[Article]:
    """Return LGL's articles."""
    return [_lgl_article(node) for node in ET.parse(file).getroot()]


def _lgl_article(node: ET.Element) -> Article:
    places = []
    for toponym in node.iter("toponym"):
        span = Span(int(_text(toponym, "start")), int(_text(toponym, "end")))
        tag = toponym.find("gaztag")
        if tag is None:
            places.append(GoldPlace(span, None, None, None))
        else:
            point = float(_text(tag, "lat")), float(_text(tag, "lon"))
            places.append(GoldPlace(span, int(tag.attrib["geonameid"]), *point))
    text = _text(node, "text")
    return Article(node.attrib["docid"], text, Span(0, len(text)), _sorted(places))


def _text(node: ET.Element, name: str) -> str:
    return node.findtext(name) or ""


def read_geowebnews(folder: Path) -> list[Article]:
    """Return GeoWebNews' articles, by number."""
    files = sorted(folder.glob("*.txt"), key=lambda file: int(file.stem))
    return [_geowebnews_article(file) for file in files if file.with_suffix(".ann").exists()]


def _geowebnews_article(file: Path) -> Article:
    # Read as bytes: universal newlines would move the offsets.
    text = file.read_bytes().decode("utf-8")
    marks = file.with_suffix(".ann").read_bytes().decode("utf-8")
    notes = {match[1]: match[2].strip() for match in _NOTE.finditer(marks)}
    places = []
    for match in _SPAN.finditer(marks):
        if match[2] in NOT_TOPONYMS:
            continue
        note = notes.get(match[1], "")
        point = _POINT.match(note)
        places.append(
            GoldPlace(
                Span(int(match[3]), int(match[4])),
                int(note) if note.isdigit() else None,
                float(point[1]) if point else None,
                float(point[2]) if point else None,
            )
        )
    # The first line holds the title and the address.
    body = Span(text.find("\n") + 1, len(text))
    return Article(file.stem, text, body, _sorted([p for p in places if body.contains(p.span)]))


def _sorted(places: list[GoldPlace]) -> tuple[GoldPlace, ...]:
    return tuple(sorted(places, key=lambda place: place.span))
