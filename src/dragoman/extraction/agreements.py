"""Agreements: the deals, truces, memoranda and resolutions that a report names."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_actors import ActorFinder
from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_settings import Settings
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.agreements_words import agreement_words
from dragoman.extraction.status import status_of
from dragoman.language import Document, Token
from dragoman.model import Agreement, Dates, Evidence, Extract, Span, make_id

_SENSE = Sense(type="AGREE", words=())
_QUOTES = ('"', "“", "”", "'", "‘")
_BOTH = 2
_REAL = ("happened", "ongoing")
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "poss", "npadvmod", "nn"})


class Agreements:
    """The step that finds the agreements a report names, each once."""

    needs: tuple[str, ...] = ("times", "place_mentions", "actor_mentions", "numbers", "claims")
    gives: tuple[str, ...] = ("agreements",)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the agreements that its report names."""
        found = AgreementReader(document, extract).agreements()
        return msgspec.structs.replace(extract, agreements=found)


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """One place where an agreement is named: its noun, its name there, who made it, when."""

    noun: Token
    name: Span
    telling: frozenset[str]
    making: Token | None = None
    parties: tuple[str, ...] = ()
    date: Dates | None = None
    place: str | None = None
    place_evidence: Evidence | None = None
    refers_back: bool = False


class AgreementReader:
    """Finds agreements in one report."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.syntax = Syntax(document)
        self.actors = ActorFinder(document, extract)
        self.settings = Settings(document, extract, ())
        self.words = agreement_words()

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements in the order in which the report first names them."""
        groups: list[list[Named]] = []
        for token in self.document.tokens:
            named = self.named(token)
            if named is not None:
                self._place_in(groups, named)
        return tuple(self._agreement(group) for group in groups)

    def _place_in(self, groups: list[list[Named]], named: Named) -> None:
        for group in reversed(groups):
            if self._same(group, named):
                group.append(named)
                return
        groups.append([named])

    def _same(self, group: list[Named], named: Named) -> bool:
        telling = frozenset().union(*(one.telling for one in group))
        last = group[-1]
        if named.refers_back:
            apart = self.document.sentence_of(named.noun).i - self.document.sentence_of(last.noun).i
            return 0 < apart <= 2
        if telling and named.telling:
            return named.telling <= telling or telling <= named.telling
        parties = {party for one in group for party in one.parties}
        if len(named.parties) > 1 and parties == set(named.parties):
            # "The US and Russia announced a deal ... the US-Russian agreement".
            return not self._dated_apart(group, named)
        alike = named.noun.lemma == last.noun.lemma and bool(parties & set(named.parties))
        return alike and not telling and not named.telling

    def _dated_apart(self, group: list[Named], named: Named) -> bool:
        dates = [one.date for one in group if one.date]
        return bool(named.date and any(not date.overlaps(named.date) for date in dates))

    # -- one naming ---------------------------------------------------------------------------

    def named(self, token: Token) -> Named | None:
        """Return what a token names when it is the head noun of one agreement."""
        lemma = token.lemma.lower()
        if token.pos not in ("NOUN", "PROPN") or lemma not in self.words["nouns"]:
            return None
        number = self._number(token)
        if (token.dep in _LEFT and number is None) or token.tag == "NNS":
            return None
        left = [c for c in self.document.children(token) if c.i < token.i and c.dep in _LEFT]
        telling = self._telling(token, left, number)
        if {c.lower for c in left} & self.words["business"]:
            return None
        making = self._making(token)
        if lemma in self.words["meetings"] and self._is_meeting(token):
            return None
        if lemma in self.words["named_only"] and not (number or token.pos == "PROPN"):
            return None
        between = self.syntax.preposed(token, ("between",))
        if not telling and making is None and not between:
            return None
        return self._made(token, left, number, telling, making)

    def _is_meeting(self, token: Token) -> bool:
        """Return whether a convention is a party's or a trade's, and no treaty."""
        inside = {
            t.lower for c in self.document.children(token) for t in (c, *self.document.subtree(c))
        }
        above = self.document.head(token)
        attended = above.lemma in self.words["attending"] or above.lower == "at"
        return attended or not inside & self.words["treaty_words"]

    def _made(
        self,
        token: Token,
        left: list[Token],
        number: Token | None,
        telling: frozenset[str],
        making: Token | None,
    ) -> Named | None:
        start = min((t.start for c in left for t in self.document.subtree(c)), default=token.start)
        if any(mark in self.document.text[start : token.start] for mark in "()"):
            start = token.start
        end = number.end if number is not None else token.end
        quoted = self.document.text[start - 1 : start] in _QUOTES
        if start and quoted and any(q in self.document.text[start:end] for q in _QUOTES):
            start -= 1
        trigger = Trigger(token=token, sense=_SENSE, light=making)
        between = bool(self.syntax.preposed(token, ("between",)))
        if not self._exists(trigger, bool(telling) or between):
            return None
        where = self.syntax.preposed(making, ("in", "at")) if making is not None else ()
        place = self.settings.place_under(where)
        return Named(
            noun=token,
            name=Span(start, end),
            telling=telling,
            making=making,
            parties=self._parties(token, left, making),
            date=self._date(trigger),
            place=place.place if place else None,
            place_evidence=place.evidence if place else None,
            refers_back=self._refers_back(token),
        )

    def _exists(self, trigger: Trigger, named: bool) -> bool:
        """Return whether the text takes the agreement to exist."""
        token = trigger.token
        children = self.document.children(token)
        definite = any(
            c.dep == "poss" or (c.dep == "det" and c.lower in ("the", "this", "that"))
            for c in children
        )
        if named and (definite or token.pos == "PROPN" or self._number(token) is not None):
            return not any(c.lower in self.words["not_yet"] for c in children)
        if trigger.light is None:
            return False
        return status_of(self.document, token, trigger.light) in _REAL

    def _number(self, token: Token) -> Token | None:
        """Return the number after a resolution's noun ("resolution 2254")."""
        after = token.i + 1
        if after < len(self.document.tokens):
            following = self.document.tokens[after]
            if following.text.isdigit() and token.lemma.lower() == "resolution":
                return following
        return None

    def _telling(self, token: Token, left: Iterable[Token], number: Token | None) -> frozenset[str]:
        """Return the words that name this agreement among others."""
        found = {
            t.lower
            for child in left
            for t in self.document.subtree(child)
            if (t.text[:1].isupper() or t.text.isdigit())
            and t.lower not in self.words["generic"]
            and t.dep not in ("punct", "case")
        }
        if number is not None:
            found.add(number.text)
        if token.lemma.lower() == "resolution" and number is None:
            return frozenset()
        return frozenset(found)

    def _making(self, token: Token) -> Token | None:
        """Return the verb that says that the agreement was made."""
        for child in self.document.children(token):
            if child.dep in ("acl", "relcl") and child.lemma in self.words["making"]:
                done = child.tag == "VBN" or child.dep == "relcl"
                return child if done else None
        verb = self.document.head(token)
        if verb.pos == "ADP":
            verb = self.document.head(verb)
        if verb.pos == "VERB" and verb.lemma in self.words["making"]:
            near = (*self.syntax.objects(verb), *self.syntax.preposed(verb, ("to", "on", "into")))
            return verb if token in near else None
        return None

    def _parties(self, token: Token, left: list[Token], making: Token | None) -> tuple[str, ...]:
        heads = list(self.syntax.preposed(token, ("between", "with", "among")))
        if making is not None and not self._mediated(making):
            sides = self.syntax.preposed(making, ("with", "between", "among"))
            heads = [*self.syntax.agent(making), *heads, *sides]
        elif making is not None:
            heads.extend(self.syntax.preposed(making, ("between", "among")))
        inside = [t for c in left if c.dep != "poss" for t in self.document.subtree(c)]
        tokens = [t for head in heads for t in self.syntax.conjuncts(head) if t != token]
        return tuple(dict.fromkeys((*self._states(inside), *self.actors.of(tokens))))

    def _mediated(self, making: Token) -> bool:
        """Return whether who made it is no party; "A and B announced a deal" of their own."""
        if making.lemma not in self.words["mediating"]:
            return False
        both = [t for head in self.syntax.agent(making) for t in self.syntax.conjuncts(head)]
        return making.lemma != "announce" or len(both) != _BOTH

    def _states(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the states of "Varnian-Ostravan": one adjective alone may say where, not who."""
        found = self.actors.at(tokens)
        return found if len(found) > 1 else ()

    def _date(self, trigger: Trigger) -> Dates | None:
        making = trigger.light
        found = self.settings.date_under(trigger.token)
        if found is None and making is not None:
            found = self.settings.date(trigger)
            if making.dep in ("acl", "relcl") and not self._inside(found, trigger.token):
                return None  # "jets struck overnight, days after the truce brokered by A"
        published = self.extract.report.published
        if found and found.start and published and published.end and found.start > published.end:
            return None
        return found

    def _inside(self, date: Dates | None, noun: Token) -> bool:
        """Return whether a date stands in a noun's own phrase: "the deal sealed in September"."""
        whole = self.document.subtree_span(noun)
        return bool(date and date.evidence and whole.contains(date.evidence.span))

    def _refers_back(self, token: Token) -> bool:
        """Return whether the sentence says what somebody just quoted "was referring to"."""
        return any(
            verb.lemma == "refer" and verb.tag == "VBG" for verb in self.document.ancestors(token)
        )

    # -- one agreement ------------------------------------------------------------------------

    def _agreement(self, group: list[Named]) -> Agreement:
        report = self.extract.report
        best = max(group, key=lambda one: (len(one.telling), -one.noun.i))
        first = min(group, key=lambda one: one.noun.i)
        names = dict.fromkeys(one.name.of(report.text) for one in (best, *group))
        placed = next((one for one in group if one.place), None)
        return Agreement(
            id=make_id("agr", report.id, first.name.start, first.name.end),
            name=best.name.of(report.text),
            names=tuple(names),
            parties=tuple(dict.fromkeys(p for one in group for p in one.parties)),
            date=next((one.date for one in group if one.date), None),
            place=placed.place if placed else None,
            place_evidence=placed.place_evidence if placed else None,
            evidence=tuple(report.evidence(self._phrase(one)) for one in group),
        )

    def _phrase(self, named: Named) -> Span:
        """Return the name with the words that say when and by whom it was made."""
        if named.making is not None and named.making.dep in ("acl", "relcl"):
            return named.name.cover(self.document.subtree_span(named.making))
        return named.name
