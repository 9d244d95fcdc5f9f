"""Nouns that are triggers, and all the triggers of a document in text order."""

from __future__ import annotations

from dragoman.extraction.accounts_carriers import Carriers
from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.actors_states import ANSWERABLE
from dragoman.extraction.status import is_negated
from dragoman.language import Token

# Who does this to talks or a truce is no party to them.
_MEDIATING = frozenset({"broker", "mediate"})
# A noun inside a name so labelled is no event ("Congress", "March").
_NAMES = frozenset({"ORG", "GPE", "FAC", "PERSON", "DATE", "TIME", "NORP", "LAW"})
# What one does with an attack without itself attacking ("supported them with air strikes").
_BACKED_WITH = frozenset({"SUPPORT", "AID", "COOPERATE"})
_NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})
_VERBAL = ("VERB", "AUX")
# Who does this to the responsibility for an attack has made it.
_OWNING = frozenset({"claim", "take", "accept", "admit", "acknowledge", "assume"})
_OWNED = frozenset({"responsibility", "credit"})
_BEGINNING = frozenset(
    {"launch", "start", "beginning", "resumption", "continuation", "series", "use"}
)
_DONE_TO = frozenset({"shelling", "bombing", "bombarding", "strafing"})
_CHARGED_WITH = ("of", "for", "over", "in", "with")
# "Blamed the attack on rebels": after which word stands who is said to have made it.
LAID = {"blame": ("on",), "pin": ("on",), "attribute": ("to",), "ascribe": ("to",)}
WORK = frozenset({"work", "handiwork", "doing"})
_POWERS = ("state", "government", "armed_group", "organisation")
_ACTOR_SLOTS = ("possessor", "by", "adjective")


