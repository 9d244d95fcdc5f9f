from __future__ import annotations

from dragoman.extraction.event_places_features import holds, listed
from dragoman.extraction.event_places_model import Model, chance, evaluate, model
from dragoman.language import Token


def token(text: str, pos: str = "X") -> Token:
    return Token(
        i=0, text=text, lemma=text, pos=pos, tag="", dep="", head=0, start=0, end=len(text)
    )


def test_a_tree_is_walked_left_up_to_its_limit_and_right_beyond() -> None:
    tree = ((0, 1.5, 1, 2), (-1, 3.0, 0, 0), (-1, -3.0, 0, 0))
    trees = Model(about="", threshold=0.5, base=0.0, names=("steps",), trees=(tree,))
    assert evaluate(trees, {"steps": 1.0}) > 0.9
    assert evaluate(trees, {"steps": 2.0}) < 0.1
    assert evaluate(trees, {}) == evaluate(trees, {"steps": 0.0, "unheard of": 9.0})


def test_the_shipped_trees_hold_together() -> None:
    shipped = model()
    for nodes in shipped.trees:
        for feature, _, left, right in nodes:
            assert feature < len(shipped.names)
            assert max(left, right) < len(nodes)
    assert 0 < shipped.threshold < 1
    assert 0 < chance({}) < 1


def test_words_that_put_one_place_in_another() -> None:
    assert holds([token(","), token("in")])
    assert holds([token("area"), token("of"), token("northern", "ADJ")])
    assert not holds([token("to"), token("in")])
    assert listed([token(",")])
    assert not listed([token("and")])
