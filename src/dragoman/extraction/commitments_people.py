"""Who undertakes something: named actors, else those whom the text calls "the two sides"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_actors import ActorFinder
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.commitments_words import commitment_words
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, ActorType, Extract, Span, make_id

_PEOPLE = ("@people", "@official", "@force", "@troops", "@state", "@body")
_PERSON = ("@official",)
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "case", "nn"})


class Promisers:
    """Looks up who the words for an undertaking's subject are; ``new`` are unnamed ones added."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.actors = ActorFinder(document, extract)
        self.new: dict[str, Actor] = {}
        self.mentions: list[ActorMention] = []
        self._named = {actor.id for actor in extract.actors if actor.named}
        self._spans = {
            (mention.head, mention.actor): mention.evidence.span
            for mention in extract.actor_mentions
        }

    def of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the actors that the tokens head or stand for, each token's but once."""
        found: dict[str, None] = {}
        for token in tokens:
            for actor in self._one_each(token, self.actors.of((token,))):
                found.setdefault(actor)
        return tuple(found)

    def _one_each(self, token: Token, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Drop a second actor made of the same words: "the army" is one, "both sides" are two."""
        named = tuple(actor for actor in ids if actor in self._named)
        if token.lemma.lower() in commitment_words()["sides"] and len(named) > 1:
            return named
        kept: dict[Span | str, str] = {}
        for actor in ids:
            kept.setdefault(self._spans.get((token.i, actor), actor), actor)
        return tuple(kept.values())

    def undertaking(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return who undertakes something, "the two sides" as an unnamed actor of their own.

        What "her husband" vowed is his own affair, and no side's.
        """
        kin = commitment_words()["kin"]
        subjects = tuple(t for t in tokens if t.pos != "NOUN" or t.lemma.lower() not in kin)
        found = self.of(subjects)
        if found:
            return found
        return tuple(dict.fromkeys(self._unnamed(t) for t in subjects if self._is_people(t)))

    def _is_people(self, token: Token) -> bool:
        lemma = token.lemma.lower()
        if token.pos != "NOUN":
            return False
        return lemma in commitment_words()["sides"] or lexicon().in_class(lemma, _PEOPLE)

    def _unnamed(self, token: Token) -> str:
        report = self.extract.report
        span = self._phrase(token)
        words = [t for t in self.document.tokens_in(span) if t.dep != "det"] or [token]
        name = Span(words[0].start, words[-1].end).of(report.text)
        actor = make_id("act", report.id, "promiser", name.lower())
        evidence = report.evidence(span)
        plural = token.tag in ("NNS", "NNPS")
        person = not plural and lexicon().in_class(token.lemma.lower(), _PERSON)
        kind: ActorType = "person" if person else "group"
        if actor not in self.new:
            self.new[actor] = Actor(
                id=actor, name=name, names=(name,), type=kind, named=False, evidence=(evidence,)
            )
        mention = ActorMention(evidence=evidence, actor=actor, form="nominal", head=token.i)
        if mention not in self.mentions:
            self.mentions.append(mention)
        return actor

    def _phrase(self, token: Token) -> Span:
        start = token
        for child in self.document.children(token):
            if child.i < token.i and child.dep in _BEFORE:
                start = min((start, *self.document.subtree(child)), key=lambda t: t.i)
        return Span(start.start, token.end)
