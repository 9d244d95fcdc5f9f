from __future__ import annotations

import time

import pytest

from dragoman.extraction.times_grammar import find


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text)]


@pytest.mark.parametrize(
    "expression",
    [
        "Monday, Nov. 28th 2016", "28 November 2016", "the 3rd of May 2017", "Nov. 28",
        "Dec 08,2017",
        "2017-03-04", "04/05/2017", "25 - 11 - 2024", "mid-October", "early 2017", "late August",
        "the end of this year", "the beginning of October", "September 2015", "April last year",
        "last April", "the 1990s", "the '90s", "the nineties", "the 20th century", "2014-15",
        "3 and 7 May", "January to March", "summer of 2016", "last winter", "Tuesday last week",
        "the past two months", "recent months", "nearly seven years", "48 hours", "a year ago",
        "three days ago", "two and a half years ago", "three days earlier", "the following week",
        "that year", "yesterday morning", "last night", "overnight", "tonight", "next weekend",
        "4:30 p.m. GMT on Friday", "1500 GMT", "noon", "every day", "daily", "now", "these days",
        "last year's August-21", "early on the morning of 16 November", "the night of 15 to 16 May",
        "the first half of 2017", "the third quarter", "the weeks ahead", "Christmas Day",
        "the day before yesterday", "seven-day", "nineteen ninety-six",
    ],
)  # fmt: skip
def test_an_expression_is_found_whole(expression: str) -> None:
    assert found(f"It was so {expression} .") == [expression]


def test_the_full_stop_of_a_sentence_is_left_out_and_that_of_a_short_form_kept() -> None:
    assert found("They met on Monday.") == ["Monday"]
    assert found("They met in Sept. and left.") == ["Sept."]


def test_a_possessive_is_left_out() -> None:
    assert found("after Friday's raid") == ["Friday"]


def test_small_words_are_no_months_or_days() -> None:
    assert found("They may wed on the hill.") == []


def test_two_expressions_side_by_side_stay_apart() -> None:
    assert found("between Monday and Wednesday last week") == ["Monday", "Wednesday last week"]


@pytest.mark.parametrize(
    "seed", ["last ", "1 ", "12/", "the first ", "nearly two or ", "a week ", "May 1-", "3:4:"]
)
def test_hostile_repetition_costs_linear_time(seed: str) -> None:
    started = time.process_time()
    find(seed * (60_000 // len(seed)))
    assert time.process_time() - started < 8
