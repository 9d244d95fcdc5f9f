"""Contents around an object or a preposition: "urged A to X", "accused A of X", "called for X"."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extraction.claims_clauses import DAYS, Found
from dragoman.extraction.claims_labels import asked_of, preposition_of, topic_of
from dragoman.extraction.claims_lexicon import Frame, deeds, lexicon
from dragoman.extraction.claims_sources import is_known_speaker
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

# Acts whose object is a matter, never a person: "questioned the plan", not "questioned Novak".
_OF_MATTERS = frozenset({"doubt", "reject", "deny"})
# "Shot down a helicopter" rejects nothing; "shot down the proposal" does.
_FELLING = frozenset({"shoot", "knock"})
_PROPOSED = frozenset({
    "proposal", "idea", "notion", "theory", "plan", "bid", "bill", "motion", "talk", "rumour",
    "rumor",
})  # fmt: skip
# What somebody denies that was just told: "Karvelia denied this".
_MATTERS = frozenset({"it", "this", "that", "these", "them", "both"})
_CALLING = frozenset({"call", "appeal"})
_COMPLAINING = frozenset({"complain", "boast", "brag"})
_TAKEN = frozenset({"life", "victim", "seat", "title", "medal", "casualty", "live", "lives",
                    "scalp", "person", "credit", "benefit", "asylum", "refund",
                    "independence"})  # fmt: skip
# "In a recorded video message": on what occasion or by what means somebody calls for something.
_OF_MEANS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "POS", "HYPH"})
_LONGEST_MEANS = 8
_REFLEXIVE = ("self", "selves")
# Prepositional phrases that belong to an object: "offered assistance to Indonesia".
# "On condition of anonymity", "for the first time": no words of anybody.
_NO_WORDS = frozenset({"anonymity", "time"})
_OBJECT_PREPOSITIONS = frozenset({"to", "for", "against", "from", "toward", "towards", "between"})


def object_infinitive(document: Document, verb: Token) -> Found | None:
    """Return "A to X" of "urged A to X"."""
    clause = child(document, verb, "xcomp", "ccomp", "advcl")
    if clause is None or clause.i < verb.i:
        return None
    aux = child(document, clause, "aux")
    if aux is None or aux.lower != "to" or (verb.lemma == "tell" and clause.dep == "advcl"):
        return None  # "told KNA on condition of anonymity to protect her family"
    inner = child(document, clause, "nsubj", "nsubjpass")
    if (mark := child(document, clause, "mark")) is not None and mark.lower == "for":
        return None
    subject = child(document, verb, "dobj", "dative") or inner
    if subject is None or not verb.i < subject.i < clause.i:
        return None
    indices = {t.i for t in document.subtree(clause)} | {t.i for t in document.subtree(subject)}
    return Found(tuple(sorted(i for i in indices if i > verb.i)))


def prepositional_infinitive(preposition: str) -> Callable[[Document, Token], Found | None]:
    """Return a finder of "A to X" in "called on A to X", for one preposition."""

    def find(document: Document, verb: Token) -> Found | None:
        prep = preposition_of(document, verb, preposition)
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
    sentence = document.sentence_of(verb)
    i = verb.i + 1
    while i < sentence.last and document.tokens[i].lower in DAYS | {"again", "also"}:
        i += 1
    i = _behind_means(document, i, sentence.last)
    if i >= sentence.last or document.tokens[i].lower != kind:
        return None
    inside = []
    for token in document.tokens[i + 1 : sentence.last]:
        if token.text in (",", ";", ".", "—", "–"):
            break
        inside.append(token.i)
    return Found(tuple(inside), document.tokens[i]) if inside else None


def _behind_means(document: Document, i: int, last: int) -> int:
    """Return where "for" stands in "in a video message for tribes to join", else ``i``."""
    if i >= last or document.tokens[i].lower not in ("in", "on", "at", "via", "through"):
        return i
    for k in range(i + 1, min(last, i + _LONGEST_MEANS)):
        if document.tokens[k].lower in ("for", "on"):
            return k
        if document.tokens[k].tag not in _OF_MEANS:
            return i
    return i


def _infinitive_after(document: Document, verb: Token, prep: Token) -> Token | None:
    for token in (*document.subtree(prep), *document.children(verb)):
        if token.tag == "VB" and token.i > prep.i:
            aux = child(document, token, "aux")
            if aux is not None and aux.lower == "to":
                return token
    return None


def object_with(preposition: str) -> Callable[[Document, Token], Found | None]:
    """Return a finder of "A of X" in "accused A of X", for one preposition."""

    def find(document: Document, verb: Token) -> Found | None:
        target = child(document, verb, "dobj")
        prep = preposition_of(document, verb, preposition)
        asked = asked_of(document, verb)
        if asked is not None and prep is not None and verb.dep == "relcl":
            # "the attack that the rebels blame on the army"
            inside = (*topic_of(document, verb), *document.subtree(prep))
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
    prep = preposition_of(document, verb, kind) or _behind_hearer(document, verb, kind)
    called = child(document, verb, "dobj") if verb.lemma in _CALLING else None
    if called is not None and called.ent not in ("DATE", "TIME") and called.lower not in DAYS:
        return None  # "called the election for the Union"
    if prep is None:
        return _adrift(document, verb, kind)
    target = child(document, prep, "pobj")
    if target is not None and (target.lemma in _NO_WORDS or target.ent in ("DATE", "TIME")):
        return None
    inside = tuple(t.i for t in document.subtree(prep) if t.i > prep.i)
    return Found(inside, prep) if inside else None


def _behind_hearer(document: Document, verb: Token, kind: str) -> Token | None:
    """Return "about" of "complained to the League on Monday about X", hung on what precedes it."""
    if verb.lemma not in _COMPLAINING:
        return None
    behind = (t for t in document.subtree(verb) if t.i > verb.i and t.dep == "prep")
    first = next((t for t in behind if t.lower in ("of", "about")), None)
    return first if first is not None and first.lower == kind else None


def object_of(document: Document, verb: Token, frame: Frame | None = None) -> Found | None:
    """Return the object of a verb, with what belongs to it."""
    target = child(document, verb, "dobj")
    if target is None or target.i < verb.i:
        return None
    denied = frame is not None and frame.act == "deny" and target.tag in ("PRP", "DT")
    if denied and target.lower in _MATTERS:
        return Found((target.i,))
    partitive = target.tag != "PRP" and any(t.lower == "of" for t in document.children(target))
    if target.pos == "PRON" and not partitive:
        return None
    if verb.lemma == "cite" and (target.pos == "PROPN" or is_known_speaker(target)):
        return None  # "citing officials" says whose words follow
    if verb.tag == "VBG" and any(t.tag == "WRB" for t in document.children(verb)):
        return None  # "when announcing the arrest, the police named nobody"
    if frame is not None and frame.act in _OF_MATTERS and _is_somebody(target):
        return None
    if verb.lemma in _FELLING and target.lemma not in lexicon().nouns.keys() | _PROPOSED:
        return None
    if _is_compound(document, verb, target) or target.lemma == "anonymity":
        return None
    indices = {t.i for t in document.subtree(target)}
    last = document.tokens[max(indices)]
    if last.lower == "of" and document.tokens[last.i + 1].tag == "CD":
        indices.add(last.i + 1)  # "a toll of eight while", where the parse has "eight while"
    indices |= _asked_for(document, verb, target, max(indices))
    for other in document.children(verb):
        near = other.i == max(indices) + 1
        if near and other.dep in ("prep", "dative") and other.lower in _OBJECT_PREPOSITIONS:
            indices |= {t.i for t in document.subtree(other)}
    return Found(tuple(sorted(i for i in indices if i > verb.i)))


def is_taken(verb: Token, target: Token) -> bool:
    """Return whether something is not claimed as true but taken: "the flood claimed ten lives"."""
    return verb.lemma == "claim" and target.lemma in _TAKEN


def _is_compound(document: Document, verb: Token, target: Token) -> bool:
    """Return whether a "verb" is the first word of a noun: "security and reporting rules"."""
    joined = document.tokens[verb.i - 1].pos == "CCONJ"
    bare = target.tag == "NNS" and target.i == verb.i + 1
    return verb.lower == "reporting" and verb.dep == "conj" and joined and bare


def _is_somebody(target: Token) -> bool:
    """Return whether an object is a person or body, not a matter: "rejected the rebels"."""
    named = target.ent in ("PERSON", "NORP")
    return named or (target.pos == "NOUN" and is_known_speaker(target))


def _asked_for(document: Document, verb: Token, target: Token, last: int) -> set[int]:
    """Return "to halt the raids" of "rejected calls by the envoy to halt the raids"."""
    calls = target.lemma in lexicon().nouns or target.lemma in lexicon().expressed
    if not calls and "object+to" in lexicon().verbs.get(verb.lemma, {}):
        return set()
    while last + 1 < len(document.tokens) and document.tokens[last + 1].lower in DAYS:
        last += 1  # "reiterated his intention Thursday to leave"
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


def referred_to_as(document: Document, verb: Token) -> Found | None:
    """Return "A as B" of "referred to A as B"."""
    to = preposition_of(document, verb, "to")
    target = child(document, to, "pobj") if to is not None else None
    label = preposition_of(document, verb, "as")
    if target is None or label is None or label.i < target.i:
        return None
    indices = {t.i for t in document.subtree(target)} | {t.i for t in document.subtree(label)}
    return Found(tuple(sorted(indices)), to)
