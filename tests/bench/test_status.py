"""The bench of statuses puts labels and statuses in the same three classes."""

from dragoman.bench.status import class_of, gold_class, scores


def test_labels_are_cut_at_the_stated_thresholds() -> None:
    assert [gold_class(x) for x in (3.0, 2.0, 1.9, 0.0, -0.9, -1.0)] == [
        "happened", "happened", "uncertain", "uncertain", "uncertain", "did not",
    ]  # fmt: skip


def test_only_happened_and_ongoing_count_as_happened() -> None:
    assert class_of("ongoing") == "happened"
    assert class_of("denied") == "did not"
    assert class_of("planned") == "uncertain"


def test_scores_of_perfect_answers_are_one() -> None:
    found = scores([("happened", "happened"), ("did not", "did not"), ("uncertain", "uncertain")])
    assert found["macro-F1"] == 1.0
    assert found["recall did not or uncertain"] == 1.0
