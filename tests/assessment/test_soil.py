"""On whose soil, or in whose waters, something was that two states tell of."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


def found(story: Any, first: str, second: str, between: str = " ") -> list[tuple[str, str]]:
    text = f"Varnia spoke of it: {first}.{between}Karvelia answered: {second}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    for name, words in (("Varnia", first), ("Karvelia", second)):
        one.claim(one.actor(name, "state", country=name[:2].upper()), words)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("its patrol was ambushed on Varnian soil", "the guards had been on Karvelian territory"),
        ("the boat was in international waters", "it had entered Karvelian waters"),
        ("the jet was hit in Varnian airspace", "the jet had violated Karvelian airspace"),
    ],
)
def test_soil_of_two_states_is_in_dispute(story: Any, first: str, second: str) -> None:
    assert found(story, first, second) == [("place", "on two states' soil")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the jet was hit in Varnian airspace", "the jet had been in Varnian airspace"),
        ("the jet was hit in Varnian airspace", "the jet was not in Karvelian airspace"),
        ("the jet was hit in Varnian airspace", "troops are training on Karvelian soil"),
        ("its troops were on Varnian soil", "its forces would stay on Karvelian soil"),
    ],
)
def test_soil_of_one_state_or_of_others_is_not(story: Any, first: str, second: str) -> None:
    assert found(story, first, second) == []


def test_what_is_told_far_from_it_is_no_answer(story: Any) -> None:
    said = ("the jet was hit in Varnian airspace", "the jet had been in Karvelian airspace")
    assert found(story, *said, between=" The talks went on." * 30) == []
