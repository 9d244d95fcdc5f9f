"""A record of the example reports, read once; pages of it through a test client."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from dragoman.store import Store, update
from dragoman.web import State, create_app
from dragoman.web.snapshot import Snapshot

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
LOCAL = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record of the example reports: not to be written to (see ``own_record``)."""
    path = tmp_path_factory.mktemp("record") / "examples.dragoman"
    with Store(path, create=True) as store:
        update(store, [EXAMPLES])
    return path


@pytest.fixture(scope="session")
def state(example_record: Path) -> Iterator[State]:
    found = State(example_record, read_only=True)
    yield found
    found.close()


@pytest.fixture(scope="session")
def snap(state: State) -> Snapshot:
    return state.snapshot


@pytest.fixture(scope="session")
def client(state: State) -> TestClient:
    return TestClient(create_app(state), base_url=LOCAL)


@pytest.fixture
def own_record(example_record: Path, tmp_path: Path) -> Path:
    """A copy of the example record that a test may decide in."""
    path = tmp_path / "own.dragoman"
    with Store(example_record):
        shutil.copy(example_record, path)
    return path


@pytest.fixture
def own_state(own_record: Path) -> Iterator[State]:
    found = State(own_record)
    yield found
    found.close()


@pytest.fixture
def own_client(own_state: State) -> TestClient:
    """A client of a record of one's own; writes as JSON need no form token."""
    return TestClient(create_app(own_state), base_url=LOCAL)


Serving = Callable[[State], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def serving() -> Serving:
    """A context that serves a state on a free port of this machine and gives its address."""

    @contextmanager
    def serve(state: State) -> Iterator[str]:
        config = uvicorn.Config(create_app(state), port=0, log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)

    return serve
