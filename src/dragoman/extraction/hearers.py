"""Agencies that run into what they are told: "told AFP fighters had left"."""

from __future__ import annotations

from dragoman.extraction.actors_phrases import title_nouns
from dragoman.language import Document, Token
from dragoman.reading.rules import agencies

_JOINED = ("compound", "nmod", "nsubj", "amod", "nummod")


def is_told(document: Document, token: Token) -> bool:
    """Return whether a name right after "told" is the hearer, though the parse joins it to a noun.

    A known agency, or another short name before a person's: not NATO of "told NATO chief Orr".
    """
    if not token.i or document.tokens[token.i - 1].lemma != "tell" or token.dep not in _JOINED:
        return False
    if token.text in agencies():
        return True
    following = document.tokens[token.i + 1 : token.i + 2]
    names = all(t.pos == "PROPN" and t.lower not in title_nouns() for t in following)
    return token.text.isupper() and token.ent == "ORG" and names
