"""Charges behind another statement, read as adjectives: "denied the raid and accused rebels of"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cutting import cut
from dragoman.extraction.claims_syntax import span_of
from dragoman.language import Document, Token

_CHARGES = frozenset({"accused", "blamed"})
_JOINTS = frozenset({"and", "but"})


def with_joined_charges(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the charges that the parse reads as part of an object.

    "Accused" and "blamed" stand there right behind an "and", before a noun without an article.
    """
    kept = list(found)
    for verb in document.tokens[1:]:
        joint = document.tokens[verb.i - 1]
        if verb.lower not in _CHARGES or verb.tag != "VBN" or joint.lower not in _JOINTS:
            continue
        noun = document.head(verb)
        k = next((k for k, c in enumerate(kept) if c.head in _above(document, noun)), None)
        if verb.dep != "amod" or noun.i < verb.i or k is None:
            continue
        kept.append(_charge(document, kept[k], verb, noun))
        kept[k] = cut(document, kept[k], joint.start)
    return kept


def _above(document: Document, noun: Token) -> list[int]:
    """Return the verb to which a noun is joined, or to whose object."""
    first = document.head(noun)
    return [first.i, first.head] if noun.dep == "conj" else []


def _charge(document: Document, outer: Candidate, verb: Token, noun: Token) -> Candidate:
    accused = [t for t in document.subtree(noun) if t.i > verb.i]
    return Candidate(
        head=verb.i,
        cue=verb.span,
        source=outer.source,
        source_head=outer.source_head,
        content=(span_of(accused),),
        act="accuse",
        rule="verb:object+of",
        goes_on=outer.head,
    )
