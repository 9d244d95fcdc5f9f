import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import RecordError
from dragoman.store import Store, update

run = CliRunner().invoke

pytestmark = pytest.mark.slow


@pytest.fixture
def record(tmp_path: Path) -> str:
    for name, text in (
        ("a", "Dan Orel left Tarsk on Monday, the mayor said. Dan Orel said he was tired."),
        ("b", "Ilya Marek said in Tarsk that the road was open. Ilya Marek left on Monday."),
    ):
        (tmp_path / f"{name}.txt").write_text(text)
    path = tmp_path / "war.dragoman"
    with Store(path, create=True) as store:
        update(store, [tmp_path / "a.txt", tmp_path / "b.txt"])
    return str(path)


def actor(record: str, name: str) -> str:
    with Store(record) as store:
        return next(one.id for one in store.record().actors if name in one.names)


def test_a_person_s_decision_joins_outlives_a_new_run_and_can_be_taken_back(
    record: str, tmp_path: Path
) -> None:
    one, two = actor(record, "Dan Orel"), actor(record, "Ilya Marek")
    assert one != two
    result = run(app, ["judge", "same", one, two, "-r", record, "--who", "me", "--why", "alias"])
    assert result.exit_code == 0, result.exception
    assert actor(record, "Dan Orel") == actor(record, "Ilya Marek")
    (tmp_path / "c.txt").write_text("The army left the town of Selmo on Sunday, residents said.")
    run(app, ["read", str(tmp_path / "c.txt"), "-r", record])
    assert actor(record, "Dan Orel") == actor(record, "Ilya Marek")
    listed = run(app, ["judgements", "-r", record, "--withdraw", result.output.strip()]).output
    assert json.loads(listed)["withdrawn"]
    assert actor(record, "Dan Orel") != actor(record, "Ilya Marek")


def test_a_judgement_on_what_is_not_there_is_refused(record: str) -> None:
    result = run(app, ["judge", "same", "act-1", "act-2", "-r", record])
    assert isinstance(result.exception, RecordError)


def test_what_a_person_rejects_leaves_the_record(record: str) -> None:
    with Store(record) as store:
        claim = store.record().claims[0].id
    assert run(app, ["judge", "reject", claim, "-r", record]).exit_code == 0
    with Store(record) as store:
        assert claim not in {one.id for one in store.record().claims}


def test_a_pair_needs_two(record: str) -> None:
    assert run(app, ["judge", "same", actor(record, "Dan Orel"), "-r", record]).exit_code == 2
