"""The chance that an event happened at a place: boosted trees, learnt offline and shipped as data.

``training/train_event_places.py`` wrote ``data/event_places.json``; nothing but this file reads it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

_FILE = Path(__file__).parent / "data" / "event_places.json"


class Model(msgspec.Struct, frozen=True):
    """Trees over named features.

    A tree is a row of nodes, each (feature, limit, left, right): the left node is next when the
    feature is no more than the limit. A leaf has -1 for its feature and its value for the limit.
    """

    about: str
    threshold: float
    base: float
    names: tuple[str, ...]
    trees: tuple[tuple[tuple[int, float, int, int], ...], ...]


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the model."""
    return msgspec.json.decode(_FILE.read_bytes(), type=Model)


def threshold() -> float:
    """Return the chance from which a place is taken for the event's."""
    return model().threshold


def chance(features: Mapping[str, float]) -> float:
    """Return how likely a place with these features is that of the event, from 0 to 1."""
    return evaluate(model(), features)


def evaluate(trees: Model, features: Mapping[str, float]) -> float:
    """Return what a model says of the features; those that it does not know count for nothing."""
    values = [features.get(name, 0.0) for name in trees.names]
    total = trees.base
    for nodes in trees.trees:
        feature, limit, left, right = nodes[0]
        while feature >= 0:
            feature, limit, left, right = nodes[left if values[feature] <= limit else right]
        total += limit
    return 1 / (1 + math.exp(-total))
