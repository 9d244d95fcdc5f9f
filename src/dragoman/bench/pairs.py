"""Reports by different outlets on the Syrian war: one event or two, and what they dispute.

The labels are those of `pair_labels`, which says how they were made and what was read since.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.bench.pair_judging import Judge, rows_of
from dragoman.bench.pair_labels import PARTS, Pair, labels, name_of
from dragoman.bench.rows import Row
from dragoman.library import build, extracts
from dragoman.model import Extract, Record
from dragoman.reading import Item, sources

NEEDS = ("fakes/FA-KES-Dataset.csv",)


def read(data: Path, pairs: Sequence[Pair]) -> Record:
    """Return the record of the reports of ``pairs``."""
    wanted = {side.report for pair in pairs for side in (pair.a, pair.b)}
    chosen = [
        item
        for item in sources([data / NEEDS[0]])
        if isinstance(item, Item) and name_of(item.source) in wanted
    ]
    return build([found for found in extracts(chosen) if isinstance(found, Extract)])


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the part developed on and for the kept part."""
    pairs = labels("fakes_pairs")
    judge = Judge(read(data, pairs))
    pairs = judge.as_read(pairs)
    return [
        row
        for part in PARTS
        for row in rows_of(
            f"pairs: FA-KES, {part}", judge.outcome([pair for pair in pairs if pair.part == part])
        )
    ]
