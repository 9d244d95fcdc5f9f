"""Who charges a side, in any report, with the event that the side denies."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.blame import Charge
from dragoman.assessment.disputes.charging import Charging, events_of
from dragoman.assessment.disputes.deeds import (
    DEEDS,
    accounts_in,
    doers,
    is_told,
    same_means,
)
from dragoman.assessment.disputes.parties import standing_for
from dragoman.assessment.disputes.poles import every, find
from dragoman.assessment.disputes.taken_up import taken_up
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account

# A denial takes up a deed that was told at most this many characters before it.
TAKEN_UP = 400


def of_its_event(
    index: Index, denial: Statement, charges: Sequence[Statement], told_by: Charging
) -> list[Statement]:
    """Return who charges the denying side with the event that it denies, in any other report.

    However many days lie between: it is one deed. In its own report also who accuses the side of
    the deed that the denial itself tells of.
    """
    own, here = standing_for(index, denial.speaker), events_of(index, denial)
    found: dict[int, Statement] = {}
    for event in _denied(index, denial, charges, told_by):
        told = [s for s in told_by.by_event.get(event, ()) if doers(index, s, own)]
        told = [s for s in told if not _charged_with_another(index, s, event)]
        laid = [c.said for c in told_by.laid.get(event, ()) if _lays_on(index, c, event, own)]
        told = [s for s in told if s.report != denial.report]
        for one in (*told, *laid):
            if (
                (one.report != denial.report or event in here)
                and is_told(index, denial, one)
                and same_means(denial, one)
                and not _on_other_days(index, one, event)
                and _of_that_deed(index, one, event, own)
            ):
                found.setdefault(id(one), one)
    return list(found.values())


def _denied(
    index: Index, denial: Statement, charges: Sequence[Statement], told_by: Charging
) -> dict[str, None]:
    """Return the events of the deed that is denied.

    The deed that the denial tells of; where it tells of none of its own ("the crime", "that
    murder"), that of which its own report charges the side, or that it told of just before.
    """
    own = events_of(index, denial)
    if own and find("that_deed", denial.words) is None:
        return own
    here = [s for s in charges if s.report == denial.report]
    found = own | dict.fromkeys(e for s in here for e in events_of(index, s))
    before = _just_before(index, denial, told_by.deeds.get(denial.report, ()))
    return found | ({before.event: None} if before else {})


def _just_before(index: Index, denial: Statement, told: Sequence[Account]) -> Account | None:
    """Return the deed told of last before a denial that takes it up: "this murder", "it"."""
    at = denial.evidence.start
    if not any(find(row, denial.words) for row in ("the_deed", "that_deed", "it_was_done")):
        return None
    return taken_up(index, told, [a for a in told if 0 <= at - a.trigger.end <= TAKEN_UP])


def _lays_on(index: Index, charge: Charge, event: str, own: frozenset[str]) -> bool:
    """Return whether somebody charges a side with an event, or tells of it as that side's deed."""
    told = not charge.told or (
        charge.said.claim is not None and event in events_of(index, charge.said)
    )
    return told and bool(charge.sides & own)


def _charged_with_another(index: Index, statement: Statement, event: str) -> bool:
    """Return whether the words of blame are followed by another deed than the event's.

    "Where six nuns were murdered, and where the army has been accused of repression."
    """
    blamed = [m.end() for m in every("blamed_after", statement.words)]
    told = [a for a in accounts_in(index, statement) if a.type in DEEDS]
    if not blamed or not told:
        return False
    at = statement.evidence.start + min(blamed)
    after = {a.event for a in told if a.trigger.start >= at}
    before = [a for a in told if a.event == event and a.trigger.start < at]
    return bool(before and after) and event not in after and not any(a.actors for a in before)


def _of_that_deed(index: Index, said: Statement, event: str, own: frozenset[str]) -> bool:
    """Return whether a statement that gives a deed to a side gives it the event's.

    Who tells of a known person's murder and of what the army did the day before accuses nobody.
    """
    told = [a for a in accounts_in(index, said) if a.type in DEEDS]
    done = [a for a in told if any(index.sides(i) & own for i in a.actors)]
    here = [a for a in told if a.event == event]
    here = [a for a in here if index.befalls_whom(a) or find("deaths", a.trigger.quote)] or here
    return not (done and here) or any(a in here for a in done)


def _on_other_days(index: Index, statement: Statement, event: str) -> bool:
    """Return whether a statement names days for its deeds, and none is the event's."""
    if (happened := index.events[event].date) is None:
        return False
    told = [a.date for a in accounts_in(index, statement) if a.type in DEEDS]
    named = [day for day in told if day and day.evidence]
    return bool(named) and not any(day.overlaps(happened) for day in named)
