"""What filters have in common: days of a form as an interval, and what falls into it."""

from __future__ import annotations

import datetime as dt

import msgspec
from fastapi import HTTPException

from dragoman.model import Dates
from dragoman.web.selecting import first_day, last_day


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
    """Return the interval that two fields of a form state ("" leaves an end open).

    >>> days("2019-03", "2019").until
    datetime.date(2019, 12, 31)
    """
    found = Days(since=first_day(since), until=last_day(until))
    for text, day in ((since, found.since), (until, found.until)):
        if text and day is None:
            raise HTTPException(400, f"{text!r} is no day, month or year such as 2019-03-31")
    return found
