"""Accounts and the events or situations that they are accounts of."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.spans import Evidence

Family = Literal["event", "situation"]
Status = Literal[
    "happened", "ongoing", "planned", "demanded", "threatened", "promised", "predicted",
    "possible", "denied", "hypothetical",
]  # fmt: skip

# Words for a number that leave it open.
_OPEN = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "millions", "billions", "several", "few"}
)


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number that a report gives, with its bounds.

    "at least eight" is low 8, high None; "about 80,000" is 80000 twice with qualifier "about".
    ``what``: killed, injured, missing, abducted, detained, displaced, aided, strikes, sorties,
    vehicles, share_of_territory ... ``unit``: people, percent, km ... ``of``: who or what is
    counted, as the report words it. ``part_of`` is the quote span's start of the count that this
    one breaks down, when the report says so.
    """

    what: str
    low: float | None
    high: float | None
    evidence: Evidence
    unit: str | None = None
    qualifier: str | None = None
    of: str | None = None
    part_of: int | None = None

    @property
    def thing(self) -> tuple[str, str]:
        """What is counted and in which measure: people need no word, "killed" are people."""
        return self.what, self.unit if self.unit and self.unit != "people" else ""

    @property
    def vague(self) -> bool:
        """Whether the report gives no number but a word that leaves it open: "dozens"."""
        return self.qualifier in _OPEN


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One report's (and one speaker's) version of an event or a situation.

    ``claim`` is the id of the claim it stands in, or None in the report's own voice. ``type`` is
    a PLOVER type (ACCUSE, AGREE, ASSAULT ...) or for a situation CONTROL, PRESENCE, TOLL,
    DETENTION, DISPLACEMENT, SIEGE, CEASEFIRE. ``actors`` and ``recipients`` are actor ids.
    ``trigger`` is the word or phrase that tells of it; ``evidence`` starts with the sentence or
    clause. ``extent`` (situations): none, part, share, all.
    """

    id: str
    report: str
    type: str
    status: Status
    evidence: tuple[Evidence, ...]
    trigger: Evidence
    event: str = ""
    claim: str | None = None
    family: Family = "event"
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    place_evidence: Evidence | None = None
    date: Dates | None = None
    counts: tuple[Count, ...] = ()
    extent: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What accounts in one or many reports are accounts of.

    Every value is taken from the accounts by the rule named in ``derived`` (field: rule).
    """

    id: str
    type: str
    accounts: tuple[str, ...]
    independent_sources: int
    status: str
    family: Family = "event"
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    date: Dates | None = None
    counts: tuple[Count, ...] = ()
    reports: int = 1
    derived: dict[str, str] = {}
