"""Situations of people and places that are no matter of who holds what: tolls, sieges, truces."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.situations_tolls import Situation, TollFinder
from dragoman.extraction.status import is_negated
from dragoman.language import Token


class StateFinder(TollFinder):
    """Finds people held, displaced or in need, sieges and truces, to the tolls of wars."""

    def _in_place(self, tokens: Iterable[Token]) -> bool:
        for token in tokens:
            for one in self.document.subtree(token):
                if one.i in self.placed and one.dep != "poss":
                    return True
        return False

    def _kept(self, verb: Token) -> Situation | None:
        """Read "remain in custody", "hostages were shown": somebody is held, and it goes on."""
        lemma = verb.lemma.lower()
        captives = self.syntax.objects(verb) if self.syntax.passive(verb) else ()
        captives = captives or self.syntax.subject(verb)
        if lemma in self.words["staying_verbs"]:
            kept = self.syntax.preposed(verb, ("in", "under", "behind"))
            hands = [t for t in kept if t.lemma.lower() == "hand" and self._holding(t)]
            if not hands and not any(t.lemma.lower() in self.words["custody_nouns"] for t in kept):
                return None
            captors = self._holding(hands[0]) if hands else ()
        elif lemma in self.words["shown_verbs"]:
            captives = tuple(c for c in captives if c.lemma.lower() in self.words["captive_words"])
            captors = ()
        else:
            return None
        people = [c for c in captives if self.finder.belongs(c, ("@people",)) or c.pos == "PRON"]
        found = self._made("DETENTION", verb, captors, people)
        return Situation(trigger=found) if people else None

    def _holding(self, hand: Token) -> tuple[Token, ...]:
        """Return in whose hands somebody is: "two hostages are in the hands of the rebels"."""
        return self.syntax.preposed(hand, ("of",)) or self.syntax.possessor(hand)

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
        if lemma in ("leave", "abandon"):
            homes = any(o.lemma == "home" for o in self.syntax.objects(verb))
            who = tuple(s for s in self.syntax.subject(verb) if self._are_people(s))
            found = self._made("DISPLACEMENT", verb, (), who)
            return Situation(trigger=found) if homes and who else None
        who = self.syntax.subject(verb) if lemma == "flee" else self.syntax.objects(verb)
        who = tuple(w for w in who if self._are_people(w))
        if not who or (lemma == "drive" and not self._from_home(verb)):
            return None
        actors = () if lemma == "flee" else self.syntax.agent(verb)
        return Situation(trigger=self._made("DISPLACEMENT", verb, actors, who))

    def _exodus(self, noun: Token) -> Situation | None:
        """Read "an exodus of civilians from X"."""
        who = tuple(w for w in self.syntax.preposed(noun, ("of",)) if self._are_people(w))
        if not who:
            return None
        verb = self.document.head(noun)
        places = (noun, verb) if noun.dep == "dobj" else (noun,)
        return Situation(trigger=self._made("DISPLACEMENT", noun, (), who), places=places)

    def _are_people(self, token: Token) -> bool:
        """Return whether a token is people, or a share of people ("half of the population")."""
        parts = (token, *self.syntax.preposed(token, ("of",)))
        return any(
            self.finder.belongs(t, ("@people",)) or t.pos == "NUM" or t.lemma == "population"
            for t in parts
        )

    def _from_home(self, verb: Token) -> bool:
        return any(t.lemma == "home" for t in self.syntax.preposed(verb, ("from",)))

    def _need(self, verb: Token) -> Situation | None:
        lemma = verb.lemma.lower()
        subjects = self.syntax.subject(verb)
        if not any(self.finder.belongs(s, ("@people",)) for s in subjects):
            return None
        if lemma in self.words["living_verbs"] and self._without(verb):
            return Situation(trigger=self._made("NEED", verb, (), subjects))
        if lemma == "cut" and self.syntax.passive(verb) and "off" in self.syntax.near_words(verb):
            wanted = self.syntax.preposed(verb, ("from",))
            fits = any(t.lemma.lower() in self.words["need_objects"] for t in wanted)
            return Situation(trigger=self._made("NEED", verb, (), subjects)) if fits else None
        if lemma == "be":
            wanted = self.syntax.preposed(verb, ("in",))
            fits = any(t.lemma.lower() in self.words["need_nouns"] for t in wanted)
        else:
            wanted = self.syntax.objects(verb)
            wanted += self.syntax.preposed(wanted[0], ("of", "to")) if wanted else ()
            if lemma in self.words["facing_verbs"]:
                short = any(t.lemma.lower() in self.words["shortage_nouns"] for t in wanted)
                fits = short and self._of_needs(wanted)
            else:
                fits = lemma in self.words["need_verbs"] and self._of_needs(wanted)
        return Situation(trigger=self._made("NEED", verb, (), subjects)) if fits else None

    def _of_needs(self, tokens: Iterable[Token]) -> bool:
        named = [t.lemma.lower() for t in self.finder.spread(tokens)]
        return any(lemma in self.words["need_objects"] for lemma in named)

    def _without(self, verb: Token) -> bool:
        """Return whether somebody is "without access to water", "short of food"."""
        near = self.syntax.preposed(verb, ("without",))
        adjectives = [
            c
            for c in self.document.children(verb)
            if c.dep in ("acomp", "advmod", "oprd") and c.lower in self.words["short_adjectives"]
        ]
        near += tuple(t for a in adjectives for t in self.syntax.preposed(a, ("of", "on", "from")))
        inner = tuple(t for one in near for t in self.syntax.preposed(one, ("to", "of")))
        return self._of_needs((*near, *inner))

    def _besieged(self, verb: Token) -> Situation | None:
        if verb.lemma.lower() not in self.words["siege_verbs"]:
            return None
        places = self.syntax.objects(verb)
        if not self._in_place(places):
            return None
        around = self.syntax.agent(verb)
        if verb.lemma == "surround" and not any(
            self.finder.belongs(t, ("@armed",)) for t in around
        ):
            return None
        trigger = self._made("SIEGE", verb, self.syntax.agent(verb))
        return Situation(trigger=trigger, places=places)

    def _siege(
        self, token: Token, places: tuple[Token, ...], laid: tuple[Token, ...] = ()
    ) -> Situation | None:
        actors = laid + self.syntax.preposed(token, ("by",)) + self.syntax.possessor(token)
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
