"""Accounts: what a report says happened, was planned, demanded or denied, and to whom."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extraction.accounts_actors import ActorFinder
from dragoman.extraction.accounts_claims import ClaimFinder, status_as_claimed, told_of
from dragoman.extraction.accounts_dates_ahead import is_full, is_over
from dragoman.extraction.accounts_folding import fold
from dragoman.extraction.accounts_identified import Identified
from dragoman.extraction.accounts_retold import Retold
from dragoman.extraction.accounts_settings import Settings
from dragoman.extraction.accounts_several_places import SeveralPlaces
from dragoman.extraction.accounts_stated import Stated, without_repeats
from dragoman.extraction.accounts_states import StateAdjectives
from dragoman.extraction.accounts_tolls import Tolls
from dragoman.extraction.accounts_triggers import Finder, find_triggers
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.accounts_widening import widened
from dragoman.extraction.situations import SituationFinder
from dragoman.extraction.situations_tolls import Situation
from dragoman.extraction.situations_words import situation_words
from dragoman.extraction.status import doer_unknown, status_of
from dragoman.language import Document, Token
from dragoman.model import (
    Account,
    Claim,
    Dates,
    Evidence,
    Extract,
    PlaceMention,
    Span,
    Status,
    make_id,
)
from dragoman.packs import Packs

_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_ALLEGING = frozenset({"accuse", "suspect", "charge", "blame"})
_REAL = ("happened", "ongoing")
_MEDIA = ("JRN",)
# "Troops have been stationed there": they are there, whoever sent them when.
_KEEPING = ("station", "base", "garrison")
_OPEN = ("possible", "planned", "predicted")


def _in_text(account: Account) -> tuple[Evidence, str, int, str]:
    """Return where an account stands: by its words, then by its place."""
    where = account.place_evidence.start if account.place_evidence else 0
    return account.trigger, account.type, where, account.id


class Accounts:
    """The step that finds accounts of events and situations."""

    needs: tuple[str, ...] = ("times", "place_mentions", "actor_mentions", "numbers", "claims")
    gives: tuple[str, ...] = ("accounts", "actors", "actor_mentions")

    def __init__(self, packs: Packs) -> None:
        self.states = StateAdjectives(packs)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the accounts that its report gives."""
        extract = self.states.added(document, extract)
        found = AccountReader(document, extract).accounts()
        return msgspec.structs.replace(extract, accounts=found)


