"""What the early extraction steps find: times and numbers, before anything is made of them."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.events import Count
from dragoman.model.spans import Evidence

TimeKind = Literal["date", "time", "duration", "set"]


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. ``dates`` is None when it names no day ("for three months").

    ``value`` is its TIMEX3 value where it has one ("2018-09-01", "P3M", "PRESENT_REF").
    ``bound`` says how it limits what it is attached to: "on" (within the interval), "since",
    "until", "by" (a deadline), "before", "after", "during".
    """

    evidence: Evidence
    kind: TimeKind
    dates: Dates | None
    value: str
    rule: str
    bound: str = "on"


class NumberMention(msgspec.Struct, frozen=True, kw_only=True):
    """A number with bounds, and the noun that it counts.

    ``count.what`` is filled where the clause says it ("killed", "held"), else "unspecified".
    ``head`` is the token index of the counted noun (or of the number itself).
    """

    count: Count
    head: int
