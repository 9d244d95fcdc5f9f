"""Which reports, and which paragraphs, reprint an earlier one."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence

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


def body_words(report: Report) -> list[str]:
    """Return the words of a report's body in lower case."""
    return [w for span in report.body for w in _WORD.findall(span.of(report.text).lower())]


def _shingles(words: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1))


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Return for each report that reprints another the id of the earliest one it reprints.

    Exact, near and cut copies: the share of common shingles of both texts together, or of the
    later text alone. Versions of one source are no reprints of each other.
    """
    ordered = sorted(reports, key=report_order)
    words = {report.id: body_words(report) for report in ordered}
    shingles = {i: _shingles(found) for i, found in words.items()}
    holders: dict[str, list[str]] = {}
    sources = {report.id: report.source for report in ordered}
    order = {report.id: k for k, report in enumerate(ordered)}
    exact: dict[str, str] = {}
    copies: dict[str, str] = {}
    for report in ordered:
        text = " ".join(words[report.id])
        first = exact.setdefault(text, report.id)
        original = first if text and sources[first] != report.source else None
        if original == report.id or original is None:
            original = _earliest_like(report.id, shingles, holders, sources, order)
        if original is not None:
            copies[report.id] = copies.get(original, original)
        for shingle in shingles[report.id]:
            holders.setdefault(shingle, []).append(report.id)
    return copies


def _earliest_like(
    i: str,
    shingles: dict[str, frozenset[str]],
    holders: dict[str, list[str]],
    sources: dict[str, str],
    order: dict[str, int],
) -> str | None:
    own = shingles[i]
    if len(own) < FEW:
        return None
    shared: Counter[str] = Counter()
    for shingle in own:
        found = holders.get(shingle, ())
        if len(found) <= COMMON:
            shared.update(found)
    # Insertion order of a Counter follows a set here: order by the reports themselves.
    for other in sorted((j for j in shared if shared[j] >= FEW * JACCARD), key=order.__getitem__):
        common, theirs = shared[other], len(shingles[other])
        alike = common / (len(own) + theirs - common) >= JACCARD
        if (alike or common / len(own) >= CONTAINED) and sources[other] != sources[i]:
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
        for paragraph in _paragraphs(report):
            words = _WORD.findall(paragraph.of(report.text).lower())
            if len(words) < PARAGRAPH_WORDS:
                continue
            origin = first.setdefault(" ".join(words), report.id)
            if origin != report.id:
                reused.append((paragraph, origin))
        if reused:
            spans[report.id] = tuple(reused)
    return Passages(spans)


def _paragraphs(report: Report) -> Iterable[Span]:
    for body in report.body:
        for line in re.finditer(r"[^\n]+", body.of(report.text)):
            yield Span(body.start + line.start(), body.start + line.end())
