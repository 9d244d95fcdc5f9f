"""What the five real reports that the project started from dispute; skipped where they are not."""

from pathlib import Path

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import sources

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not part of the project")
def test_the_seeds_hold_four_disputes_and_no_other() -> None:
    record = build([one for one in extracts(sources([SEEDS])) if isinstance(one, Extract)])
    assert sorted((one.about, one.rule) for one in record.disputes) == [
        ("control", "gone against never left"),
        ("control", "none against some"),
        ("intention", "ready against unwilling"),
        ("occurrence", "foretold against reported after"),
    ]
