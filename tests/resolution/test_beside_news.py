"""What two reports of one story tell besides their news. The conflict is invented."""

from __future__ import annotations

from typing import Any

from dragoman.resolution import resolve

NEWS = (
    "Bomb kills pilgrims in Selmo\n"
    "A lorry packed with explosives blew up beside a caravanserai in Selmo on Monday, killing "
    "twelve pilgrims, a hospital said."
)
SAME = (
    "Pilgrims dead in lorry blast\n"
    "Fifteen pilgrims died when a lorry exploded outside the caravanserai in Selmo, a monitor said."
)
OTHER = (
    "Talks on water open in Garn\n"
    "Envoys of both states sat down in Garn to talk about the water of the dam, a minister said."
)
FIRST = "\nMeanwhile mortar fire on a suburb of Tarsk killed six people, a monitor said."
SECOND = "\nIn Tarsk shelling left three dead, said the rescuers."


def events(story: Any, news: str) -> int:
    """Return how many events two reports make of what they tell besides their news."""
    extracts = []
    filler = "\nNobody has yet been charged with it, and the roads were shut by the police." * 12
    for name, text, besides, trigger, count in (
        ("Post", NEWS, FIRST, "mortar fire", ("six", 6)),
        ("Wire", news, SECOND, "shelling", ("three", 3)),
    ):
        one = story(text + filler + besides, source=f"{name}.txt", outlet=name, day="2019-03-04")
        selmo = one.place("Selmo", lat=35.0, lon=40.0)
        tarsk = one.place("Tarsk", lat=36.0, lon=41.0)
        if "lorry" in text:
            verb = "blew up" if "blew" in text else "exploded"
            one.account(verb, mode="explosives", day="2019-03-04", place=selmo)
        counts = [("killed", count[1], count[1], count[0])]
        one.account(trigger, mode="heavy-weapons", place=tarsk, counts=counts)
        extracts.append(one.extract())
    found = resolve(extracts).accounts
    return len({a.event for a in found if a.mode == "heavy-weapons"})


def test_attacks_on_one_town_besides_one_news_are_one_event(story: Any) -> None:
    assert events(story, SAME) == 1


def test_attacks_on_one_town_told_beside_two_news_stay_apart(story: Any) -> None:
    assert events(story, OTHER) == 2
