"""Counts as figures: their bounds, whether two can be one number, and their words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from dragoman.assessment.disputes.counting import one_body
from dragoman.assessment.disputes.poles import every, find
from dragoman.assessment.disputes.scopes import may_be_all, some_of
from dragoman.assessment.index import Index
from dragoman.model import Account, Count

# "About 80,000" may be 10 per cent off either way, a bare round number 5.
ABOUT, _ROUND = 0.10, 0.05
_NEARLY = ("nearly", "almost", "close to")
_ABOUT = (
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "circa",
    "an estimated",
    "estimated",
    "or so",
    "an average of",
    "- odd",
)
# So large a minimum or maximum is an estimate, which may be so far off.
_ESTIMATED, _OPEN = 10_000, 0.25
# From here on tens are round.
_TENS = 30
# "Dozens" may be a few less than two of them.
_DOZENS = 0.5
# Words that leave a number open to either side.
_LOOSE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|several|many)\b", re.IGNORECASE)
# A figure this many times the other is hardly of the same thing.
FAR = 4
_PLACED = ("happened", "ongoing")


# So far after a figure stands what it is out of.
_OUT_OF = 60


class Figure(msgspec.Struct, frozen=True):
    """A count with the account that gives it."""

    account: Account
    count: Count
    order: int

    @property
    def size(self) -> float:
        """The least that a figure says, or the most where it says no least: "up to 22"."""
        return self.count.low or self.count.high or 0.0


def was_done(account: Account) -> bool:
    """Return whether the figures of an account are told as those of something that was done.

    A "suspected gas attack that killed 58" killed them, whatever it was.
    """
    if account.status in _PLACED:
        return True
    return account.status == "possible" and find("suspected", account.evidence[0].quote) is not None


def at_least(index: Index, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, those as minimums of which somebody says that they are.

    Headlines leave it out: "Raids kill 16" for "at least 16". What a speaker gives is a minimum
    only where another report of the day has it so from the same speaker.
    """
    own = {_told(f) for f in figures if f.count.high is None}
    said = {(_told(f), _said(index, f)) for f in figures if f.count.high is None}
    return [
        replace(f, count=replace(f.count, high=None))
        if f.count.qualifier is None
        and ((_told(f), _said(index, f)) in said or (f.account.claim is None and _told(f) in own))
        else f
        for f in figures
    ]


def _told(figure: Figure) -> tuple[str, float | None]:
    return figure.count.what, figure.count.low


def _said(index: Index, figure: Figure) -> tuple[str | None, dt.date | None]:
    """Return who gives a figure, and the day of the report."""
    return index.speaker(figure.account), index.published(figure.account.report)


def given_too(index: Index, clashing: Sequence[Figure]) -> list[Figure]:
    """Return the figures that other reports give of the same event, equal to one that clashes."""
    reports = {f.account.report for f in clashing}
    event = index.events[clashing[0].account.event]
    return [
        Figure(index.of_figure(account, count), count, 0)
        for account in index.accounts_of(event)
        if was_done(account) and account.report not in reports
        for count in account.counts
        if count.part_of is None and not is_some(index, account, count)
        if _joins(index, clashing, Figure(index.of_figure(account, count), count, 0))
    ]


def _joins(index: Index, clashing: Sequence[Figure], given: Figure) -> bool:
    """Return whether a figure is one of those that clash, and of nobody who gives another one."""
    others = [f for f in clashing if f.size != given.size]
    same = [
        f for f in clashing if _gives(f, given, others) and of_one_span(f.account, given.account)
    ]
    if any(one_body(index, f.account, given.account) for f in others):
        return False
    return any(_of_one_time(index, f.account, given.account) for f in same)


def _of_one_time(index: Index, a: Account, b: Account) -> bool:
    same = index.published(a.report) == index.published(b.report)
    return same or index.alike(a, b)


def _gives(figure: Figure, given: Figure, others: Sequence[Figure]) -> bool:
    """Return whether a figure is one number with another, of the same people.

    "At least 12" is, where it excludes what is set against 12; "dead" may be civilians.
    """
    a, b = figure.count, given.count
    if (a.what, a.low) != (b.what, b.low) or not may_be_all(a, b):
        return False
    less = b.low is not None and all(f.size < b.low and not meet(f.count, b) for f in others)
    return a.high == b.high or (b.high is None and a.high == a.low and less)


def meet(a: Count, b: Count) -> bool:
    """Return whether some number is within the bounds of both counts, rounding allowed for."""
    (low1, high1), (low2, high2) = _bounds(a), _bounds(b)
    return low1 <= high2 and low2 <= high1


def _bounds(count: Count) -> tuple[float, float]:
    low = count.low or 0.0
    high = float("inf") if count.high is None else count.high
    if (not low or count.high is None) and (open_end := low or high) >= _ESTIMATED:
        # "More than 250,000", "as many as 470,000" have been killed: nobody has counted them.
        return open_end * (1 - _OPEN), open_end * (1 + _OPEN)
    slack = 0.0
    if count.qualifier in (*_ABOUT, *_NEARLY, "up to"):
        slack = ABOUT
    elif high == float("inf") and is_loose(count):
        slack = _DOZENS
    elif low == high and _is_round(low):
        slack = _ROUND
    return low * (1 - slack), high * (1 + slack)


