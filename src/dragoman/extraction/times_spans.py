"""Works out the days of units and lengths: "last week", "three days ago", "for two months"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.extraction.numbers_words import value_of
from dragoman.extraction.times_calendar import value_at
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
from dragoman.extraction.times_resolve import month_number
from dragoman.extraction.times_words import lists

_PLURAL = re.compile(r"(?<!centurie)s$")
_CLOCK_UNITS = {"S": "S", "MI": "M", "H": "H"}
_VAGUE = ("few", "several", "many", "dozens", "hundreds", "some")
_TENS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip


def unit_code(word: str) -> str:
    """Return the TIMEX3 code of a unit.

    >>> unit_code("weeks"), unit_code("centuries"), unit_code("minute")
    ('W', 'CE', 'MI')
    """
    if word.startswith("centur"):
        return "CE"
    codes: dict[str, str] = lists()["units"]
    return codes[word.removesuffix("s")]


def number(words: str | None) -> float | None:
    """Return the number of units, or None when it is vague ("several", none at all)."""
    if words is None:
        return None
    words = " ".join(words.split())
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2.0
    if any(vague in words for vague in _VAGUE):
        return None
    extra = 0.5 if words.endswith(" and a half") else 0.0
    words = words.removesuffix(" and a half")
    if match := re.fullmatch(r"(\d+) (\d)/(\d)", words):
        return int(match[1]) + int(match[2]) / max(int(match[3]), 1)
    found = value_of(words)
    return None if found is None else found + extra


def period(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length of time.

    >>> period(3, "M"), period(None, "D"), period(2.5, "Y"), period(48, "H")
    ('P3M', 'PXD', 'P2Y6M', 'PT48H')
    """
    clock = unit in _CLOCK_UNITS
    letter = _CLOCK_UNITS.get(unit, "D" if unit == "N" else unit)
    prefix = "PT" if clock else "P"
    if unit == "DE":
        letter, count = "Y", None if count is None else count * 10
    if unit == "F":
        letter, count = "W", None if count is None else count * 2
    if count is None:
        return f"{prefix}X{letter}"
    whole = int(count)
    rest = {"Y": "6M", "MI": "30S", "H": "30M"}.get(unit)
    if count == whole:
        return f"{prefix}{whole}{letter}"
    if count - whole == 0.5 and rest:
        return f"{prefix}{whole}{letter}{rest}" if whole else f"{prefix}{rest}"
    return f"{prefix}{count:g}{letter}"


def relative_unit(parts: Parts, moment: Moment) -> Resolved | None:
    """ "last week", "this month", "that year", "the following day"."""
    unit = unit_code(parts["u"])
    anchor, move = relation(parts["rel"])
    if anchor == "past":
        start = shifted(moment.report, -1, unit)
        dates = between(start, moment.report) if start and unit not in _CLOCK_UNITS else None
        return Resolved("duration", period(1, unit), dates)
    if unit in _CLOCK_UNITS or (anchor == "the" and unit == "N"):
        return None
    if anchor == "the" and unit == "D":
        return Resolved("date", "XXXX-XX-XX")
    if anchor == "the" and (unit in ("DE", "CE") or (unit in ("Y", "M") and moment.lasting)):
        return Resolved("duration", period(1, unit))
    if unit == "Q" and anchor in ("the", "story") and not move:
        # Without a quarter told of before, "the quarter" is a part of a town.
        return dated(moment.story.quarter) if moment.story.quarter else None
    day = shifted(origin("story" if anchor == "the" else anchor, moment, unit), move, unit)
    if day is None:
        return Resolved("date", "XXXX-XX-XX" if unit == "D" else "XXXX")
    return limited(dated(value_at(day, unit)), parts.get("mod"), moment)


