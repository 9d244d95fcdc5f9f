"""Claims whose tag stands after or inside what is said: "X, the envoy said, is Y".

Read from the surface, with the parse for the tag alone: what precedes a tag may be a quote of
several sentences, and no parser keeps such sentences together.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_syntax import is_negated, phrase, runs, span_of, subject_of
from dragoman.extraction.claims_verbs import Candidate, cue_tokens
from dragoman.extraction.quotes import Quote, is_speech
from dragoman.language import Document, Token
from dragoman.model import Span

_ADJUNCTS = frozenset({
    "prep", "npadvmod", "advmod", "dative", "dobj", "agent", "prt", "nsubj", "aux", "neg", "mark",
    "cc", "oprd",
})  # fmt: skip
_BETWEEN = " \t\r\n\u00a0,:;–—-\"“”'‘’"


class Tag(Candidate, frozen=True, kw_only=True):
    """A candidate found from a tag, with the stretch of text of the tag itself."""

    segment: Span


def tag_of(
    document: Document,
    verb: Token,
    frames: dict[str, Frame],
    quotes: Sequence[Quote],
) -> Tag | None:
    """Return what stands around the tag of ``verb``, or None when it is no tag."""
    frame = frames.get("clause") or frames.get("quote")
    subject = subject_of(document, verb)
    if frame is None or subject is None or subject.i == verb.i:
        return None
    if document.sentence_of(subject).i != document.sentence_of(verb).i:
        return None
    segment = _segment(document, verb, subject)
    content = _before(document, segment, quotes)
    behind = _resumed(document, verb, segment) if content else []
    content += behind or _quote_after(document, segment, quotes)
    if not content or (frame.stance and not _quoted(content, quotes)):
        return None
    cue = cue_tokens(document, verb)
    source = phrase(document, subject, {token.i for token in cue})
    return Tag(
        head=verb.i,
        cue=span_of(cue),
        source=span_of(source) if source else None,
        source_head=subject.i,
        content=tuple(content),
        act=frame.act,
        rule=f"tag:{frame.kind}",
        stance=frame.stance,
        negated=is_negated(document, verb),
        segment=span_of(segment),
    )


def _segment(document: Document, verb: Token, subject: Token) -> list[Token]:
    sentence = document.sentence_of(verb)
    own = {token.i for token in phrase(document, subject, {verb.i})}
    for token in document.children(verb):
        if token.dep in _ADJUNCTS and (token.i > verb.i or token.dep in ("aux", "neg", "advmod")):
            own |= {t.i for t in document.subtree(token)}
    first = last = verb.i
    while first - 1 in own and first > sentence.first:
        first -= 1
    while last + 1 in own and last + 1 < sentence.last:
        last += 1
    return list(document.tokens[first : last + 1])


def _before(document: Document, segment: list[Token], quotes: Sequence[Quote]) -> list[Span]:
    first = segment[0].i
    sentence = document.sentence_of(first)
    quote = _quote_ending_at(document, segment[0].start, quotes)
    front = document.tokens[sentence.first : first]
    if not any(token.pos not in ("PUNCT", "SPACE", "CCONJ") for token in front):
        return [quote.span] if quote is not None else []
    if quote is None and front[-1].text not in (",", "-", "–", "—", "--", "…", "..."):
        return []
    if quote is None and not any(token.pos in ("VERB", "AUX") for token in front):
        return []
    while front and (front[0].dep == "cc" or front[0].pos in ("CCONJ", "PUNCT")):
        if any(q.span.start <= front[0].start < q.span.end for q in quotes):
            break
        front = front[1:]
    pieces = runs(document, [token.i for token in front], [])
    if quote is not None and pieces:
        pieces[-1] = pieces[-1].cover(quote.span)
    return [_with_marks(piece, quotes) for piece in pieces]


def _quote_ending_at(document: Document, at: int, quotes: Sequence[Quote]) -> Quote | None:
    for quote in quotes:
        if quote.span.end <= at and not document.text[quote.span.end : at].strip(_BETWEEN):
            return quote
    return None


def _quote_after(document: Document, segment: list[Token], quotes: Sequence[Quote]) -> list[Span]:
    end = segment[-1].end
    sentence = document.sentence_of(segment[-1])
    for quote in quotes:
        if end <= quote.span.start < sentence.end + 2:
            between = document.text[end : quote.span.start]
            clean = not between.strip(_BETWEEN)
            colon = between.rstrip().endswith((":", ",", ", that", " that"))
            if clean or (colon and len(between) < 60) or _only_quote(document, quote, segment):
                return [quote.span] if is_speech(quote, document.text) or clean else []
            return []
    return []


def _only_quote(document: Document, quote: Quote, segment: list[Token]) -> bool:
    return False


def _resumed(document: Document, verb: Token, segment: list[Token]) -> list[Span]:
    """Return "is Y" of "X, the envoy said, is Y", or nothing."""
    sentence = document.sentence_of(verb)
    after = segment[-1].i + 1
    rest = document.tokens[after : sentence.last]
    if not rest or rest[0].text not in (",", "-", "–", "—"):
        return []
    inside = {token.i for token in rest}
    front = [token for token in document.tokens[sentence.first : segment[0].i]]
    tied = any(token.head in inside for token in front) or (
        document.head(verb).i in inside and verb.dep != "ROOT"
    )
    loose = len(rest) > 1 and rest[1].lower in ("with", "and", "but", "as", "because", "while")
    if not tied and not loose:
        return []
    return runs(document, [token.i for token in rest], [])


def _with_marks(piece: Span, quotes: Sequence[Quote]) -> Span:
    for quote in quotes:
        if piece.overlaps(quote.span):
            piece = piece.cover(quote.span)
    return piece


def _quoted(content: list[Span], quotes: Sequence[Quote]) -> bool:
    return all(any(q.span.overlaps(piece) for q in quotes) for piece in content)
