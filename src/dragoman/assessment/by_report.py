"""Statements by report, and what a rule finds in them, kept from one record to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Protocol, TypeVar

from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

V = TypeVar("V")
ByReport = Mapping[str, Sequence[Statement]]


class _OfReport(Protocol):
    @property
    def report(self) -> str: ...


T = TypeVar("T", bound=_OfReport)


def grouped(some: Iterable[T]) -> dict[str, list[T]]:
    """Return statements or accounts by report, the reports in the order of their first one."""
    found: dict[str, list[T]] = {}
    for one in some:
        found.setdefault(one.report, []).append(one)
    return found


def found_in(
    index: Index,
    name: str,
    said: Sequence[Statement],
    rule: Callable[[Index, Statement], V | None],
) -> Iterator[V]:
    """Yield what a rule finds in each of some statements that stand in the order of the reports.

    The rule asks ``index`` and nothing else; it is run where a report's statements are others
    than before, or anything that it asked about them is answered otherwise.
    """
    for report, some in groupby(said, key=attrgetter("report")):
        told = tuple(some)
        yield from index.kept(name, report, told, partial(_found, index, told, rule))


def _found(
    index: Index, told: Sequence[Statement], rule: Callable[[Index, Statement], V | None]
) -> list[V]:
    return [found for one in told if (found := rule(index, one)) is not None]
