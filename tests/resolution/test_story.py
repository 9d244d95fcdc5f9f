from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from dragoman.model import Place
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.story import Lead, story

TOLD = frozenset({"bridg", "barrel", "orchard", "siren"})
OTHER = frozenset({"quarry", "harvest", "ferry", "lantern"})


def lead(day: int, words: frozenset[str] = TOLD, **told: Any) -> Lead:
    """Return the lead of a report of a day in March whose other half opens differently."""
    nothing: frozenset[Any] = frozenset()
    parts = {
        "towns": nothing,
        "regions": nothing,
        "targets": nothing,
        "days": nothing,
        "nights": nothing,
        "tolls": nothing,
        "killed": 0.0,
        **told,
    }
    return Lead(report=f"{day}", published=march(day), words=words, length=7.0, **parts)


def march(day: int) -> dt.date:
    return dt.date(2019, 3, day)


def one(a: Lead, b: Lead) -> bool:
    return story(a, b, PlaceIndex(())) is not None


def test_openings_without_a_word_in_common_are_of_two_stories() -> None:
    assert one(lead(4), lead(4))
    assert not one(lead(4), lead(4, OTHER))


def test_days_that_differ_are_of_two_stories() -> None:
    monday, tuesday = frozenset({march(4)}), frozenset({march(5)})
    assert one(lead(5, days=monday), lead(5, days=monday))
    assert not one(lead(5, days=monday), lead(5, days=tuesday))


def test_a_day_of_the_weekend_that_another_report_tells_of_is_no_clash() -> None:
    saturday, weekend = frozenset({march(2)}), frozenset({march(2), march(3)})
    assert one(lead(3, days=saturday), lead(3, nights=weekend))
    assert not one(lead(3, days=frozenset({march(1)})), lead(3, nights=weekend))


def test_reports_three_days_apart_are_of_one_story_only_where_they_give_one_day() -> None:
    saturday, weekend = frozenset({march(2)}), frozenset({march(2), march(3)})
    known = {"targets": frozenset({"hospital"})}
    assert one(lead(2, days=saturday, **known), lead(5, nights=weekend, **known))
    assert not one(lead(2, **known), lead(5, **known))


def test_a_town_named_as_the_province_of_the_others_village_is_no_other_town() -> None:
    def at(i: str, lat: float, admin1: str) -> Place:
        return Place(
            id=i, name=i, names=(i,), type="city", lat=lat, lon=40.0, country="VA", admin1=admin1
        )

    garn, hassa = at("Garn", 35.0, "Garn"), at("Hassa", 36.5, "Garn Province")
    tarsk = at("Tarsk", 38.0, "Tarsk Province")
    index = PlaceIndex((garn, hassa, tarsk))
    shared = frozenset({"bridg", "barrel", "orchard"})
    first, village, far = (
        msgspec.structs.replace(lead(4, shared, towns=frozenset({place.id})), length=16.3)
        for place in (garn, hassa, tarsk)
    )
    assert story(first, village, index) is not None
    assert story(first, far, index) is None
