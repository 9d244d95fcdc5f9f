"""Dates as reports give them: an interval that surely holds the day meant."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

import msgspec

from dragoman.model.spans import Evidence

Precision = Literal["day", "week", "month", "season", "year", "range", "unknown"]


class Dates(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An interval of days, both ends inclusive; ``start == end`` for a known day.

    An end that the report leaves open is ``None``. ``rule`` names how it was worked out.

    >>> Dates.day(dt.date(2018, 9, 1)).precision
    'day'
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    evidence: Evidence | None = None
    rule: str | None = None

    @classmethod
    def day(cls, day: dt.date, evidence: Evidence | None = None, rule: str | None = None) -> Dates:
        """Return the interval that is one day."""
        return cls(start=day, end=day, precision="day", evidence=evidence, rule=rule)

    @classmethod
    def month(
        cls, year: int, month: int, evidence: Evidence | None = None, rule: str | None = None
    ) -> Dates:
        """Return the interval of a whole month."""
        last = calendar.monthrange(year, month)[1]
        return cls(
            start=dt.date(year, month, 1),
            end=dt.date(year, month, last),
            precision="month",
            evidence=evidence,
            rule=rule,
        )

    @classmethod
    def year(cls, year: int, evidence: Evidence | None = None, rule: str | None = None) -> Dates:
        """Return the interval of a whole year."""
        return cls(
            start=dt.date(year, 1, 1),
            end=dt.date(year, 12, 31),
            precision="year",
            evidence=evidence,
            rule=rule,
        )

    def overlaps(self, other: Dates) -> bool:
        """Return whether some day lies in both (an open end reaches for ever)."""
        first = max(self.start or dt.date.min, other.start or dt.date.min)
        last = min(self.end or dt.date.max, other.end or dt.date.max)
        return first <= last

    def __str__(self) -> str:
        """Return the interval as ISO 8601, as short as it can be said."""
        start, end = self.start, self.end
        if start is None or end is None:
            return f"{start or '..'}/{end or '..'}"
        if start == end:
            return start.isoformat()
        if self.precision == "month":
            return f"{start:%Y-%m}"
        return f"{start:%Y}" if self.precision == "year" else f"{start}/{end}"
