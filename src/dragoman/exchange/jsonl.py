"""JSON Lines in the exported form that other programs read: one object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from dragoman.exchange.base import Exporter
from dragoman.model import Record, Span

# The order of the kinds, and the name that each has in the exported form.
KINDS = {
    "reports": "report",
    "actors": "actor",
    "places": "place",
    "claims": "claim",
    "events": "event",
    "accounts": "account",
    "agreements": "agreement",
    "commitments": "commitment",
    "disputes": "dispute",
}
# Fields that are left out when empty: the exported form has no null there.
_ABSENT = frozenset({"evidence"})


class JsonLines(Exporter):
    """The whole record, one JSON object a line, each with ``kind`` and ``id``."""

    name = "jsonl"
    about = "the whole record, one JSON object a line, by the published schema"

    def write(self, record: Record, stream: TextIO) -> int:
        """Write one line a thing and return how many; keys are in the order of the model."""
        written = [stream.write(line + "\n") for line in lines(record)]
        return len(written)


def lines(record: Record) -> Iterator[str]:
    """Yield the record as JSON texts, kind by kind."""
    for thing in objects(record):
        yield msgspec.json.encode(thing).decode()


def objects(record: Record) -> Iterator[dict[str, Any]]:
    """Yield the record as plain objects in the exported form."""
    for field, kind in KINDS.items():
        for thing in getattr(record, field):
            yield {"kind": kind, **plain(thing)}


def plain(thing: msgspec.Struct) -> dict[str, Any]:
    """Return one thing in the exported form: spans as pairs, dates as ISO 8601 text.

    >>> plain(Span(1, 4))
    {'start': 1, 'end': 4}
    """
    return {
        field: _value(getattr(thing, field))
        for field in thing.__struct_fields__
        if not (field in _ABSENT and getattr(thing, field) is None)
    }


def _value(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, msgspec.Struct):
        return plain(value)
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    return msgspec.to_builtins(value)
