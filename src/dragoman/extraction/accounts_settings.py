"""When, where and how many: what a report attaches to a trigger by syntax."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_triggers import Trigger
from dragoman.language import Document, Token
from dragoman.model import Count, Dates, Extract, NumberMention, PlaceMention, TimeMention

# What a count of a trigger's own participants is a count of, by type and mode.
_COUNTED = {
    ("COERCE", "arrest"): "detained",
    ("RETREAT", "release"): "released",
    ("ASSAULT", "abduct"): "abducted",
    ("AID", None): "aided",
}
# Which types a count may belong to. What is not listed may belong to any.
_BELONGS = {
    "killed": ("ASSAULT", "TOLL"),
    "injured": ("ASSAULT", "TOLL"),
    "wounded": ("ASSAULT", "TOLL"),
    "missing": ("ASSAULT", "TOLL"),
    "strikes": ("ASSAULT",),
    "sorties": ("ASSAULT",),
    "abducted": ("ASSAULT",),
    "detained": ("COERCE", "DETENTION"),
    "held": ("COERCE", "DETENTION"),
    "released": ("RETREAT",),
    "aided": ("AID",),
}
_NOT_THE_DAY = frozenset({"since", "until", "before", "by"})


class Settings:
    """Finds the date, the place and the counts of triggers in one report."""

    def __init__(self, document: Document, extract: Extract, triggers: Iterable[Trigger]) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self.published = extract.report.published
        self._times = self._by_sentence(extract.times)
        self._places = self._by_sentence(extract.place_mentions)
        self._anchors: dict[int, Trigger] = {}
        for trigger in triggers:
            for token in (trigger.token, *trigger.folded, trigger.light):
                if token is not None:
                    self._anchors.setdefault(token.i, trigger)
        self._counts = self._by_trigger(extract.numbers)

    def _by_sentence[M: (TimeMention, PlaceMention)](
        self, mentions: Iterable[M]
    ) -> dict[int, list[tuple[M, Token]]]:
        found: dict[int, list[tuple[M, Token]]] = {}
        for mention in mentions:
            head = self.document.head_of_span(mention.evidence.span)
            if head is not None:
                found.setdefault(self.document.sentence_of(head).i, []).append((mention, head))
        return found

    # -- time ---------------------------------------------------------------------------------

    def date(self, trigger: Trigger) -> Dates | None:
        """Return when the event took place as the text says, None when it does not."""
        rows = self._times.get(self.document.sentence_of(trigger.token).i, [])
        best: tuple[int, TimeMention] | None = None
        for mention, head in rows:
            if mention.dates is None or mention.bound in _NOT_THE_DAY or mention.kind == "set":
                continue
            steps = self._distance(head, trigger)
            if steps is not None and (best is None or steps < best[0]):
                best = (steps, mention)
        return best[1].dates if best else None

    def _distance(self, head: Token, trigger: Trigger) -> int | None:
        """Return how far up from ``head`` the trigger stands, None when it does not govern it.

        A verb in between that is another event's, or a verb of saying, ends the search.
        """
        mine = {t.i for t in (trigger.token, *trigger.folded, trigger.light) if t is not None}
        for steps, token in enumerate((head, *self.document.ancestors(head))):
            if token.i in mine:
                return steps
            if token.pos == "VERB" and token.i not in mine and token.dep not in ("amod",):
                return self._through(token, mine, steps)
            if steps > 6:
                return None
        return None

    def _through(self, verb: Token, mine: set[int], steps: int) -> int | None:
        """Return the distance through a clause's verb of which the trigger is an argument."""
        if verb.i in self._anchors:
            return None
        for token in (verb, *self.document.children(verb)):
            if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and token.i in mine:
                return steps + 2
            if token.dep in ("prep", "dobj", "nsubj", "nsubjpass"):
                for inner in self.document.children(token):
                    if inner.dep == "pobj" and inner.i in mine:
                        return steps + 3
        return None

    # -- place --------------------------------------------------------------------------------

    def place(self, trigger: Trigger) -> PlaceMention | None:
        """Return where the event took place as the text says, None when it does not."""
        rows = self._places.get(self.document.sentence_of(trigger.token).i, [])
        best: tuple[tuple[int, int], PlaceMention] | None = None
        for mention, head in rows:
            if head.dep in ("nsubj", "nsubjpass", "poss", "dobj", "amod") and not self._taken(
                head, trigger
            ):
                continue
            steps = self._distance(head, trigger)
            if steps is None:
                continue
            key = (steps, abs(head.i - trigger.token.i))
            if best is None or key < best[0]:
                best = (key, mention)
        return best[1] if best else None

    def _taken(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place is what the event was done to ("bombed Tarsk")."""
        return head in trigger.recipients and head.dep in ("dobj", "nsubjpass")

    # -- numbers ------------------------------------------------------------------------------

    def counts(self, trigger: Trigger) -> tuple[Count, ...]:
        """Return the numbers that the text attaches to the event."""
        return tuple(self._counts.get(trigger.token.i, ()))

    def _by_trigger(self, numbers: Iterable[NumberMention]) -> dict[int, list[Count]]:
        found: dict[int, list[Count]] = {}
        for number in numbers:
            trigger, what = self._owner(number)
            if trigger is None or what == "unspecified":
                continue
            count = msgspec.structs.replace(number.count, what=what)
            found.setdefault(trigger.token.i, []).append(count)
        return found

    def _owner(self, number: NumberMention) -> tuple[Trigger | None, str]:
        """Return the trigger that a number belongs to and what it counts there."""
        head = self.document.tokens[number.head]
        for token in (head, *self.document.ancestors(head)):
            trigger = self._anchors.get(token.i)
            if trigger is None:
                continue
            what = self._what(number, head, trigger)
            if self._fits(what, trigger):
                return trigger, what
        return self._only_one(number, head)

    def _what(self, number: NumberMention, head: Token, trigger: Trigger) -> str:
        if number.count.what != "unspecified":
            return number.count.what
        if trigger.effect and head in trigger.affected:
            return trigger.effect
        if head in trigger.recipients:
            sense = trigger.sense
            return _COUNTED.get((sense.type, trigger.mode), "unspecified")
        return "unspecified"

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
            if sentence.first <= i < sentence.last and self._fits(what, trigger)
        }
        return (next(iter(fitting.values())), what) if len(fitting) == 1 else (None, what)
