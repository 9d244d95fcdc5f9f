"""What the voices of one report dispute: agency reports, Wikinews and broadcasts of many wars.

The labels (`data/voices.jsonl`) were made by reading each report to its end: every value that two
voices of the report give so that not both can be right, by its offsets in the text, and some
look-alikes. The first hundred, of the MUC collection, were chosen by words of denial and charge;
half of them has been read since. The others are those reports of TempEval-3 silver, Wikinews, re3d,
FA-KES and (by lot) MUC that tell of violence with several voices, none of them used by another
set's kept part; six readers labelled them without having seen what the program makes of them, those
of two readers are the "kept" part. Kinds are those of `pair_labels`; whether a charge with its
denial is filed under who did it or under whether it was done is not judged.

A last draw of 128 reports took what was left: messages of odd days, agency reports, Wikinews and
election news of PolNeAR with words of denial, charge or contradiction that no label of this kind
had spoken of. One reader read them and wrote down 49 clashes before anything was shown of them;
every other report by its hash is "kept", those with clashes and those without apart.

``seen`` are disputes that the program showed at first sight, or after the development part had been
read, as readers judged them ("real", "false", or "unsure" where only a part of one was right): they
count for precision alone, and before what the labels say. The texts are not in the project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.bench.muc_incidents import NEEDS as MUC
from dragoman.bench.muc_incidents import messages_of
from dragoman.bench.opposed import opposed, sets_against, words_of
from dragoman.bench.pair_labels import EITHER, PARTS, RANKS, Value, Verdict
from dragoman.bench.rows import Row, share
from dragoman.bench.shipped import shipped
from dragoman.errors import ReadingError
from dragoman.library import build, extracts
from dragoman.model import About, Dispute, Extract, Record, Span
from dragoman.reading import Item, sources

NEEDS = (*MUC, "tempeval3/gold", "re3d", "fakes")
_FOLDERS = ("tempeval3/silver", "tempeval3/gold", "wikinews", "re3d", "fakes", "polnear/train")


class Seen(msgspec.Struct, frozen=True):
    """What a reader said of a dispute between two stretches of text.

    ``a`` is of the report that it stands with, ``b`` of the source ``other``, if there is one.
    """

    verdict: Verdict
    about: About
    a: tuple[int, int]
    b: tuple[int, int]
    why: str
    other: str = ""


class Labelled(msgspec.Struct, frozen=True):
    """A report by the name it is read under, and what its voices give differently.

    ``sha256`` is the hash of the text that the offsets are of.
    """

    part: Literal["development", "kept"]
    source: str
    sha256: str
    values: tuple[Value, ...] = ()
    seen: tuple[Seen, ...] = ()


class Outcome(msgspec.Struct, frozen=True):
    """What is shown of the clashes of some reports, and what the labels say of what is shown."""

    reports: int
    clashes: Counter[str]
    shown: Counter[str]
    verdicts: Counter[str]


def labels() -> list[Labelled]:
    """Return the labelled reports that ship with the package."""
    return [
        msgspec.structs.replace(one, values=tuple(_either(value) for value in one.values))
        for one in shipped("voices", Labelled)
    ]


def _either(value: Value) -> Value:
    also = (*value.also, *EITHER.get(value.about, ()))
    return msgspec.structs.replace(value, also=tuple(dict.fromkeys(also)))


def read(data: Path, wanted: set[str]) -> list[Extract]:
    """Return what is read of the reports wanted, by the names that the labels give them."""
    items = [*messages_of(data, wanted), *_files(data, wanted)]
    return [found for found in extracts(items) if isinstance(found, Extract)]


def _files(data: Path, wanted: set[str]) -> Iterator[Item]:
    for item in sources([data / folder for folder in _FOLDERS]):
        if isinstance(item, Item):
            name = str(Path(item.source).relative_to(data))
            if name in wanted:
                yield msgspec.structs.replace(item, name=name)


def by_report(record: Record, found: Sequence[Labelled]) -> dict[str, Labelled]:
    """Return the labels by report id.

    Raises ReadingError for a report whose text is no longer read as it was labelled.
    """
    told = {one.source: one for one in found}
    for report in record.reports:
        if sha256(report.text.encode()).hexdigest() != told[report.source].sha256:
            raise ReadingError(report.source, "not read as it was when it was labelled")
    return {report.id: told[report.source] for report in record.reports}


def shown_by(record: Record, report: str, value: Value) -> list[Dispute]:
    """Return the disputes that set the two stretches of a report against each other."""
    return [one for one in record.disputes if sets_against(one, value, report, report)]


def verdict(dispute: Dispute, told: Mapping[str, Labelled]) -> Verdict:
    """Return what a reader or else the labels say of a dispute, else "unjudged"."""
    reports = {words.report for words in words_of(dispute)} & told.keys()
    ids = {one.source: report for report, one in told.items()}
    found = {
        seen.verdict
        for report in reports
        for seen in told[report].seen
        if seen.about == dispute.about
        for a, b in opposed(dispute, report, ids.get(seen.other or told[report].source, ""))
        if a.span.overlaps(Span(*seen.a)) and b.span.overlaps(Span(*seen.b))
    } or {
        value.verdict
        for report in reports
        for value in told[report].values
        if sets_against(dispute, value, report, report)
    }
    return next((one for one in RANKS if one in found), "unjudged")


def outcome(record: Record, told: Mapping[str, Labelled], part: str) -> Outcome:
    """Return the counts for the reports of one part and the disputes that they take part in."""
    mine = {report: one for report, one in told.items() if one.part == part}
    clashes = [(r, v) for r, one in mine.items() for v in one.values if v.kind == "clash"]
    disputes = [d for d in record.disputes if any(w.report in mine for w in words_of(d))]
    return Outcome(
        reports=len(mine),
        clashes=Counter(value.about for _, value in clashes),
        shown=Counter(value.about for report, value in clashes if shown_by(record, report, value)),
        verdicts=Counter(verdict(dispute, told) for dispute in disputes),
    )


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the part developed on and for the kept part."""
    found = labels()
    record = build(read(data, {one.source for one in found}))
    told = by_report(record, found)
    return [row for part in PARTS for row in rows_of(part, outcome(record, told, part))]


def rows_of(part: str, found: Outcome) -> list[Row]:
    """Return the rows of one part."""
    bench, verdicts = f"voices, {part}", found.verdicts
    kinds = ", ".join(f"{k} {found.shown[k]} of {found.clashes[k]}" for k in sorted(found.clashes))
    told = f"{found.reports} reports; {kinds}"
    counts = ", ".join(f"{verdicts[kind]} {kind}" for kind in (*RANKS, "unjudged"))
    judged = verdicts["real"] + verdicts["false"]
    return [
        share(bench, "disputes recall", found.shown.total(), found.clashes.total(), told),
        share(bench, "disputes precision", verdicts["real"], judged, counts),
    ]
