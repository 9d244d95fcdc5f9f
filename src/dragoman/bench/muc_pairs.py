"""Agency reports and broadcasts of one event, El Salvador and Colombia: joined, and in dispute?

The labels (`data/muc_pairs.jsonl`, in the form of `pair_labels`) are of the MUC collection. Groups
of messages that may tell of one event were made from the answer keys (country, day, names, town)
and divided by events: those that fall on even days, and the incidents that `muc_incidents` keeps,
are the "kept" part, of which no message is labelled in `voices`. A reader read each group to its
end and labelled which messages tell of one event, which look alike and are of two, and what two
messages, or two voices of one, give so that not both can be right; the kept part was labelled by
two who saw neither each other's labels nor anything that the program shows, and a third decided
where they differ. The texts are not in the project.
"""

from __future__ import annotations

from pathlib import Path

from dragoman.bench.muc_incidents import NEEDS as MUC
from dragoman.bench.muc_incidents import read
from dragoman.bench.pair_judging import Judge, rows_of
from dragoman.bench.pair_labels import PARTS, labels
from dragoman.bench.rows import Row

NEEDS = MUC


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the part developed on and for the kept part."""
    pairs = labels("muc_pairs")
    judge = Judge(read(data, {side.report for pair in pairs for side in (pair.a, pair.b)}))
    return [
        row
        for part in PARTS
        for row in rows_of(
            f"pairs: MUC, {part}", judge.outcome([pair for pair in pairs if pair.part == part])
        )
    ]
