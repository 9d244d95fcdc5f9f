"""Second clauses of what somebody says, where the parse hung them on the verb of saying."""

from __future__ import annotations

from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

# Verbs of which nothing but a clause can follow "that", and nothing else "saying".
SAYING = frozenset({
    "say", "claim", "add", "state", "argue", "announce", "declare", "insist", "warn", "allege",
    "report", "maintain", "stress", "note", "assert", "deny", "confirm", "write", "explain",
})  # fmt: skip
_LEADING = frozenset({"after", "if", "when", "while", "before", "since", "although", "once",
                      "unless", "as", "though", "until", "because"})  # fmt: skip


# Auxiliaries of what somebody says, and in a second clause of "he" also of what has been done.
_SHIFTED = frozenset({"would", "could", "might", "should", "must"})
_SOME = frozenset({"some", "most", "many", "all", "both", "none", "several", "each"})
_BACKSHIFTED = frozenset({"had", "would"})
_NOW = frozenset({"will", "'ll", "’ll", "can"})
_PERFECT = frozenset({"had", "has", "have", "will"})
_OF_SPEAKER = frozenset({"he", "she", "it", "they", "there"})


def second_clause(document: Document, verb: Token, clause: Token, kept: list[int]) -> list[int]:
    """Return "Y" of "said that after X, Y", where the parse took X for the whole clause."""
    first = clause.i
    while first > verb.i + 1 and document.tokens[first - 1].i in kept:
        first -= 1
    if document.tokens[first].lower not in _LEADING or not kept:
        return []
    for other in document.children(verb):
        if other.dep == "ccomp" and other.i > max(kept):
            tokens = document.subtree(other)
            return list(range(max(kept) + 1, tokens[-1].i + 1))
    return []


def coordinated(document: Document, verb: Token, clause: Token) -> list[int]:
    """Return "(and that) Y" of "said X and that Y" where the parser hung it on the verb.

    So also "and he had Y" and "but would Y": these tell on what was said. And "some of it
    naming Z", a clause of its own.
    """
    kept: list[int] = []
    for other in document.children(verb):
        if other.i > clause.i and other.dep == "ccomp" and _is_part(document, other):
            kept.extend(token.i for token in document.subtree(other))
        if other.dep != "conj" or other.i < clause.i:
            continue
        tokens = document.subtree(other)
        marked = child(document, other, "mark") is not None and tokens[0].lower == "that"
        if marked or _tells_on(document, verb, other) or _is_shifted(document, verb, clause, other):
            kept.extend(token.i for token in tokens)
    return kept


def _is_part(document: Document, clause: Token) -> bool:
    """Return whether a clause is a "some of it naming Z"."""
    subject = child(document, clause, "nsubj", "nsubjpass")
    some = subject is not None and subject.lower in _SOME
    return some and clause.tag in ("VBG", "VBN") and child(document, clause, "aux") is None


def _tells_on(document: Document, verb: Token, second: Token) -> bool:
    """Return whether a second clause goes on in the tense of what was said: "and he would go"."""
    subject = child(document, second, "nsubj", "nsubjpass")
    if verb.lemma not in SAYING or (subject is not None and subject.lower not in _OF_SPEAKER):
        return False
    helping = {t.lower for t in document.children(second) if t.dep in ("aux", "auxpass")}
    first = document.subtree(second)[0]
    joint = document.tokens[first.i - 1].lower if first.i else ""
    if joint == "but" or subject is None:
        return not helping.isdisjoint(_SHIFTED)
    return joint == "and" and not helping.isdisjoint(_SHIFTED | _PERFECT)


def _is_shifted(document: Document, verb: Token, clause: Token, second: Token) -> bool:
    """Return whether a second clause can only be told: "but none had come", "but he does not".

    A report in the past tense has no "had" or "would" of its own beside "said"; what is of
    now goes on in the present with the subject that it began with.
    """
    subject = child(document, second, "nsubj", "nsubjpass", "expl")
    if verb.lemma not in SAYING or verb.tag != "VBD" or subject is None:
        return False
    if any(not frame.stance for frame in lexicon().verbs.get(second.lemma, {}).values()):
        return False
    helping = {t.lower for t in document.children(second) if t.dep in ("aux", "auxpass")}
    if not helping.isdisjoint(_BACKSHIFTED):
        return True
    first = child(document, clause, "nsubj", "nsubjpass", "expl")
    same = first is not None and first.tag == "PRP" and first.lower == subject.lower
    return same and _is_of_now(document, clause) and _is_of_now(document, second)


def _is_of_now(document: Document, verb: Token) -> bool:
    words = (verb, *(t for t in document.children(verb) if t.dep in ("aux", "auxpass")))
    return any(t.tag in ("VBZ", "VBP") or t.lower in _NOW for t in words)
