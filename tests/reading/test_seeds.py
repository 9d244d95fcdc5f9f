"""The five real reports that the project started from: offsets only, skipped where they are not."""

from pathlib import Path

import pytest

from dragoman.model import Report, Span
from dragoman.reading import Item, read_item, sources

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

# By the first characters of each text's digest: title, body, date and where it stands, credits.
EXPECTED = {
    "ee2b6fa68e3a": {
        "headline": Span(0, 57),
        "body": (Span(111, 2707),),
        "published": ("2018-11-28", "text:foot", Span(2709, 2738)),
        "credits": (None, "dpa", ("Peter Spinella", "Weedah Hamzah"), ("Moscow",)),
    },
    "e6a2bbdc9440": {
        "headline": Span(14, 73),
        "body": (Span(251, 4583),),
        "published": ("2017-12-08", "text:byline", Span(84, 95)),
        "credits": (None, "AFP", (), ("MOSCOW",)),
    },
    "683617c2793e": {
        "headline": Span(62, 116),
        "body": (Span(125, 5241),),
        "published": ("2018-09-04", "text:published", Span(27, 38)),
        "credits": ("The Daily Star", None, (), ("BEIRUT",)),
    },
    "dcfa7fc0ea68": {
        "headline": Span(343, 389),
        "body": (Span(413, 2801),),
        "published": ("2017-10-31", "text:updated", Span(271, 286)),
        "credits": (None, None, (), ("ASTANA", "GENEVA", "MOSCOW")),
    },
    "965fe72e902a": {
        "headline": Span(35, 123),
        "body": (Span(375, 626), Span(696, 1316), Span(1348, 1482), Span(1555, 2708)),
        "published": ("2017-01-25", "text:published", Span(6, 16)),
        "credits": (None, "TASS", (), ("MOSCOW",)),
    },
}


def seeds() -> dict[str, Report]:
    reports = [read_item(item) for item in sources([SEEDS]) if isinstance(item, Item)]
    return {report.sha256[:12]: report for report in reports if isinstance(report, Report)}


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not beside the checkout")
def test_the_seed_reports_are_read_to_the_character() -> None:
    read = seeds()
    assert sorted(read) == sorted(EXPECTED)
    for digest, expected in EXPECTED.items():
        report = read[digest]
        assert report.headline == expected["headline"]
        assert report.body == expected["body"]
        published = report.published
        assert published is not None
        assert published.evidence is not None
        found = (str(published), published.rule, published.evidence.span)
        assert found == expected["published"]
        credited = (report.outlet, report.agency, report.authors, report.datelines)
        assert credited == expected["credits"]


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not beside the checkout")
def test_the_sentence_that_a_blank_line_cuts_is_one() -> None:
    report = seeds()["683617c2793e"]
    assert report.joins == (Span(1262, 1264),)
