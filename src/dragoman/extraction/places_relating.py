"""How a text relates to a place that it names, and how precise that leaves it."""

from __future__ import annotations

from dragoman.extraction.places_spotting import Spot
from dragoman.extraction.places_words import words
from dragoman.language import Document, Token
from dragoman.model import PlacePrecision

_FUZZY = frozenset({"near", "around", "off"})
_SIDES = ("north", "south", "east", "west")
_ASIDE = frozenset({"outskirts", "vicinity", "outside", "edge", "periphery", "gates"})
_BANKS = frozenset({"side", "bank", "shore", "banks"})
_AROUND = frozenset({"suburb", "suburbs", "outskirts", "countryside"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# So far back a preposition is looked for: "in eastern parts of the central provinces of X".
_REACH = 12
# "London-based", "Tarsk-born".
_HOMES = frozenset({"based", "born", "backed", "led", "registered", "headquartered", "trained"})


def relation(document: Document, spot: Spot) -> str | None:
    """Return how the text relates to the place: in, near, east_of ..., None when it does not say.

    "of" (the Homs police, Syria's army) and "metonym" (Moscow said) do not place what is told.
    """
    tokens = document.tokens
    sentence = document.sentence_of(spot.first)
    if spot.end < sentence.last and tokens[spot.end].tag == "POS":
        return "of"
    if spot.entries and spot.entries[0].type == "country" and _modifies(document, spot):
        return "of"
    if is_home(document, spot.end):
        return "of"
    return _by_words(document, spot, sentence.first) or _by_syntax(document, spot)


def is_home(document: Document, end: int) -> bool:
    """Return whether a place, up to token ``end``, is only somebody's: "the London-based group"."""
    after = document.tokens[end : end + 2]
    return len(after) == 2 and after[0].text in ("-", "–") and after[1].lower in _HOMES


def _by_words(document: Document, spot: Spot, start: int) -> str | None:
    """Return what the preposition before the name says, past what may stand between."""
    lists, tokens = words(), document.tokens
    k = spot.first - 1
    found = None
    while k >= start and spot.first - k < _REACH:
        word = tokens[k].lower
        if word in ("of", "from") and (side := _side(document, k - 1, start)):
            return side
        if word == "of":
            if k > start and tokens[k - 1].lower == "out":
                return "from"
            found = "of"
            if k == start or not _passable(document, k - 1):
                return found
        elif word in ("with", "and") and k > start and _borders(document, k, start):
            return "border"
        elif word in lists.relations:
            return lists.relations[word]
        elif not _passable(document, k):
            return found
        k -= 1
    return found


def _passable(document: Document, k: int) -> bool:
    """Return whether a word may stand between a preposition and the name that it governs."""
    lists, tokens = words(), document.tokens
    token = tokens[k]
    word = token.lower
    return (
        token.pos in ("DET", "ADJ", "NUM")
        or token.tag == "PRP$"  # "at her Tarsk home"
        or token.text in ("-", "–", '"')
        or word in lists.kinds
        or word in lists.directions
        or word in lists.between
        or word in _BANKS
        or word in _ASIDE
        or word in ("part", "parts", "heart", "centre", "center", "middle", "coast", "rest")
        or token.text in _POSSESSIVE
        or token.ent in ("NORP", "GPE", "LOC")
        or (token.pos == "VERB" and token.dep == "amod")
    )


def _side(document: Document, k: int, start: int) -> str | None:
    """Return "east_of" for "east of" and "the eastern side of", "near" for "the outskirts of"."""
    if k < start:
        return None
    word = document.tokens[k].lower.replace("-", "")
    if word in _BANKS and k > start:
        word = document.tokens[k - 1].lower.replace("-", "").removesuffix("ern")
    elif word.endswith("ern"):
        return None
    if word.startswith(_SIDES):
        return f"{word}_of"
    return "near" if word in _ASIDE else None


def _borders(document: Document, k: int, start: int) -> bool:
    """Return whether the name is a country at a border: "the borders with X and Y"."""
    before = [token.lower for token in document.tokens[max(start, k - 4) : k]]
    return any(word.startswith(("border", "frontier")) for word in before)


def _by_syntax(document: Document, spot: Spot) -> str | None:
    head = _head(document, spot)
    if head.dep == "nsubj":
        return "metonym"
    governor = document.head(head)
    if head.dep in ("dobj", "nsubjpass") and governor.lemma in words().acts_on:
        return "in"
    if head.dep in ("compound", "amod", "nmod", "poss"):
        return "of"
    return None


def _modifies(document: Document, spot: Spot) -> bool:
    """Return whether a country's name stands before a noun that it tells of: "a U.S. base"."""
    head = _head(document, spot)
    return head.dep in ("compound", "nmod", "amod") and head.head >= spot.end


def _head(document: Document, spot: Spot) -> Token:
    """Return the word of the name, or the kind after it, that the rest of the phrase hangs on."""
    tokens = document.tokens[spot.first : spot.end]
    inside = {token.i for token in tokens}
    outer = [token for token in tokens if token.head not in inside or token.head == token.i]
    return outer[-1] if outer else tokens[-1]


def coordinated(document: Document, before: Spot, spot: Spot) -> bool:
    """Return whether two names stand in one list: "in X, Y and Z"."""
    between = [token.lower for token in document.tokens[before.end : spot.first]]
    short = [word for word in between if word not in ("the", "in", "both")]
    return short in (
        ["and"],
        [","],
        [",", "and"],
        ["or"],
        ["/"],
        ["-"],
        ["&"],
        ["as", "well", "as"],
    )


def precision(
    document: Document, spot: Spot, how: str | None, base: PlacePrecision
) -> PlacePrecision:
    """Return how precise the mention is, given that of the place itself.

    "near Al-Tanf" is near though Al-Tanf is known; "southern Syria" is a landscape.
    """
    if base == "unknown":
        return "unknown"
    aside = how is not None and (how in _FUZZY or how.endswith("_of"))
    if aside or (how == "border" and base == "country"):
        return "near" if base in ("exact", "near", "district") else "landscape"
    if base == "country" and _directed(document, spot):
        return "landscape"
    if base == "exact" and (spot.kind in _AROUND or _in_its_surroundings(document, spot)):
        return "near"
    return base


def _in_its_surroundings(document: Document, spot: Spot) -> bool:
    """Return whether the text says "the countryside of X" or "rural X"."""
    before = [token.lower for token in document.tokens[max(0, spot.first - 2) : spot.first]]
    return before[-1:] == ["rural"] or (before[-1:] == ["of"] and before[0] in _AROUND)


def _directed(document: Document, spot: Spot) -> bool:
    """Return whether only a side of the place is meant: "eastern X", "the east of X"."""
    tokens = document.tokens
    start = document.sentence_of(spot.first).first
    k = spot.first - 1
    if k >= start and tokens[k].lower == "of":
        k -= 1
    if k < start:
        return False
    word = tokens[k].lower.replace("-", "")
    return word.startswith(_SIDES) or word in ("central", "rural", "mainland", "upper", "lower")
