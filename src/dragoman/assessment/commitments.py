"""What became of commitments: reported done, not done, disputed, withdrawn, or silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.assessment.fulfilment import Outcome, outcome
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Commitment, CommitmentStatus, Dates, HistoryEntry
from dragoman.resolution.names import fold
from dragoman.resolution.wording import content_words

_TOLD = frozenset({"assert", "confirm", "accuse", "condemn", "praise", "other"})
# A deed that was reported not done may be done later: after this many days it is an update.
ANSWER_DAYS = 7


class Told(msgspec.Struct, frozen=True):
    """What one statement tells of one commitment."""

    outcome: Outcome
    statement: Statement


def follow_commitments(
    index: Index, said: Sequence[Statement], day: dt.date | None
) -> Iterator[Commitment]:
    """Yield each commitment with what later reports say of it, as of ``day``."""
    for commitment in index.record.commitments:
        told = told_of(index, commitment, said)
        history = tuple(_entry(commitment, one) for one in told)
        status = _status(index, commitment, told, day)
        yield msgspec.structs.replace(commitment, status=status, history=history)


def told_of(index: Index, commitment: Commitment, said: Sequence[Statement]) -> list[Told]:
    """Return what later statements tell of a commitment, in the order of publication."""
    start = _made(index, commitment)
    generic = frozenset(
        w for i in (*commitment.by, *commitment.to) for w in content_words(index.name(i))
    )
    found = []
    for one in said:
        act = one.claim.act if one.claim else "assert"
        if act not in _TOLD or one.day is None or (start and one.day < start):
            continue
        if (one.claim and one.claim.id == commitment.claim) or _same_words(commitment, one):
            continue
        result = outcome(commitment.action, one.words, generic)
        if result and _of_party(index, commitment, one):
            found.append(Told(result, one))
    return found


def _same_words(commitment: Commitment, one: Statement) -> bool:
    return any(
        e.report == one.report and e.start < one.evidence.end and one.evidence.start < e.end
        for e in commitment.evidence
    )


def _made(index: Index, commitment: Commitment) -> dt.date | None:
    if commitment.made_on and commitment.made_on.start:
        return commitment.made_on.start
    return index.published(commitment.evidence[0].report)


def _of_party(index: Index, commitment: Commitment, one: Statement) -> bool:
    """Return whether a statement names who promised, or his side speaks."""
    sides = {side for i in commitment.by for side in index.sides(i)}
    if any(index.sides(i) & sides for i in (*one.actors, one.speaker or "")):
        return True
    # "The government" of two reports has no name that could tell: the words must do.
    text = f" {fold(one.text)} "
    return any(f" {_bare(index.name(i))} " in text for i in commitment.by)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


def _entry(commitment: Commitment, told: Told) -> HistoryEntry:
    due = commitment.due.end if commitment.due else None
    day = told.statement.day
    rule = {
        "reported_done": "the deed is told as done, with its object and the party that promised",
        "reported_not_done": "the deed is told as not done",
        "withdrawn": "the promise is told as taken back",
    }[told.outcome]
    if told.outcome == "reported_done" and due and day:
        rule += "; in time" if day <= due else "; told after the deadline, the day is not known"
    on: Dates | None = told.statement.as_of
    return HistoryEntry(status=told.outcome, on=on, evidence=(told.statement.evidence,), rule=rule)


def _status(
    index: Index, commitment: Commitment, told: Sequence[Told], day: dt.date | None
) -> CommitmentStatus:
    if not told:
        due = commitment.due.end if commitment.due else None
        return "due_unknown" if due and day and due < day else "open"
    last = told[-1]
    for one in told[:-1]:
        if one.outcome != last.outcome and _contradicts(index, one, last):
            return "disputed"
    return last.outcome


def _contradicts(index: Index, first: Told, second: Told) -> bool:
    """Return whether two sides tell opposite outcomes at one time (later is an update)."""
    if "withdrawn" in (first.outcome, second.outcome):
        return False
    a, b = first.statement, second.statement
    near = a.day and b.day and abs((a.day - b.day).days) <= ANSWER_DAYS
    undone_later = first.outcome == "reported_done" and second.outcome == "reported_not_done"
    different = a.claim is None or b.claim is None or not index.same_side(a.speaker, b.speaker)
    return bool(different and (near or undone_later))
