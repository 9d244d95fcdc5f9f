"""One sentence, a deed in each of several places: "jets bombed Aleppo, Idlib and Hama"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.language import Document, Token
from dragoman.model import Account, Extract, PlaceMention, make_id

# What is done, or is so, in each of the places that a row names.
_EACH = frozenset({"ASSAULT", "PROTEST", "CONTROL", "PRESENCE"})
# Before a row of two it is what lies from one to the other: "the road between A and B".
_SPAN = frozenset({"between", "linking", "connecting", "link", "connect", "join", "joining"})


class SeveralPlaces:
    """Tells the accounts of one report that are of a row of places apart, place by place."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self._people = {one.id for one in extract.actors if one.type == "person"}
        self._at: dict[int, PlaceMention] = {
            token.i: mention
            for mention in extract.place_mentions
            for token in document.tokens_in(mention.evidence.span)
        }
        self._days = [
            document.tokens_in(time.evidence.span)[0].i
            for time in extract.times
            if time.dates is not None and document.tokens_in(time.evidence.span)
        ]

    def __call__(self, account: Account) -> Iterator[Account]:
        """Yield an account, and one like it for each other place of the row that its place is in.

        What was counted was counted in all of them, and who has a name was in one: such an
        account stays one.
        """
        yield account
        named = not self._people.isdisjoint(account.recipients)
        if account.type not in _EACH or account.place_evidence is None or account.counts or named:
            return
        seen = {account.place}
        for mention in self._row(account):
            if mention.place not in seen:
                seen.add(mention.place)
                yield msgspec.structs.replace(
                    account,
                    id=make_id("acc", account.id, mention.place),
                    place=mention.place,
                    place_evidence=mention.evidence,
                )

    def _row(self, account: Account) -> Iterator[PlaceMention]:
        where = account.place_evidence
        if where is None or not (tokens := self.document.tokens_in(where.span)):
            return
        sentence = self.document.sentence_of(tokens[0])
        if sum(sentence.first <= i < sentence.last for i in self._days) > 1:
            return  # "A on Monday and B on Tuesday"
        heads = [t for t in tokens if not tokens[0].i <= t.head <= tokens[-1].i] or [tokens[-1]]
        first = heads[-1]
        while first.dep == "conj" and first.head != first.i:
            first = self.document.head(first)
        if self.document.head(first).lower in _SPAN:
            return
        for token in self._joined(first):
            mention = self._at.get(token.i)
            if mention is not None:
                yield mention

    def _joined(self, token: Token) -> Iterator[Token]:
        yield token
        for child in self.document.children(token):
            if child.dep == "conj":
                yield from self._joined(child)
