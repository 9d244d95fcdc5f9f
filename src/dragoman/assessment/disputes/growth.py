"""Whether of two figures the higher is a later state of the toll, and no other count of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.assessment.disputes.counting import two_bodies
from dragoman.assessment.disputes.figures import Figure, around, meet
from dragoman.assessment.disputes.poles import every, find
from dragoman.assessment.index import Index
from dragoman.model import Account

# So many times another figure, "at least" so many is a later state of it, or a later report's.
GROWN = 2
# Two bodies that count for themselves still differ when their counts are told so many days apart.
DAYS = 1
# So far from a toll stands that it will rise.
BESIDE = 150
# So many days after a deed that many tell of, its toll is no early one.
SETTLED = 3


def grown(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the larger figure is a later state of the toll; a fall is not growth.

    A report's own toll grows from day to day; of two bodies that count, each stands by its own,
    unless one is said to be an early or a new toll, or is many times the other; in one report both
    are quoted: what the report itself tells may be the new state of what it quotes.
    """
    less, more = sorted((a, b), key=lambda f: f.size)
    one_report = less.account.report == more.account.report
    first, second = (_day(index, f.account, said=one_report) for f in (less, more))
    much = _much(less, more)
    quoted = less.account.claim is not None and more.account.claim is not None
    bodies = two_bodies(index, a.account, b.account)
    if is_early(less) or (not one_report and _will_rise(index, less, more)):
        return True
    if first and second and first != second:
        deed = index.renowned(less.account.event)
        if deed and (first - deed).days >= SETTLED:
            return False
        own = (quoted or not one_report) and not much and (second - first).days <= DAYS
        stands = own and bodies and not is_new(more)
        return first < second and not stands
    if one_report:
        return False
    loose = quoted and not bodies  # "according to local reports"
    if more.count.high is None and (much or loose):
        return True
    return _all_grew(index, less, more) and not quoted


def _will_rise(index: Index, less: Figure, more: Figure) -> bool:
    """Return whether a toll is told as one that will rise, a higher one not before or by a doer."""
    speaker, sentence = index.speaker(more.account), less.account.evidence[0]
    first, second = (index.published(f.account.report) for f in (less, more))
    since = first is not None and second is not None and first > second
    if since or speaker in {*less.account.actors, *more.account.actors}:
        return False
    text = index.reports[less.account.report].text
    beside = text[max(0, sentence.start - BESIDE) : sentence.end + BESIDE]
    return find("will_rise", beside) is not None


def _much(less: Figure, more: Figure) -> bool:
    return more.size >= GROWN * max(less.size, 1)


def _day(index: Index, account: Account, *, said: bool) -> dt.date | None:
    """Return the day on which an account was given: published, or in one report ``said``."""
    dates = index.as_of(account) if said else None
    return (dates.end or dates.start) if dates else index.published(account.report)


def is_early(figure: Figure) -> bool:
    """Return whether a sentence calls a figure a first one: "an earlier toll of 15", "9 so far".

    What is called so stands right after the words; they say nothing of a figure before them.
    """
    before, after = around(figure)
    if find("so_far", after) or find("so_far", before):
        return True
    return any(not find("number_or_said", before[said.end() :]) for said in every("early", before))


def is_new(figure: Figure) -> bool:
    """Return whether a figure is said to be a raised or a new toll."""
    before, after = around(figure)
    return find("grew", before) is not None or find("new_toll", before + after) is not None


def _all_grew(index: Index, less: Figure, more: Figure) -> bool:
    """Return whether all else that both sentences count is higher too.

    Then one is the later of two states, or the toll of more than one deed.
    """
    first, second = _highest(index, less), _highest(index, more)
    both = first.keys() & second.keys()
    return len(both) > 1 and all(first[what] < second[what] for what in both)


def _highest(index: Index, figure: Figure) -> dict[str, float]:
    """Return the highest figure of each kind in the sentence of a figure, its own for its kind."""
    found: dict[str, float] = {}
    for account in index.in_sentence(figure.account):
        for count in account.counts:
            if count.part_of is None and count.low:
                found[count.what] = max(found.get(count.what, 0.0), count.low)
    return found | {figure.count.what: figure.size}


def outdated(index: Index, a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether a report says of the lower figure that it was an early one, since raised.

    Or of the higher one, of two that bodies give, that it is a new toll. A toll that has been
    raised is one that its body stands by, unless another is many times as high.
    """
    less, more = sorted((a, b), key=lambda f: f.size)
    rivals = two_bodies(index, a.account, b.account)
    for figure in figures:
        quote = figure.account.evidence[0].quote
        grew = find("toll", quote) and find("grew", quote)
        stands = rivals and is_new(figure) and not _much(less, more)
        old = is_early(figure) or (grew and not stands)
        if old and _one_number(figure, less) and not _told_since(index, less, figure):
            return True
        if _one_number(figure, more) and is_new(figure):
            return True
    return False


def _told_since(index: Index, less: Figure, old: Figure) -> bool:
    """Return whether a figure is told on a later day than the one that calls its number old."""
    first, second = (index.published(f.account.report) for f in (old, less))
    return first is not None and second is not None and first < second


def _one_number(a: Figure, b: Figure) -> bool:
    """Return whether two figures are one number, of which "at least" may be said."""
    exact = [replace(f.count, high=f.count.high or f.count.low) for f in (a, b)]
    return meet(*exact)
