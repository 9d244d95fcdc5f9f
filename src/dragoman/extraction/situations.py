"""Situations: who holds or is present in a place, tolls to date, people held, sieges, truces.

A situation is found like an event, as a trigger with who stands about it; it differs in what it
may carry: an extent, and a date that says since when it lasts.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.actors_states import answers_for
from dragoman.extraction.situations_presence import PresenceFinder
from dragoman.extraction.situations_tolls import Situation
from dragoman.extraction.status import is_negated, status_of
from dragoman.language import Token

_VERBAL = ("VERB", "AUX")


class SituationFinder(PresenceFinder):
    """Finds all situations in one document: to the others it adds who holds what."""

    def find(self, events: Iterable[Trigger]) -> tuple[Situation, ...]:
        """Return the situations of the document, in text order."""
        triggers = {trigger.token.i: trigger for trigger in events}
        found: list[Situation] = []
        for token in self.document.tokens:
            one = self._at(token, triggers.get(token.i))
            if one is not None:
                found.append(one)
        return tuple(found)

    def _at(self, token: Token, event: Trigger | None) -> Situation | None:
        if token.pos in _VERBAL and token.dep not in ("amod", "compound"):
            return (
                self._toll(token, event)
                or self._figure(token)
                or self._detention(token)
                or self._kept(token)
                or self._displacement(token)
                or self._besieged(token)
                or self._freed(token)
                or self._control(token)
                or self._presence_verb(token)
                or self._there(token)
                or self._home(token)
                or self._hosts(token)
                or self._ceasefire(token)
                or self._need(token)
            )
        if token.lower in self.words["besieged_words"] and token.dep == "amod":
            return self._siege(token, (self.document.head(token),))
        if token.pos == "NOUN":
            return self._noun(token)
        return self._held(token) if token.lower in self.words["held_suffixes"] else None

    def _noun(self, token: Token) -> Situation | None:
        lemma = token.lemma.lower()
        if lemma in self.words["control_nouns"]:
            return self._under_control(token)
        if lemma in self.words["displacement_nouns"]:
            return self._exodus(token)
        if lemma in self.words["stronghold_nouns"]:
            return self._stronghold(token)
        if lemma in self.words["siege_words"]:
            if token.dep == "pobj" and self.document.head(token).lower == "under":
                return self._under_siege(token)
            verb = self.document.head(token)
            laid = token.dep == "dobj" and verb.lemma == "lay"
            far = self.syntax.preposed(verb, ("to",)) if laid else ()
            places = self.syntax.preposed(token, ("of", "on", "in", "to")) + far
            found = self._siege(token, places, self.syntax.agent(verb) if laid else ())
            over = found is not None and self._is_over(token, verb)
            return msgspec.structs.replace(found, lasting=False) if found and over else found
        return self._remaining(token) if lemma in self.words["presence_nouns"] else None

    def _is_over(self, noun: Token, verb: Token) -> bool:
        """Return whether a siege was lifted or broken, no more wished for or planned."""
        undone = noun.dep in ("dobj", "nsubjpass") and verb.lemma.lower() in self.words["ending"]
        return undone and status_of(self.document, verb) == "happened"

    def _under_siege(self, noun: Token) -> Situation | None:
        """Read "the town has been under siege by the army"."""
        held = self.document.head(self.document.head(noun))
        verbal = held.pos in _VERBAL
        places = self.syntax.subject(held) if verbal else (held,)
        around = self.syntax.preposed(held, ("by",)) if verbal else ()
        return self._siege(noun, places, around)

    # -- control ------------------------------------------------------------------------------

    def extent(self, token: Token, verb: Token | None = None) -> str | None:
        """Return how much of a place a noun phrase covers: none, part, share, all, or None."""
        inside = [token, *self.document.children(token)]
        lower = {one.lower for one in inside}
        if lower & self.words["none_words"] or self._not_a_single(lower, inside, verb):
            return "none"
        if token.lower in ("%", "percent", "cent"):
            return "share"
        if lower & self.words["all_words"]:
            return "all"
        return "part" if token.lemma.lower() in self.words["part_nouns"] else None

    def _not_a_single(self, lower: set[str], inside: list[Token], verb: Token | None) -> bool:
        if not lower & self.words["single_words"]:
            return False
        verbs = [self.document.head(inside[0]), *([verb] if verb else [])]
        negated = any(v.pos in _VERBAL and is_negated(self.document, v) for v in verbs)
        return negated or "not" in lower

    def _control(self, verb: Token) -> Situation | None:
        if verb.lemma.lower() not in self.words["control_verbs"]:
            return None
        objects = self.syntax.objects(verb)
        land = [o for o in objects if self._is_land(o)]
        if not land or answers_for(self.document, verb):
            return None
        extent = self.extent(land[0], verb)
        if is_negated(self.document, verb) and extent is None:
            extent = "none"
        trigger = self._made("CONTROL", verb, self.syntax.agent(verb))
        if not trigger.actors:
            return None
        return Situation(
            trigger=trigger,
            extent=extent,
            places=tuple(land),
            lasting=not self._used_to(verb),
        )

    def _is_land(self, token: Token) -> bool:
        if self.finder.named.get(token.i) in ("person", "armed_group", "organisation"):
            return False
        if token.i in self.placed:
            return True
        lemma = token.lemma.lower()
        if self.finder.lexicon.in_class(lemma, ("@land",)):
            return True
        return lemma in self.words["part_nouns"] and self._in_place((token,))

    def _used_to(self, verb: Token) -> bool:
        governor = self.document.head(verb)
        return verb.dep == "xcomp" and governor.lemma == "use"

    def _under_control(self, noun: Token) -> Situation | None:
        """Read "under the control of X", "under X's control", "in the hands of X"."""
        preposition = self.document.head(noun)
        if noun.dep == "dobj" and preposition.lemma in self.words["having_verbs"]:
            return self._has_control(noun, preposition)
        if noun.dep != "pobj" or preposition.lower not in self.words["under"]:
            return None
        if preposition.lower == "in" and noun.lemma == "control":
            return self._in_control(noun, self.document.head(preposition))
        holders = self.syntax.preposed(noun, ("of",)) + self.syntax.possessor(noun)
        holders += self.syntax.adjectives(noun)
        if not holders:
            return None
        held = self.document.head(preposition)
        verb = held if held.pos in _VERBAL else None
        lands = self._held_by(held)
        extent = self.extent(lands[0], verb) if lands else None
        trigger = msgspec.structs.replace(self._made("CONTROL", noun, holders), light=verb)
        return Situation(trigger=trigger, extent=extent, places=lands)

    def _in_control(self, noun: Token, verb: Token) -> Situation | None:
        """Read "X is in control of Y"."""
        lands = self.syntax.preposed(noun, ("of",))
        holders = self.syntax.subject(verb) if verb.pos in _VERBAL else ()
        if not holders or not self._in_place(lands):
            return None
        trigger = msgspec.structs.replace(self._made("CONTROL", noun, holders), light=verb)
        return Situation(trigger=trigger, extent=self.extent(lands[0], verb), places=lands)

    def _has_control(self, noun: Token, verb: Token) -> Situation | None:
        """Read "X has had control of Y"."""
        lands = self.syntax.preposed(noun, ("of", "over"))
        holders = self.syntax.agent(verb)
        if not holders or not self._in_place(lands):
            return None
        extent = "none" if is_negated(self.document, verb) else self.extent(lands[0], verb)
        trigger = msgspec.structs.replace(self._made("CONTROL", noun, holders), light=verb)
        return Situation(trigger=trigger, extent=extent, places=lands)

    def _held_by(self, held: Token) -> tuple[Token, ...]:
        if held.pos not in _VERBAL:
            return (held,)
        found = self.syntax.objects(held) or self.syntax.subject(held)
        children = self.document.children(held)
        return tuple(found) or tuple(c for c in children if c.dep in ("attr", "nsubj"))

    def _stronghold(self, noun: Token) -> Situation | None:
        holders = self.syntax.possessor(noun) + self.syntax.preposed(noun, ("of",))
        holders += tuple(c for c in self.document.children(noun) if c.dep in ("compound", "amod"))
        holders = tuple(h for h in holders if h.i in self.finder.named)
        places = (noun, self.document.head(noun)) if noun.dep == "appos" else (noun,)
        if not holders or not self._in_place(places):
            return None
        return Situation(trigger=self._made("CONTROL", noun, holders), places=places)

    def _held(self, token: Token) -> Situation | None:
        """Read "the rebel-held town"."""
        if token.dep != "amod":
            return None
        holders = tuple(c for c in self.document.children(token) if c.i < token.i and c.text != "-")
        noun = self.document.head(token)
        if not holders or not self._in_place((noun,)):
            return None
        return Situation(trigger=self._made("CONTROL", token, holders), places=(noun,))

    def _freed(self, verb: Token) -> Situation | None:
        """Read "has been completely cleared of X": X holds none of it."""
        if verb.lemma.lower() not in self.words["freed_verbs"]:
            return None
        adverbs = {c.lower for c in self.document.children(verb) if c.dep == "advmod"}
        if not adverbs & self.words["fully"]:
            return None
        gone = self.syntax.preposed(verb, ("from", "of"))
        lands = self.syntax.objects(verb)
        if not gone or not self._in_place(lands):
            return None
        trigger = self._made("CONTROL", verb, gone)
        return Situation(trigger=trigger, extent="none", places=lands)
