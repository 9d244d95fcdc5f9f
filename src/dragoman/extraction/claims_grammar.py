"""All candidates of one report, from tags, verbs, phrases and quotes that go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.extraction.claims_phrases import according_to, noun_candidates
from dragoman.extraction.claims_tags import tag_of
from dragoman.extraction.claims_verbs import Candidate, verb_candidate, verb_frames
from dragoman.extraction.quotes import Quote, is_speech
from dragoman.language import Document
from dragoman.model import Span

_FIRST_AND_SECOND = frozenset({"i", "we", "you", "us", "me"})


def find_candidates(document: Document, quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
    """Return every candidate of the grammar, in the order of their content."""
    speech = [quote for quote in quotes if is_speech(quote, document.text)]
    found = [*_verbs(document, quotes), *according_to(document), *noun_candidates(document)]
    kept = [_covering(c, quotes) for c in found if not _inside_own_quote(document, c, speech)]
    kept.sort(key=lambda c: (c.content[0], c.head))
    return tuple(_with_quotes_that_go_on(document, kept, speech))


def _verbs(document: Document, quotes: Sequence[Quote]) -> Iterable[Candidate]:
    for token in document.tokens:
        frames = verb_frames(document, token)
        if not frames:
            continue
        forward = verb_candidate(document, token, frames)
        if forward is not None and not forward.rule.startswith("verb:object"):
            yield forward
        elif (tag := tag_of(document, token, frames, quotes)) is not None:
            yield tag
        elif forward is not None:
            yield forward


def _covering(found: Candidate, quotes: Sequence[Quote]) -> Candidate:
    """Widen the content to the marks of the quotes that it shares words with."""
    pieces = []
    for piece in found.content:
        for quote in quotes:
            inside_cue = found.cue is not None and quote.span.contains(found.cue)
            if piece.overlaps(quote.inner) and not inside_cue:
                piece = piece.cover(quote.span)
        pieces.append(piece)
    return msgspec.structs.replace(found, content=tuple(pieces))


def _inside_own_quote(document: Document, found: Candidate, speech: Sequence[Quote]) -> bool:
    """Return whether a cue inside a quote is but the quoted speaker's own words."""
    if found.cue is None or not any(quote.inner.contains(found.cue) for quote in speech):
        return False
    if found.source_head is None:
        return True
    head = document.tokens[found.source_head]
    return head.pos != "PROPN" or found.rule != "verb:clause"


def _with_quotes_that_go_on(
    document: Document, found: list[Candidate], speech: Sequence[Quote]
) -> list[Candidate]:
    for quote in speech:
        if any(piece.overlaps(quote.span) for c in found for piece in c.content):
            continue
        if any(c.cue is not None and c.cue.overlaps(quote.span) for c in found):
            continue
        earlier = _speaker_before(document, found, quote)
        paragraph = document.paragraphs[quote.paragraph]
        if earlier is not None and _same_paragraph(earlier, paragraph):
            if _starts_sentence(document, quote):
                k = found.index(earlier)
                found[k] = msgspec.structs.replace(earlier, content=(*earlier.content, quote.span))
        elif _whole(document, quote, paragraph):
            found.append(_going_on(quote))
    return sorted(found, key=lambda c: (c.content[0], c.head))


def _speaker_before(
    document: Document, found: Sequence[Candidate], quote: Quote
) -> Candidate | None:
    before = [
        c
        for c in found
        if c.content[-1].end <= quote.span.start
        and any(
            mark in document.text[c.content[-1].start : c.content[-1].end] for mark in "\"“”'’»"
        )
    ]
    return max(before, key=lambda c: c.content[-1].end, default=None)


def _same_paragraph(found: Candidate, paragraph: Span) -> bool:
    return paragraph.overlaps(found.content[-1])


def _starts_sentence(document: Document, quote: Quote) -> bool:
    text = document.text[: quote.span.start].rstrip()
    return not text or text[-1] in '.!?:”"’'


def _whole(document: Document, quote: Quote, paragraph: Span) -> bool:
    rest = (
        document.text[paragraph.start : quote.span.start]
        + (document.text[quote.span.end : paragraph.end])
    )
    return sum(c.isalnum() for c in rest) <= 3


def _going_on(quote: Quote) -> Candidate:
    return Candidate(
        head=-1,
        cue=None,
        source=None,
        source_head=None,
        content=(quote.span,),
        act="assert",
        rule="continued",
    )
