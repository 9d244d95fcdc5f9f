"""Keeps out figures that count nothing: names, ages, ordinals, clock times, "no one"."""

from __future__ import annotations

import re

from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_lists import by_word, counted
from dragoman.extraction.numbers_tolls import right_before, toll_told
from dragoman.language import Document, Token

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_GLUE_BEFORE = ("-", "/", ":", "+", "#", ".", "_")
_GLUE_AFTER = ("/", ":", "+", "_", "'s", "’s")
_NOT_COUNTED_ONE = ("no", "the", "any", "every", "each", "this", "that")


def is_name(document: Document, number: Number, before: Token | None, after: Token | None) -> bool:
    """Return whether the figure is part of a name, an age, an ordinal or a clock time."""
    core = document.tokens[number.core]
    if _ORDINAL.fullmatch(core.lower):
        return True
    if core.ent == "TIME" and not toll_told(document, number.first, core):
        return True  # "at 16"; not "put the death toll at 16"
    if before is not None and (before.lower in ("aged", "age") or _is_age(document, number)):
        return True
    if before is not None and before.lower == "now" and not number.qualifier:
        # "Ann Bell, now 79"; not "until now 150 villagers have been taken".
        return core.dep != "nummod" or document.head(core).i < core.i
    if before is not None and before.lower == "not" and number.low == number.high == 1:
        return True  # "not one soldier", "not a single soldier"
    if before is not None and number.first == number.core:
        glued = before.end == core.start
        if glued and before.text in _GLUE_BEFORE:
            return True
        named = before.lower in counted()["names"] and core.text[0].isdigit()
        if named and not right_before(document, number.first):
            return True
        if before.text == "," and after is not None and after.text == "," and core.text.isdigit():
            return before.i > 0 and document.tokens[before.i - 1].pos == "PROPN"
    if after is not None and after.start == document.tokens[number.last - 1].end:
        if after.text == ":" and not _clock(document, after):
            return False  # "a toll of 16: 14 civilians"
        return after.text in _GLUE_AFTER or bool(_ORDINAL.fullmatch(core.lower + after.lower))
    return number.core == number.tail and core.lower == "one" and not _counts_one(document, core)


def _clock(document: Document, colon: Token) -> bool:
    """Return whether a colon stands inside a figure, as in "6:37", with no space after it."""
    return any(t.start == colon.end for t in document.tokens[colon.i + 1 : colon.i + 2])


def _is_age(document: Document, number: Number) -> bool:
    """Return whether a bare number is somebody's age: "he was 79", "at the age of 15"."""
    core = document.tokens[number.core]
    if number.low is None or number.low > 110 or core.dep not in ("attr", "acomp", "pobj"):
        return False
    governor = document.head(core)
    if core.dep == "pobj":
        return document.head(governor).lower == "age"
    return governor.lemma == "be" and any(
        child.dep == "nsubj" and (child.lower in ("he", "she", "who") or child.ent == "PERSON")
        for child in document.children(governor)
    )


def _counts_one(document: Document, core: Token) -> bool:
    """Return whether "one" counts: not in "no one", "one another", "one of", "the one"."""
    following = document.tokens[core.i + 1] if core.i + 1 < len(document.tokens) else None
    if core.i and document.tokens[core.i - 1].lower in _NOT_COUNTED_ONE:
        return False
    if core.dep == "nummod":
        return True
    if following is not None and following.lower in by_word("states"):
        return True
    return (
        core.dep in ("nsubjpass", "dobj") and following is not None and following.lower != "another"
    )
