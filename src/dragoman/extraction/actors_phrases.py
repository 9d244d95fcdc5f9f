"""The words around a name that say what post somebody holds, read from tokens, not the parse.

Parsers stumble over "Russia's special envoy to Syria Alexander Lavrentyev"; a walk from the name
to the left over adjectives, nouns and genitives, and to the right over an apposition, does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from dragoman.extraction.actors_found import word_list
from dragoman.language import Document, Token

_INSIDE = ("ADJ", "NOUN", "PROPN", "NUM")
_LINKS = frozenset(("of", "to", "for"))
_BREAKS = frozenset((",", ";", ":", ".", "(", ")", "—", "–", '"', "“", "”", "who", "whom", "which",
                     "whose", "that", "as", "earlier", "yesterday", "today"))  # fmt: skip
# "Viktor Bondarev, the head of the upper house of parliament's defence and security committee" is
# 13 words; longer ones are no longer appositions but clauses that the parser missed.
_LONGEST = 20


class Phrase(msgspec.Struct, frozen=True):
    """A role as worded: tokens ``first`` to ``last`` (exclusive) and its head noun."""

    first: int
    last: int
    head: int


@lru_cache(maxsize=1)
def title_nouns() -> frozenset[str]:
    """Return the nouns that head a role."""
    return frozenset(word_list("titles")["nouns"])


@lru_cache(maxsize=1)
def styles() -> frozenset[str]:
    """Return the forms of address that stand before a name and are no role."""
    return frozenset(word_list("titles")["styles"])


@lru_cache(maxsize=1)
def ranks() -> frozenset[str]:
    """Return the military ranks that may follow another post: "army spokesman Colonel X"."""
    return frozenset(word_list("titles")["ranks"])


@lru_cache(maxsize=1)
def kin_nouns() -> frozenset[str]:
    """Return the nouns for relatives, behind which a name is a person's: "his wife, Ada,"."""
    return frozenset(word_list("titles")["kin"])


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    """Return the words that stand before the noun of a role ("foreign", "deputy")."""
    return frozenset(word_list("titles")["modifiers"])


@lru_cache(maxsize=1)
def portfolios() -> frozenset[str]:
    """Return the words for what a minister is a minister of."""
    return frozenset(word_list("titles")["portfolios"])


def is_title(token: Token) -> bool:
    """Return whether a token heads a role ("minister", "heads" is none)."""
    return token.pos in ("NOUN", "PROPN", "ADJ", "ADV", "VERB") and (
        token.lower in title_nouns()
        or (token.tag in ("NNS", "NNPS") and token.lower.removesuffix("s") in title_nouns())
    )


def before_name(document: Document, first: int, names: Mapping[int, int]) -> Phrase | None:
    """Return the role right before the name that starts at token ``first``, or None.

    ``names`` lead the tokens of other names to the first token of each: they belong to the role
    as its owner ("the Observatory's head X") or as its modifier ("UN envoy X").
    """
    tokens = document.tokens
    start = document.sentence_of(first).first
    i = first - 1
    while i > start and _is_address(tokens[i]):
        i -= 1
    end = i + 1
    noun_end = end
    head = None
    while i >= start:
        if tokens[i].text == ")" and i > start + 2 and tokens[i - 2].text == "(":
            i -= 3  # "director of the Relief Bureau (RB) X"
        token = tokens[i]
        if i == noun_end - 1 and i not in names and is_title(token):
            if token.tag in ("NNS", "NNPS"):
                break
            head = i
        if token.pos == "DET" or token.tag == "PRP$":
            linked = i > start and _carries_link(document, i - 1, start, names)
            if head is not None or not linked:
                i -= 1
                break
        elif token.lower in _LINKS:
            if head is not None or not _carries_link(document, i, start, names):
                break
            if all(t.pos not in ("NOUN", "PROPN") for t in tokens[i + 1 : end]):
                break  # "an aide of X" is somebody else
            noun_end = i
        elif not _belongs(document, i, names) or _is_other_noun(document, i, head):
            break
        i = min(names.get(i, i), i) - 1
    i += 1
    if head is None:
        return None
    i = _after_join(document, i, head)
    while i < head and (tokens[i].tag == "POS" or tokens[i].text == "-"):
        i += 1
    return Phrase(i, end, head) if i < end else None


def _is_address(token: Token) -> bool:
    """Return whether a word only addresses somebody: "Dr", "Gen.", not "President"."""
    return token.lower in styles() and (token.text.endswith(".") or not is_title(token))


def _after_join(document: Document, first: int, head: int) -> int:
    """Return where the role of one person starts: "The minister and President X" are two."""
    tokens = document.tokens[first:head]
    joins = [t.i for t in tokens if t.lower == "and" and is_title(document.tokens[t.i - 1])]
    two = any(t.pos == "DET" or t.tag in ("POS", "PRP$") for t in tokens)
    return joins[-1] + 1 if joins and two else first


