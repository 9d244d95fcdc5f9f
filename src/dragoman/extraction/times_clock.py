"""Works out named days, parts of a day and times of the clock."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.extraction.times_moment import (
    Moment,
    Parts,
    Resolved,
    between,
    dated,
    origin,
    relation,
)
from dragoman.extraction.times_resolve import month_day
from dragoman.extraction.times_weekdays import weekday, with_part

_DAY_WORDS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2,
}  # fmt: skip
_OF_LATE = 8
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?\s*([ap])?")
_NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def day_word(parts: Parts, moment: Moment) -> Resolved | None:
    """ "today", "yesterday evening", "the day after tomorrow"."""
    move = _DAY_WORDS[" ".join(parts["dayword"].split())]
    if moment.report is None:
        return Resolved("date", "PRESENT_REF" if move == 0 else "XXXX-XX-XX")
    day = moment.report + dt.timedelta(days=move)
    return with_part(dated(day.isoformat()), parts)


def part_of_day(parts: Parts, moment: Moment) -> Resolved | None:
    """ "this morning", "last night", "that evening", "tonight"."""
    word = parts["part"]
    anchor, move = relation(parts.get("rel", "this" if word == "tonight" else None))
    if not anchor and "mod" not in parts and word not in ("noon", "midday", "midnight"):
        return None
    day = moment.report if anchor in ("report", "the", "") else origin("story", moment)
    if anchor in ("the", ""):
        day = _scene(moment)
    if day is None:
        return None
    return with_part(dated((day + dt.timedelta(days=move)).isoformat()), parts)


def overnight(_: Parts, moment: Moment) -> Resolved | None:
    """ "overnight": the night before the report's day, or the one after when ahead."""
    day = moment.report
    if day is None:
        return Resolved("time", "XXXX-XX-XXTNI")
    other = day + dt.timedelta(days=1 if moment.outlook == "future" else -1)
    return Resolved("time", f"{day.isoformat()}TNI", between(day, other))


def clock(parts: Parts, moment: Moment) -> Resolved | None:
    """ "4:30 p.m. on Friday", "1500 GMT", "noon": the time of day of a day."""
    hour = _NAMED_HOURS.get(parts["clock"]) or _hour(parts["clock"])
    if hour is None:
        return None
    day: Resolved | None = None
    for key, resolver in (("m", month_day), ("w", weekday), ("dayword", day_word)):
        if key in parts:
            day = resolver({k: v for k, v in parts.items() if k != "part"}, moment)
    if day is None and moment.report is not None:
        day = dated((_scene(moment) or moment.report).isoformat())
    if day is None or day.dates is None:
        return Resolved("time", f"XXXX-XX-XXT{hour}")
    return Resolved("time", f"{day.value}T{hour}", day.dates)


def _scene(moment: Moment) -> dt.date | None:
    """Return the day that a time of the clock alone belongs to: the story's, if it is of late."""
    day = moment.story.near or moment.story.scene
    if day is None or moment.report is None:
        return moment.report
    return day if abs((moment.report - day).days) < _OF_LATE else moment.report


def _hour(text: str) -> str | None:
    match = _CLOCK.match(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] == "p" and hour < 12:
        hour += 12
    if match[3] == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None
