"""Which source and which content go with which cue, from the vectors that the encoder gives."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.learned.tags import Floats, Pieces

SOURCE, CUE, CONTENT = range(3)
# A pair counts from this probability on; tuned on training articles kept aside.
_ENOUGH = 0.5

# For each cue that has a content: its place in the list of cues, of its sources, of its contents.
Group = tuple[int, list[int], list[int]]


def group(spans: Sequence[Sequence[Pieces]], vectors: Floats, bias: Sequence[float]) -> list[Group]:
    """Return the attributions of one text, one for each cue that something said goes with.

    ``spans`` lists sources, cues and contents; ``vectors`` is pieces x 3 x width.
    """
    if not spans[CUE]:
        return []
    sources = _pairs(spans, SOURCE, vectors, bias[0])
    contents = _pairs(spans, CONTENT, vectors, bias[1])
    return [
        (cue, np.flatnonzero(sources[:, cue]).tolist(), np.flatnonzero(contents[:, cue]).tolist())
        for cue in range(len(spans[CUE]))
        if contents[:, cue].any()
    ]


def _pairs(
    spans: Sequence[Sequence[Pieces]], kind: int, vectors: Floats, bias: float
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return a table of yes and no: spans of ``kind`` x cues."""
    mine, cues = _ends(spans[kind], vectors[:, kind]), _ends(spans[CUE], vectors[:, CUE])
    scores = mine @ cues.T / np.sqrt(vectors.shape[2]) + bias
    table: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = 1 / (1 + np.exp(-scores)) >= _ENOUGH
    return table


def _ends(spans: Sequence[Pieces], vectors: Floats) -> Floats:
    """Return one row a span: the mean of the vectors of its first and its last piece."""
    ends = np.array(spans, dtype=np.int64).reshape(-1, 2)
    mean: Floats = vectors[ends].mean(axis=1)
    return mean
