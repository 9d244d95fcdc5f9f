"""Words for an attack that the parser takes for verbs. The conflict is invented."""

import pytest

from dragoman.language import Document, parse
from dragoman.model import Report, Span


def parsed(text: str) -> Document:
    return parse(Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),)))


@pytest.mark.parametrize(
    ("text", "word", "above"),
    [
        ("Nine civilians were killed in rebel shelling of the town.", "shelling", "in"),
        ("Nine civilians were killed by regime airstrikes on the town.", "airstrikes", "by"),
        ("Dozens of children dead in Karvelia evacuees bombing", "bombing", "in"),
        ("The monitor reported fighting in the western districts.", "fighting", "reported"),
    ],
)
def test_an_attack_is_a_noun(text: str, word: str, above: str) -> None:
    document = parsed(text)
    (token,) = (one for one in document.tokens if one.text == word)
    assert (token.pos, document.head(token).text) == ("NOUN", above)


def test_a_clause_stays_a_clause() -> None:
    document = parsed("The town was hit by rebels shelling it from the hills.")
    (token,) = (one for one in document.tokens if one.text == "shelling")
    assert token.pos == "VERB"
