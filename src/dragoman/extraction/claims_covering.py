"""Contents widened to the quotes that they share words with, or that they were cut off at."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.quotes import Quote
from dragoman.language import Document
from dragoman.model import Span

# What may stand between a content and the quote that goes on with it: "it of “X” and “Y”".
_JOINTS = frozenset({"", "and", "or", "but", "that", "and that", "but that"})
_MARKS = "\"“”'‘’«»`"


def covering(document: Document, found: Candidate, quotes: Sequence[Quote]) -> Candidate:
    """Widen the content to the marks of the quotes that it shares words with or runs up to."""
    pieces = []
    for piece in found.content:
        for quote in quotes:
            inside_cue = found.cue is not None and quote.span.contains(found.cue)
            if piece.overlaps(quote.inner) and not inside_cue:
                piece = piece.cover(quote.span)
        pieces.append(piece)
    if found.rule.startswith(("verb", "expressed", "noun")):
        pieces[-1] = _going_on(document, found, pieces[-1], quotes)
    return msgspec.structs.replace(found, content=tuple(pieces))


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
