"""Names of places that no gazetteer has, and what tells them from other names."""

from __future__ import annotations

from dragoman.extraction.places_kinds import is_kind
from dragoman.extraction.places_spotting import Spot, is_common, lost_apostrophes, with_kind
from dragoman.extraction.places_words import words
from dragoman.language import Document, Token
from dragoman.model import Span

# Titles of persons that villages are named after.
_SAINTS = frozenset({"sheikh", "sheik", "imam"})
# How adjectives and names of nationals end, and names of places seldom do.
_OF_NATIONS = (
    "an", "ans", "ish", "ese", "i", "is", "ic", "ch", "ab", "abs", "ds", "rd", "kh", "ek",
)  # fmt: skip
# Verbs whose subject in the passive, when it is a name in the singular, is a place's as a rule.
_TAKEN = frozenset({"capture", "seize", "take", "occupy", "besiege", "storm"})


def of_nation(token: Token) -> bool:
    """Return whether a word is an adjective of a nation: "Kazakh"."""
    return (token.ent == "NORP" or token.pos == "ADJ") and token.text.endswith(_OF_NATIONS)


def stands_for_place(document: Document, i: int) -> bool:
    """Return whether a name that looks like a nation's stands where only a place's can.

    "The village of Sousan", "in Minyan district", "Kisangani was captured".
    """
    token = document.tokens[i]
    governor = document.head(token)
    if token.dep == "pobj" and governor.lower == "of" and token.tag in ("NNP", "JJ"):
        return is_kind(document.head(governor))
    if token.tag != "NNP":
        return False
    if token.dep == "compound":
        return governor.i == i + 1 and is_kind(governor) and governor.text[0].islower()
    return token.dep == "nsubjpass" and governor.lemma in words().acts_on_places | _TAKEN


def unknown(document: Document, first: int, end: int) -> Spot | None:
    """Return a run of tokens as the name of a place that nothing knows, or None.

    Leading adjectives of nations and titles are no part of it; "Hmeimim Air Base" ends in its kind.
    """
    lists, tokens = words(), document.tokens
    while first < end and (
        (of_nation(tokens[first]) and not (end - first == 1 and stands_for_place(document, first)))
        or (tokens[first].lower in lists.titles and tokens[first].lower not in _SAINTS)
        or not tokens[first].text[0].isalpha()
        or (end - first == 1 and is_common(tokens[first]))
    ):
        first += 1
    if first >= end or any(c.isdigit() for k in range(first, end) for c in tokens[k].text):
        return None
    for k in range(first + 1, end):
        if tokens[k].ent_start and tokens[k].ent in ("ORG", "PERSON", "NORP"):
            end = k  # another name begins: "the village of X Amnesty International said"
            break
    if owns(document, tokens[end - 1]):
        return None
    name = Span(tokens[first].start, tokens[end - 1].end).of(document.text)
    return with_kind(document, Spot(first, end, name, ()))


def owns(document: Document, token: Token) -> bool:
    """Return whether a name is whose the next thing is, its apostrophe lost: "in Assads favor"."""
    owned = document.head(token)
    return (
        token.lower.endswith("s")
        and lost_apostrophes(document)
        and owned.i > token.i
        and owned.pos == "NOUN"
        and not is_kind(owned)
    )
