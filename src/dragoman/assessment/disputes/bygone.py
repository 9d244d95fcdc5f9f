"""What a report tells of another time than its news: an earlier year, "previously", "that raid"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Claim

# The year of "that attack" is told at most this many characters before.
JUST_TOLD = 300
# Words that say when somebody accused stand at most this many characters before the verb.
BY_CUE = 25
# What a denial answers ends at most this many characters before it.
JUST_SAID = 200
# So few words of an accusation name only who is accused.
BARE = 3


def of_old(statement: Statement) -> bool:
    """Return whether a statement's sentence names an earlier time: what it tells of is no news."""
    return names_earlier(statement.text, statement.day)


def names_earlier(text: str, day: dt.date | None) -> bool:
    """Return whether words, said on a day, name an earlier time: another year, "months ago"."""
    years = _years(text)
    return find("bygone", text) is not None or bool(day and years and day.year not in years)


def of_before(index: Index, statement: Statement) -> bool:
    """Return whether a report says that somebody accused a side at other times: "previously"."""
    return statement.claim is not None and bool(find("elsewhere", _by_cue(index, statement.claim)))


def is_standing(index: Index, denial: Claim | None) -> bool:
    """Return whether somebody denies what he has denied all along: "has repeatedly denied it"."""
    return denial is not None and find("standing", _by_cue(index, denial)) is not None


def _by_cue(index: Index, claim: Claim) -> str:
    """Return the verb by which somebody speaks, with the words before it."""
    text, cue = index.reports[claim.report].text, claim.cue
    return text[max(0, cue.start - BY_CUE) : cue.end] if cue else ""


def takes_up_an_old_one(index: Index, statement: Statement) -> bool:
    """Return whether "that attack" is one of another year, told just before."""
    if find("that_deed", statement.words) is None:
        return False
    return _told_of_old(index, statement)


def follows_an_old_one(index: Index, statement: Statement) -> bool:
    """Return whether an accusation that tells no deed follows "that attack" of another year.

    "The Union accused Varnia of that attack. Varnia blamed rebels."
    """
    claim, start = statement.claim, statement.evidence.start
    if claim is None or claim.act != "accuse" or len(statement.words.split()) > BARE:
        return False
    before = index.reports[statement.report].text[max(0, start - JUST_SAID) : start]
    return find("that_deed", before) is not None and _told_of_old(index, statement)


def answers_an_old_one(index: Index, denial: Statement, told: Sequence[Statement]) -> bool:
    """Return whether the last that was said before a denial is of a deed of another year.

    "In 2013 ... The Union accused Varnia of that attack. Varnia denied responsibility."
    """
    at = denial.evidence.start
    near = [s for s in told if s.claim and 0 <= at - s.evidence.end <= JUST_SAID]
    last = max(near, key=lambda s: (s.evidence.end, s.evidence.start), default=None)
    # Of "that attack, which it says killed 40" the whole.
    beside = [s for s in near if last is not None and s.start == last.start]
    return any(takes_up_an_old_one(index, s) for s in beside)


def _told_of_old(index: Index, statement: Statement) -> bool:
    """Return whether the years named just before a statement are all others than its own."""
    if statement.day is None:
        return False
    start = statement.evidence.start
    before = index.reports[statement.report].text[max(0, start - JUST_TOLD) : start]
    years = _years(before)
    return bool(years) and statement.day.year not in years


@lru_cache(maxsize=100_000)
def _years(text: str) -> frozenset[int]:
    return frozenset(int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", text))
