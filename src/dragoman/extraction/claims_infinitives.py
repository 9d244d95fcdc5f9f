"""Contents without a finite verb: "vowed to X", "demanded from A to X", "denied doing X"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_clauses import Found
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

_CITING = frozenset({"cite", "quote"})
_NAMED = frozenset({"named", "identified", "quoted", "anonymous", "unnamed", "unidentified"})
_ASKING = frozenset({"demand", "ask", "request", "require"})


def infinitive_of(document: Document, verb: Token) -> Found | None:
    """Return "to X" of "vowed to X"."""
    clause = child(document, verb, "xcomp") or _asked_from(document, verb)
    if clause is None or clause.i < verb.i or child(document, verb, "dobj"):
        return None
    aux = child(document, clause, "aux")
    if aux is None or aux.lower != "to" or _is_of_anonymity(document, verb, clause):
        return None
    return Found(tuple(t.i for t in document.subtree(clause) if t.i > verb.i))


def _is_of_anonymity(document: Document, verb: Token, clause: Token) -> bool:
    """Return whether somebody only "asked not to be named" or "asked to remain anonymous"."""
    return is_unnamed(verb, (clause, *document.children(clause)))


def is_unnamed(verb: Token, words: Sequence[Token]) -> bool:
    """Return whether what somebody asks for, in these words, is not to be named."""
    asks = verb.lemma in _ASKING | {"refuse", "decline"}
    return asks and not _NAMED.isdisjoint(t.lower for t in words)


def _asked_from(document: Document, verb: Token) -> Token | None:
    """Return "to leave" of "demanded from the army to leave", read as a purpose."""
    whom = child(document, verb, "prep")
    if verb.lemma not in _ASKING or whom is None or whom.lower not in ("from", "of"):
        return None
    clause = child(document, verb, "advcl")
    last = document.subtree(whom)[-1].i
    close = clause is not None and document.subtree(clause)[0].i == last + 1
    return clause if close else None


def gerund_of(document: Document, verb: Token) -> Found | None:
    """Return "doing X" of "denied doing X"."""
    near = document.tokens[verb.i + 1 : verb.i + 3]
    behind = [t for t in document.children(verb) if t.i > verb.i and t.dep in ("xcomp", "ccomp")]
    behind += [t for t in near if t.tag == "VBG" and t.dep == "advcl" and t.head == verb.i]
    clause = behind[0] if behind else None
    if clause is None or not _is_gerund(document, clause) or clause.lemma in _CITING:
        return None
    if any(t.text == "," for t in near if t.i < clause.i):
        return None  # "refused, saying that"
    inside = tuple(t.i for t in document.subtree(clause) if t.i > verb.i)
    return Found(inside) if len(inside) > 1 else None  # not "she recalls thinking"


def _is_gerund(document: Document, clause: Token) -> bool:
    """Return whether a verb is the "doing" or the "having done" of "denied doing X"."""
    having = (t for t in document.children(clause) if t.dep == "aux" and t.lower == "having")
    return clause.tag == "VBG" or (clause.tag == "VBN" and next(having, None) is not None)
