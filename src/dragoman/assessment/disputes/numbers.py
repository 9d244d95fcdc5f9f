"""Figures of one thing that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from dragoman.assessment.disputes.building import Stance, dispute
from dragoman.assessment.disputes.clashing import clash, knows_both
from dragoman.assessment.disputes.counting import two_bodies
from dragoman.assessment.disputes.figures import (
    Figure,
    at_least,
    given_too,
    is_loose,
    is_some,
    was_done,
    whom,
)
from dragoman.assessment.disputes.growth import outdated
from dragoman.assessment.disputes.latest import latest
from dragoman.assessment.disputes.saying import figures_told, who_told
from dragoman.assessment.disputes.scopes import (
    may_be_all,
    names_some,
    one_group,
    part_exceeds,
    same_scope,
    scope,
)
from dragoman.assessment.disputes.which import how_many, setting
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Event
from dragoman.resolution.grouping import Groups

# Said of figures of which the highest was told no later than the lowest.
NOT_LATER = ", and the higher figure is not the later one"


def number_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield a dispute for each event whose accounts give figures that exclude one another.

    Rule "figures that exclude one another": same event, same thing counted, same scope, bounds
    that no number satisfies, from independent sources. A toll that grows from one day to a later
    one is an update; parts of a whole, rounded numbers and "at least" are taken as they are.
    """
    for event in index.record.events:
        if sum(len(a.counts) for a in index.accounts_of(event)) > 1:
            make = partial(_of_event, index, event)
            yield from index.kept("figures in dispute", event.id, event, make)


def _of_event(index: Index, event: Event) -> list[Dispute]:
    accounts = [a for a in index.accounts_of(event) if was_done(a)]
    groups: dict[tuple[str, str], list[Figure]] = {}
    for k, account in enumerate(accounts):
        for count in account.counts:
            told = (count.part_of is None or names_some(count)) and count.high != 0
            if told and not is_some(index, account, count):
                key = (count.what, count.unit or "people")
                groups.setdefault(key, []).append(Figure(index.of_figure(account, count), count, k))
    found = (
        _dispute(index, event, clashing)
        for key in sorted(groups)
        for clashing in _clashing(index, key[0], _compared(index, groups[key]))
    )
    return [one for one in found if one]


def _compared(index: Index, figures: Sequence[Figure]) -> list[Figure]:
    return _largest(latest(index, at_least(index, figures)))


def _largest(figures: Sequence[Figure]) -> list[Figure]:
    """Return of each account the largest figure of each scope: smaller ones are parts of it.

    Unless it is another's: "40 died, said the monitor, while the rescuers put the toll at 45".
    """
    best: dict[tuple[str, str | None, str], Figure] = {}
    for figure in figures:
        key = (figure.account.id, figure.account.claim, scope(figure.count))
        held = best.get(key)
        if held is None or figure.size > held.size:
            best[key] = figure
    return list(best.values())


def _clashing(index: Index, what: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures that clash with one another, those that no clash connects apart."""
    groups = Groups(str(k) for k in range(len(figures)))
    met: set[int] = set()
    for (i, a), (j, b) in combinations(enumerate(figures), 2):
        able = same_people(index, a, b) and clash(index, what, a, b)
        if able and not knows_both(index, a, b, figures) and not outdated(index, a, b, figures):
            groups.join(str(i), str(j))
            met |= {i, j}
    for members in groups.members():
        if len(members) > 1:
            yield [figures[k] for k in sorted(map(int, members)) if k in met]


def same_people(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether two figures are of the same people, or one of some that outnumber all.

    Of two bodies that count the dead of one deed, one calls them people, the other civilians.
    """
    if a.count.part_of is not None or b.count.part_of is not None:
        return same_scope(a.count, b.count) and _two_counts_of_some(index, a, b)
    if same_scope(a.count, b.count):
        return True
    if is_loose(a.count) or is_loose(b.count):
        return False
    named = two_bodies(index, a.account, b.account) and may_be_all(a.count, b.count)
    return named or part_exceeds(a.count, b.count)


def _two_counts_of_some(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether two bodies count the children among the dead, the higher not the later one."""
    less, more = (f.account for f in sorted((a, b), key=lambda f: f.size))
    first, second = index.published(less.report), index.published(more.report)
    return bool(first and second and first >= second) and two_bodies(index, less, more)


def _dispute(index: Index, event: Event, clashing: Sequence[Figure]) -> Dispute | None:
    figures = [*sorted(clashing, key=lambda f: f.order), *given_too(index, clashing)]
    stances = figures_told(index, figures)
    return dispute(
        index,
        "number",
        "figures that exclude one another",
        how_many(index, event, _whom(figures), [f.account for f in clashing]),
        stances,
        why=f"{who_told(index, stances)}. All speak of one event ({setting(index, event)}) and of "
        f"the same people{'' if _has_grown(figures, stances) else NOT_LATER}.",
        event=event.id,
    )


def _whom(figures: Sequence[Figure]) -> str:
    """Return whom figures are of and what befell them: those of one body by its name."""
    count = figures[0].count
    group = one_group([figure.count for figure in figures])
    return f"{group} members {count.what}" if group else whom(count)


def _has_grown(figures: Sequence[Figure], stances: Sequence[Stance]) -> bool:
    """Return whether the highest figure is first told on a later day than the lowest."""
    days = [
        min(p.as_of.end for p in held if p.as_of and p.as_of.end)
        for size in (min(f.size for f in figures), max(f.size for f in figures))
        if (held := [s.position for f, s in zip(figures, stances, strict=True) if f.size == size])
        if any(p.as_of and p.as_of.end for p in held)
    ]
    return len(days) < 2 or days[0] < days[1]
