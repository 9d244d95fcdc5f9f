"""What a voice does with its words, denies or tells, read by a small encoder.

How the weights were made, from what, and how good they are is in ``weights/MODEL_CARD.md``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import Literal

import msgspec
import numpy as np

from dragoman.learned.encoder import Model, cuts, tokenizer
from dragoman.learned.tags import Floats
from dragoman.model import Span

Voice = Literal["denial", "other story", "charge", "version"]
# In the order of the network's outputs.
VOICES: tuple[Voice, ...] = ("denial", "other story", "charge", "version")


class Roles(msgspec.Struct, frozen=True):
    """How sure the model is of each role, for each word piece of one text.

    ``starts`` is where each piece begins, ``voices`` how sure it is, from 0 to 1 (pieces x
    `VOICES`).
    """

    starts: list[int]
    voices: Floats

    def voice(self, span: Span, role: Voice) -> float:
        """Return how likely the words in ``span`` are of a role, as the mean of their pieces."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = max(first + 1, bisect_left(self.starts, span.end))
        return float(self.voices[first:last, VOICES.index(role)].mean())


class RoleReader:
    """Reads texts with the model that ships with the package; loads it at the first use.

    ``threads`` is how many threads one pass may use: one is best when several processes run.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads

    def read(self, text: str) -> Roles:
        """Return the roles in ``text``: best a few sentences, the ones before included."""
        encoding = tokenizer().encode(text)
        first, last = encoding.ids[0], encoding.ids[-1]
        voices: list[Floats] = []
        starts: list[int] = []
        for start, end in cuts(encoding):
            ids = np.array([[first, *encoding.ids[start:end], last]], dtype=np.int64)
            voices.append(_model(self._threads).run(ids=ids)[0][0, 1:-1])
            starts += [offset for offset, _ in encoding.offsets[start:end]]
        return Roles(starts, np.concatenate(voices))


@cache
def _model(threads: int) -> Model:
    return Model("roles.onnx", threads)
