"""What each report is mainly about, and which reports tell one story."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from math import log, sqrt

import msgspec

from dragoman.model import Account, Actor, Count, Report
from dragoman.resolution.names import fold
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.telling import Spots, spots_in, targets_in
from dragoman.resolution.wording import content_words, rules

# Headline and first sentences; what comes later is often background.
OPENING = 700
# What is told up to here is of the same event, unless it says otherwise.
MAIN = 1000
# Reports of one story are published within so many days.
DAYS_APART = 2
# An undated lead is news of at most so many days ago; clocks and datelines differ by one.
NEWS, LATE = 2, 1
# Names of these are in every report on a conflict: they do not tell one story from another.
_EVERYWHERE = frozenset({"state", "government", "armed_group"})
# Points at which two reports tell one story; tuned on hand-labelled pairs (bench/pairs.py).
ENOUGH = 2.6
# Openings with a smaller share of rare words in common are of two stories, whatever else agrees.
FEWEST_WORDS = 0.055
# A toll this many times the other is of another event, or of a later day.
TIMES = 4
# Tolls of one or two are alike by chance.
SMALL = 2
_TOLLS = frozenset({"killed", "injured", "dead", "casualties"})
_NUMBER = re.compile(r"\d")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_PLACED = ("happened", "ongoing", "possible")


class Lead(msgspec.Struct, frozen=True):
    """The opening of a report: its telling words, and the towns, targets, days and tolls there.

    ``towns`` are points, ``regions`` provinces; ``days`` are those that accounts in it give,
    ``killed`` the highest exact number of dead.
    """

    report: str
    published: dt.date | None
    words: frozenset[str]
    length: float
    towns: frozenset[str]
    regions: frozenset[str]
    targets: frozenset[str]
    days: frozenset[dt.date]
    tolls: frozenset[tuple[str, float]]
    killed: float


class Story(msgspec.Struct, frozen=True):
    """What makes two reports one story: how alike they open, and what of it is the same."""

    points: float
    day: bool
    town: bool


def opening(report: Report) -> str:
    """Return the headline and the first sentences of a report, without what every report says."""
    start = report.body[0].start if report.body else 0
    return f"{report.title or ''}\n{_told(report.text[start : start + OPENING])}"


@lru_cache(maxsize=20_000)
def _told(text: str) -> str:
    sentences = _SENTENCE.findall(text)
    return " ".join(s for s in sentences if not any(w in s for w in rules().boilerplate))


def opening_words(report: Report) -> frozenset[str]:
    """Return the stems of the words that a report opens with, numbers apart."""
    return _words(opening(report))


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in _stems(text) if len(w) > 2 and not _NUMBER.search(w))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return content_words(re.sub(r"[-–—]", " ", fold(text)))


@cache
def _weights() -> tuple[float, dict[str, float]]:
    """Return the weight of an unknown stem, and of those that often open a report."""
    data = resources.files("dragoman.resolution").joinpath("data/openings.csv").read_text("utf-8")
    _, (_, reports), *rows = csv.reader(data.splitlines())
    return log(int(reports) / 2), {stem: log(int(reports) / int(n)) for stem, n in rows}


def weight(words: Iterable[str]) -> float:
    """Return how telling some stems are together: the rarer, the more."""
    unknown, known = _weights()
    return sum(sorted(known.get(word, unknown) ** 2 for word in words))


@lru_cache(maxsize=20_000)
def _length(words: frozenset[str]) -> float:
    return sqrt(weight(words))


def is_rare(word: str) -> bool:
    """Return whether a stem opens next to no report: what it names is known by it."""
    unknown, known = _weights()
    return len(word) > 3 and known.get(word, unknown) >= unknown


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
            if report.published and report.published.end
        }
        self._known: dict[tuple[str, str], Story | None] = {}

    def of(self, report: str) -> Lead | None:
        """Return the lead of a report, None when its day is not known."""
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
        """Yield the pairs of reports, published within a few days, that tell one story."""
        by_day: dict[dt.date, list[Lead]] = {}
        for lead in self._leads.values():
            if lead.published:
                by_day.setdefault(lead.published, []).append(lead)
        for day in sorted(by_day):
            for gap in range(DAYS_APART + 1):
                later = by_day.get(day + dt.timedelta(gap), [])
                for k, one in enumerate(by_day[day]):
                    for other in later[k + 1 :] if gap == 0 else later:
                        if self.between(one.report, other.report):
                            yield one.report, other.report


def _named(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """Return, for each report, the stems of the names that are in every report on a conflict."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        if actor.named and actor.type in _EVERYWHERE:
            stems = {stem for name in (actor.name, *actor.names) for stem in _stems(name)}
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
        words=words,
        length=_length(words),
        towns=frozenset(
            i for i in found if _is_town(i, places) and not _named_alike(i, regions, places)
        ),
        regions=regions,
        targets=targets_in(text),
        days=frozenset(
            a.date.start
            for a in told
            if a.family == "event" and a.date and a.date.start and a.date.start == a.date.end
        ),
        tolls=frozenset((c.what, c.low) for c in counts if c.low and c.what in _TOLLS),
        killed=max((c.low for c in counts if c.low and _exact(c)), default=0.0),
    )


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


