"""What people decided about pairs of things, ready for the machine to obey."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.model import Judgement
from dragoman.resolution.grouping import Groups

_PAIRWISE = ("same", "different", "unsure")


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return the pairwise judgements that stand: not withdrawn, the latest of each pair."""
    latest: dict[tuple[str, str], Judgement] = {}
    for row in sorted(judgements, key=lambda j: (j.when, j.id)):
        if row.withdrawn is None and row.other is not None and row.decision in _PAIRWISE:
            latest[min(row.subject, row.other), max(row.subject, row.other)] = row
    return [latest[pair] for pair in sorted(latest)]


def obey(
    groups: Groups, judgements: Sequence[Judgement], node_of: Callable[[str], str | None]
) -> None:
    """Apply what people decided to ``groups``, before the machine joins anything.

    ``node_of`` turns an id in a judgement into a member of ``groups``, or None when this run
    knows no such thing. "Unsure" sets a pair apart too: the machine may not decide what a person
    left open, but a person's "same" elsewhere outranks it.
    """
    rows = standing(judgements)
    for decision in ("different", "same", "unsure"):
        for row in rows:
            a, b = node_of(row.subject), node_of(row.other or "")
            if row.decision != decision or a is None or b is None:
                continue
            if decision == "same":
                groups.join(a, b)
            else:
                groups.forbid(a, b)
