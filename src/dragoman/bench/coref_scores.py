"""Scores of a clustering of mentions against another: B3, CEAF-e, MUC and their mean, CoNLL F1.

Definitions: Bagga and Baldwin 1998 (B3), Luo 2005 (CEAF-e), Vilain et al. 1995 (MUC), Pradhan et
al. 2014 (their mean, and mentions that only one side has: they count as missed or as spurious).
A clustering maps each mention to the name of its cluster.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

import msgspec

Clustering = Mapping[Any, Hashable]


class Score(msgspec.Struct, frozen=True):
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def _clusters(clustering: Clustering) -> list[set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, name in clustering.items():
        found[name].add(mention)
    return list(found.values())


def b_cubed(found: Clustering, gold: Clustering) -> Score:
    """Return B3.

    >>> b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    Score(precision=1.0, recall=0.5555555555555556)
    """
    return Score(_b_cubed(found, gold), _b_cubed(gold, found))


def _b_cubed(one: Clustering, other: Clustering) -> float:
    shares = [
        sum(n * n for n in Counter(other[m] for m in cluster if m in other).values()) / len(cluster)
        for cluster in _clusters(one)
    ]
    return sum(shares) / len(one) if one else 0.0


def ceaf_e(found: Clustering, gold: Clustering) -> Score:
    """Return CEAF-e, by the best one-to-one alignment of clusters.

    >>> round(ceaf_e({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}).f1, 3)
    0.533
    """
    from scipy.optimize import linear_sum_assignment
    from scipy.sparse import coo_matrix

    ours, theirs = _clusters(found), _clusters(gold)
    where = {mention: k for k, cluster in enumerate(theirs) for mention in cluster}
    values = [
        (i, j, 2 * n / (len(cluster) + len(theirs[j])))
        for i, cluster in enumerate(ours)
        for j, n in Counter(where[m] for m in cluster if m in where).items()
    ]
    if not values:
        return Score(0.0, 0.0)
    rows, columns, weights = zip(*values, strict=True)
    matrix = coo_matrix((weights, (rows, columns)), (len(ours), len(theirs))).toarray()
    total = float(matrix[linear_sum_assignment(matrix, maximize=True)].sum())
    return Score(total / len(ours), total / len(theirs))


def muc(found: Clustering, gold: Clustering) -> Score:
    """Return MUC: links kept of those that each side needs.

    >>> muc({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    Score(precision=1.0, recall=0.5)
    """
    return Score(_links(found, gold), _links(gold, found))


def _links(one: Clustering, other: Clustering) -> float:
    kept = needed = 0
    for cluster in _clusters(one):
        parts = {other[m] for m in cluster if m in other}
        alone = sum(m not in other for m in cluster)
        needed += len(cluster) - 1
        kept += len(cluster) - len(parts) - alone
    return kept / needed if needed else 0.0


def conll(found: Clustering, gold: Clustering) -> float:
    """Return the mean F1 of MUC, B3 and CEAF-e."""
    return sum(score(found, gold).f1 for score in (muc, b_cubed, ceaf_e)) / 3
