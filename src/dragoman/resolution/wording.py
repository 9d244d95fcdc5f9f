"""How alike two sentences are by their words alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

_WORD = re.compile(r"[^\W_]+")
# Longest first, so that "ings" goes before "s".
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ers", "er", "ed", "es", "s")


class EventRules(msgspec.Struct, frozen=True):
    """The data of ``data/events.yaml``: see the comments there."""

    families: tuple[frozenset[str], ...]
    symmetric: frozenset[str]
    spoken: frozenset[str]
    modes: tuple[frozenset[str], ...]
    told_apart: frozenset[str]
    another: frozenset[str]
    renewal: tuple[str, ...]
    usual: frozenset[str]
    usual_after: tuple[str, ...]
    previous: frozenset[str]
    not_previous: frozenset[str]
    stopwords: frozenset[str]
    agreement_words: frozenset[str]
    follow_up: frozenset[str]
    targeted: frozenset[str]
    targets: tuple[tuple[str, ...], ...]
    things: tuple[tuple[str, ...], ...]
    sweeping: frozenset[str]
    plain_names: frozenset[str]
    renowned: frozenset[str]
    of_others: tuple[str, ...]
    cut: tuple[str, ...]
    boilerplate: tuple[str, ...]
    story: dict[str, float]
    takes_up: tuple[tuple[str, ...], ...]
    called: dict[str, tuple[str, ...]]
    striking: tuple[str, ...]
    fought: frozenset[str]
    struck: frozenset[str]
    blows: frozenset[str]
    thrown: frozenset[str]
    any_means: frozenset[str]
    lethal: frozenset[str]
    harm: frozenset[str]
    to_come: frozenset[str]
    attempted: tuple[str, ...]
    long_run: frozenset[str]
    parties: frozenset[str]


@cache
def rules() -> EventRules:
    """Return the rules, read once."""
    data = resources.files("dragoman.resolution").joinpath("data/events.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=EventRules)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word without its commonest endings.

    >>> stem("airstrikes"), stem("airstrike"), stem("killed")
    ('airstrik', 'airstrik', 'kill')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 - (ending == "s"):
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=100_000)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell something."""
    stop = rules().stopwords
    return frozenset(stem(w) for w in _WORD.findall(text.lower()) if w not in stop and len(w) > 1)


def alike(a: str, b: str) -> float:
    """Return the share of content words that two texts have in common, from 0 to 1.

    Numbers are left out: they are compared as numbers.

    >>> alike("A convoy was hit near the base", "the base where a convoy was hit")
    1.0
    """
    first, second = _no_numbers(a), _no_numbers(b)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def shared(a: str, b: str) -> int:
    """Return how many content words two texts have in common, numbers apart."""
    return len(_no_numbers(a) & _no_numbers(b))


@lru_cache(maxsize=100_000)
def _no_numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in content_words(text) if not word[0].isdigit())