class AccountReader:
    """Turns the triggers of one report into accounts."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.actors = ActorFinder(document, extract)
        self.claims = ClaimFinder(extract.claims)
        self.places = SeveralPlaces(document, extract)
        self.stated = Stated(document)
        self.media = frozenset(
            actor.id
            for actor in extract.actors
            if actor.named
            and actor.type == "organisation"
            and (actor.sector in _MEDIA or actor.name == extract.report.outlet)
        )
        named = self.actors.types
        placed = frozenset(
            token.i
            for mention in extract.place_mentions
            for token in document.tokens_in(mention.evidence.span)
        )
        finder = Finder(document, named, placed)
        events = fold(document, find_triggers(finder, self.actors.names()))
        events = widened(finder, events)
        found = SituationFinder(finder).find(events)
        tolls = Tolls(document, events, self.claims)
        risen = {i: tolls.of_one_attack(one, extract.numbers) for i, one in enumerate(found)}
        self.situations = tuple(one for i, one in enumerate(found) if risen[i] is None)
        taken = {
            situation.trigger.token.i
            for situation in found
            if situation.trigger.sense.type not in ("CONTROL", "PRESENCE")
            or situation.trigger.token.lemma in _KEEPING
        }
        kept = tuple(event for event in events if event.token.i not in taken)
        kept += tuple(one for one in risen.values() if one is not None)
        states = tuple(situation.trigger for situation in self.situations)
        self.settings = Settings(document, extract, (*states, *kept))
        more = tuple(tolls.unowned(self.settings.unowned()))
        self.events = (*kept, *more)
        if more:
            self.settings = Settings(document, extract, (*states, *self.events))

    def accounts(self) -> tuple[Account, ...]:
        """Return the accounts in text order, each once."""
        found = {account.id: (account, trigger) for account, trigger in self._all()}
        rows = sorted((row[0] for row in found.values()), key=_in_text)
        triggers = {id_: trigger for id_, (_, trigger) in found.items()}
        told = Retold(self.document, triggers, self.extract.actors)(without_repeats(rows))
        return Identified(self.document, self.extract, self.actors, triggers)(told)

    def _all(self) -> Iterator[tuple[Account, Trigger]]:
        for trigger in self.events:
            account = self._event(trigger)
            if account is not None:
                yield from ((one, trigger) for one in self.places(account))
        for situation in self.situations:
            account = self._situation(situation)
            if account is not None:
                yield from ((one, situation.trigger) for one in self.places(account))

    # -- events -------------------------------------------------------------------------------

    def _event(self, trigger: Trigger) -> Account | None:
        place = self.settings.place(trigger)
        date = self.settings.date(trigger)
        account = self._account(trigger, place, date)
        asked = account.type == "CONSULT" and self.media.intersection(
            (*account.actors, *account.recipients)
        )  # "sources consulted by ONA": how a report came by its news
        return account if self.stated(trigger, account) and not asked else None

    def _account(self, trigger: Trigger, place: PlaceMention | None, date: Dates | None) -> Account:
        report = self.extract.report
        sense = trigger.sense
        claim = self.claims.holding(trigger.token.span)
        actors = self._fighting(trigger, self.actors.of(told_of(claim, trigger.actors)))
        if trigger.light and doer_unknown(self.document, trigger.token, trigger.light):
            actors = ()
        suffered = (*trigger.recipients, *trigger.affected)
        suffering = told_of(claim, suffered, suffering=True)
        recipients = self._fighting(trigger, self.actors.of(suffering))
        span = self._span(trigger)
        status = self._status(trigger, claim, date)
        return Account(
            id=make_id("acc", report.id, span.start, span.end, sense.type),
            report=report.id,
            type=sense.type,
            mode=trigger.mode,
            status=status,
            evidence=(report.evidence(self.document.sentence_of(trigger.token).span),),
            trigger=report.evidence(span),
            claim=claim.id if claim else None,
            actors=actors,
            recipients=tuple(actor for actor in recipients if actor not in actors),
            place=place.place if place else None,
            place_evidence=place.evidence if place else None,
            date=self.settings.fitting(date, status),
            counts=self.settings.counts(trigger),
        )

    def _fighting(self, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return who may be part of it: an agency's name stands where a dispatch was cut."""
        if trigger.sense.type != "ASSAULT":
            return actors
        return tuple(actor for actor in actors if actor not in self.media)

    def _span(self, trigger: Trigger) -> Span:
        """Return the trigger's own words: "carried out strikes", "bombed"."""
        if trigger.light is not None and abs(trigger.light.i - trigger.token.i) < 6:
            return trigger.token.span.cover(trigger.light.span)
        return trigger.token.span

    def _status(self, trigger: Trigger, claim: Claim | None, date: Dates | None) -> Status:
        status = status_of(self.document, trigger.token, trigger.light)
        if claim is not None:
            status = status_as_claimed(status, claim, trigger.token)
        elif status in _REAL and self._alleged(trigger):
            return "possible"
        if status == "promised" and trigger.sense.type in _HOSTILE:
            return "threatened"
        verb = trigger.light if trigger.light is not None else trigger.token
        return "planned" if status in _REAL and self._ahead(date, verb) else status

    def _alleged(self, trigger: Trigger) -> bool:
        """Return whether somebody is only accused of it, in words that are nobody's claim."""
        carrier = trigger.light if trigger.light is not None else trigger.token
        above = self.document.head(self.document.head(carrier))
        return carrier.dep in ("pcomp", "pobj") and above.lemma in _ALLEGING

    def _ahead(self, date: Dates | None, verb: Token) -> bool:
        """Return whether a date lies wholly after the report was published.

        What was done on a day told with its year was: then the report's own date is wrong.
        """
        published = self.extract.report.published
        if date is None or published is None or date.start is None:
            return False
        last = published.end or published.start
        if last is None or date.start <= last:
            return False
        return not (is_full(date) and is_over(self.document, verb))

    # -- situations ---------------------------------------------------------------------------

    def _situation(self, situation: Situation) -> Account | None:
        trigger = situation.trigger
        place = self.settings.place_under(situation.places) or self.settings.place(trigger)
        date = self.settings.since(trigger) or self.settings.date(trigger)
        account = self._account(trigger, place, date)
        kind = account.type
        if kind in ("CONTROL", "PRESENCE") and not (account.actors and place):
            return None
        if kind in ("TOLL", "NEED") and not account.counts:
            return None
        if kind == "DISPLACEMENT" and not (account.counts or (trigger.recipients and place)):
            return None
        if kind == "DETENTION" and not (account.counts or account.recipients or account.actors):
            return None
        # "A summit of the Association to be held in Tarsk".
        if kind == "DETENTION" and trigger.token.lemma == "hold" and account.status == "planned":
            return None
        if kind == "CEASEFIRE" and account.status == "denied":
            account = msgspec.structs.replace(account, status="ongoing")
        extent = situation.extent
        status = self._state(situation, account.status)
        return msgspec.structs.replace(account, family="situation", extent=extent, status=status)

    def _state(self, situation: Situation, status: Status) -> Status:
        """Return the status of a state: one that lasts is ongoing, also the state of not being."""
        if situation.extent == "none" and status == "denied":
            return "ongoing"
        # "Can handle the remaining cells": the cells are there, whatever is done to them.
        if situation.trigger.sense.type == "PRESENCE" and status in _OPEN:
            noun = situation.trigger.token.pos == "NOUN"
            return "ongoing" if noun else status
        token = situation.trigger.token
        if status not in (*_REAL, "denied") and self._to_be_ended(token):
            return "ongoing"
        if status != "happened":
            return status
        if self._over(token):
            return "happened"
        past = token.tag == "VBD" and token.pos == "VERB"
        claimed = self.claims.holding(token.span) is not None
        if situation.trigger.sense.type in ("TOLL", "DISPLACEMENT"):
            return "happened"
        return "ongoing" if situation.lasting and (claimed or not past) else "happened"

    def _to_be_ended(self, noun: Token) -> bool:
        """Return whether it is a siege that somebody would break ("a campaign to lift it")."""
        verb = self.document.head(noun)
        words = situation_words()
        undone = noun.dep in ("dobj", "nsubjpass") and verb.lemma in words["ending"]
        return undone and noun.lemma in words["siege_words"]

    def _over(self, token: Token) -> bool:
        """Return whether a clause in the past says that a state is over ("was briefly held")."""
        chain = (token, *self.document.ancestors(token))
        verb = next((one for one in chain if one.pos in ("VERB", "AUX")), None)
        if verb is None:
            return False
        near = (*self.document.children(verb), *self.document.children(token))
        past = verb.tag == "VBD" or any(c.dep.startswith("aux") and c.tag == "VBD" for c in near)
        return past and any(c.lower in situation_words()["bygone_words"] for c in near)
