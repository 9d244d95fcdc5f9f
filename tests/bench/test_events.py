"""The bench of event types reads marked sentences and scores pairs."""

from dragoman.bench.events import macro_f1, unmarked
from dragoman.model import Span


def test_marks_are_taken_out_and_their_places_kept() -> None:
    text, source, target = unmarked("The <s>army</s> shelled <t>Tarsk</t>.")
    assert text == "The army shelled Tarsk."
    assert source.of(text) == "army"
    assert target.of(text) == "Tarsk"


def test_a_sentence_without_a_target_has_an_empty_span() -> None:
    assert unmarked("The <s>army</s> withdrew.")[2] == Span(0, 0)


def test_macro_f1_counts_each_type_alike() -> None:
    assert macro_f1([("AID", "AID"), ("AID", "AID"), ("AGREE", "")]) == 0.5
