"""One harm, told right after of "it" or "him" with another word, and laid on another side."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.disputes.told_again import told_again
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("the rebels had burned the mill", "soldiers had set it on fire"),
        ("soldiers killed the priest", "the rebels had murdered him"),
        ("the bridge was blown up by soldiers", "the rebels had destroyed it"),
        ("rebels looted three shops", "they had been plundered by soldiers"),
    ],
)
def test_one_harm_is_told_again_of_a_pronoun(first: str, later: str) -> None:
    assert told_again(first, later)


@pytest.mark.parametrize(
    "later", ["soldiers had looted it", "soldiers had burned a school", "it was the rebels’ mill"]
)
def test_another_harm_or_thing_is_none(later: str) -> None:
    assert not told_again("the rebels had burned the mill", later)


def test_a_deed_told_again_is_laid_on_two(story: Any) -> None:
    first, later = "the rebels had burned the mill", "soldiers had set it on fire"
    one = story(f"The army said {first}, but residents said {later}.", "2019-03-04", "a.txt")
    one.claim(one.actor("the army of Varnia", "organisation", country="VA", sector="MIL"), first)
    one.claim(one.actor("residents", "group"), later)
    (found,) = assess(resolve([one.extract()])).disputes
    assert (found.about, found.rule) == ("responsibility", "rival accusations")
    assert [p.stance for p in found.positions] == ["the rebels did it", "soldiers did it"]
