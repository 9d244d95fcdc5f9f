"""Mends what the parser often gets wrong and what would name a wrong speaker.

"According to the agency Sova, the union of teachers, led by X, announced ...": the parser takes
the agency for the subject of the verb, or the union for an apposition of the agency. The comma
says which is which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from dragoman.language.document import Sentence, Token
from dragoman.language.mending_disguises import disguises_of
from dragoman.language.mending_nouns import nouns_of
from dragoman.language.mending_participles import participles_of

_LATER = ("conj", "appos")
_SUBJECTS = ("nsubj", "nsubjpass")


def mended(tokens: Sequence[Token], sentences: Iterable[Sentence]) -> tuple[Token, ...]:
    """Return the tokens with such clauses, and nouns taken for verbs, put right."""
    changed: dict[int, Token] = {}
    for sentence in sentences:
        inside = tokens[sentence.first : sentence.last]
        changed.update((token.i, token) for token in nouns_of(inside))
        changed.update((token.i, token) for token in disguises_of(inside))
        changed.update((token.i, token) for token in participles_of(inside))
        for according, to in pairwise(inside):
            if according.lower == "according" and to.lower == "to":
                changed.update((token.i, token) for token in _moved(inside, according, to))
        changed.update((t.i, _as_name(t)) for t in inside if _is_body(t, inside))
    return tuple(changed.get(t.i, t) for t in tokens) if changed else tuple(tokens)


def _is_body(token: Token, inside: Sequence[Token]) -> bool:
    """Return whether "WHO" is the health organisation, not the pronoun of a line in capitals."""
    asked = token.text == "WHO" and token.tag in ("WP", "WDT")
    return asked and any(t.text.islower() for t in inside)


def _as_name(token: Token) -> Token:
    return replace(token, tag="NNP", pos="PROPN", lemma=token.text)


def _moved(inside: Sequence[Token], according: Token, to: Token) -> list[Token]:
    """Return the tokens of a sentence whose governor is another: none where all is well."""
    verb, source = _parts(inside, according, to)
    if verb is None or source is None or not to.i < source.i < verb.i:
        return []
    below = [t for t in inside if t.head == source.i and t.i > source.i]
    later = next((t for t in below if t.dep in _LATER and t.i < verb.i), None)
    if later is None or any(t.dep == "cc" for t in below):
        return []
    if not any(t.text == "," for t in inside if source.i < t.i < later.i):
        return []
    followers = [replace(t, head=later.i) for t in below if t.i > later.i]
    # "According to the agency Sova": what the parse took for the source alone.
    part = next((t for t in inside if t.head == to.i and t.dep == "pobj" and t != source), None)
    return [
        *([replace(part, dep="compound", head=source.i)] if part else []),
        replace(source, dep="pobj", head=to.i),
        replace(later, dep="nsubj", head=verb.i),
        *followers,
    ]


def _parts(inside: Sequence[Token], according: Token, to: Token) -> tuple[Token | None, ...]:
    """Return the verb that "according" hangs on and what stands for the source, right or wrong.

    The source is the object of "to" where the verb has no subject, and else the verb's subject
    where "to" has no object, or one that stands right before the subject.
    """
    verb = next((t for t in inside if t.i == according.head and t.i > to.i), None)
    if verb is None:
        return None, None
    subject = next((t for t in inside if t.head == verb.i and t.dep in _SUBJECTS), None)
    target = next((t for t in inside if t.head == to.i and t.i > to.i), None)
    if subject is not None and target is not None and subject.i == target.i + 1:
        return verb, subject if target.dep == "pobj" else None
    if (subject is None) == (target is None) or (target is not None and target.dep != "pobj"):
        return verb, None
    return verb, target or subject
