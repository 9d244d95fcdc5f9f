"""Doers of one deed who exclude one another, and doers of two deeds that do not."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.model import Judgement
from dragoman.resolution import resolve

BY_VARNIA = ("Varnia murdered Ana Tal", "murdered", "aerial")


def rules(
    story: Any, *told: tuple[str, str, str | None], counts: tuple[Any, ...] = ()
) -> list[str]:
    """Return the rules of reports on one murder, each of (sentence, trigger, mode).

    ``counts`` are what the last one counts.
    """
    extracts = []
    for text, trigger, mode in told:
        report = story(f"{text} in Selmo.", source=f"{mode}.txt", outlet=f"Outlet {mode}")
        doer = report.actor(text.split()[0], "state", country=text[:2])
        whom = report.actor("Ana Tal", "person")
        report.account(
            trigger,
            mode=mode,
            actors=(doer,),
            recipients=(whom,),
            day="2019-03-03",
            counts=counts if text is told[-1][0] else (),
        )
        extracts.append(report.extract())
    events = resolve(extracts).events
    when = dt.datetime(2019, 3, 5, tzinfo=dt.UTC)
    same = [
        Judgement(id="jud-1", decision="same", subject=a.id, other=b.id, when=when)
        for a, b in pairwise(events)
    ]
    joined = assess(resolve(extracts, judgements=same), judgements=same)
    return [d.rule for d in joined.disputes]


def test_two_doers_of_one_deed_are_in_dispute(story: Any) -> None:
    assert rules(story, BY_VARNIA, ("Ostrava murdered Ana Tal", "murdered", None)) == [
        "two culprits"
    ]


@pytest.mark.parametrize(
    "two",
    [
        ("Ostrava murdered Ana Tal with rockets", "murdered", "heavy-weapons"),
        ("Ostrava murdered Ana Tal in clashes", "murdered", None),
    ],
)
def test_other_means_and_a_fight_name_no_other_culprit(
    story: Any, two: tuple[str, str, str | None]
) -> None:
    assert rules(story, BY_VARNIA, two) == []


def test_a_toll_of_many_deeds_names_no_culprit_of_one(story: Any) -> None:
    many = ("Ostrava left 900 dead, one of them Ana Tal who was murdered", "murdered", None)
    tolls = (("killed", 900, 900, "900"), ("killed", 1, 1, "one"))
    assert rules(story, BY_VARNIA, many) == ["two culprits"]
    assert rules(story, BY_VARNIA, many, counts=tolls) == []
