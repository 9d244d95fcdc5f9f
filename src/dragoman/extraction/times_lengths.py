"""Lengths of time: units, how many of them, and their TIMEX3 values."""

from __future__ import annotations

import re

from dragoman.extraction.numbers_words import value_of
from dragoman.extraction.times_words import lists

CLOCK_UNITS = {"S": "S", "MI": "M", "H": "H"}
_VAGUE = ("few", "several", "many", "dozens", "hundreds", "some")


def unit_code(word: str) -> str:
    """Return the TIMEX3 code of a unit.

    >>> unit_code("weeks"), unit_code("centuries"), unit_code("minute")
    ('W', 'CE', 'MI')
    """
    if word.startswith("centur"):
        return "CE"
    codes: dict[str, str] = lists()["units"]
    return codes[word.removesuffix("s")]


def number(words: str | None) -> float | None:
    """Return the number of units, or None when it is vague ("several", none at all)."""
    if words is None:
        return None
    words = " ".join(words.split()).replace("-and-a-half", " and a half")
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2.0
    if any(vague in words for vague in _VAGUE):
        return None
    extra = 0.5 if words.endswith(" and a half") else 0.0
    words = words.removesuffix(" and a half")
    if match := re.fullmatch(r"(\d+) (\d)/(\d)", words):
        return int(match[1]) + int(match[2]) / max(int(match[3]), 1)
    found = value_of(words)
    return None if found is None else found + extra


def period(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length of time.

    >>> period(3, "M"), period(None, "D"), period(2.5, "Y"), period(48, "H")
    ('P3M', 'PXD', 'P2Y6M', 'PT48H')
    """
    clock = unit in CLOCK_UNITS
    letter = CLOCK_UNITS.get(unit, "D" if unit == "N" else unit)
    prefix = "PT" if clock else "P"
    if unit == "DE":
        letter, count = "Y", None if count is None else count * 10
    if unit == "F":
        letter, count = "W", None if count is None else count * 2
    if count is None:
        return f"{prefix}X{letter}"
    whole = int(count)
    rest = {"Y": "6M", "MI": "30S", "H": "30M"}.get(unit)
    if count == whole:
        return f"{prefix}{whole}{letter}"
    if count - whole == 0.5 and rest:
        return f"{prefix}{whole}{letter}{rest}" if whole else f"{prefix}{rest}"
    return f"{prefix}{count:g}{letter}"
