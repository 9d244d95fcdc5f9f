"""What was hit: people and things at peace to one, fighters and what is theirs to another."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dragoman.assessment import assess
from dragoman.model import Count, Dispute
from dragoman.resolution import resolve

RAID = "Jets struck the market in Selmo."


def found(story: Any, words: str, told: str = RAID) -> list[Dispute]:
    """Return the disputes of a report that tells of a raid, where somebody says what it hit."""
    one = story(f"{told}\nVarnia spoke of it: {words}.", "2019-03-04", "a.txt", outlet="Post")
    one.account("struck", "ASSAULT", mode="aerial")
    state = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.actor("NFA", "armed_group", sector="REB")
    one.claim(state, words)
    return list(assess(resolve([one.extract()])).disputes)


@pytest.mark.parametrize(
    "words",
    [
        "the strike had targeted a meeting of rebel leaders",
        "its jets had hit a command centre",
        "the air raid targeted “terrorists”",
        "they bombed an ammunition depot",
        "the raid had hit fighters, not a market",
        "the strike had hit a position of the NFA",
        "the jets had fired on gunmen",
        "it was a meeting place of fighters",
    ],
)
def test_a_market_to_one_is_fighters_to_another(story: Any, words: str) -> None:
    (one,) = found(story, words)
    assert (one.about, one.rule) == ("identity", "two kinds of target")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the strike had targeted a market", RAID),  # the same
        ("the strike had targeted a market and a depot", RAID),  # both
        ("a strike had targeted rebel leaders", RAID),  # another deed
        ("the shells had hit army positions", RAID),  # another's
        ("the strike had targeted rebel leaders", "Jets struck a rebel depot in Selmo."),
        ("the strike had not targeted rebel leaders", RAID),
        ("the strike had hit a rebel-held town", RAID),
    ],
)
def test_another_deed_and_the_same_target_are_no_dispute(story: Any, words: str, told: str) -> None:
    assert found(story, words, told) == []


@pytest.mark.parametrize(
    "told", ["a hospital had been struck in the raid", "the bombs landed on homes"]
)
def test_what_is_hit_may_stand_before_the_verb_or_after_a_fall(story: Any, told: str) -> None:
    words = "its jets had destroyed an arms depot"
    one = story(f"Doctors said {told}. Varnia said {words}.", "2019-03-04", "a.txt", outlet="Post")
    one.claim(one.actor("Doctors", "group"), told)
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), words)
    (dispute,) = assess(resolve([one.extract()])).disputes
    assert dispute.rule == "two kinds of target"


def test_what_nobody_tells_of_as_a_deed_is_answered_only_right_after(story: Any) -> None:
    told, words = "the bombs landed on homes", "its jets had destroyed an arms depot"
    text = f"Doctors said {told}. {'The talks went on. ' * 30}Varnia said {words}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.claim(one.actor("Doctors", "group"), told)
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), words)
    assert not assess(resolve([one.extract()])).disputes


@pytest.mark.parametrize(("harm", "shown"), [("killed", 1), ("injured", 0)])
def test_who_was_wounded_nearby_does_not_say_what_was_hit(
    story: Any, harm: str, shown: int
) -> None:
    text = "Varnia spoke: its jets had hit a command centre. Medics spoke: three civilians harmed."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.claim(one.actor("Varnia", "state", country="VA"), "its jets had hit a command centre")
    medics = one.actor("Medics", "organisation", named=False)
    claim = one.claim(medics, "three civilians harmed")
    count = Count(what=harm, low=3, high=3, of="civilians", evidence=one.words("three civilians"))
    one.account("harmed", claim=claim)
    one.accounts[-1] = msgspec.structs.replace(one.accounts[-1], counts=(count,))
    assert len(assess(resolve([one.extract()])).disputes) == shown
