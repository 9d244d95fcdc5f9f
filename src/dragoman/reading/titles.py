"""The title of a dump: the line at its head that says what the report says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.model import Span
from dragoman.reading.furniture import Kind
from dragoman.reading.layout import Layout, content_words
from dragoman.reading.lines import Block, word_list

_LONGEST = 250
# How much of the report a title is compared with, in characters.
_COMPARED = 2500
# The least share of a title's words that the report must repeat, unless it opens the dump.
_SHARED = 0.3
# A title may have lost its last words ("... Monitor"), not more.
_LEAST_WORDS, _MOST = 5, 0.75
_SUFFIX = re.compile(r"(?:(?:\s+[|–—-]\s+[^|–—]{2,40}){2,4}|(?:\s+\|\s+[^|]{2,40}))\s*\|?\s*$")


def find_title(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout
) -> Span | None:
    """Return where the title stands, or None."""
    said = {
        word for i in layout.body for word in content_words(blocks[i].span.of(text)[:_COMPARED])
    }
    lines = [blocks[i].span.of(text) for i in range(layout.lead)]
    counts = Counter(lines)
    best: tuple[float, Span] | None = None
    for i, line in enumerate(lines):
        if not _can_be_title(line, kinds[i]):
            continue
        content = content_words(line)
        # Two words of a section's name are soon shared: fewer than four count as four.
        shared = sum(word in said for word in content) / max(4, len(content))
        if shared < _SHARED and (i > 0 or len(content) < 3):
            continue
        repeated = 0.3 if counts[line] > 1 else 0.0
        full = min(len(content), 6) / 12
        far = 0.01 * i + 0.02 * (layout.lead - i)
        score = shared + repeated + full - far - (0.4 if kinds[i] == "prose" else 0.0)
        if best is None or score > best[0]:
            best = score, blocks[i].span
    return best[1] if best else None


def _can_be_title(line: str, kind: Kind) -> bool:
    found = word_list(line)
    return kind in ("short", "prose", "caption") and 2 <= len(found) <= 40 and len(line) <= _LONGEST


def locate(text: str, title: str, end: int) -> Span | None:
    """Return where ``title`` stands in the first ``end`` characters, white space and case apart."""
    wanted = [re.escape(word) for word in title.split()]
    if not wanted:
        return None
    found = re.compile(r"\s+".join(wanted), re.IGNORECASE).search(text, 0, end)
    return Span(*found.span()) if found else None


def title_at(text: str, title: str, start: int) -> Span | None:
    """Return where ``title``, or all but its last words, stands at ``start``, or None.

    >>> title_at("Truce holds in Tarsk so far The truce", "Truce holds in Tarsk so far Envoy", 0)
    Span(start=0, end=27)
    """
    words = title.split()
    # Most places are no title: told by the first word, before a pattern is made.
    if not words or text[start : start + len(words[0])].lower() != words[0].lower():
        return None
    least = min(len(words), max(_LEAST_WORDS, int(_MOST * len(words))))
    for kept in range(len(words), max(least, 1) - 1, -1):
        pattern = r"\s+".join(re.escape(word) for word in words[:kept])
        found = re.compile(pattern + r"(?!\w)", re.IGNORECASE).match(text, start)
        if found is not None and _begins(text[found.end() :]):
            return Span(*found.span())
    return None


def _begins(rest: str) -> bool:
    return rest.lstrip(" .:-")[:1].isupper() or not rest.strip()


def without_site(title: str) -> str:
    """Return a page's title without the name of its site.

    >>> without_site("Envoys meet in Tarsk - World - Karvelia Post")
    'Envoys meet in Tarsk'
    """
    bare = _SUFFIX.sub("", title)
    return bare if len(word_list(bare)) >= 3 else title.strip()
