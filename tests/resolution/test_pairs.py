from __future__ import annotations

from typing import Any

from dragoman.memo import Memo
from dragoman.model import Place
from dragoman.resolution.events import views
from dragoman.resolution.pairs import scored, stamps_of
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.view import View

TEXT = "An airstrike hit a market in Selmo on Saturday."
TOWN = Place(id="selmo", name="Selmo", type="town", lat=35.0, lon=40.0, within=("varnia",))
STATE = Place(id="varnia", name="Varnia", type="country", precision="country")


def by_small_places(view: View, places: PlaceIndex) -> list[tuple[str, ...]]:
    around = places.get(view.account.place)
    return [(i,) for i in (around.within if around else ()) if places.size(i) < 3]


def pairs_of(story: Any, memo: Memo, *known: Place) -> int:
    places, told = PlaceIndex(known), []
    # Too far apart for one story: only a block brings the two together.
    for day in ("2019-03-05", "2019-03-15"):
        one = story(TEXT, source=day, day=day)
        one.account("airstrike", place=TOWN.id)
        told.append(one.extract())
    found = views(
        [a for e in told for a in e.accounts], [e.report for e in told], (), places=places
    )
    return len(scored(found, stamps_of(found, places), places, by_small_places, memo).first)


def test_blocks_are_made_anew_when_the_place_around_a_town_becomes_known(story: Any) -> None:
    memo, afresh = Memo(), Memo()
    assert pairs_of(story, memo, TOWN) > 0
    memo.turn()
    assert pairs_of(story, memo, TOWN, STATE) == pairs_of(story, afresh, TOWN, STATE)
