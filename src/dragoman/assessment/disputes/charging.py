"""The statements that may charge a side, by where they stand, by event and by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.assessment.by_report import ByReport, found_in
from dragoman.assessment.disputes.deeds import DEEDS, accounts_in
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# Statements by the event of a deed that they tell of.
ByEvent = Mapping[str, Sequence[Statement]]


class Charging(msgspec.Struct, frozen=True):
    """The statements that may charge a side, by report and event; accusations by their day.

    It is noted which of them are asked for.
    """

    by_report: ByReport
    by_event: ByEvent
    by_day: Mapping[str, Sequence[Statement]]


def charging(index: Index, said: Sequence[Statement], by_report: ByReport) -> Charging:
    """Return the statements of a record as those that may charge a side."""
    by_day: dict[str, list[Statement]] = {}
    for one in said:
        if one.day and accuses(one):
            by_day.setdefault(str(one.day), []).append(one)
    return Charging(
        index.watched("statements by report", by_report),
        index.watched("statements by event", _by_events(index, said)),
        index.watched("accusations by day", by_day),
    )


def accuses(said: Statement) -> bool:
    """Return whether somebody accuses in so many words."""
    return said.claim is not None and said.claim.act == "accuse"


def _by_events(index: Index, said: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return the statements that tell of violent deeds, by event."""
    found: dict[str, list[Statement]] = {}
    for one, events in found_in(index, "events told of", said, _with_events):
        for event in events:
            found.setdefault(event, []).append(one)
    return found


def _with_events(index: Index, said: Statement) -> tuple[Statement, dict[str, None]] | None:
    events = events_of(index, said)
    return (said, events) if events else None


def events_of(index: Index, said: Statement) -> dict[str, None]:
    """Return the events of the violent deeds that a statement tells of."""
    return dict.fromkeys(a.event for a in accounts_in(index, said) if a.type in DEEDS)
