"""What numbers can count: the word lists of data/numbers_counted.yaml."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.extraction.numbers_words import lists
from dragoman.language import Token

# What befalls those whom a toll counts.
BEFALLEN = (
    "killed", "injured", "missing", "abducted", "arrested", "detained", "captured", "released",
)  # fmt: skip
# Words that take up those counted before: "three of them".
OF_THEM = ("them", "whom", "which", "these", "those")


@lru_cache(maxsize=1)
def counted() -> dict[str, Any]:
    """Return the lists of data/numbers_counted.yaml."""
    path = files("dragoman.extraction").joinpath("data/numbers_counted.yaml")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=16)
def by_word(table: str) -> dict[str, str]:
    """Return a table of the lists turned round: word to kind."""
    return {str(word): kind for kind, words in counted()[table].items() for word in words}


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(counted()["people"])


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(counted()["people_endings"])


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    kinds = frozenset(counted()["things"])
    return frozenset(word for word, kind in by_word("nouns").items() if kind in kinds)


@lru_cache(maxsize=1)
def groups() -> frozenset[str]:
    """Return the nouns of groups that are counted by their members: "a group of 30 men"."""
    return frozenset(counted()["groups"])


@lru_cache(maxsize=1)
def by_round() -> frozenset[str]:
    """Return the words that stand for a number before "of": "dozens", "scores", "half"."""
    return frozenset(("dozen", "hundred", "couple", *lists()["rounds"], *lists()["fractions"]))


def is_person(token: Token) -> bool:
    """Return whether a noun names people, or is a number or "others" that stands for them."""
    ends = token.tag in ("NN", "NNS") and token.lower.endswith(_endings())
    return (
        token.lemma.lower() in _people()
        or (ends and token.lemma.lower() not in _things())  # bulldozers are destroyed, not killed
        or token.lower in _people()
        or token.ent == "NORP"
        or token.pos in ("NUM", "PRON")
    )
