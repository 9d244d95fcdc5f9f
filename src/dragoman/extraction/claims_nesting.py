"""Which claims stand inside the content of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate

# Contents are looked up by stretches of so many characters, so that a report of a megabyte does
# not compare every claim with every other.
_STRETCH = 2000


def holders_of(found: Sequence[Candidate]) -> list[list[int]]:
    """Return for each candidate the places of those whose content holds its cue."""
    by_stretch: dict[int, list[int]] = defaultdict(list)
    for k, outer in enumerate(found):
        stretches = {
            number
            for piece in outer.content
            for number in range(piece.start // _STRETCH, piece.end // _STRETCH + 1)
        }
        for number in sorted(stretches):
            by_stretch[number].append(k)
    return [
        [k for k in by_stretch[inner.cue.start // _STRETCH] if _holds(found[k], inner)]
        if inner.cue is not None
        else []
        for inner in found
    ]


def innermost(found: Sequence[Candidate], holders: Sequence[int]) -> int | None:
    """Return which of ``holders`` is nearest around: the shortest, and of two equal the quoted."""
    return min(
        holders,
        key=lambda k: (sum(map(len, found[k].content)), found[k].reported_by is None, k),
        default=None,
    )


def is_aside(found: Sequence[Candidate], holders: Sequence[int]) -> bool:
    """Return whether a claim stands inside a clause of another: "said the army ordered X"."""
    return any(found[k].rule.startswith(("verb", "expressed", "tag")) for k in holders)


def _holds(outer: Candidate, inner: Candidate) -> bool:
    if inner.cue is None or outer.head == inner.head:
        return False
    return any(piece.contains(inner.cue) for piece in outer.content)
