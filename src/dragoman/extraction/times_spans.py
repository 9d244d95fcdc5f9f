"""Works out the days of units and lengths: "last week", "three days ago", "for two months"."""

from __future__ import annotations

import datetime as dt

from dragoman.extraction.times_calendar import value_at
from dragoman.extraction.times_eras import same_quarter
from dragoman.extraction.times_lengths import CLOCK_UNITS, number, period, unit_code
from dragoman.extraction.times_moment import (
    Moment,
    Parts,
    Resolved,
    between,
    dated,
    limited,
    origin,
    relation,
    shifted,
)
from dragoman.extraction.times_words import lists

# A date so many days ago may be what "the next two years" goes on from.
_FORMERLY = 60


def relative_unit(parts: Parts, moment: Moment) -> Resolved | None:
    """ "last week", "this month", "that year", "the following day"."""
    unit = unit_code(parts["u"])
    anchor, move = relation(parts["rel"])
    if anchor == "past":
        start = shifted(moment.report, -1, unit)
        dates = between(start, moment.report) if start and unit not in CLOCK_UNITS else None
        return Resolved("duration", period(1, unit), dates)
    if unit in CLOCK_UNITS or (anchor == "the" and unit == "N"):
        return None
    if anchor == "the" and unit == "D":
        return Resolved("date", "XXXX-XX-XX")
    if anchor == "the" and (unit in ("DE", "CE") or (unit in ("Y", "M") and moment.lasting)):
        return Resolved("duration", period(1, unit))
    if unit == "Q" and anchor in ("the", "story") and not move:
        # Without a quarter told of before, "the quarter" is a part of a town.
        return dated(moment.story.quarter) if moment.story.quarter else None
    if unit in ("D", "N") and anchor == "story" and move > 0 and _not_yet(moment):
        return Resolved("date", "XXXX-XX-XX")
    day = shifted(origin("story" if anchor == "the" else anchor, moment, unit), move, unit)
    if day is None:
        return Resolved("date", "XXXX-XX-XX" if unit == "D" else "XXXX")
    return limited(dated(value_at(day, unit)), parts.get("mod"), moment)


def _not_yet(moment: Moment) -> bool:
    """Return whether "he left the next day" has no day to reckon from but the report's own."""
    return moment.story.day is None and moment.outlook != "future"


