"""People told of by their state alone, and states that only tell whom others are against."""

from __future__ import annotations

import pytest

from dragoman.library import read_extract
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.reading.items import Given


def read(text: str) -> Extract:
    given = Given(outlet="Post", published="2031-04-05")
    extract = read_extract(Item(name="x.txt", content=text.encode(), form="text", given=given))
    assert isinstance(extract, Extract)
    return extract


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A Palestinian was killed by gunmen in the camp.", ["Palestinian"]),
        ("Gunmen shot dead an Iraqi in the camp.", ["Iraqi"]),
        ("Two Americans and an Iranian were kidnapped on Friday.", ["Americans", "Iranian"]),
        ("Gunmen killed two Lebanese in the camp.", ["Lebanese"]),
    ],
)
def test_who_is_told_of_by_his_state_alone_is_hit(text: str, victims: list[str]) -> None:
    extract = read(text)
    names = {actor.id: actor.name for actor in extract.actors}
    assert [names[one] for a in extract.accounts for one in a.recipients] == victims


def test_who_speaks_may_be_told_of_by_his_state_alone() -> None:
    claim = read("An Iraqi, who lost his son, said that jets had bombed the town.").claims[0]
    assert claim.speaker.name == "Iraqi"


def test_an_adjective_is_nobody() -> None:
    assert not read("He spoke in an Israeli accent and flew in a Russian-made jet.").actors


def test_a_state_that_others_are_against_has_no_part_in_them() -> None:
    extract = read(
        "Anti-Syrian party leader Milan Petrek said his camp was ready. "
        "Two anti-Syrian journalists were killed, and pro-Iranian fighters fled."
    )
    assert [role.of for actor in extract.actors for role in actor.roles] == [None]
    assert {actor.country for actor in extract.actors} == {None}


def test_a_last_name_that_a_capital_has_too_is_the_persons() -> None:
    extract = read(
        "The attacker, Milan Amman, was shot on Sunday. Amman, who was known to the police, had "
        "told a friend that he would strike."
    )
    assert [claim.speaker.name for claim in extract.claims] == ["Milan Amman"]


def test_a_capital_where_something_is_stays_one() -> None:
    extract = read("Milan Amman was shot on Sunday. He had flown from Amman. Amman denied it.")
    assert [claim.speaker.name for claim in extract.claims] == ["Jordan"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Opponents of Hezbollah burned the office.", ["opponents of Hezbollah"]),
        ("The raid was carried out by sympathizers of Hezbollah.", ["sympathizers of Hezbollah"]),
        ("Members of Hezbollah burned the office.", ["Hezbollah"]),
    ],
)
def test_who_is_for_or_against_somebody_is_not_he(text: str, doers: list[str]) -> None:
    extract = read(text)
    names = {actor.id: actor.name for actor in extract.actors}
    assert [names[one] for a in extract.accounts for one in a.actors] == doers


def test_who_is_shot_dead_was_not_dead_before() -> None:
    assert "soldiers" in {a.name for a in read("Gunmen shot dead two soldiers.").actors}


def test_a_surname_of_three_letters_is_told_of_alone() -> None:
    extract = read("Milan Orr was held in May. Police said Orr was arrested by the army.")
    names = {actor.id: actor.name for actor in extract.actors}
    assert [names[one] for a in extract.accounts for one in a.recipients] == ["Milan Orr"] * 2


def test_a_group_called_after_a_person_is_no_person() -> None:
    extract = read(
        "Soldiers ran into the Abu Orr group. The Abu Orr group was blamed for bombings."
    )
    assert {a.name: a.type for a in extract.actors}["Abu Orr"] != "person"


def test_where_bombs_went_off_is_nobody_who_is_condemned() -> None:
    extract = read("The minister condemned the Jordan bomb attacks.")
    assert [a.recipients for a in extract.accounts if a.type == "ACCUSE"] == [()]
