"""Who holds a town, as two sides say it of themselves: "seized it" against "has not lost it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.assessment.by_report import found_in
from dragoman.assessment.disputes.answers import just_after, on_two_days
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.held import NAMED, Keep, leave_no_room, rules, who_holds
from dragoman.assessment.disputes.parties import rivals
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement, naming_of
from dragoman.model import Dispute
from dragoman.resolution.names import fold

# Towns change hands: what is said on days further apart is of two times.
DAYS = 1


def keeping_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over places that two sides say they hold.

    Rule "held by two": within a day two sides each say that one place is theirs, and not both
    only that they took it: it may have been taken twice. What a report says itself is set against
    what somebody says in it.
    """
    claimed = [one for one in said if one.claim]
    kept = list(found_in(index, "who holds what, as claimed", claimed, who_holds))
    told = {keep.said.report for keep in kept}
    own = [one for one in said if one.claim is None and one.report in told]
    kept += found_in(index, "who holds what, as reported", own, who_holds)
    kept = [_with_town(index, keep) for keep in kept]
    groups: dict[str, list[int]] = {}
    for k, keep in enumerate(kept):
        for key in (keep.said.report, keep.town or ""):
            groups.setdefault(key, []).append(k)
    pairs = {pair for key, group in groups.items() if key for pair in combinations(group, 2)}
    cases: list[list[int]] = []
    for i, j in sorted(pairs):
        if _clash(index, kept[i], kept[j]):
            held = [case for case in cases if i in case or j in case]
            cases = [case for case in cases if case not in held]
            cases.append(sorted({i, j, *(k for case in held for k in case)}))
    for case in cases:
        yield from _build(index, [kept[k] for k in case])


def _with_town(index: Index, keep: Keep) -> Keep:
    """Return who holds "the town" with the settlement that the report named last before."""
    if keep.place:
        return msgspec.structs.replace(keep, town=keep.place)
    text = index.reports[keep.said.report].text[: keep.said.evidence.start]
    named = list(re.finditer(rules().settlement, text, re.I))
    if not named:
        return keep
    name = named[-1]["name"] or named[-1]["before"]
    known = (i for _, i in naming_of(index).located(named[-1][0]))
    return msgspec.structs.replace(keep, town=next(known, f"{NAMED}{fold(name)}"))


def _clash(index: Index, a: Keep, b: Keep) -> bool:
    """Return whether two sides each say, at one time, that one place is theirs."""
    one, other = a.said, b.said
    if not leave_no_room(a, b) or not (one.claim or other.claim):
        return False
    if not _one_place(a, b) or index.same_side(one.speaker, other.speaker):
        return False
    near = one.day is not None and other.day is not None and abs((one.day - other.day).days) <= DAYS
    return near and rivals(a.sides, b.sides, answered=True) and not on_two_days(index, one, other)


def _one_place(a: Keep, b: Keep) -> bool:
    """Return whether both name one place, or one "the town", right after it or as named last."""
    if a.place and b.place:
        return a.place == b.place
    named = any(x.place or x.thing or x.share for x in (a, b))
    if named and just_after(a.said, b.said):
        return True
    return a.town is not None and a.town == b.town


def _build(index: Index, case: Sequence[Keep]) -> Iterator[Dispute]:
    place = next((one.town for one in case if one.town), None)
    name = index.places.name(place) or (place or "").removeprefix(NAMED).title()
    thing = next((one.thing for one in case if one.thing), "")
    what = " of ".join(filter(None, (thing and f"the {thing}", name))) or "the place"
    stances = [one.said.stance(index, f"held by {one.who}") for one in case]
    found = dispute(
        index,
        "control",
        "held by two",
        f"Who holds {what}?",
        stances,
        why=f"{tellers(index, stances)} each say that it is held by another.",
    )
    if found:
        yield found
