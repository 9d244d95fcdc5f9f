"""Names of bodies that are but parts of longer names: "Free Army" in "Northern Free Army"."""

from __future__ import annotations

from collections.abc import Container

from dragoman.extraction.actors_phrases import is_title
from dragoman.extraction.actors_runs import words_of
from dragoman.language import Document, Token

# "Ostravian Red Crescent Society" is a body of its own.
_SOCIETIES = frozenset({"society", "societies"})


def in_longer_name(document: Document, first: int, last: int, named: Container[int]) -> bool:
    """Return whether the name of a body is only a part of a longer one.

    "Free Army" in "Northern Free Army" is; in "the Karvelian Free Army" it is not, when the words
    before it are themselves known (``named``), or an adjective of a people or a title.
    """
    tokens = document.tokens
    sentence = document.sentence_of(first)
    if last < sentence.last and tokens[last].text[0].isupper() and (
        tokens[last].lower in words_of("armed_nouns") | _SOCIETIES
        and _touches(tokens[last - 1], tokens[last])
    ):  # fmt: skip
        return True
    if first == sentence.first or first - 1 in named:
        return False
    before, here = tokens[first - 1], tokens[first]
    if not (before.text[0].isupper() and before.pos in ("PROPN", "ADJ") and _touches(before, here)):
        return False
    if before.pos == "ADJ" and first - 1 == sentence.first:
        return False
    if before.ent in ("NORP", "GPE") or is_title(before) or before.lower in words_of("epithets"):
        return False
    if last == first + 1 and here.text.isupper() and before.ent == "PERSON":
        return False  # "said Ada Noor NFA deputy director"
    same = bool(here.ent) and here.ent == before.ent and not here.ent_start
    return same or (before.dep in ("compound", "nmod") and first <= before.head < last)


def _touches(before: Token, here: Token) -> bool:
    return here.start - before.end <= 1
