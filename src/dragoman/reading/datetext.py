"""Dates as the heads and feet of pages print them, and how sure their reading is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import cast

import msgspec
import yaml

from dragoman.model import Span
from dragoman.reading.rules import data_text

# No news page is older than this, and no later than the last year that two digits can name.
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


class PrintedDate(msgspec.Struct, frozen=True):
    """A date in a line: ``days`` are its readings: two for 04/09/2018, none without a year.

    ``month`` and ``day`` are those of a date without a year.
    """

    span: Span
    days: tuple[dt.date, ...]
    weekday: int | None = None
    month: int = 0
    day: int = 0

    @property
    def certain(self) -> dt.date | None:
        """The one day that this can be, or None."""
        return self.days[0] if len(self.days) == 1 else None


@cache
def names(kind: str) -> dict[str, int]:
    """Return the names of the "months" or the "weekdays", each with its number."""
    return cast("dict[str, dict[str, int]]", yaml.safe_load(data_text("dates.yaml")))[kind]


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(names("months"), key=len, reverse=True)) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(names("weekdays"), key=len, reverse=True)) + r")\b\.?"
    year = r"(?:19|20)\d\d"
    nth = r"(?:st|nd|rd|th)?"
    # "3 JAN 90 (EFE) --": two digits are a year in the datelines of the wires of old only.
    short_year = r"(?-i:(?<=[A-Z. ])[4-9]\d(?=\s(?:[(\[][A-Z][A-Z0-9 .,'/&-]{1,45}\)\s?)?--))"
    forms = (
        rf"(?P<y1>{year})\s?[-/.]\s?(?P<m1>\d\d?)\s?[-/.]\s?(?P<d1>\d\d?)(?!\.?\d)",
        rf"(?P<a2>\d\d?)\s?(?P<s2>[-/.])\s?(?P<b2>\d\d?)\s?(?P=s2)\s?(?P<y2>{year})(?!\.?\d)",
        # "Nov 022017": the comma and the space between day and year were lost.
        rf"(?P<m3>{month})\s?(?P<d3>\d\d?){nth}(?:\s?[,،-]\s?|\s|(?<=\d\d))(?P<y3>{year})(?!\d)",
        rf"(?P<d4>\d\d?){nth}(?:\s+of)?[\s-]?(?P<m4>{month})(?:\s?[,،-]\s?|\s)?"
        rf"(?P<y4>{year}|{short_year})(?!\d)",
        rf"(?P<m5>{month})\s?(?P<d5>\d\d?){nth}(?!\d)",
        rf"(?P<d6>\d\d?){nth}\s(?P<m6>{month})(?!\w)",
    )
    before = rf"(?:(?P<w1>{weekday})\s?[,.|-]?\s*(?:the\s)?)?"
    after = rf"(?:\s?,?\s?\(?(?P<w2>{weekday}))?"
    return re.compile(rf"(?<![\d\w.]){before}(?:{'|'.join(forms)}){after}", re.IGNORECASE)


def printed_dates(text: str, within: Span) -> Iterator[PrintedDate]:
    """Yield the dates that stand in a stretch of ``text``, in order.

    >>> line = "Updated Wednesday, November 28th 2018"
    >>> [str(found.certain) for found in printed_dates(line, Span(0, len(line)))]
    ['2018-11-28']
    """
    for match in _pattern().finditer(text, within.start, within.end):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> PrintedDate | None:
    groups = match.groupdict()
    weekday = groups["w1"] or groups["w2"]
    named = names("weekdays")[weekday.lower().rstrip(".")] if weekday else None
    span = Span(*match.span())
    for form in "5", "6":
        if groups[f"m{form}"]:
            month = names("months")[groups[f"m{form}"].lower().rstrip(".")]
            day = int(groups[f"d{form}"])
            # 2020 is a leap year: any day that some year has.
            known = _day(2020, month, day)
            return PrintedDate(span, (), named, month, day) if known else None
    days = tuple(dict.fromkeys(day for day in _readings(groups) if day is not None))
    if named is not None and len(days) > 1:
        days = tuple(day for day in days if day.weekday() == named) or days
    return PrintedDate(span, days, named) if days else None


def _readings(groups: dict[str, str]) -> Iterator[dt.date | None]:
    if groups["y1"]:
        yield _day(int(groups["y1"]), int(groups["m1"]), int(groups["d1"]))
    elif groups["y2"]:
        year, first, second = int(groups["y2"]), int(groups["a2"]), int(groups["b2"])
        yield _day(year, second, first)
        # Points stand between day, month and year, never between month and day.
        if groups["s2"] != ".":
            yield _day(year, first, second)
    else:
        form = "3" if groups["y3"] else "4"
        year = int(groups[f"y{form}"])
        month = names("months")[groups[f"m{form}"].lower().rstrip(".")]
        yield _day(year if year > 99 else 1900 + year, month, int(groups[f"d{form}"]))


def _day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None when the calendar has no such day."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, day) if 1 <= day <= last else None
