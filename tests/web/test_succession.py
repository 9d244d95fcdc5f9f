from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.store import Store, update
from dragoman.web import State, create_app

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
LOCAL = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[State, dict[str, set[str]]]]:
    """A record that was read in two runs, and the ids that the second one took away."""
    folder = tmp_path_factory.mktemp("grown")
    reports = sorted(EXAMPLES.iterdir())
    for path in reports[1:]:
        shutil.copy(path, folder / path.name)
    path = folder / "grown.dragoman"
    with Store(path, create=True) as store:
        update(store, [folder / report.name for report in reports[1:]])
        before = store.record()
        update(store, [EXAMPLES])
        after = store.record()
    kinds = ("events", "disputes")
    gone = {
        kind: {t.id for t in getattr(before, kind)} - {t.id for t in getattr(after, kind)}
        for kind in kinds
    }
    state = State(path, read_only=True)
    yield state, gone
    state.close()


def test_an_address_from_before_leads_to_what_now_holds_most_of_it(
    grown: tuple[State, dict[str, set[str]]],
) -> None:
    state, gone = grown
    client = TestClient(create_app(state), base_url=LOCAL)
    assert any(gone.values())
    led = 0
    for kind, names in gone.items():
        for name in sorted(names):
            answer = client.get(f"/{kind}/{name}")
            if answer.history:
                led += 1
                assert answer.status_code == 200
                assert f"what stood at this address, <bdi>{name}</bdi>" in answer.text
    assert led


def test_the_same_holds_for_programs(grown: tuple[State, dict[str, set[str]]]) -> None:
    state, gone = grown
    client = TestClient(create_app(state), base_url=LOCAL)
    name = sorted(gone["disputes"] or gone["events"])[0]
    kind = "disputes" if gone["disputes"] else "events"
    answer = client.get(f"/{kind}/{name}?format=json", follow_redirects=False)
    assert answer.status_code == 303
    assert "format=json" in answer.headers["location"]


def test_what_never_was_is_not_found(client: TestClient) -> None:
    assert client.get("/disputes/dis-000000000000000").status_code == 404
