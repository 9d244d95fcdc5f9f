"""Which noun a number counts, and the words of the report that name it."""

from __future__ import annotations

import itertools

from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.language import Document, Token
from dragoman.model import Span

# No noun phrase is longer, and none holds a verb or a preposition before its noun.
_LONGEST = 12
_CUTS = ("VERB", "ADP", "AUX")


def counted_noun(document: Document, number: Number) -> Token:
    """Return the noun that a number counts, or the number's own last token.

    "dozens of civilians", "two of the soldiers" count the noun after "of".
    """
    tokens = document.tokens
    tail = tokens[number.tail]
    whole = whole_of(document, number.last)
    if whole is not None:
        return whole
    if any(t.lower in ("a", "an") for t in tokens[number.last : number.last + 1]):
        return tail  # "has risen to at least 112 a monitor said": a comma is lost
    token = tail
    for _ in range(4):
        if token.dep not in (
            "nummod",
            "quantmod",
            "compound",
            "amod",
            "det",
            "advmod",
            "nmod",
            "predet",
        ):
            break
        head = document.head(token)
        if head.i == token.i or head.pos in ("VERB", "AUX", "ADJ", "ADV"):
            break
        between = tokens[number.last : min(head.i, number.last + _LONGEST)]
        if head.i - number.last > _LONGEST or any(
            t.pos in _CUTS and not (_acronym(t) or _like_adjective(t) or _hyphened(document, t))
            for t in between
        ):
            break
        token = head
        if token.i > tail.i and token.pos in ("NOUN", "PROPN"):
            break
    if token.i > tail.i and token.pos in ("NOUN", "PROPN", "ADJ", "PRON"):
        return token
    return _noun_after(document, number) or tail


def _noun_after(document: Document, number: Number) -> Token | None:
    """Return the last of the nouns right after a number that the parse left alone."""
    found = None
    stop = document.sentence_of(number.tail).last
    for token in document.tokens[number.last : min(stop, number.last + 6)]:
        dated = token.ent == "DATE" and token.pos == "PROPN"  # "left dozens wounded Wednesday"
        if token.lower in counted()["no_noun"] or dated:
            break
        if token.pos in ("NOUN", "PROPN") or _acronym(token):
            if found is not None and token.i > found.i + 1 and found.pos == "NOUN":
                break
            found = token
        elif token.pos not in ("ADJ", "PART") and token.text != "-" and not _like_adjective(token):
            break
        elif _named(token) and (found is None or found.pos == "ADJ"):
            found = token  # "one Iranian national", read as two adjectives
        if found is not None and found.tag == "NNS":
            break
    return found


def whole_of(document: Document, k: int) -> Token | None:
    """Return the noun after "of" at token ``k``: also of "14 of IS tanks", read as a verb."""
    tokens = document.tokens
    if k + 1 >= len(tokens) or tokens[k].lower != "of":
        return None
    for child in document.children(tokens[k]):
        if child.dep == "pobj":
            return child
    name = tokens[k + 1]
    if not _acronym(name) or name.pos not in ("AUX", "VERB"):
        return None
    run = itertools.takewhile(lambda t: t.pos in ("ADJ", "NOUN", "PROPN"), tokens[k + 2 :])
    return next((t for t in reversed(list(run)) if t.pos == "NOUN"), None)


def noun_phrase(document: Document, number: Number, head: Token) -> Span | None:
    """Return the counted noun with what stands before it: "pro-government fighters".

    A pronoun names nobody; what stands after it may: "30 of them children".
    """
    tokens = document.tokens
    if head.pos == "PRON":
        following = tokens[head.i + 1 : head.i + 2]
        return next((Span(t.start, t.end) for t in following if t.pos == "NOUN"), None)
    first = number.last
    if first < len(tokens) and tokens[first].lower == "of":
        first += 1
    if first > head.i or head.i - first > _LONGEST:
        return None
    return Span(tokens[first].start, head.end)


def _named(token: Token) -> bool:
    return is_person(token) and token.lower not in by_word("states")


def _hyphened(document: Document, token: Token) -> bool:
    """Return whether a word begins a compound: "18 off-road vehicles"."""
    following = document.tokens[token.i + 1 : token.i + 2]
    return any(t.text == "-" and t.start == token.end for t in following)


def _acronym(token: Token) -> bool:
    """Return whether a word in capitals is a name that the tagger took for a verb ("IS")."""
    return len(token.text) > 1 and token.text.isupper()


def _like_adjective(token: Token) -> bool:
    return token.lower in counted()["participles"]
