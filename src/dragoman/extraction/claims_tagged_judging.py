"""Whether what the tagger found is a claim: what it learned is wider than what we keep.

It was trained on every kind of attribution, also on what people believe or want. What it adds has
to have a cue that the lexicon knows with a content of that shape, or be speech in quotes behind a
comma or a colon.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dragoman.extraction.claims_able import can_speak
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_frames import verb_frames
from dragoman.extraction.claims_infinitives import is_unnamed
from dragoman.extraction.claims_lexicon import Frame, lexicon
from dragoman.extraction.claims_objects import is_taken
from dragoman.extraction.claims_syntax import child, is_negated, is_passive, trim
from dragoman.extraction.claims_tagged_reach import whole_sentence
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Act, Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST_WORDS = 2
_NEAR = 4
_INTRODUCES = frozenset(",:")
_CLAUSAL = frozenset({"clause", "quote", "infinitive", "object+to", "for+to", "on+to"})
_TO_DO = ("object+to", "for+to", "on+to")
_FEWEST_OF_CLAUSE = 5
# A pronoun speaks by a cue right behind it; whose the next verb is, only the parse can tell.
_CLOSE = 3
# "Some", "this" and "which" are nobody.
_PERSONS = frozenset({"he", "she", "it", "they", "we", "i"})
_CITING = frozenset({"cite", "quote"})
_DATED = frozenset({"DATE", "TIME"})


class Found(msgspec.Struct, frozen=True):
    """An attribution of the tagger, in offsets of the report."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


def candidate_of(
    document: Document, found: Found, quotes: Sequence[Quote], known: Sequence[Candidate]
) -> Candidate | None:
    """Return what the tagger found as a candidate, or None where it is no claim of ours."""
    if found.source is None:
        return None
    found = _cited(document, found)
    content = _content(document, found, quotes, known)
    head = _speaker(document, found)
    said = _said(document, found, content, quotes) if content else None
    if head is None or said is None:
        return None
    act, word = said
    return Candidate(
        head=word.i,
        cue=found.cue,
        source=found.source,
        source_head=head.i,
        content=content,
        act=act,
        rule="tagged",
    )


def _cited(document: Document, found: Found) -> Found:
    """Return "cited a doctor that X" as the doctor's words; without "that", as it is."""
    behind = [piece for piece in found.content if piece.start >= found.cue.end]
    if not behind or not any(t.lemma in _CITING for t in document.tokens_in(found.cue)):
        return found
    tokens = document.tokens_in(behind[0])
    that = next((k for k, t in enumerate(tokens) if t.lower == "that"), 0)
    if not that or any(t.pos == "VERB" for t in tokens[:that]) or that + 1 == len(tokens):
        return found
    source = Span(tokens[0].start, tokens[that - 1].end)
    return Found(source, found.cue, (Span(tokens[that + 1].start, behind[0].end),))


def respoken(document: Document, claim: Candidate, found: Found) -> Candidate:
    """Return a claim whose source cannot speak, by the grammar, with the tagger's for it.

    "X rebuilt the bridge saying Y": the parse lets the bridge speak.
    """
    head = None if claim.stance or can_speak(document, claim) else _speaker(document, found)
    if head is None:
        return claim
    return msgspec.structs.replace(claim, source=found.source, source_head=head.i, rule="tagged")


def _speaker(document: Document, found: Found) -> Token | None:
    """Return the head of a source that stands in the sentence of its cue, by its last part.

    Of "Navy Capt." and "Jan Novak", which the parse took for two sentences, the second counts.
    """
    if found.source is None or not _sentence(document, found.cue).overlaps(found.source):
        return None
    tokens = document.tokens_in(found.source)
    part = document.sentence_of(tokens[-1]).span
    start = max(part.start, found.source.start)
    head = document.head_of_span(Span(start, max(start, found.source.end)))
    if head is None or head.ent in _DATED:
        return None
    if head.lower in _PERSONS:
        between = Span(*sorted((found.source.end, found.cue.start)))
        return head if len(_words(document, between)) <= _CLOSE else None
    return head if head.pos in ("NOUN", "PROPN") or len(tokens) > 1 else None


def _sentence(document: Document, span: Span) -> Span:
    """Return the sentence of a cue, with what the parse has torn off it."""
    tokens = document.tokens_in(span)
    whole = whole_sentence(document, document.sentence_of(tokens[-1]).i)
    return Span(whole[0].start, whole[-1].end)


def _content(
    document: Document, found: Found, quotes: Sequence[Quote], known: Sequence[Candidate]
) -> tuple[Span, ...]:
    """Return the pieces that may be said: in the cue's sentence, or speech that nobody is given."""
    colon = found.cue.of(document.text).rstrip().endswith(":")
    own = _sentence(document, found.cue)
    pieces = []
    for piece in (trim(document.text, piece) for piece in found.content):
        if not len(piece) or (colon and piece.end <= found.cue.start):
            continue
        speech = any(q.speech and q.span.overlaps(piece) for q in quotes)
        taken = any(other.overlaps(piece) for c in known for other in c.content)
        if piece.overlaps(found.cue):
            return ()
        if _starts_with_verb(document, piece, found.cue) and piece.start > own.start:
            piece = Span(own.start, piece.end)
        if own.start <= piece.start < own.end:
            pieces.append(piece if speech else Span(piece.start, min(piece.end, own.end)))
        elif speech and not taken:
            pieces.append(piece)
    words = sum(len(piece.of(document.text).split()) for piece in pieces)
    return tuple(pieces) if words >= _FEWEST_WORDS else ()


