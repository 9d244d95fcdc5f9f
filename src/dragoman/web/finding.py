"""The words of a search, and where they stand in a passage."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

# Characters of a passage in which words are looked for to be marked: a paragraph is far shorter,
# and a file without line ends must not hold up its page.
_LOOKED_AT = 50_000


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of text, ``hit`` where it is what was searched for."""

    text: str
    hit: bool


def terms_of(query: str) -> tuple[str, ...]:
    """Return the words and phrases of a query as patterns over plain text.

    >>> terms_of('Idlib "buffer zone" attack*')
    ('\\\\bidlib\\\\b', '\\\\bbuffer\\\\W+zone\\\\b', '\\\\battack\\\\w*')
    """
    found = []
    for k, part in enumerate(query.split('"')):
        for word in [part] if k % 2 else part.split():
            pieces = [re.escape(piece) for piece in re.findall(r"\w+", plain(word))]
            if pieces:
                end = r"\w*" if word.endswith("*") else r"\b"
                found.append(r"\b" + r"\W+".join(pieces) + end)
    return tuple(found)


def plain(text: str) -> str:
    """Return text in small letters without marks on them, as long as it was.

    >>> plain("Ḩamāh")
    'hamah'
    """
    if text.isascii():
        return text.lower()
    return "".join((unicodedata.normalize("NFD", c)[0].lower() or c)[0] for c in text)


def marked(text: str, terms: Sequence[str], *, most: int) -> tuple[Stretch, ...]:
    """Return a passage as stretches, cut to about ``most`` characters around its first hit."""
    spans = _spans(plain(text[:_LOOKED_AT]), terms)
    start, end = _window(text, spans, most)
    found = [Stretch("… ", False)] if start else []
    at = start
    for first, last in spans:
        if first >= at and last <= end:
            found += [Stretch(text[at:first], False), Stretch(text[first:last], True)]
            at = last
    found.append(Stretch(text[at:end], False))
    if end < len(text):
        found.append(Stretch(" …", False))
    return tuple(stretch for stretch in found if stretch.text)


def _spans(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    if not terms:
        return []
    return [match.span() for match in re.finditer("|".join(terms), text)]


def _window(text: str, spans: Sequence[tuple[int, int]], most: int) -> tuple[int, int]:
    if len(text) <= most:
        return 0, len(text)
    first = spans[0][0] if spans else 0
    start = max(0, min(first - most // 3, len(text) - most))
    return start, start + most
