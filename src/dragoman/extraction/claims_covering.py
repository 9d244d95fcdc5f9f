"""Contents widened to the quotes that they share words with, or that they were cut off at."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_clauses import TELLING
from dragoman.extraction.claims_sentences import end_of, goes_on
from dragoman.extraction.claims_syntax import child, trim
from dragoman.extraction.quotes import Quote
from dragoman.language import Document
from dragoman.model import Span

# What may stand between a content and the quote that goes on with it: "it of “X” and “Y”".
_JOINTS = frozenset({"", "and", "or", "but", "that", "and that", "but that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = "\"“”'‘’«»`"


def covering(
    document: Document, found: Candidate, quotes: Sequence[Quote], names: Sequence[Span] = ()
) -> Candidate:
    """Widen the content to the marks of the quotes that it shares words with or runs up to.

    ``names`` are the stretches that name somebody: "told NPR Jan Novak had left" tells NPR.
    """
    pieces = []
    for piece in found.content:
        for quote in quotes:
            inside_cue = found.cue is not None and quote.span.contains(found.cue)
            if piece.overlaps(quote.inner) and not inside_cue:
                piece = piece.cover(quote.span)
        pieces.append(piece)
    pieces[0] = _off_hearer(document, found, pieces[0], quotes, names)
    if found.rule.startswith(("verb", "expressed", "noun")):
        pieces[-1] = _whole(document, found, pieces[-1])
        pieces[-1] = _going_on(document, found, pieces[-1], quotes)
    return msgspec.structs.replace(found, content=tuple(pieces))


def _off_hearer(
    document: Document,
    found: Candidate,
    piece: Span,
    quotes: Sequence[Quote],
    names: Sequence[Span],
) -> Span:
    """Return the quote of 'told the radio host Jan Novak "X"' without the hearer before it."""
    verb = document.tokens[found.head]
    if found.rule != "verb:clause" or verb.lemma not in TELLING:
        return piece
    hearers = [n for n in names if n.start == piece.start and n.end < piece.end]
    if hearers and found.marker is None and child(document, verb, "dobj", "dative") is None:
        following = document.tokens_in(Span(hearers[0].end, piece.end))[0]
        if following.pos in ("PROPN", "DET", "PRON"):
            return trim(document.text, Span(hearers[0].end, piece.end))
    quote = next((q for q in quotes if q.speech and piece.start < q.span.start < piece.end), None)
    if quote is None or found.marker is not None:
        return piece
    before = document.tokens_in(Span(piece.start, quote.span.start))
    hearer = all(t.tag not in _FINITE or t.pos == "NOUN" for t in before)
    return Span(quote.span.start, piece.end) if hearer else piece


def _whole(document: Document, found: Candidate, piece: Span) -> Span:
    """Return a clause with the rest of its sentence where the parser cut the sentence in two."""
    last = document.tokens_in(piece)[-1]
    sentence = document.sentence_of(last)
    own = found.rule == "verb:clause" and found.cue is not None and found.cue.end <= piece.start
    tail = document.text[piece.end : sentence.end].strip(")] ")
    if not own or tail or not goes_on(document, sentence.i):
        return piece
    return trim(document.text, Span(piece.start, document.tokens[end_of(document, last) - 1].end))


def _going_on(document: Document, found: Candidate, piece: Span, quotes: Sequence[Quote]) -> Span:
    """Return the last piece with the quotes that follow at once: the parse stops at their marks.

    "accused it of “moving troops” and “hiding tanks” near the town", cut behind the first quote.
    """
    last = document.tokens_in(piece)[-1]
    sentence = document.sentence_of(last)
    for quote in quotes:
        if not piece.start < quote.span.start < sentence.end or quote.span.end <= piece.end:
            continue
        before = document.text[max(0, quote.span.start - 9) : quote.span.start].rstrip(
            _MARKS + " "
        )[-1:]
        between = document.text[piece.end : quote.span.start].strip().strip(_MARKS).lower()
        cued = found.cue is not None and found.cue.start >= piece.end
        ends = not document.text[quote.span.end : sentence.end].strip(_MARKS + " .")
        if ends and found.rule == "verb:clause" and len(between) > len(","):
            between = between.lstrip(", ")  # "said it was over, but “we go on.”"
        if between not in _JOINTS or cued or before in ".!?":
            break
        piece = _with_rest(document, piece.cover(quote.span))
    return piece


def _with_rest(document: Document, piece: Span) -> Span:
    """Return a piece that ends in a quote with what still hangs on the words of the quote."""
    inside = {token.i for token in document.tokens_in(piece)}
    after = max(inside) + 1
    last = document.sentence_of(after - 1).last
    end = piece.end
    while after < last and document.tokens[after].head in inside:
        token = document.tokens[after]
        if token.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"):
            break
        inside |= {t.i for t in document.subtree(token)}
        after = max(inside) + 1
        end = max(end, document.tokens[after - 1].end)
    return Span(piece.start, end)
