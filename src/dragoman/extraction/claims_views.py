"""Claims that stand by whose view they are: "in the opinion of X", "in X's telling, Y"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_phrases import of_owner, rest_of_sentence
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_known_speaker, views
from dragoman.extraction.claims_syntax import child, phrase
from dragoman.language import Document, Token

_LEADING = frozenset({"in", "by", "on"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_HIS = frozenset({"his", "her", "its", "their"})
_SUBJECTS = frozenset({"DT", "PRP", "EX", "NNP", "NNPS", "NNS"})
_AFTER = frozenset({",", ";", ".", ":", "—", "–"})
# "In the opinion of the army's high command in Tarsk": no longer phrase says whose view it is.
_LONGEST = 14


def in_view_of(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the sentence around each "in the opinion of X" and "in X's telling" as X's."""
    document = clauses.document
    for noun in document.tokens:
        if noun.lemma.lower() not in views() or noun.dep != "pobj":
            continue
        leading = document.head(noun)
        if leading.lower not in _LEADING or not _stands_apart(clauses, leading, noun):
            continue
        owner = _owner(document, noun)
        if owner is None:
            continue
        source = [t for t in phrase(document, owner) if t.tag != "POS"]
        inside = document.subtree(noun)
        content = rest_of_sentence(clauses, leading, [*source, *inside])
        if source and content:
            yield of_owner(leading, noun, source, owner, content)


def _stands_apart(clauses: Clauses, leading: Token, noun: Token) -> bool:
    """Return whether a phrase begins its sentence or follows a comma, and ends at a mark."""
    tokens = clauses.document.tokens
    inside = clauses.document.subtree(noun)
    last = inside[-1].i
    if last - leading.i > _LONGEST or inside[0].i != leading.i + 1:
        return False
    opens = leading.i == clauses.first_of(leading) or tokens[leading.i - 1].lower == "that"
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or after.text in _AFTER:
        return opens or tokens[leading.i - 1].text in _AFTER
    # "In the army's account the rebels did it": its subject follows.
    return opens and after.tag in _SUBJECTS


def _owner(document: Document, noun: Token) -> Token | None:
    """Return whose view it is: whoever can speak, by name, by a word for it, or as "its"."""
    owner = child(document, noun, "poss")
    of = child(document, noun, "prep")
    if owner is None and of is not None and of.lower == "of":
        led = child(document, noun, "det") is not None
        owner = child(document, of, "pobj") if led else None
    if owner is None:
        return None
    named = owner.ent in _NAMED or owner.pos == "PROPN"
    return owner if named or owner.lower in _HIS or is_known_speaker(owner) else None
