"""The words of disputes: who says so and when, and what was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.assessment.disputes.building import Stance
from dragoman.assessment.disputes.voices import voice
from dragoman.assessment.index import Index
from dragoman.model import UNNAMED, Dates, Position

# A question or a reason that names more sources than this is not read.
_NAMED = 4


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
    return speaker_of(index, position) or report.outlet or report.agency or "a report"


def speaker_of(index: Index, position: Position) -> str:
    """Return who speaks, "" for the report itself.

    Of who is no actor the words that name him: "the reports claim".
    """
    claim = index.claims.get(position.claim or "")
    told = claim.speaker.name if claim else ""
    return index.name(voice(index, position)) or ("" if told == UNNAMED else told)


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

    A bracket that was cut off is closed.

    >>> plain('“They broke it,” ')
    'They broke it'
    >>> plain("the union hall (Fenara")
    'the union hall (Fenara)'
    """
    said = " ".join(words.split()).strip(" ,.;:“”\"'‘’…")
    return f"{said})" if said.count("(") > said.count(")") else said
