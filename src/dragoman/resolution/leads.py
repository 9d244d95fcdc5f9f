"""What each report is mainly about, and which reports tell one story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.model import Account, Actor, Count, Report
from dragoman.resolution.names import fold
from dragoman.resolution.openings import (
    in_lead,
    is_rare,
    length_of,
    names_in,
    opening,
    opening_words,
    stems_of,
)
from dragoman.resolution.people import SIDES
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.story import LATER, Lead, Story, story
from dragoman.resolution.telling import Spots, spots_in, targets_in

_TOLLS = frozenset({"killed", "injured", "dead", "casualties"})
# Days further back are background where others are given.
NEWS = 4
_PLACED = ("happened", "ongoing", "possible")


class Leads:
    """The leads of a record's reports, and the stories among them."""

    def __init__(
        self,
        reports: Sequence[Report],
        accounts: Iterable[Account],
        actors: Iterable[Actor],
        places: PlaceIndex,
        spots: Spots,
    ) -> None:
        self._places = places
        told: dict[str, list[Account]] = {}
        for account in accounts:
            told.setdefault(account.report, []).append(account)
        named = _named(actors)
        self._leads = {
            report.id: _lead(
                report, told.get(report.id, ()), named.get(report.id, frozenset()), places, spots
            )
            for report in reports
            if report.published is None or report.published.end
        }
        self._known: dict[tuple[str, str], Story | None] = {}

    def of(self, report: str) -> Lead | None:
        """Return the lead of a report, None when it came out on or before some day."""
        return self._leads.get(report)

    def between(self, a: str, b: str) -> Story | None:
        """Return the story that two reports share, None when they tell two."""
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            first, second = self._leads.get(a), self._leads.get(b)
            if first is None or second is None or a == b:
                self._known[key] = None
            else:
                self._known[key] = story(first, second, self._places)
        return self._known[key]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of reports that tell one story: of a few days, or of none."""
        yield from self._undated()
        by_day: dict[dt.date, list[Lead]] = {}
        for lead in self._leads.values():
            if lead.published:
                by_day.setdefault(lead.published, []).append(lead)
        for day in sorted(by_day):
            for gap in range(LATER + 1):
                later = by_day.get(day + dt.timedelta(gap), [])
                for k, one in enumerate(by_day[day]):
                    for other in later[k + 1 :] if gap == 0 else later:
                        if self.between(one.report, other.report):
                            yield one.report, other.report

    def _undated(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of reports without a day that share rare words and tell one story."""
        by_word: dict[str, list[str]] = {}
        for lead in self._leads.values():
            if lead.published is None:
                for word in sorted(filter(is_rare, lead.words)):
                    by_word.setdefault(word, []).append(lead.report)
        able = {pair for some in by_word.values() for pair in combinations(some, 2)}
        for a, b in sorted(able):
            if self.between(a, b):
                yield a, b


def _named(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """Return, for each report, the stems of names of sides: they tell no story from another."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        if actor.named and actor.type in SIDES:
            stems = {stem for name in (actor.name, *actor.names) for stem in stems_of(name)}
            for report in {evidence.report for evidence in actor.evidence}:
                found.setdefault(report, set()).update(stems)
    return {report: frozenset(stems) for report, stems in found.items()}


def _lead(
    report: Report,
    accounts: Iterable[Account],
    named: frozenset[str],
    places: PlaceIndex,
    spots: Spots,
) -> Lead:
    text = opening(report)
    words = opening_words(report) - named
    told = [a for a in accounts if in_lead(report, a.trigger.start) and a.status in _PLACED]
    counts = [count for account in told for count in account.counts]
    found = spots_in(text, spots) | {a.place for a in told if a.place}
    regions = frozenset(i for i in found if _is_region(i, places))
    return Lead(
        report=report.id,
        published=report.published.end if report.published else None,
        names=frozenset() if report.published else names_in(report.text),
        words=words,
        length=length_of(words),
        towns=frozenset(
            i for i in found if _is_town(i, places) and not _named_alike(i, regions, places)
        ),
        regions=regions,
        targets=targets_in(text),
        days=_news(report, told, 0),
        nights=_news(report, told, 1),
        tolls=frozenset((c.what, c.low) for c in counts if c.low and c.what in _TOLLS),
        killed=max((c.low for c in counts if c.low and _exact(c)), default=0.0),
    )


def _news(report: Report, told: Iterable[Account], width: int) -> frozenset[dt.date]:
    """Return the days that accounts give as exactly, those further back only where all are."""
    dates = [a.date for a in told if a.family == "event" and a.date]
    spans = [(d.start, d.end) for d in dates if d.start and d.end]
    days = {day for span in spans if (span[1] - span[0]).days == width for day in span}
    published = report.published.end if report.published else None
    fresh = {day for day in days if published and -1 <= (published - day).days <= NEWS}
    return frozenset(fresh or days)


def _exact(count: Count) -> bool:
    return count.what == "killed" and count.low == count.high


def _is_town(i: str, places: PlaceIndex) -> bool:
    """Return whether a place is a known point; a name that no gazetteer knows is often no place."""
    place = places.get(i)
    return place is not None and place.lat is not None and places.size(i) == 1


def _is_region(i: str, places: PlaceIndex) -> bool:
    """Return whether a place is a province; a border or a river runs through several."""
    place = places.get(i)
    return place is not None and place.precision == "province" and places.size(i) == 2


def _named_alike(town: str, regions: Iterable[str], places: PlaceIndex) -> bool:
    """Return whether a town has the name of a province that is named too: one may be the other."""
    name = fold(places.name(town))
    return any(fold(places.name(i)).startswith(name) for i in regions)
