"""Counting over time: how many things of each series lie in each day, month or year."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from dragoman.model import Dates

Unit = Literal["day", "month", "year"]

# Series beyond the palette are taken together.
MOST_SERIES = 7
REST = "all others"
# Spans in days up to which a plot counts by day, and by month; beyond, by year.
_DAYS = 62
_MONTHS = 12 * 366
# The share of things at either end of time that a plot leaves to the table.
_EDGE = 0.03


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """How many things of a series lie in a period (an ISO day, month or year)."""

    period: str
    series: str
    count: int


class Bins(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over time.

    ``unplaced`` counts what has no date known to the ``unit``, ``outside`` what lies far from
    the rest in time.
    """

    unit: Unit
    series: tuple[str, ...]
    items: tuple[Bin, ...]
    total: int
    unplaced: int
    outside: int

    def table(self) -> list[tuple[str, list[int], int]]:
        """Return each period with the count of each series, in order, and their sum."""
        counts = {(item.period, item.series): item.count for item in self.items}
        periods = sorted({item.period for item in self.items})
        rows = []
        for period in periods:
            row = [counts.get((period, series), 0) for series in self.series]
            rows.append((period, row, sum(row)))
        return rows


def bins(things: Iterable[tuple[Dates | None, str]]) -> Bins:
    """Return dated things of named series counted by period, the largest series first."""
    known: list[tuple[dt.date, dt.date, str]] = []
    unplaced = 0
    for dates, series in things:
        if dates is None or dates.start is None or dates.end is None:
            unplaced += 1
        else:
            known.append((dates.start, dates.end, series))
    known.sort(key=lambda item: item[0])
    first, last = _middle([start for start, _, _ in known])
    unit = _unit(first, last)
    placed = [
        (_period(start, unit), series) for start, end, series in known if _fits(start, end, unit)
    ]
    unplaced += len(known) - len(placed)
    low, high = _period(first, unit), _period(last, unit)
    inside = [item for item in placed if low <= item[0] <= high]
    sizes = Counter(series for _, series in inside)
    ranked = sorted(sizes, key=lambda series: (-sizes[series], series))
    names = ranked if len(ranked) <= MOST_SERIES + 1 else [*ranked[:MOST_SERIES], REST]
    counts = Counter((period, s if s in names else REST) for period, s in inside)
    return Bins(
        unit=unit,
        series=tuple(names),
        items=tuple(
            Bin(period=period, series=series, count=n)
            for (period, series), n in sorted(counts.items())
        ),
        total=len(inside),
        unplaced=unplaced,
        outside=len(placed) - len(inside),
    )


def _middle(days: list[dt.date]) -> tuple[dt.date, dt.date]:
    """Return the first and the last day but for the few far out."""
    if not days:
        return dt.date.min, dt.date.min
    cut = int(len(days) * _EDGE)
    return days[cut], days[len(days) - 1 - cut]


def _unit(first: dt.date, last: dt.date) -> Unit:
    span = (last - first).days
    return "day" if span <= _DAYS else "month" if span <= _MONTHS else "year"


def _period(day: dt.date, unit: Unit) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def _fits(start: dt.date, end: dt.date, unit: Unit) -> bool:
    """Return whether an interval lies in one period: what does not is drawn in none."""
    if unit == "day" or start == end:
        return start == end
    return start.year == end.year and (unit == "year" or start.month == end.month)
