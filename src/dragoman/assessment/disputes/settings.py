"""Where and when one event took place: places and days that exclude one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dragoman.assessment.disputes.building import Stance, dispute, from_account
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.model import Account, Dispute, Event

_PLACED = ("happened", "ongoing")
# Two voices of one report who give a deed two days are so many days apart at most.
WEEK = 7


def where_dispute(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "two places" finds: places of which neither report names the other's."""
    placed = [a for a in accounts if a.place and a.place_evidence and a.status in _PLACED]
    stances: dict[str, Stance] = {}
    for a, b in combinations(placed, 2):
        if _two_towns(index, a, b) and independent(index, a, b):
            for one in (a, b):
                name = index.places.name(one.place)
                stances[one.id] = from_account(index, one, name)
    return dispute(
        index,
        "place",
        "two places",
        f"Where did it happen: “{accounts[0].trigger.quote}”?",
        list(stances.values()),
        why="Neither of the places named lies in the other, they are too far apart to be one, and "
        "neither report names the other's place.",
        event=event.id,
    )


def _two_towns(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts, alike by themselves, name places apart that the other does not.

    A report that names both places knows of both, and puts the event in one of them or on the way.
    """
    if a.report == b.report or index.places.relation(a.place, b.place) != "apart":
        return False
    sizes = {index.places.size(a.place), index.places.size(b.place)}
    named = index.names_place(a.report, b.place) or index.names_place(b.report, a.place)
    return sizes in ({1}, {2}) and not named and index.alike(a, b)


def when_dispute(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "two dates" finds: days that do not overlap, by independent sources."""
    if event.family == "situation":
        return None
    dated = [a for a in accounts if one_day(a) and _has_words(a) and a.status in _PLACED]
    stances: dict[str, Stance] = {}
    for a, b in combinations(dated, 2):
        if not _one_night(a, b) and independent(index, a, b) and _may_clash(index, a, b):
            for one in (a, b):
                stances[one.id] = from_account(index, one, str(one.date))
    return dispute(
        index,
        "date",
        "two dates",
        f"When did it happen: “{accounts[0].trigger.quote}”?",
        list(stances.values()),
        why="The days given by independent sources do not overlap.",
        event=event.id,
    )


def _may_clash(index: Index, a: Account, b: Account) -> bool:
    """Return whether two days can be of one deed: a report knows no later day than its own.

    What a report itself gives two days is two things to it, when he was taken and when found;
    and where its voices differ by more than days, one of them is the day of the telling.
    """
    if a.report == b.report and not (a.claim and b.claim and _near(a, b)):
        return False
    return not any(_told_before(index, one, other) for one, other in ((a, b), (b, a)))


def _near(a: Account, b: Account) -> bool:
    first, second = (x.date.start if x.date else None for x in (a, b))
    return bool(first and second and abs((first - second).days) <= WEEK)


def _told_before(index: Index, told: Account, later: Account) -> bool:
    published = index.published(told.report)
    day = later.date.start if later.date else None
    return bool(published and day and published < day)


def _has_words(account: Account) -> bool:
    """Return whether the day stands in the sentence itself, and is not that of others around it."""
    evidence = account.date.evidence if account.date else None
    return evidence is not None and account.evidence[0].span.contains(evidence.span)


def _one_night(a: Account, b: Account) -> bool:
    """Return whether two days are one, or the two ends of one night.

    A day that is counted back ("nine days ago") or told as a night may be the one beside it, two
    of them two days apart; one counted in weeks another of its week.
    """
    first, second = (x.date.start if x.date else None for x in (a, b))
    if first is None or second is None or first == second:
        return True
    words = [x.date.evidence.quote for x in (a, b) if x.date and x.date.evidence]
    near = sum(bool(find("night", one) or find("days_back", one)) for one in words)
    weeks = any(find("weeks_back", one) for one in words)
    return abs((first - second).days) <= (WEEK - 1 if weeks else near)


def one_day(account: Account) -> bool:
    """Return whether an account gives one day."""
    return bool(account.date and account.date.start and account.date.start == account.date.end)
