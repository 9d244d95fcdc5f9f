"""What a report itself calls untrue right after somebody said it: "That is totally false"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.deeds import SAYS
from dragoman.assessment.disputes.others import is_said
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.questions import question
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Span

# A verdict is no longer than this, with the mark that ends what was said.
_LONG = 90


def told_false(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between what somebody says and the report that tells it.

    Rule "called untrue": the report's next sentence says nothing but that it is false, and nobody
    else is told to say so: a station that answers its enemy.
    """
    for report, told in grouped(one for one in said if one.claim).items():
        yield from index.kept("told false", report, told, partial(_of_report, index, told))


def _of_report(index: Index, told: Sequence[Statement]) -> list[Dispute]:
    return [
        found
        for one in told
        if one.claim is not None and one.claim.act in SAYS and is_said(one)
        if (verdict := _verdict(index, one)) and not _is_anybodys(verdict, told)
        if (found := _dispute(index, one, verdict))
    ]


def _verdict(index: Index, one: Statement) -> Span | None:
    """Return where the report calls untrue what somebody said, right after it."""
    last = one.claim.content[-1].end if one.claim else one.evidence.end
    found = find("flat_verdict", index.reports[one.report].text[last : last + _LONG])
    return Span(last + found.start("words"), last + found.end("words")) if found else None


def _is_anybodys(verdict: Span, told: Sequence[Statement]) -> bool:
    pieces = (piece for one in told if one.claim for piece in one.claim.content)
    return any(piece.span.overlaps(verdict) for piece in pieces)


def _dispute(index: Index, one: Statement, verdict: Span) -> Dispute | None:
    report = index.reports[one.report]
    yes = one.stance(index, "it is so")
    no = from_words(index, report.evidence(verdict), "it is not so", report.published)
    return dispute(
        index,
        "occurrence",
        "called untrue",
        question(index, one),
        [yes, no],
        why=f"{tellers(index, [yes])} said so; the report itself calls it untrue right after.",
    )
