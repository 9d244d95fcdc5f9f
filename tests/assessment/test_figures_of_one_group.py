"""Figures of the people of one body, and of how many did a deed: they clash however far apart."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.model import Dispute, Judgement
from dragoman.resolution import resolve

# What a report begins with is of one day with what another of the story begins with.
BEFORE = "The war in Varnia is in its third year and talks have brought nothing.\n" * 20


def of_one_raid(
    story: Any,
    whom: tuple[str, str],
    *,
    what: str = "killed",
    sizes: tuple[int, int] = (22, 2),
    days: tuple[str, str] = ("2019-03-04", "2019-03-04"),
    placed: bool = True,
) -> list[Dispute]:
    """Return the disputes of two reports that tell of one raid on a convoy."""
    extracts = []
    for k, (people, size) in enumerate(zip(whom, sizes, strict=True)):
        number = str(size)
        one = story(
            f"{'' if placed else BEFORE}A raid on an aid convoy in Selmo: {number} {people}.",
            source=f"{k}.txt", outlet=("Garn Post", "Selmo Times")[k], day=days[k],
        )  # fmt: skip
        counts = ((what, size, size, number),)
        one.account(
            "raid", mode="aerial", place=one.place("Selmo") if placed else None, counts=counts
        )
        told = replace(one.accounts[0], counts=(replace(one.accounts[0].counts[0], of=people),))
        extracts.append(replace(one.extract(), accounts=(told,)))
    first, second = (extract.accounts[0].id for extract in extracts)
    same = Judgement(
        id="j", decision="same", subject=first, other=second,
        when=dt.datetime(2019, 3, 6, tzinfo=dt.UTC),
    )  # fmt: skip
    return list(assess(resolve(extracts, judgements=[same])).disputes)


MEMBERS = ("Rescue Fund volunteers", "Rescue Fund")


def test_members_of_one_body_are_the_same_people_however_far_apart_the_figures(story: Any) -> None:
    (found,) = of_one_raid(story, MEMBERS)
    told = {position.stance for position in found.positions}
    assert told == {"22 Rescue Fund members killed", "2 Rescue Fund members killed"}
    assert found.question.startswith("How many Rescue Fund members were killed")


@pytest.mark.parametrize("whom", [("volunteers", "volunteers"), ("Garn rebels", "Garn rebels")])
def test_figures_far_apart_are_of_something_else_where_no_body_is_named(
    story: Any, whom: tuple[str, str]
) -> None:
    assert of_one_raid(story, whom) == []


@pytest.mark.parametrize(("what", "count"), [("attackers", 1), ("killed", 0)])
def test_how_many_did_it_does_not_grow_by_the_next_day(story: Any, what: str, count: int) -> None:
    whom, days = ("bombers", "bombers"), ("2019-03-04", "2019-03-05")
    found = of_one_raid(story, whom, what=what, sizes=(2, 4), days=days, placed=False)
    assert len(found) == count


@pytest.mark.parametrize(("sizes", "count"), [((50, 32), 1), ((20, 32), 0)])
def test_fighters_of_a_named_group_are_some_of_the_fighters(
    story: Any, sizes: tuple[int, int], count: int
) -> None:
    assert len(of_one_raid(story, ("Northern Front rebels", "rebels"), sizes=sizes)) == count
