"""Deeds told of in a row of places. The deeds are invented."""

from __future__ import annotations

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import default

READ = default_pipeline(default(), tagger=False)


def places(text: str) -> list[tuple[str, str]]:
    """Return the type and the words of the place of each account of ``text``, in its order."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    found = READ(parse(report), Extract(report=report)).accounts
    assert len({account.id for account in found}) == len(found)
    return [(a.type, a.place_evidence.quote if a.place_evidence else "") for a in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jets bombed Tartus, Homs and Hama on Monday.", "ASSAULT"),
        ("Protests were held in Tartus, Homs and Hama on Monday.", "PROTEST"),
        ("The army holds Tartus, Homs and Hama.", "CONTROL"),
    ],
)
def test_what_is_done_in_each_place_of_a_row_is_told_of_each(text: str, kind: str) -> None:
    assert places(text) == [(kind, "Tartus"), (kind, "Homs"), (kind, "Hama")]


@pytest.mark.parametrize(
    "text",
    [
        "Bombs killed 20 people in Aleppo and Homs on Monday.",
        "Gunmen shot Milan Petrek in Aleppo and Homs.",
        "Rebels attacked Aleppo on Monday and Homs on Tuesday.",
        "Jets bombed Aleppo in Syria on Monday.",
    ],
)
def test_what_cannot_be_told_apart_stays_one(text: str) -> None:
    assert len(places(text)) == 1


def test_a_town_in_a_row_of_one_country_is_one_whatever_the_parse_calls_it() -> None:
    told = places("Jets bombed Aleppo, Homs and Hama on Monday.")
    assert [place for _, place in told] == ["Aleppo", "Homs", "Hama"]
