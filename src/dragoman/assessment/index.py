"""The record as the rules of assessment ask of it: by id, by side, and by what tells one story."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, partial

from dragoman.assessment.asking import asked
from dragoman.assessment.officials import states_in
from dragoman.assessment.sides import Sides
from dragoman.memo import Table
from dragoman.model import Account, Report
from dragoman.resolution.deed import Deed
from dragoman.resolution.events import views
from dragoman.resolution.likeness import ENOUGH, likeness
from dragoman.resolution.names import fold
from dragoman.resolution.openings import MAIN
from dragoman.resolution.pairs import stamps_of
from dragoman.resolution.renown import renowned
from dragoman.resolution.resolving import shared_by
from dragoman.resolution.rewriting import official_sides
from dragoman.resolution.several import of_one_word
from dragoman.resolution.victims import deeds
from dragoman.resolution.view import View

# Two accounts of one event that are set against one another may be this much less alike.
SLACK = 1.5


class Index(Sides):
    """Look-ups in one record. Build it once and hand it to the rules."""

    @cached_property
    def _views(self) -> dict[str, View]:
        found = self.memo.shared("views", shared_by(self._record), self._viewed)
        return {view.account.id: view for view in found}

    def _viewed(self) -> list[View]:
        r = self._record
        sides = {a.id: f"{a.type} {fold(a.name)}" for a in r.actors if not a.named}
        sides |= official_sides(r.actors)
        return views(r.accounts, r.reports, r.claims, sides, self.places, r.actors)

    @cached_property
    def _stamps(self) -> dict[str, bytes]:
        views = list(self._views.values())
        made = partial(stamps_of, views, self.places)
        return self.memo.shared("stamps of accounts", shared_by(self._record), made)

    def alike(self, a: Account, b: Account) -> bool:
        """Return whether two accounts are of one event by themselves, without others between."""
        return self._alike(a.id, b.id)

    @asked
    def _alike(self, a: str, b: str) -> bool:
        # The next record has nearly the same accounts.
        table: Table[bool] = self.memo.table("accounts alike")
        return table.get(self._stamps[a] + self._stamps[b], partial(self._likely, a, b))

    def _likely(self, a: str, b: str) -> bool:
        points = likeness(self._views[a], self._views[b], self.places)
        return points is not None and points >= ENOUGH - SLACK

    @asked
    def renowned(self, event: str) -> dt.date | None:
        """Return the day of an event that many reports know by its kind: "the gas attack"."""
        views = [self._views[i] for i in self.events[event].accounts if i in self._views]
        deed = renowned(views, self.places)
        return deed.day if deed else None

    def begun(self, a: Account, b: Account) -> bool:
        """Return whether two accounts are of what one report, or two of one story, begin with."""
        return self._begun(a.id, b.id)

    @asked
    def _begun(self, a: str, b: str) -> bool:
        first, second = self._views[a], self._views[b]
        if not (first.begins and second.begins):
            return False
        leads, one, other = first.leads, first.account.report, second.account.report
        return one == other or bool(leads and leads.between(one, other))

    @asked
    def same_story(self, report: str) -> list[str]:
        """Return the other reports that tell one story with a report, in the record's order."""
        return self._stories.get(report, [])

    @cached_property
    def _stories(self) -> dict[str, list[str]]:
        leads = next((view.leads for view in self._views.values()), None)
        found: dict[str, list[str]] = {}
        for a, b in leads.pairs() if leads else ():
            found.setdefault(a, []).append(b)
            found.setdefault(b, []).append(a)
        return {report: sorted(some, key=self.order.__getitem__) for report, some in found.items()}

    def opens_with(self, report: str, actor: str) -> bool:
        """Return whether a report names an actor, or the state that it acts for, as it begins."""
        found = self.reports[report]
        text = found.text[: (found.body[0].start if found.body else 0) + MAIN]
        if any(name in text for name in self.actors[actor].names):
            return True
        return any(f"country:{code}" in self.sides(actor) for code in states_in(text))

    def names_place(self, report: str, place: str | None) -> bool:
        """Return whether a report names a place, by any of its names, anywhere in its text."""
        found, text = self.places.get(place), self._folded(self.reports[report])
        return found is not None and any(f" {fold(n)} " in text for n in (found.name, *found.names))

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def _folded(self, report: Report) -> str:
        if report.id not in self._texts:
            self._texts[report.id] = f" {fold(report.text)} "
        return self._texts[report.id]

    @cached_property
    def _deeds(self) -> dict[str, set[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = {}
        parts = {i: self.accounts[i] for some in of_one_word(self._record.accounts) for i in some}
        for deed in self.memo.shared("deeds", shared_by(self._record), self._done):
            if (part := parts.get(deed.account)) and deed.whom not in part.recipients:
                # What one word tells of several deeds is read from the word for each of them.
                continue
            found.setdefault(deed.account, set()).add((deed.kind, deed.whom))
        return found

    def _done(self) -> list[Deed]:
        actors = {a.id: a for a in self._record.actors}
        return deeds(self._record.accounts, self.reports, actors, self.order)

    def same_victim(self, a: Account, b: Account) -> bool:
        """Return whether two accounts of one event are of the killing of persons that are known.

        In one event "the Jesuits" and the rector are killed in one deed.
        """
        return a.event == b.event and self._is_deed(a.id) and self._is_deed(b.id)

    def befalls_whom(self, account: Account) -> bool:
        """Return whether an account tells what was done to persons, or a group, that are known."""
        return self._is_deed(account.id)

    @asked
    def _is_deed(self, account: str) -> bool:
        return account in self._deeds
