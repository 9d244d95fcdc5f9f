"""What it costs to add one report to a record that is there, and whether it comes out the same."""

from __future__ import annotations

import csv
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.library import build, extracts
from dragoman.model import Extract, Record
from dragoman.reading import sources

NEEDS = ("fakes/FA-KES-Dataset.csv",)
# All but one of the 804 reports, and every eighth.
_SIZES = (100, 800)
_KEEP = ("article_title", "article_content", "source", "date")


def run(data: Path) -> list[Row]:
    """Return the seconds that deriving a record takes, anew and after one more report."""
    found = _read(data / NEEDS[0])
    rows: list[Row] = []
    for size in _SIZES:
        # Spread over all years; the one that is added stands in the middle.
        some = found[:: max(1, len(found) // size)][: size + 1]
        rows += _rows(some, size)
    return rows


def _read(path: Path) -> list[Extract]:
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        lines = [json.dumps({key: row[key] for key in _KEEP}) for row in csv.DictReader(file)]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "fakes.jsonl"
        source.write_text("\n".join(lines), encoding="utf-8")
        return [one for one in extracts(sources([source])) if isinstance(one, Extract)]


def _rows(some: Sequence[Extract], size: int) -> list[Row]:
    middle = len(some) // 2
    before = [*some[:middle], *some[middle + 1 :]]
    first, _ = _timed(before)
    # The order of reading must not matter: the one that is new comes last.
    again, added = _timed([*before, some[middle]])
    _, whole = _timed(some)
    return [
        _row(f"seconds to derive a record of {size} reports", first, size),
        _row(f"seconds to derive it with one more, in the same program, of {size}", again, size),
        Row(
            bench="incremental",
            measure=f"the same record as all at once, of {size}",
            ours=float(_encoded(added) == _encoded(whole)),
            n=size + 1,
            note="1 is yes",
        ),
    ]


def _timed(some: Sequence[Extract]) -> tuple[float, Record]:
    start = time.process_time()
    record = build(some)
    return time.process_time() - start, record


def _encoded(record: Record) -> bytes:
    return msgspec.json.encode(record)


def _row(measure: str, value: float, count: int) -> Row:
    return Row(bench="incremental", measure=measure, ours=value, n=count, note="not a share")
