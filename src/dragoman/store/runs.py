"""Runs: how the derived record differed each time that it was derived anew.

The record itself is kept once, as it stands; of each run before it only the differences are.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec
import sqlalchemy as sa

from dragoman.store import tables

How = Literal["added", "changed", "removed"]

# Of earlier runs only the line in the list is kept: what they changed is long settled.
_KEPT = 30


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A run that changed the record: when it ended, and how many things it changed how."""

    number: int
    finished: dt.datetime
    counts: dict[str, int]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that a run added, changed or removed; ``before`` is its JSON as it was."""

    id: str
    kind: str
    how: How
    before: bytes | None = None


def keep_run(
    connection: sa.Connection,
    changes: Sequence[Change],
    kinds: Mapping[str, int],
    finished: dt.datetime,
) -> None:
    """Keep how the derived record about to be put, so many things of each kind, differs."""
    number = connection.execute(sa.select(sa.func.max(tables.run.c.number))).scalar() or 0
    if not number and all(change.how == "added" for change in changes):
        # The first run: all of it is new.
        changes, counts = [], Counter({f"{kind} added": count for kind, count in kinds.items()})
    else:
        counts = Counter(f"{change.kind} {change.how}" for change in changes)
    if not counts:
        return
    number += 1
    connection.execute(
        tables.run.insert(),
        {
            "number": number,
            "finished": finished.isoformat(),
            "counts": msgspec.json.encode(dict(sorted(counts.items()))),
        },
    )
    if changes:
        connection.execute(
            tables.change.insert(),
            [{"run": number, **msgspec.structs.asdict(change)} for change in changes],
        )
    connection.execute(tables.change.delete().where(tables.change.c.run <= number - _KEPT))


def runs(connection: sa.Connection) -> list[Run]:
    """Return the runs that changed the record, the last first."""
    query = sa.select(tables.run).order_by(tables.run.c.number.desc())
    return [
        Run(
            number=row.number,
            finished=dt.datetime.fromisoformat(row.finished),
            counts=msgspec.json.decode(row.counts),
        )
        for row in connection.execute(query)
    ]


def changes(connection: sa.Connection, since: int, until: int) -> list[Change]:
    """Return what changed after run ``since`` up to and with run ``until``, each thing once.

    What came and went between them is left out.
    """
    table = tables.change
    query = (
        sa.select(table)
        .where(table.c.run > since, table.c.run <= until)
        .order_by(table.c.run, table.c.kind, table.c.id)
    )
    first: dict[str, Change] = {}
    last: dict[str, Change] = {}
    for row in connection.execute(query):
        change = Change(id=row.id, kind=row.kind, how=row.how, before=row.before)
        first.setdefault(row.id, change)
        last[row.id] = change
    return [folded for name, start in first.items() if (folded := _folded(start, last[name]))]


def last_changes(connection: sa.Connection, ids: Iterable[str]) -> dict[str, Change]:
    """Return, of some things, the last change of each that says what the thing was before it."""
    table = tables.change
    query = (
        sa.select(table)
        .where(table.c.id.in_(list(ids)), table.c.before.is_not(None))
        .order_by(table.c.run)
    )
    return {
        row.id: Change(id=row.id, kind=row.kind, how=row.how, before=row.before)
        for row in connection.execute(query)
    }


def _folded(first: Change, last: Change) -> Change | None:
    """Return one change from before the first to after the last; None when it leaves nothing."""
    was, stays = first.how != "added", last.how != "removed"
    if not was and not stays:
        return None
    how: How = "changed" if was and stays else "added" if stays else "removed"
    return Change(id=first.id, kind=first.kind, how=how, before=first.before if was else None)
