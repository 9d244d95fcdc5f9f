"""Attacks that were beaten back, to some, and got in, to others."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve

BACK = "its troops had repelled an attack on Selmo airbase"


def rules(story: Any, back: str, taken: str, who: str = "the Selmo Front") -> list[tuple[str, str]]:
    """Return the disputes of a report in which the army and another speak of an attack."""
    one = story(f"The army said {back}. Others said {taken}.", "2019-03-04", "a.txt", outlet="Post")
    army = one.actor("the army of Varnia", "organisation", country="VA", sector="MIL")
    one.place("Selmo")
    one.claim(army, back)
    one.claim(army if who == "the army" else one.actor(who, "armed_group"), taken)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize("back", [BACK, "the assault on Selmo airbase had been beaten off"])
@pytest.mark.parametrize("taken", ["its men had entered Selmo airbase", "they had entered Selmo"])
def test_an_attack_that_was_repelled_got_in_to_others(story: Any, back: str, taken: str) -> None:
    assert rules(story, back, taken) == [("occurrence", "repelled or taken")]
    assert rules(story, back, taken, "the army") == []


@pytest.mark.parametrize(
    "taken",
    [
        "its men had overrun Darun airbase",
        "its men had taken three soldiers prisoner",
        "its men would capture Selmo airbase",
        "its men entered Selmo airbase before withdrawing",
    ],
)
def test_other_deeds_are_not_the_one_that_was_repelled(story: Any, taken: str) -> None:
    assert rules(story, BACK, taken) == []


def test_who_is_named_in_both_is_no_place_and_the_place_is_asked_of(story: Any) -> None:
    back = "its men had foiled an attempt by the Ostrava Front on Selmo"
    taken = "its men had captured a traitor to the Ostrava Front in Garn"
    assert rules(story, back, taken, "the Ostrava Front") == []
    one = story(f"The army said {BACK}. Rebels said they had entered Selmo.", "2019-03-04", "a.txt")
    army = one.actor("the army of Varnia", "organisation", country="VA", sector="MIL")
    one.claim(army, BACK)
    one.claim(one.actor("the Selmo Front", "armed_group"), "they had entered Selmo")
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.question == "Was the attack on Selmo airbase beaten back?"
