"""Whether somebody is dead: killed to one side, alive to another."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve

KILLED = "Adan Orr was killed with four of his guards in a raid near Selmo"


def rules(story: Any, killed: str, alive: str, who: str = "the movement") -> list[tuple[str, str]]:
    """Return the disputes of a report in which the army and another tell of Adan Orr."""
    one = story(
        f"The army said {killed}. Others said {alive}.", "2019-03-04", "a.txt", outlet="Post"
    )
    army = one.actor("the army of Varnia", "organisation", country="VA", sector="MIL")
    one.actor("Adan Orr", "person")
    one.claim(army, killed)
    one.claim(army if who == "the army" else one.actor(who, "organisation"), alive)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize("killed", [KILLED, "its troops had killed Adan Orr at Selmo"])
@pytest.mark.parametrize(
    "alive", ["Orr was alive and well", "their leader was in good health", "he was still alive"]
)
def test_who_is_dead_to_one_is_alive_to_another(story: Any, killed: str, alive: str) -> None:
    assert rules(story, killed, alive) == [("occurrence", "dead or alive")]
    assert rules(story, killed, alive, "the army") == []


@pytest.mark.parametrize(
    "killed",
    [
        "Adan Orr’s brother was killed near Selmo",
        "Adan Orr and his men killed nine villagers",
        "Adan Orr was not killed in the raid",
        "nine guards were killed by Adan Orr",
    ],
)
def test_deaths_of_others_are_not_his(story: Any, killed: str) -> None:
    assert rules(story, killed, "Orr was alive and well") == []


def test_others_who_are_alive_are_not_he(story: Any) -> None:
    assert rules(story, KILLED, "the three captives were alive") == []


def test_a_last_name_within_the_name_of_another_is_not_his(story: Any) -> None:
    killed, alive = "its men had killed Omar Orr and Salah Orr", "Salah Orr was still alive"
    one = story(f"The army said {killed}. Others said {alive}.", "2019-03-04", "a.txt")
    for name in ("Omar Orr", "Salah Orr"):
        one.actor(name, "person")
    one.claim(one.actor("the army of Varnia", "organisation", country="VA"), killed)
    one.claim(one.actor("the monitor", "organisation"), alive)
    found = assess(resolve([one.extract()])).disputes
    assert [d.question for d in found if "Omar" in d.question] == []


@pytest.mark.parametrize(("name", "found"), [("Orrin", 1), ("ORRIN", 0)])
def test_what_is_written_in_capitals_is_no_person(story: Any, name: str, found: int) -> None:
    killed, alive = f"{name} was killed in a raid near Selmo", f"{name} was alive and well"
    one = story(f"The army said {killed}. The league said {alive}.", "2019-03-04", "a.txt")
    one.actor(name, "person")
    one.claim(one.actor("The army", "organisation", country="VA", sector="MIL"), killed)
    one.claim(one.actor("The league", "organisation"), alive)
    assert len(assess(resolve([one.extract()])).disputes) == found
