import datetime as dt

import msgspec
from fastapi.testclient import TestClient

from dragoman.web import State
from dragoman.web.comparing import compare
from dragoman.web.knowing import Stretch
from dragoman.web.pages.changes import changes_of
from dragoman.web.snapshot import Snapshot

SINCE, UNTIL = "1900-01-01", "2100"


def test_all_of_time_holds_every_dated_report(snap: Snapshot) -> None:
    view = changes_of(snap, since=SINCE, until=UNTIL, whole=True)
    parts = {part.code: part for part in view.parts}
    assert parts["reports"].total + view.undated == len(snap.record.reports)
    assert parts["changed"].total == 0
    assert parts["disputes"].total == len(snap.record.disputes)


def test_two_stretches_hold_what_one_does(snap: Snapshot) -> None:
    middle = str(snap.record.reports[2].published)
    one = changes_of(snap, since="1900", until=middle, whole=True)
    two = changes_of(snap, since=middle, until="2100", whole=True)
    both = changes_of(snap, since=SINCE, until=UNTIL, whole=True)
    for code in ("new", "reports"):
        sizes = [next(p.total for p in v.parts if p.code == code) for v in (one, two, both)]
        assert sizes[0] + sizes[1] == sizes[2]


def test_an_event_known_before_says_what_is_new(snap: Snapshot) -> None:
    days = sorted(str(r.published) for r in snap.record.reports if r.published)
    view = changes_of(snap, since=days[0], until=days[-1], show="changed")
    (part,) = view.parts
    assert part.total
    for item in part.items:
        assert item.reports >= 0  # type: ignore[attr-defined]


def test_a_stretch_leaves_out_its_first_day_and_holds_its_last() -> None:
    stretch = Stretch(dt.date(2019, 3, 4), dt.date(2019, 3, 6))
    assert [stretch.holds(dt.date(2019, 3, day)) for day in (4, 5, 6, 7)] == [
        False,
        True,
        True,
        False,
    ]
    assert not stretch.holds(None)


def test_a_run_shows_the_values_it_changed(own_state: State, own_client: TestClient) -> None:
    record = own_state.store.record()
    kept, gone = record.commitments[0], record.disputes[0]
    changed = msgspec.structs.replace(kept, status="withdrawn", action="something else")
    own_state.store.put(
        msgspec.structs.replace(
            record, commitments=(changed, *record.commitments[1:]), disputes=record.disputes[1:]
        )
    )
    last = own_state.store.runs()[0].number
    snap = Snapshot(own_state.store.record())
    found = compare(own_state.store.changes(last - 1, last), last - 1, last, snap)
    values = {thing.kind: thing.values for thing in found.things if thing.how == "changed"}
    assert "action: " in values["commitments"][0]
    assert values["commitments"][1].endswith("→ withdrawn")
    (removed,) = [thing for thing in found.things if thing.how == "removed"]
    assert removed.text in gone.question
    assert own_client.get("/changes/runs").status_code == 200
    assert f"Run {last}" in own_client.get("/changes").text