class Finder(Carriers):
    """Matches the senses of verbs and nouns against one document."""

    def of_noun(self, noun: Token) -> Trigger | None:
        """Return the trigger that a noun is, with the light verb that carries it."""
        gerund = noun.lower if noun.tag == "VBG" else ""
        rows = self.lexicon.nouns.get(noun.lemma.lower()) or self.lexicon.nouns.get(gerund)
        if not rows or noun.dep in ("compound", "nmod", "amod", "npadvmod"):
            return None
        if noun.pos == "PROPN" and noun.ent in _NAMES:
            return None
        near = [
            c for c in self.document.children(noun) if c.dep in ("compound", "amod", "nmod", "poss")
        ]
        # "Barrel bomb attack": the barrel is the bomb's.
        below = (b for c in near for b in self.document.children(c) if b.dep == "compound")
        before = frozenset(c.lemma.lower() for c in (*near, *below)) | self._governing_words(noun)
        for words, sense in rows:
            if before & frozenset(sense.unless) or not self._noun_object_fits(noun, sense):
                continue
            if all(word in before for word in words) and self._of_fits(noun, sense):
                if sense.type == "ASSAULT" and not words and self.accidents.is_labour(noun):
                    continue
                found = self._noun_sense(noun, sense)
                if not self._needs_met(sense, found.actors, found.recipients):
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
        if sense.type == "ASSAULT" and not actors:
            # "Shelling between the army and the rebels."
            actors = [*self.syntax.preposed(noun, ("between",))]
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
        if sense.type == "PROTEST":
            recipients = recipients or self.syntax.opposed(noun)
        recipients = self.beneath(recipients, (), sense) or self._of_joint(noun, sense)
        actors = [*self._also_by(noun, actors), *actors] or self._launcher(noun)
        if not actors:
            actors = self._claimant(noun) or self._charged(noun, sense)
            recipients = tuple(t for t in recipients if t not in actors)
            actors = actors or self._wielder(noun, sense) or self._joint(noun)
        if sense.mode == "visit" and not actors:
            actors = self._visitor(noun)
        if sense.borne and not recipients:
            recipients = tuple(t for t in self.owned(noun) if self._suffers(t))
            actors = [t for t in actors if t not in recipients]
        spread = tuple(t for t in self.spread(actors) if t.i != noun.i and t not in recipients)
        return Trigger(
            token=noun,
            sense=sense,
            light=light,
            actors=spread,
            recipients=recipients,
            mode=self._mode(noun, sense, spread),
        )

    def _also_by(self, noun: Token, doers: list[Token]) -> list[Token]:
        """Return whose strikes they are too ("killed by the army and Varnian strikes").

        The parse takes the army for another by which they were killed.
        """
        other = self.document.head(noun)
        if noun.dep != "conj" or other.dep != "pobj" or not doers:
            return []
        near = noun.i - other.i <= 3 and self.document.tokens[other.i + 1].lower == "and"
        return [other] if near and self.named.get(other.i) in _POWERS else []

    def _launcher(self, noun: Token) -> list[Token]:
        """Return by whom an event was begun ("the launch of an offensive by the army")."""
        above = self.document.head(self.document.head(noun))
        begun = noun.dep == "pobj" and above.pos == "NOUN" and above.lemma in _BEGINNING
        return list(self.syntax.preposed(above, ("by",))) if begun else []

    def _suffers(self, owner: Token) -> bool:
        """Return whether the owner of a murder or an arrest is a person, and no power."""
        if self.named.get(owner.i) in _POWERS:
            return False
        return not self.lexicon.in_class(owner.lemma.lower(), ("@force", "@state", "@body"))

    def _claimant(self, noun: Token) -> list[Token]:
        """Return who "claimed responsibility for" what the noun tells of."""
        above = self.document.head(self.document.head(noun))
        owned = any(t.lemma in _OWNED for t in self.syntax.objects(above))
        # "Claimed responsibility on Thursday for the attack": it hangs on the verb.
        verb = above if owned else self.document.head(above)
        own = owned or above.lemma in _OWNED
        if noun.dep == "pobj" and own and verb.lemma in _OWNING:
            # "The rebels have not claimed it": nobody is known to have made it.
            if is_negated(self.document, verb):
                return []
            return [t for doer in self.syntax.agent(verb) for t in self._sender(doer)]
        if noun.dep == "nsubj" and self.document.head(noun).lemma == "be":
            # "The attack was the work of rebels."
            said = self.document.children(self.document.head(noun))
            works = (c for c in said if c.dep == "attr" and c.lemma in WORK)
            return [t for work in works for t in self.syntax.preposed(work, ("of",))]
        if noun.dep != "pobj" or above.i == noun.i:
            return []
        preposition = self.document.head(noun).lower
        if preposition == "behind" and above.pos in ("NOUN", "PROPN"):
            # "The rebels behind the attack", "Rebels behind Tarsk attack".
            return [above]
        if above.lemma == "be":
            return list(self.syntax.subject(above)) if preposition == "behind" else []
        blamed = self.lexicon.in_class(above.lemma.lower(), ("@culprit",))
        if not blamed or preposition not in ("of", "for", "in"):
            return []
        if above.dep in ("amod", "acl", "relcl") and verb.pos in ("NOUN", "PROPN"):
            return [verb]
        return list(self.syntax.subject(verb)) if verb.lemma == "be" else []

    def _sender(self, token: Token) -> tuple[Token, ...]:
        """Return whose a paper is in which an attack is claimed ("left leaflets claiming it")."""
        if not self.lexicon.in_class(token.lemma.lower(), ("@paper",)):
            return (token,)
        named = self.syntax.possessor(token) or self.syntax.preposed(token, ("by", "from", "of"))
        verb = self.document.head(token)
        verb = self.document.head(verb) if token.dep == "pobj" else verb
        if named or token.dep == "nsubj" or verb.pos != "VERB":
            return named
        return self.syntax.agent(verb)

    def _charged(self, noun: Token, sense: Sense) -> list[Token]:
        """Return who is said to have done it: "blamed Varnia for the strike"."""
        if sense.type not in ("ASSAULT", "COERCE"):
            return []
        if noun.dep in ("dobj", "nsubjpass"):
            verb = self.document.head(noun)
            laid = LAID.get(verb.lemma.lower(), ())
            return [*self.syntax.preposed(verb, laid), *self.syntax.preposed(noun, laid)]
        preposition = self.document.head(noun)
        verb = self.document.head(preposition)
        if noun.dep != "pobj" or preposition.lower not in _CHARGED_WITH:
            return []
        if verb.lemma.lower() in ANSWERABLE:
            held = self.document.head(verb)
            verb = held if held.pos == "VERB" else self.document.head(held)
        if not self.lexicon.in_class(verb.lemma.lower(), ("@charging",)) or verb.pos != "VERB":
            return []
        passive = self.syntax.passive(verb)
        return list(self.syntax.subject(verb) if passive else self.syntax.objects(verb))

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


def _is_doing(finder: Finder, token: Token) -> bool:
    """Return whether a gerund is what something is said of ("shelling was reported")."""
    if token.tag != "VBG" or any(c.dep == "dobj" for c in finder.document.children(token)):
        return False
    # "Fled after shelling by rebels", "it said shelling had gone on": nobody shells without a town.
    alone = token.lower in _DONE_TO and token.dep in ("pcomp", "xcomp")
    return alone or token.dep in ("csubj", "csubjpass", "nsubj", "nsubjpass")


def find_triggers(finder: Finder, blocked: frozenset[int] = frozenset()) -> tuple[Trigger, ...]:
    """Return every trigger in a document, in text order; tokens in ``blocked`` are names."""
    document = finder.document
    found: list[Trigger] = []
    for token in document.tokens:
        if token.i in blocked:
            continue
        trigger = None
        if token.pos in ("VERB", "AUX"):
            if _is_doing(finder, token):
                trigger = finder.of_noun(token)
            if trigger is None and token.dep not in ("amod", "compound"):
                trigger = finder.of_verb(token)
            if trigger is None and token.dep in _NOMINAL:
                # The tagger takes "airstrikes" and "shelling" for verbs, the parse does not.
                trigger = finder.of_noun(token)
        elif token.pos in ("NOUN", "PROPN"):
            trigger = finder.of_noun(token)
        if trigger is not None:
            found.append(trigger)
    return tuple(found)
