"""One deed of a day that is laid on the same two sides is one case, whatever they are called."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment.disputes.blame import Charge
from dragoman.assessment.disputes.rival_cases import Case, joined
from dragoman.assessment.index import Index
from dragoman.assessment.statements import statements
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("day", "other", "found"),
    [
        ("2019-03-02", {"country:VA"}, 1),
        ("2019-03-02", {"forces"}, 1),
        ("2019-03-02", {"country:KV"}, 2),
        (None, {"country:VA"}, 2),
    ],
)
def test_one_deed_laid_on_the_same_sides_is_one_case(
    story: Any, day: str | None, other: set[str], found: int
) -> None:
    one = story("The league told of the raid.", day="2019-03-04")
    claim = one.claim(one.actor("the league", "organisation"), "the raid")
    one.account("raid", claim=claim, **({"day": day} if day else {}))
    index = Index(resolve([one.extract()]))
    (said,) = (s for s in statements(index) if s.claim)
    events = frozenset(index.events)

    def charge(who: str, sides: set[str]) -> Charge:
        return Charge(said, who, frozenset(sides), frozenset(), None, events)

    cases = [
        Case([charge("the army", {"country:VA"})], [charge("rebels", {"enemies"})]),
        Case([charge("some rebels", {"enemies"})], [charge("forces", other)]),
    ]
    assert len(joined(index, cases)) == found
