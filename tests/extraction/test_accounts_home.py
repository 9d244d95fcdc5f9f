from __future__ import annotations

import pytest

from dragoman.language import parse
from dragoman.library import Options, pipeline_for
from dragoman.model import Extract, Report
from dragoman.reading import Item, read_item


def place(text: str) -> str | None:
    """Return the words that say where the first event of a report from Baghdad was."""
    told = f"BAGHDAD, March 5 (Reuters) - {text}"
    report = read_item(Item(name="a.txt", content=told.encode(), form="text"))
    assert isinstance(report, Report)
    options = Options()
    pipeline = pipeline_for(options.packs, options.tagger)
    found = pipeline(parse(report), Extract(report=report))
    names = {one.id: one.name for one in found.places}
    account = min((a for a in found.accounts if a.family == "event"), key=lambda a: a.trigger)
    return names[account.place] if account.place else None


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded here on Monday, killing three people.",
        "Gunmen killed a judge in this city on Monday.",
        "A bomb exploded in the northern part of the capital on Monday.",
        "Karl Oren arrived here on Monday for talks.",
    ],
)
def test_here_is_the_town_of_the_dateline(text: str) -> None:
    assert place(text) == "Baghdad"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded on a road 20 km north of the capital on Monday.",
        "A bomb exploded in the provincial capital on Monday.",
        "\u201cA bomb exploded here on Monday,\u201d a man in the village said.",
    ],
)
def test_what_lies_elsewhere_is_not_there(text: str) -> None:
    assert place(text) is None
