from __future__ import annotations

from typing import Any

from dragoman.resolution import resolve

RAID = "Air raids hit Selmo on Monday, the NFA said, where its men have pushed on since dawn."


def events(story: Any, first: str, mode: str, trigger: str, second: str | None = None) -> int:
    """Return how many events a report makes of two deeds told on one day in one town."""
    one = story(RAID, day="2019-03-04")
    place = one.place("Selmo")
    one.account(first, mode=mode, day="2019-03-04", place=place)
    one.account(trigger, mode=second, day="2019-03-04", place=place)
    return len(resolve([one.extract()]).events)


def test_an_advance_is_no_part_of_an_air_raid_on_its_town(story: Any) -> None:
    assert events(story, "raids hit", "aerial", "pushed") == 2


def test_clashes_are_told_apart_from_a_bombing_in_two_reports(story: Any) -> None:
    extracts = []
    for trigger, mode in (("bombing", "suicide-attack"), ("clashes", None)):
        text = f"The {trigger} in Selmo on Monday killed nine."
        one = story(text, day="2019-03-04", source=f"{trigger}.txt")
        place, counts = one.place("Selmo"), (("killed", 8 + (mode is None), 9, "nine"),)
        one.account(trigger, mode=mode, day="2019-03-04", place=place, counts=counts)
        extracts.append(one.extract())
    assert len(resolve(extracts).events) == 2


def test_troops_that_move_as_a_bomb_goes_off_are_another_event(story: Any) -> None:
    one = story("A blast killed nine in Selmo on Monday as the NFA advanced.", day="2019-03-04")
    place = one.place("Selmo")
    one.account("blast", mode="explosives", day="2019-03-04", place=place)
    one.account("advanced", "MOBILIZE", day="2019-03-04", place=place)
    assert len(resolve([one.extract()]).events) == 2


def test_stones_that_a_crowd_throws_are_no_part_of_the_shots_that_it_protests(story: Any) -> None:
    text = "Youths threw stones at troops in Selmo on Monday after a student was shot there."
    one = story(text, day="2019-03-04")
    place = one.place("Selmo")
    one.account("threw", mode="primitive", day="2019-03-04", place=place)
    two = story("Troops shot a student in Selmo on Monday.", source="b.txt", day="2019-03-04")
    two.account("shot", mode="firearms", day="2019-03-04", place=two.place("Selmo"))
    assert len(resolve([one.extract(), two.extract()]).events) == 2


def attacks(story: Any, *sides: tuple[str, str]) -> int:
    """Return how many events two reports make of an attack in one village on one day."""
    extracts = []
    words = "The {} attacked the {} in Selmo.", "In Selmo {} men fell upon {} fighters who slept."
    for k, (doer, other) in enumerate(sides):
        text = words[k].format(doer, other)
        one = story(text, day="2019-03-04", source=f"{k}.txt")
        place = one.place("Selmo")
        by, to = (one.actor(name, "armed_group") for name in (doer, other))
        trigger = "attacked" if k == 0 else "fell upon"
        one.account(trigger, actors=(by,), recipients=(to,), day="2019-03-04", place=place)
        extracts.append(one.extract())
    return len(resolve(extracts).events)


def test_who_attacks_in_one_report_is_not_attacked_in_the_other(story: Any) -> None:
    assert attacks(story, ("NFA", "Guild"), ("NFA", "Guild")) == 1
    assert attacks(story, ("NFA", "Guild"), ("Guild", "NFA")) == 2
