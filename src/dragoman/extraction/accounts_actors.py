"""From the head tokens about a trigger to the actors that the report names there."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.language import Document, Token
from dragoman.model import ActorMention, Extract

# Heads that stand for those they belong to: "Varnian warplanes", "the leaders of Varnia".
_STANDS_FOR = ("@people", "@official", "@force", "@troops", "@weapons", "@target", "@state")
_INSIDE = frozenset({"amod", "compound", "nmod", "poss", "nn"})


class ActorFinder:
    """Looks up actors by the head tokens of their mentions in one report."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self.lexicon = lexicon()
        types = {actor.id: actor.type for actor in extract.actors}
        self._mentions: dict[int, list[ActorMention]] = {}
        for mention in extract.actor_mentions:
            self._mentions.setdefault(mention.head, []).append(mention)
        self.types = {
            head: types.get(mentions[0].actor, "unknown")
            for head, mentions in self._mentions.items()
        }

    def names(self) -> frozenset[int]:
        """Return the tokens inside names of actors, which are no triggers."""
        found: set[int] = set()
        for mentions in self._mentions.values():
            for mention in mentions:
                if mention.form in ("name", "alias"):
                    tokens = self.document.tokens_in(mention.evidence.span)
                    found.update(t.i for t in tokens if t.text[:1].isupper())
        return frozenset(found)

    def of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the ids of the actors that the tokens head or stand for, each once."""
        found: dict[str, None] = {}
        for token in tokens:
            for actor in self._at(token, 0):
                found.setdefault(actor)
        return tuple(found)

    def _at(self, token: Token, depth: int) -> tuple[str, ...]:
        mentions = self._mentions.get(token.i)
        if mentions:
            return tuple(mention.actor for mention in mentions)
        if depth > 2 or not self._stands(token):
            return ()
        inside = [
            actor
            for child in self.document.children(token)
            if child.dep in _INSIDE and child.i + 1 < len(self.document.tokens)
            for actor in self._at(child, depth + 1)
        ]
        if inside:
            return tuple(inside)
        return tuple(
            actor
            for one in self.syntax.preposed(token, ("of", "from"))
            for conjunct in self.syntax.conjuncts(one)
            for actor in self._at(conjunct, depth + 1)
        )

    def _stands(self, token: Token) -> bool:
        if token.pos in ("PROPN", "NUM", "ADJ"):
            return True
        return self.lexicon.in_class(token.lemma.lower(), _STANDS_FOR)
