"""Victims and doers who are named after the deed. All is invented."""

from __future__ import annotations

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Packs

READ = default_pipeline(Packs([]), tagger=False)


def parties(text: str) -> tuple[list[str], list[str], tuple[str, ...]]:
    """Return the doers and the victims of the first account of ``text``, and what shows them."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    found = READ(parse(report), Extract(report=report))
    names = {actor.id: actor.name for actor in found.actors}
    first = found.accounts[0]
    shown = tuple(evidence.quote for evidence in first.evidence)
    return [names[a] for a in first.actors], [names[a] for a in first.recipients], shown


@pytest.mark.parametrize(
    ("deed", "naming", "victims"),
    [
        (
            "Gunmen killed a man on Monday.",
            "The victim was identified as Milan Petrek.",
            ["Milan Petrek"],
        ),
        (
            "Gunmen killed a man on Monday.",
            "The dead man, identified as Milan Petrek, was a teacher.",
            ["Milan Petrek"],
        ),
        ("Gunmen killed a man on Monday.", "He was Milan Petrek, a teacher.", ["Milan Petrek"]),
        (
            "Two men were kidnapped on Monday.",
            "They were identified as Milan Petrek and Ivan Tal.",
            ["men", "Milan Petrek", "Ivan Tal"],
        ),
        (
            "Two people died in the blast on Monday.",
            "Police identified the dead as Milan Petrek and Ivan Tal.",
            ["people", "Milan Petrek", "Ivan Tal"],
        ),
        (
            "Two people were killed on Monday.",
            "Among the dead was Milan Petrek, a teacher.",
            ["people", "Milan Petrek"],
        ),
        (
            "An inspector was killed on Monday.",
            "The murdered inspector was named as Milan Petrek.",
            ["Milan Petrek"],
        ),
    ],
)
def test_who_is_named_afterwards_is_the_victim(deed: str, naming: str, victims: list[str]) -> None:
    assert parties(f"{deed} {naming}")[1:] == (victims, (deed, naming))


def test_those_in_a_row_behind_a_colon_are_the_victims() -> None:
    told = parties("Three officers were killed on Monday: Milan Petrek, Ivan Tal and Omar Nur.")
    assert told[1] == ["officers", "Milan Petrek", "Ivan Tal", "Omar Nur"]


def test_an_attacker_who_is_named_is_the_doer() -> None:
    told = parties("A bomb killed nine people. Police named the attacker as Milan Petrek.")
    assert told[:2] == (["Milan Petrek"], ["people"])


@pytest.mark.parametrize(
    "other",
    [
        "The minister was identified as Milan Petrek.",
        "The chairman is Milan Petrek.",
        "The victim was not Milan Petrek.",
        "The hostage was identified as Milan Petrek.",
    ],
)
def test_others_who_are_named_are_no_victims(other: str) -> None:
    assert parties(f"Gunmen killed a man on Monday. {other}")[1] == ["man"]
