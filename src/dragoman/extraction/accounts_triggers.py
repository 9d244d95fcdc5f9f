"""Nouns that are triggers, and all the triggers of a document in text order."""

from __future__ import annotations

from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_verbs import Trigger, VerbFinder
from dragoman.language import Token

# What stands before "of" an event's noun and is carried by a light verb in its stead.
_CONTAINERS = frozenset({
    "round", "series", "wave", "string", "spate", "session", "campaign", "day", "week", "month",
    "hour", "night", "statement", "message", "expression",
})  # fmt: skip
# Who does this to talks or a truce is no party to them.
_MEDIATING = frozenset({"broker", "mediate"})
# A noun inside a name so labelled is no event ("Congress", "March").
_NAMES = frozenset({"ORG", "GPE", "FAC", "PERSON", "DATE", "TIME", "NORP", "LAW"})
# What one does with an attack without itself attacking ("supported them with air strikes").
_BACKED_WITH = frozenset({"SUPPORT", "AID", "COOPERATE"})
# What somebody is "of" an attack; at a scene it only took place.
_STRUCK = {"target": "sufferer", "victim": "sufferer", "object": "sufferer", "scene": "scene"}
_BECOMING = ("be", "become", "remain")
# Verbs that tell of what took place only where their subject is a place or a time.
_SEEING = ("see", "witness")
_TIMES_SEEN = frozenset({"day", "night", "week", "weekend", "month", "year", "hour", "period"})
_NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})
_VERBAL = ("VERB", "AUX")
_ACTOR_SLOTS = ("possessor", "by", "adjective")


