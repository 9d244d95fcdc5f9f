"""States that are named beside an event, told by the words of the general pack."""

import pytest

from dragoman import packs
from dragoman.extraction.accounts_states import StateAdjectives
from dragoman.language import parse
from dragoman.model import Extract, Report, Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The strikes by Turkey and Jordan killed nobody.", ["Turkey", "Jordan"]),
        ("Turkish shelling went on.", ["Turkey"]),
        ("The hill by Turkey is high.", []),
    ],
)
def test_states_beside_an_event_are_actors(text: str, names: list[str]) -> None:
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    extract = StateAdjectives(packs.default()).added(parse(report), Extract(report=report))
    assert [actor.name for actor in extract.actors] == names
