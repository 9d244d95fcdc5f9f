"""The cue lexicon: report verbs and nouns with the act they perform and their frames."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TypeVar

import msgspec
import yaml

from dragoman.model import Act

_T = TypeVar("_T")


class Frame(msgspec.Struct, frozen=True):
    """One way in which a cue takes its content, and the act it then performs."""

    kind: str
    act: Act
    stance: bool = False


class _Entry(msgspec.Struct, frozen=True):
    act: Act
    frames: tuple[str, ...]
    stance: bool = False
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class _Expressions(msgspec.Struct, frozen=True):
    verbs: tuple[str, ...]
    nouns: tuple[_Entry, ...]


class _Deeds(msgspec.Struct, frozen=True):
    deeds: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True):
    """Cues by lemma. Of a word listed twice with one frame, the later line counts less."""

    verbs: dict[str, dict[str, Frame]]
    nouns: dict[str, dict[str, Frame]]
    light_verbs: frozenset[str]
    expressed: dict[str, dict[str, Frame]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon that ships with the package.

    >>> lexicon().verbs["deny"]["object"].act
    'deny'
    """
    verbs = _decode("claims_verbs.yaml", list[_Entry])
    nouns = _decode("claims_nouns.yaml", list[_Entry])
    expressions = _decode("claims_expressions.yaml", _Expressions)
    return Lexicon(
        _by_lemma(verbs),
        _by_lemma(nouns),
        frozenset(expressions.verbs),
        _by_lemma(expressions.nouns),
    )


@lru_cache(maxsize=1)
def speaking() -> frozenset[str]:
    """Return the verbs whose subject speaks, but for "be", which is one in "was clear that" only.

    >>> "deny" in speaking(), "be" in speaking()
    (True, False)
    """
    verbs = lexicon().verbs.items()
    return frozenset(v for v, frames in verbs if not all(k.startswith("being") for k in frames))


@lru_cache(maxsize=1)
def deeds() -> frozenset[str]:
    """Return what a group claims when it owns up to it: "claimed the attack"."""
    return _decode("claims_deeds.yaml", _Deeds).deeds


def _decode(name: str, kind: type[_T]) -> _T:
    folder = resources.files("dragoman.extraction") / "data"
    return msgspec.convert(yaml.safe_load((folder / name).read_text("utf-8")), kind)


def _by_lemma(entries: list[_Entry] | tuple[_Entry, ...]) -> dict[str, dict[str, Frame]]:
    found: dict[str, dict[str, Frame]] = {}
    for entry in entries:
        for lemma in entry.verbs or entry.nouns:
            frames = found.setdefault(lemma, {})
            for kind in entry.frames:
                frames.setdefault(kind, Frame(kind, entry.act, entry.stance))
    return found
