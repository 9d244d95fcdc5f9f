from __future__ import annotations

import asyncio
import datetime as dt
import re
from typing import Any

import httpx
import msgspec
import pytest
from fastapi.testclient import TestClient

from dragoman.model import Judgement
from dragoman.store import Store, rebuild
from dragoman.web import State, create_app
from dragoman.web.agreement import agreeing, cohens_kappa

BASE = "http://127.0.0.1:8000"


def decide(client: TestClient, **fields: str) -> list[str]:
    answer = client.post("/judgements", json={"who": "Ana", "why": "a test", **fields})
    assert answer.status_code == 201, answer.text
    return [row["id"] for row in answer.json()["judgements"]]


def test_a_corrected_speaker_outlives_a_new_run_and_can_be_undone(
    own_client: TestClient, own_state: State
) -> None:
    claim = next(c for c in own_state.snapshot.record.claims if c.speaker.name == "Davit Oren")
    decide(own_client, decision="correct", subject=claim.id, field="speaker", value="Tomas Reyl")
    named = own_state.snapshot.claims[claim.id].speaker
    assert named.name == "Tomas Reyl"
    assert named.actor in own_state.snapshot.actors
    with Store(own_state.path) as store:
        kept = {c.id: c for c in rebuild(store).claims}
    assert kept[claim.id].speaker.name == "Tomas Reyl"
    (row,) = own_state.snapshot.judgements
    assert own_client.post(f"/judgements/{row.id}/withdraw", json={}).status_code == 201
    assert own_state.snapshot.claims[claim.id].speaker.name == "Davit Oren"
    assert own_state.snapshot.judgements[0].withdrawn is not None


def test_a_missed_claim_becomes_one_with_its_words(
    own_client: TestClient, own_state: State
) -> None:
    report = own_state.snapshot.record.reports[0]
    start = report.body[0].start
    fields = {"start": str(start), "end": str(start + 12), "speaker": "Davit Oren", "act": "deny"}
    decide(own_client, decision="correct", subject=report.id, field="missed_claim", **fields)
    made = [c for c in own_state.snapshot.record.claims if c.content[0].start == start]
    assert any(c.act == "deny" and c.speaker.name == "Davit Oren" for c in made)


def test_two_actors_are_joined_by_name_and_parted_again(
    own_client: TestClient, own_state: State
) -> None:
    sent = {"one": "Davit Oren", "two": "Tomas Reyl", "who": "Ana"}
    assert own_client.post("/review/same", json=sent).status_code == 201
    (actor,) = [a for a in own_state.snapshot.record.actors if "Davit Oren" in a.names]
    assert "Tomas Reyl" in actor.names
    page = own_client.get(f"/review/actors/{actor.id}?format=json").json()
    orens = [part["id"] for part in page["parts"] if part["name"] == "Davit Oren"]
    all_ = " ".join(part["id"] for part in page["parts"])
    (row,) = own_state.snapshot.judgements
    own_client.post(f"/judgements/{row.id}/withdraw", json={})
    sent = {"subject": actor.id, "chosen": " ".join(orens), "all": all_}
    assert own_client.post("/review/split", json=sent).status_code == 201
    (actor,) = [a for a in own_state.snapshot.record.actors if "Davit Oren" in a.names]
    assert "Tomas Reyl" not in actor.names


def test_a_dispute_of_different_matters_leaves_the_record_and_comes_back(
    own_client: TestClient, own_state: State
) -> None:
    dispute = own_state.snapshot.record.disputes[0].id
    (made,) = decide(own_client, decision="different", subject=dispute)
    gone = own_client.get(f"/disputes/{dispute}")
    assert gone.status_code == 404
    assert "no dispute" in gone.text
    own_client.post(f"/judgements/{made}/withdraw", json={})
    assert own_client.get(f"/disputes/{dispute}").status_code == 200
    decide(own_client, decision="unsure", subject=dispute)
    assert "unsure" in own_client.get(f"/disputes/{dispute}").text


def test_two_events_are_joined_and_an_account_is_split_off(
    own_client: TestClient, own_state: State
) -> None:
    one, two = [e for e in own_state.snapshot.record.events if e.type == "ASSAULT"][:2]
    first, second = one.accounts[0], two.accounts[0]

    def event_of(account: str) -> str:
        return own_state.snapshot.accounts[account].event

    decide(own_client, decision="same", subject=one.id, other=two.id)
    assert event_of(first) == event_of(second)
    sent = {"subject": event_of(first), "chosen": second, "all": f"{first} {second}"}
    assert own_client.post("/review/split", json=sent).status_code == 201
    assert event_of(first) != event_of(second)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"decision": "maybe", "subject": "CLAIM"}, "not one of"),
        ({"decision": "accept", "subject": "cla-nothing"}, "nothing with the id"),
        ({"decision": "same", "subject": "CLAIM", "other": "REPORT"}, "can be compared"),
        ({"decision": "same", "subject": "CLAIM", "other": "CLAIM"}, "itself"),
        ({"decision": "correct", "subject": "CLAIM", "field": "act", "value": "sing"}, "set to"),
        ({"decision": "correct", "subject": "CLAIM", "field": "speaker"}, "needs a value"),
        (
            {"decision": "correct", "subject": "REPORT", "field": "missed_claim",
             "start": "0", "end": "3", "speaker": "x"},
            "inside the body",
        ),
    ],
)  # fmt: skip
def test_a_decision_that_does_not_fit_is_refused_in_words(
    own_client: TestClient, own_state: State, fields: dict[str, str], words: str
) -> None:
    record = own_state.snapshot.record
    ids = {"CLAIM": record.claims[0].id, "REPORT": record.reports[1].id}
    sent = {key: ids.get(value, value) for key, value in fields.items()}
    answer = own_client.post("/judgements", json=sent)
    assert answer.status_code == 400
    assert words in answer.text
    assert own_state.store.judgements() == []


