"""Words on a page: cut, and set in quotation marks."""

from __future__ import annotations


def shorten(text: str, length: int = 180) -> str:
    """Return a text cut at a word after ``length`` characters.

    >>> shorten("one  two three", 8)
    'one two …'
    """
    text = " ".join(text[: length * 4].split())
    return text if len(text) <= length else text[: length + 1].rpartition(" ")[0] + " …"


def in_marks(text: str) -> str:
    """Return words in quotation marks, unless they bring their own.

    >>> in_marks("no"), in_marks('"no," he said')
    ('“no”', '"no," he said')
    """
    return text if text[:1] in '"“‘«„' else f"“{text}”"
