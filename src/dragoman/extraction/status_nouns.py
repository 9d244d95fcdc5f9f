"""Whether the event of a noun took place: by its modifiers, else by what it stands under."""

from __future__ import annotations

from abc import ABC, abstractmethod

from dragoman.extraction.status_asking import AskingReader
from dragoman.language import Token

_DEEPEST = 8
# "Asked them on a visit": only these say what was asked for or promised.
_ASKED = ("demanded", "promised")
_THERE = ("happened", "ongoing", "same", "presupposed")
_FOR = frozenset({"for", "to", "into", "about", "of", "against", "towards", "toward"})
# "Insisted on their release": with these "on" leads to what is asked for, too.
_ON = frozenset({"insist", "press", "push"})


class NounReader(AskingReader, ABC):
    """Reads the statuses of nouns in one document; verbs are read by whoever builds on it."""

    @abstractmethod
    def verb(self, verb: Token, depth: int) -> str:
        """Return the status of a verb and its clause."""

    @abstractmethod
    def _effect(self, governor: Token, below: Token) -> str | None: ...

    @abstractmethod
    def _governed(self, effect: str, governor: Token, depth: int) -> str: ...

    def noun(self, noun: Token, depth: int) -> str:
        """Return the status of the event that a noun tells of."""
        if depth > _DEEPEST:
            return "possible"
        own = self._modified(noun)
        governor = self.document.head(noun)
        if own and not self._called_off(noun, governor):
            return own
        if noun.head == noun.i:
            return "happened"
        if noun.dep in ("conj", "appos", "compound", "nmod", "poss"):
            return (
                self.noun(governor, depth + 1) if governor.pos in ("NOUN", "PROPN") else "happened"
            )
        if noun.dep == "pobj" and not (noun.lemma in self.words.sayings and self._definite(noun)):
            return self._under_preposition(noun, governor, depth)
        if governor.pos in ("VERB", "AUX"):
            return self._argument(noun, governor, depth)
        return "happened"

    def _argument(self, noun: Token, verb: Token, depth: int) -> str:
        if noun.dep in ("dobj", "attr", "dative", "oprd", "nsubjpass"):
            effect = self._by_subject(verb) or self._verb_effect(verb)
            if noun.dep == "oprd" and verb.lemma in self.words.naming:
                return "happened"
            # "A strike was called": it is to come, and nobody is asked for it.
            if verb.lemma == "call" and effect == "demanded":
                return "planned"
            if effect == "denied" and self._put_to_later(verb):
                return "planned"
            purpose = noun.dep == "nsubjpass" and verb.lemma in self.words.purposive
            if effect == "presupposed" or purpose or self._was_ordered(noun, verb, depth):
                return "happened"
            if noun.lemma in self.words.existing and verb.lemma in self.words.approving:
                return "happened"
            if effect == "denied" and noun.lemma.lower() in self.words.sayings:
                return "happened"
            if effect and effect not in ("same", "carried"):
                return self._governed(effect, verb, depth)
        if noun.dep in ("nsubj", "nsubjpass") and self._not_ended(verb):
            return "ongoing"
        clause = self.verb(verb, depth + 1)
        named = any(c.dep == "attr" for c in self.document.children(verb))
        if clause == "possible" and noun.dep == "nsubj" and verb.lemma == "be" and named:
            # "The raid may be the worst yet": the raid is there.
            return "happened"
        if clause == "denied" and noun.dep == "nsubj" and not self._empty(noun):
            # "The raid hit no one": what does not do something is there.
            acting = any(c.dep == "dobj" for c in self.document.children(verb))
            if verb.lemma == "be" or acting:
                return "happened"
        if clause in _THERE:
            return "happened"
        brought = noun.dep == "dobj" and self._verb_effect(verb) in ("same", "carried")
        return "happened" if self._definite(noun) and not brought else clause

    def _was_ordered(self, noun: Token, verb: Token, depth: int) -> bool:
        """Return whether somebody ordered a deed that was done ("ordered the killing of X")."""
        deed = verb.lemma == "order" and noun.lemma in self.words.ordered and self._definite(noun)
        return deed and self.verb(verb, depth + 1) in _THERE

    def _ended(self, noun: Token, above: Token, depth: int) -> str:
        """Return the status of what somebody may only wish an end to ("an end to attacks")."""
        if noun.tag != "NNS" or self._definite(noun):
            return "happened"
        return "possible" if self.only_wished(above, depth) else "happened"

    def only_wished(self, noun: Token, depth: int) -> bool:
        """Return whether an end to something is a wish, and nobody has put or brought it."""
        if noun.lemma not in self.words.endings:
            return False
        verb = self.document.head(noun)
        wished = self.noun(noun, depth + 1) not in _THERE
        open_ = any(c.lower in ("a", "an") for c in self.document.children(noun))
        reached = verb.pos == "VERB" and verb.lemma in self.words.ending
        return wished or (open_ and not reached)

    def _topic_of(self, preposition: Token, verb: Token) -> tuple[Token, str] | None:
        """Return the deal, and what it makes of its topic, of "reach a deal on a pullout"."""
        if preposition.lower not in ("on", "about") or verb.pos != "VERB":
            return None
        for child in self.document.children(verb):
            effect = self.words.nouns.get(child.lemma) if child.dep == "dobj" else None
            if effect in ("promised", "possible") and child.i < preposition.i:
                return child, effect
        return None

    def _under_preposition(self, noun: Token, preposition: Token, depth: int) -> str:
        governor = self.document.head(preposition)
        if governor.lower in self.words.owing and preposition.lower == "to":
            return "happened"
        before = self.document.tokens[preposition.i - 1]
        if before.lemma in self.words.answers and preposition.lower in ("to", "for"):
            return "happened"
        if preposition.lower == "including" and governor.pos == "NOUN":
            return self.noun(governor, depth + 1)
        if governor.lemma in self.words.reporting and self._empty(governor):
            # "There were no reports of clashes."
            return "denied"
        if preposition.lower == "by" and governor.tag == "VBN":
            # "Fighters backed by air strikes": what does something is there.
            clause = self.verb(governor, depth + 1)
            return "happened" if clause in ("possible", "denied", *_THERE) else clause
        above = self._effect(governor, preposition)
        if above == "presupposed":
            return self._ended(noun, governor, depth)
        if preposition.lower == "with" and governor.lemma in self.words.enduring:
            return self.verb(governor, depth + 1)
        if preposition.lower == "about" and above in _ASKED and self._definite(noun):
            # "The first call about the attack."
            return "happened"
        verbal = governor.pos in ("VERB", "AUX")
        if governor.lemma == "tell" and preposition.lower in ("of", "about"):
            above = None  # "told of 14 deaths" asks nobody for them
        asked_on = preposition.lower == "on" and governor.lemma in _ON
        beside = verbal and above in _ASKED and preposition.lower not in _FOR and not asked_on
        if above and above != "same" and preposition.lower not in self.words.when and not beside:
            return self._governed(above, governor, depth)
        effect = self.words.prepositions.get(preposition.lower)
        if effect in ("denied", "planned", "hypothetical"):
            return effect
        if effect == "presupposed":
            return "happened"
        ahead = preposition.lower in ("for", "to") and governor.pos in ("VERB", "AUX")
        if preposition.lower in ("until", "till") and governor.pos in ("VERB", "AUX"):
            clause = self.verb(governor, depth + 1)
            return "happened" if clause in ("happened", "same", "presupposed") else "possible"
        topic = self._topic_of(preposition, governor)
        if topic is not None:
            return self._governed(topic[1], topic[0], depth)
        if self._definite(noun) and not ahead:
            return "happened"
        if governor.pos in ("VERB", "AUX"):
            clause = self.verb(governor, depth + 1)
            return "happened" if clause in ("ongoing", "same", "presupposed") else clause
        if governor.pos == "NOUN" and governor.dep != "appos":
            return self.noun(governor, depth + 1)
        return "happened"
