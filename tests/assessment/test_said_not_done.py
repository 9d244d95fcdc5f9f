"""A deed that one tells of and another says was not done, without the word "deny"."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.disputes.versions import version_disputes
from dragoman.assessment.index import Index
from dragoman.resolution import resolve


def kinds(story: Any, words: str, trigger: str) -> list[str]:
    """Return the disputes where residents tell of a raid on Selmo and Varnia says ``words``."""
    told = "a raid hit the clinic in Selmo"
    text = f"Residents said {told}. Varnia spoke of it: {words}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    place = one.place("Selmo", lat=1.0, lon=2.0)
    residents = one.claim(one.actor("Residents", "group", named=False), told)
    one.account("raid", claim=residents, place=place, mode="aerial")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    claim = one.claim(varnia, words)
    one.account(trigger, claim=claim, status="denied", place=place, mode="aerial")
    return [d.about for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize(
    "words", ["no clinic in Selmo had been hit", "the clinic in Selmo was never hit"]
)
def test_who_says_that_it_was_not_done_denies_it(story: Any, words: str) -> None:
    assert kinds(story, words, "hit") == ["occurrence"]


def test_who_stopped_it_does_not_say_that_it_was_not_done(story: Any) -> None:
    assert kinds(story, "its guns foiled a raid that had not hit Selmo", "hit") == []


def test_who_denies_that_others_did_it_denies_the_deed(story: Any) -> None:
    told, denied = "rebels raided the farm in Selmo", "rebels attacked the farm in Selmo"
    one = story(f"An agency said {told}.\nVarnia denied that {denied}.", "2019-03-04", "a.txt")
    place, rebels = one.place("Selmo", lat=1.0, lon=2.0), one.actor("rebels", "armed_group")
    agency = one.claim(one.actor("Tarsk Agency", "organisation"), told)
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    denial = one.claim(varnia, denied, "deny", cue=one.words("denied"))
    one.account("raided", claim=agency, place=place, actors=(rebels,))
    one.account("attacked", claim=denial, place=place, actors=(rebels,), status="denied")
    found = version_disputes(Index(resolve([one.extract()])), [])
    assert [d.rule for d in found] == ["said and denied"]


@pytest.mark.parametrize(
    ("who", "sector", "found"), [("farmer", "CVL", ["said and denied"]), ("sniper", "MIL", [])]
)
def test_who_denies_a_killing_of_people_at_peace_denies_none_of_fighters(
    story: Any, who: str, sector: str, found: list[str]
) -> None:
    extracts = []
    for speaker, whom, kind, act, status in (
        ("the monitor", f"a {who}", sector, "assert", "happened"),
        ("Varnia", "a villager", "CVL", "deny", "denied"),
    ):
        one = story(f"{speaker} spoke of it: {whom} was killed in Selmo.", source=act, outlet=act)
        claim = one.claim(one.actor(speaker, "organisation"), f"{whom} was killed in Selmo", act)
        victim = one.actor(whom, named=False, sector=kind)
        place = one.place("Selmo", lat=1.0, lon=2.0)
        one.account("killed", claim=claim, place=place, recipients=(victim,), status=status)
        extracts.append(one.extract())
    record = resolve(extracts)
    assert len(record.events) == 1
    assert [d.rule for d in version_disputes(Index(record), [])] == found
