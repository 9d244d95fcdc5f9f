"""The packaged weights with their tokenizer: texts in, one row of numbers a word piece out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from dragoman.learned.tags import TAGS, Floats

# Sources, cues and contents.
KINDS = 3
# The encoder was trained on at most 256 word pieces, two of them its own marks.
_WINDOW = 254
_SENTENCE_ENDS = frozenset(".!?")
_WEIGHTS = files("dragoman.learned") / "weights"


class Settings(msgspec.Struct, frozen=True):
    """What decoding needs beside the weights; kept as metadata in the file."""

    link_width: int
    link_bias: tuple[float, float]
    transitions: list[list[list[float]]]


class Window(msgspec.Struct, frozen=True):
    """A stretch of a text after the encoder; each array has a row for each word piece.

    The first and the last row are the encoder's own marks.
    """

    offsets: list[tuple[int, int]]
    tags: Floats
    links: Floats


class Model:
    """One ONNX file of the package, ready to run on ``threads`` threads."""

    def __init__(self, name: str, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            (_WEIGHTS / name).read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        self.metadata: str = self._session.get_modelmeta().custom_metadata_map.get("dragoman", "")

    def run(self, **inputs: Any) -> list[Floats]:
        """Return the outputs in the order in which the file has them."""
        found: list[Floats] = self._session.run(None, inputs)
        return found


class Encoder:
    """The encoder with its heads: scores of tags, and vectors that say what goes together."""

    def __init__(self, threads: int) -> None:
        self._model = Model("tagger.onnx", threads)
        self.settings = msgspec.json.decode(self._model.metadata, type=Settings)
        self.transitions: Floats = np.array(self.settings.transitions, dtype=np.float32)

    def windows(self, text: str) -> Iterator[Window]:
        """Run the encoder over ``text``, in as many passes as its length needs."""
        encoding = tokenizer().encode(text)
        first, last = encoding.ids[0], encoding.ids[-1]
        for start, end in cuts(encoding):
            ids = np.array([[first, *encoding.ids[start:end], last]], dtype=np.int64)
            tags, links = self._model.run(ids=ids)
            size = ids.shape[1]
            yield Window(
                [(0, 0), *encoding.offsets[start:end], (0, 0)],
                tags.reshape(size, KINDS, TAGS),
                links.reshape(size, KINDS, self.settings.link_width),
            )


@cache
def tokenizer() -> Tokenizer:
    """Return the one tokenizer of all models, without padding or truncation."""
    made = Tokenizer.from_str((_WEIGHTS / "tokenizer.json").read_text("utf-8"))
    made.no_padding()
    made.no_truncation()
    return made


@cache
def shared_encoder(threads: int) -> Encoder:
    """Return the encoder, loaded once for each number of threads."""
    return Encoder(threads)


def cuts(encoding: Encoding) -> Iterator[tuple[int, int]]:
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
