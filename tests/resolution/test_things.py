from __future__ import annotations

from typing import Any

import pytest

from dragoman.resolution import resolve
from dragoman.resolution.things import known_apart, same_thing, things_in


def told(story: Any, text: str, trigger: str, published: str, day: str | None = None) -> Any:
    one = story(text, source=f"{published}-{trigger}.txt", outlet=text, day=published)
    one.account(trigger, mode="explosives", day=day)
    return one.extract()


def events(*extracts: Any) -> int:
    return len(resolve(extracts).events)


FIRST = "A bomb exploded at the headquarters of the Zefiro Guild on Saturday."


def test_a_building_with_a_name_is_hit_once_a_day(story: Any) -> None:
    first = told(story, FIRST, "exploded", "2019-03-03", day="2019-03-02")
    text = "The mayor, back from Garn, condemned the attack on the Zefiro Guild headquarters."
    assert events(first, told(story, text, "attack", "2019-03-04")) == 1
    text = "The mayor, back from Garn, condemned the attack on the Talvik Union headquarters."
    assert events(first, told(story, text, "attack", "2019-03-04")) == 2
    text = "The mayor, back from Garn, recalled the attack on the Zefiro Guild headquarters."
    assert events(first, told(story, text, "attack", "2019-06-04", day="2019-06-01")) == 2


def test_two_of_a_kind_with_names_are_two(story: Any) -> None:
    day = "2019-03-02"
    text = "A bomb went off in the Zefiro hotel, breaking all windows, the police said."
    first = told(story, text, "bomb", "2019-03-03", day=day)

    def other(name: str) -> Any:
        text = f"Four guests were hurt by a bomb left at the {name} hotel, the mayor told us."
        return told(story, text, "bomb", "2019-03-03", day=day)

    assert events(first, other("Zefiro")) == 1
    assert events(first, other("Talvik")) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Zefiro hotel", "a hotel, the Zefiro", None),
        ("the president's home", "the presidential residence in Selmo", True),
        ("the Karvelian embassy", "in front of the embassy of Talvia", False),
        ("the home of judge Kost", "Kost's house", True),
        ("two Blue Star ambulances", "vehicles of the Karvelian Blue Star", True),
        ("the Civil Zefiro Mill University", "the Civil University", None),
        ("the DZG [Zefiro Guild] offices", "the DZG facilities", True),
        ("the army headquarters", "the army's headquarters", None),
        ("the Selmo hospital", "the hospital of Selmo", None),
        ("the attack against Fenastra", "in the Fenastra [Weavers' League] massacre", True),
        ("a dynamite attack on the Fenastra headquarters", "the attack on Fenastra", True),
        ("the attack on the NFA", "the attack against the NFA", None),
        ("the attack on Selmo", "the bombing of Selmo", None),
        ("the attack on Fenastra", "the Zefiro headquarters", None),
        ("These attacks go on.", "These attacks have ended.", None),
    ],
)
def test_things_are_known_by_their_names(one: str, other: str, same: bool | None) -> None:
    ours, theirs = (
        known_apart(things_in(text), {"selmo"}, ("karvel",), {"nfa"}) for text in (one, other)
    )
    assert (same_thing(ours, theirs)) is same
