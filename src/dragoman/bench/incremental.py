"""What one more report or decision costs a record that is there, and whether it is the same."""

from __future__ import annotations

import csv
import datetime as dt
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.library import build, extracts
from dragoman.memo import Memo
from dragoman.model import Extract, Judgement, Record
from dragoman.reading import sources

NEEDS = ("fakes/FA-KES-Dataset.csv",)
# All but a few of the 804 reports, every second, and every eighth.
_SIZES = (100, 400, 800)
_KEEP = ("article_title", "article_content", "source", "date")


def run(data: Path) -> list[Row]:
    """Return the seconds that deriving a record takes: anew, with one more report or decision."""
    found = _read(data / NEEDS[0])
    rows: list[Row] = []
    for size in _SIZES:
        # Spread over all years; the one that is added stands in the middle.
        some = found[:: max(1, len(found) // size)][: size + 1]
        rows += _rows(some, len(some) - 1)
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
    middle, memo = len(some) // 2, Memo()
    before = [*some[:middle], *some[middle + 1 :]]
    first, _ = _timed(before, memo)
    # The order of reading must not matter: the one that is new comes last.
    again, added = _timed([*before, some[middle]], memo)
    decided = [_decision(added)]
    once, corrected = _timed(some, memo, decided)
    same = _encoded(added) == _encoded(build(some))
    same = same and _encoded(corrected) == _encoded(build(some, judgements=decided))
    return [
        _row(f"seconds to derive a record of {size} reports", first, size),
        _row(f"seconds to derive it with one more report, of {size}", again, size),
        _row(f"seconds to derive it with one decision, of {size}", once, size),
        Row(
            bench="incremental",
            measure=f"the same record as all at once, of {size}",
            ours=float(same),
            n=size + 1,
            note="1 is yes",
        ),
    ]


def _decision(record: Record) -> Judgement:
    """Return the rejection of the claim in the middle of a record."""
    claim = record.claims[len(record.claims) // 2]
    when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Judgement(id="jud-bench", decision="reject", subject=claim.id, when=when)


def _timed(
    some: Sequence[Extract], memo: Memo, judgements: Sequence[Judgement] = ()
) -> tuple[float, Record]:
    start = time.process_time()
    record = build(some, judgements=judgements, memo=memo)
    return time.process_time() - start, record


def _encoded(record: Record) -> bytes:
    return msgspec.json.encode(record)


def _row(measure: str, value: float, count: int) -> Row:
    return Row(bench="incremental", measure=measure, ours=value, n=count, note="not a share")
