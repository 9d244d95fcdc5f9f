"""Number words and figures as values: "two million", "1.2m", "340,000", "a dozen"."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """Return the word lists of data/numbers.yaml."""
    path = files("dragoman.extraction").joinpath("data/numbers.yaml")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _small() -> dict[str, float]:
    return {**lists()["units"], **lists()["tens"]}


_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(bn|tn|k|m|b)?")


def value_of(words: str) -> float | None:
    """Return the value of a number in words or figures, or None when it is none.

    >>> value_of("two million"), value_of("1.2m"), value_of("340,000"), value_of("thirty-one")
    (2000000.0, 1200000.0, 340000.0, 31.0)
    >>> value_of("a hundred and five"), value_of("1.5 million"), value_of("the") is None
    (105.0, 1500000.0, True)
    """
    total = 0.0
    group: float | None = None
    scales: dict[str, float] = lists()["scales"]
    small = _small()
    for word in re.split(r"[\s-]+", words.lower().strip()):
        if word in small:
            group = (group or 0.0) + small[word]
        elif word in ("a", "an"):
            continue
        elif word in scales:
            scaled = (1.0 if group is None else group) * scales[word]
            if scales[word] > 100:
                total, group = total + scaled, 0.0
            else:
                group = scaled
        elif match := _FIGURE.fullmatch(word):
            group = (group or 0.0) + _figure(match)
        elif word not in ("and", "of", ""):
            return None
    if group is None:
        return 1.0 if words.lower().strip() in ("a", "an") else None
    return total + group


def _figure(match: re.Match[str]) -> float:
    value = float(match[1].replace(",", "") + (match[2] or ""))
    letters: dict[str, float] = lists()["letters"]
    return round(value * letters.get(match[3] or "", 1.0), 6)
