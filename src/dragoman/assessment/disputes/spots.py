"""Whether two accounts are of one spot, also where no gazetteer knows it and spellings differ."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.poles import every
from dragoman.assessment.index import Index
from dragoman.model import Account
from dragoman.resolution.names import same_token, tokens


def one_spot(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts give one place: "Qaterji" and "Qatrji" are spellings of one."""
    relation = index.places.relation(a.place, b.place)
    if relation != "unknown" or a.place is None or b.place is None:
        return relation == "same"
    first, second = (tokens(index.places.name(one.place)) for one in (a, b))
    return len(first) == len(second) and all(map(same_token, first, second))


def two_spots(index: Index, a: Account, b: Account) -> bool:
    """Return whether the sentences of two reports each name a spot that the other never names.

    Or one report tells of "raids on Selmo" and of "raids on Orim".
    Quarters and villages that no gazetteer knows leave both accounts in the town around them.
    """
    if a.report == b.report:
        if _goes_on_elsewhere(index, a, b):
            return True
        first, second = ({m["name"] for m in every("spot", x.trigger.quote)} for x in (a, b))
        return bool(first and second) and not first & second
    if index.renowned(a.event):
        return False
    return _its_own(index, a, b) and _its_own(index, b, a)


def _goes_on_elsewhere(index: Index, a: Account, b: Account) -> bool:
    """Return whether between two accounts their report goes on from a town to a deed in another."""
    before, after = sorted((a, b), key=lambda one: one.evidence[0].start)
    first, second = before.evidence[0], after.evidence[0]
    if before.place is None or index.places.size(before.place) != 1:
        return False
    between = index.reports[a.report].text[first.end : second.start]
    other = every("deed_in_town", between)
    return any(o["name"] not in first.quote and o["name"] not in second.quote for o in other)


def _its_own(index: Index, account: Account, other: Account) -> bool:
    """Return whether an account's sentence names a spot of which the other's report has no word."""
    words = re.findall(r"\b[A-Z][\w'-]+", index.reports[other.report].text)
    there = {token for word in set(words) for token in tokens(word)}
    named = (n for i in index.named_in(account.report) for n in index.actors[i].names)
    actors = {token for name in named for token in tokens(name)}
    for found in every("spot", account.evidence[0].quote):
        own = tokens(found["name"])
        if not actors.intersection(own) and not any(same_token(x, y) for x in own for y in there):
            return True
    return False
