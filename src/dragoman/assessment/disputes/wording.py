"""The words of disputes: who says so and when, what was said, and where an event took place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from dragoman.assessment.disputes.building import Stance
from dragoman.assessment.disputes.voices import voice
from dragoman.assessment.index import Index
from dragoman.model import Dates, Event, Position

# A question or a reason that names more sources than this is not read.
_NAMED = 4
# What stands before a clause and a finite verb in it: "the army used", "it had been driven".
_CLAUSE = re.compile(
    r"^(?:the |its |their |any |no )?(?:[\w’'-]+ ){1,6}?"
    r"(?:is|are|was|were|has|have|had|will|would|did|does|can|could|still|never|\w{2,}ed|"
    r"held|took|shot|hit|fell|fought|began|broke|left|lost|kept|sent)\b",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"^(?:the|any|an?|all|its|their|some|previous)\b", re.IGNORECASE)
_MARKS = re.compile(r"[.!?:“”\"…]")
# Longer than this, what is said is quoted, not made part of a question.
_SHORT = 25
_GERUND = re.compile(r"^(?:having |being |\w{2,}ing\b)", re.IGNORECASE)


def day_words(dates: Dates | None) -> str:
    """Return a date as people write it, "" for none.

    >>> day_words(Dates.day(dt.date(2019, 3, 2)))
    '2 March 2019'
    """
    if dates is None or dates.start is None or dates.end is None:
        return ""
    start, end = dates.start, dates.end
    if start == end:
        return _day(start)
    if dates.precision == "month":
        return f"{start:%B %Y}"
    return f"{start.year}" if dates.precision == "year" else f"{_day(start)} to {_day(end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def teller(index: Index, position: Position) -> str:
    """Return who holds a position: its speaker, else the outlet or agency of the report."""
    report = index.reports[position.evidence.report]
    return index.name(voice(index, position)) or report.outlet or report.agency or "a report"


def tellers(index: Index, stances: Iterable[Stance]) -> str:
    """Return who holds some positions, with the days: "the army (4 March 2019) and Post"."""
    days: dict[str, dict[str, None]] = {}
    for stance in stances:
        found = days.setdefault(teller(index, stance.position), {})
        if day := day_words(stance.position.as_of):
            found[day] = None
    told = [f"{who} ({', '.join(said)})" if said else who for who, said in days.items()]
    more = len(told) - _NAMED
    if more > 0:
        told = [*told[:_NAMED], f"{more} more"]
    return joined(told)


def joined(parts: Iterable[str]) -> str:
    """Return parts in words: "a, b and c"."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def plain(words: str) -> str:
    """Return words on one line, without quotation marks and punctuation at the ends.

    >>> plain('“They broke it,” ')
    'They broke it'
    """
    return " ".join(words.split()).strip(" ,.;:“”\"'‘’…")


def asked(words: str, who: str = "") -> str:
    """Return a question whether what ``words`` say is so; ``who`` is whom a phrase is about.

    >>> asked("the army used mines in Selmo")
    'Is it so that the army used mines in Selmo?'
    >>> asked("shelling the market", "Varnia")
    'Is it true of Varnia: “shelling the market”?'
    """
    said = plain(words)
    short = len(said.split()) <= _SHORT
    if short and _CLAUSE.match(said) and not _GERUND.match(said) and not _MARKS.search(said):
        return f"Is it so that {said}?"
    of_whom = who and (_GERUND.match(said) or (short and _PHRASE.match(said)))
    return f"Is it true{f' of {who}' if of_whom else ''}: “{said}”?"


def setting(index: Index, event: Event) -> str:
    """Return what an event is, where and when, in words: "air strike, Selmo, 2 March 2019"."""
    first = index.accounts_of(event)[0]
    parts = (plain(first.trigger.quote), index.places.name(event.place), day_words(event.date))
    return ", ".join(filter(None, parts))


def where(index: Index, event: Event) -> str:
    """Return where and when an event took place, as the end of a question: " in Selmo on ..."."""
    name = index.places.name(event.place)
    day = day_words(event.date)
    return (f" in {name}" if name else "") + (f" on {day}" if day else "")


def how_many(index: Index, event: Event, whom: str) -> str:
    """Return what figures of an event answer: "How many were killed in Selmo on 2 March 2019?"."""
    some, _, what = whom.rpartition(" ")
    if what == "attackers":
        return f"How many attackers were there{where(index, event)}?"
    return f"How many {f'{some} ' if some else ''}were {what}{where(index, event)}?"
