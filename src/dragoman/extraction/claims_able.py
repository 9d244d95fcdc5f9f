"""Whether the source of a candidate can speak at all: a name, a role, a body, one of many."""

from __future__ import annotations

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_sources import (
    IT,
    NEVER,
    SHE_HE,
    THEY,
    author_of,
    is_data,
    is_document,
    is_known_speaker,
    speaker_nouns,
    speaker_words,
)
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

_SOME = frozenset({"some", "many", "others", "all", "both", "several", "most", "few",
                   "another", "nobody", "everyone"})  # fmt: skip
_PARTS = frozenset({"one", "two", "three", "percent", "%", "half", "third", "quarter", "thirds",
                    "majority", "number", "dozens", "scores", "hundreds", "thousands", "group",
                    "none", "either", "neither", "each", "handful", "pair", "couple"})  # fmt: skip
_QUOTATION = '"“„«'
_VOUCHING = ("tag", "verb:clause", "verb:responsibility", "according", "headline", "quoted",
             "set-off")  # fmt: skip


def can_speak(document: Document, found: Candidate) -> bool:
    """Return whether the source of a candidate can be a speaker: a name, a role, a body.

    A plain verb of saying vouches for its subject ("a carpenter said"); "suggest", "indicate"
    and everything with an object do not ("the figures suggest", "the storm threatened").
    """
    if found.source_head is None or found.rule in ("continued", "led-in", "own denial"):
        return True
    head = document.tokens[found.source_head]
    if (whole := one_of_many(document, head)) is not None:
        if _is_participle(document, found):
            return False  # "most of them were fighters, adding that X"
        return is_known_speaker(whole) or whole.pos == "PROPN" or not _is_weak(document, found)
    if head.pos in ("PRON", "DET"):
        some = head.lower in _SOME and cue_lemma(document, found) not in speaker_words().weak_verbs
        return some or head.lower in SHE_HE | IT | THEY
    if any(t.lower in ("no", "neither") for t in document.children(head)):
        return False  # "no group claimed the attack"
    lemma = head.lemma.lower()
    if lemma in speaker_words().things or head.lower.removesuffix("s") in speaker_words().things:
        # "“...,” said the agenda": what is quoted stands in it.
        return found.rule == "tag:clause" and document.text[found.content[0].start] in _QUOTATION
    if is_data(head):
        made = author_of(document, head) is not None and found.rule.startswith(_VOUCHING)
        return found.rule == "according-to" or made
    if found.rule == "according-to" and head.tag in ("NN", "NNS") and not head.ent:
        known = is_known_speaker(head) or is_document(head) or _is_apposed(document, head)
        own = {t.tag for t in document.children(head)} & {"PRP$", "DT", "JJ"}
        # Not "according to their type" and "according to plan".
        return known or ("PRP$" not in own and (bool(own) or head.tag == "NNS"))
    if is_document(head) and found.act not in ("demand", "condemn", "accuse", "confirm"):
        clear = cue_lemma(document, found) in speaker_words().announcing
        level = found.rule in ("verb:object+at", "verb:figure")
        return (
            clear or level or not _is_weak(document, found) or found.rule.startswith(_VOUCHING[:2])
        )
    if head.ent in ("PERSON", "ORG", "NORP", "GPE") or _is_apposed(document, head):
        return True
    writes = is_document(head) and cue_lemma(document, found) not in speaker_words().weak_verbs
    # "civil bodies and rebel factions": of a row one known speaker vouches for the others.
    row = (t for t in document.children(head) if t.dep == "conj" and t.tag == "NNS")
    known = writes or is_known_speaker(head) or any(is_known_speaker(t) for t in row)
    if head.pos == "NOUN" and not known and _is_participle(document, found):
        return False
    listed = lemma in speaker_nouns() or head.lower in speaker_nouns()
    if head.pos == "PROPN" or listed or lemma.endswith(speaker_words().endings):
        return listed or head.ent not in NEVER
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


def _is_weak(document: Document, found: Candidate) -> bool:
    vouched = found.rule.startswith(_VOUCHING)
    return not vouched or cue_lemma(document, found) in speaker_words().weak_verbs
