"""Whether two accounts are of one spot, also where no gazetteer knows it and spellings differ."""

from __future__ import annotations

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
