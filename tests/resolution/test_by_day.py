from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.model import Dates
from dragoman.resolution import resolve

FIRST = "Gunmen murdered six weavers in Selmo on 16 November."


def known(story: Any, source: str) -> Any:
    one = story(FIRST, source=source, outlet=source, day="2019-11-18")
    place = one.place("Selmo", lat=40.0, lon=44.0)
    counts = (("killed", 6, 6, "six"),)
    one.account("murdered", mode="targeted", day="2019-11-16", place=place, counts=counts)
    return one.extract()


def later(
    story: Any, text: str, trigger: str, source: str = "Later", day: str = "2020-01-12"
) -> Any:
    one = story(text, source=source, outlet=source, day=day)
    one.account(trigger, mode="targeted", day="2019-11-16")
    beside = replace(Dates.day(dt.date(2019, 11, 16)), evidence=one.words("16 November"))
    one.accounts = [replace(account, date=beside) for account in one.accounts]
    return one.extract()


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Nobody was tried for the massacre of 16 November.", "massacre", 1),
        ("The 16 November murders were never solved.", "murders", 1),
        ("The attack of 16 November was another.", "attack", 2),
        ("A massacre was prevented in the south on 16 November.", "massacre", 2),
    ],
)
def test_a_deed_called_by_its_day_is_the_one_that_most_tell_of(
    story: Any, text: str, trigger: str, found: int
) -> None:
    told = [known(story, "Post"), known(story, "Wire"), later(story, text, trigger)]
    assert len(resolve(told).events) == found


def test_of_two_deeds_of_a_day_none_is_called_by_it(story: Any) -> None:
    told = [known(story, "Post"), known(story, "Wire")]
    for source in ("Herald", "Meridian"):
        one = story("Gunmen murdered two bakers in Tarsk on 16 November.", source=source)
        place = one.place("Tarsk", lat=48.0, lon=24.0)
        one.account("murdered", mode="targeted", day="2019-11-16", place=place)
        told.append(one.extract())
    text = "Nobody was tried for the massacre of 16 November."
    assert len(resolve([*told, later(story, text, "massacre")]).events) == 3


def test_two_reports_call_one_deed_by_its_day(story: Any) -> None:
    texts = {"a": "He spoke of the attack of 16 November.", "b": "The 16 November attack hurt us."}
    told = [later(story, text, "attack", source) for source, text in texts.items()]
    assert len(resolve(told).events) == 1
