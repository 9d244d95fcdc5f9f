"""Clauses read from the words where the parse has lost that they are what somebody says."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_sentences import end_of
from dragoman.extraction.claims_syntax import child, is_parenthetic, subject_of
from dragoman.language import Document, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What may stand between the beginning of a sentence and its speaker: "But", "Meanwhile,".
_LEADS = frozenset({"CCONJ", "ADV", "PUNCT"})
_LONGEST_SPEAKER = 12
_REPORTING = frozenset({
    "say", "report", "note", "announce", "state", "add", "claim", "declare", "explain", "warn",
    "confirm", "write", "tell", "argue", "insist", "stress", "reveal", "tweet",
})  # fmt: skip
# Dependents of such a verb that say when and where, not what.
_LOOSE = frozenset({"prep", "npadvmod", "advmod", "punct", "dobj", "dative"})
_FEWEST_WORDS = 4
_CLEAR = frozenset({"clear", "plain", "known", "explicit"})
_ADAMANT = frozenset({"clear", "adamant", "explicit", "insistent", "categorical"})
_NOBODY = frozenset({"it", "this", "that", "what", "which"})
_BEFORE_CLEAR = frozenset({"it", "very", "quite", "abundantly", "perfectly", "absolutely", "also",
                           "crystal", "equally", "repeatedly"})  # fmt: skip
# Tokens between "made" and "clear".
_NEAR = 5


def behind_comma(document: Document, verb: Token) -> tuple[int, ...] | None:
    """Return Y of "The agency reported on Monday, Y", which the parse takes for a tag of Y."""
    main = document.head(verb)
    if (
        verb.dep not in ("ccomp", "parataxis", "advcl")
        or main.i < verb.i
        or _is_led(document, verb)
    ):
        return None
    if verb.tag not in _FINITE or not _opens_sentence(document, verb):
        return None
    if main.lemma in lexicon().verbs or verb.lemma not in _REPORTING:
        return None  # "The League agreed to go, Novak said"
    if any(t.i > verb.i and t.dep not in _LOOSE for t in document.children(verb)):
        return None
    last = document.subtree(verb)[-1].i
    comma = document.tokens[last + 1] if last + 1 < len(document.tokens) else verb
    if verb.lemma != "tell" and child(document, verb, "dobj", "dative") is not None:
        return None
    subject = child(document, main, "nsubj", "nsubjpass", "expl")
    if comma.text != "," or subject is None or subject.i < comma.i:
        return None
    return tuple(range(comma.i + 1, end_of(document, verb)))


def of_antecedent(document: Document, verb: Token) -> tuple[int, ...] | None:
    """Return Y of "a plan which residents warned Y", read as what those do who began the plan.

    Right behind such a verb a finite one can only be of what "which" stands for.
    """
    after = document.tokens[verb.i + 1 : verb.i + 2]
    if not after or after[0].tag not in _FINITE or not is_parenthetic(document, verb):
        return None
    lower = document.head(after[0]) if after[0].dep in ("aux", "auxpass") else after[0]
    if document.head(lower).i == verb.i and lower.dep == "ccomp":
        return None
    return tuple(t.i for t in document.subtree(lower) if t.i > verb.i)


def following_clause(document: Document, verb: Token) -> tuple[int, ...] | None:
    """Return X of "Y said X, the reports said", where the parse gives X to the second verb."""
    main = document.head(verb)
    if verb.dep != "ccomp" or main.i < verb.i or verb.tag not in _FINITE:
        return None
    for other in document.children(main):
        tokens = document.subtree(other) if other.dep == "ccomp" and other.i > verb.i else ()
        if tokens and tokens[0].i == verb.i + 1 and child(document, other, "nsubj", "nsubjpass"):
            return tuple(t.i for t in tokens)
    return None


def made_clear(document: Document, verb: Token) -> tuple[int, ...] | None:
    """Return X of "made it clear that X" and "made clear X"."""
    last = end_of(document, verb)
    for token in document.tokens[verb.i + 1 : min(last, verb.i + _NEAR)]:
        if token.lower in _CLEAR:
            rest = _behind_setting(document.tokens[token.i + 1 : last])
            that = rest[:1] if rest and rest[0].lower == "that" else ()
            if not that and (not rest or rest[0].tag not in ("PRP", "DT", "EX")):
                return None
            inside = rest[len(that) :]
            clause = next((t for t in inside if t.tag in _FINITE and t.dep != "relcl"), None)
            return tuple(t.i for t in inside if t.text != ".") if clause is not None else None
        if token.lower not in _BEFORE_CLEAR:
            return None
    return None


def _behind_setting(rest: Sequence[Token]) -> Sequence[Token]:
    """Return what follows a short setting: "clear during his visit that"."""
    that = next((k for k, t in enumerate(rest[:_NEAR]) if t.lower == "that"), None)
    if that is None or not that or rest[0].tag != "IN":
        return rest
    return rest if any(t.pos in ("VERB", "AUX") for t in rest[:that]) else rest[that:]


def was_clear(document: Document, verb: Token) -> tuple[int, ...] | None:
    """Return X of "was clear that X" and "was adamant that X", said by somebody."""
    subject = subject_of(document, verb)
    if subject is None or subject.i > verb.i or subject.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    last = end_of(document, verb)
    word, that = (*document.tokens[verb.i + 1 : verb.i + 3], verb, verb)[:2]
    if subject.lower in _NOBODY or word.lower not in _ADAMANT or that.lower != "that":
        return None
    rest = document.tokens[that.i + 1 : last]
    clausal = any(t.tag in _FINITE for t in rest)
    return tuple(t.i for t in rest if t.text != ".") if clausal else None


def rest_of_say(document: Document, verb: Token) -> tuple[int, ...] | None:
    """Return all that follows a finite "said" which has an object: it can only be a clause.

    "The opposition says the deals which include three towns amount to X".
    """
    target = child(document, verb, "dobj")
    if verb.lemma != "say" or verb.tag not in _FINITE or target is None or target.i < verb.i:
        return None
    if (
        target.tag not in ("NN", "NNS", "NNP", "NNPS")
        or document.subtree(target)[0].i != verb.i + 1
    ):
        return None
    subject = subject_of(document, verb)
    last = end_of(document, verb)
    rest = document.tokens[verb.i + 1 : last]
    verbal = any(t.tag in _FINITE for t in rest)
    if subject is None or subject.i > verb.i or not verbal or len(rest) < _FEWEST_WORDS:
        return None
    return tuple(t.i for t in rest)


def _is_led(document: Document, verb: Token) -> bool:
    return any(t.dep == "mark" or t.tag == "WRB" for t in document.children(verb))


def _opens_sentence(document: Document, verb: Token) -> bool:
    """Return whether nothing but a speaker stands between a sentence's beginning and a verb."""
    subject = child(document, verb, "nsubj")
    if subject is None or subject.i > verb.i:
        return False
    first = document.subtree(subject)[0].i
    start = document.sentence_of(verb).first
    lead = document.tokens[start:first]
    return verb.i - first <= _LONGEST_SPEAKER and all(t.pos in _LEADS for t in lead)
