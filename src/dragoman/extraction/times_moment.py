"""What a time expression is resolved against, and what it resolves to."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import msgspec

from dragoman.extraction.times_calendar import add, dates_of, interval
from dragoman.extraction.times_syntax import Attached, Outlook
from dragoman.extraction.times_words import lists
from dragoman.model import Dates, Precision, TimeKind, TimeMention

Parts = dict[str, str]


# "A year earlier" told again and again reckons from the same year, not from the one it named.
_NO_ANCHOR = frozenset(("earlier", "day_adjacent", "year_ago", "overnight"))


class Story(msgspec.Struct, frozen=True):
    """The dates that the text has named so far: the last, the last day, the last quarter.

    ``near`` is the last day, ``told`` the last date that the same paragraph named. ``scene`` is the
    last day on which something happened, not one on which it was only told of.
    """

    last: dt.date | None = None
    day: dt.date | None = None
    quarter: str | None = None
    near: dt.date | None = None
    told: dt.date | None = None
    scene: dt.date | None = None

    def after(self, mention: TimeMention, *, telling: bool = False) -> Story:
        """Return the story after ``mention``; ``telling`` when that is the day of a statement."""
        dates = mention.dates
        if mention.kind not in ("date", "time") or dates is None or dates.start is None:
            return self
        if dates.precision == "day":
            scene = self.scene if telling else dates.start
            near = self.near if telling and self.near else dates.start
            return Story(dates.start, dates.start, self.quarter, near, dates.start, scene)
        if mention.rule in _NO_ANCHOR:
            return self
        quarter = mention.value if mention.rule == "quarter" else self.quarter
        return Story(dates.start, self.day, quarter, self.near, dates.start, self.scene)


class Moment(msgspec.Struct, frozen=True):
    """Where the reader stands: the report's day, the day told of before, past or future.

    ``report`` is None when the report's day is unknown; ``bound`` is the word before ("by");
    ``noun`` says what noun the expression belongs to ("the Sept. 7 summit"),
    ``lasting`` where it stands after "for" ("for the year"), ``first`` where "first" or
    "last" stands before it ("the first visit in ten years"), ``now`` where it "is" that time.
    """

    report: dt.date | None
    story: Story = Story()
    outlook: Outlook = ""
    bound: str = "on"
    noun: Attached = ""
    lasting: bool = False
    first: bool = False
    now: bool = False


class Resolved(msgspec.Struct, frozen=True):
    """The kind, TIMEX3 value and days of one expression."""

    kind: TimeKind
    value: str
    dates: Dates | None = None


def dated(value: str, kind: TimeKind = "date") -> Resolved:
    """Return the expression that names the days of a TIMEX3 value."""
    return Resolved(kind, value, dates_of(value))


def between(start: dt.date | None, end: dt.date | None, precision: Precision = "range") -> Dates:
    """Return an interval in the right order."""
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Dates(start=start, end=end, precision=precision)


@lru_cache(maxsize=1)
def _relations() -> dict[str, tuple[str, int]]:
    return {words: (str(row[0]), int(row[1])) for words, row in lists()["relations"].items()}


def relation(words: str | None) -> tuple[str, int]:
    """Return what "last", "that", "the following" reckon from and how far they move.

    >>> relation("last"), relation("the following"), relation(None)
    (('report', -1), ('story', 1), ('', 0))
    """
    if words is None:
        return "", 0
    return _relations().get(" ".join(words.split()), ("", 0))


def origin(anchor: str, moment: Moment, unit: str = "D") -> dt.date | None:
    """Return the day that a relation reckons from; the report's where the story has none."""
    if anchor != "story":
        return moment.report
    told = moment.story.day if unit in ("D", "N", "W") else moment.story.last
    return told or moment.report


# The share of an interval that "early", "mid" and "late" name: first and last part of 12.
_PARTS = {
    "early": (0, 4), "very early": (0, 3), "early on": (0, 4), "beginning": (0, 2), "start": (0, 2),
    "mid": (4, 8), "middle": (4, 8), "late": (8, 12), "very late": (9, 12), "late on": (8, 12),
    "end": (11, 12), "close": (11, 12), "first half": (0, 6), "second half": (6, 12),
    "turn": (0, 1), "first days": (0, 4), "opening days": (0, 4), "last days": (10, 12),
    "final days": (10, 12), "closing days": (10, 12),
}  # fmt: skip


