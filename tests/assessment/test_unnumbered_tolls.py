"""Tolls that somebody calls wrong without giving another number."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


def stances(story: Any, second: str, who: str = "activists") -> list[set[str]]:
    one = story(f"The army said raids on Selmo killed 70 people.\n{second}")
    army = one.claim(one.actor("Army of Varnia", "government"), "raids on Selmo killed 70 people")
    speaker = (
        one.actor("Army of Varnia", "government") if who == "army" else one.actor(who, "group")
    )
    one.claim(speaker, second.partition("say ")[2])
    counts = (("killed", 70, 70, "70"),)
    one.account("raids", counts=counts, place=one.place("Selmo"), claim=army)
    found = assess(resolve([one.extract()])).disputes
    return [{p.stance for p in d.positions} for d in found if d.about == "number"]


@pytest.mark.parametrize(
    ("second", "stance"),
    [
        ("But activists say the toll is much higher.", "toll is much higher"),
        ("Activists say the real figure is lower.", "figure is lower"),
    ],
)
def test_who_calls_a_toll_wrong_disputes_it(story: Any, second: str, stance: str) -> None:
    assert stances(story, second) == [{"70 killed", stance}]


def test_what_the_report_tells_of_others_disputes_the_toll_of_the_dead(story: Any) -> None:
    second = "Eight were hurt. Other reports put the death toll higher but gave no number."
    one = story(f"The army said raids on Selmo killed 70 people.\n{second}")
    army = one.claim(one.actor("Army of Varnia", "government"), "raids on Selmo killed 70 people")
    counts = (("killed", 70, 70, "70"),)
    one.account("raids", counts=counts, place=one.place("Selmo"), claim=army)
    one.account("hurt", counts=(("injured", 8, 8, "Eight"),))
    (found,) = assess(resolve([one.extract()])).disputes
    assert {p.stance for p in found.positions} == {
        "70 killed",
        "Other reports put the death toll higher",
    }


def test_a_toll_higher_than_that_of_a_year_before_is_not_disputed(story: Any) -> None:
    assert stances(story, "Activists say the toll is much higher than last year.") == []


def test_nobody_disputes_his_own_toll(story: Any) -> None:
    assert stances(story, "Officers say the full toll was probably higher.", "army") == []


def test_reports_that_tell_of_one_toll_called_wrong_are_one_dispute(story: Any) -> None:
    extracts = []
    text = "The army said raids on Selmo killed 70 people.\nBut activists say the toll is lower."
    for k in range(2):
        one = story(f"{text}\nOutlet {k} saw it.", source=f"{k}.txt", outlet=f"Outlet {k}")
        army = one.claim(one.actor("Army of Varnia", "government"), "raids on Selmo killed 70")
        one.claim(one.actor("activists", "group"), "the toll is lower")
        counts = (("killed", 70, 70, "70"),)
        place = one.place("Selmo")
        one.account("raids", counts=counts, place=place, claim=army, day="2019-03-04")
        extracts.append(one.extract())
    found = [d for d in assess(resolve(extracts)).disputes if d.about == "number"]
    assert [len(d.positions) for d in found] == [4]
