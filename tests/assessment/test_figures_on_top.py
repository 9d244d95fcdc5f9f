from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment.disputes.figures import is_some
from dragoman.assessment.index import Index
from dragoman.model import Count
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("words", "some"), [("Another 27 civilians", True), ("27 civilians", False)]
)
def test_another_so_many_come_on_top_of_those_told_of_before(
    story: Any, words: str, some: bool
) -> None:
    one = story(f"Shells killed 12 people in Selmo. {words} were killed in Ostrin.")
    count = Count(what="killed", low=27, high=27, of="civilians", evidence=one.words(words))
    assert is_some(Index(resolve([one.extract()])), count) is some
