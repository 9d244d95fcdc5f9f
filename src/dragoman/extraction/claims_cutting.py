"""Contents made shorter: cut where another claim begins, or where the report speaks again."""

from __future__ import annotations

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_syntax import child, trim
from dragoman.language import Document
from dragoman.model import Span

_SINCE = frozenset({"after", "before", "since"})
_MARKS = frozenset('"“”«»')


def cut(document: Document, found: Candidate, at: int) -> Candidate:
    """Return a candidate whose content ends before the character ``at``."""
    kept = []
    for piece in found.content:
        if piece.end <= at:
            kept.append(piece)
        elif piece.start < at:
            kept.append(trim(document.text, Span(piece.start, at)))
    kept = [piece for piece in kept if len(piece)]
    return msgspec.structs.replace(found, content=tuple(kept)) if kept else found


def off_later_day(document: Document, found: Candidate) -> Candidate:
    """Return a claim without ", a day after the army had left" at its end: the report's words."""
    last = found.content[-1]
    if not found.rule.startswith("verb") or not _MARKS.isdisjoint(last.of(document.text)):
        return found
    for token in document.tokens_in(last):
        if token.lower not in _SINCE or token.dep not in ("mark", "prep"):
            continue
        day = document.tokens[token.i - 1] if token.i else token
        first = day.i
        while first and document.tokens[first].ent == "DATE":
            first -= 1
        comma = document.tokens[first]
        if day.ent == "DATE" and comma.text == "," and last.start < comma.start:
            clause = document.head(token)
            stands = token.dep == "prep" or child(document, clause, "nsubj", "nsubjpass")
            return cut(document, found, comma.start) if stands else found
    return found
