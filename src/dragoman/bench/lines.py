"""Lines: text dumps of the open web whose lines are marked as main text or furniture.

Mostly forums, shops and product pages, not reports: the set shows what the reading of dumps does
on what it was not made for, and which of its errors are losses. Macro-F1 is the mean of the F1 of
main lines and of furniture; the baseline takes every line as main. A line counts as main when it
shares a character with the body or the headline.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.bench.rows import Row
from dragoman.model import Span
from dragoman.reading.items import Given
from dragoman.reading.plain import read_plain

NEEDS = ("lines/dev.json",)

# The set's label of a line of main text.
_MAIN = "1"
Tally = Counter[tuple[bool, bool]]


def run(data: Path) -> list[Row]:
    """Return the table's row, none when the set is not there."""
    path = data / "lines" / "dev.json"
    if not path.exists():
        return []
    ours: Tally = Counter()
    baseline: Tally = Counter()
    for page in json.loads(path.read_text(encoding="utf-8")):
        gold = [label == _MAIN for label in page["labels"]]
        ours.update(zip(gold, main_lines(page["text"]), strict=True))
        baseline.update((is_main, True) for is_main in gold)
    return [
        Row(
            bench="lines",
            measure="macro-F1 of main and furniture lines",
            ours=round((f1(ours, True) + f1(ours, False)) / 2, 3),
            baseline=round((f1(baseline, True) + f1(baseline, False)) / 2, 3),
            n=ours.total(),
            note=f"main {f1(ours, True):.3f}, furniture {f1(ours, False):.3f}; out of domain",
        )
    ]


def main_lines(lines: list[str]) -> Iterator[bool]:
    """Yield for each line whether the reading takes it as the report's."""
    text = "\n".join(lines)
    parts = read_plain(text, Given())
    kept = [*parts.body, *([parts.headline] if parts.headline else [])]
    start = 0
    for line in lines:
        span = Span(start, start + len(line))
        yield any(part.overlaps(span) for part in kept)
        start = span.end + 1


def f1(tally: Tally, kind: bool) -> float:
    """Return the F1 of lines of one kind, from counts of (gold, found).

    >>> f1(Counter({(True, True): 1, (True, False): 1}), True)
    0.6666666666666666
    """
    hit = tally[kind, kind]
    return 2 * hit / max(1, 2 * hit + tally[kind, not kind] + tally[not kind, kind])
