"""A deed that many reports tell of is told of for weeks by its kind alone: "the gas attack"."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

import msgspec

from dragoman.resolution.grouping import Groups
from dragoman.resolution.means import head, is_noun
from dragoman.resolution.names import fold
from dragoman.resolution.once import Known, may_be_one
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.retelling import tells_of_harm
from dragoman.resolution.taking_up import is_definite
from dragoman.resolution.telling import targets_in
from dragoman.resolution.things import telling
from dragoman.resolution.view import View
from dragoman.resolution.wording import rules, stem

# So many reports must tell of a deed, and give its day in so many of its accounts with a day.
REPORTS, AGREE = 4, 0.5
# The share of its accounts that name the kind of target or means by which it is known.
KNOWN_BY = 0.3
# A deed is told of by its kind alone for so many days; by its kind and a date no wider than a month
# for years.
WEEKS, YEARS, MONTH = 60, 3650, 31
# Another deed of the kind within that time, told of by this share as many reports, may be meant.
RIVAL = 0.34
# How far around the word that tells of a deed its kind is looked for.
AROUND = 80
_AT = re.compile(r"[\"”]? (?:against|upon)\b")
_WITHIN = ("same", "inside", "contains")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A place or means that fewer of its accounts give is not that of a deed.
FEW = 0.1


class Deed(msgspec.Struct, frozen=True):
    """A deed that many reports tell of: its kinds and day, where, how and by whom it was done."""

    group: str
    reports: int
    day: dt.date
    kinds: frozenset[str]
    towns: frozenset[str]
    modes: frozenset[str]
    doers: frozenset[str]


def join_renowned(groups: Groups, found: Sequence[View], places: PlaceIndex, known: Known) -> None:
    """Join what is told of by its kind alone with the one deed of the kind that all know of."""
    able = [view for view in found if view.account.type in rules().targeted]
    told = Told(groups, able, places, known)
    for one, other in combinations(told.deeds(), 2):
        same = one.kinds & other.kinds and one.day == other.day
        if same and (not one.towns or _meets(one.towns, other.towns, places)):
            told.join(one, other.group)
    deeds = told.deeds()
    for view in able if deeds else ():
        deed = _meant(view, deeds, places)
        if deed is not None:
            told.join(deed, view.account.id)
    for deed in deeds:
        if deed.reports >= REPORTS:
            _join_rest(told, deed, able)


def _join_rest(told: Told, deed: Deed, found: Iterable[View]) -> None:
    """Join "the attack" of that day or place with the deed that its report tells of."""
    reports = {view.account.report for view in told.members[told.groups.find(deed.group)]}
    for view in found:
        if view.account.report in reports and _goes_on(view, deed, told.places):
            told.join(deed, view.account.id)


def _goes_on(view: View, deed: Deed, places: PlaceIndex) -> bool:
    """Return whether "the attack" or a toll is put on the day, or in the place, of a deed."""
    account = view.account
    named = is_definite(view) and head(account) in rules().called["any"]
    if not named and not (account.counts and tells_of_harm(account.trigger.quote)):
        return False
    if view.doers - deed.doers or "another" in view.marks:
        return False
    if account.mode not in {None, *deed.modes} or account.status in rules().to_come:
        return False
    if view.interval is not None:
        return view.interval == (deed.day, deed.day)
    relations = (places.relation(account.place, town) for town in deed.towns)
    return named and account.place is not None and any(one in _WITHIN for one in relations)


class Told:
    """The accounts of each group, kept as groups are joined."""

    def __init__(
        self, groups: Groups, found: Sequence[View], places: PlaceIndex, known: Known
    ) -> None:
        self.groups = groups
        self.places = places
        self.known = known
        self.days = {view.account.id: view.interval for view in found if view.interval}
        self.members: dict[str, list[View]] = {}
        for view in found:
            self.members.setdefault(groups.find(view.account.id), []).append(view)

    def deeds(self) -> list[Deed]:
        """Return the deeds that many reports tell of, those that most tell of first."""
        return sorted(_deeds(self.members, self.places), key=lambda d: (-d.reports, d.day, d.group))

    def join(self, deed: Deed, account: str) -> None:
        """Join an account's group with a deed, unless its days or places are those of another."""
        ours, theirs = self.groups.find(deed.group), self.groups.find(account)
        if ours == theirs or not _may_be(self.members[theirs], deed, self.places):
            return
        first, second = ([v.account.id for v in self.members[one]] for one in (ours, theirs))
        if may_be_one(first, second, self.known, self.days) and self.groups.join(ours, theirs):
            both = [*self.members.pop(ours), *self.members.pop(theirs)]
            self.members[self.groups.find(ours)] = both


def renowned(views: Sequence[View], places: PlaceIndex) -> Deed | None:
    """Return the deed that accounts of one event tell of, if many reports know it by its kind."""
    found = next(_deeds({"": views}, places), None)
    return found if found and found.reports >= REPORTS else None


