"""How a text relates to a place that it names, and how precise that leaves it."""

from __future__ import annotations

from dragoman.extraction.places_spotting import Spot
from dragoman.extraction.places_words import words
from dragoman.language import Document
from dragoman.model import PlacePrecision

_FUZZY = frozenset({"near", "around", "off"})
_SIDES = ("north", "south", "east", "west")
_PART_OF = frozenset(
    {"part", "parts", "outskirts", "countryside", "side", "edge", "vicinity", "area"}
)


def relation(document: Document, spot: Spot) -> str | None:
    """Return how the text relates to the place: in, near, east_of ..., None when it does not say.

    "dateline", "of" (Syria's army) and "metonym" (Moscow said) are relations that do not place
    what is told.
    """
    lists, tokens = words(), document.tokens
    start = document.sentence_of(spot.first).first
    if spot.end < len(tokens) and tokens[spot.end].text in ("'s", "’s", "'"):
        return "of"
    k = spot.first - 1
    while k >= start and spot.first - k < 8:
        token = tokens[k]
        word = token.lower
        if word == "of":
            side = _side(document, k - 1, start)
            if side:
                return side
            if k - 1 < start or not _passable(document, k - 1):
                return "of"
        elif word in lists.relations:
            return lists.relations[word]
        elif not _passable(document, k):
            break
        k -= 1
    return _as_subject(document, spot)


def _passable(document: Document, k: int) -> bool:
    lists, token = words(), document.tokens[k]
    word = token.lower
    return (
        (token.pos in ("DET", "ADJ", "NUM", "PUNCT") and token.text not in (",", ".", ";", ":"))
        or word in lists.kinds
        or word in lists.directions
        or word in lists.between
        or word in _PART_OF
        or word in ("'s", "’s", "and")
        or (
            token.pos == "PROPN"
            and k + 1 < len(document.tokens)
            and document.tokens[k + 1].lower in ("'s", "’s")
        )
        or token.ent in ("NORP", "GPE")
    )


def _side(document: Document, k: int, start: int) -> str | None:
    """Return "east_of" for "east of", "near" for "outskirts of"."""
    if k < start:
        return None
    word = document.tokens[k].lower.replace("-", "")
    if word.startswith(_SIDES) and not word.endswith("ern"):
        return f"{word}_of"
    if word in ("outskirts", "vicinity", "outside"):
        return "near"
    return None


def _as_subject(document: Document, spot: Spot) -> str | None:
    head = document.tokens[spot.last - 1]
    if head.dep in ("nsubj", "nsubjpass", "agent", "dobj", "iobj", "conj"):
        return "metonym" if head.dep == "nsubj" else None
    if head.dep in ("compound", "amod", "nmod", "poss"):
        return "of"
    return None


def precision(
    document: Document, spot: Spot, how: str | None, base: PlacePrecision
) -> PlacePrecision:
    """Return how precise the mention is, given that of the place itself.

    "near Al-Tanf" is near though Al-Tanf is known; "southern Syria" is a landscape.
    """
    if base == "unknown":
        return "unknown"
    aside = how is not None and (how in _FUZZY or how.endswith("_of"))
    if aside or _outskirts(document, spot):
        return "near" if base in ("exact", "near", "district") else "landscape"
    if base in ("country", "landscape") and _directed(document, spot):
        return "landscape"
    return base


def _directed(document: Document, spot: Spot) -> bool:
    """Return whether only a side of the place is meant: "eastern X", "the east of X"."""
    tokens = document.tokens
    k = spot.first - 1
    if k < document.sentence_of(spot.first).first:
        return False
    word = tokens[k].lower.replace("-", "")
    return word.startswith(_SIDES) or word in ("central", "rural", "mainland", "upper", "lower")


def _outskirts(document: Document, spot: Spot) -> bool:
    k = spot.first - 1
    if k < 1:
        return False
    before = {token.lower for token in document.tokens[max(0, k - 2) : k + 1]}
    return bool(before & {"outskirts", "vicinity"})
