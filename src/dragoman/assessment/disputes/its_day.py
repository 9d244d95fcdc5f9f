"""The day of a deed that is denied: what is told of deeds of other days charges nobody with it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.deeds import DEEDS, accounts_in
from dragoman.assessment.disputes.just_before import JUST_BEFORE
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dates


def of_its_day(index: Index, denial: Statement, charges: Sequence[Statement]) -> list[Statement]:
    """Return the charges without those of other days than the one denied right after it is told.

    "Varnia killed 23 in raids on 31 May, the monitor said. Varnia denied any raid that day": who
    lays the raids of 12 June on it, in another report, is not answered.
    """
    at = denial.evidence.start
    here = [s for s in charges if s.report == denial.report]
    near = [s for s in here if 0 <= at - s.evidence.end <= JUST_BEFORE]
    days = [
        a.date
        for s in near
        for a in accounts_in(index, s)
        if a.type in DEEDS and a.date and a.date.evidence
    ]
    if not days:
        return list(charges)
    return [s for s in charges if s in here or on_one_of(index, s, days)]


def on_one_of(index: Index, said: Statement, days: Sequence[Dates]) -> bool:
    """Return whether a statement tells of no deed, or of one on one of some days."""
    told = [a for a in accounts_in(index, said) if a.type in DEEDS]
    dates = [day for a in told if (day := a.date or index.events[a.event].date)]
    return not dates or any(day.overlaps(other) for day in dates for other in days)