def test_what_is_too_long_for_a_decision_is_not_read(own_client: TestClient) -> None:
    sent = {"decision": "accept", "subject": "cla-x", "why": "x" * 30_000}
    assert own_client.post("/judgements", json=sent).status_code == 413


def test_decisions_are_exported_as_they_were_made(own_client: TestClient, own_state: State) -> None:
    claim = own_state.snapshot.record.claims[0].id
    decide(own_client, decision="accept", subject=claim, why="=1+1")
    rows = own_client.get("/judgements?format=csv").text.splitlines()
    assert rows[0].startswith("id,decision,")
    assert "'=1+1" in rows[1]
    exported = own_client.get("/judgements?format=json").json()["judgements"]
    assert [(row["subject"], row["who"]) for row in exported] == [(claim, "Ana")]


def row(who: str, subject: str, decision: str, day: int = 1) -> Judgement:
    when = dt.datetime(2019, 3, day, tzinfo=dt.UTC)
    fields = {"id": f"{who}{subject}{day}", "decision": decision, "subject": subject, "who": who}
    return msgspec.convert({**fields, "when": when}, Judgement)


def test_agreement_is_that_of_the_latest_words_on_what_both_decided() -> None:
    rows = [
        row("Ana", "a", "reject", 1), row("Ana", "a", "accept", 2), row("Ben", "a", "accept"),
        row("Ana", "b", "accept"), row("Ben", "b", "reject"), row("Ben", "c", "reject"),
    ]  # fmt: skip
    (found,) = agreeing(rows)
    assert (found.both, found.same, found.differing) == (2, 1, ("b",))
    assert cohens_kappa([("x", "x")]) is None
    assert cohens_kappa([("x", "x"), ("y", "y")]) == 1


def test_a_hundred_readers_and_a_reviewer_lose_nothing(own_state: State, serving: Any) -> None:
    paths = ["/", "/reports", "/events", "/disputes", "/matrix", "/commitments", "/review"]
    claims = [c.id for c in own_state.snapshot.record.claims[:12]]

    async def work(base: str) -> tuple[list[int], list[int]]:
        limits = httpx.Limits(max_connections=120)
        async with httpx.AsyncClient(base_url=base, timeout=120, limits=limits) as web:

            async def read(number: int) -> int:
                return (await web.get(paths[number % len(paths)])).status_code

            async def review() -> list[int]:
                sent = [{"decision": "accept", "subject": i, "who": "Ana"} for i in claims]
                return [(await web.post("/judgements", json=one)).status_code for one in sent]

            reading = asyncio.gather(*(read(number) for number in range(100)))
            return await review(), await reading

    with serving(own_state) as address:
        written, seen = asyncio.run(work(address))
    assert set(written) == {201}
    assert seen == [200] * 100
    assert {row.subject for row in own_state.store.judgements()} == set(claims)
    assert own_state.pending == 0


def test_a_large_record_takes_a_decision_at_once_and_works_it_in_after(
    own_state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.web.state._AT_ONCE", 0)
    client = TestClient(create_app(own_state), base_url=BASE)
    claim = next(c for c in own_state.snapshot.record.claims if c.speaker.name == "Davit Oren")
    decide(client, decision="correct", subject=claim.id, field="speaker", value="Tomas Reyl")
    assert [row.subject for row in own_state.snapshot.judgements] == [claim.id]
    decide(client, decision="accept", subject=claim.id)
    worker = own_state._worker
    if worker is not None:
        worker.join(60)
    assert own_state.pending == 0
    assert own_state.snapshot.claims[claim.id].speaker.name == "Tomas Reyl"
    assert len(own_state.snapshot.judgements) == 2


def test_the_page_after_a_decision_says_so_and_undoes_it(
    own_client: TestClient, own_state: State
) -> None:
    csrf = re.findall(r'data-csrf="([^"]+)"', own_client.get("/").text)[0]
    claim = own_state.snapshot.record.claims[0]
    back = f"/reports/{claim.report}?x=1#{claim.id}"
    form = {"csrf": csrf, "decision": "reject", "subject": claim.id, "back": back}
    page = own_client.post("/judgements", data=form)
    assert "Kept: <strong>reject</strong>" in page.text
    undo = re.findall(r'action="(/judgements/jud-[^"]+/withdraw)"', page.text)[0]
    undone = own_client.post(undo, data={"csrf": csrf, "back": f"/reports/{claim.report}"})
    assert "Kept:" not in undone.text
    assert claim.id in own_state.snapshot.claims


def test_what_a_decision_took_out_is_listed_in_words(
    own_client: TestClient, own_state: State
) -> None:
    claim = own_state.snapshot.record.claims[0]
    decide(own_client, decision="reject", subject=claim.id)
    assert claim.id not in own_state.snapshot.claims
    row = own_client.get("/judgements?format=json").json()["judgements"][0]
    assert row["about"][0]["text"].startswith(claim.speaker.name)
    assert row["about"][0]["text"].endswith("(no longer in the record)")


def test_where_reviewers_differ_comes_first_in_the_queue(
    own_client: TestClient, own_state: State
) -> None:
    claim = own_state.snapshot.record.claims[0].id
    decide(own_client, decision="accept", subject=claim, who="Ana")
    decide(own_client, decision="correct", subject=claim, field="act", value="deny", who="Ben")
    first = own_client.get("/review?format=json").json()["needs"][0]
    assert (first["reason"], first["subject"]) == ("differ", claim)
    assert first["detail"].startswith("Ana and Ben")
