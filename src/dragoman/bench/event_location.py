"""Where an event happened: 9,199 sentences with a verb and the place where it happened.

Rules were tuned on the first half of the sentences; the second half is the honest figure. A verb
counts as right when the place chosen shares a word with a gold location. The gold leaves out some
locations that the sentence states and marks a few that are empty (left out here), so verbs without
a gold location are counted apart. The baseline takes the place named nearest to the verb.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman import packs
from dragoman.bench.rows import Row
from dragoman.extraction.event_places import place_of
from dragoman.extraction.places import Places
from dragoman.language import Document, parse
from dragoman.model import Extract, PlaceMention, Report, Span

NEEDS = ("event_location/verb_place.jsonl",)


class Item(msgspec.Struct, frozen=True):
    """A sentence, the verb in it and where that happened (no span: not stated)."""

    text: str
    verb: Span
    places: tuple[Span, ...]


def read(file: Path) -> list[Item]:
    """Return the sentences with one verb whose locations are not empty."""
    items = []
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        verbs = [_span(s) for s in row["spans"] if s["label"] == "VERB"]
        places = tuple(_span(s) for s in row["spans"] if s["label"] == "LOCATION")
        empty = any(not place.of(row["text"]).strip() or len(place) < 2 for place in places)
        if len(verbs) == 1 and not empty:
            items.append(Item(row["text"], verbs[0], places))
    return items


def _span(row: dict[str, int]) -> Span:
    return Span(row["start"], row["end"])


def analyse(step: Places, item: Item) -> tuple[Document, Extract]:
    """Return the sentence parsed, with its places."""
    report = Report(
        id="sentence", source="", sha256="", text=item.text, body=(Span(0, len(item.text)),)
    )
    document = parse(report)
    return document, step(document, Extract(report=report))


def run(data: Path) -> list[Row]:
    """Return the table's rows, or none when the set is not there."""
    file = data / "event_location" / "verb_place.jsonl"
    if not file.exists():
        return []
    step = Places(packs=packs.default())
    items = read(file)
    items = items[len(items) // 2 :]
    return rows(items, [analyse(step, item) for item in items], "second half")


def rows(
    items: Sequence[Item], analysed: Sequence[tuple[Document, Extract]], part: str
) -> list[Row]:
    """Return the rows for some sentences that were analysed before."""
    located = right = nearest = quiet = silent = 0
    for item, (document, extract) in zip(items, analysed, strict=True):
        tokens = document.tokens_in(item.verb)
        if not tokens:
            continue
        found = place_of(document, tokens[0].i, extract.place_mentions)
        if item.places:
            located += 1
            right += _hits(found, item)
            nearest += _hits(_nearest(item, extract.place_mentions), item)
        else:
            quiet += 1
            silent += found is None
    return [
        Row(
            bench=f"event place ({part})", measure="right place, of verbs with one", n=located,
            ours=right / located, baseline=nearest / located,
        ),
        Row(
            bench=f"event place ({part})", measure="none chosen, of verbs without one", n=quiet,
            ours=silent / quiet, note="the gold leaves out some that are stated",
        ),
        Row(
            bench=f"event place ({part})", measure="right, of all verbs", n=located + quiet,
            ours=(right + silent) / (located + quiet),
        ),
    ]  # fmt: skip


def _hits(found: PlaceMention | None, item: Item) -> bool:
    return found is not None and any(found.evidence.span.overlaps(place) for place in item.places)


def _nearest(item: Item, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    return min(mentions, key=lambda m: abs(m.evidence.start - item.verb.start), default=None)
