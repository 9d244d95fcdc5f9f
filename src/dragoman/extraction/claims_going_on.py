"""Quotes without a tag: led in by a line with a colon, or going on from the last speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_sources import is_known_speaker
from dragoman.extraction.claims_syntax import subject_of
from dragoman.extraction.claims_told_before import (
    FEWEST_OF_ONES_OWN,
    FIRST_PERSON,
    answers,
    by,
    starts_sentence,
    told_before,
)
from dragoman.extraction.quotes import Quote
from dragoman.language import Document
from dragoman.model import Span

# How many paragraphs back a quote without a tag may look for its speaker.
_REACH = 2
_SHORTEST_LEAD = 3
# Words of a turn that are no statement of their own: "Yes, sir."
_SHORTEST_TURN = 4


def with_quotes_that_go_on(
    document: Document, found: list[Candidate], speech: Sequence[Quote]
) -> list[Candidate]:
    """Return ``found`` with every quote that no cue took, as said by whoever spoke before."""
    turns = [quote for quote in speech if quote.turn]
    found += [found for quote in turns for found in _in_turn(document, quote)]
    speech = [quote for quote in speech if not quote.turn]
    for quote in reversed(speech):
        goes_on = _ended_below(found, quote, speech)
        if goes_on is not None and not any(_takes(c, quote) for c in found):
            k = found.index(goes_on)
            found[k] = msgspec.structs.replace(goes_on, content=(quote.span, *goes_on.content))
    for quote in speech:
        if any(_takes(c, quote) for c in found):
            continue
        paragraph = document.paragraphs[quote.paragraph]
        if (led := _after_colon(document, quote) or answers(document, quote)) is not None:
            found.append(led)
            continue
        same = _last_in(found, Span(paragraph.start, quote.span.start))
        if same is not None and starts_sentence(document, quote):
            k = found.index(same)
            if _is_quoted(same, speech):
                found[k] = msgspec.structs.replace(same, content=(*same.content, quote.span))
            else:
                found.append(_going_on(quote, same))
        elif same is None and (told := told_before(document, quote)) is not None:
            found.append(told)
        elif same is None and _whole(document, quote, paragraph):
            found.append(
                _led_in(document, quote)
                or _going_on(quote, _speaker_before(document, found, quote))
            )
    return sorted(found, key=lambda c: (c.content[0], c.head))


def _in_turn(document: Document, quote: Quote) -> Iterator[Candidate]:
    """Yield each sentence under a label as said by whom it names; "Yes." goes with the next."""
    start = quote.span.start
    inside = [s for s in document.sentences if s.span.overlaps(quote.span)]
    for k, sentence in enumerate(inside, 1):
        words = document.tokens_in(Span(start, max(start, min(sentence.end, quote.span.end))))
        if k < len(inside) and sum(t.pos != "PUNCT" for t in words) < _SHORTEST_TURN:
            continue
        end = min(sentence.end, quote.span.end)
        if words:
            yield Candidate(
                head=-1,
                cue=None,
                source=quote.label,
                source_head=None,
                content=(Span(words[0].start, end),),
                act="assert",
                rule="turn",
            )
        start = end


def unquoted_statements(document: Document, quotes: Sequence[Quote]) -> list[Candidate]:
    """Return statements printed without marks after a line such as "The minister said:".

    They are the paragraph that follows, and more as long as it speaks of "I" and "we"; at the
    end of the text also what stands behind that.
    """
    found: list[Candidate] = []
    for number, paragraph in enumerate(document.paragraphs[:-1]):
        tokens = document.tokens_in(paragraph)
        if not tokens or tokens[-1].text != ":" or len(tokens) < _SHORTEST_LEAD:
            continue
        if not any(t.lemma in ("say", "add", "tell") for t in tokens[-6:]):
            continue
        pieces = _spoken_paragraphs(document, number + 1, quotes)
        led = _ledby(document, number, tuple(pieces)) if pieces else None
        found += [led] if led is not None else []
    return found


def _spoken_paragraphs(document: Document, first: int, quotes: Sequence[Quote]) -> list[Span]:
    """Return the paragraphs from ``first`` on in which nobody else speaks."""
    pieces: list[Span] = []
    own = 0
    for paragraph in document.paragraphs[first:]:
        tokens = document.tokens_in(paragraph)
        quoted = any(q.span.overlaps(paragraph) for q in quotes if not q.single)
        if quoted or any(t.lemma == "say" and t.pos == "VERB" for t in tokens):
            return pieces[:own]
        pieces.append(paragraph)
        if len(pieces) == 1 or any(t.lower in FIRST_PERSON for t in tokens):
            own = len(pieces)
    return pieces if len(pieces) - own <= _REACH else pieces[:own]


def _takes(found: Candidate, quote: Quote) -> bool:
    """Return whether a cue outside the quote has it for its content."""
    if found.cue is not None and quote.inner.contains(found.cue):
        return False
    return any(piece.overlaps(quote.span) for piece in found.content)


def _ended_below(
    found: Sequence[Candidate], quote: Quote, speech: Sequence[Quote]
) -> Candidate | None:
    """Return the claim of the next paragraph's quote, if this one lacks its closing mark.

    A speech over several paragraphs is closed, and tagged, only at its end.
    """
    if quote.closed or not quote.opened:
        return None
    following = (q for q in speech if q.paragraph == quote.paragraph + 1)
    below = next(following, None)
    if below is None:
        return None
    taking = (c for c in found if c.source is not None and _takes(c, below))
    return next((c for c in taking if c.content[0].start >= quote.span.end), None)


def _after_colon(document: Document, quote: Quote) -> Candidate | None:
    """Return a quote behind a colon or a comma as said by the subject of its sentence.

    "The bishop disagreed with the plan: "It is too late.""
    """
    near = Span(max(0, quote.span.start - 9), quote.span.start)
    at = near.start + len(near.of(document.text).rstrip()) - 1
    mark = document.text[max(at, 0)]
    if mark not in ":," or document.paragraphs[quote.paragraph].start > at:
        return None
    if mark == "," and not _is_sentence(document, quote):
        return None  # "he wore a shirt, “blue and old,” and left"
    before = document.tokens_in(Span(at, at + 1))
    sentence = document.sentence_of(before[0]) if before else None
    verbs = [
        t
        for t in (document.in_sentence(sentence) if sentence is not None else ())
        if t.tag in ("VBD", "VBZ", "VBP") and t.end <= at and t.dep in ("ROOT", "ccomp")
    ]
    subject = subject_of(document, verbs[-1]) if verbs else None
    if subject is None or subject.ent in ("DATE", "GPE"):
        return None
    if mark == "," and verbs[-1].lemma == "be":
        return None  # "and they were like, “No way.”"
    if subject.pos not in ("PROPN", "PRON") and not is_known_speaker(subject):
        return None
    return by(document, subject, verbs[-1], (quote.span,))


def _is_sentence(document: Document, quote: Quote) -> bool:
    """Return whether a quote is a whole sentence: a capital, a full stop and some words between."""
    inner = quote.inner.of(document.text).strip()
    words = len(inner.split())
    return words >= FEWEST_OF_ONES_OWN and inner[:1].isupper() and inner[-1:] in ".!?"


def _led_in(document: Document, quote: Quote) -> Candidate | None:
    """Return a quote as said by the subject of the line before it that ends in a colon.

    "The general released the following statement today:" stands in a paragraph of its own.
    """
    if not quote.paragraph:
        return None
    return _ledby(document, quote.paragraph - 1, (quote.span,))


def _ledby(document: Document, number: int, content: tuple[Span, ...]) -> Candidate | None:
    before = document.tokens_in(document.paragraphs[number])
    if not before or before[-1].text != ":":
        return None
    first = document.sentence_of(before[-1]).first
    verbs = [t for t in before if t.i >= first and t.tag in ("VBD", "VBZ", "VBP")]
    subject = subject_of(document, verbs[0]) if verbs else None
    if subject is None:
        return None
    return by(document, subject, verbs[0], content)


def _speaker_before(
    document: Document, found: Sequence[Candidate], quote: Quote
) -> Candidate | None:
    """Return the claim that a paragraph of pure quote goes on from: the nearest before it."""
    for number in range(quote.paragraph - 1, max(-1, quote.paragraph - 1 - _REACH), -1):
        earlier = _last_in(found, document.paragraphs[number])
        if earlier is not None:
            return earlier
    return None


def _last_in(found: Sequence[Candidate], stretch: Span) -> Candidate | None:
    """Return the last claim of a stretch of text; of several with one end the innermost."""
    inside = [
        c for c in found if not c.stance and _end(c) <= stretch.end and _end(c) > stretch.start
    ]
    if not inside:
        return None
    last = max(inside, key=_end)
    nested = [c for c in inside if c.cue is not None and _holds(last, c.cue)]
    return min(nested, key=lambda c: sum(map(len, c.content)), default=last)


def _end(found: Candidate) -> int:
    return max([piece.end for piece in found.content] + ([found.cue.end] if found.cue else []))


def _holds(outer: Candidate, cue: Span) -> bool:
    return outer.rule in ("according-to", "headline") and any(
        piece.contains(cue) for piece in outer.content
    )


def _is_quoted(found: Candidate, speech: Sequence[Quote]) -> bool:
    return any(piece.overlaps(quote.span) for piece in found.content for quote in speech)


def _whole(document: Document, quote: Quote, paragraph: Span) -> bool:
    rest = (
        document.text[paragraph.start : quote.span.start]
        + (document.text[quote.span.end : paragraph.end])
    )
    return sum(c.isalnum() for c in rest) <= 3


def _going_on(quote: Quote, earlier: Candidate | None) -> Candidate:
    return Candidate(
        head=-1,
        cue=None,
        source=None,
        source_head=earlier.source_head if earlier is not None else None,
        content=(quote.span,),
        act="assert",
        rule="continued",
    )
