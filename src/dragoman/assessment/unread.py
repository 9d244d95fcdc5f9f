"""Sentences that no claim or account stands in, where they may tell what became of a promise.

"The bridge was reopened on Friday" is no event of a known type, but it is what was promised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.assessment.fulfilment import telling_stems
from dragoman.assessment.index import Index
from dragoman.assessment.promised import Deed, things
from dragoman.assessment.statements import Statement, from_sentence, in_order, naming_of
from dragoman.memo import digest
from dragoman.model import Report, Span
from dragoman.resolution.wording import content_words

_END = re.compile(r"[.!?][”\"’)]*(?=\s+[\"“A-Z0-9])|\n+")
# What stands in quotation marks is somebody's words, and whose is not known here.
_QUOTED = re.compile('["“”]')


def with_unread(index: Index, said: Sequence[Statement], deeds: Sequence[Deed]) -> list[Statement]:
    """Return the statements with the sentences beside them that name one of the deeds."""
    if not deeds:
        return list(said)
    wanted: dict[str, set[frozenset[str]]] = {}
    for deed in deeds:
        for thing in deed.object or deed.rest:
            wanted.setdefault(thing, set()).add(telling_stems(deed.verb))
    naming = naming_of(index)
    read = _read(index)
    found = [
        from_sentence(index, naming, report.id, report.evidence(span))
        for report in index.record.reports
        for span in _left(index, report, read.get(report.id, ())).naming(wanted)
    ]
    return in_order(index, [*said, *found])


class Left(msgspec.Struct, frozen=True):
    """The sentences of a report that nothing was read in, with all things that they name."""

    sentences: tuple[tuple[Span, str], ...]
    things: frozenset[str]

    def naming(self, wanted: Mapping[str, set[frozenset[str]]]) -> Iterator[Span]:
        """Yield where a promised thing is named, and a word for what is done with it."""
        if not self.things.isdisjoint(wanted):
            yield from (span for span, text in self.sentences if _names(wanted, text))


def _left(index: Index, report: Report, read: Sequence[Span]) -> Left:
    key = digest(report.text, report.body, read)
    left: Left | None = index.memo.table("sentences left unread").find(key)
    return left or index.memo.table("sentences left unread").keep(key, _unread(report, read))


def _unread(report: Report, read: Sequence[Span]) -> Left:
    inside = bytearray(len(report.text))
    for span in read:
        inside[span.start : span.end] = b"\1" * (span.end - span.start)
    spans = (s for s in _sentences(report) if 1 not in inside[s.start : s.end])
    told = tuple((span, span.of(report.text)) for span in spans)
    able = tuple((span, text) for span, text in told if not _QUOTED.search(text))
    return Left(able, frozenset(thing for _, text in able for thing in things(text)))


def _read(index: Index) -> dict[str, list[Span]]:
    """Return, for each report, the stretches that are read already."""
    found: dict[str, list[Span]] = {}
    for claim in index.record.claims:
        found.setdefault(claim.report, []).extend(e.span for e in claim.content)
    for account in index.record.accounts:
        found.setdefault(account.report, []).append(account.evidence[0].span)
    for commitment in index.record.commitments:
        for evidence in commitment.evidence:
            found.setdefault(evidence.report, []).append(evidence.span)
    return found


def _sentences(report: Report) -> Iterator[Span]:
    for part in report.body:
        start = part.start
        for match in _END.finditer(report.text, part.start, part.end):
            yield Span(start, match.end()).trim(report.text)
            start = match.end()
        if start < part.end:
            yield Span(start, part.end).trim(report.text)


def _names(wanted: Mapping[str, set[frozenset[str]]], text: str) -> bool:
    """Return whether a sentence names a promised thing and a word for what is done with it."""
    deeds = [stems for thing in sorted(things(text) & wanted.keys()) for stems in wanted[thing]]
    return bool(deeds) and any(stems & content_words(text) for stems in deeds)
