"""What readers labelled in reports on the Syrian war: one event or two, and what differs.

The labels (`data/fakes_pairs.jsonl`) were made by reading both reports of each pair in FA-KES:
the words that tell of each report's main event, whether the two are one event, and the values in
which they differ. Values of kind "clash" cannot all be right; "update", "part", "rounding",
"at_least", "scope" and "refinement" can; "unsure" ones are left out of the count. Pairs marked
``part`` "development" were read when rules were mended. Two draws were labelled by reading alone:
193 pairs in rows that no pair had used (0.36 of their joins and 0.17 of their clashes were found
at first sight), and later 127 in what rows were left, most of one report each (0.52 and 0.29).
Most of both has been read since, divided by events and by lot; the rest is the "kept" part, whose
figures are the ones that count. It was labelled twice, by two who did not see each other's labels:
15 clashes were in both, 4 in the first and 5 in the second alone, 6 of 11 pairs on one event in
the first alone; a third reader decided those. To it came what two readers found in 88 more
reports, of which no label had spoken (labelled once).

A third draw took what the voices of one report dispute: 326 reports whose figures or denials no
label of that kind had spoken of, read to the end by five readers (97 clashes; 0.28 of them were
shown at first sight). Those of the 36 rows that no label at all had used are in the kept part.
Whether a charge with its denial is about who did it or about whether it was is often open: two
readers filed all clashes of the kept part that are no figures, and 35 others, without seeing a
label or a dispute; ``also`` is what both held to be as right. The texts are not in the project.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.bench.shipped import shipped
from dragoman.model import About, Span

Kind = Literal[
    "clash", "update", "part", "rounding", "at_least", "scope", "refinement", "unsure"
]  # fmt: skip
Verdict = Literal["real", "false", "unsure", "unjudged"]
PARTS = ("development", "kept")
# Where one dispute meets several labels, the first of these counts.
RANKS: tuple[Verdict, ...] = ("real", "false", "unsure")
# A figure, a place or a day stands in one stretch; who did it is said over and over in a report,
# so that there one of the two labelled stretches is enough.
FIGURES = ("number", "place", "date")
# A charge with its denial is about who did it or about whether it was done: either is right.
EITHER: dict[About, tuple[About, ...]] = {
    "responsibility": ("occurrence",),
    "occurrence": ("responsibility",),
}


class Side(msgspec.Struct, frozen=True):
    """A report, and the words that tell of the event.

    ``report`` is what its source ends with: its row, counted from 1, or the message's name.
    """

    report: str
    trigger: tuple[int, int]
    unit_id: str = ""


class Value(msgspec.Struct, frozen=True):
    """Two stretches, one in each report, that differ, and whether they clash.

    ``also`` are other kinds under which the same difference is as rightly filed.
    """

    kind: Kind
    about: About
    a: tuple[int, int]
    b: tuple[int, int]
    why: str
    also: tuple[About, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What a dispute between the two would be."""
        if self.kind == "clash":
            return "real"
        return "unsure" if self.kind == "unsure" else "false"

    def is_set_against(self, about: About, a: Span, b: Span) -> bool:
        """Return whether a dispute sets the two stretches against each other in ``a`` and ``b``."""
        met = a.overlaps(Span(*self.a)), b.overlaps(Span(*self.b))
        of_kind = about == self.about or about in self.also
        return of_kind and (all(met) if self.about in FIGURES else any(met))


class Pair(msgspec.Struct, frozen=True):
    """Two reports by different outlets; ``why`` says in what a look-alike differs.

    With one report on both sides the values are those that one report gives of two sides. Where
    ``same_event`` is none, the values are of no event that was labelled in both. ``seen``
    are values of disputes that the program showed, as a reader judged them: they count for
    precision alone.
    """

    part: Literal["development", "kept"]
    same_event: bool | None
    why: str
    a: Side
    b: Side
    values: tuple[Value, ...] = ()
    seen: bool = False


def labels(name: str) -> list[Pair]:
    """Return the labelled pairs that ship with the package as ``name``."""
    return shipped(name, Pair)


def name_of(source: str) -> str:
    """Return what a source is labelled under.

    >>> name_of("reports.csv#12"), name_of("DEV-MUC3-0002")
    ('12', 'DEV-MUC3-0002')
    """
    return source.rpartition("#")[2]
