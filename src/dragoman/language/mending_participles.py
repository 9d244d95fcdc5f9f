"""Puts right who was hurt: "a boy shot and killed by police was buried".

The parser takes the first of two participles for what the boy did, or for a noun. That somebody
did the second to him tells that the first was done to him, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.language.document import Token

_OBJECTS = ("nsubj", "nsubjpass", "pobj", "dobj", "appos")
_FINITE = ("VBD", "VBZ", "VBP")
_NOUNS = ("NOUN", "PROPN", "PRON")


def participles_of(inside: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of a sentence that hang on another one, or are of another kind."""
    for noun, first, link, second, by in zip(
        inside, *(inside[k:] for k in range(1, 5)), strict=False
    ):
        done = link.lower in ("and", "or") and second.tag == "VBN" and by.dep == "agent"
        if not done or by.head != second.i or second.head != first.i or noun.pos not in _NOUNS:
            continue
        if first.lower == "shot" or first.lower.endswith("ed"):
            yield from _passive(inside, noun, first, second)


def _passive(inside: Sequence[Token], noun: Token, first: Token, second: Token) -> Iterator[Token]:
    if first.tag == "VBN" and (first.dep == "acl" or _helped(inside, first)):
        return
    participle = replace(first, tag="VBN", pos="VERB", lemma=_lemma(first))
    if first.dep in _OBJECTS and noun.head == first.i:
        # Taken for a noun, or for the subject: the one who was hurt has its place.
        yield replace(participle, dep="acl", head=noun.i)
        yield replace(noun, dep=first.dep, head=first.head)
        left = (t for t in inside if t.head == first.i and t.i < noun.i)
        yield from (replace(t, head=noun.i) for t in left)
        return
    main = _main(inside, first, second)
    if main is not None:
        yield replace(participle, dep="acl", head=noun.i)
        yield replace(main, dep=first.dep, head=main.i if first.head == first.i else first.head)
        if noun.head == first.i:
            yield replace(noun, dep="nsubj", head=main.i)
        kept = (noun.i, first.i, second.i, main.i)
        outside = (t for t in inside if t.i not in kept and (t.i < noun.i or t.i > main.i))
        yield from (replace(t, head=main.i) for t in outside if t.head == first.i)
    elif first.dep == "ROOT" and noun.head == first.i and noun.dep == "nsubj":
        # A headline: "Boy shot and killed by police".
        yield participle
        yield replace(noun, dep="nsubjpass")


def _helped(inside: Sequence[Token], verb: Token) -> bool:
    return any(t.head == verb.i and t.dep in ("aux", "auxpass") for t in inside)


def _main(inside: Sequence[Token], first: Token, second: Token) -> Token | None:
    """Return the verb that a sentence goes on with, of which the noun is (in) the subject."""
    after = (t for t in inside if t.i > second.i and t.tag in _FINITE and t.dep == "conj")
    return next((t for t in after if t.head in (first.i, second.i)), None)


def _lemma(verb: Token) -> str:
    return "shoot" if verb.lower == "shot" else verb.lemma
