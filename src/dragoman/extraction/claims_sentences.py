"""Sentence bounds for the claim grammar: the parser's, corrected at quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token

_ENDS = ".!?:"
_CLOSING = ")]\"”’' "


def goes_on(document: Document, number: int) -> bool:
    """Return whether sentence ``number`` was cut in its middle: it has no full stop at its end.

    The parser ends sentences behind "(SAFTA)" and "the 13th".
    """
    if not 0 <= number < len(document.sentences) - 1:
        return False
    sentence, following = document.sentences[number], document.sentences[number + 1]
    if sentence.headline or sentence.paragraph != following.paragraph:
        return False
    last = sentence.span.of(document.text).rstrip(_CLOSING)[-1:]
    return last.isalnum() or last == ","


def end_of(document: Document, token: Token) -> int:
    """Return the token index behind the last word of a sentence, of one that was cut the whole."""
    number = document.sentence_of(token).i
    while goes_on(document, number):
        number += 1
    return document.sentences[number].last


class Clauses:
    """A document with bounds that also break where a quote opens after a full stop.

    The parser runs "... Fars News.“All of it" into one sentence; here it is two.
    """

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self.document = document
        breaks = {s.first for s in document.sentences if not goes_on(document, s.i - 1)}
        for quote in quotes:
            before = document.text[max(0, quote.span.start - 9) : quote.span.start].rstrip()
            if quote.speech and before[-1:] in _ENDS:
                inside = document.tokens_in(quote.span)
                breaks.update(token.i for token in inside[:1])
        self._firsts = sorted(breaks)
        self._quotes: dict[int, list[Quote]] = {}
        for quote in quotes:
            self._quotes.setdefault(quote.paragraph, []).append(quote)

    def quotes_near(self, token: Token) -> Sequence[Quote]:
        """Return the quotes of the token's paragraph."""
        return self._quotes.get(self.document.sentence_of(token).paragraph, ())

    def bounds_of(self, token: Token) -> tuple[int, int]:
        """Return the first token index of the token's sentence and the one after its last."""
        k = bisect_right(self._firsts, token.i)
        last = self._firsts[k] if k < len(self._firsts) else len(self.document.tokens)
        return self._firsts[k - 1], last

    def first_of(self, token: Token) -> int:
        """Return the first token index of the token's sentence."""
        return self.bounds_of(token)[0]
