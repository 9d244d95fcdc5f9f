"""Passages of the reports, found by their words."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from dragoman.model import Evidence


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A passage found by `Store.search`; a smaller ``rank`` is a better match."""

    evidence: Evidence
    rank: float


def search(connection: sa.Connection, query: str, limit: int) -> list[Hit]:
    """Return the passages that hold all words of ``query``, best first."""
    statement = sa.text(
        "SELECT p.report, p.start, p.end, p.text, passage_index.rank AS rank "
        "FROM passage_index JOIN passage p ON p.number = passage_index.rowid "
        "WHERE passage_index MATCH :match "
        "ORDER BY passage_index.rank, p.report, p.start LIMIT :limit"
    )
    match = _match(query)
    if not match:
        return []
    rows = connection.execute(statement, {"match": match, "limit": limit})
    return [
        Hit(evidence=Evidence(row.report, row.start, row.end, row.text), rank=row.rank)
        for row in rows
    ]


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