def _starts_with_verb(document: Document, piece: Span, cue: Span) -> bool:
    """Return whether what stands before its cue begins in the middle of a clause: "to leave"."""
    tokens = document.tokens_in(piece)
    return piece.end <= cue.start and bool(tokens) and tokens[0].tag in ("TO", "VB")


def _said(
    document: Document, found: Found, content: Sequence[Span], quotes: Sequence[Quote]
) -> tuple[Act, Token] | None:
    """Return the act of the word in the cue that says something, and the word."""
    tokens = document.tokens_in(found.cue)
    shapes = _shapes(document, tokens, content, found.cue, quotes)
    if any(t.lemma in _CITING for t in tokens) and _as_saying(document, content):
        return None  # The grammar knows whose words these are.
    for token in reversed(tokens):
        if token.lower == "according":
            return "assert", token
        frames = _frames(document, token)
        if frames and (_is_told(document, token, found) or _is_denied(document, token, found)):
            return None
        opening = [t for piece in content for t in document.tokens_in(piece)[:_NEAR]]
        if is_unnamed(token, opening) or any(is_taken(token, t) for t in opening):
            return None
        frame = next((frames[shape] for shape in shapes if shape in frames), None)
        if frames and (frame is None or frame.stance) and any(f.stance for f in frames.values()):
            return None
        if frame is not None:
            return frame.act, token
    verbs = [token for token in tokens if token.pos == "VERB"]
    quoted = verbs and _introduces(document, found.cue, content, quotes)
    return ("assert", verbs[0]) if quoted else None


def _as_saying(document: Document, content: Sequence[Span]) -> bool:
    words = [token for piece in content for token in document.tokens_in(piece)]
    return any(a.lower == "as" and b.tag == "VBG" for a, b in pairwise(words))


def _frames(document: Document, token: Token) -> dict[str, Frame]:
    """Return the frames of a report verb, or those of a noun that take a clause."""
    if token.pos != "NOUN":
        return verb_frames(document, token)
    lemma = token.lemma.lower()
    frames = lexicon().nouns.get(lemma) or lexicon().verbs.get(lemma, {})
    return {kind: frame for kind, frame in frames.items() if kind in _CLAUSAL}


def _is_told(document: Document, verb: Token, found: Found) -> bool:
    """Return whether a verb is passive, and neither "claimed by X" nor an "X announced".

    The parse takes many a past tense behind a long name for a participle.
    """
    reduced = verb.dep == "acl" and child(document, verb, "nsubj") is None
    if found.source is None or not (reduced or is_passive(document, verb)):
        return False
    if child(document, verb, "nsubjpass", "auxpass") is not None:
        return True
    between = Span(*sorted((found.source.end, found.cue.start)))
    near = found.source.end <= verb.start and not _words(document, between)
    by = Span(verb.end, max(verb.end, found.source.start))
    return not near and [t.lower for t in _words(document, by)] != ["by"]


def _words(document: Document, gap: Span) -> list[Token]:
    inside = document.tokens_in(gap) if len(gap) else ()
    return [t for t in inside if gap.contains(t.span) and t.pos != "PUNCT"]


def _is_denied(document: Document, verb: Token, found: Found) -> bool:
    """Return whether nothing was said: "had not, as of Monday, announced any plans"."""
    if is_negated(document, verb):
        return True
    end = found.source.end if found.source is not None else verb.start
    return any(t.dep == "neg" for t in _words(document, Span(min(end, verb.start), verb.start)))


def _shapes(
    document: Document,
    cue: Sequence[Token],
    content: Sequence[Span],
    at: Span,
    quotes: Sequence[Quote],
) -> tuple[str, ...]:
    """Return the kinds of frame that fit the content, the likeliest first."""
    behind = next((piece for piece in content if piece.start >= at.end), None)
    if behind is None:
        return ("clause", "quote")
    if any(q.speech and q.span.overlaps(piece) for piece in content for q in quotes):
        return ("quote", "clause", "complement")
    tokens = document.tokens_in(behind)
    to = next((k for k, t in enumerate(tokens) if t.lower == "to" and t.tag == "TO"), None)
    finite = next((k for k, t in enumerate(tokens) if t.tag in _FINITE), None)
    if tokens[0].lower == "that":
        return ("clause", "quote")
    if to == 0:
        return ("infinitive", *_TO_DO)
    if to is not None and (finite is None or to < finite):
        return (*_TO_DO, "clause")
    if finite is not None:
        return ("clause", "quote")
    # After a plain "said" even words without a verb are a clause that the parse did not see.
    said = any(t.lemma == "say" for t in cue) and len(tokens) >= _FEWEST_OF_CLAUSE
    nominal = (*(t.lower for t in cue if t.pos == "ADP"), "object", "complement")
    return (*nominal, "clause") if said else nominal


def _introduces(
    document: Document, cue: Span, content: Sequence[Span], quotes: Sequence[Quote]
) -> bool:
    """Return whether the content is speech in quotes that a comma or colon parts from the cue."""
    for quote in (q for q in quotes if q.speech):
        if not any(quote.span.overlaps(piece) for piece in content):
            continue
        if quote.span.end <= cue.start:
            return True
        between = document.text[cue.end - 1 : quote.span.start]
        if not _INTRODUCES.isdisjoint(between) and len(between.split()) <= 2 * _FEWEST_WORDS:
            return True
    return False
