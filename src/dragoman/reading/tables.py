"""Tables of reports: JSON Lines, JSON lists, CSV and TSV, one report a row."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import cast

import msgspec

from dragoman.errors import ReadingError
from dragoman.model import Skipped
from dragoman.reading.decoding import decoded
from dragoman.reading.given import day_first_in, fields_of, given_of, written
from dragoman.reading.items import Item

SUFFIXES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
# A table holds many reports; the limit on bytes is that of each.
_LARGEST_TABLE = 4_000_000_000
_NO_TEXT = "a field with a text (text, html, content, body ...)"
Row = tuple[int, Mapping[str, object] | str]


def rows_of(
    path: Path | str, suffix: str, limit: int, content: bytes | None = None
) -> Iterator[Item | Skipped]:
    """Yield the rows of a table as items; a row that cannot be read with its number and why."""
    name = str(path)
    try:
        text = decoded(_content(Path(path)) if content is None else content, name)
        rows = list(_rows(text, suffix, name))
    except ReadingError as error:
        yield Skipped(source=name, reason=error.reason)
        return
    if not rows:
        yield Skipped(source=name, reason="empty")
    elif not any(_has_text(row) for _, row in rows):
        yield Skipped(source=name, reason=f"none of its {len(rows)} rows has {_NO_TEXT}")
        return
    day_first, shared = _day_first(rows), _shared(rows)
    for number, row in rows:
        where = f"{name}#{number}"
        if isinstance(row, str):
            yield Skipped(source=where, reason=row)
        else:
            yield _item(where, row, day_first, shared, limit)


def _content(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    except (OSError, EOFError, zlib.error) as error:
        raise ReadingError(str(path), f"cannot be read: {error}") from error


def _rows(text: str, suffix: str, name: str) -> Iterator[Row]:
    if suffix in (".csv", ".tsv"):
        yield from _separated(text, suffix, name)
    elif suffix == ".json":
        yield from _listed(text, name)
    else:
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield number, _object(line, f"line {number}")


def _object(line: str, where: str) -> Mapping[str, object] | str:
    try:
        value = msgspec.json.decode(line.encode("utf-8", "replace"))
    except msgspec.DecodeError as error:
        return f"invalid JSON on {where}: {error}"
    if not isinstance(value, dict):
        return f"no object on {where}"
    return cast("dict[str, object]", value)


def _listed(text: str, name: str) -> Iterator[Row]:
    try:
        value = msgspec.json.decode(text.encode("utf-8", "replace"))
    except msgspec.DecodeError as error:
        # Some write JSON Lines under the name of JSON.
        if text.lstrip().startswith("{") and "\n{" in text:
            yield from _rows(text, ".jsonl", name)
            return
        raise ReadingError(name, f"invalid JSON: {error}") from error
    if isinstance(value, dict):
        lists = [content for content in value.values() if isinstance(content, list)]
        value = lists[0] if len(lists) == 1 and "text" not in value else [value]
    if not isinstance(value, list):
        raise ReadingError(name, "JSON without a list of reports")
    for number, row in enumerate(value, start=1):
        yield number, row if isinstance(row, dict) else f"no object at position {number}"


def _separated(text: str, suffix: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(2**31 - 1)
    separator = "\t" if suffix == ".tsv" else _separator(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for row in reader:
            number += 1
            yield number, {key: value for key, value in row.items() if isinstance(key, str)}
    except csv.Error as error:
        raise ReadingError(name, f"broken table after row {number}: {error}") from error


def _separator(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t|", key=head.count)


def _day_first(rows: list[Row]) -> bool | None:
    values: list[str] = []
    for _, row in rows:
        if not isinstance(row, str):
            fields = fields_of(row)
            values.extend(str(row[fields[f]]) for f in ("published", "date") if f in fields)
    return day_first_in(values)


def _shared(rows: list[Row]) -> frozenset[str]:
    """Return what several rows give as their source."""
    found: Counter[str] = Counter()
    for _, row in rows:
        if not isinstance(row, str):
            name = fields_of(row).get("source")
            source = written(row[name]) if name is not None else None
            found.update([source] if source else [])
    return frozenset(source for source, count in found.items() if count > 1)


def _has_text(row: Mapping[str, object] | str) -> bool:
    return isinstance(row, str) or not {"text", "html"}.isdisjoint(fields_of(row))


def _item(
    where: str,
    row: Mapping[str, object],
    day_first: bool | None,
    shared: Container[str],
    limit: int,
) -> Item | Skipped:
    fields = fields_of(row)
    form = next((f for f in ("text", "html") if f in fields and row.get(fields[f])), None)
    if form is None:
        return Skipped(
            source=where, reason=f"without {_NO_TEXT}" if not _has_text(row) else "empty"
        )
    content = str(row[fields[form]])
    given = given_of(row, fields, day_first, shared)
    return Item(
        name=where,
        content=content.encode("utf-8", "surrogatepass"),
        form="html" if form == "html" else "text",
        given=given,
        limit=limit,
    )
