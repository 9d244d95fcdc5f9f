"""Whose what a deed hit is, by the words: fighters' or that of people at peace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from dragoman.assessment.patterns import compiled

Kind = Literal["fighters", "civilians"]
How = Literal["aimed", "told", "called", "only", "purpose", "targeting"]
# Words right before a verb that deny it: "did not deliberately target".
_NOT = re.compile(r"\b(?:not|never|n[’']t|without|no)(?: \w+){0,2} $", re.IGNORECASE)


class Targets(msgspec.Struct, frozen=True):
    """The data of ``data/targets.yaml``: see the comments there."""

    parts: dict[str, str]
    cues: dict[str, str]
    aimed: tuple[str, ...]
    told: tuple[str, ...]
    called: tuple[str, ...]
    only: tuple[str, ...]
    purpose: tuple[str, ...]
    targeting: tuple[str, ...]
    held: str


@cache
def _rules() -> Targets:
    data = resources.files("dragoman.assessment").joinpath("data/targets.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Targets)


@cache
def _patterns(how: How) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(_rules(), how), _rules().parts)


@cache
def _cue(how: How) -> re.Pattern[str]:
    return re.compile(_rules().cues[how])


@cache
def _kinds() -> dict[Kind, re.Pattern[str]]:
    parts = _rules().parts
    of: dict[Kind, str] = {"fighters": parts["armed"], "civilians": parts["civil"]}
    return {kind: re.compile(rf"\b{words}\b", re.IGNORECASE) for kind, words in of.items()}


@lru_cache(maxsize=50_000)
def target_of(words: str, how: How) -> Kind | None:
    """Return whose what some words say was hit is, None where it is nobody's or both kinds'.

    >>> target_of("the strike had targeted a meeting of rebel leaders", "aimed")
    'fighters'
    >>> target_of("warplanes hit the market in the rebel-held town", "told")
    'civilians'
    >>> target_of("its jets target only militants", "only")
    'fighters'
    """
    if not _cue(how).search(words.lower()) or not _names_a_kind(words):
        return None
    found = {kind for what in _things(words, how) for kind in _kinds_in(what)}
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=50_000)
def _names_a_kind(words: str) -> bool:
    return any(pattern.search(words) for pattern in _kinds().values())


def _things(words: str, how: How) -> Iterator[str]:
    for pattern in _patterns(how):
        for match in pattern.finditer(words):
            if not _NOT.search(words[: match.start()]):
                yield re.sub(_rules().held, " ", match["what"], flags=re.IGNORECASE)


def _kinds_in(what: str) -> Iterator[Kind]:
    for kind, pattern in _kinds().items():
        if pattern.search(what):
            yield kind
