from __future__ import annotations

from typing import Any

from dragoman.model import Place
from dragoman.resolution import resolve
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.telling import spots_in, spotter


def place(name: str) -> Place:
    return Place(id=name, name=name, type="city", lat=40.0, lon=44.0, precision="exact")


def struck(story: Any, name: str, text: str, killed: int, **account: Any) -> Any:
    one = story(text, source=f"{name}.txt", outlet=name, day="2019-03-04")
    place = account.pop("place", None)
    one.account(
        account.pop("trigger", "killed"),
        mode=account.pop("mode", "aerial"),
        place=one.place(place, lat=account.pop("lat", 40.0), lon=44.0) if place else None,
        counts=(("killed", killed, killed, str(killed)),),
        **account,
    )
    return one.extract()


def events(*extracts: Any) -> int:
    return len(resolve(extracts).events)


def test_one_kind_of_target_on_one_day_tells_one_attack(story: Any) -> None:
    a = struck(
        story, "Post", "Raids on a market in the north killed 29 people on Monday.", 29,
        day="2019-03-04",
    )  # fmt: skip
    b = struck(
        story, "Meridian", "On Monday 31 died as raids hit a crowded market in the north.", 31,
        day="2019-03-04", trigger="died",
    )  # fmt: skip
    other = struck(
        story, "Wire", "On Monday 31 died as raids hit a crowded hospital in the south.", 31,
        day="2019-03-04", trigger="died",
    )  # fmt: skip
    assert events(a, b) == 1
    assert events(a, other) == 2


def test_towns_named_in_the_sentences_keep_attacks_apart(story: Any) -> None:
    a = struck(
        story, "Post", "Raids near the town of Selmo killed 15 people, a monitor said.", 15,
        day="2019-03-04", place="Selmo",
    )  # fmt: skip
    b = struck(
        story, "Meridian", "Raids near the town of Brenta killed 15 people, a monitor said.", 15,
        day="2019-03-04",
    )  # fmt: skip
    far = struck(
        story, "Wire", "Raids near Brenta killed 2 people.", 2,
        day="2019-01-04", place="Brenta", lat=45.0,
    )  # fmt: skip
    record = resolve([a, b, far])
    assert len(record.events) == 3


def test_a_word_for_a_kind_of_place_names_no_place(story: Any) -> None:
    found = spotter(PlaceIndex([place("Lam Department"), place("Selmo")]))
    assert spots_in("Police of the Lam Department were in Selmo.", found) == {"Selmo"}


def test_news_without_a_date_is_of_the_day_of_its_report(story: Any) -> None:
    a = struck(
        story, "Post", "A car bomb in the town of Selmo killed 60 people and hurt scores.", 60,
        mode="explosives", place="Selmo",
    )  # fmt: skip
    b = struck(
        story, "Meridian", "A car bomb killed 60 people in Selmo and left many wounded.", 60,
        mode="explosives",
    )  # fmt: skip
    assert events(a, b) == 1


def test_news_without_a_date_may_be_what_a_later_report_dates_to_its_day(story: Any) -> None:
    text = "Armed men executed 19 workers at an oil field near Selmo."
    news = struck(story, "Post", text, 19, trigger="executed", mode="targeted", place="Selmo")

    def later(day: str) -> Any:
        said = "The clan put its dead, executed within sight of Selmo, at 19."
        one = story("The envoy spoke at length.\n" * 20 + said, source="Later", day="2019-03-08")
        place = one.place("Selmo", lat=40.0, lon=44.0)
        counts = (("killed", 19, 19, "19"),)
        one.account("executed", mode="targeted", day=day, place=place, counts=counts)
        return one.extract()

    assert events(news, later("2019-03-04")) == 1
    assert events(news, later("2019-03-01")) == 2
