"""Set turns of speech: "held A responsible", "laid the blame on A", "gave A two days to X"."""

from __future__ import annotations

from dragoman.extraction.claims_clauses import Found
from dragoman.extraction.claims_sentences import end_of
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

_ANSWERABLE = frozenset({"responsible", "accountable", "liable"})
_BLAME = frozenset({"blame", "responsibility", "fault"})
# "Laid it at the army's door".
_DOORS = frozenset({"door", "doorstep", "threshold", "foot"})
_UNITS = frozenset({"hour", "day", "week", "month", "minute"})
_LONGEST_OBJECT = 14
# "Pointed the finger of blame on Monday at".
_TO_AT = 6
_HOW = frozenset({"how", "what", "why"})


def held_responsible(document: Document, verb: Token) -> Found | None:
    """Return "A responsible for X" of "held A responsible for X"."""
    last = min(end_of(document, verb), verb.i + _LONGEST_OBJECT)
    for token in document.tokens[verb.i + 1 : last]:
        if token.pos in ("VERB", "AUX") or token.text in (".", ";", ":"):
            return None
        following = document.tokens[token.i + 1 : token.i + 2]
        if token.lower in _ANSWERABLE and (not following or following[0].pos != "NOUN"):
            end = document.subtree(token)[-1].i
            return Found(tuple(range(verb.i + 1, end + 1))) if token.i > verb.i + 1 else None
    return None


def laid_blame(document: Document, verb: Token) -> Found | None:
    """Return "the blame on A" of "put the blame on A", A of "pointed the finger at A"."""
    target = child(document, verb, "dobj")
    if target is not None and target.lemma == "finger" and verb.lemma == "point":
        at = next((t for t in document.tokens[target.i :][:_TO_AT] if t.lower == "at"), None)
        return Found(tuple(t.i for t in document.subtree(at)[1:]), at) if at is not None else None
    if target is None or target.i < verb.i:
        return None
    if target.lemma not in _BLAME:
        return _laid_at_a_door(document, verb, target)
    inside = [*document.subtree(target)]
    inside += [t for p in document.children(verb) if p.dep == "prep" for t in document.subtree(p)]
    indices = sorted({t.i for t in inside if t.i > verb.i})
    whole = indices[-1] - indices[0] + 1 == len(indices)
    led = any(document.tokens[i].lower in ("on", "upon", "at", "with") for i in indices)
    return Found(tuple(indices)) if whole and led else None


def _laid_at_a_door(document: Document, verb: Token, target: Token) -> Found | None:
    """Return "the raid at the door of A" of "laid the raid at the door of A"."""
    inside = document.subtree(verb)
    for at in inside:
        door = child(document, at, "pobj") if at.lower == "at" and at.i > target.i else None
        if door is not None and door.lemma in _DOORS:
            last = max(t.i for t in document.subtree(door))
            whose = child(document, door, "poss", "prep")
            return Found(tuple(range(document.subtree(target)[0].i, last + 1))) if whose else None
    return None


def given_time(document: Document, verb: Token) -> Found | None:
    """Return "A two days to X" of "gave A two days to X"."""
    span = child(document, verb, "dobj")
    whom = child(document, verb, "dative")
    if span is None or whom is None or span.lemma not in _UNITS or not verb.i < whom.i < span.i:
        return None
    if child(document, whom, "poss") is not None:
        return None  # "gave his men two days to rest"
    following = document.tokens[span.i + 1 : span.i + 3]
    if [t.tag for t in following] != ["TO", "VB"]:
        return None
    first, end = document.subtree(whom)[0].i, document.subtree(following[1])[-1].i
    return Found(tuple(range(first, end + 1)))


def told_how(document: Document, verb: Token) -> Found | None:
    """Return "how X" of "expressed how X", and "she is at ease" of "expressed she is at ease"."""
    clause = child(document, verb, "ccomp")
    if clause is None or clause.i < verb.i:
        return None
    inside = document.subtree(clause)
    subject = child(document, clause, "nsubj", "nsubjpass")
    begun = inside[0].i == verb.i + 1
    led = begun and (inside[0].lower in _HOW or (subject is not None and subject.tag == "PRP"))
    return Found(tuple(t.i for t in inside)) if led else None
