"""The record as the rules of assessment ask of it: by id, by side, and by what tells one story."""

from __future__ import annotations

from functools import cached_property

from dragoman.assessment.officials import states_in
from dragoman.assessment.sides import Sides
from dragoman.model import Account
from dragoman.resolution.events import views
from dragoman.resolution.likeness import ENOUGH, likeness
from dragoman.resolution.names import fold
from dragoman.resolution.openings import MAIN
from dragoman.resolution.resolving import shared_by
from dragoman.resolution.rewriting import official_sides
from dragoman.resolution.several import of_one_word
from dragoman.resolution.victims import Deed, deeds
from dragoman.resolution.view import View

# Two accounts of one event that are set against one another may be this much less alike.
SLACK = 1.5


class Index(Sides):
    """Look-ups in one record. Build it once and hand it to the rules."""

    @cached_property
    def _views(self) -> dict[str, View]:
        found = self.memo.shared("views", shared_by(self.record), self._viewed)
        return {view.account.id: view for view in found}

    def _viewed(self) -> list[View]:
        sides = {a.id: f"{a.type} {fold(a.name)}" for a in self.record.actors if not a.named}
        sides |= official_sides(self.record.actors)
        r = self.record
        return views(r.accounts, r.reports, r.claims, sides, self.places, r.actors)

    @cached_property
    def _alike(self) -> dict[tuple[str, str], bool]:
        return {}

    def alike(self, a: Account, b: Account) -> bool:
        """Return whether two accounts are of one event by themselves, without others between."""
        found = self._alike.get((a.id, b.id))
        if found is None:
            points = likeness(self._views[a.id], self._views[b.id], self.places)
            found = self._alike[a.id, b.id] = points is not None and points >= ENOUGH - SLACK
        return found

    def begun(self, a: Account, b: Account) -> bool:
        """Return whether two accounts are of what one report, or two of one story, begin with."""
        first, second = self._views[a.id], self._views[b.id]
        if not (first.begins and second.begins):
            return False
        leads = first.leads
        return a.report == b.report or bool(leads and leads.between(a.report, b.report))

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
        found = self.places.get(place)
        text = self._folded(report)
        return found is not None and any(f" {fold(n)} " in text for n in (found.name, *found.names))

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def _folded(self, report: str) -> str:
        if report not in self._texts:
            self._texts[report] = f" {fold(self.reports[report].text)} "
        return self._texts[report]

    @cached_property
    def _deeds(self) -> dict[str, set[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = {}
        parts = {i: self.accounts[i] for some in of_one_word(self.record.accounts) for i in some}
        for deed in self.memo.shared("deeds", shared_by(self.record), self._done):
            if (part := parts.get(deed.account)) and deed.whom not in part.recipients:
                # What one word tells of several deeds is read from the word for each of them.
                continue
            found.setdefault(deed.account, set()).add((deed.kind, deed.whom))
        return found

    def _done(self) -> list[Deed]:
        return deeds(self.record.accounts, self.reports, self.actors, self.order)

    def same_victim(self, a: Account, b: Account) -> bool:
        """Return whether two accounts of one event are of the killing of persons that are known.

        In one event "the Jesuits" and the rector are killed in one deed.
        """
        ours, theirs = self._deeds.get(a.id, set()), self._deeds.get(b.id, set())
        return a.event == b.event and bool(ours and theirs)
