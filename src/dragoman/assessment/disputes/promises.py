"""Promises that one side reports kept and another reports not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.commitments import Saying, told_of
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute


def promise_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield a dispute for each commitment whose status is disputed.

    Rule "done against not done": two sides report opposite outcomes of one commitment at one
    time, or a later report says that what was reported done has not been done.
    """
    disputed = [c for c in index.record.commitments if c.status == "disputed"]
    names = {"reported_done": "done", "reported_not_done": "not done", "withdrawn": "withdrawn"}
    saying = Saying(said) if disputed else Saying(())
    for commitment in disputed:
        told = [one for one in told_of(index, commitment, saying) if one.outcome in names]
        who = index.names(commitment.by)
        stances = [one.statement.stance(index, names[one.outcome]) for one in told]
        found = dispute(
            index,
            "compliance",
            "done against not done",
            f"Did {who} keep the promise: “{' '.join(commitment.action.split())}”?",
            stances,
            why="; ".join(f"{tellers(index, [s])}: {s.position.stance}" for s in stances) + ".",
        )
        if found:
            yield found
