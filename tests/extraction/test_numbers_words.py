from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.numbers_words import value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("eight", 8), ("twenty-five", 25), ("a hundred and five", 105), ("two million", 2e6),
        ("1.2m", 1.2e6), ("4bn", 4e9), ("340,000", 340000), ("1.5 million", 1.5e6), ("a dozen", 12),
        ("two dozen", 24), ("three hundred thousand", 300000), ("a", 1),
    ],
)  # fmt: skip
def test_words_and_figures_have_values(words: str, value: float) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize("words", ["", "the", "12th", "eight men"])
def test_other_words_have_none(words: str) -> None:
    assert value_of(words) is None


@given(st.integers(0, 10**9))
def test_a_figure_reads_the_same_with_and_without_commas(number: int) -> None:
    assert value_of(str(number)) == value_of(f"{number:,}") == number