class Finder(VerbFinder):
    """Matches the senses of verbs and nouns against one document."""

    def of_noun(self, noun: Token) -> Trigger | None:
        """Return the trigger that a noun is, with the light verb that carries it."""
        gerund = noun.lower if noun.tag == "VBG" else ""
        rows = self.lexicon.nouns.get(noun.lemma.lower()) or self.lexicon.nouns.get(gerund)
        if not rows or noun.dep in ("compound", "nmod", "amod", "npadvmod"):
            return None
        if noun.pos == "PROPN" and noun.ent in _NAMES:
            return None
        before = frozenset(
            c.lemma.lower()
            for c in self.document.children(noun)
            if c.dep in ("compound", "amod", "nmod", "poss")
        )
        before |= self._governing_words(noun)
        for words, sense in rows:
            if before & frozenset(sense.unless) or not self._noun_object_fits(noun, sense):
                continue
            if all(word in before for word in words) and self._of_fits(noun, sense):
                if sense.type == "ASSAULT" and not words and self.accidents.is_labour(noun):
                    continue
                found = self._noun_sense(noun, sense)
                if sense.needs == "recipient" and not found.recipients:
                    continue
                hurt = sense.type == "ASSAULT"
                return None if hurt and self.accidents.of_noun(noun, found.recipients) else found
        return None

    def _noun_object_fits(self, noun: Token, sense: Sense) -> bool:
        if not sense.object:
            return True
        tokens = self.spread(self.syntax.preposed(noun, sense.prep or ("of",)))
        return any(self.belongs(token, sense.object) for token in tokens)

    def _governing_words(self, noun: Token) -> frozenset[str]:
        if noun.dep != "pobj":
            return frozenset()
        preposition = self.document.head(noun)
        return frozenset({preposition.lower, self.document.head(preposition).lemma.lower()})

    def _of_fits(self, noun: Token, sense: Sense) -> bool:
        if not sense.of:
            return True
        tokens = self.syntax.preposed(noun, ("of",)) + self.document.children(noun)
        return any(token.lemma.lower() in sense.of for token in tokens)

    def _noun_sense(self, noun: Token, sense: Sense) -> Trigger:
        light, kind = self._light(noun)
        if light is not None and light.lemma == "agree" and sense.type != "AGREE":
            # Who "agreed to a truce" has not kept it yet: two things are told.
            light, kind = None, ""
        actors = [
            t
            for slot in sense.actor or _ACTOR_SLOTS
            for t in self._noun_slot(noun, slot, sense.mutual)
        ]
        if sense.of and sense.mutual and not actors:
            # "An exchange of fire between the two": the parse has it "fire between".
            inner = self.syntax.preposed(noun, ("of",))
            actors = [t for one in inner for t in self.syntax.preposed(one, ("between",))]
        recipients: tuple[Token, ...] = ()
        for slot in sense.recipient or ():
            recipients = recipients or self.spread(self.syntax.preposed(noun, (slot,)))
        if light is not None:
            mediated = sense.mutual and light.lemma in _MEDIATING
            carried = self.syntax.agent(light) if kind == "doer" and not mediated else ()
            actors = [*carried, *actors] if not sense.mutual or carried else actors
            for slot in sense.recipient or ():
                recipients = recipients or self.spread(self.syntax.preposed(light, (slot,)))
            if kind == "sufferer":
                actors = [*actors, *self.syntax.preposed(light, ("by",))]
            if kind == "sufferer" and not recipients:
                recipients = self.spread(self.syntax.subject(light))
        if light is not None and kind == "taking_place":
            if light.lemma == "come":
                actors = actors or [*self.syntax.preposed(light, ("from",))]
            if sense.type == "ASSAULT" and light.lemma.lower() in self.lexicon.classes["striking"]:
                recipients = recipients or self.spread(self.syntax.objects(light))
        recipients = self.beneath(recipients, (), sense) or self._of_joint(noun, sense)
        if not actors:
            actors = self._claimant(noun) or self._wielder(noun, sense) or self._joint(noun)
        if sense.mode == "visit" and not actors:
            actors = self._visitor(noun)
        spread = tuple(t for t in self.spread(actors) if t.i != noun.i and t not in recipients)
        return Trigger(
            token=noun,
            sense=sense,
            light=light,
            actors=spread,
            recipients=recipients,
            mode=sense.mode or self._mode(noun, sense, spread),
        )

    def _claimant(self, noun: Token) -> list[Token]:
        """Return who "claimed responsibility for" what the noun tells of."""
        above = self.document.head(self.document.head(noun))
        verb = self.document.head(above)
        if noun.dep == "pobj" and above.lemma == "responsibility" and verb.lemma == "claim":
            return list(self.syntax.agent(verb))
        if noun.dep != "pobj" or above.i == noun.i:
            return []
        preposition = self.document.head(noun).lower
        if above.lemma == "be":
            return list(self.syntax.subject(above)) if preposition == "behind" else []
        blamed = self.lexicon.in_class(above.lemma.lower(), ("@culprit",))
        if not blamed or preposition not in ("of", "for", "in") or verb.lemma != "be":
            return []
        return list(self.syntax.subject(verb))

    def _wielder(self, noun: Token, sense: Sense) -> list[Token]:
        """Return who does something with an attack ("backed the rebels with air strikes")."""
        preposition = self.document.head(noun)
        verb = self.document.head(preposition)
        armed = sense.type == "ASSAULT" and noun.dep == "pobj" and preposition.lower == "with"
        if not armed or verb.pos != "VERB":
            return []
        told = self.of_verb(verb)
        if told is None or told.sense.type not in _BACKED_WITH:
            return []
        return list(self.syntax.agent(verb))

    def _joint(self, noun: Token) -> list[Token]:
        """Return by whom what follows was done too ("shelling and air strikes by the army")."""
        above = self.document.head(noun)
        aside = [c for c in self.document.children(above) if c.dep == "conj" and c.pos == "NOUN"]
        joined = [*self.syntax.conjuncts(noun)[1:], *(aside if noun.dep == "dobj" else ())]
        return [t for one in joined for t in self.syntax.preposed(one, ("by",))]

    def _of_joint(self, noun: Token, sense: Sense) -> tuple[Token, ...]:
        """Return whom what follows was done to too ("incursions and arrests against them")."""
        if sense.type not in ("ASSAULT", "COERCE"):
            return ()
        joined = self.syntax.conjuncts(noun)[1:]
        found = (self.syntax.preposed(one, ("against", "of")) for one in joined)
        return next((self.spread(tokens) for tokens in found if tokens), ())

    def _visitor(self, noun: Token) -> list[Token]:
        """Return who "said during a visit" or "arrived on a visit"."""
        preposition = self.document.head(noun)
        verb = self.document.head(preposition)
        if noun.dep == "pobj" and preposition.lower in ("during", "on") and verb.pos in _VERBAL:
            return list(self.syntax.agent(verb))
        return []

    def _light(self, noun: Token) -> tuple[Token | None, str]:
        """Return the light verb that carries a noun, and which kind it is."""
        first = noun
        while first.dep == "conj" and self.document.head(first).pos in ("NOUN", "PROPN"):
            first = self.document.head(first)
        verb = self.document.head(first)
        if verb.lower == "of" and self.document.head(verb).lemma.lower() in _CONTAINERS:
            first = self.document.head(verb)
            verb = self.document.head(first)
        struck = self._struck(verb)
        if struck is not None:
            return struck
        if verb.pos == "ADP":
            verb = self.document.head(verb)
        kind = ""
        if verb.pos in ("VERB", "AUX") and first.head != first.i:
            kind = self._kind(verb, first)
        if kind == "doer":
            return verb, kind
        inner = self._light_below(noun)
        return inner if inner[1] else ((verb, kind) if kind else (None, ""))

    def _struck(self, preposition: Token) -> tuple[Token, str] | None:
        """Return the verb of "was the target of", "became the scene of", and its kind."""
        noun = self.document.head(preposition)
        kind = _STRUCK.get(noun.lemma)
        verb = self.document.head(noun)
        if preposition.lower != "of" or kind is None or verb.lemma not in _BECOMING:
            return None
        return (verb, kind) if noun.dep == "attr" else None

    def _sets_scene(self, verb: Token) -> bool:
        """Return whether a verb says that its object took place ("the town has seen clashes")."""
        if verb.lemma not in _SEEING or self.syntax.passive(verb):
            return True
        subject = self.syntax.subject(verb)
        return any(
            t.i in self.placed or t.lemma in _TIMES_SEEN or self.belongs(t, ("@land",))
            for t in subject
        )

    def _light_below(self, noun: Token) -> tuple[Token | None, str]:
        """Return the light verb in a clause of the noun's own ("the talks held in May")."""
        for child in self.document.children(noun):
            if child.dep in ("acl", "relcl") and child.pos == "VERB":
                kind = self._kind(child, noun)
                if kind:
                    return child, kind
        return None, ""

    def _undone(self, verb: Token) -> bool:
        """Return whether a verb says nothing of its subject's taking place ("stop the army")."""
        if self.syntax.passive(verb):
            return True
        ending = verb.lemma.lower() in self.lexicon.ending
        return ending and any(c.dep == "dobj" for c in self.document.children(verb))

    def _kind(self, verb: Token, noun: Token) -> str:
        rows = self.lexicon.light.get(verb.lemma.lower(), ())
        near: frozenset[str] | None = None
        for word, kind in rows:
            if word and near is None:
                near = self.syntax.near_words(verb)
            if word and word not in (near or ()):
                continue
            places = self.syntax.preposed(verb, (word,)) if word else ()
            if kind == "scene":
                places = self.syntax.objects(verb) if self._sets_scene(verb) else ()
            elif kind == "taking_place":
                places = () if self._undone(verb) else self.syntax.subject(verb)
            else:
                places = (*places, *self.syntax.objects(verb))
            if noun in self.spread(places):
                return kind
        return ""


