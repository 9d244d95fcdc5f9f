"""First names that are states' or capitals' names, too. The persons are invented."""

from __future__ import annotations

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import default

READ = default_pipeline(default(), tagger=False)


def actors_of(text: str) -> list[tuple[str, str]]:
    """Return the name and type of each actor of ``text``."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    found = READ(parse(report), Extract(report=report))
    return [(actor.name, actor.type) for actor in found.actors]


@pytest.mark.parametrize("name", ["Sofia de Roldan", "Jordan Petrek", "Chad Roldan"])
def test_a_first_name_is_no_state(name: str) -> None:
    assert actors_of(f"Judge {name} was shot on Monday.") == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jordan attacked the town on Monday.", []),
        ("Jordan President Milan Petrek spoke on Monday.", ["Milan Petrek"]),
        ("In Jordan Milan Petrek spoke on Monday.", ["Milan Petrek"]),
    ],
)
def test_a_state_is_no_first_name(text: str, people: list[str]) -> None:
    assert [name for name, kind in actors_of(text) if kind == "person"] == people


def test_common_people_who_were_killed_are_told_of() -> None:
    told = actors_of("Two maids and a cook were murdered in the mansion.")
    assert ("maids", "group") in told
    assert any(name == "cook" for name, _ in told)


@pytest.mark.parametrize("words", ["by alleged NFA members", "by an NFA cell", "by NFA leaders"])
def test_initials_with_members_are_a_body(words: str) -> None:
    assert any(name == "NFA" for name, _ in actors_of(f"Two men were kidnapped {words}."))


def test_initials_of_things_are_no_body() -> None:
    assert not any(name == "GPS" for name, _ in actors_of("They met GPS members in the town."))
