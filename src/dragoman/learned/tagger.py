"""The tagger of attributions: one pass of a small encoder over each text, on the CPU.

It gives the spans of sources, cues and contents, which of them belong together, and for any word
that tells of an event whether it is presented as having happened. How the weights were made, from
what, and how good they are is in ``weights/MODEL_CARD.md``.

A text is best a paragraph: what is said often runs over several sentences. Each text goes through
the encoder alone, so what is found in it never depends on its neighbours (activations are
quantised over everything in a pass), and on one thread that costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources import files

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from dragoman.learned.linking import group
from dragoman.learned.spans import (
    Attribution,
    AttributionSpan,
    SpanKind,
    TaggedText,
)
from dragoman.learned.tags import TAGS, Floats, Scored, decode

KINDS: tuple[SpanKind, ...] = ("source", "cue", "content")

# The encoder was trained on at most 256 word pieces, two of them its own marks.
_WINDOW = 254
_SENTENCE_ENDS = frozenset(".!?")


class _Settings(msgspec.Struct, frozen=True):
    link_width: int
    link_bias: tuple[float, float]
    factuality_bias: tuple[float, float, float]
    transitions: list[list[list[float]]]


class _Window(msgspec.Struct, frozen=True):
    """A stretch of a text after the encoder; each array has a row for each word piece."""

    offsets: list[tuple[int, int]]
    tags: Floats
    links: Floats
    facts: Floats


class _Model:
    """The packaged weights with their tokenizer, ready to run."""

    def __init__(self, threads: int) -> None:
        weights = files("dragoman.learned") / "weights"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            (weights / "tagger.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        extra = self._session.get_modelmeta().custom_metadata_map["dragoman"]
        self.settings = msgspec.json.decode(extra, type=_Settings)
        self.transitions: Floats = np.array(self.settings.transitions, dtype=np.float32)

    def windows(self, text: str) -> Iterator[_Window]:
        """Run the encoder over ``text``, in as many passes as its length needs."""
        encoding = self.tokenizer.encode(text)
        first, last = encoding.ids[0], encoding.ids[-1]
        for start, end in _cuts(encoding):
            ids = np.array([[first, *encoding.ids[start:end], last]], dtype=np.int64)
            tags, links, facts = self._session.run(
                None, {"ids": ids, "attention": np.ones_like(ids)}
            )
            size = ids.shape[1]
            yield _Window(
                [(0, 0), *encoding.offsets[start:end], (0, 0)],
                tags.reshape(size, len(KINDS), TAGS),
                links.reshape(size, len(KINDS), self.settings.link_width),
                facts[0],
            )


class AttributionTagger:
    """Reads texts with the model that ships with the package; loads it at the first use.

    ``threads`` is how many threads one pass may use: one is best when several processes run.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads

    @cached_property
    def _model(self) -> _Model:
        return _Model(self._threads)

    def read(self, texts: Sequence[str]) -> list[TaggedText]:
        """Return what was found in each text, in the order given.

        >>> tagged = AttributionTagger().read(["The minister said the truce was holding."])[0]
        >>> [tagged.text[s.start : s.end] for s in tagged.spans]
        ['The minister', 'said', 'the truce was holding']
        """
        windows = [list(self._model.windows(text)) for text in texts]
        decoded = iter(decode([w.tags for some in windows for w in some], self._model.transitions))
        return [
            self._tagged(text, [(window, next(decoded)) for window in some])
            for text, some in zip(texts, windows, strict=True)
        ]

    def _tagged(self, text: str, windows: list[tuple[_Window, list[list[Scored]]]]) -> TaggedText:
        spans: list[AttributionSpan] = []
        attributions: list[Attribution] = []
        settings = self._model.settings
        for window, found in windows:
            rows = [_spans(kind, some, window) for kind, some in zip(KINDS, found, strict=True)]
            spans += (span for row in rows for span in row)
            for cue, sources, contents in group(found, window.links, settings.link_bias):
                source = tuple(rows[0][i] for i in sources)
                content = tuple(rows[2][i] for i in contents)
                attributions.append(Attribution(source, (rows[1][cue],), content))
        return TaggedText(
            text,
            tuple(sorted(spans)),
            tuple(attributions),
            tuple(offset for window, _ in windows for offset in window.offsets[1:-1]),
            _chances([w.facts[1:-1] for w, _ in windows], settings.factuality_bias),
        )


def _chances(scores: list[Floats], bias: Sequence[float]) -> Floats:
    """Return probabilities from factuality scores, shifted so that rare labels are found too."""
    if not scores:
        return np.zeros((0, len(bias)), dtype=np.float32)
    shifted = np.concatenate(scores) + np.array(bias, dtype=np.float32)
    grown: Floats = np.exp(shifted - shifted.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def _cuts(encoding: Encoding) -> Iterator[tuple[int, int]]:
    """Yield stretches of word pieces of at most one window, cut after a sentence where one ends."""
    end = len(encoding.ids) - 1
    start = 1
    while start < end:
        stop = min(start + _WINDOW, end)
        if stop < end:
            stops = (i for i in range(stop, start, -1) if encoding.tokens[i - 1] in _SENTENCE_ENDS)
            stop = next(stops, stop)
        yield start, stop
        start = stop


def _spans(kind: SpanKind, found: list[Scored], window: _Window) -> list[AttributionSpan]:
    return [
        AttributionSpan(window.offsets[first][0], window.offsets[last][1], kind, score)
        for first, last, score in found
    ]
