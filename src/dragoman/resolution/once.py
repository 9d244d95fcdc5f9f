"""Nobody is killed twice: the accounts of one killing or abduction are one event."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.resolution.deed import Deed, Interval
from dragoman.resolution.grouping import Groups

Known = Mapping[str, dt.date | None]
# Reports put one killing on days that differ by no more than this.
SLIP = 3
# A killing of a group is told of again so long after: "the murder of the six priests last year".
LONG = 540
# A report may be dated a day before what it tells of.
EARLY = 1
# The share of the dated accounts that must agree on the day.
MOST = 0.5
# "Yesterday the court spoke of the murder": that many days back, a day is that of the telling.
TOLD_OF = 2
# More accounts than this that agree on the day of a group's killing make it well known.
SURE = 2
# An attack that somebody lived through is told of for so long; reports put it on days so far apart.
RECALLED, NEXT_DAY = 90, 1
# A person's killing is told of for as long as anybody lives.
EVER = 36_500
# What is done to one person once.
_ONCE = ("killed", "abducted")
# And what may be done again, on another day.
_AGAIN = ("attacked", "struck", "tried")


class Once(msgspec.Struct):
    """One killing or abduction, on its day where that is told, and all that tells of it."""

    day: dt.date | None
    told: list[Deed]


def known_deeds(found: Iterable[Deed]) -> list[Once]:
    """Return the killings, abductions and attacks, each with all that tells of it.

    Nobody is killed twice: the accounts of it are one event but for those whose days contradict
    the days of most.
    """
    by_whom: dict[tuple[str, str], list[Deed]] = {}
    for deed in found:
        by_whom.setdefault((deed.kind, deed.whom), []).append(deed)
    once = {
        key: one for key in sorted(by_whom) if key[0] in _ONCE and (one := _event(by_whom[key]))
    }
    events = [*once.values()]
    for kind, whom in sorted(by_whom):
        if kind == "arrested":
            events += _attacks(by_whom[kind, whom]) or _fresh(by_whom[kind, whom])
    for whom in sorted({key[1] for key in by_whom if key[0] in _AGAIN}):
        attacks = by_whom.get(("attacked", whom), [])
        strikes = by_whom.get(("struck", whom), [])
        killing = once.get(("killed", whom))
        if killing and _take_in(killing, attacks or strikes):
            strikes = strikes if attacks else []
            attacks = []
        attacks = [*attacks, *by_whom.get(("tried", whom), [])]
        attacked = _attacks(attacks)
        known = [*attacked, *([killing] if killing else [])]
        _put_in(strikes, known)
        events += attacked if known else _attacks([*attacks, *strikes])
    return events


def join_deeds(groups: Groups, found: Sequence[Deed]) -> dict[str, dt.date | None]:
    """Join the accounts of one killing or abduction; return those accounts with its day."""
    known: dict[str, dt.date | None] = {}
    for event in known_deeds(found):
        told = [deed.account for deed in event.told]
        for other in told:
            if groups.join(told[0], other):
                known[other] = event.day or known.get(other)
    return known


def _take_in(killing: Once, attacks: Sequence[Deed]) -> bool:
    """Take in the attack in which somebody was killed; return whether there is none but that one.

    Where no account of the killing tells the day, the day of the one attack is it.
    """
    days = sorted(d.day for d in attacks if d.day and not _may_be_of_the_telling(d))
    day = killing.day or (days[0] if days else None)
    if day is None or any(abs((other - day).days) > SLIP for other in days):
        return False
    if killing.day is None and not all(_may_be(deed, day, EVER) for deed in killing.told):
        return False
    killing.day = day
    killing.told.extend(d for d in attacks if _may_be(d, day, LONG) or _after(d, day))
    return True


def _attacks(told: Sequence[Deed]) -> list[Once]:
    """Return the attacks on one person: one a day, and "the attack" where there was one alone."""
    clusters = _by_day([deed for deed in told if deed.day], NEXT_DAY)
    found = [Once(cluster[-1].day, list(cluster)) for cluster in clusters]
    if len(found) == 1 and (day := found[0].day):
        found[0].told.extend(d for d in told if d.day is None and _may_be(d, day, RECALLED))
    return found


def _put_in(told: Sequence[Deed], known: Sequence[Once]) -> None:
    """Put the shots at a person with the attack of their day, or with the only one."""
    for deed in told:
        days = [o for o in known if o.day and deed.day and abs((o.day - deed.day).days) <= NEXT_DAY]
        alone = known[0].day if len(known) == 1 and deed.day is None else None
        if len(days) == 1:
            days[0].told.append(deed)
        elif alone and _may_be(deed, alone, RECALLED):
            known[0].told.append(deed)


def _fresh(told: Sequence[Deed]) -> list[Once]:
    """Return the one arrest that reports of a few days, or of none, tell of without its day."""
    days = [deed.published for deed in told if deed.published]
    if days and (len(days) < len(told) or (max(days) - min(days)).days > SLIP):
        return []
    return [Once(None, list(told))] if all(deed.days is None for deed in told) else []


def may_be_one(
    first: Iterable[str], second: Iterable[str], known: Known, days: Mapping[str, Interval]
) -> bool:
    """Return whether two groups of accounts are not of two killings that no account tells as one.

    Two killings of one day may have been in one attack. What is told of another day (``days``, by
    account) is not of a killing whose day is known.
    """
    ours, theirs = list(first), list(second)
    one = {known[i] for i in ours if i in known}
    other = {known[i] for i in second if i in known}
    if not _on_the_day(one, theirs, known, days) or not _on_the_day(other, ours, known, days):
        return False
    if not one or not other:
        return True
    both = [day for day in one | other if day is not None]
    dated = any(one - {None}) and any(other - {None})
    return dated and (max(both) - min(both)).days <= SLIP


def _on_the_day(
    deed: Iterable[dt.date | None],
    accounts: Iterable[str],
    known: Known,
    days: Mapping[str, Interval],
) -> bool:
    """Return whether the days that accounts of no known deed give can be those of a deed."""
    told = [day for day in deed if day is not None]
    given = [days[i] for i in accounts if i not in known and i in days] if told else []
    slip = dt.timedelta(SLIP)
    return all(first - slip <= day <= last + slip for day in told for first, last in given)


def _event(told: Sequence[Deed]) -> Once | None:
    """Return the one event among what is told of one person or group, None when it is not sure.

    Of a group only the number that is told most counts, and what names the group without one.
    Where no day is told by most, whom the words name is not whom it was done to.
    """
    group = any(deed.many is not None or deed.group for deed in told)
    counts = Counter(deed.many for deed in told if deed.many is not None)
    many = max(counts, key=lambda n: (counts[n], -n), default=None)
    able = [deed for deed in told if deed.many in (many, None)]
    if not any(deed.happened for deed in able):
        return None
    clusters = _by_day(_dated(able))
    if not clusters:
        # Without a day whom it was done to must be sure: "the head", read as a name, is not.
        return None if group else Once(None, [deed for deed in able if deed.named])
    main = max(clusters, key=lambda c: (len(c), -c[0].order))
    if (group and many is None) or len(main) < MOST * sum(map(len, clusters)):
        return None
    days = Counter(deed.day for deed in main if deed.day)
    day = max(days, key=lambda d: (days[d], -d.toordinal()))
    sure = not group or len(main) > SURE
    long = LONG if group else EVER
    rest = [
        d
        for d in able
        if d not in main
        and (_may_be(d, day, long) or (sure and _after(d, day)) or _of_another_time(d, day))
    ]
    return Once(day, [*main, *rest])


def _dated(told: Sequence[Deed]) -> list[Deed]:
    """Return the deeds whose day can be that of the deed.

    The day of "the murder of X" just before its report is often that on which it was spoken of: it
    counts where nothing else is told, or only days after others told of the deed, and nobody told
    of the deed before it.
    """
    dated = [deed for deed in told if deed.day]
    known = min((d.published for d in told if d.published and d.happened), default=dt.date.max)
    near = [deed for deed in dated if deed.day and (deed.day - known).days <= EARLY]
    sure = [deed for deed in dated if not _may_be_of_the_telling(deed)]
    foretold = bool(sure) and not any(deed in near for deed in sure)
    return near if not sure or (foretold and len(near) > len(sure)) else sure


def _may_be_of_the_telling(deed: Deed) -> bool:
    if not deed.retold or deed.day is None or deed.published is None:
        return False
    return (deed.published - deed.day).days <= TOLD_OF


def _by_day(told: Sequence[Deed], slip: int = SLIP) -> list[list[Deed]]:
    """Return dated deeds in clusters of a few days."""
    clusters: list[list[Deed]] = []
    first: dt.date | None = None
    for deed in sorted(told, key=lambda d: (d.day or dt.date.min, d.order, d.account)):
        if first is None or deed.day is None or (deed.day - first).days > slip:
            clusters.append([])
            first = deed.day
        clusters[-1].append(deed)
    return clusters


def _may_be(deed: Deed, day: dt.date, long: int) -> bool:
    """Return whether a deed may be of a day: told after it, within a wider date."""
    if deed.day is not None:
        return abs((deed.day - day).days) <= SLIP
    if deed.days is not None:
        return deed.days[0] <= day <= deed.days[1]
    if deed.published is None:
        return True
    return -EARLY <= (deed.published - day).days <= long


def _of_another_time(deed: Deed, day: dt.date) -> bool:
    """Return whether a wide date before the day of a named person's killing is of something else.

    "The murder of Mira Kost, mayor in 1984": who was killed later was not killed in that year.
    """
    if deed.group or not (deed.named and deed.retold) or deed.days is None or deed.day is not None:
        return False
    return deed.days[1] < day and (deed.published is None or deed.published >= day)


def _after(deed: Deed, day: dt.date) -> bool:
    """Return whether a later day is that on which the deed was spoken of again."""
    return deed.day is not None and deed.day > day and _may_be_of_the_telling(deed)
