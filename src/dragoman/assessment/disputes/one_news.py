"""Figures that two bodies give of what two reports begin with, though nothing joined them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.clashing import exclude, knows_both
from dragoman.assessment.disputes.counting import two_bodies
from dragoman.assessment.disputes.figures import (
    Figure,
    at_least,
    is_loose,
    is_some,
    of_one_span,
    unlike,
    was_done,
    whom,
)
from dragoman.assessment.disputes.numbers import same_people
from dragoman.assessment.disputes.saying import figures_told, who_told
from dragoman.assessment.disputes.which import how_many
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.openings import is_rare, names_in, opening, stems_of

_TOLLS = frozenset({"killed", "injured", "captured", "abducted", "released", "missing"})
# One news is printed within so many days.
DAYS = 1
# Whose names stand in many reports, whatever the news.
_EVERYWHERE = frozenset({"state", "government", "armed_group", "organisation"})


def news_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield a dispute for two reports that begin with figures which exclude one another.

    Rule "figures of one news": two bodies give them, the reports are of one day or the next, and
    both open with a name that hardly any report has (a village that no gazetteer knows, a road).
    Their accounts are two events, as such a name alone joins none.
    """
    told = _begin_with(index)
    common = _named_everywhere(index)
    names = {
        report: frozenset(n for n in names_in(opening(index.reports[report])) if is_rare(n))
        for report in told
    }
    for a, b in combinations(sorted(told, key=index.order.__getitem__), 2):
        shared = (names[a] & names[b]) - common
        if shared and _of_one_news(index, a, b):
            yield from _between(index, told[a], told[b], shared)


def _begin_with(index: Index) -> dict[str, list[Figure]]:
    """Return by report the figures of what each begins with."""
    told: dict[str, list[Figure]] = {}
    for account in index.record.accounts:
        if account.family != "event" or not was_done(account) or not index.begun(account, account):
            continue
        for count in account.counts:
            if _is_toll(index, Figure(account, count, 0)):
                figure = Figure(index.of_figure(account, count), count, 0)
                told.setdefault(account.report, []).append(figure)
    return {report: at_least(index, some) for report, some in told.items()}


def _is_toll(index: Index, figure: Figure) -> bool:
    """Return whether a figure counts all whom something befell, by a number."""
    count = figure.count
    whole = count.what in _TOLLS and count.part_of is None and bool(count.low or count.high)
    return whole and not is_loose(count) and not is_some(index, figure.account, count)


def _named_everywhere(index: Index) -> frozenset[str]:
    named = (a for a in index.record.actors if a.named and a.type in _EVERYWHERE)
    return frozenset(s for a in named for name in (a.name, *a.names) for s in stems_of(name))


def _of_one_news(index: Index, a: str, b: str) -> bool:
    first, second = index.published(a), index.published(b)
    return first is not None and second is not None and abs((first - second).days) <= DAYS


def _between(
    index: Index, some: Sequence[Figure], others: Sequence[Figure], shared: frozenset[str]
) -> Iterator[Dispute]:
    """Yield a dispute for each kind of figures of two reports that exclude one another."""
    clashing: dict[str, list[Figure]] = {}
    for a, b in product(some, others):
        if _clash(index, a, b) and not knows_both(index, a, b, (*some, *others)):
            met = clashing.setdefault(a.count.what, [])
            met.extend(f for f in (a, b) if f not in met)
    for what in sorted(clashing):
        found = _dispute(index, clashing[what], shared)
        if found:
            yield found


def _clash(index: Index, a: Figure, b: Figure) -> bool:
    x, y = a.account, b.account
    if a.count.what != b.count.what or x.event == y.event or not two_bodies(index, x, y):
        return False
    if (x.date and y.date and not x.date.overlaps(y.date)) or not of_one_span(x, y):
        return False
    return same_people(index, a, b) and unlike(a, b) and exclude(index, a.count.what, a, b)


def _dispute(index: Index, figures: list[Figure], shared: frozenset[str]) -> Dispute | None:
    figures = sorted(figures, key=lambda f: index.order[f.account.report])
    stances = figures_told(index, figures)
    event = figures[0].account.event
    return dispute(
        index,
        "number",
        "figures of one news",
        how_many(index, index.events[event], whom(figures[0].count), [f.account for f in figures]),
        stances,
        why=f"{who_told(index, stances)}. The reports begin with them, within a day, and "
        f"both name what few do ({', '.join(sorted(shared))}).",
        event=event,
        certainty=0.9,
    )
