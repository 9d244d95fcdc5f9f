"""A report's text with its evidence marked by kind: where spans overlap, each piece knows all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

import msgspec

from dragoman.briefing.marked_text import pieces
from dragoman.model import Claim, Evidence, Report, Span
from dragoman.web.snapshot import Snapshot

# In order of how much they say: where several lie on the same words, the first colours them.
KINDS = ("account", "count", "time", "place", "speaker", "promise", "agreement", "claim")


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the report on which a value rests: ``thing`` is the id that they belong to."""

    kind: str
    thing: str
    start: int
    end: int


class MarkedPiece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text within which nothing begins or ends.

    ``kinds`` are the kinds that lie on it, ``things`` the ids, the most telling first; ``first``
    is true where a mark begins that no piece before showed.
    """

    start: int
    end: int
    text: str
    body: bool
    kinds: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    first: bool = False


def marks(report: Report, snap: Snapshot) -> list[Mark]:
    """Return what rests on words of a report, in order of text."""
    found = [*_claims(report, snap), *_accounts(report, snap), *_promises(report, snap)]
    return sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.thing))


def _mark(kind: str, thing: str, evidence: Evidence) -> Mark:
    return Mark(kind=kind, thing=thing, start=evidence.start, end=evidence.end)


def _claims(report: Report, snap: Snapshot) -> Iterator[Mark]:
    for claim in snap.claims_by_report.get(report.id, ()):
        for evidence in claim.content:
            yield _mark("claim", claim.id, evidence)
        if claim.speaker.evidence is not None:
            yield _mark("speaker", claim.id, claim.speaker.evidence)
        if claim.said_on is not None and _here(claim.said_on.evidence, report):
            yield _mark("time", claim.id, claim.said_on.evidence)  # type: ignore[arg-type]


def _accounts(report: Report, snap: Snapshot) -> Iterator[Mark]:
    for account in snap.accounts_by_report.get(report.id, ()):
        yield _mark("account", account.id, account.trigger)
        for count in account.counts:
            yield _mark("count", account.id, count.evidence)
        if account.place_evidence is not None:
            yield _mark("place", account.id, account.place_evidence)
        if account.date is not None and _here(account.date.evidence, report):
            yield _mark("time", account.id, account.date.evidence)  # type: ignore[arg-type]


def _promises(report: Report, snap: Snapshot) -> Iterator[Mark]:
    for promise in snap.commitments_by_report.get(report.id, ()):
        for evidence in promise.evidence[:1]:
            if evidence.report == report.id:
                yield _mark("promise", promise.id, evidence)
    for agreement in snap.agreements_by_report.get(report.id, ()):
        for evidence in agreement.evidence:
            if evidence.report == report.id:
                yield _mark("agreement", agreement.id, evidence)


def _here(evidence: Evidence | None, report: Report) -> bool:
    """A claim's date may be the report's own, found in its furniture: that is no mark of its."""
    if evidence is None or evidence.report != report.id:
        return False
    return report.published is None or evidence != report.published.evidence


def marked_pieces(report: Report, found: Sequence[Mark]) -> tuple[MarkedPiece, ...]:
    """Return the text in pieces, each with all marks that lie on it.

    ``found`` is sorted by start. A sweep keeps the marks that are open, so that a long report
    with many marks costs no more than their number.
    """
    spans = {Span(mark.start, mark.end) for mark in found}
    waiting = list(reversed(list(enumerate(found))))
    open_: list[tuple[int, int]] = []
    shown: set[tuple[str, str]] = set()
    out = []
    for piece in pieces(report, spans):
        while waiting and waiting[-1][1].start <= piece.start:
            number, mark = waiting.pop()
            heappush(open_, (mark.end, number))
        while open_ and open_[0][0] <= piece.start:
            heappop(open_)
        here = sorted((found[n] for _, n in open_), key=_telling)
        fresh = {(mark.kind, mark.thing) for mark in here} - shown
        shown |= fresh
        out.append(
            MarkedPiece(
                start=piece.start,
                end=piece.end,
                text=piece.text,
                body=piece.body,
                kinds=tuple(dict.fromkeys(mark.kind for mark in here)),
                things=tuple(dict.fromkeys(mark.thing for mark in here)),
                first=bool(fresh),
            )
        )
    return tuple(out)


def _telling(mark: Mark) -> tuple[int, int, str]:
    return KINDS.index(mark.kind), mark.end - mark.start, mark.thing


def speaker_in_words(claim: Claim) -> str:
    """Return how this claim's own words name its speaker, when that is not the name itself."""
    words = claim.speaker.evidence
    return words.quote if words is not None and words.quote != claim.speaker.name else ""
