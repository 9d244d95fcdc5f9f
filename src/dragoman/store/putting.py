"""The derived record written into its file: only what differs from what stands there."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import msgspec
import sqlalchemy as sa

from dragoman.language import paragraphs_of
from dragoman.model import Record, Report
from dragoman.store.runs import Change, keep_run

_encode = msgspec.json.Encoder(order="deterministic").encode

# Id, kind, position and JSON of a thing.
Row = tuple[str, str, int, bytes]


def put_record(connection: sa.Connection, record: Record) -> None:
    """Make ``record`` the one that the file holds, and keep as a run how it differs."""
    rows = list(_rows(record))
    # By the driver itself: rows as objects would double the time of tens of thousands of things.
    stored = connection.connection.cursor()
    stored.execute("SELECT id, kind, position, json FROM item")
    before: dict[str, Row] = {row[0]: row for row in stored.fetchall()}
    changes = list(_changes(rows, before))
    keep_run(connection, changes, Counter(row[1] for row in rows), dt.datetime.now(dt.UTC))
    gone = [(change.id,) for change in changes if change.how == "removed"]
    _execute(connection, "DELETE FROM item WHERE id = ?", gone)
    _execute(
        connection,
        "INSERT OR REPLACE INTO item (id, kind, position, json) VALUES (?, ?, ?, ?)",
        [row for row in rows if before.get(row[0]) != row],
    )
    told = {change.id for change in changes if change.kind == "reports"}
    reports = {report.id: report for report in record.reports}
    _put_passages(connection, reports, told if before else {*reports})


def _rows(record: Record) -> Iterable[Row]:
    for kind in record.__struct_fields__:
        if kind == "skipped":
            continue
        things = getattr(record, kind)
        # What stands in the order of its ids needs no position: it would shift with each new one.
        sorted_by_id = all(a.id < b.id for a, b in pairwise(things))
        for position, thing in enumerate(things):
            yield thing.id, kind, 0 if sorted_by_id else position, _encode(thing)


def _changes(rows: Iterable[Row], before: dict[str, Row]) -> Iterable[Change]:
    left = dict(before)
    for name, kind, _, json in rows:
        held = left.pop(name, None)
        if held is None:
            yield Change(id=name, kind=kind, how="added")
        elif held[3] != json:
            yield Change(id=name, kind=kind, how="changed", before=held[3])
    for name, kind, _, json in left.values():
        yield Change(id=name, kind=kind, how="removed", before=json)


def _put_passages(
    connection: sa.Connection, reports: dict[str, Report], changed: Iterable[str]
) -> None:
    """Bring the passages of changed reports, and the full-text index of them, up to date."""
    names = [(name,) for name in sorted(changed)]
    of_report = "FROM passage WHERE report = ?"
    _execute(
        connection,
        "INSERT INTO passage_index (passage_index, rowid, text) "
        f"SELECT 'delete', number, text {of_report}",
        names,
    )
    _execute(connection, f"DELETE {of_report}", names)
    _execute(
        connection,
        "INSERT INTO passage (report, start, end, text) VALUES (?, ?, ?, ?)",
        [row for (name,) in names if name in reports for row in _passages(reports[name])],
    )
    _execute(
        connection,
        f"INSERT INTO passage_index (rowid, text) SELECT number, text {of_report}",
        names,
    )


def _passages(report: Report) -> Iterable[tuple[str, int, int, str]]:
    spans = [] if report.headline is None else [report.headline]
    for part in report.body:
        spans.extend(paragraphs_of(report.text, part, report.joins))
    for span in spans:
        yield report.id, span.start, span.end, span.of(report.text)


def _execute(connection: sa.Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, list(rows))
