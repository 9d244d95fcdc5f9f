import datetime as dt

import msgspec
import pytest

from dragoman.model import Place, Record
from dragoman.web.lines import line
from dragoman.web.selecting import Selection, choices, first_day, last_day, select
from dragoman.web.snapshot import Snapshot
from dragoman.web.standing import standing

replace = msgspec.structs.replace


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-02-31", "2016-02-29", "2016-02-29"),
        ("2016-13", None, None),
        ("next week", None, None),
        ("", None, None),
        ("9999", None, None),
    ],
)
def test_days_months_and_years_are_understood(
    text: str, first: str | None, last: str | None
) -> None:
    assert first_day(text) == (dt.date.fromisoformat(first) if first else None)
    assert last_day(text) == (dt.date.fromisoformat(last) if last else None)


def test_nothing_asked_for_is_everything(snap: Snapshot) -> None:
    assert select(snap, Selection()) == list(snap.record.events)
    assert not Selection().narrowed()


def test_a_stretch_of_time_leaves_out_what_has_no_date(snap: Snapshot) -> None:
    found = select(snap, Selection(since="1900", until="2100"))
    assert found
    assert all(event.date is not None for event in found)
    assert select(snap, Selection(since="2090")) == []


def test_a_place_takes_in_what_lies_within_it(small_record: Record) -> None:
    outer = Place(id="pla-karvelia", name="Karvelia", type="country")
    inner = replace(small_record.places[0], within=(outer.id,))
    snap = Snapshot(replace(small_record, places=(inner, outer)))
    assert len(select(snap, Selection(place=outer.id))) == 1
    assert select(snap, Selection(at=outer.id)) == []
    assert choices(snap, Selection()).places[0].count == 1


def test_each_standing_is_a_part_of_the_whole(snap: Snapshot) -> None:
    parts = [select(snap, Selection(standing=code)) for code in ("real", "unreal", "denied")]
    assert sum(map(len, parts)) == len(snap.record.events)
    assert all(standing(event.status) == "real" for event in parts[0])


def test_the_chosen_actor_is_offered_however_rare(snap: Snapshot) -> None:
    rare = snap.record.actors[-1].id
    assert rare not in snap.events_by_actor or choices(snap, Selection(actor=rare))
    found = choices(snap, Selection(actor=next(iter(snap.events_by_actor))))
    assert found.types[0].count >= found.types[-1].count


def test_a_line_says_who_did_what_where(snap: Snapshot) -> None:
    event = next(e for e in snap.record.events if e.actors and e.place)
    shown = line(event, snap)
    assert shown.label.startswith(shown.kind)
    assert snap.names.actor(event.actors[0]) in shown.label
    assert shown.place in shown.label
    assert shown.href == f"/events/{event.id}"