def before_last(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the week before last", "the month after next"."""
    unit = unit_code(parts["u"])
    day = shifted(moment.report, 2 if parts["dir"] == "after next" else -2, unit)
    return Resolved("date", "XXXX") if day is None else dated(value_at(day, unit))


def end_of_unit(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the end of the year", "the beginning of next month", "year-end"."""
    anchor, move = relation(parts.get("rel", "this"))
    unit = unit_code(parts["u"])
    if unit in CLOCK_UNITS:
        return None
    start = origin(anchor, moment, unit)
    if anchor == "the" and moment.outlook == "past" and unit in ("Y", "M"):
        start = moment.story.told or start  # "in 2012 ...; by the end of the year they had fled"
    if "rel" not in parts and unit == "Y" and moment.bound == "since":
        move -= 1  # "up since year-end" reckons from the last one
    day = shifted(start, move, unit)
    if day is None:
        return Resolved("date", "XXXX")
    resolved = limited(dated(value_at(day, unit)), parts["mod"], moment)
    if "rel" not in parts and unit == "Y" and "-" in parts.get("joint", ""):
        return Resolved("date", f"{day.year:04d}-12-31", resolved.dates)  # its last day
    return resolved


def day_adjacent(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the day before", "a year earlier": reckoned from the date told of before."""
    move = -1 if parts["dir"] in ("before", "earlier") else 1
    return _told(1, unit_code(parts["u"]), move, moment)


def earlier(parts: Parts, moment: Moment) -> Resolved | None:
    """ "three days earlier", "two months later"."""
    move = -1 if parts["dir"] in ("earlier", "previously", "before") else 1
    count = number(parts.get("n"))
    unit = unit_code(parts["u"])
    if count is None:
        return Resolved("duration", period(None, unit))
    return _told(count, unit, move, moment)


def _told(count: float, unit: str, move: int, moment: Moment) -> Resolved:
    if unit == "Y" and count == 1 and move < 0 and (found := same_quarter(moment)):
        return found
    story = moment.story.day if unit in ("D", "N", "W", "F") else moment.story.last
    day = shifted(story, move * int(count), unit)
    if day and moment.report and day > moment.report and moment.outlook != "future":
        day = None
    if day is None or unit in CLOCK_UNITS or count != int(count):
        return Resolved("duration", period(count, unit))
    return dated(value_at(day, unit))


def weekend(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the weekend", "next weekend"."""
    anchor, move = relation(parts.get("rel"))
    if not anchor and "mod" not in parts:
        return None
    day = origin(anchor, moment)
    if day is None:
        return Resolved("date", "XXXX-WXX-WE")
    if not move and moment.outlook == "past" and day.weekday() < 5:
        move = -1
    return dated(value_at(day + dt.timedelta(weeks=move), "W") + "-WE")


def window(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the past two months", "the next three days": a length that touches the report's day."""
    unit = unit_code(parts["u"])
    count = number(parts["n"])
    value = period(count, unit)
    if count is None or moment.report is None:
        return Resolved("duration", value)
    if unit in CLOCK_UNITS:
        unit, count = "D", count / {"H": 24, "MI": 1440, "S": 86400}[unit]
    if unit == "Y" and count != int(count):
        unit, count = "M", count * 12
    move = {"past": -1, "last": -1, "latest": -1, "recent": -1, "next": 1, "coming": 1}
    direction = move.get(parts["rel"])
    told = moment.story.told
    # "Took office in 1965 and spent the next five decades there": told from then.
    later = told is not None and (moment.report - told).days > _FORMERLY
    if direction is None or (direction > 0 and moment.outlook == "past" and later):
        return Resolved("duration", value)
    other = shifted(moment.report, direction * -(-int(count * 2) // 2), unit)
    return Resolved("duration", value, between(other, moment.report) if other else None)


def vague_window(parts: Parts, _: Moment) -> Resolved | None:
    """ "in recent months", "the coming years", "the weeks ahead"."""
    if parts["rel"] in ("recent", "past", "gone by"):
        return Resolved("date", "PAST_REF")
    return Resolved("duration", period(None, unit_code(parts["u"])))


def ago(parts: Parts, moment: Moment) -> Resolved | None:
    """ "three days ago", "a year from now"."""
    unit = unit_code(parts["u"])
    count = number(parts.get("n"))
    ahead = parts["dir"] in ("from now", "hence")
    if count is None or "n2" in parts:
        just = not ahead and unit in CLOCK_UNITS and "many" not in (parts.get("n") or "")
        if just and moment.report is not None:
            # "A few minutes ago": on the day of the report.
            return Resolved("date", "PAST_REF", between(moment.report, moment.report))
        return Resolved("date", "FUTURE_REF" if ahead else "PAST_REF")
    if unit in CLOCK_UNITS:
        hours = count * {"H": 1, "MI": 1 / 60, "S": 1 / 3600}[unit]
        unit, count = "D", hours // 24
    if unit == "Y" and count == 1 and not ahead and (found := same_quarter(moment)):
        return found
    months = {"DE": 120, "CE": 1200, "Y": 12}.get(unit)
    if count != int(count) and months:
        unit, count = "M", count * months
    day = shifted(moment.report, int(count) * (1 if ahead else -1), unit)
    if day is None:
        return Resolved("date", "FUTURE_REF" if ahead else "PAST_REF")
    return dated(value_at(day, "Y" if unit in ("DE", "CE") else unit))


def duration(parts: Parts, moment: Moment) -> Resolved | None:
    """ "three months", "nearly seven years", "a 16-hour": a length; a deadline after "within"."""
    unit = unit_code(parts["u"])
    words = parts.get("n")
    count = number(words)
    if words == "multi":
        count = None
    if "half" in parts and count is not None:
        count += 0.5
    value = period(count, unit)
    if words == "one" and unit == "D" and moment.outlook == "future" and moment.bound == "on":
        return Resolved("date", "FUTURE_REF")  # "will one day be"
    # "Within 24 hours he had fled" is no deadline.
    if moment.bound == "by" and count is not None and moment.report and moment.outlook != "past":
        days = {"H": 1 / 24, "MI": 1 / 1440, "S": 1 / 86400}.get(unit)
        whole = -int(-count * days // 1) if days else int(count)
        end = shifted(moment.report, whole, "D" if days else unit)
        return Resolved("duration", value, between(moment.report, end) if end else None)
    return Resolved("duration", value)


def in_units(parts: Parts, moment: Moment) -> Resolved | None:
    """ "in five years": a date when it lies ahead, else a length."""
    unit, count = unit_code(parts["u"]), number(parts.get("n"))
    if moment.outlook != "future" or moment.noun or moment.first or unit in CLOCK_UNITS:
        return duration(parts, moment)
    if count is None or count != int(count):
        return duration(parts, moment)
    day = shifted(moment.report, int(count), unit)
    return duration(parts, moment) if day is None else dated(value_at(day, unit))


def year_ago(_: Parts, moment: Moment) -> Resolved | None:
    """ "the year-ago period", "year-earlier"."""
    if found := same_quarter(moment):
        return found
    day = shifted(moment.report, -1, "Y")
    return Resolved("date", "PAST_REF") if day is None else dated(value_at(day, "Y"))


def whole_unit(parts: Parts, _: Moment) -> Resolved | None:
    """ "the year ended March 31" is a length that the other date ends."""
    return Resolved("duration", period(1, unit_code(parts["u"])))


def long_adjective(parts: Parts, _: Moment) -> Resolved | None:
    """ "a week-long truce" lasts one, "decades-long" several."""
    many = parts["u"] in ("decade", "centurie")
    return Resolved("duration", period(None if many else 1, unit_code(parts["u"])))


def nth_unit(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the third day", "a second straight week": a date that only the story knows.

    What "is" the third day is the report's own.
    """
    unit = unit_code(parts["u"])
    if moment.now and unit == "D" and moment.report is not None:
        return dated(moment.report.isoformat())
    return Resolved("date", "XXXX-XX-XX" if unit in ("D", "N", "H") else "XXXX")


def every(parts: Parts, _: Moment) -> Resolved | None:
    """ "every day", "each week", "twice a month"."""
    count = number(parts.get("n")) if parts.get("n", "a") not in ("each", "every", "per") else 1
    return Resolved("set", period(count or 1, unit_code(parts["u"])))


def frequency(parts: Parts, _: Moment) -> Resolved | None:
    """ "daily", "annually"."""
    return Resolved("set", lists()["frequencies"][parts["word"]])


def reference(parts: Parts, _: Moment) -> Resolved | None:
    """ "now", "recently", "the future": PRESENT_REF, PAST_REF, FUTURE_REF."""
    words = " ".join(parts["word"].split())
    for value, phrases in lists()["references"].items():
        if words in phrases:
            return Resolved("date", value)
    return None
