from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from dragoman.web import State, create_app
from dragoman.web.security import Access, is_loopback

LOCAL = "http://127.0.0.1:8000"


def test_a_page_may_run_our_scripts_alone_and_reach_us_alone(client: TestClient) -> None:
    headers = client.get("/").headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/nothing", "/assets/app.css", "/openapi.json"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    assert "default-src 'none'" in client.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.7", ""])
def test_a_foreign_name_that_resolves_here_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:9"])
def test_loopback_names_are_ours(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_another_address_asks_for_the_token_once(state: State) -> None:
    app = create_app(state, access=Access(token="sesame", hosts=("archive.lan",)))
    visitor = TestClient(app, base_url="http://archive.lan:8000")
    assert visitor.get("/").status_code == 401
    assert visitor.get("/?token=wrong").status_code == 401
    first = visitor.get("/reports?page=1&token=sesame", follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/reports?page=1")
    assert visitor.get("/").status_code == 200
    bearer = TestClient(app, base_url="http://archive.lan:8000")
    assert bearer.get("/", headers={"authorization": "Bearer sesame"}).status_code == 200


def test_with_a_token_bare_addresses_are_ours_and_foreign_names_are_not(state: State) -> None:
    visitor = TestClient(create_app(state, access=Access(token="sesame")), base_url=LOCAL)
    assert visitor.get("/", headers={"host": "10.0.0.7:8000"}).status_code == 401
    assert visitor.get("/", headers={"host": "evil.example"}).status_code == 421


def test_loopback_is_told_from_the_rest() -> None:
    assert [is_loopback(a) for a in ("127.0.0.1", "::1", "127.8.9.1", "0.0.0.0", "::")] == [
        True, True, True, False, False
    ]  # fmt: skip


WRITE = {"decision": "accept", "subject": "cla-x"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_write_from_another_site_is_refused(
    own_client: TestClient, headers: dict[str, str]
) -> None:
    assert own_client.post("/judgements", json=WRITE, headers=headers).status_code == 403


def test_a_form_of_our_own_pages_is_taken_though_it_names_no_origin(
    own_client: TestClient, own_state: State
) -> None:
    csrf = own_client.app.state.csrf  # type: ignore[attr-defined]
    subject = own_state.snapshot.record.claims[0].id
    answer = own_client.post(
        "/judgements",
        data={"decision": "accept", "subject": subject, "csrf": csrf},
        headers={"origin": "null", "sec-fetch-site": "same-origin"},
        follow_redirects=False,
    )
    assert answer.status_code == 303


def test_a_form_needs_the_token_of_the_page(own_client: TestClient) -> None:
    answer = own_client.post("/judgements", data=WRITE)
    assert answer.status_code == 403
    assert "load it again" in answer.text


def test_a_record_for_reading_takes_no_decision(client: TestClient) -> None:
    assert client.post("/judgements", json=WRITE).status_code == 403


def test_a_way_back_leads_to_no_other_site(own_client: TestClient, own_state: State) -> None:
    csrf = own_client.app.state.csrf  # type: ignore[attr-defined]
    claim = own_state.snapshot.record.claims[0].id
    for back in ("//evil.example", "https://evil.example", "/\\evil.example"):
        fields = {"decision": "accept", "subject": claim, "csrf": csrf, "back": back}
        answer = own_client.post("/judgements", data=fields, follow_redirects=False)
        assert urlsplit(answer.headers["location"])[:3] == ("", "", "/judgements")
