"""Denials of what another side said in the sentence before, in other words."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item

BEGINS = "TARSK, 4 March 2019 (Post) - "


def kinds(text: str) -> list[tuple[str, str]]:
    """Return what the disputes of one report are about, with their rule."""
    item = Item(name="a.txt", content=f"Clashes\n\n{BEGINS}{text}\n".encode(), form="text")
    record = build([one for one in extracts([item]) if isinstance(one, Extract)])
    return [(d.about, d.rule) for d in record.disputes]


@pytest.mark.parametrize(
    "text",
    [
        "The League said Karvelian troops had crossed the border. Karvelia denied sending troops "
        "across the border.",
        "The rebels said they had shot down a helicopter near Selmo. The defence ministry denied "
        "it had lost a helicopter.",
    ],
)
def test_what_was_just_said_is_denied_in_other_words(text: str) -> None:
    assert [rule for _, rule in kinds(text)] == ["denied beside it"]


@pytest.mark.parametrize(
    "text",
    [
        "The League said Karvelian troops had crossed the border. Karvelia denied that prices had "
        "risen.",
        "The rebels said they had shot down a helicopter near Selmo. The rebels denied that they "
        "had lost a helicopter.",
        "The rebels said they had shot down a helicopter near Selmo. Rain fell on the hills. "
        "Markets stayed open, shops did good business, and the ferry to Garn sailed with all of "
        "its passengers in the evening, an hour late, as it does on most days of the long winter "
        "season. The defence ministry denied it had lost a helicopter.",
    ],
)
def test_another_matter_the_same_side_and_what_was_said_far_off_are_not_denied(text: str) -> None:
    assert kinds(text) == []


def test_a_denial_of_much_else_is_not_of_the_charge_before_it() -> None:
    text = (
        "The rebels said the Varnian army had killed scores of farmers. The army has denied that "
        "its troops use the bombs which rights groups say kill without choosing in towns and "
        "villages, in markets and in schools."
    )
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("A radio station reported that the NFA had shot the baker because they took him for a "
         "Karvelian agent. Tal called this accusation \"complete nonsense.\"", "occurrence"),
        ("Bob Tal is dead. Police said he was shot when he tried to stop a theft, but his family "
         "ruled out that possibility.", "occurrence"),
        ("Observers said the general's dismissal was prompted by the bombing of Selmo. These "
         "statements were denied by President Tal.", "intention"),
    ],
)  # fmt: skip
def test_this_accusation_and_that_possibility_are_what_was_just_said(text: str, about: str) -> None:
    assert kinds(text) == [(about, "denied beside it")]


def test_who_rules_out_what_is_only_held_possible_or_proposed_refuses_it() -> None:
    text = "The mayor said talks might be held in Garn, but the rebels ruled out that possibility."
    assert kinds(text) == []
