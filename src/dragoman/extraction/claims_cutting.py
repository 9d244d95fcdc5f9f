"""Contents made shorter: cut where another claim begins, or where the report speaks again."""

from __future__ import annotations

import re

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_clauses import DAYS
from dragoman.extraction.claims_syntax import child, trim
from dragoman.language import Document, Token
from dragoman.model import Span

_SINCE = frozenset({"after", "before", "since"})
_LOOSE = re.compile(r",?\s+(?:and|but|while|though|although|as)$")
_TIMES = frozenset({"DATE", "TIME"})
_WHEN = frozenset({"earlier", "later", "meanwhile", "afterwards", "however", "separately"})
_THERE = frozenset({",", "here", "there"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
# How a clause begins that follows the day on which it was said.
_OPENING = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_FEWEST_BEHIND_DAY = 4
_MARKS = frozenset('"“”«»')


def cut(document: Document, found: Candidate, at: int) -> Candidate:
    """Return a candidate whose content ends before the character ``at``."""
    kept = []
    for piece in found.content:
        if piece.end <= at:
            kept.append(piece)
        elif piece.start < at:
            kept.append(off_conjunction(document.text, trim(document.text, Span(piece.start, at))))
    kept = [piece for piece in kept if len(piece)]
    return msgspec.structs.replace(found, content=tuple(kept)) if kept else found


def off_conjunction(text: str, piece: Span) -> Span:
    """Return a stretch of text without the "but" at its end that leads to something else.

    >>> off_conjunction("it had not but", Span(0, 14))
    Span(start=0, end=10)
    """
    loose = _LOOSE.search(piece.of(text))
    return Span(piece.start, piece.start + loose.start()) if loose is not None else piece


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


def tidy(document: Document, found: Candidate) -> Candidate:
    """Return a candidate without loose words at the ends of its source and its content."""
    content = tuple(off_conjunction(document.text, piece) for piece in found.content)
    found = msgspec.structs.replace(found, content=content)
    return off_adverbs(document, off_day_of_saying(document, found))


def off_day_of_saying(document: Document, found: Candidate) -> Candidate:
    """Return "said on Monday they had left" without "on Monday", the day on which it was said.

    Right behind the cue and with a clause behind it, a weekday is the cue's.
    """
    first = found.content[0]
    if found.rule != "verb:clause" or found.cue is None or found.occasion is not None:
        return found
    if document.text[found.cue.end : first.start].strip():
        return found
    tokens = document.tokens_in(first)
    day = tokens[1:2] if tokens[0].lower == "on" else tokens[:1]
    if len(tokens) < _FEWEST_BEHIND_DAY or day[0].lower not in DAYS:
        return found
    end = day[0].i + (2 if document.tokens[day[0].i + 1].lower in _PARTS_OF_DAY else 1)
    following = document.tokens[end]
    plural = following.lower.removesuffix("s") in _PARTS_OF_DAY  # "Monday nights attack"
    if plural or following.pos not in _OPENING or following.start >= first.end:
        return found
    return msgspec.structs.replace(
        found,
        content=(Span(following.start, first.end), *found.content[1:]),
        occasion=Span(day[0].start, document.tokens[end - 1].end),
    )


def off_adverbs(document: Document, found: Candidate) -> Candidate:
    """Return a candidate whose source has no "Earlier" before it and no "on Saturday" behind."""
    if found.source is None or found.source_head is None:
        return found
    tokens = list(document.tokens_in(found.source))
    while len(tokens) > 1 and tokens[0].i != found.source_head and _is_adverb(tokens[0]):
        tokens.pop(0)
    for k, token in enumerate(tokens):
        dated = token.tag == "IN" and k and all(t.ent in _TIMES for t in tokens[k + 1 :])
        if dated and token.i > found.source_head and tokens[k + 1 :]:
            tokens = tokens[:k]
            break
    while len(tokens) > 1 and tokens[-1].i > found.source_head and tokens[-1].lower in _THERE:
        tokens.pop()
    source = Span(tokens[0].start, tokens[-1].end)
    return found if source == found.source else msgspec.structs.replace(found, source=source)


def _is_adverb(token: Token) -> bool:
    return token.tag in ("RB", "RBR", "UH") or token.lower in _WHEN or token.text == ","
