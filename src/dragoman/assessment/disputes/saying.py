"""The words of figures as stances: one number is one stance, as openly as anybody puts it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.assessment.disputes.building import Stance, from_account
from dragoman.assessment.disputes.figures import Figure, words
from dragoman.assessment.disputes.scopes import one_group
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index


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


def figures_told(index: Index, figures: Sequence[Figure]) -> list[Stance]:
    """Return the figures as stances, each with the account that gives it."""
    return [
        from_account(index, figure.account, stance)
        for figure, stance in zip(figures, stances_of(figures), strict=True)
    ]


def who_told(index: Index, stances: Sequence[Stance]) -> str:
    """Return who gives which figure: "the monitor (4 March 2019): 9 killed; ...\"."""
    groups: dict[str, list[Stance]] = {}
    for stance in stances:
        groups.setdefault(stance.position.stance, []).append(stance)
    return "; ".join(f"{tellers(index, some)}: {figure}" for figure, some in groups.items())


def _open(figure: Figure, told: Sequence[str], most: float) -> str:
    count = figure.count
    if count.low is None or count.low != count.high or count.qualifier:
        return words(count)
    least = words(replace(count, high=None))
    if least in told and figure.size == most:
        return least
    about = words(replace(count, qualifier="about"))
    return about if about in told else words(count)
