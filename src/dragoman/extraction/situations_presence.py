"""Who is somewhere: troops that are stationed in a place, bases that it hosts, a presence left."""

from __future__ import annotations

from dragoman.extraction.situations_states import StateFinder
from dragoman.extraction.situations_tolls import Situation
from dragoman.extraction.status import is_negated
from dragoman.language import Token

# Where "home" stands in "is home to", as parsers have it.
_HOMES = ("home", "host")
_BEING = ("attr", "acomp", "advmod")


class PresenceFinder(StateFinder):
    """Finds presence in one document, beside what concerns people and whole places."""

    def _presence_verb(self, verb: Token) -> Situation | None:
        lemma = verb.lemma.lower()
        if lemma not in self.words["presence_verbs"]:
            return None
        there = [
            o
            for o in self.syntax.objects(verb)
            for one in (o, *self.syntax.preposed(o, ("of",)))
            if one.lemma.lower() in self.words["presence_nouns"]
        ]
        if not there or not self._in_place((verb,)):
            return None
        trigger = self._made("PRESENCE", verb, self.syntax.agent(verb))
        extent = "none" if self._denied(verb, there[0]) else None
        places = (there[0], verb)
        return Situation(trigger=trigger, extent=extent, places=places) if trigger.actors else None

    def _there(self, verb: Token) -> Situation | None:
        """Read "troops have remained in X", "are stationed in X", "are there"."""
        lemma = verb.lemma.lower()
        passive = self.syntax.passive(verb)
        if lemma not in self.words["based_verbs" if passive else "being_verbs"]:
            return None
        who = self.syntax.objects(verb) if passive else self.syntax.subject(verb)
        if any(c.dep == "expl" for c in self.document.children(verb)):
            who = tuple(c for c in self.document.children(verb) if c.dep == "attr")
        forces = [w for w in who if self.finder.belongs(w, ("@armed",))]
        forces = [w for w in forces if self.finder.named.get(w.i) != "state"]
        where = ("in", "at", "on", "inside", "near")
        # "Are present in the town": the place hangs on the adjective.
        told = [c for c in self.document.children(verb) if c.dep == "acomp"]
        spots = tuple(t for one in (verb, *told) for t in self.syntax.preposed(one, where))
        spots += tuple(t for f in forces for t in self.syntax.preposed(f, where))
        here = any(
            self._in_place((t,)) for t in spots if t.lemma not in self.words["control_nouns"]
        )
        there = any(c.lower in ("there", "here") for c in self.document.children(verb))
        if not forces or not (here or there):
            return None
        extent = "none" if is_negated(self.document, verb) else None
        trigger = self._made("PRESENCE", verb, forces)
        return Situation(trigger=trigger, extent=extent, places=(verb,))

    def _home(self, verb: Token) -> Situation | None:
        """Read "the town is home to fighters of X"."""
        homes = [c for c in self.document.children(verb) if c.dep in _BEING and c.lemma in _HOMES]
        who = self.syntax.preposed(homes[0], ("to",)) if homes else ()
        who += self.syntax.preposed(verb, ("to",)) if homes else ()
        forces = [
            w
            for w in who
            for one in (w, *self.syntax.preposed(w, ("of",)))
            if self.finder.belongs(one, ("@armed",))
        ]
        lands = self.syntax.subject(verb)
        if not forces or not self._in_place(lands):
            return None
        return Situation(trigger=self._made("PRESENCE", verb, forces), places=lands)

    def _hosts(self, verb: Token) -> Situation | None:
        """Read "the town hosts a base of X"."""
        if verb.lemma not in self.words["hosting_verbs"] or self.syntax.passive(verb):
            return None
        bases = [
            o for o in self.syntax.objects(verb) if o.lemma.lower() in self.words["presence_nouns"]
        ]
        lands = self.syntax.subject(verb)
        if not bases or not self._in_place(lands):
            return None
        forces = self.syntax.adjectives(bases[0]) + self.syntax.possessor(bases[0])
        forces += self.syntax.preposed(bases[0], ("of",))
        return Situation(trigger=self._made("PRESENCE", verb, forces or bases), places=lands)

    def _denied(self, verb: Token, noun: Token) -> bool:
        return is_negated(self.document, verb) or any(
            c.lower == "no" for c in self.document.children(noun)
        )

    def _remaining(self, noun: Token) -> Situation | None:
        """Read "the remaining groups of X in Y", "X's presence in Y"."""
        modifiers = {c.lower for c in self.document.children(noun)}
        if noun.lemma not in ("presence", "existence") and not modifiers & self.words["remaining"]:
            return None
        holders = self.syntax.possessor(noun) + self.syntax.preposed(noun, ("of", "by"))
        holders += self.syntax.adjectives(noun)
        if noun.lemma == "existence":
            holders = tuple(h for h in holders if self.finder.belongs(h, ("@armed",)))
        governor = self.document.head(noun)
        places = (noun, governor) if governor.pos == "VERB" else (noun,)
        if not holders or not self._in_place(places):
            return None
        if noun.dep == "dobj" and governor.lemma in self.words["presence_verbs"]:
            return None
        return Situation(trigger=self._made("PRESENCE", noun, holders), places=places)
