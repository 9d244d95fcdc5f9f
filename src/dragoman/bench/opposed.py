"""Which disputes set two labelled stretches of text against each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from dragoman.bench.pair_labels import Value
from dragoman.model import Dispute, Position


def opposed(dispute: Dispute, a: str, b: str) -> Iterator[tuple[Position, Position]]:
    """Yield the positions of two stances, the one of report ``a``, the other of report ``b``."""
    for one, other in permutations(dispute.positions, 2):
        reports = one.evidence.report, other.evidence.report
        if reports == (a, b) and one.stance != other.stance:
            yield one, other


def sets_against(dispute: Dispute, value: Value, a: str, b: str) -> bool:
    """Return whether a dispute sets a value's stretches of reports ``a`` and ``b`` apart."""
    return any(
        value.is_set_against(dispute.about, one.evidence.span, other.evidence.span)
        for one, other in opposed(dispute, a, b)
    )
