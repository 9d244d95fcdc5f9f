"""Paragraphs that an extractor kept, found again in the page's own text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.model import Span
from dragoman.reading.lines import Block

_WORD = re.compile(r"\w+")
# How many words are looked up at once: enough to be the only such run in most pages.
_RUN = 5


def kept_blocks(
    text: str, blocks: Sequence[Block], kept: Iterable[str], share: float = 0.6
) -> set[int]:
    """Return the indexes of the paragraphs of ``text`` whose words an extractor kept.

    A paragraph counts when at least ``share`` of its words lie in runs of kept words.
    """
    words = _WORD.findall(" \n ".join(kept).lower())
    runs = {tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    shorts = {tuple(_WORD.findall(line.lower())) for part in kept for line in part.split("\n")}
    found: set[int] = set()
    for i, block in enumerate(blocks):
        own = _WORD.findall(block.span.of(text).lower())
        if len(own) < _RUN:
            if tuple(own) in shorts:
                found.add(i)
            continue
        if _covered(own, runs) >= share * len(own):
            found.add(i)
    return found


def _covered(own: Sequence[str], runs: set[tuple[str, ...]]) -> int:
    marks = bytearray(len(own))
    for i in range(len(own) - _RUN + 1):
        if tuple(own[i : i + _RUN]) in runs:
            marks[i : i + _RUN] = b"\x01" * _RUN
    return sum(marks)


def spans_of(blocks: Sequence[Block], kept: Iterable[int]) -> list[Span]:
    """Return the spans of the paragraphs with these indexes, in order."""
    return [blocks[i].span for i in sorted(kept)]
