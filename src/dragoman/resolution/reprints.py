"""Which reports, and which paragraphs, reprint an earlier one."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from dragoman.model import Report, Span

# Word 5-shingles: long enough that two writers seldom share one by chance.
SHINGLE = 5
# Reprints of agency copy share 0.35-0.4 of their shingles or more; rewritten stories far less.
JACCARD = 0.38
# A cut copy keeps this share of its own shingles from the story it was cut from.
CONTAINED = 0.6
# Below this many shingles a text is a notice or a caption: only an exact copy counts.
FEW = 25
# A shingle in more reports than this is boilerplate ("click here to read more").
COMMON = 60
# A paragraph shorter than this may be the same by chance ("No group claimed responsibility.").
PARAGRAPH_WORDS = 12

_WORD = re.compile(r"\w+")


def report_order(report: Report) -> tuple[dt.date, str]:
    """Return the key that puts reports in order: by day of publication, undated last, then id."""
    day = report.published.end or report.published.start if report.published else None
    return (day or dt.date.max, report.id)


def _body(report: Report) -> str:
    return "\n".join(span.of(report.text) for span in report.body).lower()


class Words(msgspec.Struct, frozen=True):
    """A text's words, joined, and its shingles as numbers."""

    text: str
    shingles: frozenset[int]


@lru_cache(maxsize=4_000)
def words_of(body: str) -> Words:
    """Return the words of a text in lower case and the shingles that they make.

    A shingle is known by the 64 bits of its hash: that two of a million share them is as good as
    impossible. Kept between builds, so that a text is cut up once, however often others are added.
    """
    words = _WORD.findall(body)
    cut = (" ".join(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1))
    return Words(" ".join(words), frozenset(map(hash, cut)))


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Return for each report that reprints another the id of the earliest one it reprints.

    Exact, near and cut copies: the share of common shingles of both texts together, or of the
    later text alone. Versions of one source are no reprints of each other.
    """
    ordered = sorted(reports, key=report_order)
    words = [words_of(_body(report)) for report in ordered]
    repeated = _repeated(words)
    holders: dict[int, list[int]] = {}
    exact: dict[str, int] = {}
    copies: dict[str, str] = {}
    for k, report in enumerate(ordered):
        own = words[k]
        shared = own.shingles & repeated
        original: int | None = exact.setdefault(own.text, k)
        if original == k or not own.text or _one_source(ordered, original, k):
            original = _earliest_like(k, shared, ordered, words, holders)
        if original is not None:
            first = ordered[original].id
            copies[report.id] = copies.get(first, first)
        for shingle in shared:
            holders.setdefault(shingle, []).append(k)
    return copies


def _one_source(ordered: Sequence[Report], first: int | None, second: int) -> bool:
    return first is not None and ordered[first].source == ordered[second].source


def _repeated(words: Iterable[Words]) -> frozenset[int]:
    """Return the shingles that more than one text has: few, and only these tell of copies."""
    seen: set[int] = set()
    again: set[int] = set()
    for one in words:
        again.update(seen.intersection(one.shingles))
        seen.update(one.shingles)
    return frozenset(again)


def _earliest_like(
    k: int,
    repeated: Iterable[int],
    ordered: Sequence[Report],
    words: Sequence[Words],
    holders: Mapping[int, Sequence[int]],
) -> int | None:
    """Return the earliest text that one is like; ``repeated`` are its shingles that others have."""
    own = words[k].shingles
    if len(own) < FEW:
        return None
    shared: Counter[int] = Counter()
    for shingle in repeated:
        found = holders.get(shingle)
        if found is not None and len(found) <= COMMON:
            shared.update(found)
    for other in sorted(j for j in shared if shared[j] >= FEW * JACCARD):
        common, theirs = shared[other], len(words[other].shingles)
        alike = common / (len(own) + theirs - common) >= JACCARD
        if (alike or common / len(own) >= CONTAINED) and not _one_source(ordered, other, k):
            return other
    return None


class Passages(msgspec.Struct, frozen=True):
    """Where each paragraph was first printed: answers for any offset of any report."""

    spans: dict[str, tuple[tuple[Span, str], ...]]

    def origin(self, report: str, offset: int) -> str:
        """Return the id of the earliest report that prints the paragraph at ``offset``."""
        for span, first in self.spans.get(report, ()):
            if span.start <= offset < span.end:
                return first
        return report


def find_passages(reports: Iterable[Report]) -> Passages:
    """Return the paragraphs that stand, word for word, in an earlier report too."""
    first: dict[str, str] = {}
    spans: dict[str, tuple[tuple[Span, str], ...]] = {}
    for report in sorted(reports, key=report_order):
        reused = []
        for body in report.body:
            for line, words in _lines(body.of(report.text)):
                origin = first.setdefault(words, report.id)
                if origin != report.id:
                    reused.append((line.shift(body.start), origin))
        if reused:
            spans[report.id] = tuple(reused)
    return Passages(spans)


@lru_cache(maxsize=4_000)
def _lines(body: str) -> tuple[tuple[Span, str], ...]:
    """Return the paragraphs of a body that are long enough to tell, with their words."""
    found = []
    for line in re.finditer(r"[^\n]+", body):
        words = _WORD.findall(line[0].lower())
        if len(words) >= PARAGRAPH_WORDS:
            found.append((Span(line.start(), line.end()), " ".join(words)))
    return tuple(found)
