"""What the learned tagger found in one text: spans and attributions."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.spans import Span

SpanKind = Literal["source", "cue", "content"]


class AttributionSpan(msgspec.Struct, frozen=True, order=True):
    """A stretch that names a source, says that it speaks, or is what it says.

    ``start`` and ``end`` are code points of the text that was given.
    """

    start: int
    end: int
    kind: SpanKind

    @property
    def span(self) -> Span:
        """The stretch without its kind."""
        return Span(self.start, self.end)


class Attribution(msgspec.Struct, frozen=True, order=True):
    """Spans that belong together: who (may be empty), by which words, said what."""

    source: tuple[AttributionSpan, ...]
    cue: tuple[AttributionSpan, ...]
    content: tuple[AttributionSpan, ...]


class TaggedText(msgspec.Struct, frozen=True):
    """One text as the tagger reads it."""

    text: str
    spans: tuple[AttributionSpan, ...]
    attributions: tuple[Attribution, ...]

    def of_kind(self, kind: SpanKind) -> tuple[AttributionSpan, ...]:
        """Return the spans of one kind, in the order of the text."""
        return tuple(span for span in self.spans if span.kind == kind)
