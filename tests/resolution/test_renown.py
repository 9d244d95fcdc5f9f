from __future__ import annotations

from typing import Any

from dragoman.resolution import resolve

FIRST = "A gas attack on the town of Selmo killed 58 people on Monday."
OUTLETS = ("Post", "Meridian", "Wire", "Herald")


def told(story: Any, source: str, text: str, published: str, trigger: str, **account: Any) -> Any:
    one = story(text, source=source, outlet=source, day=published)
    place = one.place("Selmo", lat=40.0, lon=44.0) if "Selmo" in text else None
    one.account(trigger, mode="unconventional", place=place, **account)
    return one.extract()


def events(story: Any, text: str, published: str, trigger: str = "attack", **account: Any) -> int:
    """Return how many events a later report makes beside four reports of a gas attack."""
    known = [told(story, name, FIRST, "2019-03-05", "attack", day="2019-03-04") for name in OUTLETS]
    later = told(story, "Later", text, published, trigger, **account)
    return len(resolve([*known, later]).events)


def test_weeks_later_the_gas_attack_is_the_one_that_many_told_of(story: Any) -> None:
    assert events(story, "Inspectors asked to see the site of the gas attack.", "2019-03-29") == 1


def test_long_after_it_is_not(story: Any) -> None:
    assert events(story, "Inspectors asked to see the site of the gas attack.", "2019-07-29") == 2


def test_a_date_tells_it_for_years(story: Any) -> None:
    text = "The envoy recalled the gas attack of March 4."
    assert events(story, text, "2020-07-29", day="2019-03-04") == 1
    assert events(story, "A gas attack hit the east.", "2019-03-29", day="2019-03-20") == 2


def test_weeks_later_a_rare_name_of_what_was_hit_tells_it(story: Any) -> None:
    text = "A bomb in the Zefiro headquarters in Selmo killed nine people on Monday."
    known = [told(story, name, text, "2019-03-05", "bomb", day="2019-03-04") for name in OUTLETS]

    def later(words: str) -> Any:
        return told(story, "Later", words, "2019-03-29", "massacre")

    assert len(resolve([*known, later("The Zefiro massacre was part of a plan.")]).events) == 1
    assert len(resolve([*known, later("The Talvik massacre was part of a plan.")]).events) == 2


def test_a_rare_name_that_four_reports_give_is_enough_however_many_others_do_not(
    story: Any,
) -> None:
    named = "A bomb in the Zefiro headquarters in Selmo killed nine people on Monday."
    plain = "A bomb in Selmo killed nine people on Monday, and the town mourns."
    rest = [f"Outlet {k}" for k in range(12)]
    known = [
        told(story, name, text, "2019-03-05", "bomb", day="2019-03-04")
        for text, names in ((named, OUTLETS), (plain, rest))
        for name in names
    ]
    words = "The cabinet will look into the “attack” against Zefiro."
    later = told(story, "Later", words, "2019-03-29", "attack")
    assert len(resolve([*known, later]).events) == 1
    assert len(resolve([*known[1:], later]).events) == 2


def test_words_for_others_of_its_kind_tell_of_others(story: Any) -> None:
    assert events(story, "The envoy spoke of an earlier gas attack.", "2019-03-29") == 2
    assert events(story, "The envoy spoke of the gas attacks.", "2019-03-29", "attacks") == 2
    assert events(story, "The envoy spoke of the gas attack of 1988.", "2019-03-29") == 2


def test_the_day_on_which_somebody_spoke_of_it_is_no_other_day(story: Any) -> None:
    text = "The army made the gas attack, an envoy said on Friday."
    one = story(text, source="Later", outlet="Later", day="2019-03-29")
    said = one.claim(one.actor("envoy"), "The army made the gas attack")
    one.account("attack", mode="unconventional", claim=said)
    known = [told(story, name, FIRST, "2019-03-05", "attack", day="2019-03-04") for name in OUTLETS]
    assert len(resolve([*known, one.extract()]).events) == 1


def test_an_answer_to_it_is_another_deed(story: Any) -> None:
    text = "The raid in response to the gas attack hit a base."
    assert events(story, text, "2019-03-09", "raid") == 2


def test_a_deed_that_few_told_of_is_not_known_by_its_kind(story: Any) -> None:
    first = told(story, "Post", FIRST, "2019-03-05", "attack", day="2019-03-04")
    text = "Inspectors asked to see the site of the gas attack."
    later = told(story, "Later", text, "2019-03-29", "attack")
    assert len(resolve([first, later]).events) == 2


def test_the_attack_is_that_of_which_its_report_tells_on_its_day(story: Any) -> None:
    known = [told(story, name, FIRST, "2019-03-05", "attack", day="2019-03-04") for name in OUTLETS]
    text = "The gas in the gas attack was sarin.\nAn envoy blamed it for the assault of Monday."
    one = story(text, source="Later", outlet="Later", day="2019-03-29")
    one.account("gas attack", mode="unconventional")
    one.account("assault", day="2019-03-04")
    one.account("blamed", "ACCUSE")
    assert len(resolve([*known, one.extract()]).events) == 2
