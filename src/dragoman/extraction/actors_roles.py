"""Roles: which post a person holds, of whom, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from dragoman.extraction.actors_found import Found, Who, head_of, span_of
from dragoman.extraction.actors_phrases import (
    Phrase,
    after_name,
    before_name,
    described_before,
    is_title,
    ranks,
    styles,
)
from dragoman.extraction.actors_states import States, state_who
from dragoman.language import Document
from dragoman.model import Span


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A role of the person with key ``holder``: its title, whose it is and where it stands."""

    holder: str
    title: str
    of: str | None
    span: Span


class Posts:
    """Collects the roles of a report's persons, and the mentions that a role brings with it."""

    def __init__(self, document: Document, states: States) -> None:
        self.document = document
        self.states = states
        self.posts: list[Post] = []
        self.owners: list[Found] = []
        self.appositions: list[Found] = []

    def widened(self, found: Iterable[Found]) -> list[Found]:
        """Return ``found`` with each person's name led out to its whole noun phrase."""
        listed = sorted(found, key=lambda one: (one.first, -one.last))
        at = {i: one for one in listed for i in range(one.first, one.last)}
        return [self._widened(one, at) if one.who.type == "person" else one for one in listed]

    def _widened(self, one: Found, at: Mapping[int, Found]) -> Found:
        if not one.who.named:
            return one
        names = {i: other.first for i, other in at.items() if other.who.named}
        for i, (first_of_state, *_) in self.states.at.items():
            names.setdefault(i, first_of_state)
        first = one.first
        if self._is_modifier(one):
            return one
        before = before_name(self.document, one.first, names)
        if before:
            self.add(one.who, before, at)
            first = before.first
        rank = not before or self.document.tokens[before.head].lower in ranks()
        if rank and (set_off := described_before(self.document, first, names)) is not None:
            self.add(one.who, set_off, at)
            self._explain(one.who, set_off)
        while first > 0 and self.document.tokens[first - 1].lower in styles():
            first -= 1
        after = after_name(self.document, one.last)
        if after:
            self.add(one.who, after, at)
            self._explain(one.who, after)
        return msgspec.structs.replace(one, first=first, core=one.first)

    def _is_modifier(self, one: Found) -> bool:
        """Return whether the name only modifies a noun ("the X campaign")."""
        head = head_of(self.document, one.first, one.last)
        return head.dep == "compound" and head.head == one.last

    def _explain(self, who: Who, phrase: Phrase) -> None:
        one = Found(first=phrase.first, last=phrase.last, who=who, form="title")
        self.appositions.append(one)

    def add(self, who: Who, phrase: Phrase, at: Mapping[int, Found]) -> None:
        """Note that ``who`` holds the post that ``phrase`` words."""
        if who.type != "person":
            return
        tokens = self.document.tokens
        start = phrase.first
        if tokens[start].pos == "DET" or tokens[start].tag == "PRP$":
            start += 1
        owner, title_from = self._owner_before(start, phrase, at)
        genitives = [i for i in range(title_from, phrase.head) if tokens[i].tag == "POS"]
        title_from = genitives[-1] + 1 if genitives else title_from
        if owner is None:
            owner = self._owner_after(phrase, at)
        title_to = self._without_rank(title_from, phrase.last)
        title = _one_line(span_of(self.document, title_from, title_to).of(self.document.text))
        if owner is not None and owner.key == who.key:
            owner = None
        known = self._as_known(who, phrase, at)
        if known is not None and owner is not None and known.key != owner.key:
            owner, title_from = known, self._start_of(known, phrase, at)
        span = span_of(self.document, phrase.first, phrase.last)
        post = Post(holder=who.key, title=title, of=owner.key if owner else None, span=span)
        if post not in self.posts:
            self.posts.append(post)

    def _owner_before(
        self, start: int, phrase: Phrase, at: Mapping[int, Found]
    ) -> tuple[Who | None, int]:
        """Return who the words before the title name as its owner, and where the title starts."""
        tokens = self.document.tokens
        owner: Who | None = None
        i = start
        title_from = start
        while i < phrase.head:
            who, last = self._at(i, at)
            if who is None or last > phrase.head or tokens[last].text == "-":
                i += 1
                continue
            genitive = tokens[last].tag == "POS"
            adjective = self._is_adjective(i)
            if genitive or owner is None:
                owner = who
            if genitive or (adjective and i == title_from):
                title_from = last + 1 if genitive else last
            i = last
        return owner, title_from

    def _without_rank(self, first: int, last: int) -> int:
        """Return the end of "army spokesman" in "army spokesman Colonel X": the rank is none."""
        tokens = self.document.tokens
        end = last
        while end - 1 > first and tokens[end - 1].lower in ranks():
            end -= 1
        return end if end < last and is_title(tokens[end - 1]) else last

    def _as_known(self, who: Who, phrase: Phrase, at: Mapping[int, Found]) -> Who | None:
        """Return, of several owners named, the one whose post a pack says it is.

        "Syria's UN envoy" is the envoy of the United Nations when the pack knows him as such.
        """
        actor = self.states.packs.actors.get(who.pack or "")
        owners = {role.of for role in actor.roles} if actor else set()
        for i in range(phrase.first, phrase.head):
            one = at.get(i)
            if one is not None and one.key in owners:
                return one.who
        return None

    def _start_of(self, owner: Who, phrase: Phrase, at: Mapping[int, Found]) -> int:
        tokens = range(phrase.first, phrase.head)
        return next(i for i in tokens if i in at and at[i].who == owner)

    def _is_adjective(self, i: int) -> bool:
        if i not in self.states.at:
            return False
        _, last, match, actor = self.states.at[i]
        return match.kind == "adjective" or (
            self.document.tokens[i].text in actor.adjectives and last == i + 1
        )

    def _owner_after(self, phrase: Phrase, at: Mapping[int, Found]) -> Who | None:
        """Return the owner named after the title: "head of the X", not "envoy to Y"."""
        tokens = self.document.tokens
        i = phrase.head + 1
        if i >= phrase.last or tokens[i].lower not in ("of", "for", "at", "from"):
            return None
        while i < phrase.last:
            who, last = self._at(i, at)
            if who is not None:
                body = at.get(last) if who.type == "state" else None  # "of the U.S. Relief Bureau"
                return body.who if body is not None and body.who.type != "person" else who
            i += 1
        return None

    def _at(self, i: int, at: Mapping[int, Found]) -> tuple[Who | None, int]:
        one = at.get(i)
        if one is not None and one.who.type != "person" and one.first <= i:
            return one.who, one.last
        if i in self.states.at:
            first, last, match, actor = self.states.at[i]
            hyphened = (
                self.document.tokens[last].text == "-"
                if last < len(self.document.tokens)
                else False
            )
            if match.kind != "nationals" and not hyphened:
                who = state_who(actor)
                self._mention(first, last, who, adjective=match.kind == "adjective")
                return who, last
        return None, i + 1

    def _mention(self, first: int, last: int, who: Who, *, adjective: bool) -> None:
        found = Found(first=first, last=last, who=who, form="adjective" if adjective else "name")
        if found not in self.owners:
            self.owners.append(found)


def _one_line(text: str) -> str:
    return " ".join(text.split())
