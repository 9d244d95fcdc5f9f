"""The day that words name after "to", "until" or "on", read without a parser."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTHS = {
    name.lower(): k
    for names in (calendar.month_name, calendar.month_abbr)
    for k, name in enumerate(names)
    if name
}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_DAYS = "|".join(name.lower() for name in calendar.day_name)
_DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH})|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}}))"
    r"\b(?:,? (?P<y>\d{4}))?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\bon (?:last )?(?P<w>{_DAYS})\b", re.IGNORECASE)


def set_to(words: str, said: dt.date | None, *, past: bool = False) -> dt.date | None:
    """Return the last day that is named in words said on a day, None when none is.

    A date without a year is the next one, in the ``past`` the last one.

    >>> set_to("the deadline from 15 June to 30 June", dt.date(2031, 6, 14))
    datetime.date(2031, 6, 30)
    >>> set_to("the crossing on December 30", dt.date(2031, 1, 2), past=True)
    datetime.date(2030, 12, 30)
    >>> set_to("the crossing on Friday", dt.date(2031, 6, 2), past=True)
    datetime.date(2031, 5, 30)
    """
    found = [day for match in _DATE.finditer(words) if (day := _day(match, said, past))]
    if found:
        return found[-1]
    match = _WEEKDAY.search(words) if past else None
    if match is None or said is None:
        return None
    weekday = [name.lower() for name in calendar.day_name].index(match["w"].lower())
    return said - dt.timedelta(days=(said.weekday() - weekday) % 7)


def _day(match: re.Match[str], said: dt.date | None, past: bool) -> dt.date | None:
    month = _MONTHS[(match["m"] or match["m2"]).lower()]
    number = int(match["d"] or match["d2"])
    if match["y"]:
        return _valid(int(match["y"]), month, number)
    if said is None:
        return None
    day = _valid(said.year, month, number)
    if day is None:
        return None
    if past and day > said:
        return _valid(said.year - 1, month, number)
    if not past and day < said:
        return _valid(said.year + 1, month, number)
    return day


def _valid(year: int, month: int, day: int) -> dt.date | None:
    known = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return dt.date(year, month, day) if known else None
