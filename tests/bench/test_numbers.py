from __future__ import annotations

from dragoman.bench.numbers import Label, Score, Sentence, baseline, score

EIGHT = Label("killed", 8.0, None, "fighters")


def sentence(*labels: Label) -> Sentence:
    return Sentence("", True, labels)


def test_a_count_is_right_when_what_bounds_and_who_are() -> None:
    wrong = Label("killed", 8.0, 8.0, "fighters")
    assert score([EIGHT], sentence(EIGHT)) == Score(1, 1, 1, 1, 1)
    assert score([wrong], sentence(EIGHT)) == Score(1, 1, 0, 1, 0)


def test_an_optional_label_costs_nothing_either_way() -> None:
    either = Label("injured", 3.0, None, "men", optional=True)
    assert score([EIGHT], sentence(EIGHT, either)).clean == 1
    assert score([EIGHT, either], sentence(EIGHT, either)).clean == 1


def test_the_baseline_takes_the_nearest_number() -> None:
    (label,) = baseline("The strike killed eight fighters")
    assert (label.what, label.low, label.who) == ("killed", 8.0, "fighters")
