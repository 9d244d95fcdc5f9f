"""What voices of one MUC report dispute: who did it, whether it was, how many.

The labels (`data/muc_disputes.jsonl`) were made by reading 100 reports of the MUC collection that
speak of denials, charges or versions, none of them of the incidents of `muc_incidents`: every
value that two voices of one report give differently, by its offsets in the text. Two readers
labelled fifty each, without having seen what the program makes of them; the reports of the one
have been read since ("development"), those of the other have not ("kept"). Kinds are those of
`pair_labels`. The texts are not in the project.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.bench.muc_incidents import NEEDS as NEEDS
from dragoman.bench.muc_incidents import read
from dragoman.bench.pair_labels import PARTS, Value
from dragoman.bench.rows import Row
from dragoman.model import Dispute, Evidence, Record


class Labelled(msgspec.Struct, frozen=True):
    """A report by the id of its message, and what its voices give differently."""

    part: Literal["development", "kept"]
    message: str
    values: tuple[Value, ...]


def labels() -> list[Labelled]:
    """Return the labelled reports that ship with the package."""
    path = files("dragoman.bench") / "data" / "muc_disputes.jsonl"
    decoder = msgspec.json.Decoder(Labelled)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]


def shown_by(record: Record, report: str, value: Value) -> list[Dispute]:
    """Return the disputes that set the two stretches of a report against each other."""
    return [
        dispute
        for dispute in record.disputes
        if any(
            value.is_set_against(dispute.about, a.span, b.span)
            for a, b in _opposed(dispute, report)
        )
    ]


def _opposed(dispute: Dispute, report: str) -> Iterator[tuple[Evidence, Evidence]]:
    told = [p for p in dispute.positions if p.evidence.report == report]
    for one, other in combinations(told, 2):
        if one.stance != other.stance:
            yield one.evidence, other.evidence
            yield other.evidence, one.evidence


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the part developed on and for the kept part."""
    found = labels()
    record = read(data, {one.message for one in found})
    return [row for part in PARTS for row in rows_of(part, record, found)]


def rows_of(part: str, record: Record, found: Sequence[Labelled]) -> list[Row]:
    """Return the rows of one part: clashes that are shown, and disputes that show one."""
    ids = {report.source: report.id for report in record.reports}
    some = [(ids[x.message], v) for x in found if x.part == part for v in x.values]
    reports = {ids[one.message] for one in found if one.part == part}
    clashes = [(i, shown_by(record, i, v)) for i, v in some if v.kind == "clash"]
    real = {dispute.id for _, shown in clashes for dispute in shown}
    others = [
        dispute.id
        for dispute in record.disputes
        if dispute.id not in real
        if any(position.evidence.report in reports for position in dispute.positions)
    ]
    note = f"labelled clashes shown, in {len(reports)} reports; {len(real)} disputes show them, "
    return [
        Row(
            bench=f"muc disputes, {part}",
            measure="disputes recall",
            ours=sum(bool(shown) for _, shown in clashes) / max(1, len(clashes)),
            n=len(clashes),
            note=f"{note}{len(others)} more show what no label calls a clash",
        )
    ]
