import io
import json
from pathlib import Path

import jsonschema
import pytest

from dragoman.exchange import JsonLines, objects
from dragoman.exchange.jsonl import KINDS
from dragoman.library import read
from dragoman.model import Record

# The published schema lies beside the checkout, where the program's users keep it.
CONTRACT = Path(__file__).parents[3] / "shared" / "contract" / "record.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    if not CONTRACT.exists():
        pytest.skip("the published schema is not beside this checkout")
    return jsonschema.Draft202012Validator(json.loads(CONTRACT.read_text(encoding="utf-8")))


def test_every_line_is_valid_by_the_published_schema(
    small_record: Record, validator: jsonschema.Draft202012Validator
) -> None:
    for thing in objects(small_record):
        validator.validate(thing)


def test_a_wrong_line_is_not_valid(
    small_record: Record, validator: jsonschema.Draft202012Validator
) -> None:
    thing = {**next(iter(objects(small_record))), "text": None}
    assert not validator.is_valid(thing)


def test_a_line_a_thing_in_a_fixed_order(small_record: Record) -> None:
    stream = io.StringIO()
    count = JsonLines().write(small_record, stream)
    kinds = [json.loads(line)["kind"] for line in stream.getvalue().splitlines()]
    assert count == len(kinds) == 12
    assert list(dict.fromkeys(kinds)) == [
        "report", "actor", "place", "claim", "event", "account", "commitment", "dispute"
    ]  # fmt: skip


def test_spans_are_pairs_and_quotes_are_the_text(small_record: Record) -> None:
    things = list(objects(small_record))
    texts = {thing["id"]: thing["text"] for thing in things if thing["kind"] == "report"}
    assert things[0]["body"] == [[small_record.reports[0].body[0].start, 83]]
    for thing in things:
        for evidence in thing.get("content", []):
            text = texts[evidence["report"]]
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.slow
def test_the_export_of_real_reading_is_valid(validator: jsonschema.Draft202012Validator) -> None:
    record = read(Path(__file__).parents[2] / "examples" / "reports")
    kinds = set()
    for thing in objects(record):
        validator.validate(thing)
        kinds.add(thing["kind"])
    assert kinds == set(KINDS.values())
