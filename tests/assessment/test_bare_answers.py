"""A number that answers another voice's, without the noun of what it counts."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.model import Dispute
from dragoman.resolution import resolve


def found(story: Any, first: str, second: str, *, by: str = "Varnian police") -> list[Dispute]:
    """Return the disputes between what organisers say and what another says right after."""
    one = story(f"{first}, the March League said.\n{second}", "2019-03-05")
    one.claim(one.actor("March League", "organisation"), first)
    one.claim(one.actor(by, "organisation"), second.split(" ", 1)[1].rstrip("."))
    disputes = assess(resolve([one.extract()])).disputes
    return [d for d in disputes if d.rule == "a number in answer"]


@pytest.mark.parametrize(
    ("second", "stance"),
    [
        ("Police put the attendance at 7,500.", "7,500 people"),
        ("Police counted about 12,000.", "about 12,000 people"),
        ("Police said only nine thousand.", "9,000 people"),
        ("Police estimated no more than 5,000.", "at most 5,000 people"),
    ],
)
def test_a_bare_number_right_after_is_of_the_things_just_told(
    story: Any, second: str, stance: str
) -> None:
    (dispute,) = found(story, "Around 40,000 people filled the square of Tarsk", second)
    assert dispute.question == "How many people were there?"
    assert {p.stance for p in dispute.positions} == {"about 40,000 people", stance}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Around 40,000 people filled the square", "Police arrested 60 marchers."),
        ("Around 40,000 people filled the square", "Police later counted 90,000."),
        ("Around 40,000 people filled the square", "Police counted 20,000 in Selmo."),
        ("Around 40,000 people filled the square", "Police counted 39,000."),
        ("Around 40,000 people and 30 lorries came", "Police counted seven."),
        ("The siege lasted 40 days", "Police said 12."),
        ("Its foes lost 40 men", "Police admitted 12."),
    ],
)
def test_other_things_a_later_count_and_another_place_are_no_answer(
    story: Any, first: str, second: str
) -> None:
    assert found(story, first, second) == []


def test_one_voice_that_gives_two_numbers_answers_nobody(story: Any) -> None:
    first = "Around 40,000 people filled the square"
    assert found(story, first, "Police counted 7,500.", by="March League") == []
