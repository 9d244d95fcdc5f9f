"""Judgements: what a person decided, which no later run of the program overrides."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Decision = Literal["same", "different", "unsure", "accept", "correct", "reject"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision about one thing or a pair of things.

    ``subject`` and ``other`` are ids; ``field`` and ``value`` say what a correction sets.
    A judgement that is taken back keeps its row, with ``withdrawn`` set.
    """

    id: str
    decision: Decision
    subject: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    who: str = ""
    when: dt.datetime
    why: str = ""
    withdrawn: dt.datetime | None = None
