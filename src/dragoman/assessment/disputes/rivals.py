"""Rival accusations: one deed that some lay on one side and others on another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.assessment.disputes.blame import ENEMIES, Charge, charge
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import COMMON, DEEDS
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Dispute

# Accusations in reports of one story are of one deed when they are no further apart.
DAYS = 3


class Case(msgspec.Struct):
    """What some lay on one side and others on another: one deed in the reports of one story."""

    one: list[Charge]
    other: list[Charge]


def rival_accusations(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that two sources lay on two sides.

    Rule "rival accusations": two sources, in one report or in reports of one story, each name who
    did a deed of one kind; nobody of the one side is of the other.
    """
    charges = [c for s in said if (c := charge(index, s)) is not None]
    charges = _of_the_last_deed(index, charges)
    cases: list[Case] = []
    for a, b in _near(charges):
        if _rivals(a, b) and _one_deed(index, a, b):
            _add(index, cases, a, b)
    for case in cases:
        if found := _build(index, case):
            yield found


def _of_the_last_deed(index: Index, charges: Sequence[Charge]) -> list[Charge]:
    """Return charges with the event of the deed told last before, where they mean one so told.

    "The attack" is in the event of the attack that the report told of last.
    """
    told: dict[str, list[Account]] = {}
    for account in index.record.accounts:
        if account.type in DEEDS and account.status == "happened":
            told.setdefault(account.report, []).append(account)
    found = []
    for one in charges:
        at = one.said.evidence.start
        before = [a for a in told.get(one.said.report, ()) if a.trigger.end <= at]
        last = max(before, key=lambda a: a.trigger.start, default=None)
        if one.deed and not one.events and last:
            one = msgspec.structs.replace(one, events=frozenset({last.event}))
        found.append(one)
    return found


def _near(charges: Sequence[Charge]) -> Iterator[tuple[Charge, Charge]]:
    """Yield the pairs of charges of one event or of a few days, in the order of the reports."""
    for a, b in combinations([c for c in charges if c.events], 2):
        if a.events & b.events:
            yield a, b
    days: dict[dt.date, list[int]] = {}
    for k, one in enumerate(charges):
        if one.said.day:
            days.setdefault(one.said.day, []).append(k)
    for k, one in enumerate(charges):
        if one.said.day:
            around = (one.said.day + dt.timedelta(n) for n in range(-DAYS, DAYS + 1))
            later = sorted(j for day in around for j in days.get(day, ()) if j > k)
            yield from ((one, charges[j]) for j in later)


def _rivals(a: Charge, b: Charge) -> bool:
    """Return whether two charges name sides apart; nameless rebels are apart from states alone."""
    if a.sides & b.sides or (a.told and b.told):
        return False
    return all(
        other.sides and all(s.startswith(("country:", "act")) for s in other.sides)
        and any(s.startswith("country:") for s in other.sides)
        for one, other in ((a, b), (b, a))
        if ENEMIES in one.sides
    )  # fmt: skip


def _one_deed(index: Index, a: Charge, b: Charge) -> bool:
    one, other = a.said, b.said
    if index.same_side(one.speaker, other.speaker):
        return False
    if a.events & b.events:
        return True
    story = one.report == other.report or other.report in index.same_story(one.report)
    return story and not _apart(index, a, b) and _one_kind(a, b)


def _apart(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges, or the sentences that they stand in, name places apart."""
    first, second = _places(a), _places(b)
    return any(index.places.relation(p, q) == "apart" for p in first for q in second)


def _places(one: Charge) -> list[str]:
    return [place for _, place in one.said.spots] or list(one.said.places)


def _one_kind(a: Charge, b: Charge) -> bool:
    """Return whether two charges are of one deed by its means; shells and bombs fall every day."""
    if a.deed and a.deed == b.deed:
        return bool(a.means & b.means) or not (a.means and b.means)
    return bool((a.means & b.means) - COMMON)


def _add(index: Index, cases: list[Case], a: Charge, b: Charge) -> None:
    for case in cases:
        if any(_apart(index, c, new) for c in (*case.one, *case.other) for new in (a, b)):
            continue
        for one, other in ((a, b), (b, a)):
            if _of(case.one, one) and _of(case.other, other):
                case.one.append(one)
                case.other.append(other)
                return
    cases.append(Case([a], [b]))


def _of(charges: Sequence[Charge], one: Charge) -> bool:
    """Return whether a charge is of the same side and deed as the first of a case."""
    first = charges[0]
    a, b = first.said.day, one.said.day
    near = bool(a and b and abs((a - b).days) <= DAYS) and _one_kind(first, one)
    return bool(first.sides & one.sides) and (near or bool(first.events & one.events))


def _build(index: Index, case: Case) -> Dispute | None:
    by_one, by_other = (
        [c.said.stance(index, f"{side[0].who} did it") for c in side]
        for side in (case.one, case.other)
    )
    first, second = case.one[0].who, case.other[0].who
    return dispute(
        index,
        "responsibility",
        "rival accusations",
        f"Who did it: {first} or {second}?",
        [*by_one, *by_other],
        why=f"{tellers(index, by_one)} laid it on {first}; {tellers(index, by_other)} laid a deed "
        f"of the same kind, in the same story, on {second}.",
    )
