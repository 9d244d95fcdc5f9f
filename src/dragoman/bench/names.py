"""Names across reports: labelled pairs of spellings and namesakes, and re3d's synonyms."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.resolution.names import fold, is_acronym, same_organisation, same_person


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


def run(data: Path) -> list[Row]:
    """Return the rows of the table: the kept half of the pairs, and re3d where it is there."""
    kept = [pair for pair in name_pairs() if pair.half == "kept"]
    ours, naive = precision_recall(kept, judged_same), precision_recall(kept, equal_text)
    rows = [
        Row(bench="names", measure=measure, ours=ours[k], baseline=naive[k], n=len(kept))
        for k, measure in enumerate(("precision", "recall"))
    ]
    synonyms = list(_re3d(data / "re3d"))
    if synonyms:
        found = sum(_one_name(a, b) for a, b in synonyms)
        naive_found = sum(fold(a) == fold(b) for a, b in synonyms)
        total = len(synonyms)
        rows.append(
            Row(
                bench="names",
                measure="re3d IsSynonymOf, recall by names alone",
                ours=found / total,
                baseline=naive_found / total,
                n=total,
                note="pairs of names that are not equal as text count too",
            )
        )
    return rows


def _one_name(a: str, b: str) -> bool:
    if same_organisation(a, b) or same_person(a, b) is True:
        return True
    return is_acronym(a, b) or is_acronym(b, a)


def _re3d(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the pairs of names that re3d marks as synonyms, each once."""
    seen = set()
    for file in sorted(folder.glob("*/relations.json")):
        for line in file.read_text("utf-8").splitlines():
            relation = json.loads(line)
            if relation.get("type") != "IsSynonymOf":
                continue
            pair = (relation["source"], relation["target"])
            if pair not in seen:
                seen.add(pair)
                yield pair
