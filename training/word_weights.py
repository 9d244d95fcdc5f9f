"""Write in how many of a set of news reports each common word stem opens the report.

    python training/word_weights.py --data DATA --out src/dragoman/resolution/data/openings.csv

DATA holds the reference sets (`fakes`, `wikinews`, `tempeval3/silver`); only counts are kept of
them. A stem that opens few reports tells one story from another (`dragoman.resolution.openings`).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from dragoman.bench.pair_labels import labels, row_of
from dragoman.model import Report
from dragoman.reading import Item, read_item, sources
from dragoman.resolution.openings import opening_words

SETS = ("fakes/FA-KES-Dataset.csv", "wikinews", "tempeval3/silver")
# A stem in fewer openings than this counts as one that no opening has.
FEWEST = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    kept = {s.row for pair in labels() if pair.part == "kept" for s in (pair.a, pair.b)}
    counts: Counter[str] = Counter()
    reports = 0
    for item in sources([options.data / name for name in SETS]):
        if not isinstance(item, Item) or (SETS[0] in item.source and row_of(item.source) in kept):
            continue
        report = read_item(item)
        if isinstance(report, Report):
            reports += 1
            counts.update(opening_words(report))
    with options.out.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("stem", "reports"))
        writer.writerow(("", reports))
        common = [(stem, n) for stem, n in counts.items() if n >= FEWEST]
        writer.writerows(sorted(common, key=lambda row: (-row[1], row[0])))


if __name__ == "__main__":
    main()
