"""A record kept in one SQLite file."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from dragoman.errors import RecordError
from dragoman.memo import Memo, Table
from dragoman.model import Evidence, Extract, Judgement, Record, Report, Skipped
from dragoman.store import tables
from dragoman.store.putting import put_record
from dragoman.store.remembering import recall, remember
from dragoman.store.runs import Change, Run, changes, last_changes, runs

_encode = msgspec.json.Encoder(order="deterministic").encode
_extract = msgspec.json.Decoder(Extract)
_judgement = msgspec.json.Decoder(Judgement)


def _mark(row: bytes) -> bytes:
    return hashlib.blake2b(row, digest_size=16).digest()


@cache
def _decoders() -> dict[str, Callable[[bytes], Any]]:
    """Return what decodes a thing of each kind."""
    fields = msgspec.structs.fields(Record)
    return {f.name: msgspec.json.Decoder(get_args(f.type)[0]).decode for f in fields}


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A passage found by `Store.search`; a smaller ``rank`` is a better match."""

    evidence: Evidence
    rank: float


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
            return frozenset(connection.execute(sa.select(tables.extract.c.item)).scalars())

    def add(self, found: Iterable[tuple[str, Extract]]) -> int:
        """Add extracts, each with the key of its item; return how many were new.

        An extract whose source is known with other bytes becomes that report's new version.
        """
        count = 0
        table = tables.extract
        with self._engine.begin() as connection:
            position = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
            for key, extract in found:
                report = extract.report
                same = sa.select(table.c.report).where(table.c.report == report.id)
                if connection.execute(same).first() is not None:
                    continue
                older = connection.execute(
                    sa.select(table.c.report).where(
                        table.c.source == report.source, table.c.superseded_by.is_(None)
                    )
                ).scalar()
                if older is not None:
                    report = msgspec.structs.replace(report, version_of=older)
                    extract = msgspec.structs.replace(extract, report=report)
                    connection.execute(
                        table.update()
                        .where(table.c.report == older)
                        .values(superseded_by=report.id)
                    )
                row = {
                    "report": report.id,
                    "source": report.source,
                    "sha256": report.sha256,
                    "item": key,
                    "position": (position or 0) + count,
                    "json": _encode(extract),
                }
                connection.execute(table.insert(), row)
                count += 1
        return count

    def add_skipped(self, found: Iterable[Skipped]) -> int:
        """Keep the list of what could not be read; return how many entries were new."""
        statement = tables.skipped.insert().prefix_with("OR IGNORE", dialect="sqlite")
        with self._engine.begin() as connection:
            return sum(
                connection.execute(
                    statement, {"source": item.source, "reason": item.reason}
                ).rowcount
                for item in found
            )

    def extracts(self, memo: Memo | None = None) -> list[Extract]:
        """Return the extracts of all current versions, in the order they were added.

        Those in ``memo`` are not decoded again.
        """
        held: Table[Extract] = (memo or Memo()).table("extracts")
        table = tables.extract
        query = sa.select(table.c.json).where(table.c.superseded_by.is_(None))
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(table.c.position)).scalars()
            return [held.get(_mark(row), partial(_extract.decode, row)) for row in rows]

    def extracts_of(self, reports: Iterable[str]) -> list[Extract]:
        """Return the extracts of some reports by their ids, in the order they were added."""
        table = tables.extract
        query = sa.select(table.c.json).where(table.c.report.in_(list(reports)))
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(table.c.position)).scalars()
            return [_extract.decode(row) for row in rows]

    def versions(self) -> list[list[Extract]]:
        """Return the extracts of each source, oldest first, in the order of the newest ones."""
        table = tables.extract
        query = sa.select(table.c.source, table.c.json).order_by(table.c.position)
        found: dict[str, list[Extract]] = {}
        with self._engine.connect() as connection:
            for source, row in connection.execute(query):
                older = found.pop(source, [])
                found[source] = [*older, _extract.decode(row)]
        return list(found.values())

    def earlier_versions(self) -> list[Report]:
        """Return the reports that a later version of the same source has replaced."""
        table = tables.extract
        query = sa.select(table.c.json).where(table.c.superseded_by.is_not(None))
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(table.c.position)).scalars()
            return [_extract.decode(row).report for row in rows]

    def skipped(self) -> list[Skipped]:
        """Return what could not be read, sorted by source."""
        table = tables.skipped
        query = sa.select(table).order_by(table.c.source, table.c.reason)
        with self._engine.connect() as connection:
            return [
                Skipped(source=row.source, reason=row.reason) for row in connection.execute(query)
            ]

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
        parts: dict[str, list[bytes]] = {}
        table = tables.item
        query = sa.select(table.c.kind, table.c.json).order_by(
            table.c.kind, table.c.position, table.c.id
        )
        with self._engine.connect() as connection:
            for kind, data in connection.execute(query):
                parts.setdefault(kind, []).append(data)
        if memo is not None:
            return self._decoded(parts, memo)
        joined = b",".join(
            b'"%s":[%s]' % (kind.encode(), b",".join(rows)) for kind, rows in parts.items()
        )
        record = msgspec.json.decode(b"{" + joined + b"}", type=Record)
        return msgspec.structs.replace(record, skipped=tuple(self.skipped()))

    def _decoded(self, parts: Mapping[str, Sequence[bytes]], memo: Memo) -> Record:
        found: dict[str, tuple[Any, ...]] = {"skipped": tuple(self.skipped())}
        for kind, rows in parts.items():
            held, decode = memo.table(kind), _decoders()[kind]
            known = (held.find(row) for row in rows)
            found[kind] = tuple(
                held.keep(row, decode(row)) if thing is None else thing
                for row, thing in zip(rows, known, strict=True)
            )
        memo.turn()
        return Record(**found)

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
        statement = sa.text(
            "SELECT p.report, p.start, p.end, p.text, passage_index.rank AS rank "
            "FROM passage_index JOIN passage p ON p.number = passage_index.rowid "
            "WHERE passage_index MATCH :match "
            "ORDER BY passage_index.rank, p.report, p.start LIMIT :limit"
        )
        match = _match(query)
        if not match:
            return []
        with self._engine.connect() as connection:
            rows = connection.execute(statement, {"match": match, "limit": limit})
            return [
                Hit(evidence=Evidence(row.report, row.start, row.end, row.text), rank=row.rank)
                for row in rows
            ]


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # Milliseconds to wait for another writer: a decision waits while a large record is put.
    connection.execute("PRAGMA busy_timeout = 60000")


def _match(query: str) -> str:
    """Return ``query`` as an FTS5 expression in which nothing but `"` and a final `*` is special.

    >>> _match('Idlib "buffer zone" attack*')
    '"Idlib" "buffer zone" "attack"*'
    """
    terms = []
    for k, part in enumerate(query.split('"')):
        words = [part] if k % 2 else part.split()
        for word in words:
            if word.strip("* "):
                star = "*" if word.endswith("*") else ""
                terms.append(f'"{word.rstrip("*").strip()}"{star}')
    return " ".join(terms)
