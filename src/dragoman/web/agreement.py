"""How far two reviewers agree, beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import msgspec

from dragoman.model import Judgement


class Agreeing(msgspec.Struct, frozen=True, kw_only=True):
    """Two reviewers on the things that both decided: ``kappa`` is Cohen's, None where undefined.

    ``differing`` are the ids on which they differ.
    """

    one: str
    other: str
    both: int
    same: int
    kappa: float | None
    differing: tuple[str, ...]


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of paired labels; None when chance alone would agree on all.

    >>> cohens_kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    0.5
    """
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / total**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def agreeing(judgements: Sequence[Judgement]) -> tuple[Agreeing, ...]:
    """Return how far each two reviewers agree on what both decided (their latest standing word)."""
    said: dict[str, dict[str, str]] = {}
    for row in sorted(judgements, key=lambda item: (item.when, item.id)):
        if row.withdrawn is None and row.who:
            said.setdefault(row.who, {})[_matter(row)] = _word(row)
    return tuple(
        found for a, b in combinations(sorted(said), 2) if (found := _pair(a, b, said)) is not None
    )


def _pair(a: str, b: str, said: dict[str, dict[str, str]]) -> Agreeing | None:
    shared = sorted(said[a].keys() & said[b].keys())
    if not shared:
        return None
    pairs = [(said[a][matter], said[b][matter]) for matter in shared]
    return Agreeing(
        one=a,
        other=b,
        both=len(shared),
        same=sum(x == y for x, y in pairs),
        kappa=cohens_kappa(pairs),
        differing=tuple(m for m, (x, y) in zip(shared, pairs, strict=True) if x != y),
    )


def _matter(row: Judgement) -> str:
    """What is decided: one thing, or a pair in either order."""
    return " ".join(sorted(filter(None, (row.subject, row.other))))


def _word(row: Judgement) -> str:
    return f"{row.field}={row.value}" if row.decision == "correct" else row.decision