def _is_other_noun(document: Document, i: int, head: int | None) -> bool:
    """Return whether a noun in small letters stands before a title with a capital.

    In "after the effort Secretary of State X" a comma was lost.
    """
    token = document.tokens[i]
    if head is None or token.pos != "NOUN" or not document.tokens[head].text[0].isupper():
        return False
    return not (token.text[0].isupper() or is_title(token) or token.lower in modifiers())


def _carries_link(document: Document, i: int, start: int, names: Mapping[int, int]) -> bool:
    """Return whether the preposition at ``i`` hangs on a title ("envoy to Syria X")."""
    tokens = document.tokens
    if tokens[i].lower not in _LINKS or i <= start:
        return False
    two = i > start + 2 and tokens[i - 1].lower in portfolios() and tokens[i - 2].lower == "of"
    title = i - 3 if two else i - 1  # "minister of state for trade X"
    return is_title(tokens[title]) and title not in names


def _belongs(document: Document, i: int, names: Mapping[int, int]) -> bool:
    token = document.tokens[i]
    if token.tag == "POS" or token.text in ("-", "’", "'"):
        return True
    if token.pos == "VERB":
        return token.tag in ("VBN", "VBG") and token.dep == "amod"
    if token.lower in ("and", "&"):
        before = document.tokens[i - 1]
        if i == 0 or i - 1 in names or before.lower in word_list("titles")["offices"]:
            return False
        return is_title(before) or before.lower in modifiers() | portfolios()
    return token.pos in _INSIDE or i in names or is_title(token)


def after_name(document: Document, last: int) -> Phrase | None:
    """Return the role in an apposition that follows the name ending before token ``last``.

    "X, the head of the Y," and "X, Russia's envoy" and "X, 54, a lawyer" and "X (the envoy)".
    """
    tokens = document.tokens
    end = document.sentence_of(last - 1).last
    i = last
    if i + 1 >= end or tokens[i].text not in (",", "(") or tokens[i + 1].pos == "CCONJ":
        return None
    i += 1
    if i + 1 < end and tokens[i].pos == "NUM" and tokens[i + 1].text == ",":
        i += 2
    return _noun_phrase(document, i, end)


def _noun_phrase(document: Document, first: int, end: int) -> Phrase | None:
    tokens = document.tokens
    i = first
    if i < end and tokens[i].pos in ("SCONJ", "CCONJ"):
        return None  # "X, though a monitor disputed it"
    if i < end and tokens[i].lower in ("also", "currently", "now", "then", "himself", "herself"):
        i += 1
        first = i
    head = None
    linked = False
    while i < min(end, first + _LONGEST):
        token = tokens[i]
        if token.lower in _BREAKS or _is_clause(document, token):
            break
        if not linked and is_title(token) and token.tag not in ("NNS", "NNPS"):
            head = i
        if token.pos == "ADP" and not linked:
            linked = True
            if head is None:
                return None
        i += 1
    if head is None or i >= end or not _ends_well(tokens[i]):
        return None
    if not linked and head != i - 1 and not is_title(tokens[i - 1]):
        return None
    return Phrase(first, i, head)


def _is_clause(document: Document, token: Token) -> bool:
    if token.tag not in ("VBD", "VBZ", "VBP", "MD", "TO", "VBG"):
        return False
    if token.dep in ("amod", "compound", "nmod", "pobj"):
        return False
    # "the commanding general" is no clause.
    after = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else None
    return not (token.tag == "VBG" and after is not None and is_title(after))


def _ends_well(token: Token) -> bool:
    return token.pos != "CCONJ" and token.lower != "that"


def follows_title(document: Document, first: int) -> bool:
    """Return whether a name set off by commas follows a title: "a spokesman, X, said"."""
    tokens = document.tokens
    if first < 2 or tokens[first - 1].text != ",":
        return False
    before = tokens[first - 2]
    kin = before.lower in kin_nouns() and before.tag == "NN"
    return (kin or is_title(before)) and _is_set_off(document, first)


def described_before(document: Document, first: int, names: Mapping[int, int]) -> Phrase | None:
    """Return the role set off by a comma before a name: "Russia's top negotiator, X, said"."""
    tokens = document.tokens
    start = document.sentence_of(first).first
    while first > start and _is_address(tokens[first - 1]):
        first -= 1
    if first < start + 2 or tokens[first - 1].text != ",":
        return None
    phrase = before_name(document, first - 1, names)
    if phrase is None or phrase.last != first - 1:
        return None
    opening = tokens[phrase.first]
    if phrase.first == start and phrase.head < phrase.last - 1 and tokens[first].text.istitle():
        return phrase  # "Minister of Defence, X said"
    owned = any(token.tag == "POS" for token in tokens[phrase.first : phrase.head])
    definite = opening.lower == "the" or opening.tag == "PRP$" or owned or phrase.first in names
    return phrase if definite or (opening.pos == "DET" and _is_set_off(document, first)) else None


def _is_set_off(document: Document, first: int) -> bool:
    """Return whether a name that begins at ``first`` after a comma ends before another mark."""
    tokens = document.tokens
    i = first
    while i + 1 < len(tokens) and (tokens[i].pos == "PROPN" or tokens[i].text == "-"):
        i += 1
    return i > first and tokens[i].text in (",", ".")
