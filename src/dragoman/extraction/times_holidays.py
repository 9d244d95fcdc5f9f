"""Works out the days of holidays, those that move with Easter included."""

from __future__ import annotations

import datetime as dt

from dragoman.extraction.times_calendar import value_at
from dragoman.extraction.times_moment import Moment, Parts, Resolved, dated, nearest
from dragoman.extraction.times_words import lists


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).

    >>> easter(2016), easter(2019)
    (datetime.date(2016, 3, 27), datetime.date(2019, 4, 21))
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moved = (century + 8) // 25
    moon = (19 * golden + century - skipped - (century - moved + 1) // 3 + 15) % 30
    four, over = divmod(rest, 4)
    week = (32 + 2 * leap + 2 * four - moon - over) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(parts: Parts, moment: Moment) -> Resolved | None:
    """ "Christmas Day", "New Year's Eve", "Good Friday": without a year the tense chooses it."""
    row: tuple[int | str, int] = lists()["holidays"][" ".join(parts["word"].split())]
    if "y" in parts:
        return dated(_value(_day(row, int(parts["y"])), parts))
    if moment.report is None:
        return Resolved(
            "date", "XXXX-XX-XX" if row[0] == "easter" else f"XXXX-{row[0]:02d}-{row[1]:02d}"
        )
    options = [_value(_day(row, moment.report.year + k), parts) for k in (-1, 0, 1)]
    return dated(nearest(options, moment))


def _value(day: dt.date, parts: Parts) -> str:
    """Return the value of the day itself, or of the week or weekend that it belongs to."""
    if "whole" not in parts:
        return day.isoformat()
    return value_at(day, "W") + ("-WE" if parts["whole"] == "weekend" else "")


def _day(row: tuple[int | str, int], year: int) -> dt.date:
    first, second = row
    if isinstance(first, int):
        return dt.date(year, first, second)
    return easter(year) + dt.timedelta(days=second)
