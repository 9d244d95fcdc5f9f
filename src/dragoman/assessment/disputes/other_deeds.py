"""Figures of one report that its words give to two deeds, or one of them to a part or a whole war.

"16 died in the government-held half; across the line 23 did", "17 the night before", "nearly 1,000
since the war began": such figures stand side by side, and are no two counts of one deed.
"""

from __future__ import annotations

from dragoman.assessment.disputes.figures import Figure, around
from dragoman.assessment.disputes.losses import of_two_losses
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.model import Account

# "Alone", which makes a figure a part, stands at most so many characters after it.
ALONE = 60
_HELD = ("states_part", "rebels_part")
_WIDER = ("all_of_war", "several_places")


def of_two_deeds(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the words around two figures say that they are of two deeds, or two sides'.

    In one report one is told as of the day before, of another attack, of all the fighting, or as of
    one spot alone; or the two are of the parts of a town that two sides hold; or who gives the one
    gives the other's number too, of others: he agrees with it. In two reports too "attacks on a
    school and a bridge" hurt more than "the attack on a school".
    """
    x, y = a.account, b.account
    if of_two_losses(a, b):
        return True
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
    if _of_the_day_before(x, y) or _held_by_two(x, y):
        return True
    if any(_says(row, x) != _says(row, y) for row in _WIDER):
        return True
    return _gives_too(index, a, b) or _gives_too(index, b, a)


def _of_the_day_before(a: Account, b: Account) -> bool:
    """Return whether one is told as of a day before, where no days are known that tell."""
    if a.date is not None and b.date is not None and str(a.date) == str(b.date):
        return False
    return _says("day_before", a) != _says("day_before", b)


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
