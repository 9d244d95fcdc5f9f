"""When, where and how many: what a report attaches to a trigger by syntax."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_anchors import anchors
from dragoman.extraction.accounts_claims import ClaimFinder
from dragoman.extraction.accounts_counts import Counts
from dragoman.extraction.accounts_dates import EventDates
from dragoman.extraction.accounts_home import Home
from dragoman.extraction.accounts_places import EventPlaces
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Token
from dragoman.model import Count, Dates, Extract, NumberMention, PlaceMention, TimeMention


class Settings:
    """Finds the date, the place and the counts of triggers in one report."""

    def __init__(self, document: Document, extract: Extract, triggers: Iterable[Trigger]) -> None:
        known = tuple(triggers)
        anchored = anchors(known)
        self._dates = EventDates(document, extract, anchored)
        self._places = EventPlaces(document, extract, anchored)
        self._home = Home(document, extract)
        voices = ClaimFinder(extract.claims)
        self._counts = Counts(document, extract.numbers, anchored, known, voices)

    def date(self, trigger: Trigger) -> Dates | None:
        """Return when the event took place as the text says, None when it does not."""
        return self._dates.of(trigger)

    def fitting(self, date: Dates | None, status: str) -> Dates | None:
        """Return a date, or None where it cannot be that of an event of such a status."""
        return self._dates.fitting(date, status)

    def since(self, trigger: Trigger) -> Dates | None:
        """Return the time since when a state lasts, up to the day of the report."""
        return self._dates.since(trigger)

    def date_under(self, token: Token) -> Dates | None:
        """Return the time named inside a noun's own modifiers ("the December 29 accord")."""
        return self._dates.before(token)

    def time_under(self, action: Token) -> TimeMention | None:
        """Return the time that an action is to be done at or by, None when none is named."""
        return self._dates.due(action)

    def place(self, trigger: Trigger) -> PlaceMention | None:
        """Return where the event took place as the text says, None when it does not."""
        return self._places.of(trigger) or self._home.of(trigger)

    def place_under(self, tokens: Iterable[Token]) -> PlaceMention | None:
        """Return the first place named under one of the tokens, the nearest to it."""
        return self._places.under(tokens)

    def counts(self, trigger: Trigger) -> tuple[Count, ...]:
        """Return the numbers that the text attaches to the event."""
        return self._counts.of(trigger)

    def unowned(self) -> tuple[NumberMention, ...]:
        """Return the numbers that belong to none of the triggers."""
        return tuple(self._counts.unowned)
