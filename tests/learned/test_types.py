import pytest

from dragoman.learned.types import EventTyper
from dragoman.model.spans import Span


@pytest.fixture(scope="module")
def typer() -> EventTyper:
    return EventTyper()


@pytest.mark.parametrize(
    ("source", "rest", "target", "wanted"),
    [
        (
            "Rebels of the Red Valley",
            " attacked and killed ",
            "soldiers at a checkpoint",
            "ASSAULT",
        ),
        ("The foreign ministry", " condemned and accused ", "the neighbouring state", "ACCUSE"),
        ("The donor states", " provided $20 million in humanitarian aid to ", "Yemen", "AID"),
    ],
)
def test_a_plain_event_gets_its_type(
    typer: EventTyper, source: str, rest: str, target: str, wanted: str
) -> None:
    sentence = source + rest + target + "."
    start = len(source) + len(rest)
    found = typer.read(
        sentence, source=Span(0, len(source)), target=Span(start, start + len(target))
    )
    assert found is not None
    assert found.type == wanted
    assert 0 < found.score <= 1


def test_an_empty_sentence_has_no_type(typer: EventTyper) -> None:
    assert typer.read("") is None
