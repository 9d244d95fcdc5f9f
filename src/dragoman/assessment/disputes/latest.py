"""What each body that counts gives in the end: figures that it raised later are no position."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.counting import one_body
from dragoman.assessment.disputes.figures import Figure
from dragoman.assessment.disputes.other_deeds import of_two_deeds
from dragoman.assessment.disputes.parts import parts
from dragoman.assessment.disputes.scopes import same_scope
from dragoman.assessment.index import Index


def latest(index: Index, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures without those that who gives them has raised in another report."""
    return [f for f in figures if not any(_raised(index, f, other) for other in figures)]


def _raised(index: Index, less: Figure, more: Figure) -> bool:
    a, b = less.account, more.account
    if a.report == b.report or not less.size < more.size:
        return False
    first, second = index.published(a.report), index.published(b.report)
    if first is None or second is None or first > second:
        return False
    apart = index.places.relation(a.place, b.place) in ("near", "apart")
    of_same = same_scope(less.count, more.count) and one_body(index, a, b)
    if not of_same or apart or of_two_deeds(index, less, more):
        return False
    return not parts(index, less.count.what, less, more)
