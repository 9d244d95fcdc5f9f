from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.disputes.figures import Figure
from dragoman.assessment.disputes.growth import is_early, is_new
from dragoman.model import Dates, Dispute
from dragoman.resolution import resolve

NAMES = ("Observatory of Garn", "Rescue Fund of Karvelia")


def figure(story: Any, text: str, number: str) -> Figure:
    one = story(text)
    one.account("killed", counts=(("killed", 15, 15, number),))
    (account,) = resolve([one.extract()]).accounts
    return Figure(account, account.counts[0], 0)


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("An earlier toll by the monitor had 15 killed.", True),
        ("The blast killed 15, it said, updating an earlier toll of nine.", False),
        ("The blast killed 15 so far.", True),
        ("An earlier toll was nine, and now 15 were killed.", False),
        ("Earlier this week a raid killed 15.", False),
    ],
)
def test_a_figure_is_early_when_the_words_before_it_say_so(
    story: Any, text: str, early: bool
) -> None:
    assert is_early(figure(story, text, "15")) is early


def test_a_new_toll_is_said_to_be_one(story: Any) -> None:
    assert is_new(figure(story, "The toll rose to 15 killed.", "15"))
    assert is_new(figure(story, "The raid killed 15, a new toll said.", "15"))
    assert not is_new(figure(story, "The raid killed 15.", "15"))


def two_days(story: Any, counts: tuple[int, int], words: str = "said") -> list[Dispute]:
    extracts = []
    for k, (name, count) in enumerate(zip(NAMES, counts, strict=True)):
        text = f"An airstrike on a market in Selmo on Monday killed {count} people, {name} {words}."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day=f"2019-03-0{4 + k}")
        said = f"An airstrike on a market in Selmo on Monday killed {count} people"
        claim = one.claim(one.actor(name, "organisation"), said)
        one.account(
            "airstrike", mode="aerial", day="2019-03-04", place=one.place("Selmo"), claim=claim,
            counts=(("killed", count, count, str(count)),),
        )  # fmt: skip
        extracts.append(one.extract())
    return list(assess(resolve(extracts)).disputes)


def test_what_two_bodies_count_differs_though_the_higher_count_comes_a_day_later(
    story: Any,
) -> None:
    assert [d.about for d in two_days(story, (11, 16))] == ["number"]


def test_a_count_many_times_as_high_a_day_later_is_an_update(story: Any) -> None:
    assert two_days(story, (6, 30)) == []


def test_a_headline_leaves_out_at_least(story: Any) -> None:
    one = story("Raids kill 16.\nThe raids on Selmo killed at least 16 people.", source="a.txt")
    two = story("The raids on Selmo killed 32 people.", source="b.txt", outlet="Other")
    place = one.place("Selmo")
    one.account("kill", place=place, counts=(("killed", 16, 16, "16"),))
    one.account("raids on", place=place, counts=(("killed", 16, None, "at least 16"),))
    two.account("raids", place=two.place("Selmo"), counts=(("killed", 32, 32, "32"),))
    assert list(assess(resolve([one.extract(), two.extract()])).disputes) == []


@pytest.mark.parametrize(("quoted", "found"), [(True, 1), (False, 0)])
def test_in_one_report_a_higher_count_of_the_next_day_is_no_update_where_both_are_quoted(
    story: Any, quoted: bool, found: int
) -> None:
    lead = "The Observatory of Garn said on Sunday that the blast in Selmo killed 32 people."
    then = "The Northern Front said that the blast in Selmo killed 50 people."
    one = story(f"{then}\n{lead}" if not quoted else f"{lead}\n{then}", "2019-03-05")
    selmo = one.place("Selmo")
    sunday = Dates.day(dt.date(2019, 3, 4))
    monitor = one.claim(
        one.actor("Observatory of Garn", "organisation"),
        "the blast in Selmo killed 32 people",
        said_on=sunday,
    )
    who = one.actor("Northern Front", "armed_group")
    front = one.claim(who, "the blast in Selmo killed 50 people") if quoted else None
    first = {"day": "2019-03-04", "place": selmo}
    one.account("killed 32", counts=(("killed", 32, 32, "32"),), claim=monitor, **first)
    one.account("killed 50", counts=(("killed", 50, 50, "50"),), claim=front, **first)
    assert len(assess(resolve([one.extract()])).disputes) == found
