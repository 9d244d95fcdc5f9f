"""Which disputes set two labelled stretches of text against each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from dragoman.bench.pair_labels import Value
from dragoman.model import Dispute, Evidence


def opposed(dispute: Dispute, a: str, b: str) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the words of two stances, the one of report ``a``, the other of report ``b``."""
    for one, other in permutations(dispute.positions, 2):
        if one.stance != other.stance:
            for words, others in product((one.evidence, *one.also), (other.evidence, *other.also)):
                if (words.report, others.report) == (a, b):
                    yield words, others


def words_of(dispute: Dispute) -> Iterator[Evidence]:
    """Yield all words that the positions of a dispute are in."""
    for position in dispute.positions:
        yield from (position.evidence, *position.also)


def sets_against(dispute: Dispute, value: Value, a: str, b: str) -> bool:
    """Return whether a dispute sets a value's stretches of reports ``a`` and ``b`` apart."""
    return any(
        value.is_set_against(dispute.about, one.span, other.span)
        for one, other in opposed(dispute, a, b)
    )
