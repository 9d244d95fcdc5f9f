import msgspec
from fastapi.testclient import TestClient

from dragoman.web.pages.timeline import timeline_of
from dragoman.web.selecting import Selection
from dragoman.web.snapshot import Snapshot


def test_events_are_listed_in_order_of_time(snap: Snapshot) -> None:
    view = timeline_of(snap, Selection())
    starts = [event.start or event.end for event in view.events]
    assert starts == sorted(starts)
    assert view.dated + view.undated == len(snap.record.events)


def test_uncertain_dates_are_spans_and_days_are_not(snap: Snapshot) -> None:
    view = timeline_of(snap, Selection(), reported=False)
    assert view.drawing is not None
    for sign in view.drawing.items:
        dates = snap.events[sign.id].date
        assert dates is not None
        assert (sign.end is None) == (dates.start == dates.end or None in (dates.start, dates.end))


def test_undated_events_are_put_at_their_report_and_marked(snap: Snapshot) -> None:
    view = timeline_of(snap, Selection(), reported=True)
    assert view.drawing is not None
    reported = [sign for sign in view.drawing.items if sign.reported]
    assert len(reported) == view.undated
    assert all(sign.end is None and "reported" in sign.when for sign in reported)


def test_nothing_found_draws_nothing(snap: Snapshot) -> None:
    view = timeline_of(snap, Selection(since="2090"))
    assert view.drawing is None
    assert view.events == ()


def test_the_page_has_the_same_events_as_a_table(client: TestClient) -> None:
    view = msgspec.json.decode(client.get("/timeline?format=json").content)
    page = client.get("/timeline").text
    assert all(event["href"] in page for event in view["events"])
    assert len(client.get("/timeline?format=csv").text.splitlines()) == view["dated"] + 1
