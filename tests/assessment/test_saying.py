"""The words of figures as stances."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment.disputes.figures import Figure
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.saying import stances_of
from dragoman.model import Account, Count, Evidence


def figure(low: float, high: float | None, qualifier: str | None = None) -> Figure:
    words = Evidence("r", 0, 1, "8")
    count = Count(what="killed", low=low, high=high, qualifier=qualifier, evidence=words)
    account = Account(
        id="a", report="r", type="ASSAULT", status="happened", evidence=(words,), trigger=words
    )
    return Figure(account, count, 0)


@pytest.mark.parametrize(
    ("told", "stances"),
    [
        ([(12, 12), (12, None), (9, 9)], ["at least 12 killed", "at least 12 killed", "9 killed"]),
        ([(12, 12), (12, None), (15, 15)], ["12 killed", "at least 12 killed", "15 killed"]),
        ([(80, 80, "some"), (80, 80)], ["about 80 killed", "about 80 killed"]),
        ([(50, 50, "nearly"), (50, 50)], ["nearly 50 killed", "50 killed"]),
    ],
)
def test_one_number_is_one_stance(told: list[Any], stances: list[str]) -> None:
    assert stances_of([figure(*one) for one in told]) == stances


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("strikes which began Saturday and continued Sunday killed 45", True),
        ("shelling from Monday to Wednesday killed 12", True),
        ("a battle that began on Monday killed 12", False),
    ],
)
def test_what_went_on_for_days_has_a_toll_of_days(words: str, found: bool) -> None:
    assert (find("over_days", words) is not None) is found
