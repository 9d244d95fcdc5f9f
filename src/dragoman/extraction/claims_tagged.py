"""Claims that a learned tagger proposes beside the grammar's.

The tagger was trained on every kind of attribution, also on what people believe or want; what it
adds here has to have a cue that the lexicon knows as saying something, or be speech in quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_syntax import is_passive, trim
from dragoman.extraction.claims_verbs import verb_frames
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Sentence, Token
from dragoman.model import Act, Span

if TYPE_CHECKING:
    from dragoman.learned.spans import Attribution, AttributionSpan, TaggedText


class Tagger(Protocol):
    """Reads texts; `dragoman.learned.tagger.AttributionTagger` is one."""

    def read(self, texts: Sequence[str]) -> Sequence[TaggedText]:
        """Return what was found in each text, in the order given."""
        ...


def tagged_candidates(
    document: Document,
    tagger: Tagger,
    known: Sequence[Candidate],
    quotes: Sequence[Quote],
) -> Iterator[Candidate]:
    """Yield what the tagger finds by cues that the grammar has no claim for.

    It reads only the paragraphs where it can matter: it takes as long as the parse.
    """
    paragraphs = _open_paragraphs(document, known, quotes)
    texts = [paragraph.of(document.text) for paragraph in paragraphs]
    taken = [candidate.cue for candidate in known if candidate.cue is not None]
    for paragraph, tagged in zip(paragraphs, tagger.read(texts), strict=True):
        for attribution in tagged.attributions:
            cue = _cover(attribution.cue, paragraph)
            if cue is None or any(cue.overlaps(other) for other in taken):
                continue
            found = _candidate(document, attribution, paragraph, cue, quotes)
            if found is not None:
                yield found


def _open_paragraphs(
    document: Document, known: Sequence[Candidate], quotes: Sequence[Quote]
) -> list[Span]:
    """Return the paragraphs with a report word or speech in a sentence that no claim touches."""
    touched = {
        sentence.i
        for candidate in known
        if not candidate.stance
        for piece in (*candidate.content, *((candidate.cue,) if candidate.cue else ()))
        for sentence in _sentences(document, piece)
    }
    spoken = {sentence.i for q in quotes if q.speech for sentence in _sentences(document, q.span)}
    numbers = {
        sentence.paragraph
        for sentence in document.sentences
        if sentence.i not in touched
        and (
            sentence.i in spoken
            or any(_reports(document, t) for t in document.in_sentence(sentence))
        )
    }
    return [paragraph for k, paragraph in enumerate(document.paragraphs) if k in numbers]


def _sentences(document: Document, piece: Span) -> list[Sentence]:
    tokens = document.tokens_in(piece)
    if not tokens:
        return []
    first, last = document.sentence_of(tokens[0]).i, document.sentence_of(tokens[-1]).i
    return list(document.sentences[first : last + 1])


def _reports(document: Document, token: Token) -> bool:
    """Return whether a word is one that leads to what somebody said."""
    frames = verb_frames(document, token)
    said = frames.get("clause") or frames.get("quote")
    return (said is not None and not said.stance) or token.lower == "according"


def _candidate(
    document: Document,
    attribution: Attribution,
    paragraph: Span,
    cue: Span,
    quotes: Sequence[Quote],
) -> Candidate | None:
    source = _cover(attribution.source, paragraph)
    head = document.head_of_span(source) if source is not None else None
    pieces = [
        trim(document.text, Span(part.start, part.end).shift(paragraph.start))
        for part in attribution.content
    ]
    act, word = _act(document, cue, _is_direct(pieces, quotes))
    if head is None or act is None or word is None or not any(len(p) for p in pieces):
        return None
    return Candidate(
        head=word.i,
        cue=cue,
        source=source,
        source_head=head.i,
        content=tuple(piece for piece in pieces if len(piece)),
        act=act,
        rule="tagged",
    )


def _act(document: Document, cue: Span, direct: bool) -> tuple[Act | None, Token | None]:
    """Return the act of the word in the cue that says something, and the word."""
    tokens = document.tokens_in(cue)
    for token in tokens:
        if token.lower == "according":
            return "assert", token
        frames = verb_frames(document, token)
        frame = frames.get("clause") or frames.get("quote")
        if frame is not None and not frame.stance and not is_passive(document, token):
            return frame.act, token
        nouns = lexicon().nouns.get(token.lemma.lower(), {})
        if token.pos == "NOUN" and "clause" in nouns:
            return nouns["clause"].act, token
    said = [token for token in tokens if token.pos == "VERB"]
    return ("assert", said[0]) if direct and said else (None, None)


def _is_direct(pieces: Sequence[Span], quotes: Sequence[Quote]) -> bool:
    return any(quote.span.overlaps(piece) for piece in pieces for quote in quotes if quote.speech)


def _cover(parts: Sequence[AttributionSpan], paragraph: Span) -> Span | None:
    if not parts:
        return None
    whole = Span(min(part.start for part in parts), max(part.end for part in parts))
    return whole.shift(paragraph.start)