def _deeds(members: Mapping[str, Sequence[View]], places: PlaceIndex) -> Iterator[Deed]:
    """Yield the deeds that many reports tell of, on one day and by one kind."""
    for group, views in members.items():
        reports = len({view.account.report for view in views})
        if reports < 2:
            continue
        days = Counter(
            v.interval[0] for v in views if v.interval and v.interval[0] == v.interval[1]
        )
        day = max(days, key=lambda d: (days[d], -d.toordinal()), default=None)
        if day is None or days[day] < AGREE * days.total():
            continue
        kinds = _told((kind for view in views for kind in _kinds(view)), KNOWN_BY * len(views))
        # A rare name needs only as many reports as make a deed known, however many more there are.
        named = {(view.account.report, name) for view in views for name in _names(view)}
        kinds |= _told((name for _, name in named), REPORTS)
        if kinds:
            towns = [i for view in views if (i := view.account.place) and places.size(i) < 3]
            modes = [mode for view in views if (mode := view.account.mode)]
            yield Deed(
                group,
                reports,
                day,
                kinds,
                _told(towns, FEW * len(towns)),
                _told(modes, FEW * len(modes)),
                frozenset(i for view in views for i in view.doers),
            )


def _told(values: Iterable[str], least: float) -> frozenset[str]:
    return frozenset(value for value, n in Counter(values).items() if n >= least)


def _meant(view: View, deeds: Iterable[Deed], places: PlaceIndex) -> Deed | None:
    """Return the one deed that an account can mean, None where there are rivals or none."""
    kinds = _kinds(view)
    if not kinds or view.account.status in rules().to_come:
        return None
    able = [deed for deed in deeds if kinds & deed.kinds and _fits(view, deed, places)]
    if not able or able[0].reports < REPORTS:
        return None
    return able[0] if all(d.reports < RIVAL * able[0].reports for d in able[1:]) else None


def _fits(view: View, deed: Deed, places: PlaceIndex) -> bool:
    """Return whether day, place and doer of an account can be those of a deed."""
    if view.published is None or (view.doers and not view.doers & deed.doers):
        return False
    if view.account.mode not in {None, *deed.modes}:
        return False
    late = (view.published - deed.day).days
    if view.interval is not None:
        first, last = view.interval
        same = first <= deed.day <= last and (last - first).days <= MONTH
        if not same or not -1 <= late <= YEARS:
            return False
    elif not -1 <= late <= WEEKS or not _is_bare(view, deed):
        return False
    place = view.account.place
    near = view.spots or ({place} if place and places.size(place) < 3 else frozenset())
    return not near or _meets(near, deed.towns, places)


def _is_bare(view: View, deed: Deed) -> bool:
    """Return whether nothing in a sentence tells of other deeds of the kind, or of several."""
    text = view.text.lower()
    years = set(_YEAR.findall(text)) - {str(deed.day.year)}
    # The day on which something was said stands beside what is claimed, not in it.
    weekdays = set(_WEEKDAY.findall(_around(view).lower())) & set(_WEEKDAY.findall(text))
    weekdays -= {_DAYS[deed.day.weekday()]}
    words = view.account.trigger.quote.lower().split()
    # "The massacre was", "carried out attacks".
    plural = next((w for w in words if is_noun(stem(w))), words[-1]).endswith("s")
    return not years and not weekdays and not plural and not _any_of(rules().of_others).search(text)


def _may_be(views: Sequence[View], deed: Deed, places: PlaceIndex) -> bool:
    """Return whether no day of a group's accounts, and not most of its places, are another's."""
    spans = [view.interval for view in views if view.interval]
    if any(not first <= deed.day <= last for first, last in spans):
        return False
    told = [i for view in views if (i := view.account.place) and places.size(i) < 3]
    near = [i for i in told if _meets((i,), deed.towns, places)]
    return 2 * len(near) >= len(told)


def _meets(first: Iterable[str], second: Iterable[str], places: PlaceIndex) -> bool:
    """Return whether some place is, or may be, one of others."""
    others = tuple(second)
    return not others or any(places.relation(i, j) != "apart" for i in first for j in others)


def _kinds(view: View) -> frozenset[str]:
    """Return the rare kinds of targets and means, and the rare names, by which a deed is told."""
    return _kinds_in(_around(view)) | _names(view)


def _names(view: View) -> frozenset[str]:
    """Return the rare names of what was hit that stand by the word that tells of a deed."""
    if not view.things:
        return frozenset()
    near = set(fold(_around(view)).split())
    names = {word for _, name in view.things for word in name}
    return frozenset(word for word in names & near if telling(word))


def _around(view: View) -> str:
    sentence, trigger = view.account.evidence[0], view.account.trigger
    start, end = trigger.start - sentence.start, trigger.end - sentence.start
    cut = _any_of(rules().cut)
    before = cut.split(sentence.quote[max(0, start - AROUND) : start])[-1]
    after = sentence.quote[end : end + AROUND]
    at = _AT.match(after)  # "the attack against the Guild"
    after = cut.split(after[at.end() if at else 0 :])[0]
    return f"{before}{trigger.quote}{after}"


@lru_cache(maxsize=100_000)
def _kinds_in(text: str) -> frozenset[str]:
    return targets_in(text) & rules().renowned


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
