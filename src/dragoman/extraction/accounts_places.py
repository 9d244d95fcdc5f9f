"""Where an event took place, as a report attaches a place to its trigger by syntax."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.extraction.accounts_anchors import by_sentence
from dragoman.extraction.accounts_elsewhere import SAID, Elsewhere
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.accounts_whose import Whose, acting
from dragoman.extraction.event_places import place_of
from dragoman.extraction.places_neighbours import SITES
from dragoman.extraction.places_relating import is_home
from dragoman.language import Document, Token
from dragoman.model import Extract, PlaceMention

_INSIDE = frozenset({"compound", "amod", "nmod", "poss"})
_WHERE = ("in", "at", "near", "of", "from", "into", "to", "outside", "inside", "around", "across")

# Before a comma at the start of a sentence these say where the rest takes place.
_FRONT = frozenset({"near", "in", "at", "outside", "inside", "around", "across"})
_BESIDE = ("in", "at", "near", "outside", "inside", "around")
_SHORT = 5
_BROAD = ("country", "landscape")
_MISSIONS = frozenset({"embassy", "consulate", "legation", "mission"})
_SIDES = frozenset({
    "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
    "southeastern", "southwestern", ",",
})  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")
_WHOSE = ("@people", "@force", "@troops", "@official", "@armed")


class EventPlaces:
    """Finds the places of triggers in one report."""

    def __init__(
        self, document: Document, extract: Extract, anchors: Mapping[int, Trigger]
    ) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self._elsewhere = Elsewhere(document, anchors)
        self._anchors = anchors
        self._whose = Whose(document)
        self._acting = acting(extract.place_mentions, extract.actor_mentions)
        told = (m for m in extract.place_mentions if not self._is_elsewhere(m))
        self._places = by_sentence(document, told)

    def _is_elsewhere(self, mention: PlaceMention) -> bool:
        """Return whether a name says where somebody is based, or whose: "US-brokered truce".

        Of "at the border with Karvelia" it is not Karvelia that something happened in.
        """
        tokens = self.document.tokens_in(mention.evidence.span)
        if not tokens:
            return False
        if mention.evidence.span in self._acting or mention.relation == "border":
            return True
        last = tokens[-1].i + 1
        after = self.document.tokens[last : last + 2]
        hyphened = [t.text for t in after[:1]] == ["-"] and after[-1].tag in ("VBN", "VBD", "JJ")
        whose = hyphened and mention.precision == "country"
        return (
            whose
            or is_home(self.document, last)
            or self._of_post(tokens[-1])
            or (mention.precision in _BROAD and self._of_mission(tokens[-1]))
        )

    def _of_mission(self, token: Token) -> bool:
        """Return whether a name says whose an embassy is: "the embassies of Varnia and Tal"."""
        while token.dep == "conj":
            token = self.document.head(token)
        preposition = self.document.head(token)
        mission = self.document.head(preposition).lemma.lower()
        return token.dep == "pobj" and preposition.lower == "of" and mission in _MISSIONS

    def _of_post(self, token: Token) -> bool:
        """Return whether a name says for where somebody is in charge: "secretary for Varnia"."""
        preposition = self.document.head(token)
        holder = self.document.head(preposition)
        charged = token.dep == "pobj" and preposition.lower == "for"
        return charged and lexicon().in_class(holder.lemma.lower(), ("@official",))

    def of(self, trigger: Trigger) -> PlaceMention | None:
        """Return where the event took place as the text says, None when it does not."""
        return self._scene(trigger) or self._told(trigger) or self._gone_on(trigger)

    def _scene(self, trigger: Trigger) -> PlaceMention | None:
        """Return the place that "has seen" an event, not what it lies near: "X, near Y, saw"."""
        verb = self.document.head(trigger.token)
        if trigger.token.dep != "dobj" or verb.lemma not in ("see", "witness"):
            return None
        subjects = {token.i for token in self.syntax.subject(verb)}
        rows = self._places.get(self.document.sentence_of(verb).i, [])
        return next((mention for mention, head in rows if head.i in subjects), None)

    def _gone_on(self, trigger: Trigger) -> PlaceMention | None:
        """Return where people were taken or killed: "raided Tarsk and arrested two"."""
        verb = trigger.token
        before = self._anchors.get(verb.head) if verb.dep == "conj" else None
        taken = trigger.sense.type == "COERCE" or trigger.effect or trigger.mode == "abduct"
        if before is None or not taken or before.sense.type not in ("ASSAULT", "COERCE"):
            return None
        own = any(t.dep in _SUBJECTS for t in self.document.children(verb))
        return None if own or before.token.pos != "VERB" else self._told(before)

    def _told(self, trigger: Trigger) -> PlaceMention | None:
        rows = self._places.get(self.document.sentence_of(trigger.token).i, [])
        acting = {token.i for token in trigger.actors}
        if trigger.token.lemma == "claim":
            # "The group in Varnia claimed responsibility for the blast": there the group is.
            acting |= {one.i for t in trigger.actors for one in self.document.subtree(t)}
        mentions = [
            mention
            for mention, head in rows
            if head.i not in acting
            and (
                head.dep not in _INSIDE
                or head.head == trigger.token.i
                or self._stands_for_land(mention, head)
            )
            and self.document.head(head).lower != "by"
            and not self._elsewhere.holds(head, trigger)
        ]
        found = self._chosen(trigger, rows, mentions)
        heads = {mention.evidence.span: head for mention, head in rows}
        if found is None or not self._whose.holds(heads[found.evidence.span], found, trigger):
            return found
        others = [
            one for one in mentions if not self._whose.holds(heads[one.evidence.span], one, trigger)
        ]
        found = self._chosen(trigger, rows, others)
        return found if found in others else None

    def _chosen(
        self,
        trigger: Trigger,
        rows: list[tuple[PlaceMention, Token]],
        mentions: list[PlaceMention],
    ) -> PlaceMention | None:
        """Return which of ``mentions`` says where the event took place, or what else does."""
        if not mentions:
            return self._where(trigger, rows)
        if trigger.mode == "visit" and trigger.token.pos == "VERB":
            going = self.syntax.preposed(trigger.token, ("to", "in"))
            where = self.under((*self.syntax.objects(trigger.token), *going))
            if where is not None:
                return where
        tokens = [trigger.token, trigger.light, *trigger.folded]
        if trigger.token.dep == "advcl" and trigger.token.tag == "VBG":
            tokens.append(self.document.head(trigger.token))
        for token in tokens:
            found = place_of(self.document, token.i, mentions) if token is not None else None
            if found is not None:
                finer = self._finer(self._before_land(found, rows), rows)
                head = next(head for mention, head in rows if mention is finer)
                return None if self._elsewhere.parted(head, trigger) else finer
        return self._attached(trigger) or self._where(trigger, rows) or self._fronted(trigger)

    def _where(
        self, trigger: Trigger, rows: list[tuple[PlaceMention, Token]]
    ) -> PlaceMention | None:
        """Return the place that a clause with "where" is about ("a summit in Tarsk where ...")."""
        verb = trigger.light if trigger.light is not None else trigger.token
        while verb.dep == "conj" and verb.head != verb.i:
            verb = self.document.head(verb)
        marked = any(c.lower == "where" for c in self.document.children(verb))
        if verb.dep != "relcl" or not marked:
            return None
        noun = self.document.head(verb)
        before = [mention for mention, head in rows if head.i < verb.i]
        named = next((mention for mention, head in rows if head.i == noun.i), None)
        return named or place_of(self.document, noun.i, before)

    def _fronted(self, trigger: Trigger) -> PlaceMention | None:
        """Return the place before a sentence's comma: "Near Tarsk, five strikes hit a depot".

        The parse often takes such a place for a subject.
        """
        sentence = self.document.sentence_of(trigger.token)
        verbs = (trigger.token, *self.document.ancestors(trigger.token))
        clause = next((t for t in verbs if t.pos in ("VERB", "AUX")), None)
        if clause is None or (clause.head != clause.i and clause.dep != "conj"):
            return None
        for mention, head in self._places.get(sentence.i, []):
            tokens = self.document.tokens_in(mention.evidence.span)
            first, last = tokens[0].i, tokens[-1].i
            before = [t.lower for t in self.document.tokens_in(sentence.span) if t.i < first]
            after = self.document.tokens[last + 1 : last + 2]
            fronted = bool(before) and before[0] in _FRONT and len(before) <= _SHORT
            if fronted and after and after[0].text == "," and head not in trigger.actors:
                return mention
        return None

    def _stands_for_land(self, mention: PlaceMention, head: Token) -> bool:
        """Return whether a name before another word says where all the same.

        "A Tarsk airport", "Tarsk's western countryside", and "in Tarsk Monday", which the parse
        takes for a Monday.
        """
        noun = self.document.head(head)
        if noun.ent in ("DATE", "TIME") and head.dep in ("compound", "nmod"):
            return True
        land = lexicon().in_class(noun.lemma.lower(), ("@land", "outskirt", "outskirts"))
        owned = head.dep == "poss" and land and mention.precision not in _BROAD
        named = any(c.tag == "NNP" and c.dep != "poss" for c in self.document.children(noun))
        return (owned and not named) or self._of_land(head)

    def _of_land(self, head: Token) -> bool:
        """Return whether a name stands before a word of a place ("a Tarsk airport").

        More nouns may stand between the two: "the Tarsk court building".
        """
        noun = self.document.head(head)
        known = noun.pos == "NOUN" or (noun.pos == "PROPN" and noun.lower in SITES)
        names = head.dep in ("compound", "nmod") and known
        while names and noun.dep == "compound" and self.document.head(noun).pos == "NOUN":
            noun = self.document.head(noun)
        # Of "the Red Sea port of Tarsk" the name that follows says where.
        more = self.syntax.preposed(noun, ("of",))
        return names and not more and lexicon().in_class(noun.lemma.lower(), ("@land", "@site"))

    def _of_people(self, head: Token, mention: PlaceMention) -> bool:
        """Return whether a state's name says whose those are who stand there ("U.S. troops")."""
        named = head.dep in ("compound", "nmod", "amod") and mention.precision == "country"
        return named and lexicon().in_class(self.document.head(head).lemma.lower(), _WHOSE)

    def _before_land(
        self, found: PlaceMention, rows: list[tuple[PlaceMention, Token]]
    ) -> PlaceMention:
        """Return the town right before its country: "in Tarsk northern Varnia"."""
        first = self.document.tokens_in(found.evidence.span)[0].i
        while first and self.document.tokens[first - 1].lower in _SIDES:
            first -= 1
        if found.precision not in _BROAD or not first:
            return found
        last = self.document.tokens_in(found.evidence.span)[-1].i
        beside = [self.document.tokens[first - 1].span]
        if [t.lower for t in self.document.tokens[last + 1 : last + 2]] == ["at"]:
            # "At the border with Karvelia at Tarsk".
            beside.extend(t.span for t in self.document.tokens[last + 2 : last + 4])
        near = (m for m, _ in rows if any(m.evidence.span.contains(span) for span in beside))
        return next((m for m in near if m.precision not in _BROAD), found)

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
        found = self.under(token for token in tokens if token not in trigger.actors)
        if trigger.sense.type in SAID:
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
        named = next((mention for mention, head in rows if head.i in aimed), None)
        beside = (t for one in trigger.recipients for t in self.syntax.preposed(one, _BESIDE))
        return named or self.under(beside)

    def under(self, tokens: Iterable[Token]) -> PlaceMention | None:
        """Return the first place named under one of the tokens, the nearest to it."""
        for token in tokens:
            under = {one.i for one in self.document.subtree(token)}
            rows = self._places.get(self.document.sentence_of(token).i, [])
            inside = [
                ((h.dep in _INSIDE, abs(h.i - token.i)), m)
                for m, h in rows
                if h.i in under and h.dep != "poss" and not self._of_people(h, m)
            ]
            if inside:
                return min(inside, key=lambda row: row[0])[1]
        return None