def in_lead(report: Report, offset: int, length: int = OPENING) -> bool:
    """Return whether an offset lies in what a report opens with, its headline included."""
    start = report.body[0].start if report.body else 0
    return offset - start < length


def story(a: Lead, b: Lead, places: PlaceIndex) -> Story | None:
    """Return what two leads share when it is enough for one story, else None."""
    gap = abs((a.published - b.published).days) if a.published and b.published else None
    if gap is None or gap > DAYS_APART or _days_clash(a, b) or not a.words & b.words:
        return None
    found = _agreements(a, b, places)
    if found["words"] < FEWEST_WORDS:
        return None
    if "day" not in found:
        found["gap"] = float(gap)
    points = sum(rules().story[name] * much for name, much in found.items())
    if points < ENOUGH:
        return None
    return Story(
        points=round(points, 3),
        day="day" in found,
        town="town" in found or "region" in found,
    )


def _days_clash(a: Lead, b: Lead) -> bool:
    """Return whether the days in two leads differ, or one's came after the other was published."""
    if a.days and b.days:
        return not a.days & b.days
    return any(
        one.published is not None
        and other.days
        and not any(-LATE <= (one.published - day).days <= NEWS for day in other.days)
        for one, other in ((a, b), (b, a))
        if not one.days
    )


def _agreements(a: Lead, b: Lead, places: PlaceIndex) -> dict[str, float]:
    """Return by name what two leads agree and differ in; of words, how much."""
    found = {"words": weight(a.words & b.words) / (a.length * b.length)}
    for name, same in (
        ("day", bool(a.days & b.days)),
        ("toll", any(n > SMALL for _, n in a.tolls & b.tolls)),
        ("target", bool(a.targets & b.targets)),
        ("town", _meet(a.towns, b.towns, places)),
        ("region", bool(a.regions & b.regions)),
    ):
        if same:
            found[name] = 1.0
    for name, clash in (
        ("target", bool(a.targets and b.targets)),
        ("town", _in_one_country(a.towns, b.towns, places)),
        ("region", _in_one_country(a.regions, b.regions, places)),
    ):
        # Two that name one town may still name different provinces beside it.
        if clash and name not in found and not (name == "region" and "town" in found):
            found[f"other {name}"] = 1.0
    if "toll" not in found and _far_apart(a, b):
        found["other toll"] = 1.0
    return found


def _in_one_country(first: Iterable[str], second: Collection[str], places: PlaceIndex) -> bool:
    """Return whether both name places of one country: a capital abroad is where people speak."""
    countries = [{p.country for i in ids if (p := places.get(i))} for ids in (first, second)]
    return bool(countries[0] & countries[1])


def _far_apart(a: Lead, b: Lead) -> bool:
    """Return whether the most who were killed in one lead are many times those in the other."""
    low, high = sorted((a.killed, b.killed))
    return 0 < TIMES * low <= high


def _meet(first: Iterable[str], second: Collection[str], places: PlaceIndex) -> bool:
    return any(places.relation(i, j) in ("same", "near") for i in first for j in second)
