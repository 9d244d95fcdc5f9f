"""For which state somebody without a name speaks: "representatives from Varnia"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

import msgspec

from dragoman import packs
from dragoman.model import Actor
from dragoman.resolution.names import fold


class Officials(msgspec.Struct, frozen=True):
    """The data of ``data/officials.yaml``: see the comments there."""

    posts: frozenset[str]
    bodies: frozenset[str]
    other: frozenset[str]
    of_group: frozenset[str]


@cache
def _rules() -> Officials:
    data = resources.files("dragoman.assessment").joinpath("data/officials.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Officials)


@cache
def _states() -> tuple[re.Pattern[str], dict[str, str]]:
    named = {
        fold(word): code
        for code, state in packs.default().states.items()
        for word in (state.name, *state.aliases, *state.adjectives)
        if len(word) > 2
    }
    longest = sorted(named, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), named


def _words(name: str) -> frozenset[str]:
    """Return the words of a name, and each with the next: "armed forces"."""
    words = re.findall(r"[a-z]+", name.lower())
    return frozenset((*words, *(f"{a} {b}" for a, b in pairwise(words))))


@lru_cache(maxsize=20_000)
def is_official(name: str) -> bool:
    """Return whether a name or title says that somebody belongs to a state's authorities.

    >>> is_official("army spokesman"), is_official("a rebel commander")
    (True, False)
    """
    words = _words(name)
    return bool(words & _rules().bodies) and not words & _rules().other


def groups_people() -> frozenset[str]:
    """Return the words for the people and bodies of a group, after whose name they are called."""
    return _rules().of_group


def state_key(actor: Actor) -> str:
    """Return the side of a state and of what belongs to it: by its code, else by its name."""
    name = re.sub(r"^(?:the )?(?:government|armed forces) of (?:the )?", "", actor.name, flags=re.I)
    return f"country:{actor.country or fold(name)}"


@lru_cache(maxsize=20_000)
def states_in(text: str) -> frozenset[str]:
    """Return the codes of the states that a text names, by a noun or an adjective.

    >>> sorted(states_in("Russian jets and the government of Iran"))
    ['IR', 'RU']
    """
    pattern, states = _states()
    return frozenset(states[match] for match in pattern.findall(fold(text)))


@cache
def official_of(name: str) -> frozenset[str]:
    """Return the code of the one state for whose authorities a body or person is said to speak.

    >>> sorted(official_of("representatives from Iran")), sorted(official_of("a Syrian rebel"))
    (['IR'], [])
    """
    words = _words(name)
    if not words & _rules().posts or words & _rules().other:
        return frozenset()
    pattern, states = _states()
    found = {states[match] for match in pattern.findall(fold(name))}
    return frozenset(found if len(found) == 1 else ())
