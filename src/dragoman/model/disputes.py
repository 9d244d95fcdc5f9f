"""Disputes: accounts or claims that cannot all be true of the same thing, place and time."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.spans import Evidence

About = Literal[
    "occurrence", "responsibility", "number", "place", "date", "control", "compliance",
    "intention", "identity",
]  # fmt: skip


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a dispute: what is held, by whom, as of when, in which words.

    ``speaker`` is an actor id, or None when it is the report's own voice; ``stance`` groups the
    positions that agree with one another. ``also`` are more words in which the same voice says so.
    """

    stance: str
    evidence: Evidence
    speaker: str | None = None
    claim: str | None = None
    account: str | None = None
    as_of: Dates | None = None
    also: tuple[Evidence, ...] = ()


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A disagreement, found by the named ``rule``; ``why`` says it in words from the values.

    ``weight`` (0 to 1) orders disputes, most telling first; it says nothing of who is right.
    """

    id: str
    about: About
    question: str
    rule: str
    positions: tuple[Position, ...]
    why: str = ""
    event: str | None = None
    weight: float = 0.0
