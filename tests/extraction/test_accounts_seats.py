"""Where a body sits that tells of an event is not where the event took place."""

from __future__ import annotations

import pytest

from dragoman.library import read_extract
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.reading.items import Given


def places(text: str) -> set[str]:
    """Return where the attacks of a report took place, in its words."""
    given = Given(outlet="Post", published="2031-04-05")
    extract = read_extract(Item(name="x.txt", content=text.encode(), form="text", given=given))
    assert isinstance(extract, Extract)
    found = (a.place_evidence for a in extract.accounts if a.type == "ASSAULT")
    return {one.quote for one in found if one is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 12 people, said the Garn Observatory, a monitor in Nottingham.",
        "Shells killed 12 people, according to the Garn Observatory, which is based in Dublin.",
        "The raids left 11 dead, said the Garn Monitor, a group with offices in Dublin.",
    ],
)
def test_nothing_took_place_where_a_body_sits(text: str) -> None:
    assert places(text) == set()


def test_the_town_that_has_seen_an_attack_is_where_it_was() -> None:
    assert places("Aleppo, 50 km east of Idlib, has witnessed frequent attacks.") == {"Aleppo"}


def test_where_somebody_else_was_may_be_where_it_took_place() -> None:
    assert places("Shells killed 12 people, said the mayor, a doctor in Aleppo.") == {"Aleppo"}


@pytest.mark.parametrize(
    "text",
    [
        "A bomber led the attack near a police post at Aleppo court building, killing two.",
        "A blast at the library of an Aleppo court killed four people.",
        "A bomb killed two people outside an Aleppo cinema.",
        "A raid hit Aleppo International Airport on Friday.",
        "A blast at Aleppo University killed two.",
    ],
)
def test_a_building_called_after_a_town_stands_there(text: str) -> None:
    assert places(text) == {"Aleppo"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen stormed a bank in Aleppo and took six people hostage.", 2),
        ("The army shelled Aleppo and bombed a convoy.", 1),
    ],
)
def test_people_are_taken_where_the_place_was_stormed(text: str, told: int) -> None:
    given = Given(outlet="Post", published="2031-04-05")
    extract = read_extract(Item(name="x.txt", content=text.encode(), form="text", given=given))
    assert isinstance(extract, Extract)
    assert len([a for a in extract.accounts if a.place_evidence is not None]) == told


def test_a_house_of_prayer_is_named_after_persons() -> None:
    assert places("A bomb exploded in Salem Mosque in the town of Idlib.") == {"Idlib"}


def test_a_place_behind_since_is_of_what_went_before() -> None:
    text = "The deadliest attack since an assault in Aleppo in August 2018 killed 12."
    given = Given(outlet="Post", published="2031-04-05")
    extract = read_extract(Item(name="x.txt", content=text.encode(), form="text", given=given))
    assert isinstance(extract, Extract)
    at = {a.trigger.quote: a.place_evidence is not None for a in extract.accounts}
    assert at == {"attack": False, "assault": True}
