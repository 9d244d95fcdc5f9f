from typing import Any

import msgspec
import pytest

from dragoman.model import Place, Record
from dragoman.web.pages.places import map_of, shape_of
from dragoman.web.selecting import Selection
from dragoman.web.snapshot import Snapshot

replace = msgspec.structs.replace


@pytest.mark.parametrize(
    ("fields", "shape"),
    [
        ({"precision": "exact", "lat": 1.0, "lon": 2.0}, "point"),
        ({"precision": "near", "lat": 1.0, "lon": 2.0}, "ring"),
        ({"precision": "district", "lat": 1.0, "lon": 2.0}, "ring"),
        ({"precision": "landscape", "lat": 1.0, "lon": 2.0}, "ring"),
        ({"precision": "province", "lat": 1.0, "lon": 2.0, "country": "SY"}, "province"),
        ({"precision": "province", "lat": 1.0, "lon": 2.0}, "ring"),
        ({"precision": "country", "type": "country", "country": "SY"}, "country"),
        ({"precision": "exact"}, "nowhere"),
        ({"precision": "unknown", "lat": 1.0, "lon": 2.0}, "nowhere"),
    ],
)
def test_only_what_is_known_as_a_point_becomes_one(fields: dict[str, Any], shape: str) -> None:
    place = Place(id="pla-x", name="X", **{"type": "town", **fields})
    assert shape_of(place) == shape


def test_every_event_is_counted_once(snap: Snapshot) -> None:
    view = map_of(snap, Selection(), size=10_000)
    counted = sum(place.happened + place.planned + place.denied for place in view.places)
    assert counted + view.nowhere == len(snap.record.events)
    assert len(view.drawn) + view.off_the_map == len(view.places)


def test_a_place_names_its_best_attested_events(small_record: Record) -> None:
    (event,) = small_record.events
    rare = replace(event, id="eve-two", independent_sources=1)
    place = replace(small_record.places[0], precision="exact", lat=1.0, lon=2.0)
    snap = Snapshot(replace(small_record, events=(rare, event), places=(place,)))
    (drawn,) = map_of(snap, Selection()).drawn
    assert [shown.href for shown in drawn.events] == ["/events/eve-one", "/events/eve-two"]
    assert (drawn.happened, drawn.planned, drawn.denied) == (2, 0, 0)
