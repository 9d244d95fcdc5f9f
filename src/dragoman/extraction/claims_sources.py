"""What kind of speaker a source phrase can be, judged by its head noun."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_syntax import child, subject_of
from dragoman.language import Document, Token
from dragoman.model import ActorType

SHE_HE = frozenset({"he", "she", "him", "her", "his"})
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
_SOME = frozenset({"some", "many", "others", "all", "both", "several", "most", "few",
                   "another", "nobody", "everyone"})  # fmt: skip
_PARTS = frozenset({"one", "two", "three", "percent", "%", "half", "third", "quarter", "thirds",
                    "majority", "number", "dozens", "scores", "hundreds", "thousands", "group",
                    "none", "either", "neither", "each", "handful", "pair", "couple"})  # fmt: skip
_QUOTATION = '"“„«'
_VOUCHING = ("tag", "verb:clause", "verb:responsibility", "according", "headline", "quoted")
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_TYPES: dict[str, ActorType] = {
    "person": "person",
    "state": "state",
    "government": "government",
    "armed_group": "armed_group",
    "organisation": "organisation",
    "group": "group",
}


class _Words(msgspec.Struct, frozen=True):
    types: dict[str, tuple[str, ...]]
    endings: tuple[str, ...]
    weak_verbs: frozenset[str]
    data: frozenset[str]
    things: frozenset[str]
    bridging: frozenset[str]
    making: frozenset[str]
    announcing: frozenset[str]
    media: frozenset[str]
    blocs: frozenset[str]
    sides: frozenset[str]
    anybody: frozenset[str]
    generic: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    path = resources.files("dragoman.extraction") / "data" / "claims_speakers.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    listed = _words().types
    return {noun: kind for kind, nouns in reversed(listed.items()) for noun in nouns}


def is_document(token: Token) -> bool:
    """Return whether a noun is a text or a list that speaks for its makers ("the report")."""
    if token.tag == "NNP" and token.lower in _words().media:
        return False  # "the Tarsk Post"
    return _nouns().get(token.lemma.lower()) == "document" or is_data(token)


def is_data(token: Token) -> bool:
    """Return whether a noun is what somebody has counted or recorded: "according to a tally"."""
    return not _words().data.isdisjoint((token.lemma.lower(), token.lower))


def is_role(token: Token, *, any_number: bool = False) -> bool:
    """Return whether a noun names one person by a role ("envoy", "spokesman")."""
    if token.tag in ("NNS", "NNPS") and not any_number:
        return False
    lemma = token.lemma.lower()
    return _nouns().get(lemma) == "person" or (
        token.pos == "NOUN" and lemma not in _nouns() and lemma.endswith(_words().endings)
    )


def is_known_speaker(token: Token) -> bool:
    """Return whether a common noun is known as a word for a person or body ("residents")."""
    lemma = token.lemma.lower()
    listed = _nouns().get(lemma) or _nouns().get(token.lower)
    return listed not in (None, "document") or (
        listed is None and token.pos == "NOUN" and lemma.endswith(_words().endings)
    )


def makes_texts() -> frozenset[str]:
    """Return the verbs by which somebody makes a text and answers for it ("issue", "sign")."""
    return _words().making


def is_titling(token: Token) -> bool:
    """Return whether a common noun may stand before a name: "activist X", "agency X"."""
    kind = _nouns().get(token.lemma.lower())
    return is_role(token) or (kind == "organisation" and token.lemma not in _words().blocs)


def is_side(token: Token) -> bool:
    """Return whether a noun is of one side or house, no word for any body: "the opposition"."""
    return token.lemma.lower() in _words().blocs | _words().sides


def is_medium(words: str) -> bool:
    """Return whether a name or phrase is of a medium that publishes reports."""
    return not _words().media.isdisjoint(words.lower().split())


def is_bridging(token: Token) -> bool:
    """Return whether a role comes with a body or an event and may be somebody new."""
    return token.lemma.lower() in _words().bridging


def is_anybody(token: Token) -> bool:
    """Return whether a noun with a description may be anybody: "the 82-year-old politician"."""
    return token.lemma.lower() in _words().anybody


def is_generic(token: Token) -> bool:
    """Return whether a noun may follow the name of a body: "the X group", "the X newspaper"."""
    return token.lemma.lower() in _words().generic


def is_body(token: Token) -> bool:
    """Return whether a noun names a body of people that speaks as one ("agency", "ministry")."""
    kind = _nouns().get(token.lemma.lower())
    return kind in ("organisation", "government", "armed_group") and token.tag not in ("NNS",)


def type_of(head: Token, plural: bool) -> ActorType:
    """Return the type of an unnamed actor with this head noun."""
    kind = _nouns().get(head.lemma.lower())
    plural = plural or head.tag in ("NNS", "NNPS")
    if kind is None and head.lemma.lower().endswith(_words().endings) and head.pos == "NOUN":
        kind = "person"
    if kind is None and head.pos == "PROPN":
        kind = {"PERSON": "person", "ORG": "organisation"}.get(head.ent)
    if plural and kind != "document":
        return "group"
    return _TYPES.get(kind or "", "unknown")


def can_speak(document: Document, found: Candidate) -> bool:
    """Return whether the source of a candidate can be a speaker: a name, a role, a body.

    A plain verb of saying vouches for its subject ("a carpenter said"); "suggest", "indicate"
    and everything with an object do not ("the figures suggest", "the storm threatened").
    """
    if found.source_head is None or found.rule in ("continued", "led-in"):
        return True
    head = document.tokens[found.source_head]
    if (whole := one_of_many(document, head)) is not None:
        if _is_participle(document, found):
            return False  # "most of them were fighters, adding that X"
        return is_known_speaker(whole) or whole.pos == "PROPN" or not _is_weak(document, found)
    if head.pos in ("PRON", "DET"):
        some = head.lower in _SOME and cue_lemma(document, found) not in _words().weak_verbs
        return some or head.lower in SHE_HE | IT | THEY
    if any(t.lower in ("no", "neither") for t in document.children(head)):
        return False  # "no group claimed the attack"
    lemma = head.lemma.lower()
    if lemma in _words().things or head.lower.removesuffix("s") in _words().things:
        # "“...,” said the agenda": what is quoted stands in it.
        return found.rule == "tag:clause" and document.text[found.content[0].start] in _QUOTATION
    if is_data(head):
        made = author_of(document, head) is not None and found.rule.startswith("verb:clause")
        return found.rule == "according-to" or made
    if found.rule == "according-to" and head.tag in ("NN", "NNS") and not head.ent:
        known = is_known_speaker(head) or is_document(head) or _is_apposed(document, head)
        own = {t.tag for t in document.children(head)} & {"PRP$", "DT", "JJ"}
        # Not "according to their type" and "according to plan".
        return known or ("PRP$" not in own and (bool(own) or head.tag == "NNS"))
    if is_document(head) and found.act not in ("demand", "condemn", "accuse", "confirm"):
        clear = cue_lemma(document, found) in _words().announcing
        return clear or not _is_weak(document, found) or found.rule.startswith(_VOUCHING[:2])
    if head.ent in ("PERSON", "ORG", "NORP", "GPE") or _is_apposed(document, head):
        return True
    writes = is_document(head) and cue_lemma(document, found) not in _words().weak_verbs
    known = writes or is_known_speaker(head)
    if head.pos == "NOUN" and not known and _is_participle(document, found):
        return False
    listed = lemma in _nouns() or head.lower in _nouns()
    if head.pos == "PROPN" or listed or lemma.endswith(_words().endings):
        return listed or head.ent not in _NEVER
    return head.pos in ("NOUN", "ADJ") and not _is_weak(document, found)


def one_of_many(document: Document, head: Token) -> Token | None:
    """Return "survivors" of "one of the survivors", "40 percent of voters" and "those who fled"."""
    if head.pos not in ("NUM", "PRON", "DET", "NOUN", "ADJ"):
        return None
    if head.lower == "those":
        return head if child(document, head, "relcl", "acl") is not None else None
    if head.lower not in _SOME | _PARTS and head.tag != "CD":
        return None
    of = next((t for t in document.children(head) if t.lower == "of"), None)
    return child(document, of, "pobj") if of is not None else None


def _is_apposed(document: Document, head: Token) -> bool:
    """Return whether the name of a person stands beside a noun: "the columnist Jan Novak"."""
    beside = (t for t in document.children(head) if t.dep in ("appos", "compound", "nmod"))
    return head.pos == "NOUN" and any(t.ent == "PERSON" and t.pos == "PROPN" for t in beside)


def _is_participle(document: Document, found: Candidate) -> bool:
    """Return whether the cue is a participle, whose subject the parse can only guess."""
    cue = document.tokens[found.head]
    bare = cue.tag == "VBG" and child(document, cue, "aux") is None
    return bare and found.rule.startswith("verb")


def cue_lemma(document: Document, found: Candidate) -> str:
    """Return the lemma of a candidate's cue word."""
    return document.tokens[found.head].lemma.lower()


