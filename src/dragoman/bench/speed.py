"""Reports a second, the cost beside bare parsing, and peak memory."""

from __future__ import annotations

import csv
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dragoman.bench.rows import Row
from dragoman.language import parse_bare
from dragoman.library import Options, extracts, read_extract
from dragoman.model import Extract, Report, Skipped
from dragoman.reading import Item, sources

NEEDS = ("fakes/FA-KES-Dataset.csv",)
# Every 8th of the 804 reports: about 100, by all outlets and years.
_EVERY = 8
_WARM = 10


def run(data: Path) -> list[Row]:
    """Return the speed rows, measured in fresh processes on a fixed sample of FA-KES."""
    sample = _sample(data / NEEDS[0])
    one, two = (_measured(sample, processes) for processes in (1, 2))
    count = one["reports"]
    return [
        _row("reports a second, one process", count / one["seconds"], count),
        _row(
            "reports a second, two processes, their start included", count / two["seconds"], count
        ),
        _row("time of the whole reading / bare parsing", one["ratio"], count),
        _row("the same / bare parsing of all bodies in one batch", one["batch_ratio"], count),
        _row("peak memory of one process, MB", one["memory"], count),
    ]


def _row(measure: str, value: float, count: float) -> Row:
    return Row(bench="speed", measure=measure, ours=value, n=int(count), note="not a share")


def _sample(path: Path) -> list[str]:
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = list(csv.DictReader(file))[::_EVERY]
    keep = ("article_title", "article_content", "source", "date")
    return [json.dumps({key: row[key] for key in keep}) for row in rows]


def _measured(sample: list[str], processes: int) -> dict[str, float]:
    """Measure in a process of its own, so that its peak memory is that of the reading alone."""
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[dict[str, float]] = context.Queue()
    worker = context.Process(target=_worker, args=(sample, processes, queue))
    worker.start()
    result = queue.get()
    worker.join()
    return result


def _worker(
    sample: list[str], processes: int, queue: multiprocessing.Queue[dict[str, float]]
) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.jsonl"
        path.write_text("\n".join(sample), encoding="utf-8")
        items = list(sources([path]))
        options = Options(processes=processes)
        # Some before the clock starts, so that loading models and word lists is not counted.
        list(extracts(items[:_WARM], options=Options()))
        start = time.perf_counter()
        done = [item for item in extracts(items, options=options) if isinstance(item, Extract)]
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ratio, batch_ratio = _ratios(items) if processes == 1 else (0.0, 0.0)
    # Kilobytes everywhere but on macOS, where ru_maxrss counts bytes.
    megabytes = memory / (1024 * 1024 if sys.platform == "darwin" else 1024)
    queue.put(
        {
            "seconds": seconds,
            "ratio": ratio,
            "batch_ratio": batch_ratio,
            "memory": megabytes,
            "reports": len(done),
        }
    )


def _ratios(items: Sequence[Item | Skipped]) -> tuple[float, float]:
    """Return how many times as long the whole reading takes as bare parsing of the bodies.

    First against parsing report by report, the two in turns, so that a machine that slows down
    slows both; then against parsing all bodies in one batch, which is faster but lets what is
    parsed together touch in the last digit, so that we do not read so.
    """
    whole = bare = 0.0
    bodies: list[str] = []
    for item in items:
        if isinstance(item, Skipped):
            continue
        start = time.process_time()
        found = read_extract(item)
        middle = time.process_time()
        if isinstance(found, Extract):
            bodies.append(body_text(found.report))
            parse_bare(bodies[-1:])
            bare += time.process_time() - middle
            whole += middle - start
    start = time.process_time()
    parse_bare(bodies)
    return whole / bare, whole / (time.process_time() - start)


def body_text(report: Report) -> str:
    """Return the body of a report as one text."""
    return "\n".join(span.of(report.text) for span in report.body)
