"""What two voices dispute in invented reports: the only set of disputes that ships with its texts.

Nine writers made up 450 stories (`data/invented_reports.jsonl`), one or two reports each, about
wars, coups and truces in countries that do not exist, without having seen the rules or what they
show. Every figure of people or things is marked in the text (``[[3|at least 14]]``), and so are
the words on either side of a clash that is no figure. ``clashes`` are the marks that cannot both
be right; whatever is not listed is none: grown tolls, parts of a whole, another deed, the losses
of either side, "at least". The writers were asked for hard ones: voices far apart in a report, no
"however" between them, many figures beside them. Rules may be mended on the "development" part;
the "kept" part (a third, by lot) is not read.

The ``draw`` "retold" answers another question: how much of what is found hangs on the words of the
reports that were read when rules were mended? Four writers retold clashes that are shown of the
development reports of `pairs` and `voices`, the same logic in other words and about other wars.
There the marks are the clashing stretches alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.bench.opposed import sets_against
from dragoman.bench.pair_labels import EITHER, FIGURES, PARTS, Value
from dragoman.bench.rows import Row, share
from dragoman.bench.shipped import shipped
from dragoman.library import build, read_extract
from dragoman.model import About, Dispute, Extract, Record
from dragoman.reading import Item
from dragoman.reading.items import Given

Draw = Literal["hard", "retold"]
DRAWS: tuple[Draw, ...] = ("hard", "retold")
_MARK = re.compile(r"\[\[(\d+)\|([^\[\]]*)\]\]")


class Told(msgspec.Struct, frozen=True):
    """One report, its text with the marks in it; ``day`` is when it was published."""

    outlet: str
    day: str
    text: str


class Clash(msgspec.Struct, frozen=True):
    """Two marks that cannot both be right, and what about."""

    a: int
    b: int
    kind: About


class Story(msgspec.Struct, frozen=True):
    """The reports of one story with what clashes in them and which marks agree (``same``)."""

    id: str
    part: Literal["development", "kept"]
    reports: tuple[Told, ...]
    clashes: tuple[Clash, ...] = ()
    same: tuple[tuple[int, int], ...] = ()
    draw: Draw = "hard"


class Outcome(msgspec.Struct, frozen=True):
    """What was found in one story: clashes and those shown by kind, disputes right and not.

    ``pairs`` is how many pairs its marks make.
    """

    clashes: Counter[str]
    shown: Counter[str]
    right: int
    others: int
    pairs: int


def stories() -> list[Story]:
    """Return the stories that ship with the package."""
    return shipped("invented_reports", Story)


def unmarked(text: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return a text without its marks, and where the marked words stand in it.

    >>> unmarked("It killed [[1|14]] people.")
    ('It killed 14 people.', {1: (10, 12)})
    """
    plain, end = "", 0
    marks: dict[int, tuple[int, int]] = {}
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        marks[int(mark[1])] = (len(plain), len(plain) + len(mark[2]))
        plain += mark[2]
        end = mark.end()
    return plain + text[end:], marks


def read(story: Story) -> tuple[Record, list[str]]:
    """Return the record of a story's reports, and their ids in the story's order.

    Raises ValueError where the reading changed a text, so that the marks would miss their words.
    """
    found: list[Extract] = []
    for k, told in enumerate(story.reports):
        plain, _ = unmarked(told.text)
        given = Given(outlet=told.outlet, published=told.day)
        item = Item(name=f"{story.id}-{k}.txt", content=plain.encode(), form="text", given=given)
        extract = read_extract(item)
        if not isinstance(extract, Extract) or extract.report.text != plain:
            raise ValueError(f"{item.name}: not read as it was written")
        found.append(extract)
    return build(found), [one.report.id for one in found]


def judged(story: Story, record: Record, ids: Sequence[str]) -> Outcome:
    """Return which clashes of a story its record shows, and how many disputes show one."""
    where = {
        mark: (ids[k], span)
        for k, told in enumerate(story.reports)
        for mark, span in unmarked(told.text)[1].items()
    }
    shown: Counter[str] = Counter()
    right: set[str] = set()
    for clash in story.clashes:
        met = [d for d in record.disputes if _shows(d, clash, where[clash.a], where[clash.b])]
        shown[clash.kind] += bool(met)
        right |= {dispute.id for dispute in met}
    kinds = Counter[str](clash.kind for clash in story.clashes)
    pairs = len(where) * (len(where) - 1) // 2
    return Outcome(kinds, shown, len(right), len(record.disputes) - len(right), pairs)


def _shows(
    dispute: Dispute, clash: Clash, a: tuple[str, tuple[int, int]], b: tuple[str, tuple[int, int]]
) -> bool:
    value = Value("clash", clash.kind, a[1], b[1], "", EITHER.get(clash.kind, ()))
    return sets_against(dispute, value, a[0], b[0])


def run(_data: Path) -> list[Row]:
    """Return the rows of the table, of each draw for the part developed on and for the kept part.

    No public set is needed: the texts ship with the package.
    """
    rows = []
    for draw, part in product(DRAWS, PARTS):
        found = [judged(s, *read(s)) for s in stories() if (s.draw, s.part) == (draw, part)]
        rows += rows_of(f"invented, {part}" if draw == "hard" else f"retold, {part}", found)
    return rows


def rows_of(bench: str, found: Sequence[Outcome]) -> list[Row]:
    """Return the rows of one part of a draw, under the name ``bench``."""
    clashes, shown = Counter[str](), Counter[str]()
    for one in found:
        clashes.update(one.clashes)
        shown.update(one.shown)
    right, others = sum(one.right for one in found), sum(one.others for one in found)
    any_two = clashes.total() / max(1, sum(one.pairs for one in found))
    figures = sum(clashes[kind] for kind in FIGURES)
    by_kind = ", ".join(f"{kind} {shown[kind]} of {clashes[kind]}" for kind in sorted(clashes))

    told = f"{len(found)} stories; {by_kind}"
    rest = "the others match no clash that the writer listed; baseline: any two marks of a story"
    return [
        share(bench, "disputes recall", shown.total(), clashes.total(), told, 1.0),
        share(
            bench,
            "disputes recall, figures",
            sum(shown[kind] for kind in FIGURES),
            figures,
            "number, place and date: both marked figures must be set against each other",
            1.0,
        ),
        share(bench, "disputes precision", right, right + others, rest, any_two),
    ]
