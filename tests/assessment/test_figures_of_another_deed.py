"""Figures that are of another deed, of many days, of one voice, or that nobody has counted yet."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


def reports(story: Any, first: str, second: str, days: tuple[int, int] = (4, 5)) -> int:
    """Return how many disputes two reports make, of two days, of a shelling that hurt 23 or 14."""
    extracts = []
    for k, (text, hurt) in enumerate(((first, 23), (second, 14))):
        one = story(
            text, day=f"2019-03-0{days[k]}", source=f"{k}.txt", outlet=("Garn Post", "Times")[k]
        )
        one.account(
            "shelling", mode="shelling", day="2019-03-04", place=one.place("Selmo"),
            counts=(("injured", hurt, hurt, str(hurt)),),
        )  # fmt: skip
        extracts.append(one.extract())
    return len(assess(resolve(extracts)).disputes)


HURT = "Rebel shelling of a market in Selmo hurt 23 people."


@pytest.mark.parametrize(("which", "found"), [("Rebel", 1), ("New rebel", 0)])
def test_those_whom_a_new_attack_hurt_are_of_another_deed(
    story: Any, which: str, found: int
) -> None:
    assert reports(story, HURT, f"{which} shelling of a market in Selmo hurt 14 people.") == found


@pytest.mark.parametrize("when", ["in the last 24 hours", "in 48 hours", "over the past few hours"])
def test_a_toll_of_so_many_hours_is_not_that_of_one_attack(story: Any, when: str) -> None:
    second = "Rebel shelling of a market in Selmo hurt 14 people"
    assert reports(story, HURT, f"{second}.") == 1
    assert reports(story, HURT, f"{second} {when}.") == 0


@pytest.mark.parametrize(("days", "found"), [((4, 4), 0), ((4, 5), 1)])
def test_a_toll_that_will_rise_is_an_early_one_of_the_higher_told_since(
    story: Any, days: tuple[int, int], found: int
) -> None:
    second = "Rebel shelling of a market in Selmo hurt 14 people."
    assert reports(story, HURT, second, days) == 1
    more = "\nIt says the number of casualties is likely to rise."
    assert reports(story, HURT, second + more, days) == found


def voices(
    story: Any, first: str, second: str, said: str = "{} said that shelling", between: str = ""
) -> int:
    """Return how many disputes two sentences of one report make, of 14 hurt and of 9."""
    told = said.format(second) + " of Selmo hurt 9 people."
    one = story(f"{first} said that shelling of Selmo hurt 14 people.\n{between}{told}")
    for k, (name, words) in enumerate(((first, "hurt 14 people"), (second, "hurt 9 people"))):
        claim = one.claim(one.actor(name, "organisation"), words)
        counts = (("injured", *((9, 9, "9") if k else (14, 14, "14"))),)
        trigger = told[:-1] if k else "shelling"
        one.account(
            trigger, mode="shelling", day="2019-03-04", place=one.place("Selmo"),
            counts=counts, claim=claim,
        )  # fmt: skip
    return len(assess(resolve([one.extract()])).disputes)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Rescue Fund of Garn", "Army of Varnia", 1),
        ("Defence Ministry of Varnia", "Varnia", 0),
        ("Garn Centre", "Garn Coordination Centre", 0),
    ],
)
def test_one_body_under_a_longer_and_a_shorter_name_is_one_voice(
    story: Any, first: str, second: str, found: int
) -> None:
    assert voices(story, first, second) == found


def test_what_the_agency_quotes_is_what_the_agency_tells(story: Any) -> None:
    said = "{} added that shelling"
    assert voices(story, "Garn Press", "Police Command", said) == 1
    said = "The agency quoted the {} as saying that shelling"
    assert voices(story, "Garn Press", "Police Command", said) == 0


def test_what_a_toll_could_yet_be_is_nobodys_count(story: Any) -> None:
    found = []
    for told in ("was", "could be over"):
        one = story(
            f"Garn Press said the number of dead in Selmo {told} 50. The Rescue Fund said that 35 "
            "people were killed."
        )
        press = one.claim(one.actor("Garn Press", "organisation"), f"dead in Selmo {told} 50")
        fund = one.claim(one.actor("Rescue Fund", "organisation"), "35 people were killed")
        least = (("killed", 50, None, "50"),)
        one.account("dead", day="2019-03-04", place=one.place("Selmo"), counts=least, claim=press)
        one.account("killed", day="2019-03-04", counts=(("killed", 35, 35, "35"),), claim=fund)
        found.append(len(assess(resolve([one.extract()])).disputes))
    assert found == [1, 0]


def test_figures_before_and_after_a_deed_in_another_town_are_of_two_deeds(story: Any) -> None:
    for between, found in (
        ("The shelling hit a market.\n", 1),
        ("Another airstrike on the village of Orim killed a man.\n", 0),
    ):
        assert voices(story, "Garn Press", "Army of Varnia", between=between) == found
