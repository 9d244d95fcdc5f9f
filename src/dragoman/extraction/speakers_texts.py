"""Whose words a text's are: "a tweet by X", "X's letter", "an X report", "the letter"."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extraction.claims_mentions import Mentions
from dragoman.extraction.claims_sources import (
    author_of,
    is_anothers,
    is_document,
    is_medium,
    maker_of,
)
from dragoman.extraction.claims_syntax import phrase, span_of
from dragoman.extraction.speakers_said import Said
from dragoman.language import Document, Token
from dragoman.model import Actor, Span

_OF_MEDIA = frozenset({"report", "article", "story", "paper", "broadcast"})
_OF_BODIES = frozenset({"statement", "communique", "communiqué", "declaration", "claim"})
_BODIES = frozenset({"organisation", "armed_group", "government", "state"})
# "A report said" is not the report that somebody spoke in before.
_NEW = frozenset({"a", "an", "another", "other", "separate", "second"})
# How many sentences back a text is brought up, before who has just spoken counts for more.
_NEAR = 6
_DEFINITE = frozenset({"the", "this", "its", "their"})


class Texts:
    """Finds who made a text that speaks. ``resolve`` gives the actor of a phrase with its head."""

    def __init__(
        self,
        document: Document,
        names: Mentions,
        said: Said,
        resolve: Callable[[Span, Token], Actor | None],
    ) -> None:
        self._document = document
        self._names = names
        self._said = said
        self._resolve = resolve
        self._signed: dict[int, Actor] = {}

    def author(self, source: Span, head: Token) -> Actor | None:
        """Return whose text it is, told at the noun itself or where it was brought up before."""
        actor = self._by_words(source, head)
        if actor is not None:
            self._signed[head.i] = actor
        return actor

    def spoken_in(self, pronoun: Token) -> Actor | None:
        """Return whose text it is in which "he" speaks: "a letter by Novak, in which he denies"."""
        words, at = self._document.tokens, pronoun.i
        if at < 3 or words[at - 1].lower != "which" or words[at - 2].lower not in ("in", "through"):
            return None
        first = self._document.sentence_of(pronoun).first
        for text in reversed(words[first : at - 2]):
            if text.pos == "NOUN" and is_document(text):
                author = author_of(self._document, text)
                return self._maker(author) if author is not None else None
        return None

    def _by_words(self, source: Span, head: Token) -> Actor | None:
        author = author_of(self._document, head)
        if author is not None:
            return self._maker(author)
        named = self._names.name_before(source, head) or self._brought_up(head)
        if named is None and head.dep == "dobj":
            maker = maker_of(self._document, head)  # "they released a statement which said"
            named = self._known_maker(maker) if maker is not None else None
        named = named or self._medium(head) or self._just_said(head)
        return named or self._brought_up(head, far=True)

    def _maker(self, author: Token) -> Actor | None:
        words = phrase(self._document, author)
        if words and words[-1].tag == "POS":
            words = words[:-1]
        return self._resolve(span_of(words), author) if words else None

    def _brought_up(self, head: Token, *, far: bool = False) -> Actor | None:
        """Return whose the text was when the report last brought it up: "said in a statement".

        ``far``: however long ago; else within a few sentences.
        """
        new = any(t.lower in _NEW for t in self._document.children(head) if t.i < head.i)
        if new or is_anothers(self._document, head):
            return None
        first = 0 if far else self._near(head)
        for token in reversed(self._document.tokens[first : head.i]):
            if token.lemma != head.lemma:
                continue
            if token.i in self._signed:
                return self._signed[token.i]
            maker = maker_of(self._document, token) if token.lower == head.lower else None
            if maker is not None:
                return self._known_maker(maker)
        return None

    def _near(self, head: Token) -> int:
        """Return the token with which the sentences begin that stand near before a word."""
        here = self._document.sentence_of(head).i
        return self._document.sentences[max(0, here - _NEAR)].first

    def _known_maker(self, maker: Token) -> Actor | None:
        known = next((s.actor for s in self._said.backwards() if s.head.i == maker.i), None)
        return known or self._maker(maker)

    def _just_said(self, head: Token) -> Actor | None:
        """Return the body that has just spoken, for "the statement" that nobody brought up."""
        if head.lemma not in _OF_BODIES or any(
            t.lemma == head.lemma for t in self._document.tokens[self._near(head) : head.i]
        ):
            return None
        definite = any(t.lower == "the" for t in self._document.children(head) if t.i < head.i)
        last = next(self._said.backwards(), None)
        if not definite or last is None or last.actor is None or last.actor.type not in _BODIES:
            return None
        sentences = self._document.sentence_of(head).i - self._document.sentence_of(last.head).i
        return last.actor if last.actor.named and sentences <= 1 else None

    def _medium(self, head: Token) -> Actor | None:
        """Return the newspaper or agency that spoke last, for "the report said"."""
        left = [t.lower for t in self._document.children(head) if t.i < head.i]
        if head.lemma not in _OF_MEDIA or head.tag == "NNS" or not _DEFINITE & set(left):
            return None  # "some reports", "media reports in Tarsk" are anybody's
        for spoken in self._said.backwards():
            phrase = spoken.speaker.evidence.quote if spoken.speaker.evidence else ""
            if spoken.actor is not None and is_medium(f"{spoken.actor.name} {phrase}"):
                return spoken.actor
        return None
