"""Examples for training: paragraphs of PolNeAR and sentences with factuality labels."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Encoding, Tokenizer

from dragoman.bench.polnear import KINDS, Document
from dragoman.learned.tags import tag

MAX_PIECES = 256
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass
class Example:
    """One text as word pieces; only the labels of its own task are filled in."""

    ids: list[int]
    tags: list[list[int]] = field(default_factory=list)
    links: list[tuple[int, tuple[int, int], tuple[int, int], bool]] = field(default_factory=list)
    facts: list[tuple[int, int]] = field(default_factory=list)


def read_tokenizer(file: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer


def paragraphs(document: Document) -> list[tuple[int, str]]:
    return [(m.start(), m[0]) for m in _PARAGRAPH.finditer(document.text) if m[0].strip()]


def attribution_examples(document: Document, tokenizer: Tokenizer) -> Iterator[Example]:
    for start, text in paragraphs(document):
        encoding = tokenizer.encode(text)
        places = {
            kind: {
                span: found
                for span in document.pieces(kind)
                if (found := _pieces(encoding, span.start - start, span.end - start))
            }
            for kind in KINDS
        }
        length = len(encoding.ids)
        tags = [tag(_apart(places[kind].values()), length) for kind in KINDS]
        yield Example(encoding.ids, tags, list(_links(document, places)))


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places in order without those that share a word piece with one before."""
    kept: list[tuple[int, int]] = []
    for place in sorted(set(places)):
        if not kept or place[0] > kept[-1][1]:
            kept.append(place)
    return kept


def _links(document: Document, places: dict) -> Iterator[tuple]:  # type: ignore[type-arg]
    cues = places["cue"]
    for role, kind in enumerate(("source", "content")):
        gold = {
            (piece, cue)
            for a in document.attributions
            for piece in getattr(a, kind)
            for cue in a.cue
        }
        for piece, where in places[kind].items():
            for cue, cue_where in cues.items():
                yield role, where, cue_where, (piece, cue) in gold


def _pieces(encoding: Encoding, start: int, end: int) -> tuple[int, int] | None:
    inside = (
        [i for i, (a, b) in enumerate(encoding.offsets) if a < b and a < end and b > start]
        if start >= 0 or end > 0
        else []
    )
    return (inside[0], inside[-1]) if inside else None


def factuality_examples(file: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, starts = detokenise(row["text"].split())
        encoding = tokenizer.encode(text)
        facts = []
        for target in row["targets"]:
            start = starts[target["span1"][0]]
            where = _pieces(encoding, start, start + 1)
            if where:
                facts.append((where[0], factuality_label(target["label"])))
        yield Example(encoding.ids, facts=facts)


def factuality_label(value: float) -> int:
    """0 did not happen (-1 and below), 2 happened (1 and above), 1 between: uncertain."""
    return 0 if value <= -1 else 2 if value >= 1 else 1


_TREEBANK = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


def detokenise(words: list[str]) -> tuple[str, list[int]]:
    text, starts = "", []
    for word in words:
        glue = "" if not text or word.lower() == "n't" else " "
        starts.append(len(text) + len(glue))
        text += glue + _TREEBANK.get(word, word)
    return text, starts


def batches(examples: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Return shuffled batches of about equal length, at most ``pieces`` word pieces padded."""
    order = sorted(examples, key=lambda e: len(e.ids) + rng.random() * 8)
    found: list[list[Example]] = [[]]
    for example in order:
        if found[-1] and len(example.ids) * (len(found[-1]) + 1) > pieces:
            found.append([])
        found[-1].append(example)
    rng.shuffle(found)
    return found
