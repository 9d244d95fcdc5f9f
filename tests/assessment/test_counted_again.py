"""A body that counts the dead of what its report began with, far on or as all of them."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.disputes.tolls import toll_disputes
from dragoman.assessment.index import Index
from dragoman.resolution import resolve

FAR = "The war in Varnia is in its third year and talks have brought nothing.\n" * 9


def found(
    story: Any,
    second: str,
    between: str = "",
    who: str = "Red Crescent of Garn",
    first: str = "A bomb at a bakery in Selmo killed 19 people, an official said.",
) -> int:
    """Return how many disputes a report makes, of 19 dead to somebody and 15 to a body."""
    one = story(f"{first}\n{between}The {who} said {second}.", "2019-03-05")
    body, speaker = first.rsplit(", ", 1)
    nameless = {"named": False} if speaker.startswith("an ") else {}
    told = one.claim(one.actor(speaker.removesuffix(" said."), "organisation", **nameless), body)
    own = one.claim(one.actor(who, "organisation"), second)
    one.account("killed", counts=(("killed", 19, 19, "19"),), claim=told)
    one.account(second, counts=(("killed", 15, 15, "15"),), claim=own)
    record = assess(resolve([one.extract()]))
    return len(list(toll_disputes(Index(record), ())))


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("its staff had listed 15 dead in total", 1),
        ("15 had died and that everyone was accounted for", 1),
        ("the bakery queue had cost 15 lives", 1),
        ("its staff had listed 15 dead", 0),
        ("its staff had listed 15 dead in total the night before", 0),
        ("apart from the bakers its staff had listed 15 dead in total", 0),
    ],
)
def test_a_count_of_all_the_dead_is_of_the_deed_before_it(
    story: Any, second: str, count: int
) -> None:
    assert found(story, second) == count


def test_a_final_count_that_is_lower_is_no_later_toll(story: Any) -> None:
    first = "A bomb in Selmo killed 19 people, the Observatory of Garn said."
    for second, count in (("the final count stood at 15", 1), ("at first it counted 15", 0)):
        assert found(story, second, first=first) == count


def test_a_bare_toll_far_on_is_of_what_its_report_begins_with(story: Any) -> None:
    first = "A bomb in Selmo killed 19 people, the Observatory of Garn said."
    assert found(story, "15 had died", FAR, first=first) == 1
    assert found(story, "shells had killed 15", FAR, first=first) == 0
