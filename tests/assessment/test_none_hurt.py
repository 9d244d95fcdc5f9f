"""Who says that a deed hurt nobody is set against who counts its victims."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.model import Record
from dragoman.resolution import resolve


def told(
    story: Any,
    answer: str,
    *,
    what: str = "killed",
    who: str = "Army of Garn",
    dead: str | None = None,
) -> Record:
    one = story(f"A raid on Selmo killed 14 people, the Observatory of Varnia said.\n{answer}")
    watch = one.claim(one.actor("Observatory of Varnia", "organisation"), "killed 14 people")
    army = one.claim(one.actor(who, "government"), answer)
    place, day = one.place("Selmo"), "2019-03-04"
    counts = (("killed", 14, 14, "14"),)
    one.account("A raid", counts=counts, day=day, place=place, claim=watch)
    if dead:
        first = one.accounts[0]
        one.accounts[0] = replace(first, counts=(replace(first.counts[0], of=dead),))
    none = ((what, 0, 0, "no"),)
    one.account("harmed", counts=none, day=day, claim=army, status="denied")
    return assess(resolve([one.extract()]))


def stances(record: Record) -> list[set[str]]:
    return [
        {p.stance for p in d.positions} for d in record.disputes if d.rule == "none against some"
    ]


def test_none_is_set_against_some(story: Any) -> None:
    found = stances(told(story, "It harmed no civilian in the raid."))
    assert found == [{"14 killed", "nobody killed"}]


@pytest.mark.parametrize(
    ("answer", "what", "who"),
    [
        ("It harmed no other village, the observatory added.", "killed", "Observatory of Varnia"),
        ("It said that no shepherd was harmed.", "injured", "Army of Garn"),
        ("It was not harmed, with no losses on its own side.", "casualties", "Army of Garn"),
    ],
)
def test_one_voice_another_harm_and_own_losses_are_no_answer(
    story: Any, answer: str, what: str, who: str
) -> None:
    assert stances(told(story, answer, what=what, who=who)) == []


def test_who_names_nobody_does_not_speak_of_fighters(story: Any) -> None:
    assert stances(told(story, "It harmed nobody, no one at all.", dead="fighters")) == []


@pytest.mark.parametrize(
    ("day", "count"), [("2019-03-05", 1), ("2019-03-04", 1), ("2019-03-03", 0)]
)
def test_a_later_report_of_no_harm_is_set_against_a_count(story: Any, day: str, count: int) -> None:
    text = "Police of Garn said that a bomb at the mill in Selmo hurt four people on Sunday."
    one = story(text, source="a.txt", outlet="Post", day="2019-03-04")
    police = one.claim(one.actor("Police of Garn", "government"), text[26:])
    four = (("injured", 4, 4, "four"),)
    given: Any = {"day": "2019-03-03", "mode": "explosives"}
    one.account("bomb", place=one.place("Selmo"), counts=four, claim=police, **given)
    other = story(
        "A bomb at the mill in Selmo hurt nobody on Sunday.",
        source="b.txt",
        outlet="Radio",
        day=day,
    )
    none = (("injured", 0, 0, "nobody"),)
    other.account("bomb", place=other.place("Selmo"), counts=none, **given)
    found = stances(assess(resolve([one.extract(), other.extract()])))
    assert found == [{"4 injured", "nobody injured"}] * count
