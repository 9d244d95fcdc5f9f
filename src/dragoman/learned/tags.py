"""Tags of word pieces and the best legal sequence of them: spans as B-I-E and S, the rest O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# First and last piece, both included.
Pieces = tuple[int, int]

OUTSIDE, BEGIN, INSIDE, END, SINGLE = range(5)
TAGS = 5
_FORBIDDEN = np.float32(-1e4)
_OPEN = (BEGIN, INSIDE)
_CONTINUES = (INSIDE, END)
# Sequences decoded together: enough for numpy to be busy, few enough to stay small.
_TOGETHER = 64

# LEGAL[a, b] is 0 where tag b may follow tag a and a large penalty where it may not.
LEGAL: Floats = np.array(
    [
        [0 if (a in _OPEN) == (b in _CONTINUES) else _FORBIDDEN for b in range(TAGS)]
        for a in range(TAGS)
    ],
    dtype=np.float32,
)
LEGAL_START: Floats = np.array(
    [_FORBIDDEN if b in _CONTINUES else 0 for b in range(TAGS)], dtype=np.float32
)
LEGAL_STOP: Floats = np.array(
    [_FORBIDDEN if a in _OPEN else 0 for a in range(TAGS)], dtype=np.float32
)
_ONLY_OUTSIDE: Floats = np.array([0] + [_FORBIDDEN] * (TAGS - 1), dtype=np.float32)


def tag(spans: Iterable[Pieces], length: int) -> list[int]:
    """Return the tags of ``length`` word pieces for spans of (first, last) piece, both included.

    >>> tag([(1, 1), (3, 5)], 7)
    [0, 4, 0, 1, 2, 3, 0]
    """
    tags = [OUTSIDE] * length
    for first, last in spans:
        if first == last:
            tags[first] = SINGLE
            continue
        tags[first : last + 1] = [BEGIN, *[INSIDE] * (last - first - 1), END]
    return tags


def untag(tags: Iterable[int]) -> list[Pieces]:
    """Return the spans, first and last piece included, of a legal sequence of tags.

    >>> untag([0, 4, 0, 1, 2, 3, 0])
    [(1, 1), (3, 5)]
    """
    spans, first = [], 0
    for i, value in enumerate(tags):
        if value in (BEGIN, SINGLE):
            first = i
        if value in (END, SINGLE):
            spans.append((first, i))
    return spans


def decode(scores: Sequence[Floats], transitions: Floats) -> list[list[list[Pieces]]]:
    """Return the spans of each sequence and row, from the best legal tags.

    Each of ``scores`` is pieces x rows x tags; its first and last piece are the encoder's own marks
    and stay outside. ``transitions`` is rows x tags x tags, from and to.
    """
    found: list[list[list[Pieces]]] = [[] for _ in scores]
    order = sorted(range(len(scores)), key=lambda i: len(scores[i]))
    for start in range(0, len(order), _TOGETHER):
        some = order[start : start + _TOGETHER]
        paths = best_paths(_stack([scores[i] for i in some]), transitions)
        rows = len(paths) // len(some)
        for place, i in enumerate(some):
            found[i] = [untag(path) for path in paths[place * rows : (place + 1) * rows]]
    return found


def best_paths(scores: Floats, transitions: Floats) -> list[list[int]]:
    """Return the legal tags with the highest total (Viterbi), a list for each sequence and row.

    ``scores`` is pieces x sequences x rows x tags.
    """
    steps = transitions + LEGAL
    back = np.zeros(scores.shape, dtype=np.int64)
    best = scores[0] + LEGAL_START
    for i in range(1, len(scores)):
        totals = best[..., :, None] + steps
        back[i] = totals.argmax(axis=-2)
        best = totals.max(axis=-2) + scores[i]
    last: list[int] = (best + LEGAL_STOP).argmax(axis=-1).ravel().tolist()
    # Lists are followed several times as fast as arrays.
    moves: list[list[list[int]]] = back.reshape(len(scores), -1, TAGS).tolist()
    return [_followed(moves, row, tag) for row, tag in enumerate(last)]


def _followed(moves: list[list[list[int]]], row: int, tag: int) -> list[int]:
    """Return the tags of one row, from the last one back along its best moves."""
    path = [tag]
    for move in reversed(moves[1:]):
        tag = move[row][tag]
        path.append(tag)
    return path[::-1]


def _stack(scores: Sequence[Floats]) -> Floats:
    """Return pieces x sequences x rows x tags; padding and the encoder's marks stay outside."""
    longest = max(map(len, scores))
    stacked = np.tile(_ONLY_OUTSIDE, (longest, len(scores), scores[0].shape[1], 1))
    for i, one in enumerate(scores):
        stacked[1 : len(one) - 1, i] = one[1:-1]
    return stacked
