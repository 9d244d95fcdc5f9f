"""What came in: the extracts of all reports, in every version, and what could not be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial

import msgspec
import sqlalchemy as sa

from dragoman.memo import Table
from dragoman.model import Extract, Report, Skipped
from dragoman.store import tables

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(Extract).decode
_table = tables.extract


def known(connection: sa.Connection) -> frozenset[str]:
    """Return the keys of the items that were read already, in these very bytes."""
    return frozenset(connection.execute(sa.select(_table.c.item)).scalars())


def add(connection: sa.Connection, found: Iterable[tuple[str, Extract]]) -> int:
    """Add extracts, each with the key of its item; return how many were new.

    An extract whose source is known with other bytes becomes that report's new version.
    """
    position = connection.execute(sa.select(sa.func.count()).select_from(_table)).scalar() or 0
    count = 0
    for key, extract in found:
        same = sa.select(_table.c.report).where(_table.c.report == extract.report.id)
        if connection.execute(same).first() is not None:
            continue
        newest = _as_version(connection, extract)
        row = {
            "report": newest.report.id,
            "source": newest.report.source,
            "sha256": newest.report.sha256,
            "item": key,
            "position": position + count,
            "json": _encode(newest),
        }
        connection.execute(_table.insert(), row)
        count += 1
    return count


def _as_version(connection: sa.Connection, extract: Extract) -> Extract:
    """Return an extract as the version that takes the place of the last one of its source."""
    report = extract.report
    last = sa.select(_table.c.report).where(
        _table.c.source == report.source, _table.c.superseded_by.is_(None)
    )
    older = connection.execute(last).scalar()
    if older is None:
        return extract
    replaced = _table.update().where(_table.c.report == older)
    connection.execute(replaced.values(superseded_by=report.id))
    report = msgspec.structs.replace(report, version_of=older)
    return msgspec.structs.replace(extract, report=report)


def current(connection: sa.Connection, held: Table[Extract]) -> list[Extract]:
    """Return the extracts of all current versions, in the order they were added.

    Those that are ``held`` by a digest of their row are not decoded again.
    """
    query = sa.select(_table.c.json).where(_table.c.superseded_by.is_(None))
    rows = connection.execute(query.order_by(_table.c.position)).scalars()
    return [held.get(_mark(row), partial(_decode, row)) for row in rows]


def _mark(row: bytes) -> bytes:
    return hashlib.blake2b(row, digest_size=16).digest()


def of_reports(connection: sa.Connection, reports: Iterable[str]) -> list[Extract]:
    """Return the extracts of some reports by their ids, in the order they were added."""
    query = sa.select(_table.c.json).where(_table.c.report.in_(list(reports)))
    rows = connection.execute(query.order_by(_table.c.position)).scalars()
    return [_decode(row) for row in rows]


def versions(connection: sa.Connection) -> list[list[Extract]]:
    """Return the extracts of each source, oldest first, in the order of the newest ones."""
    query = sa.select(_table.c.source, _table.c.json).order_by(_table.c.position)
    found: dict[str, list[Extract]] = {}
    for source, row in connection.execute(query):
        older = found.pop(source, [])
        found[source] = [*older, _decode(row)]
    return list(found.values())


def replaced(connection: sa.Connection) -> list[Report]:
    """Return the reports that a later version of the same source has replaced."""
    query = sa.select(_table.c.json).where(_table.c.superseded_by.is_not(None))
    rows = connection.execute(query.order_by(_table.c.position)).scalars()
    return [_decode(row).report for row in rows]


def add_skipped(connection: sa.Connection, found: Iterable[Skipped]) -> int:
    """Keep the list of what could not be read; return how many entries were new."""
    statement = tables.skipped.insert().prefix_with("OR IGNORE", dialect="sqlite")
    rows = ({"source": item.source, "reason": item.reason} for item in found)
    return sum(connection.execute(statement, row).rowcount for row in rows)


def skipped(connection: sa.Connection) -> tuple[Skipped, ...]:
    """Return what could not be read, sorted by source."""
    table = tables.skipped
    rows = connection.execute(sa.select(table).order_by(table.c.source, table.c.reason))
    return tuple(Skipped(source=row.source, reason=row.reason) for row in rows)
