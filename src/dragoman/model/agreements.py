"""Agreements and the commitments made in them or in words."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.spans import Evidence

CommitmentStatus = Literal[
    "open", "due_unknown", "reported_done", "reported_not_done", "disputed", "withdrawn"
]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """A deal, resolution, truce or memorandum: "a Russian-Turkish deal sealed in September"."""

    id: str
    name: str
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    names: tuple[str, ...] = ()
    date: Dates | None = None
    place: str | None = None
    place_evidence: Evidence | None = None


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What was reported of a commitment: the status it took, when, by which words and rule."""

    status: CommitmentStatus
    on: Dates | None
    evidence: tuple[Evidence, ...]
    rule: str


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Who promised whom what, by when, on what condition, under which agreement.

    ``action`` is in the report's own words. A deadline that passes in silence is
    ``due_unknown``: nothing is ever called broken because nobody reported it kept.
    """

    id: str
    by: tuple[str, ...]
    action: str
    evidence: tuple[Evidence, ...]
    status: CommitmentStatus = "open"
    to: tuple[str, ...] = ()
    made_on: Dates | None = None
    due: Dates | None = None
    condition: str | None = None
    agreement: str | None = None
    claim: str | None = None
    history: tuple[HistoryEntry, ...] = ()
