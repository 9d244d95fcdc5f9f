"""Works out the days that weekdays name, and the parts of a day beside them."""

from __future__ import annotations

import datetime as dt

from dragoman.extraction.numbers_words import value_of
from dragoman.extraction.times_moment import Moment, Parts, Resolved, dated, origin, relation
from dragoman.extraction.times_words import lists

# "Was to open on Wednesday" means the one to come when it is no further than this, else the last.
_SOON = 3
_MANY_WEEKS = 500


def with_part(resolved: Resolved, parts: Parts) -> Resolved:
    """Return ``resolved`` as a time of day when the expression names one.

    The night of a named day keeps the day's value: so the documents that rules were tuned on have
    it, six times in seven.
    """
    word = parts.get("part") or parts.get("night")
    if word is None or resolved.dates is None:
        return resolved
    code = "NI" if word.startswith("tonight") else lists()["dayparts"][word.rstrip("s")]
    if code == "NI" and ("w" in parts or "d" in parts):
        return resolved
    return Resolved("time", f"{resolved.value}T{code}", resolved.dates)


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    word = word.rstrip(".")
    days: list[str] = lists()["weekdays"]
    short: dict[str, int] = lists()["weekday_short"]
    return days.index(word) if word in days else short[word]


def weekday(parts: Parts, moment: Moment) -> Resolved | None:
    """A weekday: behind or ahead by tense; the report's own weekday is the report's day."""
    number = weekday_number(parts["w"])
    anchor, move = relation(parts.get("rel"))
    day = origin(anchor, moment)
    if day is None:
        return with_part(Resolved("date", f"XXXX-WXX-{number + 1}"), parts)
    ahead = (number - day.weekday()) % 7
    if move:
        days = (ahead or 7) if move > 0 else -((7 - ahead) % 7 or 7)
    elif moment.outlook == "set":
        days = ahead if ahead <= _SOON else ahead - 7
    elif moment.outlook == "future" or (anchor == "report" and moment.outlook == ""):
        days = ahead
    else:
        days = ahead - 7 if ahead else 0
    return with_part(dated((day + dt.timedelta(days=days)).isoformat()), parts)


def weekday_of_week(parts: Parts, moment: Moment) -> Resolved | None:
    """ "Tuesday last week", "Monday of next week"."""
    anchor, move = relation(parts["rel"])
    day = origin(anchor, moment)
    if day is None:
        return None
    return _in_week(day + dt.timedelta(weeks=move), parts)


def weekday_ago(parts: Parts, moment: Moment) -> Resolved | None:
    """ "a week ago Monday", "two weeks ago on Friday"."""
    weeks = value_of(" ".join(parts["n"].split()))
    if moment.report is None or weeks is None or weeks != int(weeks) or weeks > _MANY_WEEKS:
        return None
    return _in_week(moment.report - dt.timedelta(weeks=int(weeks)), parts)


def weekday_before_last(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the Monday before last"."""
    if moment.report is None:
        return None
    back = (moment.report.weekday() - weekday_number(parts["w"])) % 7 or 7
    return dated((moment.report - dt.timedelta(days=back + 7)).isoformat())


def _in_week(day: dt.date, parts: Parts) -> Resolved:
    monday = day - dt.timedelta(days=day.weekday())
    found = monday + dt.timedelta(days=weekday_number(parts["w"]))
    return with_part(dated(found.isoformat()), parts)


def weekday_set(parts: Parts, _: Moment) -> Resolved | None:
    """ "every Monday", "Mondays"."""
    part = parts.get("part", "").rstrip("s")
    code = "T" + lists()["dayparts"][part] if part else ""
    return Resolved("set", f"XXXX-WXX-{weekday_number(parts['w']) + 1}{code}")
