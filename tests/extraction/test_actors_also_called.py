"""Second names that one report gives an actor. All is invented."""

from __future__ import annotations

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Packs

READ = default_pipeline(Packs([]), tagger=False)


def names_of(text: str) -> list[set[str]]:
    """Return the names of each actor of ``text`` that has more than one."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    found = READ(parse(report), Extract(report=report))
    return [set(actor.names) for actor in found.actors if len(actor.names) > 1]


@pytest.mark.parametrize(
    "told",
    [
        "Jaish al-Tal (Army of the Hill) attacked Tarsk.",
        'Jaish al-Tal ("Army of the Hill") attacked Tarsk.',
        'Jaish al-Tal (Arabic: "Army of the Hill") attacked Tarsk.',
        "Jaish al-Tal, or the Army of the Hill, attacked Tarsk.",
        "Jaish al-Tal, known in English as the Army of the Hill, attacked Tarsk.",
        "Jaish al-Tal (formerly the Army of the Hill) attacked Tarsk.",
    ],
)
def test_a_second_name_of_a_group_is_led_to_it(told: str) -> None:
    found = names_of(f"{told} The Army of the Hill said that it had taken the town.")
    assert {"Jaish al-Tal", "Army of the Hill"} in found


def test_a_nom_de_guerre_is_led_to_the_person() -> None:
    known = names_of("Qasim Nuri, better known as Abu Hamza, spoke. Abu Hamza said it was over.")
    assert known == [{"Qasim Nuri", "Abu Hamza"}]
    assert names_of("Qasim Nuri (Abu Hamza) spoke. Abu Hamza said that it was over.") == known


@pytest.mark.parametrize(
    "told",
    [
        "The Hill Brigade (the Tarsk Front) attacked Selmo.",
        "Jaish al-Tal and the Army of the Hill attacked Tarsk.",
        "Milan Petrek (Tarsk Front) met Ana Tal (Hill Party).",
        "The Hill Brigade, known for its raids, met the Tarsk Front.",
    ],
)
def test_two_names_side_by_side_stay_two(told: str) -> None:
    assert names_of(told) == []


def test_the_post_before_two_ranks_is_the_named_persons() -> None:
    text = "The army's commander, Lt. Gen. Milan Petrek, said that the war was over."
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    people = [a for a in READ(parse(report), Extract(report=report)).actors if a.type == "person"]
    assert [(who.name, who.roles[0].title) for who in people] == [("Milan Petrek", "commander")]


def test_a_post_ends_before_when_its_holder_spoke() -> None:
    text = "It must end, said Milan Petrek, secretary of the Relief Commission earlier in a speech."
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    people = [a for a in READ(parse(report), Extract(report=report)).actors if a.type == "person"]
    assert [who.roles[0].title for who in people] == ["secretary of the Relief Commission"]
