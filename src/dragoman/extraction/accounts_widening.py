"""Who else stands about a trigger, further off than its own slots reach.

The slots of a verb or a noun hold what the grammar ties to it. Much is tied to a word beside it:
"agreed to let monitors in" is agreed for the monitors, "approved the extradition" tells who
allowed it, "Novak's murder" befell Novak.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.extraction.accounts_aims import SPEAKING
from dragoman.extraction.accounts_doers import Doers
from dragoman.extraction.accounts_fitting import Trigger
from dragoman.extraction.accounts_triggers import Finder
from dragoman.language import Document, Token

# What is done to whoever it belongs to: "his arrest", "Novak's murder".
_BEFALLING = frozenset({
    "murder", "assassination", "killing", "execution", "kidnapping", "abduction", "slaying",
    "beheading", "lynching", "arrest", "detention", "imprisonment", "jailing", "expulsion",
    "deportation", "extradition", "conviction", "sentencing", "ouster", "overthrow", "dismissal",
    "sacking", "poisoning", "shooting", "stabbing", "torture", "indictment", "prosecution",
    "release",
})  # fmt: skip
# Of these "of" names whom it is done to, though their type is one of those who act together.
_HANDED = frozenset({"extradition", "deportation", "expulsion"})
_OWNERS = frozenset({"his", "her", "their", "whose", "my", "our"})
# Who does one of these with an event's noun lets it happen, or says it in his own name.
_CARRYING = frozenset({
    "announce", "approve", "authorise", "authorize", "order", "voice", "declare", "decree",
})  # fmt: skip
_TOWARDS = ("to", "with", "from", "into", "for", "against")
# Types whose aim may stand beneath an event's noun of another type, and which types those are.
_AIM_OF: dict[str, frozenset[str]] = {
    "MOBILIZE": frozenset({"ASSAULT"}),
    "AID": frozenset({"AID"}),
    "REQUEST": frozenset({"SANCTION", "ACCUSE"}),
    "AGREE": frozenset({"AID", "CONSULT", "COOPERATE"}),
    "THREATEN": frozenset({"SANCTION", "ASSAULT"}),
}
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_VIOLATING = frozenset({"violate", "breach", "break"})


class Widening:
    """Completes the actors and recipients of the triggers of one document."""

    def __init__(self, finder: Finder, triggers: tuple[Trigger, ...]) -> None:
        self.finder = finder
        self.document: Document = finder.document
        self.syntax = finder.syntax
        self._doers = Doers(finder)
        self._known: Mapping[int, Trigger] = {trigger.token.i: trigger for trigger in triggers}

    def of(self, trigger: Trigger) -> Trigger:
        """Return a trigger with those whom words beside it name."""
        trigger = self._befallen(trigger)
        if not self._somebody(trigger.recipients) and not trigger.affected:
            found = self._aimed(trigger)
            found = tuple(t for t in found if t not in trigger.actors and t.i != trigger.token.i)
            if found:
                trigger = msgspec.structs.replace(trigger, recipients=found)
        if not trigger.actors:
            carrier = self._carrier(trigger) or self._doers.of(trigger)
            actors = tuple(t for t in carrier if t not in trigger.recipients)
            trigger = msgspec.structs.replace(trigger, actors=actors)
        return msgspec.structs.replace(
            trigger,
            actors=self._with_included(trigger.actors),
            recipients=self._with_included(trigger.recipients),
        )

    def _somebody(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        named, belongs = self.finder.named, self.finder.belongs
        return tuple(token for token in tokens if token.i in named or belongs(token, SPEAKING))

    # -- what befell whom ------------------------------------------------------------------------

    def _befallen(self, trigger: Trigger) -> Trigger:
        """Return a trigger whose possessor is not who did it: "his arrest", "Novak's murder"."""
        noun = trigger.token
        if noun.pos not in _NOUNS or noun.lemma.lower() not in _BEFALLING:
            return trigger
        if self._somebody(trigger.recipients):
            return trigger
        if noun.lemma.lower() in _HANDED:
            over = tuple(t for t in trigger.actors if self.document.head(t).lower == "of")
            rest = tuple(t for t in trigger.actors if t not in over)
            return msgspec.structs.replace(trigger, actors=rest, recipients=over)
        beyond = self._beyond(noun)
        owners = tuple(t for t in self.syntax.possessor(noun) if self._may_suffer(t))
        owners = self.finder.spread(owners)
        rest = tuple(t for t in trigger.actors if t not in owners)
        if beyond:
            return msgspec.structs.replace(trigger, recipients=beyond)
        if not owners or any(t not in trigger.actors for t in owners[:1]):
            return trigger
        return msgspec.structs.replace(trigger, actors=rest, recipients=owners)

    def _may_suffer(self, owner: Token) -> bool:
        person = self.finder.named.get(owner.i) == "person" or owner.ent == "PERSON"
        people = self.finder.belongs(owner, ("@people",)) and owner.pos == "NOUN"
        return owner.lower in _OWNERS or person or people

    def _beyond(self, noun: Token) -> tuple[Token, ...]:
        """Return whom "of" names past a place or a day: "the murder in Tarsk of two priests"."""
        between = self.syntax.preposed(noun, ("in", "at", "on", "near"))
        further = tuple(t for one in between for t in self.syntax.preposed(one, ("of",)))
        found = tuple(
            t
            for t in further
            if self.finder.named.get(t.i) == "person" or self.finder.belongs(t, ("@people",))
        )
        return self.finder.spread(found)

    # -- whom it is aimed at ---------------------------------------------------------------------

    def _aimed(self, trigger: Trigger) -> tuple[Token, ...]:
        verb = trigger.token
        if verb.pos in ("VERB", "AUX"):
            found = self._of_infinitive(trigger) or self._of_truce(trigger)
            if found:
                return found
        return self._of_noun_beneath(trigger)

    def _of_infinitive(self, trigger: Trigger) -> tuple[Token, ...]:
        """Return whom an agreed or demanded deed is for: "agreed to let the monitors in"."""
        kind = trigger.sense.type
        if kind in ("SANCTION", "REJECT", "SUPPORT"):
            # "Convicted the bank to pay": the parse makes it the subject of what follows.
            return self._somebody(self.finder.spread(self.syntax.let(trigger.token)))
        if kind != "AGREE" or not self._somebody(trigger.actors):
            return ()
        for child in self.document.children(trigger.token):
            if child.dep in ("xcomp", "ccomp") and child.pos == "VERB" and child.tag == "VB":
                return self._of_deed(child)
        return ()

    def _of_deed(self, verb: Token) -> tuple[Token, ...]:
        inner = self._known.get(verb.i)
        if inner is not None and (found := self._somebody((*inner.recipients, *inner.affected))):
            return found
        slots = (
            self.syntax.indirect(verb),
            self.syntax.objects(verb),
            self.syntax.let(verb),
            self.syntax.preposed(verb, _TOWARDS),
            tuple(
                t
                for one in self.syntax.objects(verb)
                for t in self.syntax.preposed(one, ("of", *_TOWARDS))
            ),
        )
        for slot in slots:
            found = self._somebody(self.finder.spread(slot))
            if found:
                return found
        return ()

    def _of_truce(self, trigger: Trigger) -> tuple[Token, ...]:
        """Return with whom the truce was that is broken: "violated Varnia's ceasefire"."""
        if trigger.token.lemma not in _VIOLATING:
            return ()
        objects = self.finder.spread(self.syntax.objects(trigger.token))
        near = [t for o in objects for t in (*self.syntax.possessor(o), *self.syntax.adjectives(o))]
        return tuple(t for t in near if t.i in self.finder.named)

    def _of_noun_beneath(self, trigger: Trigger) -> tuple[Token, ...]:
        """Return the aim of an event's noun that stands beneath another of its family."""
        kinds = _AIM_OF.get(trigger.sense.type)
        if kinds is None:
            return ()
        level = [trigger.token]
        for _ in range(4):
            level = [
                child
                for token in level
                for child in self.document.children(token)
                if child.dep in ("dobj", "prep", "pobj", "conj", "xcomp", "advcl")
                and (child.pos != "VERB" or child.tag == "VB")
                and child.i > trigger.token.i
            ]
            for token in level:
                inner = self._known.get(token.i)
                if inner is not None and inner.sense.type in kinds and inner.token.pos in _NOUNS:
                    found = self._somebody(inner.recipients)
                    if found:
                        return found
        return ()

    # -- who does it -----------------------------------------------------------------------------

    def _carrier(self, trigger: Trigger) -> tuple[Token, ...]:
        """Return who approved, ordered or voiced what a noun tells of, or from whom it came."""
        noun = trigger.token
        if noun.pos not in _NOUNS:
            return ()
        verb = self.document.head(noun)
        if trigger.sense.type == "ACCUSE":
            return self.finder.spread(self.syntax.preposed(noun, ("from",)))
        if noun.dep == "dobj" and verb.lemma.lower() in _CARRYING:
            return self.finder.spread(self.syntax.agent(verb))
        return ()

    def _with_included(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return tokens with those named as some of them: "officials, including the mayor"."""
        found = list(tokens)
        for token in tokens:
            for child in self.document.children(token):
                if child.lower == "including" and child.dep == "prep":
                    inner = [c for c in self.document.children(child) if c.dep == "pobj"]
                    more = self._somebody(self.finder.spread(inner))
                    found.extend(t for t in more if t.pos == "PROPN" and t not in found)
        return tuple(found)


def widened(finder: Finder, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the triggers of a document with all who stand about them."""
    widening = Widening(finder, triggers)
    return tuple(widening.of(trigger) for trigger in triggers)
