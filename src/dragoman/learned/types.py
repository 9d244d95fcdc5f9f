"""The PLOVER type of what a source does to a target, over the tagger's encoder."""

from __future__ import annotations

from functools import cached_property

import msgspec
import numpy as np

from dragoman.learned.encoder import Model, Window, shared_encoder
from dragoman.model.spans import Span


class EventType(msgspec.Struct, frozen=True):
    """A PLOVER root type with its probability, 0 to 1; YIELD is CONCEDE and RETREAT together."""

    type: str
    score: float


class _Types(msgspec.Struct, frozen=True):
    types: list[str]


class EventTyper:
    """Names the type of an event in a sentence; loads its weights at the first use.

    ``threads`` is how many threads one pass may use.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads

    @cached_property
    def _head(self) -> Model:
        return Model("types.onnx", self._threads)

    @cached_property
    def _types(self) -> list[str]:
        return msgspec.json.decode(self._head.metadata, type=_Types).types

    def read(
        self, sentence: str, *, source: Span | None = None, target: Span | None = None
    ) -> EventType | None:
        """Return the type of what ``source`` does to ``target`` (None: the sentence is empty).

        The spans are code points of ``sentence``. It knows 15 types and always names one: ask only
        where a rule has found an event. Only the first 254 word pieces are read.
        """
        window = next(shared_encoder(self._threads).windows(sentence), None)
        if window is None:
            return None
        roles = np.zeros((1, len(window.offsets)), dtype=np.int64)
        for number, span in enumerate((source, target), 1):
            if span is not None:
                roles[0, _inside(window, span)] = number
        attention = np.ones(roles.shape, dtype=np.float32)
        scores = self._head.run(states=window.states[None], roles=roles, attention=attention)[0][0]
        chances = np.exp(scores - scores.max())
        best = int(chances.argmax())
        return EventType(self._types[best], float(chances[best] / chances.sum()))


def _inside(window: Window, span: Span) -> list[int]:
    pieces = enumerate(window.offsets)
    return [i for i, (a, b) in pieces if a < b and a < span.end and b > span.start]
