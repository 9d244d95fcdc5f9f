"""Days, weeks, months and years: TIMEX3 values and the intervals that they name."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dragoman.model import Dates, Precision

# The first month of each season and quarter; winter runs into the next year.
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)))?(?:T.*)?"
)
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d{2})(?:XX)?")


def add_months(day: dt.date, months: int) -> dt.date:
    """Return ``day`` moved by whole months, on the month's last day where it has fewer days.

    >>> add_months(dt.date(2018, 3, 31), -1)
    datetime.date(2018, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9998)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def add(day: dt.date, count: int, unit: str) -> dt.date | None:
    """Return ``day`` moved by ``count`` units (D W F M Q Y DE CE), or None outside the calendar."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
    days = {"D": 1, "N": 1, "W": 7, "F": 14}
    if abs(count) > 100_000:
        return None
    if unit in months:
        index = day.year * 12 + day.month - 1 + count * months[unit]
        return add_months(day, count * months[unit]) if 12 <= index < 9998 * 12 else None
    try:
        return day + dt.timedelta(days=count * days.get(unit, 0))
    except OverflowError:
        return None


def value_at(day: dt.date, unit: str) -> str:
    """Return the TIMEX3 value of the day, week, month, quarter, year ... that holds ``day``.

    >>> value_at(dt.date(2018, 9, 1), "W"), value_at(dt.date(2018, 9, 1), "Q")
    ('2018-W35', '2018-Q3')
    """
    if unit in ("D", "N", "H", "MI", "S"):
        return day.isoformat()
    if unit in ("W", "F"):
        iso_year, week, _ = day.isocalendar()
        return f"{iso_year:04d}-W{week:02d}"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    year = f"{day.year:04d}"
    return {"DE": year[:3] + "X", "CE": year[:2] + "XX"}.get(unit, year)


def interval(value: str) -> tuple[dt.date, dt.date, Precision] | None:
    """Return the first and last day that a TIMEX3 value names and its precision, or None.

    >>> interval("2018-10")
    (datetime.date(2018, 10, 1), datetime.date(2018, 10, 31), 'month')
    """
    match = _VALUE.fullmatch(value)
    if match is None:
        return _long_interval(value)
    year = int(match["year"])
    if not 1 <= year <= 9998:
        return None
    try:
        return _interval(match, year)
    except ValueError:
        return None


def _interval(match: re.Match[str], year: int) -> tuple[dt.date, dt.date, Precision]:
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day, "day"
    if match["week"]:
        monday = dt.date.fromisocalendar(year, int(match["week"]), 1)
        first = monday + dt.timedelta(days=5 if match["weekend"] else 0)
        return first, monday + dt.timedelta(days=6), "range" if match["weekend"] else "week"
    if match["month"]:
        return *_months(year, int(match["month"]), 1), "month"
    if match["quarter"]:
        return *_months(year, int(match["quarter"]) * 3 - 2, 3), "range"
    if match["half"]:
        return *_months(year, int(match["half"]) * 6 - 5, 6), "range"
    if match["season"]:
        return *_months(year, _SEASON_START[match["season"]], 3), "season"
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    first = dt.date(year, month, 1)
    return first, add_months(first, count) - dt.timedelta(days=1)


def _long_interval(value: str) -> tuple[dt.date, dt.date, Precision] | None:
    if (match := _DECADE.fullmatch(value)) and match[1] > "000":
        first = int(match[1]) * 10
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "range"
    if (match := _CENTURY.fullmatch(value)) and match[1] > "00":
        first = int(match[1]) * 100
        return dt.date(first, 1, 1), dt.date(first + 99, 12, 31), "range"
    return None


def dates_of(value: str) -> Dates | None:
    """Return the interval of a TIMEX3 value as `Dates`, or None when it names no days."""
    found = interval(value)
    return None if found is None else Dates(start=found[0], end=found[1], precision=found[2])
