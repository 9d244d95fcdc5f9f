"""What stands beside a name, or how its sentence is written, that tells whose name it is."""

from __future__ import annotations

from functools import lru_cache

from dragoman.extraction.actors_runs import Run, is_first_name
from dragoman.extraction.claims_sources import is_generic
from dragoman.language import Document, Token


def has_age(document: Document, last: int) -> bool:
    """Return whether an age stands behind a name: "Milan Petrek, 45, lost his house"."""
    comma, age, after = (
        document.tokens[last : last + 3] if last + 3 <= len(document.tokens) else (None, None, None)
    )
    if comma is None or age is None or after is None:
        return False
    return comma.text == "," and age.text.isdigit() and len(age.text) == 2 and after.text in ",."


def has_bare_age(document: Document, run: Run) -> bool:
    """Return whether an age stands between a name and a verb: "Milan Petrek 45 lost his house"."""
    behind = document.tokens[run.last : run.last + 2]
    if len(behind) < 2 or not (behind[0].text.isdigit() and len(behind[0].text) == 2):
        return False
    person = run.label == "PERSON" or is_first_name(document.tokens[run.first])
    return person and behind[1].tag in ("VBD", "VBZ", "WP")


def is_bodys(document: Document, run: Run) -> bool:
    """Return whether a name follows a word for a body: "the militant group Selmo Dawn"."""
    tokens = document.tokens
    if run.first < 2 or is_first_name(tokens[run.first]):
        return False
    noun, before = tokens[run.first - 1], tokens[run.first - 2]
    beside = noun.text.islower() and noun.tag == "NN" and is_generic(noun)
    own = before.pos in ("ADJ", "NOUN") and before.text.islower()
    return beside and own and noun.dep in ("compound", "nmod", "nsubj", "pobj", "dobj")


def is_headline_like(document: Document, i: int) -> bool:
    """Return whether every word of a sentence has a capital, so that capitals tell nothing."""
    sentence = document.in_sentence(document.sentence_of(i))
    words = [token for token in sentence if token.pos in ("NOUN", "VERB", "ADJ", "PROPN")]
    return len(words) > 3 and all(not token.text[0].islower() for token in words)


@lru_cache(maxsize=2)
def _common_words(document: Document) -> frozenset[str]:
    """Return the words that the report writes without a capital."""
    return frozenset(token.text for token in document.tokens if token.text.islower())


def is_plain_word(document: Document, token: Token) -> bool:
    """Return whether a word has a capital only because it begins a sentence ("Truce agreed")."""
    if token.lower in _common_words(document):
        return True
    if document.sentence_of(token).first != token.i:
        return False
    return not any(t.text == token.text and t.i != token.i for t in document.tokens)
