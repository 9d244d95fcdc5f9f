"""What the learned tagger found in one text: spans, attributions, and how sure events are."""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.model.spans import Span

SpanKind = Literal["source", "cue", "content"]
FactualityLabel = Literal["did_not_happen", "uncertain", "happened"]
FACTUALITIES: tuple[FactualityLabel, ...] = ("did_not_happen", "uncertain", "happened")


class AttributionSpan(msgspec.Struct, frozen=True, order=True):
    """A stretch that names a source, says that it speaks, or is what it says.

    ``start`` and ``end`` are code points of the text that was given; ``score`` (0 to 1) is the
    probability of the least certain word piece in it.
    """

    start: int
    end: int
    kind: SpanKind
    score: float

    @property
    def span(self) -> Span:
        """The stretch without its kind and score."""
        return Span(self.start, self.end)


class Attribution(msgspec.Struct, frozen=True, order=True):
    """Spans that belong together: who (may be empty), by which words, said what."""

    source: tuple[AttributionSpan, ...]
    cue: tuple[AttributionSpan, ...]
    content: tuple[AttributionSpan, ...]


class Factuality(msgspec.Struct, frozen=True):
    """Whether the text presents an event as one that happened, with the label's probability."""

    label: FactualityLabel
    score: float


class TaggedText(msgspec.Struct, frozen=True, eq=False):
    """One text as the tagger reads it.

    ``pieces`` holds the start and end of each word piece, ``chances`` the probability of each of
    `FACTUALITIES` for each (pieces x 3).
    """

    text: str
    spans: tuple[AttributionSpan, ...]
    attributions: tuple[Attribution, ...]
    pieces: tuple[tuple[int, int], ...]
    chances: NDArray[np.float32]

    def of_kind(self, kind: SpanKind) -> tuple[AttributionSpan, ...]:
        """Return the spans of one kind, in the order of the text."""
        return tuple(span for span in self.spans if span.kind == kind)

    def factuality(self, word: Span) -> Factuality | None:
        """Return how the text presents the event that ``word`` tells of (None: no such word).

        Give the word at the heart of the event ("attacked", "ceasefire"), not a whole clause.
        """
        inside = (i for i, (a, b) in enumerate(self.pieces) if a < word.end and b > word.start)
        place = next(inside, None)
        if place is None:
            return None
        best = int(self.chances[place].argmax())
        return Factuality(FACTUALITIES[best], float(self.chances[place, best]))
