"""A report's body as sentences, tokens and syntax, in our own types.

Nothing here knows the NLP library, so that a test can build a `Document` by hand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec

from dragoman.model import Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or a mark. ``head`` is the index of its governor (its own index at a root).

    ``i`` counts from 0 through the whole document; ``pos`` is a Universal POS tag, ``tag`` a
    Penn tag, ``dep`` a CLEAR dependency label, ``ent`` the entity label that the language model
    proposes ("" for none: a hint, often wrong), ``ent_start`` whether an entity begins here.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    ent_start: bool = False

    @property
    def span(self) -> Span:
        """Where the token stands in the report's text."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The token's text in lower case."""
        return self.text.lower()


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A run of tokens, ``first`` inclusive to ``last`` exclusive, in paragraph ``paragraph``.

    ``headline`` is true for the report's own title, which stands outside the body.
    """

    i: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    headline: bool = False

    @property
    def span(self) -> Span:
        """Where the sentence stands in the report's text."""
        return Span(self.start, self.end)


class Document:
    """One report's text, its sentences and tokens, and ways to walk the syntax.

    ``text`` is the whole text of the report, so offsets of tokens and sentences are offsets of
    the report. Only the headline and the body have tokens; furniture has none.
    """

    def __init__(
        self,
        report: str,
        text: str,
        tokens: tuple[Token, ...],
        sentences: tuple[Sentence, ...],
        paragraphs: tuple[Span, ...],
    ) -> None:
        self.report = report
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.paragraphs = paragraphs

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _children(self) -> list[tuple[Token, ...]]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return [tuple(found) for found in children]

    def in_sentence(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_of(self, token: Token | int) -> Sentence:
        """Return the sentence that a token stands in."""
        i = token if isinstance(token, int) else token.i
        return self.sentences[bisect_right(self._firsts, i) - 1]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at ``offset``, or None."""
        k = bisect_right(self._sentence_starts, offset) - 1
        if k < 0 or self.sentences[k].end <= offset:
            return None
        return self.sentences[k]

    def children(self, token: Token) -> tuple[Token, ...]:
        """Return the direct dependents of a token, in text order."""
        return self._children[token.i]

    def head(self, token: Token) -> Token:
        """Return the governor of a token (the token itself at a root)."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the governors of a token, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return a token and all that depends on it, in text order."""
        found = [token.i]
        for i in found:
            found.extend(child.i for child in self._children[i])
        return tuple(self.tokens[i] for i in sorted(found))

    def subtree_span(self, token: Token) -> Span:
        """Return the stretch of text from the first to the last token of a subtree."""
        tokens = self.subtree(token)
        return Span(tokens[0].start, tokens[-1].end)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that share a character with ``span``."""
        k = bisect_left(self._starts, span.start)
        if k and self.tokens[k - 1].end > span.start:
            k -= 1
        found = []
        while k < len(self.tokens) and self.tokens[k].start < span.end:
            found.append(self.tokens[k])
            k += 1
        return tuple(found)

    def head_of_span(self, span: Span) -> Token | None:
        """Return the token of a stretch of text whose governor lies outside it, or None."""
        tokens = self.tokens_in(span)
        inside = {token.i for token in tokens}
        for token in tokens:
            if token.dep != "punct" and (token.head == token.i or token.head not in inside):
                return token
        return tokens[0] if tokens else None
