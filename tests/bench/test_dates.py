from __future__ import annotations

from dragoman.bench.dates import pairs, score
from dragoman.bench.timex import GoldTime
from dragoman.model import Span


def one(start: int, end: int, value: str = "2018", kind: str = "DATE") -> GoldTime:
    return GoldTime(Span(start, end), kind, value)


def test_each_expression_matches_once_and_the_larger_overlap_wins() -> None:
    found, gold = [one(0, 10)], [one(0, 2), one(3, 9)]
    assert (found[0], gold[1]) in pairs(found, gold)
    assert (None, gold[0]) in pairs(found, gold)


def test_span_value_and_type_are_counted_apart() -> None:
    result = score([one(0, 4), one(10, 14, "2017"), one(20, 24)], [one(0, 4), one(9, 14)])
    assert (result.relaxed, result.strict, result.value, result.both) == (2, 1, 1, 1)
    assert result.f1(result.relaxed) == 0.8
