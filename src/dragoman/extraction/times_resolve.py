"""Works out the days of each kind of calendar expression: dates, months, weekdays, clock times."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.extraction.times_calendar import add_months, value_at
from dragoman.extraction.times_moment import (
    Moment,
    Parts,
    Resolved,
    between,
    dated,
    limited,
    nearest,
    origin,
    relation,
)
from dragoman.extraction.times_weekdays import weekday, with_part
from dragoman.extraction.times_words import lists
from dragoman.model import Dates

_DIGITS = re.compile(r"\d+")


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation.

    >>> month_number("sept."), month_number("march")
    (9, 3)
    """
    word = word.rstrip(".")
    months: list[str] = lists()["months"]
    short: dict[str, int] = lists()["month_short"]
    return months.index(word) + 1 if word in months else short[word]


def _int(text: str) -> int:
    found = _DIGITS.search(text)
    return int(found.group()) if found else 0


def full_date(parts: Parts, _: Moment) -> Resolved | None:
    """An ISO date."""
    return _valid(int(parts["y"]), int(parts["m"]), int(parts["d"]))


def _valid(year: int, month: int, day: int) -> Resolved | None:
    value = f"{year:04d}-{month:02d}-{day:02d}"
    resolved = dated(value)
    return resolved if resolved.dates is not None else None


def numeric(parts: Parts, moment: Moment) -> Resolved | None:
    """A date in figures: "04/05/2017" may be either order, and then the interval holds both."""
    a, b, year = int(parts["a"]), int(parts["b"]), int(parts["y"])
    if len(parts["y"]) == 2:
        if parts["sep"] == ".":
            return None
        year += 1900 if year > 50 else 2000
    month_first = _valid(year, a, b) if a <= 12 else None
    day_first = _valid(year, b, a) if b <= 12 else None
    if parts["sep"] == "." and day_first:
        return day_first
    if month_first is None or day_first is None or a == b:
        return month_first or day_first
    one, two = month_first.dates, day_first.dates
    if one is None or two is None or one.start is None or two.start is None:
        return None
    if moment.report in (one.start, two.start):
        return month_first if one.start == moment.report else day_first
    return Resolved("date", f"{year:04d}", between(one.start, two.start, "unknown"))


def _years(moment: Moment) -> list[int]:
    return [] if moment.report is None else [moment.report.year + k for k in (-1, 0, 1)]


def month_day(parts: Parts, moment: Moment) -> Resolved | None:
    """ "Sept. 7", "7 September 2018": without a year the tense chooses it."""
    month, day = month_number(parts["m"]), _int(parts["d"])
    if "y" in parts:
        resolved = _valid(int(parts["y"]), month, day)
        return None if resolved is None else with_part(resolved, parts)
    told = moment.story.day or moment.story.told
    if moment.report is None and told is not None:
        # Of a report without a day the days told before tell the year; a month or a year that
        # another paragraph names ("in power since 1967") may be of its history.
        moment = Moment(told)
    options = [f"{year:04d}-{month:02d}-{day:02d}" for year in _years(moment)]
    value = nearest(options, moment) or f"XXXX-{month:02d}-{day:02d}"
    return with_part(dated(value), parts)


def month_day_relative(parts: Parts, moment: Moment) -> Resolved | None:
    """ "March 3 last year"."""
    year = _relative_year(parts["rel"], moment)
    return None if year is None else _valid(year, month_number(parts["m"]), _int(parts["d"]))


def _relative_year(words: str, moment: Moment) -> int | None:
    anchor, move = relation(words)
    day = origin(anchor, moment, "Y")
    return None if day is None else day.year + move


def day_range(parts: Parts, moment: Moment) -> Resolved | None:
    """ "3-7 May", "between 3 and 7 May 2017", "October 17-19"."""
    ends = [month_day({**parts, "d": parts[key]}, moment) for key in ("d", "d2")]
    return _spanning(ends[0], ends[1])


def _spanning(one: Resolved | None, two: Resolved | None) -> Resolved | None:
    if one is None or two is None:
        return None
    if one.dates is None or two.dates is None:
        return Resolved("date", one.value)
    if one.dates.start and two.dates.end and two.dates.end < one.dates.start:
        return None
    dates = Dates(start=one.dates.start, end=two.dates.end, precision="range")
    return Resolved("date", one.value, dates)


