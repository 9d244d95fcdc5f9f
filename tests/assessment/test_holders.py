"""Who holds a town: two sides say two things, of the whole or of parts of it."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("army", "rebels", "found"),
    [
        ("army-held Selmo", "rebel-held Selmo", ["control"]),
        ("army-held districts of Selmo", "rebel-held Selmo", []),
        ("army-held western Selmo", "rebel-held eastern Selmo", []),
        ("army-held Selmo", "the rebel-held outskirts of Selmo", []),
    ],
)
def test_parts_of_a_town_may_be_in_other_hands(
    story: Any, army: str, rebels: str, found: list[str]
) -> None:
    extracts = []
    for k, (words, name, kind) in enumerate(
        ((army, "Varnia", "government"), (rebels, "NFA", "armed_group"))
    ):
        text = f"Shells of {name} fell near {words} on Monday, a witness told outlet {k}."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day="2019-03-04")
        one.account(
            words, "CONTROL", family="situation", status="ongoing",
            actors=(one.actor(name, kind),), place=one.place("Selmo", lat=1.0, lon=2.0),
        )  # fmt: skip
        extracts.append(one.extract())
    assert [d.about for d in assess(resolve(extracts)).disputes] == found


def test_a_person_who_holds_a_town_is_shown_as_the_side(story: Any) -> None:
    extracts = []
    for k, (name, kind) in enumerate((("Ana Tal", "person"), ("NFA", "armed_group"))):
        text = f"The men of {name} still hold Selmo, a witness told outlet {k} on Monday."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day="2019-03-04")
        one.account(
            "hold", "CONTROL", family="situation", status="ongoing",
            actors=(one.actor(name, kind),), place=one.place("Selmo", lat=1.0, lon=2.0),
        )  # fmt: skip
        extracts.append(one.extract())
    (dispute,) = assess(resolve(extracts)).disputes
    assert {p.stance for p in dispute.positions} == {"held by Ana Tal’s side", "held by NFA"}
