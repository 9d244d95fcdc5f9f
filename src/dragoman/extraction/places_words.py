"""The word lists that show a place in a text, read once from ``data/places.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

_FILE = Path(__file__).parent / "data" / "places.yaml"


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The lists of ``data/places.yaml``; each is explained there."""

    kinds: dict[str, str]
    between: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    relations: dict[str, str]
    directions: frozenset[str]
    titles: frozenset[str]
    followers: frozenset[str]
    owners: frozenset[str]
    named_things: frozenset[str]
    actor_compounds: frozenset[str]
    never: frozenset[str]
    doubtful: frozenset[str]
    people: frozenset[str]
    acts_on: frozenset[str]
    acts_on_places: frozenset[str]
    formants: frozenset[str]
    happenings: dict[str, frozenset[str]]
    speech: frozenset[str]
    topics: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the word lists."""
    data: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return msgspec.convert(data, Words)