def unlike(a: Figure, b: Figure) -> bool:
    """Return whether two figures are not one number, and not of things too unlike in size."""
    low, high = sorted((a.size, b.size))
    return low < high <= FAR * low


def start_of(figure: Figure) -> int:
    """Return where a figure stands in its report."""
    return figure.count.evidence.start


def _is_round(number: float) -> bool:
    """Return whether a number may be rounded: 30, 400, 20,000.

    >>> [_is_round(n) for n in (20, 30, 34, 400, 420)]
    [False, True, False, True, False]
    """
    return number >= _TENS and number % 10 ** (len(str(int(number))) - 1) == 0


def is_loose(count: Count) -> bool:
    """Return whether a count is a word that leaves the number open: "dozens of people"."""
    return _LOOSE.search(count.evidence.quote) is not None


def words(count: Count) -> str:
    """Return a count in words.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "8")
    >>> words(Count(what="killed", low=8, high=None, evidence=e))
    'at least 8 killed'
    >>> words(Count(what="killed", low=24, high=None, evidence=Evidence("r", 0, 1, "dozens")))
    'dozens killed'
    >>> words(Count(what="killed", low=50, high=50, qualifier="nearly", evidence=e))
    'nearly 50 killed'
    """
    low, high = count.low, count.high
    if high == 0:
        return "no casualties" if count.what == "casualties" else f"nobody {count.what}"
    tail = f" {'per cent' if count.unit == 'percent' else whom(count)}"
    if high is None:
        open_words = count.evidence.quote.lower() if is_loose(count) else f"at least {low:,g}"
        return f"{open_words}{tail}"
    if low is None or (low == 0 and high):
        return f"at most {high:,g}{tail}"
    if low != high:
        return f"{low:,g} to {high:,g}{tail}"
    loosely = "nearly " if count.qualifier in _NEARLY else "about "
    return f"{loosely if count.qualifier in (*_NEARLY, *_ABOUT) else ''}{low:,g}{tail}"


def whom(count: Count) -> str:
    """Return whom a count is of and what befell them: "killed", "children killed".

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "8")
    >>> whom(Count(what="killed", low=8, high=8, of="eight children", evidence=e))
    'children killed'
    """
    return f"{some_of(count)} {count.what}".strip()


def is_some(index: Index, account: Account, count: Count) -> bool:
    """Return whether a figure is of some of those told of before, or comes on top of them.

    "15 of the wounded were in danger", "five more were killed". A sentence with a place of its own
    and no other figure gives all of that place: "another three were killed in the next village".
    """
    text, end = index.reports[count.evidence.report].text, count.evidence.end
    if find("out_of", text[end : end + _OUT_OF]) or _is_feared(index, count):
        return True
    return is_on_top(index, count) and not _all_of_place(index, account, count)


def _is_feared(index: Index, count: Count) -> bool:
    """Return whether a figure is told as what the number may yet be: "could be over 50"."""
    text, start = index.reports[count.evidence.report].text, count.evidence.start
    return find("may_be_so_many", text[max(0, start - 40) : start]) is not None


def is_on_top(index: Index, count: Count) -> bool:
    """Return whether a figure is told as one more: "another five", "X, five other priests"."""
    if count.what == "killed" and re.search(r"\bothers?\b", count.of or ""):
        return True
    text = index.reports[count.evidence.report].text
    start, end = count.evidence.start, count.evidence.end
    before, after = text[max(0, start - 80) : start], text[start : end + 30]
    return bool(find("another_so_many", before) or find("so_many_more", after))


def _all_of_place(index: Index, account: Account, count: Count) -> bool:
    where, sentence = account.place_evidence, account.evidence[0].span
    told = [c for one in index.in_sentence(account) for c in one.counts if c.what == count.what]
    alone = len({c.evidence for c in told if c.part_of is None}) == 1
    return where is not None and sentence.contains(where.span) and alone


def of_one_span(a: Account, b: Account) -> bool:
    """Return whether not just one of two accounts gives a toll of many days: "since Friday"."""
    return len({find("over_days", one.evidence[0].quote) is None for one in (a, b)}) == 1


def is_toll(account: Account) -> bool:
    """Return whether the word that tells of an account is a toll: "three deaths"."""
    return find("toll", account.trigger.quote) is not None


def around(figure: Figure) -> tuple[str, str]:
    """Return the words of the sentence before and after a figure, without a caption before it."""
    sentence, stands = figure.account.evidence[0], figure.count.evidence
    before = sentence.quote[: max(0, stands.start - sentence.start)]
    taken = every("credit", before)
    start = taken[-1].end() if taken else 0
    return before[start:], sentence.quote[max(0, stands.end - sentence.start) :]