def month_range(parts: Parts, moment: Moment) -> Resolved | None:
    """ "from January to March", "June-August 2016"."""
    last = month(parts | {"m": parts["m2"], "y": parts.get("y2", parts.get("y", ""))}, moment)
    year = parts.get("y")
    if year is None and last is not None and last.dates is not None and last.dates.start:
        later = month_number(parts["m"]) > month_number(parts["m2"])
        year = str(last.dates.start.year - later)
    return _spanning(month(parts | {"y": year or ""}, moment), last)


def month_year(parts: Parts, moment: Moment) -> Resolved | None:
    """ "October 2017", "mid-October 2017"."""
    resolved = dated(f"{int(parts['y']):04d}-{month_number(parts['m']):02d}")
    return limited(resolved, parts.get("mod"), moment)


def month_relative_year(parts: Parts, moment: Moment) -> Resolved | None:
    """ "April last year"."""
    year = _relative_year(parts["rel"], moment)
    return None if year is None else month_year(parts | {"y": str(year)}, moment)


def month(parts: Parts, moment: Moment) -> Resolved | None:
    """ "in October", "last April", "next March": the tense chooses the year."""
    number = month_number(parts["m"])
    if parts.get("y"):
        return month_year(parts, moment)
    anchor, move = relation(parts.get("rel"))
    day = origin(anchor, moment, "M")
    if day is None:
        return dated(f"XXXX-{number:02d}")
    if anchor not in ("", "the") and move:
        year = day.year + (move if (number - day.month) * move <= 0 else 0)
        value = f"{year:04d}-{number:02d}"
    elif anchor in ("report", "story"):
        value = f"{day.year:04d}-{number:02d}"
    else:
        value = nearest([f"{year:04d}-{number:02d}" for year in _years(moment)], moment)
    return limited(dated(value), parts.get("mod"), moment)


def season(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the summer of 2016", "last winter"."""
    code = lists()["seasons"][parts["season"]]
    if "y" in parts:
        return limited(dated(f"{int(parts['y']):04d}-{code}"), parts.get("mod"), moment)
    words = parts.get("rel2") or parts.get("rel")
    anchor, move = relation(words)
    day = origin(anchor, moment)
    if day is None or (words is None and "mod" not in parts):
        return None
    if anchor == "the" and moment.outlook not in ("past", "future"):
        return None
    if "rel2" in parts:
        value = f"{day.year + move:04d}-{code}"
    else:
        values = [f"{day.year + k:04d}-{code}" for k in (-1, 0, 1)]
        if move < 0:
            start = add_months(day, -3)
            values = [v for v in values if (d := dated(v).dates) and d.end and d.end < day]
            value = values[-1] if values else f"{start.year:04d}-{code}"
        elif move > 0:
            values = [v for v in values if (d := dated(v).dates) and d.start and d.start > day]
            value = values[0] if values else ""
        else:
            value = nearest(values, moment)
    return limited(dated(value), parts.get("mod"), moment)


def week_of(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the week of March 6"."""
    named = weekday if "w" in parts else month_day
    day = named({k: v for k, v in parts.items() if k != "part"}, moment)
    if day is None or day.dates is None or day.dates.start is None:
        return day
    return dated(value_at(day.dates.start, "W"))


_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def week_of_month(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the first week of April": seven days of a month, and the last seven for its last."""
    if "rel" in parts:
        move = relation(parts["rel"])[1]
        day = moment.report
        whole = dated(value_at(add_months(day, move), "M")) if day is not None else None
    else:
        whole = month({key: parts[key] for key in ("m", "y") if key in parts}, moment)
    if whole is None or whole.dates is None or whole.dates.start is None or not whole.dates.end:
        return Resolved("date", "XXXX-WXX")
    first = whole.dates.end - dt.timedelta(days=6)
    if parts["nth"] in _WEEKS:
        first = whole.dates.start + dt.timedelta(weeks=_WEEKS[parts["nth"]])
    dates = Dates(start=first, end=first + dt.timedelta(days=6), precision="week")
    return Resolved("date", value_at(first, "W"), dates)


def day_of_month(parts: Parts, moment: Moment) -> Resolved | None:
    """ "on the 15th of this month", "on the 15th": of the month told of before."""
    anchor, move = relation(parts.get("rel", "that"))
    told = moment.report if anchor in ("report", "the") else moment.story.day
    if told is None:
        return None
    first = add_months(told.replace(day=1), move)
    return _valid(first.year, first.month, _int(parts["d"]))


def known_day(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the Sept. 11 attacks", "9/11": days that are named without their year."""
    day: dt.date = lists()["known_days"][" ".join(parts["known"].split())]
    if moment.report is not None and moment.report < day:
        return None
    return dated(day.isoformat())
