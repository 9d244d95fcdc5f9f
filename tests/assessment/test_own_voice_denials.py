"""What a report says in its own voice was not done, as others told it."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item


def rules(text: str) -> list[tuple[str, str]]:
    """Return the disputes of a communiqué that a station reads."""
    content = f"CLANDESTINE, 4 March (RADIO SELMO) - {text}"
    item = Item(name="a.txt", content=content.encode(), form="text")
    found = [one for one in extracts([item]) if isinstance(one, Extract)]
    return [(d.about, d.rule) for d in build(found).disputes]


def test_what_a_report_itself_says_was_not_done_is_set_against_who_tells_of_it() -> None:
    text = "Foreign agencies report that rebels have taken hostages. No hostages have been taken."
    assert rules(text) == [("occurrence", "said and denied")]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign agencies report that rebels have taken hostages. The hostages were not hurt.",
        "Foreign agencies report that rebels have taken hostages. More hostages may be taken.",
    ],
)
def test_what_else_was_not_done_is_no_denial(text: str) -> None:
    assert rules(text) == []
