"""Tags of word pieces and the best legal sequence of them: spans as B-I-E and S, the rest O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
# First and last piece, both included, and the least probability of a tag among them.
Scored = tuple[int, int, float]

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


def tag(spans: Iterable[tuple[int, int]], length: int) -> list[int]:
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


def untag(tags: Iterable[int]) -> list[tuple[int, int]]:
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


def decode(scores: Sequence[Floats], transitions: Floats) -> list[list[list[Scored]]]:
    """Return the spans of each sequence and row, from the best legal tags.

    Each of ``scores`` is pieces x rows x tags; its first and last piece are the encoder's own marks
    and stay outside. ``transitions`` is rows x tags x tags, from and to.
    """
    found: list[list[list[Scored]]] = [[] for _ in scores]
    order = sorted(range(len(scores)), key=lambda i: len(scores[i]))
    for start in range(0, len(order), _TOGETHER):
        some = order[start : start + _TOGETHER]
        stacked = _stack([scores[i] for i in some])
        path = best_path(stacked, transitions)
        sure = certainty(stacked, transitions)
        for place, i in enumerate(some):
            rows = range(path.shape[1])
            found[i] = [_scored(path[:, row, place], sure[:, row, place]) for row in rows]
    return found


def best_path(scores: Floats, transitions: Floats) -> Ints:
    """Return the legal tags with the highest total (Viterbi): pieces x rows x sequences.

    ``scores`` is pieces x sequences x rows x tags.
    """
    steps = transitions + LEGAL
    back = np.zeros(scores.shape, dtype=np.int64)
    best = scores[0] + LEGAL_START
    for i in range(1, len(scores)):
        totals = best[..., :, None] + steps
        back[i] = totals.argmax(axis=-2)
        best = totals.max(axis=-2) + scores[i]
    path = np.zeros(scores.shape[:-1], dtype=np.int64)
    path[-1] = (best + LEGAL_STOP).argmax(axis=-1)
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = np.take_along_axis(back[i], path[i][..., None], axis=-1)[..., 0]
    return path.transpose(0, 2, 1)


def certainty(scores: Floats, transitions: Floats) -> Floats:
    """Return the probability of each tag (forward-backward): pieces x rows x sequences x tags."""
    steps = transitions + LEGAL
    forward, backward = np.empty_like(scores), np.empty_like(scores)
    forward[0] = scores[0] + LEGAL_START
    backward[-1] = LEGAL_STOP
    for i in range(1, len(scores)):
        forward[i] = _log_sum(forward[i - 1][..., :, None] + steps, -2) + scores[i]
        backward[-1 - i] = _log_sum((backward[-i] + scores[-i])[..., None, :] + steps, -1)
    both = forward + backward
    chances: Floats = np.exp(both - _log_sum(both, -1)[..., None])
    return chances.transpose(0, 2, 1, 3)


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    total = np.log(np.exp(values - top).sum(axis=axis))
    result: Floats = total + top.squeeze(axis)
    return result


def _stack(scores: Sequence[Floats]) -> Floats:
    """Return pieces x sequences x rows x tags; padding and the encoder's marks stay outside."""
    longest = max(map(len, scores))
    stacked = np.tile(_ONLY_OUTSIDE, (longest, len(scores), scores[0].shape[1], 1))
    for i, one in enumerate(scores):
        stacked[1 : len(one) - 1, i] = one[1:-1]
    return stacked


def _scored(path: Ints, sure: Floats) -> list[Scored]:
    chosen = sure[np.arange(len(path)), path]
    return [(a, b, float(np.min(chosen[a : b + 1]))) for a, b in untag(path.tolist())]
