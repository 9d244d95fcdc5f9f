"""Whose a noun of speech is: "Novak's claim", "warnings from Moscow", "charges made by X"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_sources import is_known_speaker
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

_MAKING = frozenset({"make", "issue", "voice", "give", "raise", "level", "deliver", "send"})
# "Reports from Tarsk that" come from there; "warnings from Moscow that" are Russia's.
_FROM_PLACES = frozenset({"report", "message", "statement", "testimony"})
# Words between an owner and its "that": "warnings from Moscow on Thursday that".
_FARTHEST = 8
_TOPICS = frozenset({"about", "over", "of", "for", "against", "with", "regarding"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def owner_of(document: Document, noun: Token) -> Token | None:
    """Return who makes a claim, a warning or a call: as an owner, or behind "by" and "from"."""
    owner = child(document, noun, "poss")
    if owner is not None:
        return owner
    for token in document.children(noun):
        if token.tag == "VBN" and token.lemma in _MAKING and token.i > noun.i:
            agent = child(document, token, "agent")
            if agent is not None:
                return child(document, agent, "pobj")
        if token.lower not in ("by", "from"):
            continue
        owner = child(document, token, "pobj")
        if owner is not None and not (token.lower == "from" and _is_spot(noun, owner)):
            return owner
    after = document.tokens[noun.i + 1 : noun.i + 2]
    # "responded to the claim by activists", where the parse has them respond
    return child(document, after[0], "pobj") if after and after[0].lower == "by" else None


def _is_spot(noun: Token, owner: Token) -> bool:
    """Return whether something only came from there: "reports from Tarsk that"."""
    able = owner.ent in ("ORG", "PERSON") or is_known_speaker(owner)
    return noun.lemma in _FROM_PLACES and not able


def that_behind(
    document: Document, word: Token, *, owner: bool
) -> tuple[Token, Sequence[Token]] | None:
    """Return "that" and its clause, a few words behind a noun of speech or its owner."""
    last = document.sentence_of(word).last
    for that in document.tokens[word.i + 1 : min(last, word.i + _FARTHEST)]:
        if that.lower in _TOPICS or (that.tag == "WDT" and not owner):
            return None  # "concern over the raid that the army began"
        if that.lower == "that" and that.tag in ("IN", "WDT"):
            verb = document.head(that)
            verb = document.head(verb) if verb.pos == "ADP" else verb
            if verb.i < that.i:
                return None
            inside = [t for t in document.subtree(verb) if t.i > that.i]
            subject = child(document, verb, "nsubj", "nsubjpass", "expl")
            led = subject is not None and that.i < subject.i < verb.i
            return (that, inside) if led and inside[0].i == that.i + 1 else None
        if that.tag in _FINITE or that.pos == "PUNCT":
            return None
    return None


def are_told_of(document: Document, noun: Token) -> bool:
    """Return whether there "were reports that X", or something happened "amid reports that X"."""
    above = document.head(noun)
    there = above.lemma == "be" and child(document, above, "expl") is not None
    amid = noun.dep == "pobj" and above.lower in ("amid", "amidst", "following")
    return noun.lower == "reports" and (there or amid)


def of_state(document: Document, noun: Token) -> Token | None:
    """Return "US" of "the US assessment that X", "rebel" of "rebel claims that X"."""
    for token in document.children(noun):
        beside = token.dep in ("compound", "nmod", "amod")
        named = token.text[:1].isupper() and token.ent in ("GPE", "NORP", "ORG")
        if beside and (named or (token.tag in ("NN", "NNS", "JJ") and is_known_speaker(token))):
            return token
    return None
