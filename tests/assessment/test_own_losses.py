"""A side's count of its own losses against its foe's count of them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.model import Dispute
from dragoman.resolution import resolve

ARMY = "The army of Vara said it killed 40 rebels at Selmo."


def found(story: Any, second: str, number: str, size: int, of: str | None) -> list[Dispute]:
    """Return the disputes over losses between an army and a front that answers it."""
    one = story(f"{ARMY}\nThe Garn Front said {second}.", "2019-03-05")
    army = one.claim(one.actor("army of Vara", "government", country="VA"), "it killed 40 rebels")
    front = one.claim(one.actor("Garn Front", "armed_group"), second)
    one.account("killed", counts=(("killed", 40, 40, "40"),), claim=army)
    one.account(second.split()[-1], counts=(("killed", size, size, number),), claim=front)
    for k, whom in enumerate(("rebels", of)):
        told = one.accounts[k]
        one.accounts[k] = replace(told, counts=(replace(told.counts[0], of=whom),))
    disputes = assess(resolve([one.extract()])).disputes
    return [d for d in disputes if d.rule == "a side's losses"]


@pytest.mark.parametrize(
    ("second", "number", "size", "of"),
    [
        ("it lost two men there", "two", 2, "men"),
        ("three of its fighters died there", "three", 3, "fighters"),
        ("the rebels had buried two comrades", "two", 2, "comrades"),
    ],
)
def test_a_side_tells_fewer_of_its_own_men_lost_than_its_foe_killed(
    story: Any, second: str, number: str, size: int, of: str
) -> None:
    (dispute,) = found(story, second, number, size, of)
    assert "on the side of Garn Front" in dispute.question
    assert {p.stance.split()[0] for p in dispute.positions} == {"40", str(size)}


@pytest.mark.parametrize(
    ("second", "number", "size", "of"),
    [
        ("its men killed 20 soldiers there", "20", 20, "soldiers"),
        ("nine civilians died there", "nine", 9, "civilians"),
        ("the army lost two men there", "two", 2, "men"),
        ("it had lost two men the day before", "two", 2, "men"),
        ("it lost 50 men there", "50", 50, "men"),
    ],
)
def test_the_foes_losses_and_those_of_another_day_are_others(
    story: Any, second: str, number: str, size: int, of: str
) -> None:
    assert found(story, second, number, size, of) == []
