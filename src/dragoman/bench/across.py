"""Across reports: hand-made pairs of reports that clash, and look-alikes that do not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.assessment import assess
from dragoman.bench.rows import Row
from dragoman.bench.shipped import shipped
from dragoman.library import extract
from dragoman.model import Dates, Dispute, Extract, Report, Span, make_id
from dragoman.resolution import resolve


class Told(msgspec.Struct, frozen=True):
    """One short report of a pair."""

    outlet: str
    published: str
    text: str


class DisputePair(msgspec.Struct, frozen=True):
    """Two short reports: what they dispute (None: nothing, though they look like it), and why."""

    about: str | None
    why: str
    half: str
    a: Told
    b: Told


def dispute_pairs() -> list[DisputePair]:
    """Return the labelled pairs that ship with the package."""
    return shipped("dispute_pairs", DisputePair)


def as_report(told: Told, name: str) -> Report:
    """Return a short report as reading would: given outlet and day, the whole text as body."""
    day = dt.date.fromisoformat(told.published)
    return Report(
        id=make_id("rep", name, told.text),
        source=name,
        sha256="",
        text=told.text,
        body=(Span(0, len(told.text)),),
        published=Dates.day(day, rule="given"),
        outlet=told.outlet,
        language="en",
    )


def extracts_of(pair: DisputePair) -> list[Extract]:
    """Return what the two reports of a pair state."""
    return [extract(as_report(pair.a, "a")), extract(as_report(pair.b, "b"))]


def disputes_of(extracts: Sequence[Extract]) -> tuple[Dispute, ...]:
    """Return the disputes found in a few reports."""
    return assess(resolve(extracts)).disputes


def right(pair: DisputePair, found: Sequence[Dispute]) -> bool:
    """Return whether exactly what is disputed was found: that kind, or nothing at all."""
    kinds = {dispute.about for dispute in found}
    return pair.about in kinds if pair.about else not kinds


def naive(pair: DisputePair) -> bool:
    """Return whether the baseline is right: another number or a "deny" is taken for a dispute."""
    first, second = (set(re.findall(r"\d+", told.text)) for told in (pair.a, pair.b))
    text = pair.a.text + pair.b.text
    clash = bool(first and second and first != second) or "deni" in text or "reject" in text
    return clash == (pair.about is not None)


def run(_data: Path) -> list[Row]:
    """Return the rows of the table: the half of the pairs on which nothing was tuned."""
    kept = [pair for pair in dispute_pairs() if pair.half == "kept"]
    found = [disputes_of(extracts_of(pair)) for pair in kept]
    scored = [(pair, right(pair, disputes)) for pair, disputes in zip(kept, found, strict=True)]
    rows = []
    for measure, some in (
        ("pairs right", [True, False]),
        ("disputes found with their kind", [True]),
        ("look-alikes left alone", [False]),
    ):
        chosen = [(pair, ok) for pair, ok in scored if (pair.about is not None) in some]
        rows.append(
            Row(
                bench="across",
                measure=measure,
                ours=sum(ok for _, ok in chosen) / len(chosen),
                baseline=sum(naive(pair) for pair, _ in chosen) / len(chosen),
                n=len(chosen),
                note="hand-made pairs, the half not tuned on; baseline: kind not asked",
            )
        )
    return rows
