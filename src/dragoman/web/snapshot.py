"""One version of the record, indexed for pages; it never changes, so threads share it freely."""

from __future__ import annotations

import copy
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, cast

from dragoman.assessment import Explanation, explain
from dragoman.assessment.index import Index
from dragoman.briefing.brief import EventView
from dragoman.briefing.events import event_view
from dragoman.briefing.naming import Names, first_day
from dragoman.model import (
    Account,
    Actor,
    Agreement,
    Claim,
    Commitment,
    Dispute,
    Event,
    Judgement,
    Place,
    Record,
    Report,
)
from dragoman.web.relations import Relation, claims_about, relations

T = TypeVar("T")
Thing = Report | Actor | Place | Claim | Account | Event | Agreement | Commitment | Dispute


def _by(items: Iterable[T], keys: Callable[[T], Iterable[str | None]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            if key:
                found[key].append(item)
    return {key: tuple(values) for key, values in found.items()}


class Snapshot:
    """The record as it stands, with what pages look things up by.

    Things by id: ``reports``, ``actors``, ``claims`` ... and ``things`` (any id). Groups are
    mappings from an id to a tuple in the record's order; ask them with ``.get(id, ())``.
    """

    def __init__(
        self,
        record: Record,
        judgements: Sequence[Judgement] = (),
        earlier: Snapshot | None = None,
    ) -> None:
        self.record = record
        self._lines: dict[str, tuple[object, EventView]] = dict(earlier._lines) if earlier else {}
        self.judgements = tuple(judgements)
        self.names = Names(record)
        self.reports = {item.id: item for item in record.reports}
        self.actors = {item.id: item for item in record.actors}
        self.places = {item.id: item for item in record.places}
        self.claims = {item.id: item for item in record.claims}
        self.accounts = {item.id: item for item in record.accounts}
        self.events = {item.id: item for item in record.events}
        self.agreements = {item.id: item for item in record.agreements}
        self.commitments = {item.id: item for item in record.commitments}
        self.disputes = {item.id: item for item in record.disputes}

        self._made: dict[str, object] = {}

    def why(self, thing: Thing) -> Explanation:
        """Return why the record holds a thing: its values, the rules, the words."""
        return explain(self._index, thing)

    @cached_property
    def _index(self) -> Index:
        return Index(self.record)

    def has_actor(self, event: Event, actor: str) -> bool:
        """Return whether an actor, by id or by a part of a name, acts or suffers in an event."""
        sides = (*event.actors, *event.recipients)
        if actor in self.actors:
            return actor in sides
        word = actor.casefold()
        return any(word in self.actors[i].name.casefold() for i in sides if i in self.actors)

    def lies_in(self, place: str | None, outer: str) -> bool:
        """Return whether a place is ``outer`` (an id or a part of a name) or lies in it."""
        if place not in self.places:
            return False
        ids = (place, *self.places[place].within)
        if outer in self.places:
            return outer in ids
        word = outer.casefold()
        return any(word in self.places[i].name.casefold() for i in ids if i in self.places)

    def thing(self, name: str) -> Thing | None:
        """Return the thing of the record with this id, whatever its kind."""
        return self.things.get(name)

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Everything that has an id."""
        kinds: tuple[dict[str, Thing], ...] = (
            self.reports, self.actors, self.places, self.claims, self.accounts, self.events,
            self.agreements, self.commitments, self.disputes,
        )  # type: ignore[assignment]  # fmt: skip
        return {key: thing for kind in kinds for key, thing in kind.items()}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in the order of the record."""
        return {item.id: k for k, item in enumerate(self.record.reports)}

    @cached_property
    def claims_by_report(self) -> dict[str, tuple[Claim, ...]]:
        """Claims of each report."""
        return _by(self.record.claims, lambda item: (item.report,))

    @cached_property
    def claims_by_speaker(self) -> dict[str, tuple[Claim, ...]]:
        """What each actor is said to have said."""
        return _by(self.record.claims, lambda item: (item.speaker.actor,))

    @cached_property
    def accounts_by_report(self) -> dict[str, tuple[Account, ...]]:
        """Accounts of each report."""
        return _by(self.record.accounts, lambda item: (item.report,))

    @cached_property
    def accounts_by_claim(self) -> dict[str, tuple[Account, ...]]:
        """Accounts that stand in a claim."""
        return _by(self.record.accounts, lambda item: (item.claim,))

    @cached_property
    def accounts_by_actor(self) -> dict[str, tuple[Account, ...]]:
        """Accounts in which an actor acts or is acted upon."""
        return _by(self.record.accounts, lambda item: (*item.actors, *item.recipients))

    @cached_property
    def commitments_by_report(self) -> dict[str, tuple[Commitment, ...]]:
        """Commitments by the reports in which they are made."""
        return _by(self.record.commitments, lambda item: (e.report for e in item.evidence))

    @cached_property
    def agreements_by_report(self) -> dict[str, tuple[Agreement, ...]]:
        """Agreements by the reports that name them."""
        return _by(self.record.agreements, lambda item: (e.report for e in item.evidence))

    @cached_property
    def event_views(self) -> dict[str, EventView]:
        """Each event as a line of a chronology."""
        self._lines = {item.id: self._line(item) for item in self.record.events}
        return {name: view for name, (_, view) in self._lines.items()}

    def _line(self, event: Event) -> tuple[object, EventView]:
        """Return an event's line with all that it shows; that of an earlier record, if the same."""
        names, told = self.names, [self.accounts[i] for i in event.accounts]
        shown = (
            event,
            told,
            [self.reports[account.report] for account in told],
            [names.speakers.get(account.claim or "") for account in told],
            [names.actor(i) for i in (*event.actors, *event.recipients)],
            names.place(event.place),
        )
        held = self._lines.get(event.id)
        if held is not None and held[0] == shown:
            return held
        return shown, event_view(event, self.accounts, names)

    @cached_property
    def events_by_time(self) -> tuple[Event, ...]:
        """Events in order of time; those without a date come last."""
        return tuple(sorted(self.record.events, key=lambda item: (first_day(item.date), item.id)))

    @cached_property
    def events_by_actor(self) -> dict[str, tuple[Event, ...]]:
        """Events in which an actor acts or is acted upon."""
        return _by(self.record.events, lambda item: (*item.actors, *item.recipients))

    @cached_property
    def events_by_place(self) -> dict[str, tuple[Event, ...]]:
        """Events at a place itself (not at what lies within it)."""
        return _by(self.record.events, lambda item: (item.place,))

    @cached_property
    def first_reported(self) -> dict[str, dt.date]:
        """The day of the first dated report that tells of each event."""
        found: dict[str, dt.date] = {}
        for event in self.record.events:
            published = [self.reports[self.accounts[a].report].published for a in event.accounts]
            days = [day for dates in published if dates and (day := dates.start or dates.end)]
            if days:
                found[event.id] = min(days)
        return found

    @cached_property
    def country_names(self) -> dict[str, str]:
        """Names of countries by their ISO codes, as far as the record's places tell."""
        return {
            item.country: item.name
            for item in self.record.places
            if item.type == "country" and item.country
        }

    @cached_property
    def claims_about(self) -> dict[str, tuple[Claim, ...]]:
        """What is said about each actor by others."""
        return claims_about(self)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every tie between two actors."""
        return relations(self)

    @cached_property
    def disputes_by_thing(self) -> dict[str, tuple[Dispute, ...]]:
        """Disputes by any id they touch: event, claim, account, speaker, report."""
        return _by(self.record.disputes, self.touched)

    def touched(self, dispute: Dispute) -> list[str | None]:
        """Return the ids of all that a dispute touches."""
        found: list[str | None] = [dispute.event]
        for position in dispute.positions:
            found += [position.claim, position.account, position.speaker]
            found += [words.report for words in (position.evidence, *position.also)]
            account = self.accounts.get(position.account or "")
            if account is not None:
                found += [account.event, *account.actors, *account.recipients, account.place]
        return found

    @cached_property
    def actors_by_name(self) -> dict[str, tuple[Actor, ...]]:
        """Actors by each of their names, in small letters."""
        return _by(
            self.record.actors,
            lambda item: (name.casefold() for name in (item.name, *item.names)),
        )

    @cached_property
    def copies(self) -> dict[str, tuple[Report, ...]]:
        """Reprints of each report."""
        return _by(self.record.reports, lambda item: (item.copy_of,))

    @cached_property
    def judgements_by_thing(self) -> dict[str, tuple[Judgement, ...]]:
        """Standing and withdrawn decisions on each thing, oldest first."""
        return _by(self.judgements, lambda item: (item.subject, item.other))

    def with_judgements(self, judgements: Sequence[Judgement]) -> Snapshot:
        """Return the same record with other decisions listed; its indexes are shared."""
        found = copy.copy(self)
        found.__dict__.pop("judgements_by_thing", None)
        found._made = {}
        found.judgements = tuple(judgements)
        return found

    def once(self, key: str, make: Callable[[Snapshot], T]) -> T:
        """Return what ``make`` gives of this record, made when first asked for under ``key``."""
        if key not in self._made:
            self._made[key] = make(self)
        return cast(T, self._made[key])

    def warm_reasons(self) -> None:
        """Make what the first question for a reason waits for: which reports repeat which."""
        for event in self.record.events:
            if len(event.accounts) > 1:
                self.why(event)
                return

    def warm(self) -> None:
        """Make every index now, so that no reader waits for one."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)
