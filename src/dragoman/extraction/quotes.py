"""Quotation marks matched over characters, before and beside the parse.

The parser cuts sentences inside quotes and stumbles over stray marks, so quotes are found here
from the text alone: straight, curly and angle marks, two single marks for a double one, single
quotes told from apostrophes, quotes that run over several paragraphs, and marks whose partner
the report lost. Words that stand under the name of who says them are a quote without marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extraction.quotes_turns import labels_of
from dragoman.model import Span

_DOUBLE = re.compile(r"[“”„‟«»\"]|''|``|‘‘|’’")
_SINGLE = re.compile(r"['‘’‚‛`]")
_OPENS = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSES = frozenset("”»") | {"’’"}
_SENTENCE_END = re.compile(r"[.!?][\"”»’']?\s+(?=[\"“„«‘']?[A-Z0-9])")
_FINAL = frozenset(",.?!…;-–—")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


class Quote(msgspec.Struct, frozen=True):
    """Words between quotation marks: ``span`` with the marks, ``inner`` without.

    ``opened`` and ``closed`` say whether the report has the mark at that end; ``paragraph`` is
    the number of the paragraph; ``single`` is true for single marks; ``speech`` whether it is
    built like speech (`is_speech`). ``turn`` is true for words that stand under a label, ``label``
    who that names.
    """

    span: Span
    inner: Span
    paragraph: int
    opened: bool = True
    closed: bool = True
    single: bool = False
    speech: bool = False
    turn: bool = False
    label: Span | None = None


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """Return the quotes of ``text`` in order; none lies inside another.

    >>> t = 'It is "over," he said.'
    >>> [q.span.of(t) for q in find_quotes(t, [Span(0, len(t))])]
    ['"over,"']
    """
    found: list[Quote] = []
    labels = {label.paragraph: label for label in labels_of(text, paragraphs)}
    for number, paragraph in enumerate(paragraphs):
        label = labels.get(number)
        if label is not None and not label.asks:
            found.append(
                Quote(label.said, label.said, number, speech=True, turn=True, label=label.who)
            )
            continue
        double = list(_doubles(text, paragraph, number))
        single = [q for q in _singles(text, paragraph, number) if not _inside(q, double)]
        found.extend(
            msgspec.structs.replace(quote, speech=is_speech(quote, text))
            for quote in sorted(double + single, key=lambda quote: quote.span)
        )
    return tuple(found)


def is_speech(quote: Quote, text: str) -> bool:
    """Return whether a quote is built like speech, not like a word at arm's length.

    Speech ends in a mark of punctuation inside the quotation marks or runs to five words.

    >>> t = 'a "buffer zone" there'
    >>> is_speech(find_quotes(t, [Span(0, len(t))])[0], t)
    False
    """
    inner = quote.inner.of(text).strip()
    words = len(_WORD.findall(inner))
    if quote.single:
        return words >= 4
    return words >= 5 or (words >= 2 and inner[-1:] in _FINAL) or inner[-1:] in ("?", "!")


def _inside(quote: Quote, others: Sequence[Quote]) -> bool:
    return any(other.span.overlaps(quote.span) for other in others)


def _doubles(text: str, paragraph: Span, number: int) -> Iterator[Quote]:
    open_at: int | None = None
    width = 1
    last = paragraph.start
    marks = list(_DOUBLE.finditer(text, paragraph.start, paragraph.end))
    inner: set[int] = set()
    for k, match in enumerate(marks):
        if k in inner:
            continue
        shape = _shape(text, match, paragraph, open_at is not None)
        if shape == "open" and open_at is not None and _is_inner(text, marks[k:], paragraph):
            inner.add(k + 1)
            continue
        if shape == "open":
            if open_at is not None and match.group() not in _OPENS:
                # A straight mark that opens while one is open: the closing one was lost.
                if text[open_at + width : match.start()].strip():
                    yield _upto_sentence_end(text, open_at, width, match.start(), number)
            elif open_at is not None:
                continue
            open_at, width = match.start(), len(match.group())
        elif open_at is not None:
            if text[open_at + width : match.start()].strip():
                words = Span(open_at + width, match.start())
                yield Quote(Span(open_at, match.end()), words, number)
            open_at, last = None, match.end()
        else:
            start = _sentence_start(text, last, match.start())
            if text[start : match.start()].strip():
                words = Span(start, match.start())
                yield Quote(Span(start, match.end()), words, number, opened=False)
            last = match.end()
    if open_at is not None and text[open_at + width : paragraph.end].strip():
        words = Span(open_at + width, paragraph.end)
        yield Quote(Span(open_at, paragraph.end), words, number, closed=False)


def _is_inner(text: str, marks: Sequence[re.Match[str]], paragraph: Span) -> bool:
    """Return whether a mark opens a quote in a quote: two marks that close come after it.

    'She wrote, "The "safe zone" is a trap." Nobody ...': same marks, one in the other.
    """
    behind = [_shape(text, mark, paragraph, is_open=False) for mark in marks[1:3]]
    near = len(marks) > 1 and "\n" not in text[marks[0].start() : marks[1].start()]
    return near and behind == ["close", "close"]


def _shape(text: str, match: re.Match[str], paragraph: Span, is_open: bool) -> str:
    mark = match.group()
    if mark in _OPENS:
        return "open"
    if mark in _CLOSES:
        return "close"
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    opens = (before.isspace() or before in "([—–-/:‘'") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,;:?!)]—–-’'")
    if opens != closes:
        return "open" if opens else "close"
    return "close" if is_open else "open"


def _upto_sentence_end(text: str, start: int, width: int, limit: int, number: int) -> Quote:
    match = _SENTENCE_END.search(text, start + width, limit)
    end = match.start() + 1 if match else len(text[:limit].rstrip())
    return Quote(Span(start, end), Span(start + width, end), number, closed=False)


def _sentence_start(text: str, first: int, end: int) -> int:
    start = first
    for match in _SENTENCE_END.finditer(text, first, end):
        start = match.end()
    while start < end and (text[start].isspace() or text[start] in ",.;:"):
        start += 1
    return start


def _singles(text: str, paragraph: Span, number: int) -> Iterator[Quote]:
    at = paragraph.start
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        if match.start() < at or not _opens_single(text, match.start(), paragraph):
            continue
        end = _single_end(text, match.end(), paragraph.end)
        if end is not None:
            inner = Span(match.end(), end)
            yield Quote(Span(match.start(), end + 1), inner, number, single=True)
            at = end + 1


def _opens_single(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return (before.isspace() or before in "([—–:") and after.isalpha()


def _single_end(text: str, first: int, limit: int) -> int | None:
    fallback = None
    for match in _SINGLE.finditer(text, first, limit):
        after = text[match.end()] if match.end() < limit else " "
        if after.isalnum() or text[match.start() - 1].isspace():
            continue
        # "the rebels' demands": a plural's apostrophe, unless nothing better closes the quote.
        following = text[match.end() : match.end() + 2].strip()
        if text[match.start() - 1] in "sS" and following[:1].isalpha():
            fallback = match.start() if fallback is None else fallback
            continue
        return match.start()
    return fallback
