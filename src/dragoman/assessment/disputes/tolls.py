"""Tolls that one report sets against each other in so many words: "gave a lower toll of eight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

import msgspec

from dragoman.assessment.disputes.building import dispute, from_account
from dragoman.assessment.disputes.figures import (
    FAR,
    PLACED,
    Figure,
    given_too,
    is_loose,
    is_some,
    meet,
    words,
)
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import may_be_all
from dragoman.assessment.disputes.wording import setting, tellers
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Count, Dispute

# The figure that another is set against stands at most this many characters before it.
BEFORE = 1500
_TOLLS = frozenset({"killed", "injured", "missing"})


class Told(msgspec.Struct, frozen=True):
    """A figure and the account that gives it."""

    account: Account
    count: Count

    @property
    def low(self) -> float:
        """The least that it says."""
        return self.count.low or 0.0


def toll_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between tolls of which a report says that one is not the other.

    Rule "another toll": a sentence gives a lower, higher or other toll, from another source than
    the figure before it. Reports that tell of the same two figures are taken together.
    """
    told: dict[str, list[Told]] = {}
    for account in index.record.accounts:
        if account.status in PLACED:
            for count in account.counts:
                if count.what in _TOLLS and count.low and not is_some(index, count):
                    told.setdefault(account.report, []).append(Told(account, count))
    cases: dict[tuple[str, str, str], list[Told]] = {}
    for report in index.reports:
        for figure in told.get(report, ()):
            other = _set_against(index, figure, told[report])
            if other is not None:
                key = (other.account.event, words(other.count), words(figure.count))
                cases.setdefault(key, []).extend([other, figure])
    for key in sorted(cases):
        found = _dispute(index, key[0], cases[key])
        if found:
            yield found


def _set_against(index: Index, figure: Told, told: Sequence[Told]) -> Told | None:
    """Return the figure before that a toll is set against, if its words say so."""
    sentence = figure.account.evidence[0]
    before = sentence.quote[: max(0, figure.count.evidence.end - sentence.start)]
    lower, higher = find("lower", before) is not None, find("higher", before) is not None
    if not (lower or higher or find("other_toll", before)):
        return None
    able = [
        one
        for one in told
        if 0 < figure.count.evidence.start - one.count.evidence.start <= BEFORE
        and one.count.what == figure.count.what
        and may_be_all(one.count, figure.count)
        and not is_loose(one.count)
        and not meet(one.count, figure.count)
        and max(one.low, figure.low) <= FAR * min(one.low, figure.low)
        and independent(index, one.account, figure.account)
    ]
    if lower or higher:
        able = [one for one in able if (one.low > figure.low) == lower]
    # Of several figures before, the one nearest in size is of the same dead.
    return min(able, key=lambda one: (abs(log(one.low / figure.low)), _start(one)), default=None)


def _start(told: Told) -> int:
    return told.count.evidence.start


def _dispute(index: Index, event: str, told: Sequence[Told]) -> Dispute | None:
    given = given_too(index, [Figure(t.account, t.count, 0) for t in told])
    others = [Told(figure.account, figure.count) for figure in given]
    figures = sorted([*told, *others], key=lambda t: index.order[t.account.report])
    stances = [from_account(index, t.account, words(t.count)) for t in figures]
    what, where = told[0].count.what, index.places.name(index.events[event].place)
    groups = {
        stance: tellers(index, [s for s in stances if s.position.stance == stance])
        for stance in dict.fromkeys(s.position.stance for s in stances)
    }
    why = "; ".join(f"{who}: {figure}" for figure, who in groups.items())
    return dispute(
        index,
        "number",
        "another toll",
        f"How many were {what}{f' in {where}' if where else ''}?",
        stances,
        why=f"{why}. A report says itself that one toll is not the other "
        f"({setting(index, index.events[event])}).",
        event=event,
    )
