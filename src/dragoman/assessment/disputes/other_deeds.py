"""Figures of one report that its words give to two deeds, or one of them to a part or a whole war.

"16 died in the government-held half; across the line 23 did", "17 the night before", "nearly 1,000
since the war began": such figures stand side by side, and are no two counts of one deed.
"""

from __future__ import annotations

import calendar
import re

from dragoman.assessment.disputes.figures import Figure, around
from dragoman.assessment.disputes.losses import of_two_losses
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.model import Account

# "Alone", which makes a figure a part, stands at most so many characters after it.
ALONE = 60
# In the first days of a month the last one is not long gone.
_TURN = 4
# What a report begins with is its news, of whatever month.
_LEAD = 300
_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_MONTH = re.compile(
    r"\b(?:in|on|of) (?:\d+ |early |mid-?|late )?(?P<month>" + "|".join(_MONTHS) + r")\b",
    re.IGNORECASE,
)
_HELD = ("states_part", "rebels_part")
_WIDER = ("all_of_war", "several_places")


def of_two_deeds(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the words around two figures say that they are of two deeds, or two sides'.

    In one report one is told as of the day before, of another attack, of all the fighting, or as of
    one spot alone; or the two are of the parts of a town that two sides hold; or who gives the one
    gives the other's number too, of others: he agrees with it. In two reports too "attacks on a
    school and a bridge" hurt more than "the attack on a school".
    """
    return of_two_losses(a, b) or told_apart(index, a, b)


def told_apart(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the words around two figures say so, whosever losses they are."""
    x, y = a.account, b.account
    more = max(a, b, key=lambda figure: figure.size)
    if _says("two_targets", x) != _says("two_targets", y) and _says("two_targets", more.account):
        return True
    if x.report != y.report:
        return False
    less = min(a, b, key=lambda figure: figure.size)
    later = max(a, b, key=lambda figure: figure.count.evidence.start)
    if any(find("of_the_dead", around(figure)[0]) for figure in (a, b)):
        return True
    after = around(less)[1][:ALONE]
    if find("alone", after) or find("known_by_name", after) or find("on_its_own", around(later)[0]):
        return True
    if _of_the_day_before(x, y) or _held_by_two(x, y) or _of_another_month(index, less, more):
        return True
    if any(_says(row, x) != _says(row, y) for row in _WIDER):
        return True
    return _gives_too(index, a, b) or _gives_too(index, b, a)


def _of_the_day_before(a: Account, b: Account) -> bool:
    """Return whether one is told as of a day before, where no days are known that tell."""
    if a.date is not None and b.date is not None and str(a.date) == str(b.date):
        return False
    return _says("day_before", a) != _says("day_before", b)


def _of_another_month(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether one is told as of a month gone by that the other's sentence does not name.

    "Put the dead at 16 ... nine died at the same gate in July"; not of what the report begins with.
    """
    day = index.published(a.account.report)
    named = [_months(" ".join(around(one))) for one in (a, b)]
    if day is None or named[0] == named[1]:
        return False
    gone = [
        {m for m in months if m != day.month and (m != (day.month - 2) % 12 + 1 or day.day > _TURN)}
        for months in named
    ]
    return any(
        bool(own - other) and one.account.evidence[0].start > _LEAD
        for one, own, other in ((a, gone[0], named[1]), (b, gone[1], named[0]))
    )


def _months(text: str) -> set[int]:
    """Return the months that a text names after "in" or with a day: "in July", "on October 30"."""
    found = {m["month"].lower() for m in _MONTH.finditer(text)}
    return {_MONTHS.index(month) + 1 for month in found}


def _held_by_two(a: Account, b: Account) -> bool:
    """Return whether one is of what a state holds of a town, the other of what its foes hold."""
    first, second = ([row for row in _HELD if _says(row, one)] for one in (a, b))
    return len(first) == len(second) == 1 and first != second


def _gives_too(index: Index, one: Figure, other: Figure) -> bool:
    """Return whether the sentence of one figure gives the other's number too, of others."""
    what, number = other.count.what, other.count.low
    return any(
        count.what == what and count.low == number and count.evidence != other.count.evidence
        for account in index.in_sentence(one.account)
        if account.evidence[0] != other.account.evidence[0]
        for count in account.counts
    )


def _says(row: str, account: Account) -> bool:
    return find(row, account.evidence[0].quote) is not None
