"""Mends words for an attack that the parser takes for verbs.

Of "nine were killed in rebel shelling of the town" it makes "in rebel" and a verb of which the
nine are the subject, of "they reported fighting" somebody who fought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.language.document import Token

_ATTACKS = frozenset({"shelling", "bombing", "airstrike", "airstrikes"})
_NOUNS = frozenset({"shelling", "bombing", "fighting", "shooting", "airstrike", "airstrikes"})
# Verbs of which such a word is the object.
_TELLING = frozenset({
    "report", "record", "document", "hear", "witness", "see", "confirm", "describe", "film",
})  # fmt: skip
_CLAUSAL = frozenset({"dobj", "aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def nouns_of(inside: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of a sentence, as mended, that such a word or its like changes."""
    for place, token in enumerate(inside):
        if token.pos == "VERB" and token.lower in _NOUNS and not _has(inside, token, _CLAUSAL):
            yield from _mended(inside, place, token)


def _mended(inside: Sequence[Token], place: int, token: Token) -> Iterator[Token]:
    head = _at(inside, token.head)
    lemma = token.lower.removesuffix("s")
    tag = "NN" if lemma == token.lower else "NNS"
    noun = replace(token, lemma=lemma, pos="NOUN", tag=tag)
    alone = not _has(inside, token, _SUBJECTS)
    if token.dep in ("xcomp", "ccomp") and head is not None and head.lemma in _TELLING:
        if alone:
            yield replace(noun, dep="dobj")
    elif token.dep == "conj" and head is not None and head.pos == "NOUN" and head.i < token.i:
        yield noun
    elif place and token.lower in _ATTACKS and (alone or token.dep == "ROOT"):
        yield from _joined(inside, place, noun)


def _joined(inside: Sequence[Token], place: int, noun: Token) -> Iterator[Token]:
    """Yield the changes that make the word before a part of the attack's own name."""
    before = inside[place - 1]
    preposition = _at(inside, before.head) if before.dep == "pobj" else None
    after = inside[place + 1].lower if place + 1 < len(inside) else ""
    # "By rebels shelling from the hills": a clause.
    several = before.tag in ("NNS", "NNPS") and noun.tag == "NN" and after != "of"
    if preposition is None or preposition.lower == "on" or before.pos not in ("NOUN", "PROPN"):
        return
    if several and noun.dep != "ROOT":
        return
    upper = _under(inside, noun, preposition)
    if upper is not None:
        yield replace(upper, dep="ROOT", head=upper.i)
    elif noun.dep == "ROOT":
        return
    yield replace(noun, dep="pobj", head=preposition.i)
    yield replace(before, dep="compound", head=noun.i)


def _under(inside: Sequence[Token], noun: Token, token: Token) -> Token | None:
    """Return what hangs on the noun itself and holds a token: none where it is elsewhere."""
    while token.head not in (token.i, noun.i):
        above = _at(inside, token.head)
        if above is None:
            return None
        token = above
    return token if token.head == noun.i else None


def _has(inside: Sequence[Token], token: Token, labels: frozenset[str]) -> bool:
    return any(t.head == token.i and t.dep in labels and t.i != token.i for t in inside)


def _at(inside: Sequence[Token], i: int) -> Token | None:
    place = i - inside[0].i
    return inside[place] if 0 <= place < len(inside) else None
