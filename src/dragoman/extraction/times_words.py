"""The words that time expressions are made of, and the kinds that the grammar asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

_WORD = re.compile(r"[ap]\.m\b\.?|[^\W\d_]+|\d+")
_FIGURE_TAIL = re.compile(r" ?[-:/.] ?\d|[ap]\.?m\b|\d\ds\b|0s\b")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of the text that can be part of a time expression, and its kind."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """Return the word lists of data/times.yaml."""
    path = files("dragoman.extraction").joinpath("data/times.yaml")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Return the kind of each single word that can trigger a rule, or join one."""
    from dragoman.extraction.numbers_words import lists as number_lists

    numbers = number_lists()
    kinds = dict.fromkeys(lists()["glue"], "glue")
    for group in ("units", "tens", "scales"):
        kinds.update(dict.fromkeys(numbers[group], "number"))
    words = lists()
    for unit in words["units"]:
        kinds[unit], kinds[unit + "s"] = "unit", "unit"
    kinds |= {"century": "unit", "daylong": "unit", "yearlong": "unit", "weeklong": "unit"}
    kinds |= {"monthlong": "unit", "second": "glue", "mins": "unit"}
    for kind, key in (
        ("month", "months"), ("month", "month_short"), ("weekday", "weekdays"),
        ("weekday", "weekday_short"), ("season", "seasons"), ("daypart", "dayparts"),
        ("frequency", "frequencies"),
    ):  # fmt: skip
        kinds.update(dict.fromkeys(words[key], kind))
    kinds.update({day + "s": "weekday" for day in words["weekdays"]})
    kinds.update({part + "s": "daypart" for part in ("morning", "evening", "night", "afternoon")})
    kinds.update(dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "dayword"))
    kinds.update(dict.fromkeys(("am", "pm", "a.m", "p.m", "a.m.", "p.m."), "clock"))
    kinds.update(dict.fromkeys(("noon", "midday", "midnight", "gmt", "utc"), "clock"))
    kinds |= {"weekend": "weekend", "week": "unit", "end": "glue", "nights": "unit"}
    kinds["nineteen"] = "spelled"
    for phrases in words["references"].values():
        for phrase in phrases:
            kinds.setdefault(phrase.split()[-1], "reference")
            if kinds[phrase.split()[-1]] == "glue":
                kinds[phrase.split()[-1]] = "reference"
    for holiday in words["holidays"]:
        for word in _WORD.findall(holiday):
            kinds.setdefault(word, "holiday")
    tens = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
    kinds.update({ten + "ies": "decade" for ten in tens})
    return kinds


def time_words(low: str, text: str) -> list[Word]:
    """Return the words of ``text`` that can belong to a time expression, in order.

    ``low`` is ``text`` in lower case and as long. Other words are left out: two words of the list
    are neighbours in the text only when nothing but blanks and marks stands between them.
    """
    kinds, cased = _kinds(), frozenset(lists()["cased"])
    found = []
    for match in _WORD.finditer(low):
        word = match.group()
        if word[0].isdigit():
            kind = _digits(word, low, match.end())
        else:
            kind = kinds.get(word, "")
            if word in cased and not text[match.start()].isupper():
                kind = ""
        found.append(Word(kind, match.start(), match.end()))
    return found


def _digits(word: str, low: str, end: int) -> str:
    tail = low[end : end + 5]
    if len(word) == 4 and "1400" <= word < "2100":
        return "year"
    if len(word) <= 2 and _FIGURE_TAIL.match(tail):
        return "figure"
    if tail.startswith("s") and word in ("20", "30", "40", "50", "60", "70", "80", "90"):
        return "figure"
    return "number"
