"""What was not so "as earlier reports had stated": they said that it was."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item


def questions(text: str) -> list[tuple[str, str]]:
    """Return what is asked in a report of some words, with how it is told to be so."""
    content = f"TARSK, March 4, 2019 (AFP) - Shells fell near Selmo overnight.\n\n{text}"
    item = Item(name="a.txt", content=content.encode(), form="text")
    found = [one for one in extracts([item]) if isinstance(one, Extract)]
    return [(d.question, d.positions[-1].evidence.quote) for d in build(found).disputes]


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "The ministry said the prisoners were not tortured as the opposition had claimed.",
            "Is it so that the prisoners were tortured?",
            "as the opposition had claimed",
        ),
        (
            "Orr said that his men have not left the town, as reported in El Correo.",
            "Is it so that his men have left the town?",
            "as reported in El Correo",
        ),
        (
            "Doctors found that the prisoners were not tortured as earlier reports had stated.",
            "Is it so that the prisoners were tortured?",
            "as earlier reports",
        ),
    ],
)
def test_what_was_not_so_as_told_is_said_to_be_so(text: str, question: str, told: str) -> None:
    assert questions(text) == [(question, told)]


@pytest.mark.parametrize(
    "text",
    [
        "The prisoners were not in Selmo as the ministry said.",
        "The army said the town was not far from the border, as the guide had claimed.",
        "The army did not leave the town as it had promised.",
        "The ministry said that Orr has not been certified as the winner of any states.",
    ],
)
def test_what_agrees_or_was_promised_is_not_in_dispute(text: str) -> None:
    assert questions(text) == []


def test_who_had_claimed_it_does_not_say_that_it_was_not_so() -> None:
    text = "The prisoners were not tortured as the opposition had claimed."
    item = Item(name="a.txt", content=f"TARSK, 4 March (AFP) - {text}".encode(), form="text")
    (found,) = [one for one in extracts([item]) if isinstance(one, Extract)]
    assert found.claims == ()
