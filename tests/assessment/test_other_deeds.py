"""Figures of one report that its words give to two deeds, to a part or to a whole war."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


def found(story: Any, second: str, first: str = "killed 14 people") -> int:
    """Return how many disputes a report makes, of 14 dead to a monitor and nine to a ministry."""
    lead = f"Shells on Selmo {first}, the Observatory of Garn said."
    one = story(f"{lead}\nThe Health Ministry said {second}.", "2019-03-05")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), lead.split(",")[0])
    ministry = one.claim(one.actor("Health Ministry", "organisation"), second)
    one.account("Shells", counts=(("killed", 14, 14, "14"),), claim=monitor)
    one.account("the shelling", counts=(("killed", 9, 9, "nine"),), claim=ministry)
    return len(assess(resolve([one.extract()])).disputes)


def test_two_bodies_count_the_dead_of_the_shelling(story: Any) -> None:
    assert found(story, "the shelling killed nine people") == 1


@pytest.mark.parametrize(
    "second",
    [
        "the shelling killed nine people the night before",
        "the shelling killed nine people two days earlier",
        "the shelling elsewhere killed nine people",
        "across the front line the shelling killed nine people",
        "another report has nine people killed in the shelling",
        "after a second raid the shelling killed nine people",
        "the shelling killed nine people at the bakery alone",
        "of those killed in the shelling nine were children",
        "the shelling killed nine people in both villages",
        "the shelling killed nine people in all sectors",
        "in three weeks the shelling killed nine people",
        "the war has killed many and the shelling killed nine people",
    ],
)
def test_what_is_said_to_be_of_another_deed_is_no_other_count(story: Any, second: str) -> None:
    assert found(story, second) == 0


def test_the_dead_of_two_halves_of_a_town_are_two_tolls(story: Any) -> None:
    second = "the shelling killed nine people in the rebel east"
    assert found(story, second) == 1
    assert found(story, second, "killed 14 people in the government-held half") == 0


def test_who_gives_the_number_of_others_too_agrees(story: Any) -> None:
    lead = "14 soldiers and nine rebels died in Selmo, the Observatory of Garn said."
    one = story(f"{lead}\nThe rebel front said the battle killed nine.", "2019-03-05")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), lead.split(",")[0])
    front = one.claim(one.actor("rebel front", "armed_group"), "the battle killed nine")
    counts = (("killed", 14, 14, "14"), ("killed", 9, 9, "nine"))
    one.account("died", counts=counts, claim=monitor)
    one.account("the battle", counts=(("killed", 9, 9, "nine."),), claim=front)
    assert assess(resolve([one.extract()])).disputes == ()


@pytest.mark.parametrize(("deeds", "times"), [("on a school and a bridge", 0), ("on a school", 1)])
def test_attacks_on_two_targets_hurt_more_than_one_of_them(
    story: Any, deeds: str, times: int
) -> None:
    extracts = []
    for k, (text, size) in enumerate(
        ((f"The attacks {deeds} in Selmo killed 14 people.", 14),
         ("The attack on the school in Selmo killed nine people.", 9))
    ):  # fmt: skip
        one = story(text, "2019-03-05", f"{k}.txt", outlet=f"Outlet {k}")
        who = one.claim(one.actor(f"Council {k}", "organisation"), text[4:-1])
        quote = "14" if size == 14 else "nine"
        place, day = one.place("Selmo"), "2019-03-04"
        counts = (("killed", size, size, quote),)
        one.account("attack", counts=counts, claim=who, place=place, day=day)
        extracts.append(one.extract())
    assert len(assess(resolve(extracts)).disputes) == times
