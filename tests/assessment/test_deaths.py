"""How somebody died: fallen in combat to one side, murdered to another."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.model import Dispute
from dragoman.resolution import resolve

FELL = "Ana Tal fell in combat near Selmo"


def disputes(story: Any, army: str, other: str, who: str = "the NFA") -> list[Dispute]:
    """Return the disputes of a report in which the army and another say how somebody died."""
    one = story(f"The army said {army}. Others said {other}.", "2019-03-04", "a.txt", outlet="Post")
    speaker = one.actor("the army of Varnia", "organisation", country="VA", sector="MIL")
    one.actor("Ana Tal", "person")
    one.claim(speaker, army)
    one.claim(speaker if who == "the army" else one.actor(who, "armed_group"), other)
    return list(assess(resolve([one.extract()])).disputes)


@pytest.mark.parametrize(
    "other",
    [
        "Ana Tal had been murdered by soldiers",
        "those responsible for the murder of Tal were soldiers",
        "she had been executed with her hands tied",
    ],
)
def test_who_fell_in_combat_was_murdered_to_others(story: Any, other: str) -> None:
    (found,) = disputes(story, FELL, other)
    assert (found.about, found.rule) == ("occurrence", "two ways to die")
    assert found.question == "How did Ana Tal die?"
    assert {p.stance for p in found.positions} == {"fell fighting", "murdered"}
    assert disputes(story, FELL, other, "the army") == []


@pytest.mark.parametrize(
    "other",
    [
        "it had executed a spy in Garn",
        "Ana Tal had been wounded in an ambush",
        "Ana Tal had not been murdered",
        "she had threatened to murder the mayor",
    ],
)
def test_other_deaths_are_not_hers(story: Any, other: str) -> None:
    assert disputes(story, FELL, other) == []


def test_people_without_names_are_taken_up_right_after(story: Any) -> None:
    fell = "two rebels had died in a clash with a patrol"
    (found,) = disputes(story, fell, "the two men had been murdered by soldiers")
    assert found.question == "How did the two rebels die?"
    assert disputes(story, fell, "soldiers had murdered a priest") == []


def test_an_illness_is_set_against_a_murder(story: Any) -> None:
    (found,) = disputes(story, "Ana Tal had died of a heart attack", "she was beaten to death")
    assert [p.stance for p in found.positions] == [
        "by an illness, an accident or their own hand",
        "murdered",
    ]
