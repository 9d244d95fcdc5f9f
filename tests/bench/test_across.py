from __future__ import annotations

from collections import Counter
from typing import get_args

from dragoman.bench.across import DisputePair, Told, as_report, dispute_pairs, naive, right
from dragoman.bench.names import equal_text, judged_same, name_pairs, precision_recall
from dragoman.model import About


def test_half_of_the_pairs_are_disputes_of_all_kinds_and_half_look_alikes() -> None:
    pairs = dispute_pairs()
    kinds = Counter(pair.about for pair in pairs)
    assert len(pairs) >= 120
    assert set(kinds) == {None, *get_args(About)}
    assert kinds[None] * 2 == len(pairs)
    assert all(pair.why for pair in pairs)


def test_a_look_alike_is_right_only_without_any_dispute() -> None:
    told = Told("Post", "2019-03-04", "Nothing happened.")
    pair = DisputePair(about=None, why="silence", half="tune", a=told, b=told)
    assert right(pair, [])
    assert naive(pair)
    assert as_report(told, "a").text == told.text


def test_names_agree_far_more_often_than_equal_text_and_are_seldom_wrong() -> None:
    tune = [pair for pair in name_pairs() if pair.half == "tune"]
    precision, recall = precision_recall(tune, judged_same)
    assert precision >= 0.97
    assert recall >= 0.85
    assert recall > precision_recall(tune, equal_text)[1]
