"""Cases of rival charges: one deed that some lay on one side and others on another."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.assessment.disputes.at_large import is_at_large
from dragoman.assessment.disputes.blame import Charge
from dragoman.assessment.disputes.parties import FORCES, MISHAP, STORED
from dragoman.assessment.disputes.which import deeds_like, the_deed
from dragoman.assessment.index import Index

# A deed of a day: "the shelling in Selmo on 2 March 2019".
_DAY = re.compile(r"(?<!, as told) on \d")


class Case(msgspec.Struct):
    """What some lay on one side and others on another: one deed in the reports of one story."""

    one: list[Charge]
    other: list[Charge]


def joined(index: Index, cases: Sequence[Case]) -> list[Case]:
    """Return the cases, those of one deed of a day that is laid on the same two sides as one."""
    kept: dict[str, list[Case]] = {}
    for case in cases:
        deed = deed_of(index, case)
        same = kept.setdefault(deed, [])
        for held in same if _DAY.search(deed) else ():
            if _one_side(held.one, case.one) and _one_side(held.other, case.other):
                pairs = ((held.one, case.one), (held.other, case.other))
            elif _one_side(held.one, case.other) and _one_side(held.other, case.one):
                pairs = ((held.one, case.other), (held.other, case.one))
            else:
                continue
            for mine, more in pairs:
                mine += [c for c in more if c not in mine]
            break
        else:
            same.append(case)
    return [case for same in kept.values() for case in same]


def _one_side(some: Sequence[Charge], others: Sequence[Charge]) -> bool:
    """Return whether charges are laid on one side; nameless forces may be any state's."""
    one, other = (frozenset(s for c in charges for s in c.sides) for charges in (some, others))
    forces = FORCES in one | other and all(
        FORCES in sides or any(s.startswith("country:") for s in sides) for sides in (one, other)
    )
    return bool(one & other) or forces


def is_mishap(case: Case) -> bool:
    """Return whether a case lays the deed on an accident, or on what was stored there."""
    return bool((case.one[0].sides | case.other[0].sides) & {MISHAP, STORED})


def deed_of(index: Index, case: Case) -> str:
    """Return what the deed of a case is called."""
    some = [*case.one, *case.other]
    said = [c.said for c in some]
    if all(is_at_large(c) for c in some):
        return deeds_like(said)
    return the_deed(index, (i for c in some for i in c.events), said, by_name=not is_mishap(case))
