"""Contents that label something: "called O C", 'called it "C"', "what he called C"."""

from __future__ import annotations

from dragoman.extraction.claims_clauses import Found
from dragoman.extraction.claims_syntax import child, phrase
from dragoman.language import Document, Token

_OPENING = frozenset({'"', "“", "``", "''", "‘", "'", "«"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PRON", "NUM", "ADV", "CCONJ"})
# Tokens between "called" and the quotation mark of the label.
_LONGEST_OBJECT = 20
# A shorter label is a word at arm's length: "what he called terrorists".
_FEWEST_WORDS = 2


def complement_of(document: Document, verb: Token) -> Found | None:
    """Return "O C" of "called O C": a small clause, or an object with "as"."""
    target = child(document, verb, "dobj")
    name = child(document, verb, "oprd")
    clause = child(document, verb, "ccomp", "xcomp")
    if target is not None and target.i > verb.i:
        label = name or preposition_of(document, verb, "as")
        if label is None and clause is not None and clause.pos in ("ADJ", "NOUN"):
            label = clause
        if label is None:
            label = _quoted_label(document, target) or _adjective_after(document, target)
            label = label or _noun_after(document, verb, target)
        if label is None or label.i < verb.i:
            return None
        if label.i < target.i and not _stands_first(document, label):
            return None
        indices = {t.i for t in document.subtree(target)} | {t.i for t in document.subtree(label)}
        return Found(tuple(sorted(i for i in indices if i > verb.i)))
    if target is None and name is not None and _adjective_after(document, name) is not None:
        return Found(tuple(t.i for t in document.subtree(name) if t.i > verb.i))
    if clause is not None and clause.i > verb.i and clause.pos in ("ADJ", "NOUN", "PROPN"):
        inner = child(document, clause, "nsubj")
        if inner is not None and child(document, clause, "cop", "aux", "mark") is None:
            return Found(tuple(t.i for t in document.subtree(clause) if t.i > verb.i))
    return None


def _adjective_after(document: Document, noun: Token) -> Token | None:
    """Return "defensive" of "called its raids defensive", read as a part of the noun's phrase."""
    own = (t for t in document.children(noun) if t.dep in ("acl", "amod") and t.pos == "ADJ")
    return next((t for t in own if t.i > noun.i), None)


def _noun_after(document: Document, verb: Token, target: Token) -> Token | None:
    """Return "a lie" of "branded the charge a lie", read as words of time or measure."""
    last = document.subtree(target)[-1].i
    label = child(document, verb, "npadvmod")
    if label is None or label.ent in ("DATE", "TIME") or document.subtree(label)[0].i != last + 1:
        return None
    article = child(document, label, "det")
    return label if article is not None and article.lower in ("a", "an") else None


def _stands_first(document: Document, label: Token) -> bool:
    """Return whether an adjective labels what follows it: "branded as false the stories that"."""
    if label.lower == "as":
        return child(document, label, "amod") is not None
    return label.pos == "ADJ"


def quoted_complement(document: Document, verb: Token) -> Found | None:
    """Return "O “C”" of 'called O “C”', where the marks tell of the label and the parse does not.

    Nothing but a noun phrase may stand between the verb and the opening mark.
    """
    last = document.sentence_of(verb).last
    if asked_of(document, verb) is not None:
        return None
    named = False
    for token in document.tokens[verb.i + 1 : min(last, verb.i + _LONGEST_OBJECT)]:
        before = document.tokens[token.i - 1]
        if token.text in _OPENING and named and (before.pos != "ADP" or before.lower == "as"):
            rest = document.tokens[token.i + 1 : last]
            closing = next((t for t in rest if t.text in _CLOSING), None)
            return Found(tuple(range(verb.i + 1, closing.i + 1))) if closing is not None else None
        if token.pos not in _NOMINAL and token.text not in _CLOSING | {","}:
            return None
        named = named or token.pos in ("NOUN", "PROPN", "PRON")
    return None


def asked_of(document: Document, verb: Token) -> Token | None:
    """Return the "what" or "which" before a verb that is its object, or None."""
    return next(
        (
            t
            for t in document.children(verb)
            if t.tag in ("WP", "WDT") and t.i < verb.i and t.dep in ("dobj", "nsubj", "pobj")
            and (t.dep != "nsubj" or child(document, verb, "oprd") is not None)
        ),
        None,
    )  # fmt: skip


def labelled(document: Document, verb: Token) -> Found | None:
    """Return "a fair deal" of "what she called a fair deal" and "which he described as a fraud"."""
    what = asked_of(document, verb)
    if what is None:
        return None
    label = child(document, verb, "oprd") or preposition_of(document, verb, "as")
    if label is None or label.i < verb.i:
        return None
    tokens = [t for t in document.subtree(label) if t.lower != "as" and t.i > verb.i]
    words = [t for t in tokens if t.pos not in ("PUNCT", "DET")]
    topic = topic_of(document, verb) if what.lower != "what" else []
    if len(words) < _FEWEST_WORDS:
        return None
    return Found(tuple(sorted(t.i for t in (*topic, *tokens))))


def topic_of(document: Document, verb: Token) -> list[Token]:
    """Return "the vote" of "the vote, which he described as a fraud"."""
    noun = document.head(verb)
    return phrase(document, noun, {t.i for t in document.subtree(verb)})


def _quoted_label(document: Document, target: Token) -> Token | None:
    """Return "an insult" of 'called the offer "an insult"', read as an apposition."""
    label = child(document, target, "appos") or next(
        (t for t in document.children(target) if t.dep == "amod" and t.i > target.i), None
    )
    if label is None:
        return None
    first = document.subtree(label)[0].i
    return label if document.tokens[first - 1].text in ('"', "“", "'", "‘", "«") else None


def preposition_of(document: Document, verb: Token, word: str) -> Token | None:
    """Return the dependent preposition ``word`` behind a verb, or None."""
    for token in document.children(verb):
        if token.i > verb.i and token.lower == word and token.dep in ("prep", "prt", "dative"):
            return token
    return None
