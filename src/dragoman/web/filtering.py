"""What filters have in common: days of a form as an interval, and what falls into it."""

from __future__ import annotations

import datetime as dt

import msgspec
from fastapi import HTTPException

from dragoman.model import Dates


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """An interval of days, open where an end is None."""

    since: dt.date | None = None
    until: dt.date | None = None

    def hold(self, dates: Dates | None) -> bool:
        """Return whether some day of ``dates`` lies in the interval; an open one holds all.

        >>> Days(since=dt.date(2019, 3, 1)).hold(Dates.month(2019, 3)), Days().hold(None)
        (True, True)
        """
        if self.since is None and self.until is None:
            return True
        if dates is None:
            return False
        return dates.overlaps(Dates(start=self.since, end=self.until, precision="range"))


def days(since: str, until: str) -> Days:
    """Return the interval that two fields of a form state ("" leaves an end open)."""
    return Days(since=_day(since), until=_day(until))


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise HTTPException(400, f"{text!r} is not a day such as 2019-03-31") from error
