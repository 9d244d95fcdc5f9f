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


def where_dispute(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "two places" finds: places of which neither holds the other."""
    placed = [a for a in accounts if a.place and a.place_evidence and a.status in _PLACED]
    stances: dict[str, Stance] = {}
    for a, b in combinations(placed, 2):
        apart = index.places.relation(a.place, b.place) == "apart"
        if apart and independent(index, a, b):
            for one in (a, b):
                name = index.places.name(one.place)
                stances[one.id] = from_account(index, one, name)
    return dispute(
        index,
        "place",
        "two places",
        f"Where did it happen: “{accounts[0].trigger.quote}”?",
        list(stances.values()),
        why="Neither of the places named lies in the other, and they are too far apart to be one.",
        event=event.id,
    )


def when_dispute(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "two dates" finds: days that do not overlap, by independent sources."""
    if event.family == "situation":
        return None
    dated = [a for a in accounts if one_day(a) and _has_words(a) and a.status in _PLACED]
    stances: dict[str, Stance] = {}
    for a, b in combinations(dated, 2):
        if a.date and b.date and not _one_night(a, b) and independent(index, a, b):
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


def _has_words(account: Account) -> bool:
    return account.date is not None and account.date.evidence is not None


def _one_night(a: Account, b: Account) -> bool:
    """Return whether two days are one, or the two ends of one night."""
    first, second = (x.date.start if x.date else None for x in (a, b))
    if first is None or second is None or first == second:
        return True
    words = " ".join(x.date.evidence.quote for x in (a, b) if x.date and x.date.evidence)
    return abs((first - second).days) == 1 and find("night", words) is not None


def one_day(account: Account) -> bool:
    """Return whether an account gives one day."""
    return bool(account.date and account.date.start and account.date.start == account.date.end)
