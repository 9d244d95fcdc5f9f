"""The trigger lexicon keeps to the codebook and to its own classes."""

from dragoman.extraction.accounts_lexicon import Sense, lexicon
from dragoman.model.vocabulary import modes, terms


def _senses() -> list[Sense]:
    found = lexicon()
    rows = (*found.verbs.values(), *found.nouns.values())
    return [sense for senses in rows for _, sense in senses]


def test_every_type_and_mode_is_in_the_codebook() -> None:
    types = {term.code for term in terms("events")}
    for sense in _senses():
        assert sense.type in types, sense
        if sense.mode:
            assert sense.mode in {mode.code for mode in modes(sense.type)}, sense


def test_every_class_named_by_a_sense_exists() -> None:
    classes = lexicon().classes
    for sense in _senses():
        for name in (*sense.object, *sense.unless):
            assert not name.startswith("@") or name[1:] in classes, sense


def test_every_mode_of_a_weapon_is_a_mode_of_violence() -> None:
    codes = {mode.code for mode in modes("ASSAULT")}
    assert set(lexicon().modes.values()) <= codes


def test_the_lexicon_covers_every_type() -> None:
    assert {sense.type for sense in _senses()} == {term.code for term in terms("events")}


def test_senses_with_more_words_are_tried_first() -> None:
    lengths = [len(words) for words, _ in lexicon().verbs["fire"]]
    assert lengths == sorted(lengths, reverse=True)
