"""The words that tell of states of affairs, loaded from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


@cache
def situation_words() -> dict[str, frozenset[str]]:
    """Return the word lists of ``data/situations.yaml`` by name.

    >>> "stronghold" in situation_words()["stronghold_nouns"]
    True
    """
    source = files("dragoman.extraction") / "data" / "situations.yaml"
    raw = msgspec.yaml.decode(source.read_bytes(), type=dict[str, list[str]])
    return {name: frozenset(words) for name, words in raw.items()}
