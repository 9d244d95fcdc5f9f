"""Places of titles and sentences that look like the beginning of a body's name."""

from __future__ import annotations

import pytest

from dragoman.extraction.actors import Actors
from dragoman.extraction.places import Places
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Packs

NOTHING = Packs([])


def called(text: str, title: str = "") -> list[str]:
    """Return the names of who acts in a report with a title."""
    whole = f"{title}\n\n{text}" if title else text
    at = len(whole) - len(text)
    headline = Span(0, len(title)) if title else None
    body = (Span(at, len(whole)),)
    report = Report(id="r", source="r", sha256="", text=whole, headline=headline, body=body)
    document = parse(report)
    placed = Places(packs=NOTHING)(document, Extract(report=report))
    return [actor.name for actor in Actors(NOTHING)(document, placed).actors if actor.named]


TITLE = "Troops kill 50 rebels near Novigrad Monitor"


def test_the_source_that_ends_a_title_is_no_part_of_its_last_place() -> None:
    assert not any("Novigrad" in name for name in called("Troops shelled Novigrad.", TITLE))


def test_a_body_that_the_report_names_keeps_its_name() -> None:
    text = "Troops shelled Novigrad. The Novigrad Monitor said that 50 rebels were killed."
    assert "Novigrad Monitor" in called(text, TITLE)


@pytest.mark.parametrize("kind", ["Capital", "Town"])
def test_a_place_behind_its_kind_is_nobody(kind: str) -> None:
    text = f"A blast shook Novigrad. It was heard in the Croatian {kind} Novigrad on Monday."
    assert not any("Novigrad" in name for name in called(text))
