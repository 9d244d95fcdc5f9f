"""The resolved record, weighed: sources counted, disputes found, commitments followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dragoman.assessment.commitments import follow_commitments
from dragoman.assessment.disputes.finding import find_disputes
from dragoman.assessment.independence import count_sources
from dragoman.assessment.index import Index
from dragoman.assessment.knowing import known_by
from dragoman.assessment.statements import statements
from dragoman.memo import Memo
from dragoman.model import Judgement, Record
from dragoman.resolution.judging import rejected

replace = msgspec.structs.replace


def assess(
    record: Record,
    *,
    as_of: dt.date | None = None,
    today: dt.date | None = None,
    judgements: Sequence[Judgement] = (),
    memo: Memo | None = None,
) -> Record:
    """Return the record with independent sources, disputes and what became of commitments.

    With ``as_of`` only reports published up to that day are used. Deadlines are held against
    ``as_of``, else ``today``, else the latest report's day: never against the clock. Disputes
    that a person rejected in ``judgements`` are left out. ``memo`` spares work done before.
    """
    memo = memo or Memo()
    if as_of is not None:
        record = known_by(record, as_of)
    index = Index(record, memo)
    record = replace(record, events=tuple(count_sources(index, e) for e in record.events))
    day = as_of or today or _latest(record)
    index = Index(record, memo)
    said = statements(index)
    record = replace(record, commitments=tuple(follow_commitments(index, said, day)))
    out = rejected(judgements)
    found = (
        dispute for dispute in find_disputes(Index(record, memo), said) if dispute.id not in out
    )
    return replace(record, disputes=tuple(found))


def _latest(record: Record) -> dt.date | None:
    days = [r.published.end for r in record.reports if r.published and r.published.end]
    return max(days, default=None)
