"""The statements that may charge a side, by where they stand, by event and by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.assessment.by_report import ByReport, found_in, grouped
from dragoman.assessment.disputes.blame import Charge, charge
from dragoman.assessment.disputes.deeds import DEEDS, DONE, accounts_in
from dragoman.assessment.disputes.doing import LAID_TO
from dragoman.assessment.disputes.meant import with_deeds
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account

# Statements by the event of a deed that they tell of.
ByEvent = Mapping[str, Sequence[Statement]]


class Charging(msgspec.Struct, frozen=True):
    """The statements that may charge a side, by report and event; accusations by their day.

    ``laid`` are those that lay a deed on somebody in so many words, by the event that they mean;
    ``deeds`` the violent deeds that each report tells of. It is noted which are asked for.
    """

    by_report: ByReport
    by_event: ByEvent
    by_day: Mapping[str, Sequence[Statement]]
    laid: Mapping[str, Sequence[Charge]]
    deeds: Mapping[str, Sequence[Account]]


def charging(index: Index, said: Sequence[Statement], by_report: ByReport) -> Charging:
    """Return the statements of a record as those that may charge a side."""
    by_day: dict[str, list[Statement]] = {}
    for one in said:
        if one.day and accuses(one):
            by_day.setdefault(str(one.day), []).append(one)
    laid: dict[str, list[Charge]] = {}
    for charged in with_deeds(index, found_in(index, "charges", said, charge)):
        for event in sorted(charged.events):
            laid.setdefault(event, []).append(charged)
    told = grouped(a for a in index.record.accounts if a.type in DEEDS and a.status in DONE)
    return Charging(
        index.watched("statements by report", by_report),
        index.watched("statements by event", _by_events(index, said)),
        index.watched("accusations by day", by_day),
        index.watched("charges by event", laid),
        index.watched("deeds by report", told),
    )


def accuses(said: Statement) -> bool:
    """Return whether somebody accuses in so many words, or attributes a deed to somebody."""
    return said.claim is not None and (said.claim.act == "accuse" or attributes(said))


def attributes(said: Statement) -> bool:
    """Return whether a statement attributes a deed to somebody: "attributed it to the rebels"."""
    cue = said.claim.cue if said.claim else None
    told = cue is not None and find("attributes", cue.quote)
    return bool(told) and LAID_TO.search(said.words) is not None


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
