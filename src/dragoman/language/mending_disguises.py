"""Puts right who did what in disguise: "men dressed as students opened fire".

The parser takes "as" for a conjunction, and the students for those who opened fire.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.language.document import Token

_DISGUISED = frozenset({"dress", "dressed", "disguise", "disguised", "pose", "masquerade", "clothe",
                        "clothed", "clad"})  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")


def disguises_of(inside: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of a sentence that hang on another one where somebody is disguised."""
    at = {token.i: token for token in inside}
    for mark in inside:
        verb = at.get(mark.head)
        if mark.lower != "as" or mark.dep != "mark" or verb is None or verb.dep != "advcl":
            continue
        garb = at.get(verb.head)
        worn = next((t for t in inside if t.head == verb.i and t.dep in _SUBJECTS), None)
        if garb is None or worn is None or garb.lemma.lower() not in _DISGUISED:
            continue
        if not garb.i < mark.i < worn.i < verb.i:
            continue
        wearer = _wearer(inside, at, garb)
        if wearer is not None:
            yield replace(mark, dep="prep", head=garb.i)
            yield replace(worn, dep="pobj", head=mark.i)
            yield from _raised(inside, wearer, garb, verb)


def _wearer(inside: Sequence[Token], at: dict[int, Token], garb: Token) -> Token | None:
    """Return who is disguised."""
    if garb.dep == "acl":
        return at.get(garb.head)
    subjects = (t for t in inside if t.head == garb.i and t.dep in _SUBJECTS and t.i < garb.i)
    return next(subjects, None)


def _raised(inside: Sequence[Token], wearer: Token, garb: Token, verb: Token) -> Iterator[Token]:
    """Yield the tokens by which the deed takes the place that the disguise or its wearer had."""
    above = garb if wearer.head == garb.i else wearer
    if above.dep in _SUBJECTS:
        # "Men dressed as students shot him, police said": of what was said.
        yield replace(verb, dep="ccomp", head=above.head)
    else:
        yield replace(verb, dep=above.dep, head=verb.i if above.head == above.i else above.head)
    yield replace(wearer, dep="nsubj", head=verb.i)
    if above.i == garb.i:
        yield replace(garb, dep="acl", head=wearer.i)
    kept = (wearer.i, verb.i, garb.i)
    loose = ("mark", "punct", "cc", "conj", "advcl", "prep") if above.i == garb.i else ("mark",)
    for token in inside:
        outside = token.i < wearer.i or token.i > verb.i
        if token.head == above.i and token.i not in kept and token.dep in loose and outside:
            yield replace(token, head=verb.i)
