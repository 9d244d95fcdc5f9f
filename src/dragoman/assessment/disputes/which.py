"""Which deed a question asks of: what it was, where and when, as its accounts tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec

from dragoman.assessment.disputes.deeds import DEEDS, accounts_in, means_of
from dragoman.assessment.disputes.wording import day_words
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement, naming_of
from dragoman.model import Account, Dates, Event
from dragoman.resolution.names import fold
from dragoman.resolution.places import COUNTRY

# A mode or a noun is the deed's where so many of the accounts that give any give it, and of all.
MOST, SOME = 0.6, 0.25
# Weapons by which a deed is known are told in so many of its sentences.
TOLD_BY = 0.5
# A spot is the deed's where at least this share of the accounts that name any place name it.
NAMED = 1 / 3
# The state of which a war's toll is, is read in so many reports.
READ = 3
# Of so many accounts one alone does not tell where a deed was.
FEW = 2
# A longer stretch of days is no day of a deed.
DAYS = 31
_AL = re.compile(r"^(?:the |al[- ]|el[- ])", re.IGNORECASE)


class DeedWords(msgspec.Struct, frozen=True):
    """The data of ``data/deed_words.yaml``: see the comments there."""

    modes: dict[str, str]
    means: dict[str, str]
    nouns: frozenset[str]
    kinds_of_place: frozenset[str]
    regions: frozenset[str]


@cache
def _words() -> DeedWords:
    data = resources.files("dragoman.assessment").joinpath("data/deed_words.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=DeedWords)


def how_many(index: Index, event: Event, whom: str, accounts: Sequence[Account]) -> str:
    """Return what figures of an event answer: "How many were killed in Selmo on 2 March 2019?".

    ``accounts`` are those that give the figures.
    """
    some, _, what = whom.rpartition(" ")
    at = where(index, event, accounts)
    if what == "attackers":
        return f"How many attackers were there{at}?"
    return f"How many {f'{some} ' if some else ''}were {what}{at}?"


def where(index: Index, event: Event, accounts: Sequence[Account] = ()) -> str:
    """Return what deed an event is, as the end of a question: " in the shelling in Selmo"."""
    if _is_long(event):
        return f"{_in(place_of(index, event, accounts))} in all{_by(index, event, accounts)}"
    what = kind_of(index, event)
    return f"{_in(what and f'the {what}')}{at(index, event, accounts)}"


def at(index: Index, event: Event, accounts: Sequence[Account] = ()) -> str:
    """Return where and when an event took place: " in Selmo on 2 March 2019".

    Without a day of its own, when it is told: " in Selmo, as told on 3 March 2019".
    """
    return f"{_in(place_of(index, event, accounts))}{_when(index, event, accounts)}"


def setting(index: Index, event: Event) -> str:
    """Return what an event is, where and when, in words: "air strikes, Selmo, 2 March 2019"."""
    parts = (kind_of(index, event), place_of(index, event), day_words(event.date))
    return ", ".join(filter(None, parts)) or index.accounts_of(event)[0].trigger.quote


def the_deed(
    index: Index,
    events: Iterable[str],
    said: Sequence[Statement],
    other: str = "what happened",
    *,
    by_name: bool = True,
) -> str:
    """Return the deed that statements are of: "the shelling in Selmo on 2 March 2019".

    Of several events the one of most of them; without any, what and where they say, and when they
    say it. ``other`` is what a deed is called of which nothing tells what it was, or that is not
    asked ``by_name``: whether it was one is open.
    """
    told = [a for s in said for a in accounts_in(index, s) if a.type in DEEDS]
    found = Counter([*events, *(a.event for a in told)])
    event = index.events.get(next((i for i, _ in found.most_common(1)), ""))
    if event is not None and event.type in DEEDS:
        kind, spot = kind_of(index, event), at(index, event, told)
    else:
        spots = {index.places.name(i) for s in said for i in _exact(index, s)}
        kind = ""
        spot = f"{_in(spots.pop() if len(spots) == 1 else '')}{_told_on([s.as_of for s in said])}"
    kind = (kind or _kind_in(said)) if by_name else ""
    return f"{f'the {kind}' if kind else other}{spot}"


def deeds_like(said: Sequence[Statement]) -> str:
    """Return what deeds at large are called that statements speak of: "the chemical attacks"."""
    kind = _kind_in(said)
    return f"the {kind}{'' if kind.endswith('s') else 's'}" if kind else "the deeds"


def _exact(index: Index, said: Statement) -> list[str]:
    known = [(i, index.places.get(i)) for _, i in said.spots if index.places.size(i) == 1]
    return [i for i, place in known if place is not None and place.lat is not None]


def _kind_in(said: Sequence[Statement]) -> str:
    """Return what deed statements speak of, by its means or by the word for it."""
    words = _words()
    for one in said:
        if means := means_of(one.words) & words.means.keys():
            return words.means[min(means)]
    for text in (*(s.words for s in said), *(s.text for s in said)):
        for word in re.findall(r"[a-z]+", text):
            if word in words.nouns:
                return str(word)
    return ""


def kind_of(index: Index, event: Event) -> str:
    """Return what most of the accounts of an event call it, by its mode or its noun, else ""."""
    accounts, words = index.accounts_of(event), _words()
    if event.type not in DEEDS:
        return ""
    by = Counter(m for a in accounts for m in means_of(a.evidence[0].quote) & words.means.keys())
    for means, times in by.most_common(1):
        if times >= TOLD_BY * len(accounts):
            return words.means[means]
    if mode := _most((a.mode for a in accounts if a.mode in words.modes), len(accounts)):
        return words.modes[mode]
    nouns = ((a.trigger.quote.split() or [""])[-1].lower() for a in accounts)
    return _most((n for n in nouns if n in words.nouns), len(accounts))


def _most(given: Iterable[str | None], of: int) -> str:
    found = Counter(x for x in given if x is not None)
    for most, times in found.most_common(1):
        if times >= max(MOST * found.total(), SOME * of):
            return most
    return ""


class _Spot(msgspec.Struct):
    """What accounts name as one place: its ids, and how often which account names it how."""

    ids: set[str]
    names: Counter[str]
    own: int = 0


def place_of(index: Index, event: Event, accounts: Sequence[Account] = ()) -> str:
    """Return the most exact place that accounts of an event agree on, as they name it.

    First of ``accounts``, else of all; a state is where the deed was only if no place is named.
    """
    own = {a.id for a in accounts}
    spots = _spots(index, index.accounts_of(event), own)
    first = _agreed(index, {k: s.own for k, s in enumerate(spots) if s.own}, spots)
    every = _agreed(index, {k: s.names.total() for k, s in enumerate(spots)}, spots)
    chosen = every if first is None or (every and _holds(index, first, every)) else first
    if chosen is not None:
        return _named(index, chosen)
    return index.places.name(event.place) or (_country(index, event) if _is_long(event) else "")


def _agreed(index: Index, times: Mapping[int, int], spots: Sequence[_Spot]) -> _Spot | None:
    """Return the spot that enough name, and more than name others that do not hold it.

    What one of several names by himself may be another deed's.
    """
    able = []
    for k, often in times.items():
        if often < FEW <= sum(times.values()):
            continue
        others = (j for j in times if j != k and not _holds(index, spots[j], spots[k]))
        if often >= NAMED * sum(times.values()) and often > sum(times[j] for j in others):
            able.append(k)
    # The innermost: none of the others lies in it.
    inner = [k for k in able if not any(_holds(index, spots[k], spots[j]) for j in able if j != k)]
    best = max(inner or able, key=times.__getitem__, default=None)
    return None if best is None else spots[best]


def _spots(index: Index, accounts: Iterable[Account], own: Collection[str]) -> list[_Spot]:
    """Return the places, no states, that accounts name: those of one name are one."""
    found: list[_Spot] = []
    for account in accounts:
        i, evidence = account.place, account.place_evidence
        if i is None or evidence is None or not 0 < index.places.size(i) < COUNTRY:
            continue
        name = _bare(evidence.quote)
        spot = next((s for s in found if i in s.ids or name in map(_bare, s.names)), None)
        if spot is None:
            found.append(spot := _Spot(set(), Counter()))
        spot.ids.add(i)
        spot.names[evidence.quote] += 1
        spot.own += account.id in own
    return found


def _holds(index: Index, outer: _Spot, inner: _Spot) -> bool:
    """Return whether a spot holds another: a province also a town of which nobody knows where."""
    if any(index.places.holds(o, i) for o in outer.ids for i in inner.ids):
        return True
    wide = [o for o in outer.ids if index.places.size(o) > 1]
    towns = all(index.places.size(i) == 1 for i in inner.ids)
    return towns and any(index.places.relation(o, i) != "apart" for o in wide for i in inner.ids)


def _country(index: Index, event: Event) -> str:
    """Return the state in which most places lie that the reports of an event name."""
    reports = dict.fromkeys(a.report for a in index.accounts_of(event))
    text = "\n".join(index.reports[i].text for i in [*reports][:READ])
    located = [index.places.get(i) for _, i in naming_of(index).located(text)]
    found = Counter(p.country for p in located if p is not None and p.country)
    for country, times in found.most_common(1):
        if times >= MOST * found.total():
            states = (p for p in index.places.all() if p.type == "country")
            return next((p.name for p in states if p.country == country), "")
    return ""


def _bare(name: str) -> str:
    """Return a place's name without what kind of place it is.

    >>> _bare("the al-Midan neighbourhood")
    'midan'
    """
    kinds = _words().kinds_of_place | _words().regions
    words = " ".join(w for w in name.split() if w not in kinds)
    return fold(_AL.sub("", _AL.sub("", words)))


def _named(index: Index, spot: _Spot) -> str:
    """Return a place's name as the record has it, where a report names it so, else as they do."""
    told: Counter[str] = Counter()
    for name, times in spot.names.items():
        told[_without_kind(name)] += times
    known = sorted(index.places.name(i) for i in spot.ids)
    names = (name for name, _ in told.most_common() if _is_name(name))
    return next((name for name in known if name in told), next(names, known[0]))


