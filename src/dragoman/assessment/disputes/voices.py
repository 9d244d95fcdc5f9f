"""Whose voice a position is: "a monitor" of a report is the observatory that it names."""

from __future__ import annotations

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.sides import is_described
from dragoman.model import Position
from dragoman.resolution.names import fold


def voice(index: Index, position: Position) -> str | None:
    """Return the actor who holds a position, None where it is the report's own voice."""
    actor = index.actors.get(position.speaker or "")
    if actor is None or not is_described(actor):
        return position.speaker
    meant = index.meant(position.evidence.report, actor)
    return meant.id if meant else position.speaker


def one_voice(index: Index, one: Position, other: Position) -> bool:
    """Return whether one voice holds two positions: "NGO" and "a monitoring group" of a report.

    Or two reports give it one description.
    """
    first, second = voice(index, one), voice(index, other)
    if first == second:
        return True
    actors = [index.actors.get(i or "") for i in (first, second)]
    names = [fold(a.name) for a in actors if a is not None and is_described(a)]
    if len(names) < 2 or names[0] == names[1]:
        return len(names) == 2
    one_report = one.evidence.report == other.evidence.report
    return one_report and all(find("watcher", name) for name in names)
