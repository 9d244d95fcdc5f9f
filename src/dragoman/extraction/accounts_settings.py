"""When, where and how many: what a report attaches to a trigger by syntax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dragoman.extraction.accounts_counts import Counts
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.event_places import place_of
from dragoman.language import Document, Token
from dragoman.model import Count, Dates, Extract, NumberMention, PlaceMention, TimeMention

_M = TypeVar("_M", TimeMention, PlaceMention)
_INSIDE = frozenset({"compound", "amod", "nmod", "poss"})
_WHERE = ("in", "at", "near", "of", "from", "into", "to", "outside", "inside", "around", "across")
# What is said of a place, or to those who are called by it, is not said there.
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "SANCTION"})
# "He was arrested and handed over to Tarsk": where somebody is taken is not where it happened.
_WHITHER = frozenset({"to", "into", "toward", "towards"})
_CLAIMING = frozenset({"claim", "condemn", "denounce", "criticise", "criticize"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_NOT_THE_DAY = frozenset({"since", "until", "before", "by"})
_HELD = ("in", "at", "near", "outside", "inside")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AIMS = frozenset({"aim", "end", "stop", "halt", "seek", "resolve", "settle", "solve"})
_TOPIC = frozenset({"over", "about", "for", "regarding", "concerning"})
# Types of events that are words: a place beside them is often what they are about.
_WORDS = frozenset({
    "CONSULT", "REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE", "COOPERATE", "CONCEDE",
})  # fmt: skip


class Settings:
    """Finds the date, the place and the counts of triggers in one report."""

    def __init__(self, document: Document, extract: Extract, triggers: Iterable[Trigger]) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self.published = extract.report.published
        self._times = self._by_sentence(extract.times)
        self._places = self._by_sentence(extract.place_mentions)
        self._anchors: dict[int, Trigger] = {}
        known = tuple(triggers)
        for trigger in known:
            for token in (trigger.token, *trigger.folded, trigger.light):
                if token is not None:
                    self._anchors.setdefault(token.i, trigger)
        self._counts = Counts(document, extract.numbers, self._anchors, known)

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
        mention = self._time(trigger, since=False) or self._opening(trigger)
        return mention.dates if mention else None

    def _opening(self, trigger: Trigger) -> TimeMention | None:
        """Return the time that opens a sentence, of a verb that shares its first verb's subject.

        "In May the army took the town and shelled the port" puts both in May.
        """
        verb = trigger.light if trigger.light is not None else trigger.token
        first = verb
        while first.dep == "conj" and first.pos == "VERB":
            if any(c.dep in ("nsubj", "nsubjpass") for c in self.document.children(first)):
                return None
            first = self.document.head(first)
        if first.i == verb.i or first.pos != "VERB":
            return None
        subject = min((c.i for c in self.syntax.subject(first)), default=first.i)
        for mention, head in self._times.get(self.document.sentence_of(verb).i, []):
            above = next((t for t in self.document.ancestors(head) if t.pos == "VERB"), None)
            told = mention.dates is not None and mention.kind != "set"
            if told and head.i < subject and above is not None and above.i == first.i:
                return None if mention.bound in _NOT_THE_DAY else mention
        return None

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
        own = any(c.dep in ("nsubj", "nsubjpass") for c in self.document.children(verb))
        if verb.dep == "conj" and verb.head in mine and not own:
            return steps + 2
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
            and (head.dep not in _INSIDE or head.head == trigger.token.i or self._of_land(head))
            and self.document.head(head).lower != "by"
            and not self._elsewhere(head, trigger)
            and not self._whence(head, trigger)
            and not self._spoken_of(head, trigger)
        ]
        if not mentions:
            return None
        if trigger.mode == "visit" and trigger.token.pos == "VERB":
            going = self.syntax.preposed(trigger.token, ("to", "in"))
            where = self.place_under((*self.syntax.objects(trigger.token), *going))
            if where is not None:
                return where
        tokens = [trigger.token, trigger.light, *trigger.folded]
        if trigger.token.dep == "advcl" and trigger.token.tag == "VBG":
            tokens.append(self.document.head(trigger.token))
        for token in tokens:
            found = place_of(self.document, token.i, mentions) if token is not None else None
            if found is not None:
                finer = self._finer(found, rows)
                return None if self._of_other_clause(finer, rows, trigger) else finer
        return self._attached(trigger)

    def _of_other_clause(
        self, found: PlaceMention, rows: list[tuple[PlaceMention, Token]], trigger: Trigger
    ) -> bool:
        """Return whether a verb parts a place from "the blasts" that are only mentioned.

        "After the blasts he called an agency in Tarsk": the blasts were told of before.
        """
        noun = trigger.token
        if trigger.light is not None or trigger.folded or noun.pos != "NOUN":
            return False
        if not any(c.lower in _POINTING for c in self.document.children(noun)):
            return False
        head = next(head for mention, head in rows if mention is found)
        first, last = sorted((noun.i, head.i))
        return any(token.pos == "VERB" for token in self.document.tokens[first:last])

    def _elsewhere(self, head: Token, trigger: Trigger) -> bool:
        """Return whether a place belongs to the clause of another event's verb."""
        mine = {t.i for t in (trigger.token, *trigger.folded, trigger.light) if t is not None}
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
        return False

    def _of_land(self, head: Token) -> bool:
        """Return whether a name stands before a word of a place ("a Tarsk airport")."""
        noun = self.document.head(head)
        names = head.dep in ("compound", "nmod") and noun.pos == "NOUN"
        # Of "the Red Sea port of Tarsk" the name that follows says where.
        more = self.syntax.preposed(noun, ("of",))
        return names and not more and lexicon().in_class(noun.lemma.lower(), ("@land",))

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

    def _spoken_of(self, head: Token, trigger: Trigger) -> bool:
        """Return whether talks or words are about a place, or of those who live there, not in it.

        "It said amid talks that Tarsk was free", "the Tarsk-based body argued", "a congress of the
        peoples of Karvelia".
        """
        if trigger.sense.type not in _WORDS:
            return False
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
        if trigger.sense.type in _SAID:
            return found
        if found is None and trigger.sense.type == "ASSAULT":
            found = self._struck(trigger)
        if found is not None or verb.pos != "VERB":
            return found
        objects = {token.i for token in self.syntax.objects(verb)}
        rows = self._places.get(self.document.sentence_of(verb).i, [])
        return next((mention for mention, head in rows if head.i in objects), None)

    def _struck(self, trigger: Trigger) -> PlaceMention | None:
        """Return the place at which an attack is aimed ("missiles towards Tarsk")."""
        aimed = {token.i for token in trigger.recipients}
        rows = self._places.get(self.document.sentence_of(trigger.token).i, [])
        return next((mention for mention, head in rows if head.i in aimed), None)

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

    def unowned(self) -> tuple[NumberMention, ...]:
        """Return the numbers that belong to none of the triggers."""
        return tuple(self._counts.unowned)

    def counts(self, trigger: Trigger) -> tuple[Count, ...]:
        """Return the numbers that the text attaches to the event."""
        return self._counts.of(trigger)
