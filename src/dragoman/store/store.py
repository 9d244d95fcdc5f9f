"""A record kept in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import msgspec
import sqlalchemy as sa

from dragoman.errors import RecordError
from dragoman.memo import Memo
from dragoman.model import Extract, Judgement, Record, Report, Skipped
from dragoman.store import incoming, tables
from dragoman.store.derived import derived
from dragoman.store.putting import put_record
from dragoman.store.remembering import recall, remember
from dragoman.store.runs import Change, Run, changes, last_changes, runs
from dragoman.store.searching import Hit, search

_encode = msgspec.json.Encoder(order="deterministic").encode
_judgement = msgspec.json.Decoder(Judgement)


def is_record(path: str | Path) -> bool:
    """Return whether ``path`` is a record file, by its first bytes and not by its name."""
    path = Path(path)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(72)
    return (
        head[:16] == b"SQLite format 3\x00"
        and int.from_bytes(head[68:72], "big") == tables.APPLICATION_ID
    )


class Store:
    """A record file, open for reading and writing; close it, or use it in a ``with``.

    Raises `RecordError` when the file is missing (unless ``create``), foreign, or of a later
    version of the program.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        if self.path.exists():
            if not is_record(self.path):
                raise RecordError(f"{path}: not a record made by Dragoman; name another file")
        elif not create:
            raise RecordError(f"{path}: no such record; make one with 'dragoman read'")
        self._engine = sa.create_engine(f"sqlite:///{self.path}")
        sa.event.listen(self._engine, "connect", _prepare)
        self._open()

    def _open(self) -> None:
        with self._engine.begin() as connection:
            version = connection.execute(sa.text("PRAGMA user_version")).scalar_one()
            if version > tables.SCHEMA_VERSION:
                raise RecordError(
                    f"{self.path}: made by a later version of Dragoman (schema {version}); "
                    "update the program"
                )
            if version < tables.SCHEMA_VERSION:
                tables.metadata.create_all(connection)
                connection.execute(sa.text(tables.FULL_TEXT))
                connection.execute(sa.text(f"PRAGMA application_id = {tables.APPLICATION_ID}"))
                connection.execute(sa.text(f"PRAGMA user_version = {tables.SCHEMA_VERSION}"))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    # What came in ---------------------------------------------------------------------------

    def known(self) -> frozenset[str]:
        """Return the keys of the items that were read already, in these very bytes."""
        with self._engine.connect() as connection:
            return incoming.known(connection)

    def add(self, found: Iterable[tuple[str, Extract]]) -> int:
        """Add extracts, each with the key of its item; return how many were new.

        An extract whose source is known with other bytes becomes that report's new version.
        """
        with self._engine.begin() as connection:
            return incoming.add(connection, found)

    def add_skipped(self, found: Iterable[Skipped]) -> int:
        """Keep the list of what could not be read; return how many entries were new."""
        with self._engine.begin() as connection:
            return incoming.add_skipped(connection, found)

    def extracts(self, memo: Memo | None = None) -> list[Extract]:
        """Return the extracts of all current versions, in the order they were added.

        Those in ``memo`` are not decoded again.
        """
        with self._engine.connect() as connection:
            return incoming.current(connection, (memo or Memo()).table("extracts"))

    def extracts_of(self, reports: Iterable[str]) -> list[Extract]:
        """Return the extracts of some reports by their ids, in the order they were added."""
        with self._engine.connect() as connection:
            return incoming.of_reports(connection, reports)

    def versions(self) -> list[list[Extract]]:
        """Return the extracts of each source, oldest first, in the order of the newest ones."""
        with self._engine.connect() as connection:
            return incoming.versions(connection)

    def earlier_versions(self) -> list[Report]:
        """Return the reports that a later version of the same source has replaced."""
        with self._engine.connect() as connection:
            return incoming.replaced(connection)

    def skipped(self) -> list[Skipped]:
        """Return what could not be read, sorted by source."""
        with self._engine.connect() as connection:
            return list(incoming.skipped(connection))

    # What people decided --------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Keep a person's decision, or a withdrawn one under the same id."""
        row = {
            "id": judgement.id,
            "subject": judgement.subject,
            "made": judgement.when.isoformat(),
            "withdrawn": judgement.withdrawn and judgement.withdrawn.isoformat(),
            "json": _encode(judgement),
        }
        statement = tables.judgement.insert().prefix_with("OR REPLACE", dialect="sqlite")
        with self._engine.begin() as connection:
            connection.execute(statement, row)

    def judgements(self) -> list[Judgement]:
        """Return all decisions in the order they were made, withdrawn ones too."""
        table = tables.judgement
        query = sa.select(table.c.json).order_by(table.c.made, table.c.id)
        with self._engine.connect() as connection:
            return [_judgement.decode(row) for row in connection.execute(query).scalars()]

    # What follows from it -------------------------------------------------------------------

    def put(self, record: Record, memo: Memo | None = None) -> None:
        """Replace the derived record and its full-text index, keeping what changed (see `runs`).

        What may last of a ``memo`` is kept for the next `memo`.
        """
        with self._engine.begin() as connection:
            put_record(connection, record)
            if memo is not None:
                remember(connection, memo.lasting)

    def memo(self) -> Memo:
        """Return a memo with what an earlier run of this very program has kept in the file."""
        memo = Memo()
        with self._engine.connect() as connection:
            memo.lasting.update(recall(connection))
        return memo

    def record(self, memo: Memo | None = None) -> Record:
        """Return the derived record as it was last put.

        What stands in ``memo`` is not decoded again: it is the same object as before.
        """
        with self._engine.connect() as connection:
            return derived(connection, memo)

    def runs(self) -> list[Run]:
        """Return the runs that changed the derived record, the last first."""
        with self._engine.connect() as connection:
            return runs(connection)

    def changes(self, since: int, until: int) -> list[Change]:
        """Return what changed after one run up to and with another, each thing once."""
        with self._engine.connect() as connection:
            return changes(connection, since, until)

    def last_changes(self, ids: Iterable[str]) -> dict[str, Change]:
        """Return, of some things, the last change of each that says what the thing was before."""
        with self._engine.connect() as connection:
            return last_changes(connection, ids)

    def search(self, query: str, *, limit: int = 20) -> list[Hit]:
        """Return the passages that hold all words of ``query``, best first.

        A phrase in quotation marks is searched as a phrase; ``word*`` searches by its beginning.
        """
        with self._engine.connect() as connection:
            return search(connection, query, limit)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # Milliseconds to wait for another writer: a decision waits while a large record is put.
    connection.execute("PRAGMA busy_timeout = 60000")
