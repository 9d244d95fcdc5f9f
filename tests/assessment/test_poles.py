"""What texts say, found by patterns."""

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.assessment.disputes import poles
from dragoman.assessment.disputes.poles import Poles, every, find

BLAMED = "Karvelia-on-Lake and the Northern Liberation Front blamed each other for the raid"
TOLD = (
    BLAMED,
    "The army denied that it had used poison gas: NO rockets were fired, it said.",
    "The last rebels have been driven out of Selmo, where a bomb went off on Monday night.",
    "Varnia is ready for talks; the NFA rejected any deal and ruled out a truce.",
    "It was carried out by Karvelia's jets, said İlker of Tarsk, and was no accident.",
)
KINDS = sorted({*Poles.__struct_fields__} - {"pacts", "general", "means"})


def test_a_text_is_searched_once_for_each_thing_that_it_may_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_lower = poles._in_lower
    searched: list[str] = []

    def counted(pole: str) -> re.Pattern[str] | None:
        searched.append(pole)
        return in_lower(pole)

    monkeypatch.setattr(poles, "_in_lower", counted)
    text = "Nothing at all was said in Karvelia of a test that nobody runs twice"
    for _ in range(3):
        assert find("each_other", text) is None
        assert find("bomb", text) is None
        assert not every("bomb", text)
    assert searched == ["each_other", "bomb"]


# The first call makes all the patterns.
@settings(deadline=None)
@given(st.sampled_from(TOLD), st.sampled_from([str, str.upper, str.title]), st.integers(0, 60))
def test_the_quick_look_in_lower_case_loses_nothing(text: str, way: object, start: int) -> None:
    assert callable(way)
    told = way(text)[start:]
    for pole in KINDS:
        found, slow = find(pole, told), poles._compiled(pole).search(told)
        assert (found and found.span()) == (slow and slow.span()), pole


def test_every_kind_has_patterns() -> None:
    assert all(msgspec.structs.asdict(poles.poles())[kind] for kind in KINDS)


def test_who_blames_each_other_is_named_by_whole_words() -> None:
    found = find("each_other", f"On Monday, {BLAMED}.")
    assert found is not None
    assert found["one"] == "Karvelia-on-Lake"
    assert found["other"] == "the Northern Liberation Front"
