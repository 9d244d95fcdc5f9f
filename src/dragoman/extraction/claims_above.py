"""Verbs of telling above a participle that the parse hangs on what they tell or whom they tell."""

from __future__ import annotations

from dragoman.extraction.claims_lexicon import speaking
from dragoman.language import Document, Token

_TELLING = frozenset({"tell", "add", "say", "write", "speak", "talk"})


def telling(document: Document, hearer: Token) -> Token | None:
    """Return "told" of "Novak told KNA condemning it", read as what the agency condemns."""
    above = document.head(hearer)
    if hearer.dep == "pobj" and above.lower == "to":
        above = document.head(above)
        return above if above.lemma in _TELLING and _is_named(document, hearer) else None
    named = _is_named(document, hearer) or hearer.lower in ("reporters", "journalists")
    return above if hearer.dep == "dobj" and above.lemma == "tell" and named else None


def told_by(document: Document, verb: Token) -> Token | None:
    """Return "said" of "The group said many were hurt, adding X", where "hurt" has the "adding"."""
    above = document.head(verb)
    told = verb.dep == "ccomp" and verb.pos in ("VERB", "AUX") and above.lemma in speaking()
    return above if told and verb.lemma not in speaking() else None


def _is_named(document: Document, noun: Token) -> bool:
    """Return whether a noun is a name or has one: "the Tarsk Post newspaper"."""
    own = (t.pos == "PROPN" and t.dep == "compound" for t in document.children(noun))
    return noun.pos == "PROPN" or any(own)


def doer_for(document: Document, verb: Token, noun: Token) -> Token | None:
    """Return "the League" of "the League runs camps for civilians warning that X".

    A clause told by a participle is the word of who acts, not of those for whom it is done.
    """
    preposition = document.head(noun)
    told = any(t.dep == "ccomp" for t in document.children(verb))
    if verb.tag != "VBG" or noun.tag != "NNS" or not told:
        return None
    if preposition.lower not in ("for", "against"):
        return None
    governor = document.head(preposition)
    if governor.pos not in ("VERB", "AUX") and governor.dep != "dobj":
        return None
    above = (t for verb in document.ancestors(preposition) for t in document.children(verb))
    return next((t for t in above if t.dep == "nsubj"), None)
