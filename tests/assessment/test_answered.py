"""Denials in words that no list has, set against what they answer. The conflict is invented."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item

BEGINS = "TARSK, 4 March 2019 (Post) - "
CHARGE = "The League said that the army had shelled the clinic in Selmo. "


def rules(text: str) -> list[tuple[str, str]]:
    """Return what the disputes of one report are about, with their rule."""
    item = Item(name="a.txt", content=f"Clashes\n\n{BEGINS}{text}\n".encode(), form="text")
    record = build([one for one in extracts([item]) if isinstance(one, Extract)])
    return [(d.about, d.rule) for d in record.disputes]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (f"{CHARGE}The army said that not one shell had left its guns.", "responsibility"),
        (
            "The rebels said that the army had burned the mill at Garn. The army's spokesman said "
            "its men had been nowhere near the mill that week.",
            "occurrence",
        ),
        (
            "The ministry accused the League of blowing up the bridge at Selmo. The League said it "
            "had had no one at the bridge that night.",
            "responsibility",
        ),
    ],
)
def test_an_answer_that_denies_is_set_against_the_charge(text: str, about: str) -> None:
    assert rules(text) == [(about, "answered by a denial")]


@pytest.mark.parametrize(
    "text",
    [
        f"{CHARGE}The army said that the winter had been hard.",
        f"{CHARGE}The League said that not one shell had left the army's guns before noon.",
        "The League said that the price of bread had doubled in Selmo. The army said that not one "
        "shell had left its guns.",
    ],
)
def test_other_answers_and_other_charges_are_none(text: str) -> None:
    assert not [rule for _, rule in rules(text) if rule == "answered by a denial"]
