"""Who holds a town, as two sides say it of themselves in one report."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


def kinds(story: Any, varnia: tuple[str, str], rebels: str) -> list[tuple[str, str]]:
    """Return the disputes where the NFA says something, then Varnia's army."""
    act, words = varnia
    text = f"The NFA spoke of Selmo: {rebels}. Varnia spoke of it, too: {words}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    nfa = one.actor("NFA", "armed_group", sector="REB")
    state = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.place("Selmo", lat=1.0, lon=2.0)
    one.claim(nfa, rebels)
    one.claim(state, words, act)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("assert", "its troops were still in control of the town"),
        ("assert", "the town was under its control"),
        ("assert", "its forces had not lost the town"),
        ("assert", "the town had not fallen"),
        ("assert", "the town remained under the full authority of its army"),
        ("assert", "its troops were in control of the town and were hunting men on its outskirts"),
        ("assert", "its army had repelled an attack on the town"),
        ("assert", "its troops were still in the town"),
        ("assert", "it had full control of the town"),
        ("assert", "the town was theirs"),
        ("deny", "the town had been captured"),
        ("deny", "losing the town"),
    ],
)
def test_a_town_that_one_side_took_and_the_other_holds(story: Any, act: str, words: str) -> None:
    took = "its fighters had taken control of Selmo"
    assert kinds(story, (act, words), took) == [("control", "held by two")]


@pytest.mark.parametrize(
    "words",
    [
        "its troops had retaken the town",  # one after the other
        "its troops were in control of the southern half of the town",
        "its troops were in control of the town after fierce clashes",
        "its army had repelled an attack on villages around the town",
        "its troops were still in control of the airport",
        "the town was under its fire",
    ],
)
def test_another_time_and_a_part_of_it_may_be_another_s(story: Any, words: str) -> None:
    assert kinds(story, ("assert", words), "its fighters had taken control of Selmo") == []


def test_the_dam_is_the_one_told_of_before(story: Any) -> None:
    answer = ("deny", "the dam had been lost")
    assert kinds(story, answer, "its fighters had taken the dam") == [("control", "held by two")]


@pytest.mark.parametrize(
    "took",
    [
        "its fighters had taken full control of the northern Varnian town of Selmo",
        "its fighters had taken Selmo after four days of clashes",
        "Selmo was captured by its fighters",
        "to have captured Selmo",
    ],
)
def test_how_and_where_a_town_was_taken_does_not_matter(story: Any, took: str) -> None:
    answer = ("assert", "its army still held the town")
    assert kinds(story, answer, took) == [("control", "held by two")]


def test_all_who_speak_of_one_town_are_in_one_dispute(story: Any) -> None:
    words = ("its fighters had taken Selmo", "its army still held the town", "it was in its hands")
    text = f"The NFA said {words[0]}. Varnia said {words[1]}. The minister said {words[2]}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.place("Selmo", lat=1.0, lon=2.0)
    one.claim(one.actor("NFA", "armed_group", sector="REB"), words[0])
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), words[1])
    one.claim(one.actor("minister", "person", sector="GOV", country="VA"), words[2])
    (found,) = assess(resolve([one.extract()])).disputes
    assert len(found.positions) == 3


SHARES = [
    ("the army was in full control of the town", "the rebels still held most of Selmo"),
    ("troops had taken full control of Selmo in the north", "rebels still held half of Selmo"),
    ("two men had died and the army held the town", "rebels were still in control of Selmo"),
    ("the army held the western quarters", "rebels still held the west of the town"),
    ("troops had beaten off the attack and hold the town", "rebels were in control of Selmo"),
    ("the army, backed by militia, had retaken Selmo", "rebels still held most of it"),
    ("full control of the town", "the rebels were still in control of Selmo"),
]


@pytest.mark.parametrize(("state", "rebels"), SHARES)
def test_shares_of_a_town_that_leave_no_room_for_one_another(
    story: Any, state: str, rebels: str
) -> None:
    assert kinds(story, ("assert", state), rebels) == [("control", "held by two")]


@pytest.mark.parametrize(
    ("state", "rebels"),
    [
        ("the army was in control of the town", "rebels still held some quarters of Selmo"),
        ("the army held the western quarters", "rebels still held the east of the town"),
        ("the army held half of the town", "rebels still held half of Selmo"),
        ("the army was in full control of the town", "rebels still held villages around Selmo"),
    ],
)
def test_shares_of_a_town_that_two_may_have(story: Any, state: str, rebels: str) -> None:
    assert kinds(story, ("assert", state), rebels) == []


def far_apart(story: Any, first: str, second: str) -> list[tuple[str, str]]:
    """Return the disputes where the NFA and the army speak of a village without coordinates."""
    told = "Rain fell on the village of Dorn all week and nobody could leave. " * 6
    text = f"The NFA said {first}. {told}The army said {second}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.claim(one.actor("NFA", "armed_group", sector="REB"), first)
    one.claim(one.actor("army", "organisation", sector="MIL"), second)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("it had not lost Dorn", [("control", "held by two")]),
        ("it had not lost the village", [("control", "held by two")]),
        ("it had not lost Tessin", []),
    ],
)
def test_a_village_that_no_gazetteer_knows_goes_by_its_name(
    story: Any, second: str, found: list[tuple[str, str]]
) -> None:
    assert far_apart(story, "its fighters had taken Dorn", second) == found


@pytest.mark.parametrize(
    "rebels",
    [
        "its fighters had seized farms owned by Bran of Selmo",
        "its men were in charge of handling Selmo money",
    ],
)
def test_whose_it_was_and_what_somebody_handles_is_no_place_held(story: Any, rebels: str) -> None:
    assert kinds(story, ("assert", "its troops were in control of the town"), rebels) == []
