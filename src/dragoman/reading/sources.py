"""What there is to read under the paths given: files, folders, globs, tables, standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.model import Skipped
from dragoman.reading.items import DEFAULT_LIMIT, Item
from dragoman.reading.tables import SUFFIXES, rows_of

_MAGIC = "*?["


def sources(paths: Sequence[str | Path], *, limit: int = DEFAULT_LIMIT) -> Iterator[Item | Skipped]:
    """Yield what there is to read, each thing once, in a fixed order.

    A path is a file, a folder (with all below it), a pattern such as "war/*.html", a table
    (.jsonl, .ndjson, .json, .csv, .tsv, also .gz) whose rows are reports, or "-" for standard
    input. What is larger than ``limit`` bytes, is missing or cannot be read is yielded as
    `Skipped`, with the reason. Names that begin with a point are passed over in folders.
    """
    seen: set[str] = set()
    for path in paths:
        if str(path) == "-":
            yield from _standard_input(limit)
            continue
        for found in _files(str(path)):
            if isinstance(found, Skipped):
                yield found
            elif str(found) not in seen:
                seen.add(str(found))
                yield from _items(found, limit)


def _files(path: str) -> Iterator[Path | Skipped]:
    given = Path(path)
    if given.is_dir():
        yield from (
            found
            for found in sorted(given.rglob("*"))
            if found.is_file()
            and not any(p.startswith(".") for p in found.relative_to(given).parts)
        )
    elif given.exists():
        yield given
    elif any(character in path for character in _MAGIC):
        # `Path.glob` takes no absolute patterns.
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        if not matches:
            yield Skipped(source=path, reason="nothing matches this pattern")
        for match in matches:
            yield from _files(match)
    else:
        yield Skipped(source=path, reason="no such file or folder")


def _items(path: Path, limit: int) -> Iterator[Item | Skipped]:
    bare = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    if bare.suffix.lower() in SUFFIXES:
        yield from rows_of(path, bare.suffix.lower(), limit)
    else:
        yield Item(name=str(path), path=str(path), limit=limit)


def _standard_input(limit: int) -> Iterator[Item | Skipped]:
    content = sys.stdin.buffer.read(limit + 1)
    start = content.lstrip()[:1]
    if start == b"{":
        yield from rows_of("-", ".jsonl", limit, content)
    else:
        yield Item(name="-", content=content, limit=limit)
