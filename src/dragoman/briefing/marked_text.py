"""A report's text cut into pieces at every border of evidence, for display."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from dragoman.model import Report, Span


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text within which nothing begins or ends.

    ``body`` is false in page furniture; ``cited`` is true where some value rests on it.
    """

    start: int
    end: int
    text: str
    body: bool
    cited: bool


def pieces(report: Report, cited: Iterable[Span]) -> list[Piece]:
    """Return ``report.text`` as pieces: joined, they are the whole text again."""
    spans = sorted(set(cited))
    readable = [*report.body, *([report.headline] if report.headline else [])]
    borders = {0, len(report.text)}
    for span in (*spans, *readable):
        borders.update((span.start, span.end))
    edges = sorted(border for border in borders if 0 <= border <= len(report.text))
    covered = _union(spans)
    found = []
    for start, end in pairwise(edges):
        piece = Span(start, end)
        found.append(
            Piece(
                start=start,
                end=end,
                text=piece.of(report.text),
                body=any(span.contains(piece) for span in readable),
                cited=any(span.contains(piece) for span in covered),
            )
        )
    return found


def _union(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return merged
