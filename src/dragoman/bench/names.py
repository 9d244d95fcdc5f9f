"""Names across reports: labelled pairs of spellings of one name, and of namesakes."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.resolution.names import fold, same_organisation, same_person


class NamePair(msgspec.Struct, frozen=True):
    """Two names of one type, whether they are of one actor, and which half they are in."""

    a: str
    b: str
    type: str
    label: str
    half: str


def name_pairs() -> list[NamePair]:
    """Return the labelled pairs that ship with the package."""
    text = resources.files("dragoman.bench").joinpath("data/name_pairs.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [NamePair(**row) for row in csv.DictReader(lines)]


def judged_same(pair: NamePair) -> bool:
    """Return whether the names alone make two actors one."""
    if pair.type == "person":
        return same_person(pair.a, pair.b) is True
    return same_organisation(pair.a, pair.b)


def equal_text(pair: NamePair) -> bool:
    """Return whether the names are equal but for case and accents: the naive baseline."""
    return fold(pair.a) == fold(pair.b)


def precision_recall(
    pairs: Sequence[NamePair], decide: Callable[[NamePair], bool]
) -> tuple[float, float]:
    """Return the precision and recall of saying "same"."""
    said = [pair for pair in pairs if decide(pair)]
    right = sum(pair.label == "same" for pair in said)
    same = sum(pair.label == "same" for pair in pairs)
    return (right / len(said) if said else 1.0), (right / same if same else 1.0)


def run(_data: Path) -> list[Row]:
    """Return the rows of the table: the half of the pairs on which nothing was tuned."""
    kept = [pair for pair in name_pairs() if pair.half == "kept"]
    ours, naive = precision_recall(kept, judged_same), precision_recall(kept, equal_text)
    return [
        Row(
            bench="names",
            measure=measure,
            ours=ours[k],
            baseline=naive[k],
            n=len(kept),
            note="hand-labelled spellings and namesakes; baseline: equal text",
        )
        for k, measure in enumerate(("precision", "recall"))
    ]