def end_of_unit(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the end of the year", "the beginning of next month", "year-end"."""
    anchor, move = relation(parts.get("rel", "this"))
    unit = unit_code(parts["u"])
    if unit in _CLOCK_UNITS:
        return None
    day = shifted(origin(anchor, moment, unit), move, unit)
    if day is None:
        return Resolved("date", "XXXX")
    resolved = limited(dated(value_at(day, unit)), parts["mod"], moment)
    if "rel" not in parts and unit == "Y":  # "year-end" is its last day
        return Resolved("date", f"{day.year:04d}-12-31", resolved.dates)
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


def _same_quarter(moment: Moment) -> Resolved | None:
    """Return the quarter that was told of, a year earlier."""
    quarter = moment.story.quarter
    if quarter is None or not quarter[:4].isdigit():
        return None
    return dated(f"{int(quarter[:4]) - 1:04d}{quarter[4:]}")


def _told(count: float, unit: str, move: int, moment: Moment) -> Resolved:
    if unit == "Y" and count == 1 and move < 0 and (found := _same_quarter(moment)):
        return found
    story = moment.story.day if unit in ("D", "N", "W", "F") else moment.story.last
    day = shifted(story, move * int(count), unit)
    if day and moment.report and day > moment.report and moment.outlook != "future":
        day = None
    if day is None or unit in _CLOCK_UNITS or count != int(count):
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
    if unit in _CLOCK_UNITS:
        unit, count = "D", count / {"H": 24, "MI": 1440, "S": 86400}[unit]
    move = {"past": -1, "last": -1, "latest": -1, "recent": -1, "next": 1, "coming": 1}
    direction = move.get(parts["rel"])
    if direction is None:
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
        return Resolved("date", "FUTURE_REF" if ahead else "PAST_REF")
    if unit in _CLOCK_UNITS:
        hours = count * {"H": 1, "MI": 1 / 60, "S": 1 / 3600}[unit]
        unit, count = "D", hours // 24
    if unit == "Y" and count == 1 and not ahead and (found := _same_quarter(moment)):
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
    if moment.bound == "by" and count is not None and moment.report is not None:
        days = {"H": 1 / 24, "MI": 1 / 1440, "S": 1 / 86400}.get(unit)
        whole = -int(-count * days // 1) if days else int(count)
        end = shifted(moment.report, whole, "D" if days else unit)
        return Resolved("duration", value, between(moment.report, end) if end else None)
    return Resolved("duration", value)


def in_units(parts: Parts, moment: Moment) -> Resolved | None:
    """ "in five years": a date when it lies ahead, else a length."""
    unit, count = unit_code(parts["u"]), number(parts.get("n"))
    if moment.outlook != "future" or moment.noun or moment.first or unit in _CLOCK_UNITS:
        return duration(parts, moment)
    if count is None or count != int(count):
        return duration(parts, moment)
    day = shifted(moment.report, int(count), unit)
    return duration(parts, moment) if day is None else dated(value_at(day, unit))


def year_ago(_: Parts, moment: Moment) -> Resolved | None:
    """ "the year-ago period", "year-earlier"."""
    if found := _same_quarter(moment):
        return found
    day = shifted(moment.report, -1, "Y")
    return Resolved("date", "PAST_REF") if day is None else dated(value_at(day, "Y"))


def long_adjective(parts: Parts, _: Moment) -> Resolved | None:
    """ "a week-long truce" lasts one, "decades-long" several."""
    many = parts["u"] in ("decade", "centurie")
    return Resolved("duration", period(None if many else 1, unit_code(parts["u"])))


def nth_unit(parts: Parts, _: Moment) -> Resolved | None:
    """ "the third day", "a second straight week": a date that only the story knows."""
    unit = unit_code(parts["u"])
    return Resolved("date", "XXXX-XX-XX" if unit in ("D", "N", "H") else "XXXX")


def quarter(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the third quarter of 1984", "the latest quarter"."""
    words = parts.get("q", "")
    day = moment.report
    order = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
    if words in order or words == "4th":
        return _numbered_quarter(order.get(words, 4), parts, moment)
    if day is None:
        return Resolved("date", "XXXX-QX")
    if "y" in parts:
        return Resolved("date", f"{parts['y']}-QX")
    months = {"latest": -3, "previous": -3, "last": -3, "next": 3, "year-ago": -12}
    if moment.story.quarter and words in ("latest", "current"):
        return dated(moment.story.quarter)
    if words.startswith("year") and (found := _same_quarter(moment)):
        return found
    moved = shifted(day, months.get(words, -12 if words.startswith("year") else 0), "M")
    return dated(value_at(moved or day, "Q"))


def _numbered_quarter(order: int, parts: Parts, moment: Moment) -> Resolved:
    day = moment.report
    if "y" in parts:
        return dated(f"{int(parts['y']):04d}-Q{order}")
    if day is None:
        return Resolved("date", f"XXXX-Q{order}")
    year = day.year
    words = parts.get("rel2") or parts.get("rel")
    if words:
        year += relation(words)[1]
    elif parts.get("rely", "").startswith(("last", "year", "comp", "corr")) or (
        order * 3 - 2 > day.month and moment.outlook != "future"
    ):
        year -= 1
    return dated(f"{year:04d}-Q{order}")


def half_year(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the first half of 2017"."""
    year = int(parts["y"]) if "y" in parts else None
    if year is None and moment.report is not None:
        year = moment.report.year + relation(parts["rel"])[1]
    half = 1 if parts["q"] == "first" else 2
    return Resolved("date", f"XXXX-H{half}") if year is None else dated(f"{year:04d}-H{half}")


def year(parts: Parts, moment: Moment) -> Resolved | None:
    """ "2017", "early 2017"."""
    return limited(dated(parts["y"]), parts.get("mod"), moment)


def year_range(parts: Parts, _: Moment) -> Resolved | None:
    """ "2014-15", "between 2011 and 2014"."""
    first, last = int(parts["y"]), int(parts["y2"])
    if last < 100:
        last += first // 100 * 100
    if last <= first or last - first > 150:
        return None
    dates = between(dt.date(first, 1, 1), dt.date(last, 12, 31))
    return Resolved("date", f"{first:04d}", dates)


def year_spelled(parts: Parts, _: Moment) -> Resolved | None:
    """ "nineteen ninety-six", "January nineteen ninety-seven"."""
    tail = value_of(parts["spelled"])
    if tail is None or not 10 <= tail < 100:
        return None
    month = f"-{month_number(parts['m']):02d}" if "m" in parts else ""
    return dated(f"19{int(tail)}{month}")


def decade(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the 1990s"."""
    return limited(dated(parts["y"][:3] + "X"), parts.get("mod"), moment)


def decade_word(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the nineties", "the '90s": of the century before the report's, unless it is over."""
    tens = int(parts["word"][0]) if parts["word"][0].isdigit() else _TENS[parts["word"]]
    first = tens + (190 if moment.report is None else moment.report.year // 100 * 10)
    if moment.report is not None and first * 10 > moment.report.year:
        first -= 10
    return limited(dated(f"{first}X"), parts.get("mod"), moment)


def century(parts: Parts, moment: Moment) -> Resolved | None:
    """ "the 20th century"."""
    digits = re.match(r"\d+", parts["o"])
    words = {"nineteenth": 19, "twentieth": 20, "eighteenth": 18, "last": 20}
    order = int(digits.group()) if digits else words.get(parts["o"], 0)
    if not 1 <= order <= 99:
        return None
    return limited(dated(f"{order - 1:02d}"), parts.get("mod"), moment)


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
