"""Names that stand where a place's does: "the Selmo district", "villages of Garn and Tel Ost"."""

from __future__ import annotations

from collections.abc import Container

from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_runs import Run, words_of
from dragoman.language import Document, Token

# How far before a name the noun of its list may stand: "the villages of A, B, C and D".
_FARTHEST = 16
_JOINS = frozenset({",", "and", "or", "-", "the"})


def is_spot(document: Document, run: Run, places: Container[int]) -> bool:
    """Return whether a name is a place's, by its first word or what is beside it.

    ``places`` are the tokens of places that are known. Persons and bodies are sometimes called so,
    too: those who speak are none.
    """
    tokens = document.tokens
    if tokens[run.last - 1].lower == "bank" and all(
        i in places for i in range(run.first, run.last)
    ):
        return True  # "the West Bank city of X"
    rest = {fold(token.text) for token in tokens[run.first + 1 : run.last]}
    kind = tokens[run.first].lower in words_of("spots") | words_of("spots_before")
    if kind and rest and rest <= names_at(document, places):
        return True  # "the Karvelian Capital Selmo"
    following = tokens[run.last] if run.last < len(tokens) else None
    if following is not None and following.lower in words_of("spots"):
        return following.start - tokens[run.last - 1].end == 1
    body = any(t.lower in words_of("organisation_nouns") for t in tokens[run.first : run.last])
    several = run.last - run.first > 1 and not body
    if several and tokens[run.first].lower in words_of("spot_openings"):
        return True
    return _is_listed(document, run.first)


def _is_listed(document: Document, first: int) -> bool:
    """Return whether a name stands right behind "villages of", or joined to one that does."""
    tokens = document.tokens
    i = first - 1
    start = max(document.sentence_of(first).first + 1, first - _FARTHEST)
    if i > start and tokens[i].lower != "of" and tokens[i].lower not in _JOINS:
        return False
    while i > start and _goes_on(tokens[i]):
        i -= 1
    return i >= start and tokens[i].lower == "of" and tokens[i - 1].lower in words_of("spots")


def _goes_on(token: Token) -> bool:
    return token.lower in _JOINS or (token.pos == "PROPN" and token.lower != "of")


def names_at(document: Document, places: Container[int]) -> set[str]:
    """Return the words of the report that are a place's name somewhere in it."""
    return {fold(token.text) for token in document.tokens if token.i in places}


def is_where(document: Document, run: Run) -> bool:
    """Return whether one unknown word stands after "in" or "near": a place, not a person."""
    before = document.tokens[run.first - 1].lower if run.first else ""
    return run.last == run.first + 1 and before in words_of("where")
