"""Words on a page: cut, set in quotation marks, a day as it is written."""

from __future__ import annotations

import datetime as dt

from dragoman.briefing.naming import when
from dragoman.model import Dates


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


def written(day: str) -> str:
    """Return a day in ISO 8601 as it is written elsewhere on the pages.

    >>> written("2016-08-31"), written("")
    ('31 August 2016', '')
    """
    return when(Dates.day(dt.date.fromisoformat(day))) if day else ""
