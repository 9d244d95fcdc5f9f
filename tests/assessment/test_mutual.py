from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Varnia and Ostrava accused each other of shelling the plant.", 1),
        ("Varnia and Ostrava accused each other of dragging out the talks.", 0),
        ("Varnia and Ostrava accused the rebels of shelling the plant.", 0),
    ],
)
def test_an_attack_that_two_sides_lay_on_each_other_is_in_dispute(
    story: Any, words: str, found: int
) -> None:
    one = story(words, "2019-03-04", "a.txt")
    states = tuple(
        one.actor(name, "state", pack=f"world:{name}", country=name[:2].upper())
        for name in ("Varnia", "Ostrava")
    )
    one.account("accused", "ACCUSE", actors=states)
    disputes = assess(resolve([one.extract()])).disputes
    assert sum(d.rule == "accused each other" for d in disputes) == found
    for dispute in disputes:
        assert [p.stance for p in dispute.positions] == ["Ostrava did it", "Varnia did it"]