def _is_doing(finder: Finder, token: Token) -> bool:
    """Return whether a gerund is what something is said of ("shelling was reported")."""
    subject = token.tag == "VBG" and token.dep in ("csubj", "csubjpass", "nsubj", "nsubjpass")
    return subject and not any(c.dep == "dobj" for c in finder.document.children(token))


def find_triggers(finder: Finder, blocked: frozenset[int] = frozenset()) -> tuple[Trigger, ...]:
    """Return every trigger in a document, in text order; tokens in ``blocked`` are names."""
    document = finder.document
    found: list[Trigger] = []
    for token in document.tokens:
        if token.i in blocked:
            continue
        trigger = None
        if token.pos in ("VERB", "AUX"):
            hyphened = token.i > 0 and document.tokens[token.i - 1].text == "-"
            if _is_doing(finder, token):
                trigger = finder.of_noun(token)
            if trigger is None and token.dep not in ("amod", "compound") and not hyphened:
                trigger = finder.of_verb(token)
            if trigger is None and token.dep in _NOMINAL:
                # The tagger takes "airstrikes" and "shelling" for verbs, the parse does not.
                trigger = finder.of_noun(token)
        elif token.pos in ("NOUN", "PROPN"):
            trigger = finder.of_noun(token)
        if trigger is not None:
            found.append(trigger)
    return tuple(found)
