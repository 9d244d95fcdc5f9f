"""Whose voice a position is: "a monitor" of a report is the observatory that it names."""

from __future__ import annotations

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.sides import is_described
from dragoman.model import Position


def voice(index: Index, position: Position) -> str | None:
    """Return the actor who holds a position, None where it is the report's own voice."""
    actor = index.actors.get(position.speaker or "")
    if actor is None or not is_described(actor):
        return position.speaker
    meant = index.meant(position.evidence.report, actor)
    return meant.id if meant else position.speaker


def one_voice(index: Index, one: Position, other: Position) -> bool:
    """Return whether one voice holds two positions: "NGO" and "a monitoring group" of a report."""
    first, second = voice(index, one), voice(index, other)
    if first == second:
        return True
    if one.evidence.report != other.evidence.report:
        return False
    actors = [index.actors.get(i or "") for i in (first, second)]
    return all(a is not None and is_described(a) and find("watcher", a.name) for a in actors)
