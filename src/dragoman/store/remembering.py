"""What one run of the program worked out, kept in the record file for the next.

It is good for the very program that made it: one that differs in any line of code or of its rules
takes nothing over. Nothing is lost with it but time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import sqlalchemy as sa

from dragoman.store import tables

# Files by which the program does what it does.
_TELLING = (".py", ".yaml", ".csv", ".json")
# Folders of the package on which no part of a record depends.
_APART = frozenset({"web", "static", "cli", "bench", "__pycache__"})


@cache
def program() -> str:
    """Return what stands for this program: a digest of its code and its rules."""
    found = hashlib.blake2b(digest_size=16)
    for name, content in _files(resources.files("dragoman"), ""):
        found.update(f"{name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        name = f"{path}/{part.name}"
        if part.is_dir() and part.name not in _APART:
            yield from _files(part, name)
        elif part.name.endswith(_TELLING):
            yield name, part.read_bytes()


def remember(connection: sa.Connection, parts: Mapping[str, bytes]) -> None:
    """Keep parts of a memo by name, in place of those kept before."""
    for name in sorted(parts):
        connection.exec_driver_sql(
            "INSERT INTO memo (name, program, data) VALUES (?, ?, ?) "
            "ON CONFLICT (name) DO UPDATE SET program = excluded.program, data = excluded.data "
            "WHERE program <> excluded.program OR data <> excluded.data",
            (name, program(), parts[name]),
        )


def recall(connection: sa.Connection) -> dict[str, bytes]:
    """Return the parts of a memo that this very program has kept."""
    table = tables.memo
    query = sa.select(table.c.name, table.c.data).where(table.c.program == program())
    return {row.name: row.data for row in connection.execute(query)}
