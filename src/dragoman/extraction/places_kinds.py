"""The word beside a name that says what place it is: "Idlib province", "the town of Saqba"."""

from __future__ import annotations

from dragoman.extraction.places_words import words
from dragoman.language import Document, Sentence, Token

_PARTS = frozenset({"district", "region", "facility", "road", "border"})
# Kinds that a name may follow directly: "the Russian city Sochi".
_NAMED_AFTER = frozenset({"city", "town", "village", "capital", "island", "lake", "river", "base"})

# Those who govern or stand for a state or a province, never a town.
_OF_STATES = frozenset({"governor", "governors", "senator", "senators", "governorate"})


def kind_after(document: Document, k: int, sentence: Sentence) -> int | None:
    """Return the token that is the kind in "X military base", unless it is another place's.

    In "the Damascus suburb of Eastern Ghouta" the suburb is not Damascus.
    """
    lists, tokens = words(), document.tokens
    first = k
    while k < sentence.last and k - first < 3 and tokens[k].lower in lists.between:
        k += 1
    if not (k < sentence.last and is_kind(tokens[k])):
        return None
    if tokens[k].text == "capital":
        return None  # "the Kazakh capital" is called otherwise
    followed = k + 2 < sentence.last and tokens[k + 1].lower == "of"
    if followed and tokens[k + 2].text[0].isupper() and tokens[k].text[0].islower():
        return None
    # "Aleppo city centre", "Tarsk airport road": the kind belongs to what follows.
    return k


def is_kind(token: Token) -> bool:
    """Return whether a token is a noun for a kind of place."""
    return token.lower in words().kinds and token.pos in ("NOUN", "PROPN")


def kind_before_name(
    document: Document, first: int, sentence: Sentence, *, known: bool = True
) -> str:
    """Return "town" for "the town of X", "city" for "the Russian city X", else nothing.

    "The districts of X" are parts of X where X is ``known``, else the first of several districts.
    """
    tokens = document.tokens
    k = first - 1
    if k > sentence.first and tokens[k].lower in ("of", "from"):
        k -= 1
        if tokens[k].lower in _OF_STATES:
            return "state"
        if tokens[k + 1].lower == "from":
            return ""
        several = tokens[k].lower.endswith("s")
        if known and several and words().kinds.get(tokens[k].lower) in _PARTS:
            return ""
    else:
        if k > sentence.first and tokens[k].lower in (",", "called", "named"):
            k -= 1  # "the capital, X"; "a village called X"
        named_after = k >= sentence.first and tokens[k].lower in _NAMED_AFTER
        if not named_after or tokens[k].pos == "PROPN":
            return ""
    return tokens[k].lower if k >= sentence.first and is_kind(tokens[k]) else ""


def kind_after_list(document: Document, k: int, sentence: Sentence) -> str:
    """Return "provinces" for the first name of "X, Y and Z provinces"."""
    tokens = document.tokens
    if k >= sentence.last or tokens[k].lower not in ("and", ",", "or"):
        return ""
    for token in tokens[k : min(sentence.last, k + 12)]:
        if is_kind(token) and token.lower.endswith("s") and token.text[0].islower():
            return token.lower
        if token.lower not in ("and", ",", "or", "-") and not token.text[0].isupper():
            return ""
    return ""


def kind_apart(document: Document, k: int, sentence: Sentence) -> str:
    """Return "shrine" for "X, a shrine south of Y"."""
    tokens = document.tokens
    if k + 2 >= sentence.last or tokens[k].text != ",":
        return ""
    if tokens[k + 1].lower not in ("a", "an", "the"):
        return ""
    for token in tokens[k + 2 : min(k + 6, sentence.last)]:
        if is_kind(token) and token.text[0].islower():
            return token.lower
        if token.pos not in ("ADJ", "NOUN", "ADV"):
            return ""
    return ""
