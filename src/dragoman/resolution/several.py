"""An account of several known deeds becomes one account of each: "the murders of A, B and C"."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dragoman.model import Account, Count, make_id
from dragoman.resolution.deed import Deed
from dragoman.resolution.once import SLIP, Once, known_deeds
from dragoman.resolution.openings import stems_of
from dragoman.resolution.places import PlaceIndex

replace = msgspec.structs.replace

# Two were killed in one deed, whatever else is told of the two, where this share of the accounts of
# the one who is told of less names both.
TOGETHER = 0.5
Whoms = Sequence[str]


class _Deed(msgspec.Struct, frozen=True):
    """A known deed: its day and town, and whom the accounts of it say it was done to."""

    day: dt.date | None
    town: str | None
    whom: Mapping[str, str]


def one_each(
    accounts: Sequence[Account], done: Sequence[Deed], places: PlaceIndex
) -> tuple[list[Account], list[Deed]]:
    """Return accounts and deeds, with an account of several known deeds as one account of each.

    Each has an id of its own, so that one can be rejected alone; what such an account tells of
    nobody known keeps its id.
    """
    parts = _parts(accounts, done, places)
    told: dict[str, list[Deed]] = {}
    for deed in done:
        if deed.account in parts:
            told.setdefault(deed.account, []).append(deed)
    kept: list[Account] = []
    moved: dict[tuple[str, str], str] = {}
    for account in accounts:
        if account.id not in parts:
            kept.append(account)
            continue
        for part, whoms in _split(account, parts[account.id], told[account.id]):
            kept.append(part)
            moved |= {(account.id, whom): part.id for whom in whoms}
    found = [replace(d, account=moved.get((d.account, d.whom), d.account)) for d in done]
    return kept, sorted(found, key=lambda d: (d.order, d.account))


def of_one_word(accounts: Iterable[Account]) -> list[list[str]]:
    """Return the accounts of several deeds that one word tells of."""
    told: dict[tuple[str, int, str], list[str]] = {}
    for account in accounts:
        word = (account.report, account.trigger.start, account.type)
        told.setdefault(word, []).append(account.id)
    return [parts for parts in told.values() if len(parts) > 1]


def _parts(
    accounts: Sequence[Account], done: Sequence[Deed], places: PlaceIndex
) -> dict[str, list[Whoms]]:
    """Return whom each deed was done to, for each account of several known deeds."""
    # Two who are arrested at once are arrested in one deed, whoever else is told of with them.
    events = known_deeds([deed for deed in done if deed.kind != "arrested"])
    named: dict[str, list[int]] = {}
    for k, event in enumerate(events):
        for account in {deed.account: None for deed in event.told}:
            named.setdefault(account, []).append(k)
    of = {account: numbers for account, numbers in named.items() if len(numbers) > 1}
    wanted = {k for numbers in of.values() for k in numbers}
    where = {account.id: account.place for account in accounts}
    deeds = {k: _deed(events[k], where, places) for k in sorted(wanted)}
    found: dict[str, list[Whoms]] = {}
    for account, numbers in of.items():
        told = sorted((deeds[k] for k in numbers), key=lambda d: -len(d.whom))
        apart = _apart(told, places)
        if len(apart) > 1:
            found[account] = [[deed.whom[account] for deed in one] for one in apart]
    return found


def _apart(told: Iterable[_Deed], places: PlaceIndex) -> list[list[_Deed]]:
    """Return known deeds that one account tells of, those together that may be one.

    Whom no other account names goes with the rest, or alone where the others are several.
    """
    apart: list[list[_Deed]] = []
    for deed in told:
        alone = len(deed.whom) == 1
        able = [one for one in apart if all(_together(other, deed, places) for other in one)]
        if able and not (alone and len(apart) > 1):
            able[0].append(deed)
        else:
            apart.append([deed])
    return apart


def _deed(event: Once, where: Mapping[str, str | None], places: PlaceIndex) -> _Deed:
    whom = {deed.account: deed.whom for deed in event.told}
    towns = Counter(i for account in whom if (i := where.get(account)) and places.size(i) == 1)
    town = min(towns, key=lambda i: (-towns[i], i), default=None)
    return _Deed(event.day, town, whom)


def _together(one: _Deed, other: _Deed, places: PlaceIndex) -> bool:
    """Return whether two known deeds may be one: of one day and town, or told of together."""
    days = [day for day in (one.day, other.day) if day]
    if len(days) == 2 and abs((days[0] - days[1]).days) > SLIP:
        return False
    both = len(one.whom.keys() & other.whom.keys())
    if both >= TOGETHER * min(len(one.whom), len(other.whom)):
        return True
    same = len(days) == 2 and days[0] == days[1]
    return same and places.relation(one.town, other.town) != "apart"


def _split(
    account: Account, parts: Sequence[Whoms], told: Iterable[Deed]
) -> Iterator[tuple[Account, Whoms]]:
    """Yield an account of each part, and one of what is told of nobody in them."""
    people = [deed.whom for deed in told if not deed.group]
    known = {whom for whoms in parts for whom in whoms}
    counted = [tuple(c for c in account.counts if _is_of(c, whoms)) for whoms in parts]
    everyone = dict.fromkeys((*account.recipients, *people))
    rest = replace(
        account,
        recipients=tuple(i for i in everyone if i not in known),
        counts=tuple(c for c in account.counts if not any(c in some for some in counted)),
    )
    if rest.recipients or rest.counts:
        yield rest, ()
    for whoms, counts in zip(parts, counted, strict=True):
        own = make_id("acc", account.id, *whoms)
        recipients = tuple(i for i in people if i in whoms)
        yield replace(account, id=own, recipients=recipients, counts=counts), whoms


def _is_of(count: Count, whoms: Whoms) -> bool:
    """Return whether a number is of a group: "six Jesuits"."""
    return not stems_of(count.of or "").isdisjoint(whoms)
