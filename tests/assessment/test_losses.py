"""Whose losses a figure counts, so that those of two sides are not set against one another."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.losses import sides_in
from dragoman.resolution import resolve


def found(story: Any, second: str, whom: str | None = None) -> int:
    """Return how many disputes a report makes of 14 dead to an army, and of nine to its press."""
    lead = "The offensive left 14 dead, the army of Vara said."
    one = story(f"{lead}\nThe Observatory of Garn said {second}.", "2019-03-05")
    army = one.claim(one.actor("army of Vara", "government", country="VA"), lead.split(",")[0])
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), second)
    one.account("The offensive", counts=(("killed", 14, 14, "14"),), claim=army)
    one.account("the offensive", counts=(("killed", 9, 9, "nine"),), claim=monitor)
    if whom:
        told = one.accounts[-1]
        one.accounts[-1] = replace(told, counts=(replace(told.counts[0], of=whom),))
    return len(assess(resolve([one.extract()])).disputes)


def test_two_voices_count_all_the_dead(story: Any) -> None:
    assert found(story, "the offensive left nine dead") == 1
    assert found(story, "the offensive left nine dead among the civilians") == 1


@pytest.mark.parametrize(
    "second",
    [
        "the offensive left nine dead among the army ranks",
        "the offensive left nine dead and 30 wounded among the rebels",
        "in the offensive the guerrillas of the front lost nine",
        "in the offensive the rebels have sustained 40 casualties (nine dead and 31 wounded)",
        "the offensive inflicted nine casualties on the government troops",
    ],
)
def test_the_losses_of_one_side_are_not_those_of_all(story: Any, second: str) -> None:
    assert found(story, second) == 0


def test_soldiers_and_rebels_together_are_more_than_rebels(story: Any) -> None:
    one = story(
        "The fighting killed 14 soldiers and rebels, the army of Vara said.\n"
        "The Observatory of Garn said the fighting killed nine rebels.",
        "2019-03-05",
    )
    army = one.claim(one.actor("army of Vara", "government", country="VA"), "killed 14 soldiers")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "killed nine rebels")
    one.account("The fighting", counts=(("killed", 14, 14, "14"),), claim=army)
    one.account("the fighting", counts=(("killed", 9, 9, "nine"),), claim=monitor)
    for k, of in enumerate(("soldiers", "rebels")):
        told = one.accounts[k]
        one.accounts[k] = replace(told, counts=(replace(told.counts[0], of=of),))
    assert assess(resolve([one.extract()])).disputes == ()


def test_an_army_by_its_name_is_of_no_side() -> None:
    assert sides_in("the Liberation Army of Garn") == frozenset()
