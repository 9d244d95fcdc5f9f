"""Contents around an object or a preposition: "urged A to X", "accused A of X", "called for X"."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extraction.claims_clauses import DAYS, Found
from dragoman.extraction.claims_lexicon import Frame, deeds, lexicon
from dragoman.extraction.claims_sources import is_known_speaker
from dragoman.extraction.claims_syntax import child, phrase
from dragoman.language import Document, Token

# Acts whose object is a matter, never a person: "questioned the plan", not "questioned Novak".
_OF_MATTERS = frozenset({"doubt", "reject", "deny"})
_CALLING = frozenset({"call", "appeal"})
# What is not claimed as true but taken: "claimed the lives of ten".
_TAKEN = frozenset({"life", "victim", "seat", "title", "medal", "casualty", "live", "lives",
                    "scalp", "credit", "benefit", "asylum", "refund"})  # fmt: skip
_OPENING = frozenset({'"', "“", "``", "''", "‘", "'", "«"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PRON", "NUM", "ADV", "CCONJ"})
_REFLEXIVE = ("self", "selves")
# Tokens between "called" and the quotation mark of the label.
_LONGEST_OBJECT = 20
# A shorter label is a word at arm's length: "what he called terrorists".
_FEWEST_WORDS = 2
# Prepositional phrases that belong to an object: "offered assistance to Indonesia".
_OBJECT_PREPOSITIONS = frozenset({"to", "for", "against", "from", "toward", "towards", "between"})


def object_infinitive(document: Document, verb: Token) -> Found | None:
    """Return "A to X" of "urged A to X"."""
    clause = child(document, verb, "xcomp", "ccomp", "advcl")
    if clause is None or clause.i < verb.i:
        return None
    aux = child(document, clause, "aux")
    if aux is None or aux.lower != "to":
        return None
    inner = child(document, clause, "nsubj", "nsubjpass")
    subject = child(document, verb, "dobj", "dative") or inner
    if subject is None or not verb.i < subject.i < clause.i:
        return None
    indices = {t.i for t in document.subtree(clause)} | {t.i for t in document.subtree(subject)}
    return Found(tuple(sorted(i for i in indices if i > verb.i)))


def prepositional_infinitive(preposition: str) -> Callable[[Document, Token], Found | None]:
    """Return a finder of "A to X" in "called on A to X", for one preposition."""

    def find(document: Document, verb: Token) -> Found | None:
        prep = _preposition(document, verb, preposition)
        if prep is None:
            return _marked_infinitive(document, verb, preposition)
        target = child(document, prep, "pobj")
        clause = _infinitive_after(document, verb, prep)
        if target is None or clause is None or clause.i < target.i:
            return None
        indices = {t.i for t in document.subtree(target)}
        indices |= {t.i for t in document.subtree(clause)}
        return Found(tuple(sorted(i for i in indices if i > prep.i)), prep)

    return find


def _marked_infinitive(document: Document, verb: Token, word: str) -> Found | None:
    """Return "A to B" of "asked for A to B", where the parse takes "for" for a conjunction."""
    for clause in document.children(verb):
        mark = child(document, clause, "mark")
        if clause.i > verb.i and mark is not None and mark.lower == word and clause.tag == "VB":
            return Found(tuple(t.i for t in document.subtree(clause) if t.i > mark.i), mark)
    return None


def _adrift(document: Document, verb: Token, kind: str) -> Found | None:
    """Return what follows "called Monday for", where the parse has torn the two apart."""
    if verb.lemma not in _CALLING:
        return None
    i = verb.i + 1
    while i < len(document.tokens) and document.tokens[i].lower in DAYS | {"again", "also"}:
        i += 1
    sentence = document.sentence_of(verb)
    if i >= sentence.last or document.tokens[i].lower != kind:
        return None
    inside = []
    for token in document.tokens[i + 1 : sentence.last]:
        if token.text in (",", ";", ".", "—", "–"):
            break
        inside.append(token.i)
    return Found(tuple(inside), document.tokens[i]) if inside else None


def _infinitive_after(document: Document, verb: Token, prep: Token) -> Token | None:
    for token in (*document.subtree(prep), *document.children(verb)):
        if token.tag == "VB" and token.i > prep.i:
            aux = child(document, token, "aux")
            if aux is not None and aux.lower == "to":
                return token
    return None


def complement_of(document: Document, verb: Token) -> Found | None:
    """Return "O C" of "called O C": a small clause, or an object with "as"."""
    target = child(document, verb, "dobj")
    name = child(document, verb, "oprd")
    clause = child(document, verb, "ccomp", "xcomp")
    if target is not None and target.i > verb.i:
        label = name or _preposition(document, verb, "as")
        if label is None and clause is not None and clause.pos in ("ADJ", "NOUN"):
            label = clause
        if label is None:
            label = _quoted_label(document, target)
        if label is None or label.i < target.i:
            return None
        indices = {t.i for t in document.subtree(target)} | {t.i for t in document.subtree(label)}
        return Found(tuple(sorted(i for i in indices if i > verb.i)))
    if clause is not None and clause.i > verb.i and clause.pos in ("ADJ", "NOUN", "PROPN"):
        inner = child(document, clause, "nsubj")
        if inner is not None and child(document, clause, "cop", "aux", "mark") is None:
            return Found(tuple(t.i for t in document.subtree(clause) if t.i > verb.i))
    return None


def quoted_complement(document: Document, verb: Token) -> Found | None:
    """Return "O “C”" of 'called O “C”', where the marks tell of the label and the parse does not.

    Nothing but a noun phrase may stand between the verb and the opening mark.
    """
    last = document.sentence_of(verb).last
    if _asked(document, verb) is not None:
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


def _asked(document: Document, verb: Token) -> Token | None:
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
    what = _asked(document, verb)
    if what is None:
        return None
    label = child(document, verb, "oprd") or _preposition(document, verb, "as")
    if label is None or label.i < verb.i:
        return None
    tokens = [t for t in document.subtree(label) if t.lower != "as" and t.i > verb.i]
    words = [t for t in tokens if t.pos not in ("PUNCT", "DET")]
    topic = _topic(document, verb) if what.lower != "what" else []
    if len(words) < _FEWEST_WORDS:
        return None
    return Found(tuple(sorted(t.i for t in (*topic, *tokens))))


def _topic(document: Document, verb: Token) -> list[Token]:
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


def object_with(preposition: str) -> Callable[[Document, Token], Found | None]:
    """Return a finder of "A of X" in "accused A of X", for one preposition."""

    def find(document: Document, verb: Token) -> Found | None:
        target = child(document, verb, "dobj")
        prep = _preposition(document, verb, preposition)
        asked = _asked(document, verb)
        if asked is not None and prep is not None and verb.dep == "relcl":
            # "the attack that the rebels blame on the army"
            inside = (*_topic(document, verb), *document.subtree(prep))
            return Found(tuple(sorted(t.i for t in inside)))
        if target is None or target.i < verb.i:
            return None
        if prep is None:
            prep = next((t for t in document.children(target) if t.lower == preposition), None)
        if prep is None or prep.i < target.i or target.lower.endswith(_REFLEXIVE):
            return None
        indices = {t.i for t in document.subtree(target)} | {t.i for t in document.subtree(prep)}
        return Found(tuple(sorted(i for i in indices if i > verb.i)))

    return find


def by_preposition(document: Document, verb: Token, kind: str) -> Found | None:
    """Return X of "called for X", for a preposition that the verb takes."""
    prep = _preposition(document, verb, kind)
    if prep is None:
        return _adrift(document, verb, kind)
    target = child(document, prep, "pobj")
    if target is not None and target.lemma == "anonymity":
        return None
    inside = tuple(t.i for t in document.subtree(prep) if t.i > prep.i)
    return Found(inside, prep) if inside else None


def _preposition(document: Document, verb: Token, word: str) -> Token | None:
    for token in document.children(verb):
        if token.i > verb.i and token.lower == word and token.dep in ("prep", "prt", "dative"):
            return token
    return None


def object_of(document: Document, verb: Token, frame: Frame | None = None) -> Found | None:
    """Return the object of a verb, with what belongs to it."""
    target = child(document, verb, "dobj")
    if target is None or target.i < verb.i:
        return None
    partitive = target.tag != "PRP" and any(t.lower == "of" for t in document.children(target))
    if target.pos == "PRON" and not partitive:
        return None
    if verb.lemma == "cite" and (target.pos == "PROPN" or is_known_speaker(target)):
        return None  # "citing officials" says whose words follow
    if verb.tag == "VBG" and any(t.tag == "WRB" for t in document.children(verb)):
        return None  # "when announcing the arrest, the police named nobody"
    if frame is not None and frame.act in _OF_MATTERS and _is_somebody(target):
        return None
    if verb.lemma == "claim" and target.lemma in _TAKEN:
        return None  # "the flood claimed ten lives"
    indices = {t.i for t in document.subtree(target)}
    indices |= _asked_for(document, verb, target, max(indices))
    for other in document.children(verb):
        near = other.i == max(indices) + 1
        if near and other.dep in ("prep", "dative") and other.lower in _OBJECT_PREPOSITIONS:
            indices |= {t.i for t in document.subtree(other)}
    return Found(tuple(sorted(i for i in indices if i > verb.i)))


def _is_somebody(target: Token) -> bool:
    """Return whether an object is a person or body, not a matter: "rejected the rebels"."""
    named = target.ent in ("PERSON", "NORP")
    return named or (target.pos == "NOUN" and is_known_speaker(target))


def _asked_for(document: Document, verb: Token, target: Token, last: int) -> set[int]:
    """Return "to halt the raids" of "rejected calls by the envoy to halt the raids"."""
    if target.lemma not in lexicon().nouns:
        return set()
    for other in document.children(verb):
        if other.i > last and other.dep in ("advcl", "xcomp") and other.tag == "VB":
            tokens = document.subtree(other)
            if tokens[0].i == last + 1 and child(document, other, "aux") is not None:
                return {t.i for t in tokens}
    return set()


def responsibility(document: Document, verb: Token) -> Found | None:
    """Return the object of "claimed responsibility for X" and "claimed the attack"."""
    target = child(document, verb, "dobj")
    if target is None or target.lemma not in deeds():
        return None
    return object_of(document, verb)


def measured_at(document: Document, verb: Token) -> Found | None:
    """Return "A at N" of "put A at N", for a number."""
    found = object_with("at")(document, verb)
    if found is None or not any(document.tokens[i].tag == "CD" for i in found.indices):
        return None
    return found
