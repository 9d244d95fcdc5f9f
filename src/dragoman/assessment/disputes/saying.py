"""The words of figures as stances: one number is one stance, as openly as anybody puts it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.assessment.disputes.figures import Figure, words
from dragoman.assessment.disputes.scopes import one_group


def stances_of(figures: Sequence[Figure]) -> list[str]:
    """Return the stance of each figure: "12" and "at least 12" of one number are one.

    Not where somebody gives more: "at least 12" leaves that open, 12 does not. "Some 80" and 80
    are one, too. Those of one body are named: "at least 22 Rescue Fund members killed".
    """
    most = max((figure.size for figure in figures), default=0.0)
    own = [words(figure.count) for figure in figures]
    stances = [_open(figure, own, most) for figure in figures]
    group = one_group([figure.count for figure in figures])
    if not group:
        return stances
    what = figures[0].count.what
    return [f"{one.removesuffix(what)}{group} members {what}" for one in stances]


def _open(figure: Figure, told: Sequence[str], most: float) -> str:
    count = figure.count
    if count.low is None or count.low != count.high or count.qualifier:
        return words(count)
    least = words(replace(count, high=None))
    if least in told and figure.size == most:
        return least
    about = words(replace(count, qualifier="about"))
    return about if about in told else words(count)
