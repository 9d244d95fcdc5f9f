"""Works out the days of quarters, halves, years, decades and centuries."""

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
    relation,
    shifted,
)
from dragoman.extraction.times_resolve import month_number

_TENS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip


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
    if words.startswith("year") and (found := same_quarter(moment)):
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
    """ "the 1990s"; "the 1800s" are a century."""
    if parts["y"].endswith("00") and parts["y"] < "2000":
        return limited(dated(parts["y"][:2] + "XX"), parts.get("mod"), moment)
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
    return limited(dated(f"{order - 1:02d}XX"), parts.get("mod"), moment)


def same_quarter(moment: Moment) -> Resolved | None:
    """Return the quarter that was told of, a year earlier."""
    quarter = moment.story.quarter
    if quarter is None or not quarter[:4].isdigit():
        return None
    return dated(f"{int(quarter[:4]) - 1:04d}{quarter[4:]}")
