"""When, where and how many: what a report attaches to a trigger by syntax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_triggers import Trigger
from dragoman.extraction.event_places import place_of
from dragoman.language import Document, Token
from dragoman.model import Count, Dates, Extract, NumberMention, PlaceMention, TimeMention

# What a count of a trigger's own participants is a count of, by type and mode.
_INSIDE = frozenset({"compound", "amod", "nmod", "poss"})
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
    "besieged": ("SIEGE",),
    "displaced": ("DISPLACEMENT", "COERCE", "ASSAULT"),
    "villages": ("CONTROL",),
    "share_of_territory": ("CONTROL",),
    "aided": ("AID",),
}
_M = TypeVar("_M", TimeMention, PlaceMention)
_WHERE = ("in", "at", "near", "of", "from", "into", "to", "outside", "inside", "around", "across")
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
        self._triggers: dict[int, list[Trigger]] = {}
        for trigger in triggers:
            sentence = document.sentence_of(trigger.token).i
            self._triggers.setdefault(sentence, []).append(trigger)
            for token in (trigger.token, *trigger.folded, trigger.light):
                if token is not None:
                    self._anchors.setdefault(token.i, trigger)
        self._counts = self._by_trigger(extract.numbers)

    def _by_sentence(self, mentions: Iterable[_M]) -> dict[int, list[tuple[_M, Token]]]:
        found: dict[int, list[tuple[_M, Token]]] = {}
        for mention in mentions:
            head = self.document.head_of_span(mention.evidence.span)
            if head is not None:
                found.setdefault(self.document.sentence_of(head).i, []).append((mention, head))
        return found

    # -- time ---------------------------------------------------------------------------------

    def date(self, trigger: Trigger) -> Dates | None:
        """Return when the event took place as the text says, None when it does not."""
        mention = self._time(trigger, since=False)
        return mention.dates if mention else None

    def since(self, trigger: Trigger) -> Dates | None:
        """Return the time since when a state lasts, up to the day of the report."""
        mention = self._time(trigger, since=True)
        if mention is None or mention.dates is None:
            return None
        last = self.published.end if self.published else None
        return Dates(
            start=mention.dates.start,
            end=last,
            precision="range",
            evidence=mention.evidence,
            rule="since",
        )

    def date_under(self, token: Token) -> Dates | None:
        """Return the time named inside a noun's own modifiers ("the December 29 accord")."""
        rows = self._times.get(self.document.sentence_of(token).i, [])
        for mention, head in rows:
            if mention.dates is not None and head.i < token.i:
                chain = (head, *self.document.ancestors(head))
                if token in chain[:4] and all(t.pos != "VERB" for t in chain[:2]):
                    return mention.dates
        return None

    def time_under(self, action: Token) -> TimeMention | None:
        """Return the time that an action is to be done at or by, None when none is named."""
        under = {token.i for token in self.document.subtree(action)}
        rows = self._times.get(self.document.sentence_of(action).i, [])
        found = [
            (mention.bound not in ("by", "before"), head.i, mention)
            for mention, head in rows
            if head.i in under and mention.dates is not None and mention.bound != "since"
        ]
        return min(found, key=lambda row: row[:2])[2] if found else None

    def _time(self, trigger: Trigger, *, since: bool) -> TimeMention | None:
        rows = self._times.get(self.document.sentence_of(trigger.token).i, [])
        best: tuple[int, TimeMention] | None = None
        for mention, head in rows:
            if mention.dates is None or mention.kind == "set":
                continue
            if since:
                steps = self._since_then(mention, head, trigger)
            elif mention.bound in _NOT_THE_DAY or self._beyond(head, trigger):
                continue
            else:
                steps = self._distance(head, trigger)
            if steps is not None and (best is None or steps < best[0]):
                best = (steps, mention)
        return best[1] if best else None

    def _beyond(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a "since" or "until" stands between a time and the trigger."""
        for token in self.document.ancestors(head):
            if token.i == trigger.token.i:
                return False
            if token.pos in ("ADP", "SCONJ") and token.lower in _NOT_THE_DAY:
                return True
        return False

    def _since_then(self, mention: TimeMention, head: Token, trigger: Trigger) -> int | None:
        """Return the distance of a time since which, or since whose event, a state lasts."""
        if mention.bound == "since":
            return self._distance(head, trigger)
        chain = (head, *self.document.ancestors(head))
        if trigger.token not in chain:
            return None
        below = chain[: chain.index(trigger.token)]
        marked = any(
            c.lower == "since" and c.dep in ("mark", "prep")
            for token in below
            for c in (token, *self.document.children(token))
        )
        return len(below) if marked else None

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
        acting = {token.i for token in trigger.actors}
        mentions = [
            mention
            for mention, head in rows
            if head.i not in acting
            and (head.dep not in _INSIDE or head.head == trigger.token.i)
            and self.document.head(head).lower != "by"
            and not self._elsewhere(head, trigger)
        ]
        if not mentions:
            return None
        tokens = [trigger.token, trigger.light, *trigger.folded]
        if trigger.token.dep == "advcl" and trigger.token.tag == "VBG":
            tokens.append(self.document.head(trigger.token))
        for token in tokens:
            found = place_of(self.document, token.i, mentions) if token is not None else None
            if found is not None:
                return self._finer(found, rows)
        return self._attached(trigger)

    def _elsewhere(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place belongs to the clause of another event's verb."""
        mine = {t.i for t in (trigger.token, *trigger.folded, trigger.light) if t is not None}
        for token in self.document.ancestors(head):
            if token.i in mine:
                return False
            if token.pos == "VERB" and token.i in self._anchors:
                below = {one.i for one in self.document.subtree(token)}
                return trigger.token.i not in below
        return False

    def _finer(self, found: PlaceMention, rows: list[tuple[PlaceMention, Token]]) -> PlaceMention:
        """Return the place that is said to lie in the one found ("Tarsk in northern Varnia")."""
        heads = {head.i: mention for mention, head in rows}
        token = next(head for mention, head in rows if mention is found)
        while token.dep == "pobj":
            above = self.document.head(self.document.head(token))
            if above.i not in heads or above.i == token.i:
                break
            token = above
        return heads[token.i]

    def _attached(self, trigger: Trigger) -> PlaceMention | None:
        """Return the place that the trigger's own prepositions or its object name."""
        verb = trigger.light if trigger.light is not None else trigger.token
        tokens = [*self.syntax.preposed(trigger.token, _WHERE), *self.syntax.preposed(verb, _WHERE)]
        for child in self.document.children(verb):
            if child.dep in ("prt", "advmod", "prep"):
                tokens.extend(self.syntax.preposed(child, _WHERE))
        found = self.place_under(token for token in tokens if token not in trigger.actors)
        if found is not None or verb.pos != "VERB":
            return found
        objects = {token.i for token in self.syntax.objects(verb)}
        rows = self._places.get(self.document.sentence_of(verb).i, [])
        return next((mention for mention, head in rows if head.i in objects), None)

    def place_under(self, tokens: Iterable[Token]) -> PlaceMention | None:
        """Return the first place named under one of the tokens, the nearest to it."""
        for token in tokens:
            under = {one.i for one in self.document.subtree(token)}
            rows = self._places.get(self.document.sentence_of(token).i, [])
            inside = [
                ((h.dep in _INSIDE, abs(h.i - token.i)), m)
                for m, h in rows
                if h.i in under and h.dep != "poss"
            ]
            if inside:
                return min(inside, key=lambda row: row[0])[1]
        return None

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
        for trigger in self._triggers.get(self.document.sentence_of(head).i, ()):
            if head in trigger.recipients or head in trigger.affected:
                what = self._what(number, head, trigger)
                if what != "unspecified" and self._fits(what, trigger):
                    return trigger, what
        for token in (head, *self.document.ancestors(head)):
            trigger = self._anchors.get(token.i)
            if trigger is None:
                continue
            what = self._what(number, head, trigger)
            if self._fits(what, trigger):
                return trigger, what
        return self._only_one(number, head)

    def _what(self, number: NumberMention, head: Token, trigger: Trigger) -> str:
        if number.count.what == "share" and trigger.sense.type == "CONTROL":
            return "share_of_territory"
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
