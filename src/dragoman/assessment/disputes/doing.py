"""Whom the words of a claim name as the doer of a deed, where no account was read."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

from dragoman.assessment.patterns import compiled

# Who is named as a doer, or accused, is named in so many words at the most.
LONGEST = 8
# What ends no name of a doer: what stands before a passive ("people were killed"), or a number.
NO_DOER = re.compile(
    r"\d|\b(?:was|were|been|being) |\b(?:people|men|women|children|civilians|were|was|are|is|been"
    r"|being|the|an?|of|by|in|on|at|to|for|from|with|after|before|while|when|as|not|never|no|nobody"
    r"|who|which|that)$"
)


class Doing(msgspec.Struct, frozen=True):
    """The data of ``data/doing.yaml``: see the comments there."""

    parts: dict[str, str]
    told: tuple[str, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = resources.files("dragoman.assessment").joinpath("data/doing.yaml").read_bytes()
    rules = msgspec.yaml.decode(data, type=Doing)
    return compiled(rules.told, rules.parts)


@lru_cache(maxsize=50_000)
def doer_words(words: str) -> str:
    """Return the words that name who did a deed, "" where nobody is named.

    >>> doer_words("government forces had fired it"), doer_words("ten people were killed")
    ('government forces', '')
    >>> doer_words("the rocket had come from Varnian positions across the river")
    'Varnian'
    """
    for pattern in _patterns():
        found = pattern.search(words)
        if found and not NO_DOER.search(found["who"]) and len(found["who"].split()) <= LONGEST:
            return found["who"]
    return ""
