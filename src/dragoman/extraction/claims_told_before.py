"""Quotes without a tag whose speaker the sentence before tells of: 'Novak agreed. "We ..."'."""

from __future__ import annotations

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_sources import answering, is_role, tones
from dragoman.extraction.claims_syntax import phrase, span_of, subject_of
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

# A shorter quote after a sentence about somebody may be a title or a slogan.
FEWEST_OF_ONES_OWN = 6
FIRST_PERSON = frozenset({"i", "we", "our", "my", "us"})
_ONE = frozenset({"he", "she"})
_OBJECTS = ("dobj", "ccomp", "xcomp", "attr")
_SOUNDING = ("be", "sound", "seem", "remain")


def told_before(document: Document, quote: Quote) -> Candidate | None:
    """Return words in the first person as said by whom the sentence before them tells of.

    'She fled in May. "I took nothing with me but my son."'
    """
    inside = document.tokens_in(quote.inner)
    own = any(t.lower in FIRST_PERSON for t in inside)
    verb, subject = _told_of(document, quote)
    if verb is None or subject is None or not own or len(inside) < FEWEST_OF_ONES_OWN:
        return None
    return by(document, subject, verb, (quote.span,)) if _is_person(subject) else None


def answers(document: Document, quote: Quote) -> Candidate | None:
    """Return words of whom the sentence before says but how he spoke: 'Novak agreed. "We ..."'."""
    verb, subject = _told_of(document, quote)
    if verb is None or subject is None or not (_is_person(subject) or is_role(subject)):
        return None
    own = document.children(verb)
    alone = verb.lemma in answering() and not any(t.dep in _OBJECTS for t in own)
    manner = verb.lemma in _SOUNDING and any(t.dep == "acomp" and t.lemma in tones() for t in own)
    return by(document, subject, verb, (quote.span,)) if alone or manner else None


def _told_of(document: Document, quote: Quote) -> tuple[Token | None, Token | None]:
    """Return the verb of the sentence before a quote in its paragraph, and its subject."""
    inside = document.tokens_in(quote.inner)
    here = document.sentence_of(inside[0]) if inside else None
    if here is None or not here.i or not starts_sentence(document, quote):
        return None, None
    before = document.sentences[here.i - 1]
    if before.paragraph != here.paragraph or before.end > quote.inner.start:
        return None, None
    verb = next((t for t in document.in_sentence(before) if t.dep == "ROOT"), None)
    return verb, subject_of(document, verb) if verb is not None else None


def _is_person(subject: Token) -> bool:
    named = subject.pos == "PROPN" and subject.ent in ("PERSON", "")
    return named or subject.lower in _ONE


def by(document: Document, subject: Token, verb: Token, content: tuple[Span, ...]) -> Candidate:
    """Return some words as said by the subject of a verb, which is no cue of theirs."""
    return Candidate(
        head=-1,
        cue=None,
        source=span_of(phrase(document, subject, {verb.i})),
        source_head=subject.i,
        content=content,
        act="assert",
        rule="led-in",
    )


def starts_sentence(document: Document, quote: Quote) -> bool:
    """Return whether a quote stands at the beginning of a sentence or a paragraph."""
    before = document.text[max(0, quote.span.start - 9) : quote.span.start]
    text = before.rstrip()
    return not text or text[-1] in '.!?:”"’' or "\n\n" in before[len(text) :]
