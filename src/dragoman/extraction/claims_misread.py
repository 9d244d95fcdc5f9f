"""Verbs that the parse misreads: past tenses taken for participles, "IS" taken for "is"."""

from __future__ import annotations

from dragoman.language import Document, Token

# Verbs whose passive participle takes no object behind it.
_WITHOUT_OBJECT = frozenset({
    "announce", "report", "say", "state", "claim", "confirm", "deny", "condemn", "reject",
    "reveal", "disclose", "reiterate", "stress", "denounce", "demand", "add", "warn", "declare",
})  # fmt: skip
_WITH_PREPOSITION = frozenset({"call", "urge"})
_CALLED = frozenset({"for", "on"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def is_past(document: Document, verb: Token, noun: Token) -> bool:
    """Return whether a participle behind its noun is the past tense of which that is the subject.

    "The KNA news outlet reported that X", "Novak, who left, called on them to come", "the League
    announced here the opening of talks".
    """
    own = document.children(verb)
    if noun.i > verb.i or any(t.dep == "agent" for t in own):
        return False
    if noun.dep == "ROOT" and any(t.dep == "ccomp" for t in own):
        return True
    if noun.dep == "ROOT" and verb.lemma == "call" and any(t.lower in _CALLED for t in own):
        return True  # "The envoy called Monday for a truce."
    took = any(t.dep == "dobj" and t.i > verb.i and t.ent not in ("DATE", "TIME") for t in own)
    if verb.lemma in _WITHOUT_OBJECT and (took or second_subject(document, verb) is not None):
        return True
    able = verb.lemma in _WITHOUT_OBJECT | _WITH_PREPOSITION
    return able and lone_noun(document, verb) is not None


def behind_but(document: Document, verb: Token) -> Token | None:
    """Return "residents" of "told of corridors but residents denied it", read as joined nouns."""
    if verb.dep != "conj" or any(t.dep in _SUBJECTS for t in document.children(verb)):
        return None
    for but in reversed(document.tokens[verb.head + 1 : verb.i]):
        if but.pos in ("VERB", "AUX") or but.text in (",", ";"):
            return None
        if but.lower == "but":
            noun = document.head(but)
            joined = (t for t in document.children(noun) if t.dep == "conj" and t.i > but.i)
            return next((t for t in joined if t.pos in ("NOUN", "PROPN") and t.i < verb.i), None)
    return None


def torn_relative(document: Document, verb: Token) -> list[int]:
    """Return "its forces were behind it" of "Varnia, which denied its forces were behind it, left".

    The parse has the forces as the object, and "were" as what Varnia did.
    """
    target = next((t for t in document.children(verb) if t.dep == "dobj" and t.i > verb.i), None)
    if verb.dep != "relcl" or target is None:
        return []
    first, last = document.subtree(target)[0].i, document.subtree(target)[-1].i
    main = document.tokens[min(last + 1, len(document.tokens) - 1)]
    if main.tag not in ("VBD", "VBZ", "VBP") or document.head(document.head(verb)).i != main.i:
        return []
    behind = [t for t in document.children(main) if t.i > main.i]
    others = [t for t in behind if t.dep in ("conj", "advcl") and t.tag in ("VBD", "VBZ", "VBP")]
    if not others:
        return []
    ends = [*(t for t in behind if t.dep in ("punct", "cc")), *document.subtree(others[0])]
    return list(range(first, min(t.i for t in ends)))


def lone_noun(document: Document, verb: Token) -> Token | None:
    """Return Novak of "Novak, who chairs the summit, called on X", a sentence without a verb."""
    if not verb.i or document.tokens[verb.i - 1].text != ",":
        return None
    root = next((t for t in document.ancestors(verb) if t.dep == "ROOT"), verb)
    return root if root.pos in ("NOUN", "PROPN") and root.i < verb.i else None


def second_subject(document: Document, verb: Token) -> Token | None:
    """Return "it" of "the League reported on Friday it had left", read as a second subject."""
    noun = document.head(verb)
    main = document.head(noun)
    if verb.dep != "acl" or noun.dep not in _SUBJECTS or main.i < verb.i:
        return None
    subjects = (t for t in document.children(main) if t.dep in _SUBJECTS)
    return next((t for t in subjects if verb.i < t.i < main.i), None)


def has_done(document: Document, verb: Token) -> bool:
    """Return whether "'s" is a "has": "He's said he will go", "who's called for troops"."""
    own = {t.dep: t for t in document.children(verb)}
    subject, short = own.get("nsubjpass"), own.get("auxpass")
    if subject is None or short is None or short.text not in ("'s", "’s") or "agent" in own:
        return False
    if subject.lower in ("it", "there", "that", "this", "what"):
        return False
    return "ccomp" in own or verb.lemma == "call"


def short_name(document: Document, verb: Token) -> Token | None:
    """Return "IS" of "IS said in a statement that X": the group, read as a form of "be"."""
    if verb.text.isupper():
        return None
    own = (t for t in document.children(verb) if t.dep in ("aux", "auxpass") and t.i < verb.i)
    return next((t for t in own if t.text == "IS"), None)
