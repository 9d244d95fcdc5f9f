"""The words that a report opens with, and how telling they are."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from math import log, sqrt

from dragoman.model import Report
from dragoman.resolution.names import fold
from dragoman.resolution.wording import content_words, rules

# Headline and first sentences; what comes later is often background.
OPENING = 700
# What is told up to here is of the same event, unless it says otherwise.
MAIN = 1000
_NUMBER = re.compile(r"\d")
# A capital behind a small letter or a comma is a name's; one that begins a sentence may be no name.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def opening(report: Report) -> str:
    """Return the headline and the first sentences of a report, without what every report says."""
    start = report.body[0].start if report.body else 0
    return f"{report.title or ''}\n{_told(report.text[start : start + OPENING])}"


@lru_cache(maxsize=20_000)
def _told(text: str) -> str:
    sentences = _SENTENCE.findall(text)
    return " ".join(s for s in sentences if not any(w in s for w in rules().boilerplate))


def opening_words(report: Report) -> frozenset[str]:
    """Return the stems of the words that a report opens with, numbers apart."""
    return _words(opening(report))


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in stems_of(text) if len(w) > 2 and not _NUMBER.search(w))


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell something, hyphens apart."""
    return content_words(re.sub(r"[-–—]", " ", fold(text)))


@lru_cache(maxsize=20_000)
def names_in(text: str) -> frozenset[str]:
    """Return the stems of the names in a text.

    >>> sorted(names_in("Police in Tarsk said Mira Kost was there. Nobody else was."))
    ['kost', 'mira', 'tarsk']
    """
    return frozenset(w for name in _NAME.findall(text) for w in stems_of(name) if len(w) > 2)


@cache
def _weights() -> tuple[float, dict[str, float]]:
    """Return the weight of an unknown stem, and of those that often open a report."""
    data = resources.files("dragoman.resolution").joinpath("data/openings.csv").read_text("utf-8")
    _, (_, reports), *rows = csv.reader(data.splitlines())
    return log(int(reports) / 2), {stem: log(int(reports) / int(n)) for stem, n in rows}


def weight(words: Iterable[str]) -> float:
    """Return how telling some stems are together: the rarer, the more."""
    unknown, known = _weights()
    return sum(sorted(known.get(word, unknown) ** 2 for word in words))


@lru_cache(maxsize=20_000)
def length_of(words: frozenset[str]) -> float:
    """Return the length of an opening, to measure shares of its words by."""
    return sqrt(weight(words))


def is_rare(word: str) -> bool:
    """Return whether a stem opens next to no report: what it names is known by it."""
    unknown, known = _weights()
    return len(word) > 3 and known.get(word, unknown) >= unknown


def in_lead(report: Report, offset: int, length: int = OPENING) -> bool:
    """Return whether an offset lies in what a report opens with, its headline included."""
    start = report.body[0].start if report.body else 0
    return offset - start < length
