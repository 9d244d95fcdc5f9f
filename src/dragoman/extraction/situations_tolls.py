"""Situations that run over a whole war: how many it has killed, told by whoever counts."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_triggers import Finder
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.situations_words import situation_words
from dragoman.language import Token

# What is told of a war or its toll: "left 900 dead", "put the toll from the war at 900".
_TOLD = ("dobj", "oprd", "acomp", "ccomp", "dative", "prep")


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger of a state of affairs, with how much of a place it covers.

    ``places`` are tokens under which the place is named; ``lasting`` is false for a state that
    the text puts in the past ("used to control").
    """

    trigger: Trigger
    extent: str | None = None
    places: tuple[Token, ...] = ()
    lasting: bool = True


class TollFinder:
    """Finds the tolls of wars in one document."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.document = finder.document
        self.syntax = finder.syntax
        self.placed = finder.placed
        self.words = situation_words()

    def _made(
        self,
        kind: str,
        token: Token,
        actors: Iterable[Token],
        recipients: Iterable[Token] = (),
    ) -> Trigger:
        return Trigger(
            token=token,
            sense=Sense(type=kind, words=()),
            actors=self.finder.spread(actors),
            recipients=self.finder.spread(recipients),
        )

    def _toll(self, verb: Token, event: Trigger | None) -> Situation | None:
        """Read a count of the killed that runs over a war and belongs to no one event."""
        if event is None or not event.effect or event.folded:
            return None
        children = self.document.children(verb)
        since = any(self._since_long(c) for c in children)
        so_far = any(c.dep == "advmod" and c.lower in self.words["toll_words"] for c in children)
        war = any(t.lemma.lower() in self.words["war_nouns"] for t in event.actors)
        perfect = any(c.dep == "aux" and c.lemma == "have" for c in children)
        if not (since or so_far or war or (perfect and self._in_war(verb, "long_wars"))):
            return None
        return Situation(trigger=self._made("TOLL", verb, (), event.affected))

    def _figure(self, verb: Token) -> Situation | None:
        """Read "the death toll has risen to 900", "500 have died in the war"."""
        lemma = verb.lemma.lower()
        subjects = self.syntax.subject(verb)
        if lemma in self.words["toll_verbs"] and any(self._of_a_war(s) for s in subjects):
            return Situation(trigger=self._made("TOLL", verb, ()))
        if lemma in self.words["counting_verbs"] and not self.syntax.passive(verb):
            return self._put(verb)
        if lemma in self.words["costing_verbs"] and not self.syntax.passive(verb):
            return self._costing(verb)
        if lemma not in self.words["dying_verbs"]:
            return None
        since = any(self._since_long(c) for c in self.document.children(verb))
        if not since and not self._in_war(verb):
            return None
        people = [s for s in subjects if self.finder.belongs(s, ("@people",))]
        return Situation(trigger=self._made("TOLL", verb, (), people)) if people else None

    def _of_a_war(self, noun: Token) -> bool:
        """Return whether a toll is no single attack's: that of a blast belongs to the blast."""
        return noun.lemma.lower() in self.words["toll_nouns"] and not any(
            self.finder.of_noun(t) is not None and t.lemma.lower() not in self.words["war_nouns"]
            for t in self.document.subtree(noun)
            if t.pos == "NOUN"
        )

    def _put(self, verb: Token) -> Situation | None:
        """Read "they put the death toll of the war at 900": the noun stands in what they say."""
        tolls = [o for o in self.syntax.objects(verb) if o.lemma in self.words["toll_nouns"]]
        if not tolls or not self._has(verb, "long_wars"):
            return None
        trigger = msgspec.structs.replace(self._made("TOLL", tolls[0], ()), light=verb)
        return Situation(trigger=trigger)

    def _costing(self, verb: Token) -> Situation | None:
        """Read "the war has left 900 dead", "the conflict caused 900 deaths"."""
        war = any(s.lemma in self.words["long_wars"] for s in self.syntax.subject(verb))
        if not war or not self._has(verb, "victim_nouns"):
            return None
        return Situation(trigger=self._made("TOLL", verb, ()))

    def _has(self, verb: Token, words: str) -> bool:
        """Return whether one of a list of words stands in what follows a verb in its clause."""
        below = (c for c in self.document.children(verb) if c.i > verb.i and c.dep in _TOLD)
        inside = (t for c in below for t in self.document.subtree(c))
        return any(t.lemma.lower() in self.words[words] for t in inside)

    def _in_war(self, verb: Token, wars: str = "war_nouns") -> bool:
        """Return whether somebody died "in the war", no more exactly; ``wars`` is a list's name."""
        spans = self.syntax.preposed(verb, ("in", "during"))
        return any(t.lemma.lower() in self.words[wars] for t in spans)

    def _since_long(self, child: Token) -> bool:
        """Return whether a verb's child says since when, and not "since Sunday", "since dawn"."""
        if child.dep == "prep" and child.lower in self.words["toll_since"]:
            return not any(t.lower in self.words["lately"] for t in self.document.subtree(child))
        return child.dep == "advcl" and self._since(child)

    def _since(self, verb: Token) -> bool:
        return any(
            c.dep in ("mark", "prep") and c.lower in self.words["toll_since"]
            for c in self.document.children(verb)
        )