def limited(resolved: Resolved, words: str | None, moment: Moment) -> Resolved:
    """Return ``resolved`` cut down by "early", "mid", "the end of", "earlier", "later".

    The value stays that of the whole, as TIMEX3 has it; the days are cut generously.
    """
    dates = resolved.dates
    if words is None or dates is None or dates.start is None or dates.end is None:
        return resolved
    words = " ".join(words.split()).removesuffix(" of").removesuffix(" in").replace(" few ", " ")
    if words.startswith("very end"):
        words = "end"
    if words in ("later", "rest", "remainder") or words == "earlier":
        return _cut_at_report(resolved, dates, words, moment)
    length = (dates.end - dates.start).days + 1
    if words not in _PARTS or length == 1:
        return resolved
    low, high = _PARTS[words]
    start = dates.start + dt.timedelta(days=length * low // 12)
    end = dates.start + dt.timedelta(days=max(length * high // 12 - 1, 0))
    if length <= 31 and words in ("end", "close"):
        start = dates.end - dt.timedelta(days=length // 4)
    return Resolved(resolved.kind, resolved.value, between(start, end))


def _cut_at_report(resolved: Resolved, dates: Dates, words: str, moment: Moment) -> Resolved:
    day = moment.report
    if day is None or dates.start is None or dates.end is None:
        return resolved
    if not dates.start <= day <= dates.end:
        return resolved
    cut = between(dates.start, day) if words == "earlier" else between(day, dates.end)
    return Resolved(resolved.kind, resolved.value, cut)


# A bare "Jan. 14" that would lie this many days ahead was a plan for the one just gone by.
_FAR_AHEAD = 300
# And "by April 13" so many days ago is the one to come.
_LONG_AGO = {"by": 270, "until": 340}
# A date that belongs to a noun ("the bombing in February") lies ahead only when it is this near.
_NEAR_AHEAD = 50


def nearest(options: list[str], moment: Moment) -> str:
    """Return the value among ``options`` that past, future or nearness chooses.

    Past: the last that began by the report's day. Future: the first that has not ended before it.
    """
    day = moment.report
    spans = [(option, found) for option in options if (found := interval(option))]
    if day is None:
        return ""
    if moment.noun and moment.bound not in ("until", "by"):
        near = 400 if moment.noun == "appointment" else _NEAR_AHEAD
        near = 1 if moment.noun == "deed" else near
        spans = [row for row in spans if (row[1][0] - day).days < near]
        outlook: Outlook = ""
    else:
        outlook = moment.outlook
    if outlook == "past":
        limit = _LONG_AGO.get(moment.bound, 400)
        fitting = [option for option, found in spans if 0 <= (day - found[0]).days < limit]
        if fitting and not _soon(fitting[-1], spans, day):
            return fitting[-1]
    if outlook == "future":
        fitting = [option for option, found in spans if 0 <= (found[1] - day).days < _FAR_AHEAD]
        if fitting:
            return fitting[0]

    def distance(row: tuple[str, tuple[dt.date, dt.date, Precision]]) -> int:
        start, end, _ = row[1]
        return 0 if start <= day <= end else min(abs((start - day).days), abs((end - day).days))

    return min(spans, key=distance)[0] if spans else ""


_Spans = list[tuple[str, tuple[dt.date, dt.date, Precision]]]
# A day so long ago would be told with its year, when the next of its name is this near.
_FAR_BACK = 330
_SOON = 30


def _soon(last: str, spans: _Spans, day: dt.date) -> bool:
    """Return whether the next such day is meant ("met before the summit on Nov. 15-16")."""
    ages = {option: (day - found[0]).days for option, found in spans if found[2] == "day"}
    return ages.get(last, 0) > _FAR_BACK and any(0 < -age <= _SOON for age in ages.values())


def shifted(day: dt.date | None, count: int, unit: str) -> dt.date | None:
    """Return ``day`` moved by units, or None when it is unknown or leaves the calendar."""
    return None if day is None else add(day, count, unit)
