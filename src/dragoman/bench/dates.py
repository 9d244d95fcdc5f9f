"""How well time expressions are found and resolved: TimeBank and AQUAINT.

Scored as TempEval-3 scores task A: a found expression is right in the relaxed sense when it shares
a character with a marked one (each counted once), in the strict sense when both ends agree; the
value F1 counts those relaxed matches whose value agrees too, and our "type and value" row those
whose type agrees as well. The day of publication is given. Rules were tuned on a half of the
documents that a hash of the name chooses; the figures are those of the other half.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.bench.timex import GoldTime, TimexDocument, load
from dragoman.extraction.times import times_of
from dragoman.language import Document, parse
from dragoman.model import Dates, Report, Span

NEEDS = ("tempeval3/gold",)

Finder = Callable[[TimexDocument, Document, Report], list[GoldTime]]


class Score(msgspec.Struct, frozen=True):
    """Counts over documents, and the F1 of each measure."""

    found: int
    gold: int
    relaxed: int
    strict: int
    value: int
    both: int

    def f1(self, right: int) -> float:
        """Return the F1 of ``right`` matches."""
        return 2 * right / (self.found + self.gold) if self.found + self.gold else 0.0

    def __add__(self, other: Score) -> Score:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Score(*(a + b for a, b in pairs))


def pairs(
    found: Sequence[GoldTime], gold: Sequence[GoldTime]
) -> list[tuple[GoldTime | None, GoldTime | None]]:
    """Return found and gold expressions in step: matched where they share a character.

    Each takes part in one match; the larger overlap wins.
    """
    options = [
        (min(f.span.end, g.span.end) - max(f.span.start, g.span.start), i, j)
        for i, f in enumerate(found)
        for j, g in enumerate(gold)
        if f.span.overlaps(g.span)
    ]
    rows: list[tuple[GoldTime | None, GoldTime | None]] = []
    used_found: set[int] = set()
    used_gold: set[int] = set()
    for _, i, j in sorted(options, key=lambda option: (-option[0], option[1], option[2])):
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            rows.append((found[i], gold[j]))
    rows.extend((one, None) for i, one in enumerate(found) if i not in used_found)
    rows.extend((None, one) for j, one in enumerate(gold) if j not in used_gold)
    return rows


def score(found: Sequence[GoldTime], gold: Sequence[GoldTime]) -> Score:
    """Return the counts of one document."""
    matched = [(f, g) for f, g in pairs(found, gold) if f is not None and g is not None]
    values = [(f, g) for f, g in matched if f.value == g.value]
    return Score(
        found=len(found),
        gold=len(gold),
        relaxed=len(matched),
        strict=sum(f.span == g.span for f, g in matched),
        value=len(values),
        both=sum(f.type == g.type for f, g in values),
    )


def report_of(document: TimexDocument) -> Report:
    """Return the document as a report published on its day."""
    return Report(
        id=document.name,
        source=document.name,
        sha256="",
        text=document.text,
        body=(Span(0, len(document.text)),),
        published=None if document.day is None else Dates.day(document.day),
    )


def ours(_: TimexDocument, document: Document, report: Report) -> list[GoldTime]:
    """Return what the step `Times` finds, with TIMEX3 types."""
    return [
        GoldTime(mention.evidence.span, mention.kind.upper(), mention.value)
        for mention in times_of(document, report)
    ]


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def baseline(gold: TimexDocument, document: Document, report: Report) -> list[GoldTime]:
    """Return the language model's DATE and TIME spans, resolved naively: last such weekday."""
    found: list[GoldTime] = []
    start = None
    for token in [*document.tokens, None]:
        inside = token is not None and token.ent in ("DATE", "TIME")
        if start is not None and (token is None or token.ent_start or not inside):
            last = document.tokens[token.i - 1 if token else -1]
            span = Span(start.start, last.end)
            words = span.of(report.text)
            found.append(GoldTime(span, start.ent, _naive(words.lower(), gold.day)))
            start = None
        if token is not None and inside and start is None:
            start = token
    return found


def _naive(words: str, day: dt.date | None) -> str:
    if words.isdigit() and len(words) == 4:
        return words
    if day is None:
        return ""
    if words in _WORDS:
        return (day + dt.timedelta(days=_WORDS[words])).isoformat()
    if words in _DAYS:
        return (day - dt.timedelta(days=(day.weekday() - _DAYS.index(words)) % 7)).isoformat()
    return day.isoformat()


def total(documents: Iterable[tuple[TimexDocument, Document]], finder: Finder) -> Score:
    """Return the counts of ``finder`` over parsed documents."""
    result = Score(0, 0, 0, 0, 0, 0)
    for gold, document in documents:
        result += score(finder(gold, document, report_of(gold)), gold.times)
    return result


_PUBLISHED = {
    "relaxed span F1": "0.90 (HeidelTime on the TempEval-3 test set)",
    "value F1": "0.78 (HeidelTime on the TempEval-3 test set)",
}


def run(data: Path) -> list[Row]:
    """Return the table of the held-out half and of all documents; nothing without the data."""
    documents = load(data / "tempeval3" / "gold")
    if not documents:
        return []
    parsed = [(document, parse(report_of(document))) for document in documents]
    rows: list[Row] = []
    held_out = [pair for pair in parsed if not pair[0].tuning]
    for name, some in (("held-out half", held_out), ("all", parsed)):
        mine, naive = total(some, ours), total(some, baseline)
        for measure, field in (
            ("relaxed span F1", "relaxed"), ("strict span F1", "strict"),
            ("value F1", "value"), ("type and value F1", "both"),
        ):  # fmt: skip
            rows.append(
                Row(
                    bench="dates",
                    measure=f"{measure}, {name}",
                    ours=mine.f1(getattr(mine, field)),
                    baseline=naive.f1(getattr(naive, field)),
                    published=_PUBLISHED.get(measure, ""),
                    n=mine.gold,
                    note=f"{len(some)} documents of TimeBank and AQUAINT",
                )
            )
    return rows