def author_of(document: Document, head: Token) -> Token | None:
    """Return who made a text: "a tweet by the minister", "the minister's letter", "a UN report"."""
    for token in document.children(head):
        if token.dep == "poss" and (token.pos in ("NOUN", "PROPN") or token.tag == "PRP$"):
            return token
    for token in document.children(head):
        if is_data(head) and token.dep in ("compound", "nmod") and is_known_speaker(token):
            return token  # "police figures"
    for token in document.children(head):
        by = child(document, token, "agent") if token.dep == "acl" else None
        if by is not None and token.lemma in makes_texts():
            return child(document, by, "pobj")
        if token.lower in ("by", "from", "of"):
            author = child(document, token, "pobj")
            if author is not None and author.ent in _NEVER:
                continue  # "a study from March"
            named = author is not None and author.pos == "PROPN" and not is_data(head)
            if author is not None and (token.lower != "of" or named):
                return author
    return None


def is_anothers(document: Document, text: Token) -> bool:
    """Return whether a text has a name of its own: "a Reuters report" is not the speaker's."""
    modifiers = (t for t in document.children(text) if t.dep in ("compound", "nmod", "amod"))
    return any(t.tag in ("NNP", "NNPS") and t.ent not in _NEVER for t in modifiers)


def maker_of(document: Document, text: Token) -> Token | None:
    """Return who makes a text where it is brought up, or None.

    The Council of "adopted a resolution", the army of "said in a statement", a letter's sender.
    """
    if is_anothers(document, text):
        return None
    author = author_of(document, text)
    if author is not None and author.tag != "PRP$" and not is_data(text):
        link = document.head(author)
        return author if link.lower in ("by", "from") or author.dep == "poss" else None
    link = document.head(text)
    if text.dep == "pobj" and link.lower in ("in", "through", "via"):
        verb = document.head(link)
        if verb.dep == "nsubj" and verb.pos in ("NOUN", "PROPN"):
            return verb  # "said the ministry in a letter to the League"
        said = verb.lemma in lexicon().verbs and child(document, verb, "auxpass") is None
        return subject_of(document, verb) if said else None
    named = text if text.dep == "dobj" else link
    verb = document.head(named)
    made = named.dep == "dobj" and verb.lemma in makes_texts()
    return subject_of(document, verb) if made else None


def _is_weak(document: Document, found: Candidate) -> bool:
    vouched = found.rule.startswith(_VOUCHING)
    return not vouched or cue_lemma(document, found) in _words().weak_verbs
