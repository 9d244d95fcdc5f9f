"""The tagger of attributions: one pass of a small encoder over each text, on the CPU.

It gives the spans of sources, cues and contents, and which of them belong together. How the weights
were made, from what, and how good they are is in ``weights/MODEL_CARD.md``.

A text is best a paragraph: what is said often runs over several sentences. Each text goes through
the encoder alone, so what is found in it never depends on its neighbours (activations are
quantised over everything in a pass), and on one thread that costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.learned.encoder import Window, shared_encoder
from dragoman.learned.linking import group
from dragoman.learned.spans import (
    Attribution,
    AttributionSpan,
    SpanKind,
    TaggedText,
)
from dragoman.learned.tags import Pieces, decode

KINDS: tuple[SpanKind, ...] = ("source", "cue", "content")


class AttributionTagger:
    """Reads texts with the model that ships with the package; loads it at the first use.

    ``threads`` is how many threads one pass may use: one is best when several processes run.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads

    def read(self, texts: Sequence[str]) -> list[TaggedText]:
        """Return what was found in each text, in the order given.

        >>> tagged = AttributionTagger().read(["The minister said the truce was holding."])[0]
        >>> [tagged.text[s.start : s.end] for s in tagged.spans]
        ['The minister', 'said', 'the truce was holding']
        """
        encoder = shared_encoder(self._threads)
        windows = [list(encoder.windows(text)) for text in texts]
        decoded = iter(decode([w.tags for some in windows for w in some], encoder.transitions))
        return [
            self._tagged(text, [(window, next(decoded)) for window in some])
            for text, some in zip(texts, windows, strict=True)
        ]

    def _tagged(self, text: str, windows: list[tuple[Window, list[list[Pieces]]]]) -> TaggedText:
        spans: list[AttributionSpan] = []
        attributions: list[Attribution] = []
        settings = shared_encoder(self._threads).settings
        for window, found in windows:
            rows = [_spans(kind, some, window) for kind, some in zip(KINDS, found, strict=True)]
            spans += (span for row in rows for span in row)
            for cue, sources, contents in group(found, window.links, settings.link_bias):
                source = tuple(rows[0][i] for i in sources)
                content = tuple(rows[2][i] for i in contents)
                attributions.append(Attribution(source, (rows[1][cue],), content))
        return TaggedText(text, tuple(sorted(spans)), tuple(attributions))


def _spans(kind: SpanKind, found: list[Pieces], window: Window) -> list[AttributionSpan]:
    return [
        AttributionSpan(window.offsets[first][0], window.offsets[last][1], kind)
        for first, last in found
    ]
