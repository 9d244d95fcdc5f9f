"""The words by which agreements are known, loaded from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


@cache
def agreement_words() -> dict[str, frozenset[str]]:
    """Return the word lists of ``data/agreements.yaml`` by name.

    >>> "memorandum" in agreement_words()["nouns"]
    True
    """
    source = files("dragoman.extraction") / "data" / "agreements.yaml"
    raw = msgspec.yaml.decode(source.read_bytes(), type=dict[str, list[str]])
    return {name: frozenset(words) for name, words in raw.items()}
