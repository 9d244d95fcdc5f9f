"""What stands right after a name and tells what kind of thing it names."""

from __future__ import annotations

from dragoman.extraction.places_words import words
from dragoman.language import Document


def ends_in_things(document: Document, i: int) -> bool:
    """Return whether the row of names that goes on at token ``i`` says what they name.

    "The Radisson, Orvel and Grand Inn hotels" are neither places nor persons.
    """
    tokens = document.tokens[i : document.sentence_of(i).last] if i < len(document.tokens) else ()
    joined = ""
    for token in tokens:
        if token.text in words().named_things:
            return joined != ","
        if token.text in (",", "and", "or"):
            joined = token.text
        elif not token.text[0].isupper():
            return False
    return False


def bracketed(document: Document, i: int) -> str:
    """Return the one word that stands in brackets at token ``i``, empty where there is none."""
    tokens = document.tokens[i : i + 3]
    return tokens[1].text if [t.text for t in tokens[::2]] == ["(", ")"] else ""


def capitals(name: str) -> str:
    """Return the initials of a name's capitalised words.

    >>> capitals("Front for the Liberation of Tarsk-Garn")
    'FLTG'
    """
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
