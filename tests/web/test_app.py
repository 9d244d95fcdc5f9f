from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.web import State


def test_the_first_page_says_what_the_record_holds(client: TestClient) -> None:
    page = client.get("/").text
    assert "6 reports" in page
    assert "Where accounts part" in page


def test_the_same_page_as_json_and_csv(client: TestClient) -> None:
    figures = {f["what"]: f["count"] for f in client.get("/?format=json").json()["figures"]}
    assert figures["reports"] == 6
    rows = client.get("/?format=csv").text.splitlines()
    assert rows[:2] == ["what,count,href", "reports,6,/reports"]


def test_a_page_that_is_not_there_says_so_in_the_form_asked_for(client: TestClient) -> None:
    page = client.get("/reports/rep-nothing")
    assert page.status_code == 404
    assert "No report has the id rep-nothing" in page.text
    assert client.get("/reports/x?format=json").json()["status"] == 404


def test_a_long_list_comes_in_pages(client: TestClient) -> None:
    first = client.get("/events?format=json").json()["paging"]
    assert (first["page"], first["first"]) == (1, 1)
    beyond = client.get("/events?page=999&format=json").json()["paging"]
    assert beyond["page"] == beyond["pages"]


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("status=planned", "status", "planned"),
        ("actor=Northern+Free", "actors", "Northern Free"),
        ("place=Selmo", "place", "Selmo"),
        ("since=2019-03-24&until=2019-03-24", "when", "24 March 2019"),
    ],
)
def test_filters_leave_what_fits(client: TestClient, query: str, field: str, value: str) -> None:
    events = client.get(f"/events?{query}&format=json").json()["events"]
    assert 0 < len(events) < client.get("/events?format=json").json()["paging"]["total"]
    assert all(value in event[field] + event["recipients"] for event in events)


def test_disputes_are_filtered_by_kind_actor_place_and_time(client: TestClient) -> None:
    def count(query: str) -> int:
        found: int = client.get(f"/disputes?{query}&format=json").json()["paging"]["total"]
        return found

    everything = count("")
    assert 0 < count("about=control") < everything
    assert 0 < count("actor=Mira+Kost") < everything
    assert 0 < count("place=Ostrin") < everything
    assert count("since=2030-01-01") == 0
    assert client.get("/disputes?since=soon").status_code == 400


def test_a_reprint_is_folded_under_its_origin_and_no_source_of_the_matrix(
    client: TestClient, state: State
) -> None:
    copies = {r.id for r in state.snapshot.record.reports if r.copy_of}
    assert copies
    sources = client.get("/matrix?format=json").json()["sources"]
    assert not copies & {source["report"] for source in sources}
    ids = [event.id for event in state.snapshot.record.events]
    events = [client.get(f"/events/{name}?format=json").json() for name in ids]
    assert any(column["reprints"] for event in events for column in event["columns"])
