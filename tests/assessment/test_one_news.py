"""Figures of what two reports begin with, where nothing but a rare name ties them."""

from __future__ import annotations

import pytest

from dragoman.assessment.disputes.one_news import news_disputes
from dragoman.assessment.index import Index
from dragoman.library import build, read_extract
from dragoman.model import Dispute, Extract
from dragoman.reading import Item
from dragoman.reading.items import Given

MONITOR = (
    "A car bomb near a bus depot in Ulgrath killed 28 people, the Garn Observatory said. "
    "Neighbours have formed committees to guard their streets."
)
STATE = (
    "A terrorist bombing in the Ulgrath area left 34 citizens dead, the Interior Ministry of "
    "Varnia announced. Engineers found a second charge in time. Schools stay closed."
)


def found(*told: tuple[str, str, str]) -> list[Dispute]:
    extracts = []
    for k, (outlet, day, text) in enumerate(told):
        given = Given(outlet=outlet, published=day)
        one = read_extract(Item(name=f"{k}.txt", content=text.encode(), form="text", given=given))
        assert isinstance(one, Extract)
        extracts.append(one)
    return list(news_disputes(Index(build(extracts)), ()))


def test_two_bodies_differ_over_what_both_reports_begin_with() -> None:
    (one,) = found(("Coast Wire", "2031-04-05", MONITOR), ("Post", "2031-04-05", STATE))
    assert one.rule == "figures of one news"
    assert sorted(p.stance for p in one.positions) == ["28 killed", "34 killed"]
    assert "ulgrath" in one.why


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2031-04-09", STATE),
        ("2031-04-05", STATE.replace("Ulgrath", "Brennick")),
        ("2031-04-05", STATE.replace("34", "340")),
        ("2031-04-05", STATE.replace("34", "28")),
        ("2031-04-05", STATE.replace("Interior Ministry of Varnia", "Garn Observatory")),
        ("2031-04-05", STATE.replace("34 citizens", "20 soldiers")),
        ("2031-04-05", "Talks on Ulgrath began. " * 60 + STATE),
    ],
)
def test_of_other_days_names_people_or_bodies_nothing_is_compared(day: str, text: str) -> None:
    assert found(("Coast Wire", "2031-04-05", MONITOR), ("Post", day, text)) == []
