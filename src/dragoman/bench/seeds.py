"""The attributed statements of five real reports, labelled by hand.

The labels (`data/seeds_claims.jsonl`) give, for each statement, the report's sha256, the offsets
of the statement's core, the names that are right for its speaker, the acts that a careful reader
would accept and the day it was made where the report says so. The texts are not in the project.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.bench.shipped import shipped
from dragoman.library import read
from dragoman.model import Claim, Record

NEEDS = ("../seeds",)
# A claim answers a label when its content covers this share of the labelled core.
_COVERED = 0.6


class Label(msgspec.Struct, frozen=True):
    """One statement that a reader finds."""

    sha256: str
    start: int
    end: int
    speakers: tuple[str, ...]
    acts: tuple[str, ...]
    said_on: str | None


def labels() -> list[Label]:
    """Return the labels, in the order of the reports."""
    return shipped("seeds_claims", Label)


def run(data: Path) -> list[Row]:
    """Return how many of the labelled statements are found, by whom, which act, when."""
    record = read(data / NEEDS[0])
    reports = {report.sha256: report.id for report in record.reports}
    gold = labels()
    pairs = [(label, _answer(label, reports[label.sha256], record)) for label in gold]
    found = [(label, claim) for label, claim in pairs if claim is not None]
    dated = [(label, claim) for label, claim in found if label.said_on]
    return [
        _row("statements found", len(found), len(gold)),
        _row("with the right speaker", _count(_speaker(*p, record) for p in found), len(gold)),
        _row("act right, of those found", _count(c.act in g.acts for g, c in found), len(found)),
        _row("day right, of those dated", _count(_day(g, c) for g, c in dated), len(dated)),
    ]


def _row(measure: str, right: int, of: int) -> Row:
    return Row(bench="seeds", measure=measure, ours=right / of, n=of)


def _count(items: Iterable[bool]) -> int:
    return sum(items)


def _answer(label: Label, report: str, record: Record) -> Claim | None:
    """Return the claim that answers a label: the one with the right speaker, else the shortest."""
    able = [claim for claim in record.claims if claim.report == report and _covers(claim, label)]
    return min(
        able,
        key=lambda c: (not _speaker(label, c, record), sum(e.end - e.start for e in c.content)),
        default=None,
    )


def _covers(claim: Claim, label: Label) -> bool:
    shared = sum(max(0, min(e.end, label.end) - max(e.start, label.start)) for e in claim.content)
    return shared >= _COVERED * (label.end - label.start)


def _speaker(label: Label, claim: Claim, record: Record) -> bool:
    names = {claim.speaker.name}
    for actor in record.actors:
        if actor.id == claim.speaker.actor:
            names = {actor.name, *actor.names}
    return not {_plain(name) for name in names}.isdisjoint(map(_plain, label.speakers))


def _plain(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _day(label: Label, claim: Claim) -> bool:
    return claim.said_on is not None and str(claim.said_on).startswith(label.said_on or "")
