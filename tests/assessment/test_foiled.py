"""Attacks that were stopped, to some, and did harm, to others."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve

FOILED = "troops destroyed a truck rigged with explosives before it reached its target"


def rules(story: Any, foiled: str, done: str, who: str = "the monitor") -> list[tuple[str, str]]:
    """Return the disputes of a report in which the army and another speak of a bomb."""
    one = story(
        f"The army said {foiled}. Others said {done}.", "2019-03-04", "a.txt", outlet="Post"
    )
    army = one.actor("the army of Varnia", "organisation", country="VA", sector="MIL")
    one.claim(army, foiled)
    one.claim(army if who == "the army" else one.actor(who, "organisation"), done)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize("foiled", [FOILED, "it had foiled an attempt to detonate a truck bomb"])
def test_a_bomb_that_was_stopped_did_harm_to_others(story: Any, foiled: str) -> None:
    done = "a suicide bomber blew himself up among soldiers and killed nine"
    assert rules(story, foiled, done) == [("occurrence", "foiled against done")]
    assert rules(story, foiled, done, "the army") == []


@pytest.mark.parametrize("done", ["rockets hit a market", "another bombing was foiled on Sunday"])
def test_other_attacks_are_not_the_one_that_was_stopped(story: Any, done: str) -> None:
    assert rules(story, FOILED, done) == []
