"""The grammar's claims put beside what a learned tagger finds: more of them, and whole ones.

The grammar decides. The tagger is asked where the grammar is likely to have missed something; it
adds a claim by a cue that the grammar has none for, names who speaks where the grammar's source
cannot, and lengthens what a broken parse cut short.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_tagged_ends import lengthened
from dragoman.extraction.claims_tagged_judging import Found, candidate_of, respoken
from dragoman.extraction.claims_tagged_reach import stretches
from dragoman.extraction.quotes import Quote
from dragoman.language import Document
from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.learned.spans import Attribution, AttributionSpan, TaggedText


class Tagger(Protocol):
    """Reads texts; `dragoman.learned.tagger.AttributionTagger` is one."""

    def read(self, texts: Sequence[str]) -> Sequence[TaggedText]:
        """Return what was found in each text, in the order given."""
        ...


def with_tagger(
    document: Document, tagger: Tagger, known: Sequence[Candidate], quotes: Sequence[Quote]
) -> list[Candidate]:
    """Return the grammar's candidates, some of them longer, and the tagger's, in text order."""
    result = list(known)
    for found in _attributions(document, tagger, known, quotes):
        meant = [k for k, c in enumerate(result) if c.cue is not None and c.cue.overlaps(found.cue)]
        if meant:
            for k in meant:
                spoken = respoken(document, result[k], found)
                result[k] = lengthened(document, spoken, found, result)
            continue
        more = candidate_of(document, found, quotes, result)
        if more is not None:
            result = [c for c in result if not _is_guess_of(c, more)]
            result.append(more)
    return sorted(result, key=lambda c: (c.content[0], c.head))


def _is_guess_of(known: Candidate, more: Candidate) -> bool:
    """Return whether a quote was only given to the last speaker until its own tag was found."""
    covered = all(any(own.overlaps(piece) for own in more.content) for piece in known.content)
    return known.rule == "continued" and covered


def _attributions(
    document: Document, tagger: Tagger, known: Sequence[Candidate], quotes: Sequence[Quote]
) -> list[Found]:
    """Return what the tagger finds, with offsets of the report."""
    places = stretches(document, known, quotes)
    texts = tagger.read([place.of(document.text) for place in places])
    return [
        found
        for place, tagged in zip(places, texts, strict=True)
        for attribution in tagged.attributions
        if (found := _placed(attribution, place.start)) is not None and _is_read(document, found)
    ]


def _is_read(document: Document, found: Found) -> bool:
    """Return whether the parse has the words of cue and source: of "[name]" it has none."""
    words = (found.cue, *((found.source,) if found.source is not None else ()))
    return all(document.tokens_in(span) for span in words)


def _placed(attribution: Attribution, by: int) -> Found | None:
    if not attribution.cue or not attribution.content:
        return None
    return Found(
        source=_cover(attribution.source, by),
        cue=_cover(attribution.cue, by) or Span(by, by),
        content=tuple(Span(part.start, part.end).shift(by) for part in attribution.content),
    )


def _cover(parts: Sequence[AttributionSpan], by: int) -> Span | None:
    if not parts:
        return None
    return Span(min(part.start for part in parts), max(part.end for part in parts)).shift(by)
