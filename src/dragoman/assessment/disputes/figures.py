"""Counts as figures: their bounds, whether two can be one number, and their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import may_be_all
from dragoman.assessment.index import Index
from dragoman.model import Account, Count

# "About 80,000" may be 10 per cent off either way, a bare round number 5.
ABOUT, _ROUND = 0.10, 0.05
# "Dozens" may be a few less than two of them.
_DOZENS = 0.5
_LOOSE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|several|many)\b", re.IGNORECASE)
# A figure this many times the other is hardly of the same thing.
FAR = 4
PLACED = ("happened", "ongoing")


class Figure(msgspec.Struct, frozen=True):
    """A count with the account that gives it."""

    account: Account
    count: Count
    order: int


def given_too(index: Index, clashing: Sequence[Figure]) -> list[Figure]:
    """Return the figures that other reports give of the same event, equal to one that clashes."""
    reports = {f.account.report for f in clashing}
    event = index.events[clashing[0].account.event]
    return [
        Figure(account, count, 0)
        for account in index.accounts_of(event)
        if account.status in PLACED and account.report not in reports
        for count in account.counts
        if count.part_of is None and not is_some(index, count)
        if any(_equal(figure.count, count) for figure in clashing)
    ]


def _equal(a: Count, b: Count) -> bool:
    """Return whether two counts give one number of the same people: "dead" may be civilians."""
    one = (a.what, a.low, a.high) == (b.what, b.low, b.high)
    return one and may_be_all(a, b)


def meet(a: Count, b: Count) -> bool:
    """Return whether some number is within the bounds of both counts, rounding allowed for."""
    (low1, high1), (low2, high2) = _bounds(a), _bounds(b)
    return low1 <= high2 and low2 <= high1


def _bounds(count: Count) -> tuple[float, float]:
    low = count.low or 0.0
    high = float("inf") if count.high is None else count.high
    slack = 0.0
    if count.qualifier in ("about", "around", "nearly", "almost", "some", "roughly", "up to"):
        slack = ABOUT
    elif high == float("inf") and is_loose(count):
        slack = _DOZENS
    elif low == high and low >= 100 and low % 10 ** (len(str(int(low))) - 1) == 0:
        slack = _ROUND
    return low * (1 - slack), high * (1 + slack)


def is_loose(count: Count) -> bool:
    """Return whether a count is a word that leaves the number open: "dozens of people"."""
    return _LOOSE.search(count.evidence.quote) is not None


def words(count: Count) -> str:
    """Return a count in words.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "8")
    >>> words(Count(what="killed", low=8, high=None, evidence=e))
    'at least 8 killed'
    """
    low, high = count.low, count.high
    tail = f" {'per cent' if count.unit == 'percent' else count.what}"
    if high is None:
        return f"at least {low:,g}{tail}"
    if low is None or (low == 0 and high):
        return f"at most {high:,g}{tail}"
    if low != high:
        return f"{low:,g} to {high:,g}{tail}"
    return f"{'about ' if count.qualifier == 'about' else ''}{low:,g}{tail}"


def is_some(index: Index, count: Count) -> bool:
    """Return whether a figure is of some of those told of before, or comes on top of them.

    "15 of the wounded were in danger", "five more were killed in the next village".
    """
    text = index.reports[count.evidence.report].text
    start, end = count.evidence.start, count.evidence.end
    around = text[max(0, start - 20) : start], text[start : end + 30]
    return (
        find("out_of", text[end : end + 30]) is not None
        or find("another_so_many", around[0]) is not None
        or find("so_many_more", around[1]) is not None
    )
