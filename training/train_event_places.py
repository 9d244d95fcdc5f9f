"""Learns where events of verbs happened, from the first half of the event-location sentences.

Run with scikit-learn installed, from the root of the project:

    python training/train_event_places.py ../shared/data

It prints the rules and the trees side by side, cross-validated over the first half (the second is
the benchmark's), and writes ``src/dragoman/extraction/data/event_places.json``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer

from dragoman import packs
from dragoman.bench.event_location import Item, analyse, read
from dragoman.extraction.event_places import place_by_rules, rate
from dragoman.extraction.event_places_features import Features, features
from dragoman.extraction.event_places_model import Model, evaluate
from dragoman.extraction.places import Places
from dragoman.language import Document
from dragoman.model import Extract, PlaceMention

TARGET = Path("src/dragoman/extraction/data/event_places.json")
FOLDS = 5
THRESHOLD = 0.21
TREES = {
    "n_estimators": 100, "learning_rate": 0.1, "max_depth": 4, "min_samples_leaf": 20,
    "subsample": 0.7, "max_features": 0.3, "random_state": 0,
}  # fmt: skip


class Case(msgspec.Struct, frozen=True):
    """A verb: has it a gold place, its candidates, which are right, and what the rules say."""

    located: bool
    candidates: tuple[Features, ...]
    right: tuple[bool, ...]
    by_rules: bool
    rules_right: bool


def case_of(item: Item, document: Document, extract: Extract) -> Case | None:
    """Return a sentence as a case, None where its verb is no token."""
    tokens = document.tokens_in(item.verb)
    if not tokens:
        return None
    trigger = tokens[0]
    sentence = document.sentence_of(trigger)
    inside = [m for m in extract.place_mentions if sentence.span.contains(m.evidence.span)]
    rated = rate(document, trigger, inside)
    told = place_by_rules(document, trigger, inside)
    return Case(
        bool(item.places),
        tuple(features(document, trigger, rated, k) for k in range(len(rated))),
        tuple(_hits(one.mention, item) for one in rated),
        told is not None,
        told is not None and _hits(told, item),
    )


def _hits(mention: PlaceMention, item: Item) -> bool:
    return any(mention.evidence.span.overlaps(place) for place in item.places)


def learn(cases: Sequence[Case]) -> Model:
    """Return the trees learnt from cases."""
    rows = [row for case in cases for row in case.candidates]
    right = [row for case in cases for row in case.right]
    table = DictVectorizer(sparse=False, dtype=np.float32)
    fitted = GradientBoostingClassifier(**TREES).fit(table.fit_transform(rows), right)
    share = sum(right) / len(right)
    trees = []
    for (tree,) in fitted.estimators_:
        inner = tree.tree_
        trees.append(
            tuple(
                (-1, round(float(inner.value[n][0][0]) * TREES["learning_rate"], 4), 0, 0)
                if inner.children_left[n] < 0
                else (
                    int(inner.feature[n]), round(float(inner.threshold[n]), 4),
                    int(inner.children_left[n]), int(inner.children_right[n]),
                )
                for n in range(inner.node_count)
            )
        )  # fmt: skip
    return Model(
        about=f"{len(cases)} verbs of the first half of event_location (MIT), see training/",
        threshold=THRESHOLD,
        base=float(np.log(share / (1 - share))),
        names=tuple(table.get_feature_names_out()),
        trees=tuple(trees),
    )


def figures(name: str, cases: Sequence[Case], picked: Sequence[int | None]) -> str:
    """Return a line with the share of verbs with a place that are right, and without left alone."""
    located = [
        p is not None and c.right[p] for c, p in zip(cases, picked, strict=True) if c.located
    ]
    quiet = [p is None for c, p in zip(cases, picked, strict=True) if not c.located]
    return f"{name}: right {np.mean(located):.3f}, left alone {np.mean(quiet):.3f}"


def picks(model: Model, cases: Sequence[Case], limit: float) -> list[int | None]:
    """Return the best candidate of each case, None below ``limit``."""
    found: list[int | None] = []
    for case in cases:
        chances = [evaluate(model, row) for row in case.candidates]
        best = int(np.argmax(chances)) if chances else None
        found.append(best if best is not None and chances[best] >= limit else None)
    return found


def compare(cases: Sequence[Case]) -> None:
    """Print the rules and the trees, each fold told by the trees of the others."""
    located = [c.rules_right for c in cases if c.located]
    quiet = [not c.by_rules for c in cases if not c.located]
    print(f"rules: right {np.mean(located):.3f}, left alone {np.mean(quiet):.3f}")
    folds = [k * FOLDS // len(cases) for k in range(len(cases))]
    models = [
        learn([c for c, fold in zip(cases, folds, strict=True) if fold != k]) for k in range(FOLDS)
    ]
    for limit in (0.18, 0.21, 0.25, 0.3):
        picked = [
            picks(models[fold], [case], limit)[0] for case, fold in zip(cases, folds, strict=True)
        ]
        print(figures(f"trees, from {limit}", cases, picked))


def main(data: Path) -> None:
    """Compare, learn from all cases, and write the model."""
    step = Places(packs=packs.default())
    items = read(data / "event_location" / "verb_place.jsonl")
    items = items[: len(items) // 2]
    found = [case_of(item, *analyse(step, item)) for item in items]
    cases = [case for case in found if case is not None]
    compare(cases)
    TARGET.write_bytes(msgspec.json.encode(learn(cases)) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
