"""When an event took place, as a report attaches a time to its trigger by syntax."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.extraction.accounts_anchors import by_sentence, tokens_of
from dragoman.extraction.accounts_dates_ahead import (
    NOT_THE_DAY,
    explained,
    is_full,
    is_over,
    opening,
)
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.status_words import status_words
from dragoman.extraction.times_syntax import outlook
from dragoman.language import Document, Token
from dragoman.model import Dates, Extract, TimeMention

_AHEAD = frozenset({"planned", "predicted", "promised", "threatened"})
_WITHIN = frozenset({"in", "during", "at", "amid"})
# "On Monday they traded blame over the raid", "marched against the killing": it was before.
_ABOUT = frozenset({"about", "regarding", "concerning", "over", "against", "for"})
_MEANWHILE = frozenset({"while", "as", "whilst"})
# What is claimed ("claimed responsibility for a blast on Monday") is not done on the claim's day.
_CLAIMED = frozenset({"responsibility", "credit"})
# Who holds a place is told to say which one it is: a day behind that is the deed's.
_HOLDING = frozenset({"hold", "control", "rule"})


class EventDates:
    """Finds the dates of triggers in one report."""

    def __init__(
        self, document: Document, extract: Extract, anchors: Mapping[int, Trigger]
    ) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self._anchors = anchors
        self.published = extract.report.published
        self._times = by_sentence(document, extract.times)

    def of(self, trigger: Trigger) -> Dates | None:
        """Return when the event took place as the text says, None when it does not.

        The day on which somebody was found dead is not that on which he was killed, nor is that on
        which somebody owned up to a deed the day of the deed.
        """
        told_of = trigger.token.lemma == "find" or self._claims(trigger.token)
        if trigger.sense.type == "ASSAULT" and told_of:
            return None
        mention = self._time(trigger, since=False) or self._ahead(trigger)
        mention = self._past(trigger, mention)
        return mention.dates if mention else None

    def fitting(self, date: Dates | None, status: str) -> Dates | None:
        """Return the date, or None where it cannot be that of an event of such a status.

        What is planned does not lie behind, unless the text says that it "was to" be then.
        """
        if date is None or self.published is None or status not in _AHEAD:
            return date
        first = self.published.start
        if first is None or date.end is None or date.end >= first or date.evidence is None:
            return date
        # "Was to open on Monday", "the attack, which was put off on Monday".
        return date if outlook(self.document, date.evidence.span) in ("set", "past") else None

    def _ahead(self, trigger: Trigger) -> TimeMention | None:
        """Return the time that stands ahead of a deed's clause, or opens its sentence."""
        verb = trigger.light if trigger.light is not None else trigger.token
        rows = self._times.get(self.document.sentence_of(verb).i, [])
        return opening(self.syntax, rows, verb) or explained(self.document, rows, verb)

    def _past(self, trigger: Trigger, mention: TimeMention | None) -> TimeMention | None:
        """Return the time, or None where a past verb is given one that lies ahead.

        A day told with its year stands: then it is the report's own date that is wrong.
        """
        verb = trigger.light if trigger.light is not None else trigger.token
        dates = mention.dates if mention is not None else None
        if dates is None or dates.start is None or self.published is None:
            return mention
        last = self.published.end or self.published.start
        ahead = last is not None and dates.start > last and is_over(self.document, verb)
        return None if ahead and not is_full(dates) else mention

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

    def before(self, token: Token) -> Dates | None:
        """Return the time named inside a noun's own modifiers ("the December 29 accord")."""
        rows = self._times.get(self.document.sentence_of(token).i, [])
        for mention, head in rows:
            if mention.dates is not None and head.i < token.i:
                chain = (head, *self.document.ancestors(head))
                if token in chain[:4] and all(t.pos != "VERB" for t in chain[:2]):
                    return mention.dates
        return None

    def due(self, action: Token) -> TimeMention | None:
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
            elif mention.bound in NOT_THE_DAY or self._beyond(head, trigger):
                continue
            else:
                steps = self._distance(head, trigger)
            if steps is not None and (best is None or steps < best[0]):
                best = (steps, mention)
        return best[1] if best else None

    def _beyond(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a "since" or "until" stands between a time and the trigger."""
        mine = {token.i for token in tokens_of(trigger)}
        for token in self.document.ancestors(head):
            if token.i in mine:
                return False
            bound = token.pos in ("ADP", "SCONJ") and token.lower in NOT_THE_DAY
            if bound and token.dep != "agent":  # "wounded by a device Tuesday"
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
        mine = {t.i for t in tokens_of(trigger) if t.i == trigger.token.i or not self._claims(t)}
        own = {t.i for t in (trigger.token, trigger.light) if t is not None}
        noun = self.document.head(head)
        if self._is_owned(head) and noun.i not in mine and not self._is_within(noun):
            return None
        for steps, token in enumerate((head, *self.document.ancestors(head))):
            if token.i in mine:
                # "Found dead today after they were kidnapped on Sunday": on Sunday.
                return steps + (token.i not in own)
            # "The raid was a response to Monday's attack": Monday is the other deed's.
            if steps and token.lemma in status_words().answers:
                return None
            if token.pos == "VERB" and token.i not in mine and not self._describes(token):
                # "Regretted the raid in Tarsk on Monday": a day behind the raid is the raid's.
                told = trigger.sense.type == "ASSAULT" and head.i < trigger.token.i
                about = _ABOUT if told else frozenset[str]()
                return self._through(token, mine, steps, about)
            if steps > 6:
                return None
        return None

    def _describes(self, verb: Token) -> bool:
        """Return whether a verb only says which thing is meant: "a camp held by rebels Monday"."""
        if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in _HOLDING:
            return any(child.dep == "agent" for child in self.document.children(verb))
        return verb.dep == "amod"

    def _claims(self, verb: Token) -> bool:
        """Return whether a verb says that somebody owned up to a deed."""
        owned = (c for c in self.document.children(verb) if c.dep == "dobj")
        deed = verb.lemma == "claim"
        return any(c.lemma in _CLAIMED or (deed and c.i in self._anchors) for c in owned)

    def _is_purpose(self, verb: Token, mine: set[int]) -> bool:
        """Return whether a verb says what it was for: "launched a raid to retake it on Monday"."""
        infinitive = any(child.tag == "TO" for child in self.document.children(verb))
        below = verb.dep in ("acl", "advcl", "relcl") and verb.head in mine
        return infinitive and below and self.document.tokens[verb.head].i < verb.i

    def _is_meanwhile(self, verb: Token, mine: set[int]) -> bool:
        """Return whether a clause tells of the same time: "was shot as he left home on Monday"."""
        if verb.dep != "advcl" or verb.head not in mine:
            return False
        below = self.document.children(verb)
        joined = any(c.lower in _MEANWHILE and c.dep in ("mark", "advmod") for c in below)
        return joined and not any(c.lower == "had" and c.dep == "aux" for c in below)

    def _befell(self, verb: Token) -> bool:
        """Return whether two tolls are of one blow: "one was killed and four were hurt Tuesday"."""
        effects = lexicon().effects
        return verb.lemma in effects and self.document.head(verb).lemma in effects

    def _is_worded(self, verb: Token, mine: set[int]) -> bool:
        """Return whether a deed is what a verb's object says: "signed a decree banning veils"."""
        return any(
            inner.i in mine and inner.dep == "acl" and inner.tag == "VBG"
            for child in self.document.children(verb)
            if child.dep == "dobj"
            for inner in self.document.children(child)
        )

    def _is_within(self, noun: Token) -> bool:
        """Return whether things happen in what a noun tells of ("arrested in Monday's raid")."""
        return noun.dep == "pobj" and self.document.head(noun).lower in _WITHIN

    def _is_owned(self, head: Token) -> bool:
        """Return whether a time is that of an event's noun alone.

        "Monday's clashes cast a pall over the visit", "condemned Monday's raid".
        """
        noun = self.document.head(head)
        return head.dep in ("poss", "compound", "nmod") and noun.i in self._anchors

    def _through(
        self, verb: Token, mine: set[int], steps: int, about: frozenset[str]
    ) -> int | None:
        """Return the distance through a clause's verb of which the trigger is an argument.

        Prepositions in ``about`` say what its doer spoke or fought about.
        """
        if self._is_purpose(verb, mine):
            return steps + 2
        if self._is_worded(verb, mine):
            return steps + 3
        if verb.dep == "conj" and verb.head in mine and self._befell(verb):
            return steps + 2
        if self._is_meanwhile(verb, mine):
            return steps + 2
        if verb.i in self._anchors or verb.lemma in status_words().spoken_of:
            return None
        own = any(c.dep in ("nsubj", "nsubjpass") for c in self.document.children(verb))
        if verb.dep == "conj" and verb.head in mine and not own:
            return steps + 2
        for token in (verb, *self.document.children(verb)):
            if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and token.i in mine:
                return steps + 2
            if token.dep in ("prep", "dobj", "nsubj", "nsubjpass") and token.lower not in about:
                for inner in self.document.children(token):
                    if inner.dep == "pobj" and inner.i in mine:
                        return steps + 3
        return None
