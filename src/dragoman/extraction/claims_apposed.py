"""Whose a source phrase is that names one actor to explain another, or that lost its commas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.extraction.actors_phrases import styles
from dragoman.extraction.claims_sources import is_role
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, Span

# What no phrase goes on over: a clause begins, or a mark sets something off.
_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP"})
_CITING = frozenset({"cite", "quote"})
_MARKS = frozenset({",", ";", ":", "(", '"', "“", "—", "–"})


class Name(msgspec.Struct, frozen=True):
    """An actor named at tokens ``first`` to ``last``, the last one included."""

    actor: Actor
    span: Span
    head: int
    first: int
    last: int

    @property
    def is_person(self) -> bool:
        """Whether it is a person's name."""
        return self.actor.type == "person"


class Apposed:
    """The names of a report as parts of longer source phrases."""

    def __init__(self, document: Document, mentions: Iterable[tuple[ActorMention, Actor]]) -> None:
        self._document = document
        self._names = list(self._named(mentions))

    def _named(self, mentions: Iterable[tuple[ActorMention, Actor]]) -> Iterator[Name]:
        for mention, actor in mentions:
            if mention.form in ("name", "alias"):
                span = mention.evidence.span
                tokens = self._document.tokens_in(span)
                yield Name(actor, span, mention.head, tokens[0].i, tokens[-1].i)

    def opening(self, source: Span, head: Token) -> Actor | None:
        """Return Karvelia of "Karvelia a key ally of Jan Novak", or None."""
        for name in self._names:
            before = source.contains(name.span) and name.head < head.i
            if before and name.span.end < source.end and self.opens(name, source):
                return name.actor
        return None

    def closing(self, source: Span, head: Token) -> Actor | None:
        """Return who ends a phrase that the parse hangs on his body: "League (L) chief Jan Novak".

        Also Jan Novak of "University of Tarsk, Ostin's chancellor, Jan Novak".
        """
        for name in self._names:
            if not self._ends(name, source) or name.first <= head.i + 1 or not name.is_person:
                continue
            between = self._document.tokens[head.i + 1 : name.first]
            marks = [t.text for t in between if t.tag in ("-LRB-", "-RRB-")]
            if marks == ["(", ")"] and between[-1].text == ")":
                titled = is_role(self._document.tokens[name.first])
            elif between[-1].text == ",":
                owned = any(t.tag == "POS" for t in between) and is_role(between[-2:][0])
                titled = owned or self._is_post(source)
            else:
                continue
            if titled:
                return name.actor
        return None

    def _ends(self, name: Name, source: Span) -> bool:
        """Return whether a name ends a phrase, but for a bracket: "General Jan Novak (rtd)"."""
        rest = self._document.text[name.span.end : source.end].strip()
        return name.span.end <= source.end and (not rest or (rest[0] + rest[-1] == "()"))

    def _is_post(self, source: Span) -> bool:
        """Return whether a phrase begins with one post of somebody: "Secretary of the League"."""
        words = self._document.tokens_in(source)
        link = next((k for k, t in enumerate(words) if t.lower in ("of", "for", "in", ",")), 0)
        return link > 0 and is_role(words[link - 1]) and not any(t.lower == "and" for t in words)

    def explained(self, source: Span) -> Actor | None:
        """Return the League of "The League a key ally of Jan Novak asked", which lost its comma.

        The parse gives such a sentence to the noun that explains its subject.
        """
        tokens = self._document.tokens
        inside = self._document.tokens_in(source)
        first = self._document.sentence_of(inside[0]).first
        opening = first + 1 if tokens[first].tag == "DT" else first
        for name in self._names:
            if name.first not in (first, opening) or name.last >= inside[0].i:
                continue
            between = tokens[name.last + 1 : inside[-1].i + 1]
            broken = any(t.tag in _CLAUSE or t.text in _MARKS for t in between)
            post = name.is_person and self._begins_post(between)
            if (between[0].lower in ("a", "an") or post) and not broken:
                return name.actor
        return None

    def _begins_post(self, words: Sequence[Token]) -> bool:
        """Return whether "head of" or "the head of" opens some words."""
        rest = words[1:] if words[0].lower == "the" else words
        return len(rest) > 1 and is_role(rest[0]) and rest[1].lower in ("of", "for")

    def cut_short(self, source: Span, head: Token) -> Actor | None:
        """Return the person in whose name a phrase ends: "Jan al" of "Jan al-Novak", or None."""
        following = self._document.tokens_in(Span(source.end, source.end + 2))
        if not following or following[0].tag == "POS":
            return None
        for name in self._names:
            inside = name.span.contains(head.span) and name.span.contains(following[0].span)
            if inside and name.is_person:
                return name.actor
        return None

    def behind(self, source: Span, head: Token) -> Actor | None:
        """Return Jan Novak of "some of the wounded League chief Jan Novak", two phrases run in."""
        if head.pos not in ("PRON", "DET"):
            return None
        ends = (n for n in self._names if n.is_person and n.span.end == source.end and n.first)
        return next((n.actor for n in ends if is_role(self._document.tokens[n.first - 1])), None)

    def citing(self, source: Span, head: Token) -> Actor | None:
        """Return KNA of "Citing sources in the town KNA said", which lost its comma."""
        tokens = self._document.tokens
        first = self._document.sentence_of(head).first
        led = tokens[first].tag == "VBG" and tokens[first].lemma.lower() in _CITING
        if not led or source.start < tokens[first].end:
            return None
        ends = (n for n in self._names if n.span.end == source.end and n.first > first + 1)
        return next((n.actor for n in ends if tokens[n.first - 1].pos != "ADP"), None)

    def is_cut(self, source: Span) -> bool:
        """Return whether a phrase is but the end of an unknown body's name."""
        longer = (
            n for n in self._names if n.span.end == source.end and n.span.start < source.start
        )
        return any(name.actor.pack is None for name in longer)

    def abbreviated(self, source: Span) -> Actor | None:
        """Return the League of "the League for Peace, or LFP": one actor with both its names."""
        last = self._document.tokens_in(source)[-1]
        short = self._document.tokens[last.i - 1].lower == "or" and last.text.isupper()
        named = {name.actor.id: name.actor for name in self._names if source.contains(name.span)}
        return next(iter(named.values())) if short and len(named) == 1 else None

    def opens_phrase(self, mention: ActorMention, source: Span) -> bool:
        """Return whether the name of a mention opens a phrase that lost its comma."""
        span = mention.evidence.span
        return any(self.opens(name, source) for name in self._names if name.span == span)

    def opens(self, name: Name, source: Span) -> bool:
        """Return whether a name opens a phrase that lost its comma: "the League a body of ..."."""
        tokens = self._document.tokens_in(source)
        led = tokens[0].tag == "DT" or tokens[0].lower in styles()
        lead = tokens[1:] if led and name.first != tokens[0].i else tokens
        if name.first != lead[0].i:
            return False
        following = self._document.tokens[name.last + 1]
        if following.lower in ("a", "an"):
            return True
        if following.lower == "the" and any(is_role(t) for t in tokens if t.i > following.i):
            return name.is_person  # "Jan Novak the organizations head"
        return name.is_person and (self._holds_post(name, source) or self._is_states(name, source))

    def _holds_post(self, name: Name, source: Span) -> bool:
        """Return whether a post follows a name without a comma: "Jan Novak head of the League"."""
        tokens = self._document.tokens
        post = name.last + 1
        while source.contains(tokens[post].span) and is_role(tokens[post]):
            post += 1
        return post > name.last + 1 and tokens[post].lower in ("of", "for")

    def _is_states(self, name: Name, source: Span) -> bool:
        """Return whether a state's post follows without marks: "Jan Novak Karvelias envoy"."""
        rest = self._document.tokens_in(Span(name.span.end, source.end))
        if not 1 < len(rest) < 5 or name.last == name.first or rest[0].pos != "PROPN":
            return False
        lost = rest[0].text[0].isupper() and rest[0].lower.endswith("s")
        return lost and is_role(rest[-1])
