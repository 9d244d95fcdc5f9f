"""How many: the numbers that a report attaches to a trigger by syntax."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from dragoman.extraction.accounts_claims import ClaimFinder
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.numbers_lists import groups, is_person
from dragoman.extraction.numbers_measures import is_distance
from dragoman.language import Document, Token
from dragoman.model import Count, NumberMention

# What a count of a trigger's own participants is a count of, by type and mode.
# What comes of something ("riots stemming from the murder").
_ARISING = frozenset({"result", "stem", "arise", "spring", "ensue"})
_COUNTED = {
    ("COERCE", "arrest"): "detained",
    ("RETREAT", "release"): "released",
    ("ASSAULT", "abduct"): "abducted",
    ("AID", None): "aided",
    ("NEED", None): "in_need",
    ("DETENTION", None): "held",
    ("DISPLACEMENT", None): "displaced",
}
# What soldiers may be counted as, too.
_CAPTIVE = ("detained", "released", "abducted", "held")
# Which types a count may belong to. What is not listed may belong to any.
_BELONGS = {
    "killed": ("ASSAULT", "TOLL"),
    "injured": ("ASSAULT", "TOLL"),
    "wounded": ("ASSAULT", "TOLL"),
    "missing": ("ASSAULT", "TOLL"),
    "destroyed": ("ASSAULT",),
    "damaged": ("ASSAULT",),
    "shots": ("ASSAULT",),
    "strikes": ("ASSAULT",),
    "sorties": ("ASSAULT",),
    "abducted": ("ASSAULT",),
    "detained": ("COERCE", "DETENTION"),
    "held": ("COERCE", "DETENTION"),
    "released": ("RETREAT",),
    "besieged": ("SIEGE",),
    "displaced": ("DISPLACEMENT", "COERCE", "ASSAULT"),
    "villages": ("CONTROL",),
    "share_of_territory": ("CONTROL",),
    "aided": ("AID",),
}


# What a count is read as of those who may have done a deed.
_DOERS = ("troops", "unspecified")


class Counts:
    """The counts of each trigger of one report.

    ``anchors`` gives the trigger of each token that is a word of it.
    """

    def __init__(
        self,
        document: Document,
        numbers: Iterable[NumberMention],
        anchors: Mapping[int, Trigger],
        triggers: Iterable[Trigger],
        voices: ClaimFinder,
    ) -> None:
        self.document = document
        self._voices = voices
        self._anchors = anchors
        self._triggers: dict[int, list[Trigger]] = {}
        for trigger in triggers:
            sentence = document.sentence_of(trigger.token).i
            self._triggers.setdefault(sentence, []).append(trigger)
        # Those that no trigger has counted, or one of which another voice tells.
        self.unowned: list[NumberMention] = []
        self._counts = self._by_trigger(numbers)

    def of(self, trigger: Trigger) -> tuple[Count, ...]:
        """Return the numbers that the text attaches to the event."""
        return tuple(self._counts.get(trigger.token.i, ()))

    def _by_trigger(self, numbers: Iterable[NumberMention]) -> dict[int, list[Count]]:
        found: dict[int, list[Count]] = {}
        for number in numbers:
            if is_distance(self.document, number):
                continue
            trigger, what = self._owner(number)
            if trigger is None or what == "unspecified":
                self.unowned.append(number)
                continue
            if self._apart(self.document.tokens[number.head], trigger):
                self.unowned.append(number)
            count = msgspec.structs.replace(number.count, what=what)
            found.setdefault(trigger.token.i, []).append(count)
        return found

    def _owner(self, number: NumberMention) -> tuple[Trigger | None, str]:
        """Return the trigger that a number belongs to and what it counts there."""
        head = self.document.tokens[number.head]
        for trigger in self._triggers.get(self.document.sentence_of(head).i, ()):
            if head in trigger.recipients or head in trigger.affected:
                what = self._what(number, head, trigger)
                if what != "unspecified" and self._fits(what, trigger):
                    return trigger, what
        left = self._left_by(head, ("relcl",))
        if left is not None and self._fits(number.count.what, left):
            return left, number.count.what  # "two raids in May which left nine dead"
        for token in (head, *self.document.ancestors(head)):
            anchor = self._anchors.get(token.i)
            if anchor is None:
                continue
            what = self._what(number, head, anchor)
            if self._fits(what, anchor):
                return anchor, what
        left = self._left_by(head) or self._toll_of(head)
        if left is not None and self._fits(number.count.what, left):
            return left, number.count.what
        return self._only_one(number, head)

    def _left_by(self, head: Token, deps: tuple[str, ...] = ()) -> Trigger | None:
        """Return the last attack before "..., leaving nine dead" in its sentence.

        With ``deps`` only where the leaving is one of these: ("relcl",) for "which left".
        """
        leaving = next((t for t in self.document.ancestors(head) if t.lemma == "leave"), None)
        if leaving is None or (deps and leaving.dep not in deps):
            return None
        first = self.document.sentence_of(leaving).first
        before = [
            (i, trigger)
            for i, trigger in self._anchors.items()
            if first <= i < leaving.i
            and trigger.sense.type == "ASSAULT"
            and not self._gave_rise(trigger.token, head)
        ]
        return max(before, key=lambda row: row[0])[1] if before else None

    def _toll_of(self, head: Token) -> Trigger | None:
        """Return the attack whose toll is said to have risen to a number."""
        for token in (head, *self.document.ancestors(head)):
            for toll in (token, *self.document.children(token)):
                if toll.lemma == "toll":
                    below = (self._anchors.get(one.i) for one in self.document.subtree(toll))
                    return next((t for t in below if t and t.sense.type == "ASSAULT"), None)
            if token.pos == "VERB":
                return None
        return None

    def _what(self, number: NumberMention, head: Token, trigger: Trigger) -> str:
        if number.count.what == "share" and trigger.sense.type == "CONTROL":
            return "share_of_territory"
        if self._attacked(number, head, trigger):
            return "attackers"
        of_kind = _COUNTED.get((trigger.sense.type, trigger.mode))
        if number.count.what == "troops" and of_kind in _CAPTIVE and head in trigger.recipients:
            return str(of_kind)  # "gave back 25 soldiers"
        if number.count.what != "unspecified":
            return number.count.what
        if trigger.effect and head in trigger.affected:
            return trigger.effect
        if head in trigger.recipients:
            counted = _COUNTED.get((trigger.sense.type, trigger.mode), "unspecified")
            return counted if self._may_be_people(head) else "unspecified"
        return "unspecified"

    def _attacked(self, number: NumberMention, head: Token, trigger: Trigger) -> bool:
        """Return whether those counted did a deed: "four gunmen attacked", "by some 30 men"."""
        one_sided = trigger.sense.type == "ASSAULT" and not trigger.sense.mutual
        counted = {head.i, *self._group(head)} & {actor.i for actor in trigger.actors}
        doers = one_sided and counted and number.count.what in _DOERS
        return bool(doers) and head.pos == "NOUN" and is_person(head)  # not "and over 400 wounded"

    def _group(self, head: Token) -> tuple[int, ...]:
        """Return the group that people make up: that of "a group of 30 men stormed in"."""
        of = self.document.head(head)
        group = self.document.head(of)
        made = of.lower == "of" and head.dep == "pobj" and group.lemma.lower() in groups()
        return (group.i,) if made else ()

    def _may_be_people(self, head: Token) -> bool:
        """Return whether a counted noun is one of people, or leaves open what it counts."""
        people = lexicon().in_class(head.lemma.lower(), ("@people",))
        return people or is_person(head) or head.pos == "PROPN"

    def _fits(self, what: str, trigger: Trigger) -> bool:
        return trigger.sense.type in _BELONGS.get(what, (trigger.sense.type,))

    def _only_one(self, number: NumberMention, head: Token) -> tuple[Trigger | None, str]:
        """Return the one trigger of the sentence that the number can belong to, if one only."""
        what = number.count.what
        if what not in _BELONGS:
            return None, what
        sentence = self.document.sentence_of(head)
        fitting = {
            trigger.token.i: trigger
            for i, trigger in self._anchors.items()
            if sentence.first <= i < sentence.last
            and self._fits(what, trigger)
            and not self._gave_rise(trigger.token, head)
        }
        return (next(iter(fitting.values())), what) if len(fitting) == 1 else (None, what)

    def _gave_rise(self, deed: Token, counted: Token) -> bool:
        """Return whether a deed is only what led to that in which people were hurt.

        "Riots resulting from the murder of X have left nine dead": they died in the riots.
        """
        preposition = self.document.head(deed)
        rising = self.document.head(preposition).lemma in _ARISING
        beside = counted not in self.document.ancestors(deed)  # not "deaths resulting from it"
        return deed.dep == "pobj" and preposition.lower == "from" and rising and beside

    def _apart(self, head: Token, trigger: Trigger) -> bool:
        """Return whether two voices tell of them: "A killed 40, it said; B spoke of three dead"."""
        one, two = self._voices.voice(head.span), self._voices.voice(trigger.token.span)
        return one is not None and two is not None and one != two
