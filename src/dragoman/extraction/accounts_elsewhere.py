"""Whether a place that is named beside a trigger is not where its event took place."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from dragoman.extraction.accounts_anchors import tokens_of
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.claims_lexicon import speaking
from dragoman.extraction.status_words import status_words
from dragoman.language import Document, Token

_WHERE = ("in", "at", "near", "of", "from", "into", "to", "outside", "inside", "around", "across")
# What is said of a place, or to those who are called by it, is not said there.
SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "SANCTION"})
# "He was arrested and handed over to Tarsk": where somebody is taken is not where it happened.
_WHITHER = frozenset({"to", "into", "toward", "towards"})
_CLAIMING = frozenset({"claim", "condemn", "denounce", "criticise", "criticize"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_HELD = ("in", "at", "near", "outside", "inside")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AIMS = frozenset({"aim", "end", "stop", "halt", "seek", "resolve", "settle", "solve"})
_TOPIC = frozenset({"over", "about", "for", "regarding", "concerning"})
# Types of events that are words: a place beside them is often what they are about.
_WORDS = frozenset({
    "CONSULT", "REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE", "COOPERATE", "CONCEDE",
})  # fmt: skip
# What a body is, and what it has where it sits: "a monitor in Tarsk", "with offices in Tarsk".
_BODIES = frozenset({
    "monitor", "group", "body", "organisation", "organization", "watchdog", "charity", "institute",
    "centre", "center", "agency", "observatory", "foundation", "website",
})  # fmt: skip
_SEATS = frozenset({"base", "headquarter", "headquarters", "office", "seat"})
# Who condemns, rejects or backs a deed need not be where it was done.
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})


class Elsewhere:
    """Tells of places that belong to another event, or that an event is only about."""

    def __init__(self, document: Document, anchors: Mapping[int, Trigger]) -> None:
        self.document = document
        self._anchors = anchors

    def holds(self, head: Token, trigger: Trigger) -> bool:
        """Return whether the place named at ``head`` is not where the event took place."""
        return (
            self._of_other_event(head, trigger)
            or self._answered(head, trigger)
            or self._whence(head, trigger)
            or self._speaking(head, trigger)
            or self._seat(head)
            or self._spoken_of(head, trigger)
        )

    def parted(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a verb parts a place from "the blasts" that are only mentioned.

        "After the blasts he called an agency in Tarsk": the blasts were told of before.
        """
        noun = trigger.token
        if trigger.light is not None or trigger.folded or noun.pos != "NOUN":
            return False
        if not any(c.lower in _POINTING for c in self.document.children(noun)):
            return False
        first, last = sorted((noun.i, head.i))
        return any(token.pos == "VERB" for token in self.document.tokens[first:last])

    def _of_other_event(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place belongs to the clause of another event's verb."""
        mine = {token.i for token in tokens_of(trigger)}
        # "Idlib and areas held by them": the place's own clause says who holds it.
        if head in self.document.ancestors(trigger.token):
            return False
        by = self.document.head(head)
        for token in self.document.ancestors(head):
            if token.i in mine:
                return False
            if token.pos == "VERB" and by.head == token.i and by.lower in _WHITHER:
                return True
            if token.pos == "VERB" and self._unreal(token):
                return True
            if token.pos == "VERB" and token.i in self._anchors:
                return token.i != self._clause(trigger)
            # "The deadliest since an assault in Tarsk".
            since = token.dep == "pobj" and self.document.head(token).lower == "since"
            if since and token.i in self._anchors:
                return True
        return False

    def _answered(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place is that of a deed that is answered: "a response to a raid in"."""
        mine = {token.i for token in tokens_of(trigger)}
        above = takewhile(lambda token: token.i not in mine, self.document.ancestors(head))
        return any(token.lemma in status_words().answers for token in above)

    def _unreal(self, verb: Token) -> bool:
        """Return whether a clause says what could or did not happen at the places in it."""
        return verb.dep == "relcl" and any(
            c.tag == "MD" or c.dep == "neg" for c in self.document.children(verb)
        )

    def _whence(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place is where an attack came from, or where those are who claim it."""
        light = trigger.light
        if trigger.sense.type != "ASSAULT" or light is None:
            return False
        by = self.document.head(head)
        if by.lower == "from" and by.head == light.i:
            return True
        chain = self.document.ancestors(head)
        return light.lemma in _CLAIMING and any(t.lower == "by" for t in chain)

    def _speaking(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place is where a speaker was: "speaking in Tarsk, he said that"."""
        above = list(self.document.ancestors(head))
        aside = next((t for t in above if t.dep == "advcl" and t.tag == "VBG"), None)
        if aside is None or aside.i in self._anchors or aside == trigger.token:
            return False
        if any(child.dep == "mark" for child in self.document.children(aside)):
            return False
        verb, mine = self.document.head(aside), self.document.ancestors(trigger.token)
        below = [t for t in (trigger.token, *mine) if t.head == verb.i]
        return verb.lemma in speaking() and any(t.dep in ("ccomp", "xcomp") for t in below)

    def _seat(self, head: Token) -> bool:
        """Return whether a place is where a body that tells of an event sits.

        "Said the Observatory, a monitor in Tarsk", "according to it, which has its seat in Tarsk".
        """
        chain = [head, *self.document.ancestors(head)]
        for k, token in enumerate(chain):
            if token.dep in ("appos", "relcl"):
                inside = {t.lemma.lower() for t in chain[1 : k + 1]}
                sits = inside & _SEATS or (token.dep == "appos" and inside & _BODIES)
                return bool(sits) and self._tells(self.document.head(token))
        return False

    def _tells(self, who: Token) -> bool:
        """Return whether somebody is the subject of a verb of saying, or behind "according to"."""
        while who.dep in ("appos", "conj"):
            who = self.document.head(who)
        above = self.document.head(who)
        if who.dep in _SUBJECTS:
            return above.lemma in speaking()
        return who.dep == "pobj" and self.document.head(above).lower == "according"

    def _spoken_of(self, head: Token, trigger: Trigger) -> bool:
        """Return whether talks or words are about a place, or of those who live there, not in it.

        "It said amid talks that Tarsk was free", "the Tarsk-based body argued", "a congress of the
        peoples of Karvelia".
        """
        if trigger.sense.type not in _WORDS:
            return False
        if trigger.sense.type in SAID and head in trigger.recipients:
            return True
        if self._follows_what_is_judged(head, trigger):
            return True
        above = list(self.document.ancestors(head))
        if trigger.token in above:
            chain = [head, *above[: above.index(trigger.token)], trigger.token]
            if chain[1].lower in _TOPIC or any(t.dep in _SUBJECTS for t in chain[:-1]):
                return True
            if chain[1].lower in _HELD:
                # Talks "that aim to end a war in Tarsk" are about it.
                return any(token.lemma in _AIMS for token in chain[3:-1])
            ofs = [k for k, token in enumerate(chain) if token.lower == "of"]
            # "In the city of Tarsk" is in Tarsk; "a congress of the peoples of Karvelia" is not.
            return bool(ofs) and self.document.head(chain[ofs[-1] + 1]).lower not in _WHERE
        verb = next((token for token in above if token.pos in ("VERB", "AUX")), None)
        if verb is not None and verb.i != self._clause(trigger):
            return not self._goes_on(verb, head, trigger)
        first = head if verb is None else [head, *above][above.index(verb)]
        return first.dep in _SUBJECTS

    def _follows_what_is_judged(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place stands after the deed judged: "condemned the raid in Tarsk".

        So it does after "accused them of a raid".
        """
        if trigger.sense.type not in _JUDGING or trigger.token.pos != "VERB":
            return False
        inside = self.document.children(trigger.token)
        links = [c for c in inside if c.lower in ("of", "for", "over")]
        judged = (c for one in (trigger.token, *links) for c in self.document.children(one))
        deeds = (
            self._anchors[c.i]
            for c in judged
            if c.dep in ("dobj", "pobj") and c.i < head.i and c.i in self._anchors
        )
        return any(deed.sense.type not in _WORDS for deed in deeds)

    def _goes_on(self, verb: Token, head: Token, trigger: Trigger) -> bool:
        """Return whether words are what somebody did somewhere for ("met in Tarsk to discuss")."""
        token = self.document.tokens[self._clause(trigger)]
        if token.dep not in ("advcl", "xcomp") or token.head != verb.i or token.i < head.i:
            return False
        if any(child.dep in _SUBJECTS for child in self.document.children(token)):
            return False
        above = self.document.head(head)
        return above.lower in _HELD and above.head == verb.i

    def _clause(self, trigger: Trigger) -> int:
        """Return the verb of the clause that the trigger stands in."""
        carrier = trigger.light if trigger.light is not None else trigger.token
        verbs = (t.i for t in self.document.ancestors(carrier) if t.pos == "VERB")
        return carrier.i if carrier.pos == "VERB" else next(verbs, carrier.i)
