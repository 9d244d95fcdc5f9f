"""Situations: who holds or is present in a place, tolls to date, people held, sieges, truces.

A situation is found like an event, as a trigger with who stands about it; it differs in what it
may carry: an extent, and a date that says since when it lasts.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_triggers import Finder, Trigger
from dragoman.extraction.situations_words import situation_words
from dragoman.extraction.status import is_negated
from dragoman.language import Token

_VERBAL = ("VERB", "AUX")


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger of a state of affairs, with how much of a place it covers.

    ``places`` are tokens under which the place is named; ``lasting`` is false for a state that
    the text puts in the past ("used to control").
    """

    trigger: Trigger
    extent: str | None = None
    places: tuple[Token, ...] = ()
    lasting: bool = True


class SituationFinder:
    """Finds situations in one document."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.document = finder.document
        self.syntax = finder.syntax
        self.placed = finder.placed
        self.words = situation_words()

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
                or self._detention(token)
                or self._displacement(token)
                or self._besieged(token)
                or self._freed(token)
                or self._control(token)
                or self._presence_verb(token)
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
        if lemma in self.words["stronghold_nouns"]:
            return self._stronghold(token)
        if lemma in self.words["siege_words"]:
            return self._siege(token, self.syntax.preposed(token, ("of", "on", "in")))
        return self._remaining(token) if lemma in self.words["presence_nouns"] else None

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

    # -- control ------------------------------------------------------------------------------

    def _in_place(self, tokens: Iterable[Token]) -> bool:
        for token in tokens:
            for one in self.document.subtree(token):
                if one.i in self.placed and one.dep != "poss":
                    return True
        return False

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
        if not land:
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
        if noun.dep != "pobj" or preposition.lower not in self.words["under"]:
            return None
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

    # -- presence -----------------------------------------------------------------------------

    def _presence_verb(self, verb: Token) -> Situation | None:
        lemma = verb.lemma.lower()
        if lemma not in self.words["presence_verbs"]:
            return None
        there = [
            o for o in self.syntax.objects(verb) if o.lemma.lower() in self.words["presence_nouns"]
        ]
        if not there or not self._in_place((verb,)):
            return None
        trigger = self._made("PRESENCE", verb, self.syntax.agent(verb))
        extent = "none" if self._denied(verb, there[0]) else None
        return Situation(trigger=trigger, extent=extent, places=(verb,)) if trigger.actors else None

    def _denied(self, verb: Token, noun: Token) -> bool:
        return is_negated(self.document, verb) or any(
            c.lower == "no" for c in self.document.children(noun)
        )

    def _remaining(self, noun: Token) -> Situation | None:
        """Read "the remaining groups of X in Y", "X's presence in Y"."""
        modifiers = {c.lower for c in self.document.children(noun)}
        if noun.lemma != "presence" and not modifiers & self.words["remaining"]:
            return None
        holders = self.syntax.possessor(noun) + self.syntax.preposed(noun, ("of", "by"))
        holders += self.syntax.adjectives(noun)
        governor = self.document.head(noun)
        places = (noun, governor) if governor.pos == "VERB" else (noun,)
        if not holders or not self._in_place(places):
            return None
        if noun.dep == "dobj" and governor.lemma in self.words["presence_verbs"]:
            return None
        return Situation(trigger=self._made("PRESENCE", noun, holders), places=places)

    # -- people -------------------------------------------------------------------------------

    def _toll(self, verb: Token, event: Trigger | None) -> Situation | None:
        """Read a count of the killed that runs over a war and belongs to no one event."""
        if event is None or not event.effect or event.folded:
            return None
        children = self.document.children(verb)
        since = any(
            (c.dep == "prep" and c.lower in self.words["toll_since"])
            or (c.dep == "advcl" and self._since(c))
            for c in children
        )
        so_far = any(c.dep == "advmod" and c.lower in self.words["toll_words"] for c in children)
        war = any(t.lemma.lower() in self.words["war_nouns"] for t in event.actors)
        if not (since or so_far or war):
            return None
        return Situation(trigger=self._made("TOLL", verb, (), event.affected))

    def _since(self, verb: Token) -> bool:
        return any(
            c.dep in ("mark", "prep") and c.lower in self.words["toll_since"]
            for c in self.document.children(verb)
        )

    def _detention(self, verb: Token) -> Situation | None:
        if verb.lemma.lower() not in self.words["detention_verbs"]:
            return None
        objects = self.syntax.objects(verb)
        people = [o for o in objects if self.finder.belongs(o, ("@people",))]
        stative = verb.lemma == "hold" or (verb.tag == "VBN" and verb.dep == "acl")
        if not people or not stative:
            return None
        return Situation(trigger=self._made("DETENTION", verb, self.syntax.agent(verb), people))

    def _displacement(self, verb: Token) -> Situation | None:
        lemma = verb.lemma.lower()
        if lemma not in self.words["displacement_verbs"]:
            return None
        who = self.syntax.subject(verb) if lemma == "flee" else self.syntax.objects(verb)
        who = tuple(w for w in who if self.finder.belongs(w, ("@people",)) or w.pos == "NUM")
        if not who or (lemma == "drive" and not self._from_home(verb)):
            return None
        actors = () if lemma == "flee" else self.syntax.agent(verb)
        return Situation(trigger=self._made("DISPLACEMENT", verb, actors, who))

    def _from_home(self, verb: Token) -> bool:
        return any(t.lemma == "home" for t in self.syntax.preposed(verb, ("from",)))

    def _need(self, verb: Token) -> Situation | None:
        lemma = verb.lemma.lower()
        subjects = self.syntax.subject(verb)
        if not any(self.finder.belongs(s, ("@people",)) for s in subjects):
            return None
        if lemma == "be":
            wanted = self.syntax.preposed(verb, ("in",))
            fits = any(t.lemma.lower() in self.words["need_nouns"] for t in wanted)
        else:
            wanted = self.syntax.objects(verb)
            fits = lemma in self.words["need_verbs"] and any(
                t.lemma.lower() in self.words["need_objects"] for t in wanted
            )
        return Situation(trigger=self._made("NEED", verb, (), subjects)) if fits else None

    def _besieged(self, verb: Token) -> Situation | None:
        if verb.lemma.lower() not in self.words["siege_verbs"]:
            return None
        places = self.syntax.objects(verb)
        if not self._in_place(places):
            return None
        trigger = self._made("SIEGE", verb, self.syntax.agent(verb))
        return Situation(trigger=trigger, places=places)

    # -- sieges and truces --------------------------------------------------------------------

    def _siege(self, token: Token, places: tuple[Token, ...]) -> Situation | None:
        actors = self.syntax.preposed(token, ("by",)) + self.syntax.possessor(token)
        actors += self.syntax.adjectives(token)
        if not actors and not self._in_place(places):
            return None
        return Situation(trigger=self._made("SIEGE", token, actors), places=places)

    def _ceasefire(self, verb: Token) -> Situation | None:
        truces = [
            s for s in self.syntax.subject(verb) if s.lemma.lower() in self.words["ceasefire_nouns"]
        ]
        if not truces:
            return None
        lemma = verb.lemma.lower()
        near = self.syntax.near_words(verb)
        on = lemma in self.words["ceasefire_on"] or (
            lemma in ("be", "remain", "stay") and bool(near & self.words["in_force"])
        )
        off = lemma in self.words["ceasefire_off"]
        if not on and not off:
            return None
        parties = self.syntax.preposed(truces[0], ("between", "with"))
        extent = "none" if off or is_negated(self.document, verb) else "all"
        return Situation(
            trigger=self._made("CEASEFIRE", verb, parties), extent=extent, places=(verb, truces[0])
        )