def _is_name(words: str) -> bool:
    """Return whether words are a name: "Deir Hafir", "Oran province", not "the capital"."""
    first, *others = _AL.sub("", words).split() or [""]
    kinds = _words().regions
    return first[:1].isupper() and all(w[:1].isupper() or w in kinds for w in others)


def _without_kind(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1] in _words().kinds_of_place:
        words.pop()
    return " ".join(words)


def _is_long(event: Event) -> bool:
    """Return whether an event lasts so long that its figures are of all until they are told."""
    start, end = (event.date.start, event.date.end) if event.date else (None, None)
    long = start is not None and end is not None and (end - start).days > DAYS
    return event.type == "TOLL" or long


def _in(name: str) -> str:
    return f" in {name}" if name else ""


def _when(index: Index, event: Event, accounts: Sequence[Account]) -> str:
    dates = event.date
    if dates is None or not day_words(dates):
        return _told_on([index.reports[a.report].published for a in accounts])
    if dates.start == dates.end:
        return f" on {day_words(dates)}"
    return f" in {day_words(dates)}" if dates.precision in ("month", "year") else _between(dates)


def _between(dates: Dates) -> str:
    return (
        f" between {' and '.join(day_words(Dates.day(d)) for d in (dates.start, dates.end) if d)}"
    )


def _by(index: Index, event: Event, accounts: Sequence[Account]) -> str:
    told = [index.reports[a.report].published for a in accounts or index.accounts_of(event)[:1]]
    day = _first(told)
    return f" by {day}" if day else ""


def _told_on(dates: Iterable[Dates | None]) -> str:
    day = _first(dates)
    return f", as told on {day}" if day else ""


def _first(dates: Iterable[Dates | None]) -> str:
    days = [one.end for one in dates if one is not None and one.end is not None]
    return day_words(Dates.day(min(days))) if days else ""
