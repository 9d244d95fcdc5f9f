"""The derived record, put together from the rows in which its things are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from dragoman.memo import Memo
from dragoman.model import Record
from dragoman.store import tables
from dragoman.store.incoming import skipped


def derived(connection: sa.Connection, memo: Memo | None = None) -> Record:
    """Return the derived record as it was last put.

    What stands in ``memo`` is not decoded again: it is the same object as before.
    """
    parts: dict[str, list[bytes]] = {}
    table = tables.item
    query = sa.select(table.c.kind, table.c.json).order_by(
        table.c.kind, table.c.position, table.c.id
    )
    for kind, data in connection.execute(query):
        parts.setdefault(kind, []).append(data)
    record = _decoded(parts) if memo is None else _known(parts, memo)
    return msgspec.structs.replace(record, skipped=skipped(connection))


def _decoded(parts: Mapping[str, Sequence[bytes]]) -> Record:
    joined = b",".join(
        b'"%s":[%s]' % (kind.encode(), b",".join(rows)) for kind, rows in parts.items()
    )
    return msgspec.json.decode(b"{" + joined + b"}", type=Record)


def _known(parts: Mapping[str, Sequence[bytes]], memo: Memo) -> Record:
    found: dict[str, tuple[Any, ...]] = {}
    for kind, rows in parts.items():
        held, decode = memo.table(kind), _decoders()[kind]
        known = (held.find(row) for row in rows)
        found[kind] = tuple(
            held.keep(row, decode(row)) if thing is None else thing
            for row, thing in zip(rows, known, strict=True)
        )
    memo.turn()
    return Record(**found)


@cache
def _decoders() -> dict[str, Callable[[bytes], Any]]:
    """Return what decodes a thing of each kind."""
    fields = msgspec.structs.fields(Record)
    return {f.name: msgspec.json.Decoder(get_args(f.type)[0]).decode for f in fields}
