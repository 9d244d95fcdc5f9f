"""The words by which undertakings are known, loaded from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


@cache
def commitment_words() -> dict[str, frozenset[str]]:
    """Return the word lists of ``data/commitments.yaml`` by name.

    >>> "pledge" in commitment_words()["verbs"]
    True
    """
    source = files("dragoman.extraction") / "data" / "commitments.yaml"
    raw = msgspec.yaml.decode(source.read_bytes(), type=dict[str, list[str]])
    return {name: frozenset(words) for name, words in raw.items()}
