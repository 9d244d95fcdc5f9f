"""What texts say, found by patterns."""

import re

import pytest

from dragoman.assessment.disputes import poles
from dragoman.assessment.disputes.poles import every, find

LONG = "Karvelia-on-Lake and the Northern Liberation Front blamed each other for the raid"


def test_a_text_is_searched_once_for_each_thing_that_it_may_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled = poles._compiled
    searched: list[str] = []

    def counted(pole: str) -> re.Pattern[str]:
        searched.append(pole)
        return compiled(pole)

    monkeypatch.setattr(poles, "_compiled", counted)
    text = "Nothing at all was said in Karvelia of a test that nobody runs twice"
    for _ in range(3):
        assert find("each_other", text) is None
        assert find("bomb", text) is None
        assert not every("bomb", text)
    assert searched == ["each_other", "bomb", "bomb"]


def test_who_blames_each_other_is_named_by_whole_words() -> None:
    found = find("each_other", f"On Monday, {LONG}.")
    assert found is not None
    assert found["one"] == "Karvelia-on-Lake"
    assert found["other"] == "the Northern Liberation Front"
