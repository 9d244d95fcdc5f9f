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


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Each side blames the other for triggering the fighting in the port.", "responsibility"),
        ("Both sides accused each other of breaking the truce.", "compliance"),
        ("The two countries traded accusations over the shelling.", "responsibility"),
        ("The two parties blamed one another for the failed talks.", None),
        ("Both sides have blamed each other for gas attacks in the past.", None),
    ],
)
def test_two_sides_named_before_lay_it_on_each_other(
    story: Any, words: str, about: str | None
) -> None:
    one = story(words, "2019-03-04", "a.txt")
    one.account("blame" if "blame" in words else "accus", "ACCUSE")
    found = assess(resolve([one.extract()])).disputes
    assert [d.about for d in found] == [about] * bool(about)
    for dispute in found:
        assert [p.stance for p in dispute.positions] == ["the other side did it", "one side did it"]


def test_a_regime_is_not_its_leader(story: Any) -> None:
    text = (
        "The Government of Varnia met. "
        "Orr's regime and the NFA have blamed each other for that attack."
    )
    one = story(text, "2019-03-04")
    orr = one.actor("Orr", country="VA")
    ruling = one.actor("Government of Varnia", "government", country="VA")
    rebels = one.actor("NFA", "armed_group")
    one.account("blamed", "ACCUSE", actors=(orr, rebels))
    (found,) = assess(resolve([one.extract()])).disputes
    assert {p.speaker for p in found.positions} == {ruling, rebels}
