"""States named beside an event: "Varnian shelling", "a raid by Varnia", a Varnian-Ostravan deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_phrases import Phrases
from dragoman.extraction.agreements_words import agreement_words
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, Extract, Span, make_id
from dragoman.packs import PackActor, Packs

_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "poss", "nn"})


class StateAdjectives:
    """Recognises adjectives (and bare names) of states before the nouns of events."""

    def __init__(self, packs: Packs) -> None:
        self.words: dict[tuple[str, ...], PackActor] = {}
        for state in packs.states.values():
            for name in (*state.adjectives, state.name, *state.abbreviations):
                self.words.setdefault(tuple(name.lower().split()), state)
        classes = lexicon().classes
        others = classes["munition"] | classes["deed"] | classes["troops"]
        self._nouns = frozenset(lexicon().nouns) | agreement_words()["nouns"] | others

    def added(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with mentions of the states so named, and the states."""
        taken = {
            token.i
            for mention in extract.actor_mentions
            for token in document.tokens_in(mention.evidence.span)
        }
        ids = {actor.pack: actor.id for actor in extract.actors if actor.pack}
        actors = list(extract.actors)
        mentions = list(extract.actor_mentions)
        for token, span, state in self._found(document, taken):
            evidence = extract.report.evidence(span)
            if state.key not in ids:
                ids[state.key] = make_id("act", extract.report.id, state.key)
                actors.append(
                    Actor(
                        id=ids[state.key],
                        name=state.name,
                        names=(state.name,),
                        type=state.type,
                        country=state.country,
                        sector=state.sector,
                        pack=state.key,
                        evidence=(evidence,),
                    )
                )
            mentions.append(
                ActorMention(
                    evidence=evidence,
                    actor=ids[state.key],
                    form="name" if token.dep == "pobj" else "adjective",
                    head=token.i,
                )
            )
        if len(mentions) == len(extract.actor_mentions):
            return extract
        mentions.sort(key=lambda mention: (mention.evidence, mention.actor))
        return msgspec.structs.replace(
            extract, actors=tuple(actors), actor_mentions=tuple(mentions)
        )

    def _found(
        self, document: Document, taken: Iterable[int]
    ) -> Iterator[tuple[Token, Span, PackActor]]:
        known = frozenset(taken)
        phrases = Phrases(document)
        for noun in document.tokens:
            if noun.pos not in ("NOUN", "PROPN") or noun.lemma.lower() not in self._nouns:
                continue
            told = (t for t in phrases.described(noun) if t.dep == "acomp")
            for token in (*self._modifiers(document, noun), *_doers(document, noun), *told):
                match = self._state(document, token) if token.i not in known else None
                if match is not None:
                    yield token, match[0], match[1]

    def _modifiers(self, document: Document, noun: Token) -> Iterator[Token]:
        for child in document.children(noun):
            if child.dep in _MODIFIERS and child.i < noun.i:
                if child.text[:1].isupper() or child.lower == "led":
                    yield child
                for inner in document.children(child):
                    if (inner.dep in _MODIFIERS or inner.dep == "conj") and (
                        child.text[:1].isupper() or child.lower == "led"
                    ):
                        yield inner

    def _state(self, document: Document, token: Token) -> tuple[Span, PackActor] | None:
        if token.i:
            before = document.tokens[token.i - 1]
            state = self.words.get((before.lower, token.lower))
            if state is not None:
                return before.span.cover(token.span), state
        state = self.words.get((token.lower,)) if token.text[:1].isupper() else None
        return (token.span, state) if state is not None else None


def _doers(document: Document, noun: Token) -> Iterator[Token]:
    """Yield the names after "by" that an event's noun takes ("the strikes by Varnia")."""
    for child in document.children(noun):
        if child.dep == "prep" and child.lower == "by":
            for name in document.children(child):
                if name.dep == "pobj" and name.text[:1].isupper():
                    yield name
                    yield from (c for c in document.children(name) if c.dep == "conj")
