from typing import get_args

from dragoman.bench.speakers import labels
from dragoman.model import Act


def test_there_are_enough_labels_and_each_is_well_formed() -> None:
    found = labels()
    assert len(found) >= 200
    for label in found:
        assert label.start < label.end
        assert label.speakers
        assert set(label.acts) <= set(get_args(Act))


def test_no_speaker_is_a_pronoun() -> None:
    names = {name.lower() for label in labels() for name in label.speakers}
    assert names.isdisjoint({"he", "she", "it", "they"})
