"""What stands around a tag and is said: before it, behind it, or on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_frames import verb_frames
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_syntax import runs
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

_BETWEEN = " \t\r\n\u00a0,:;–—-\"“”'‘’«»"
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "MD"})
_BREAKS = frozenset({",", "-", "–", "—", "--", "…", "...", '"', "''", "”", "’", "'", "»"})
# A shorter quote after a verb is a word at arm's length: "citing 'security'".
_FEWEST_WORDS = 3
# Before the title of a paper: 'wrote in a briefing entitled "..."'.
_TITLED = (" entitled", " titled", " called", " named", " headlined", " dubbed")
# Words that may stand between a quote and what the parse takes for its source.
_LOOSE = 4
# "A told X "B," while C noted "D"": what stands before these is not C's.
_TURNS = frozenset({"while", "whereas", "but", "though", "although", "because"})
# "Asked about the raid, he said": how the occasion of an answer begins.
_SETTING = frozenset({"asked", "questioned", "pressed", "quizzed", "challenged", "when", "while"})
# What may follow a tag and still belong to what was said: "..., he added, with jets flying".
_RESUMES = frozenset({"with", "and", "but", "as", "because", "while", "though", "although",
                      "which", "who", "if", "when", "where", "even", "or", "so"})  # fmt: skip


def after_as(clauses: Clauses, segment: list[Token]) -> list[Span]:
    """Return Y of "As the agency reported, Y" and "but as the agency reported, Y"."""
    document = clauses.document
    first, last = clauses.bounds_of(segment[0])
    lead = [t for t in document.tokens[first : segment[0].i] if t.pos != "PUNCT"]
    if not lead or lead[-1].lower != "as" or len(lead) > 2 or lead[-1].i + 1 != segment[0].i:
        return []
    if len(lead) == 2 and lead[0].pos not in ("CCONJ", "ADV", "SCONJ"):
        return []
    comma = document.tokens[segment[-1].i + 1 : last]
    if len(comma) < 2 or comma[0].text not in (",", ":"):
        return []
    return runs(document, range(comma[1].i, last), [])


def before_tag(
    clauses: Clauses, segment: list[Token], quotes: Sequence[Quote], behind: Sequence[Span]
) -> list[Span]:
    """Return what stands before a tag; less than a clause only if it goes on ``behind`` it."""
    document = clauses.document
    quote = _quote_ending_at(document, segment[0], quotes)
    front = list(document.tokens[clauses.first_of(segment[0]) : segment[0].i])
    if not any(token.pos not in ("PUNCT", "SPACE", "CCONJ") for token in front):
        return [quote.span] if quote is not None else []
    if front[-1].lower == "as" and len(front) > 1:
        front.pop()
    if quote is None and front[-1].text not in _BREAKS:
        return []
    if quote is None and not behind and not any(token.tag in _VERBAL for token in front):
        return []
    front = _without_setting(document, segment, _without_conjunction(front, quotes))
    if not any(t.pos != "PUNCT" for t in front):
        return []
    pieces = runs(document, [token.i for token in front], [])
    if quote is not None and pieces:
        pieces[-1] = pieces[-1].cover(quote.span)
    return pieces


def _without_setting(document: Document, segment: list[Token], front: list[Token]) -> list[Token]:
    """Return what stands before a tag without "Asked about the raid," at its beginning."""
    inside = {t.i for t in segment}
    for token in front:
        alone = token.tag in ("VBN", "VBG") and token.dep == "advcl" and token.head in inside
        if not alone or any(t.dep in ("nsubj", "nsubjpass") for t in document.children(token)):
            continue
        tokens = document.subtree(token)
        if tokens[0].i == front[0].i and tokens[0].lower in _SETTING:
            return [t for t in front if t.i > tokens[-1].i]
    return front


def _without_conjunction(front: list[Token], quotes: Sequence[Quote]) -> list[Token]:
    while front and front[0].pos in ("CCONJ", "PUNCT"):
        if any(q.span.start <= front[0].start < q.span.end for q in quotes):
            break
        front = front[1:]
    return front


def _quote_ending_at(document: Document, first: Token, quotes: Sequence[Quote]) -> Quote | None:
    """Return the quote of the same paragraph that ends right before a tag, or None."""
    paragraph = document.sentence_of(first).paragraph
    for quote in quotes:
        if quote.paragraph != paragraph or quote.span.end > first.start:
            continue
        between = document.text[quote.span.end : first.start].strip(_BETWEEN)
        # A quote that ends in a comma waits for its tag, whatever the parse makes of it.
        waits = document.text[quote.inner.end - 1] == "," and quote.closed
        words = between.lower().split()
        loose = waits and len(words) <= _LOOSE and not set(between) & set(".;!?:,")
        loose = loose and _TURNS.isdisjoint(words)
        if not between or loose:
            return quote
    return None


def quote_after(clauses: Clauses, segment: list[Token], quotes: Sequence[Quote]) -> list[Span]:
    """Return the quote right behind a tag, led in by nothing but marks, or nothing."""
    document = clauses.document
    end = segment[-1].end
    limit = document.sentence_of(segment[-1]).end + 2
    for quote in quotes:
        if not end <= quote.span.start < limit:
            continue
        before = document.text[max(0, quote.span.start - 16) : quote.span.start]
        if before.rstrip().endswith(_TITLED):
            return []
        between = document.text[end : quote.span.start]
        gap = Span(end, quote.span.start)
        if len(gap) and any(t.pos == "VERB" for t in document.tokens_in(gap)):
            return []
        clean = not between.strip(_BETWEEN)
        led_in = between.rstrip().endswith((":", ",", " that")) and len(between) < 60
        words = len(quote.inner.of(document.text).split())
        if quote.speech or (clean and words >= _FEWEST_WORDS):
            return [quote.span] if clean or led_in else []
        return []
    return []


def resumed(clauses: Clauses, verb: Token, segment: list[Token]) -> list[Span]:
    """Return "is Y" of "X, the envoy said, is Y", or nothing."""
    document = clauses.document
    first, last = clauses.bounds_of(verb)
    rest = document.tokens[segment[-1].i + 1 : last]
    if len(rest) < 2 or rest[0].text not in (",", ":", "-", "–", "—", "--"):
        return []
    if rest[1].tag == "VBG" and verb_frames(document, rest[1]):
        return []
    if rest[1].tag in ("WRB", "IN") and any(t.tag == "VBG" for t in rest[2:3]):
        return []  # ", when referring to the mission" tells of the tag
    inside = {token.i for token in rest}
    front = document.tokens[first : segment[0].i]
    tied = any(token.head in inside for token in front) or (
        document.head(verb).i in inside and verb.dep != "ROOT"
    )
    told_on = rest[0].text == ":" or _waits(front)
    if not tied and not told_on and rest[1].lower not in _RESUMES:
        return []
    return runs(document, [token.i for token in rest], [])


def _waits(front: Sequence[Token]) -> bool:
    """Return whether what stands before a tag is no whole clause: "The dead were, he said, X"."""
    words = [t for t in front if t.pos != "PUNCT"]
    return bool(words) and (words[-1].pos == "AUX" or words[-1].tag in ("MD", "TO"))
