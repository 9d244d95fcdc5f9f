"""What is done to one person, or to one group of them, once: killings and abductions."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from dragoman.model import Account, Actor, Report
from dragoman.resolution.grouping import Groups
from dragoman.resolution.leads import is_rare
from dragoman.resolution.names import fold
from dragoman.resolution.wording import content_words, rules, stem

Known = Mapping[str, dt.date | None]
# Reports put one killing on days that differ by no more than this.
SLIP = 3
# A wider date ("in November") agrees with a day in it, and does not say which day.
NARROW = 10
# A killing is told of again so long after: "the murder of the six priests last year".
LONG = 540
# A report may be dated a day before what it tells of.
EARLY = 1
# The share of the dated accounts that must agree on the day.
MOST = 0.5
# Words that say that it was only tried stand at most this many characters before.
BEFORE = 60
# Fewer of a group than this are not known by their number.
SEVERAL = 3
_TOLD = ("happened", "ongoing", "possible", "planned", "demanded")
# "The murder of the two Jesuits", "against the Jesuit priests", "the Jesuits' murder".
_OF_THEM = re.compile(r"^\s*(?:of|against)\s+the\s+(?:[a-z]+\s+)?([A-Z][\w-]+)")
_THEIR = re.compile(r"\bthe\s+(?:[a-z]+\s+)?([A-Z][\w-]+)[’']\s*$")
_WERE = re.compile(
    r"\b[Tt]he\s+(?:[a-z]+\s+)?([A-Z][\w-]+)(?:\s+[a-z]+)?\s+(?:who\s+)?"
    r"(?:were|was|had been|have been)\s+(?:[a-z]+\s+)?$"
)


class Deed(msgspec.Struct, frozen=True):
    """One account of a killing or an abduction, and to whom: a person, or a group by a rare word.

    ``many`` is how many of a group, None where the words only say which group.
    """

    account: str
    kind: str
    whom: str
    many: float | None
    group: bool
    happened: bool
    days: tuple[dt.date, dt.date] | None
    published: dt.date | None
    order: int

    @property
    def day(self) -> dt.date | None:
        """The day, where the account says it within a week or so."""
        if self.days is None or (self.days[1] - self.days[0]).days > NARROW:
            return None
        return self.days[1]


class Once(msgspec.Struct, frozen=True):
    """One killing or abduction, on its day where that is told, and all that tells of it."""

    day: dt.date | None
    told: list[Deed]


def deeds(
    accounts: Iterable[Account],
    reports: Mapping[str, Report],
    actors: Mapping[str, Actor],
    order: Mapping[str, int],
) -> list[Deed]:
    """Return the killings and abductions of named persons, and of groups with a rare name."""
    found = []
    for account in accounts:
        kind = _kind(account)
        report, dates = reports[account.report], account.date
        if kind is None or account.status not in _TOLD or _attempted(account, report):
            continue
        published = report.published.end if report.published else None
        days = (dates.start, dates.end) if dates and dates.start and dates.end else None
        for whom, many in dict.fromkeys(_whom(account, report, actors)):
            found.append(
                Deed(
                    account=account.id,
                    kind=kind,
                    whom=whom,
                    many=many,
                    group=whom not in actors,
                    happened=account.status == "happened",
                    days=days,
                    published=published,
                    order=order[account.report],
                )
            )
    return sorted(found, key=lambda d: (d.order, d.account))


@cache
def _lethal() -> frozenset[str]:
    return frozenset(stem(word) for word in rules().lethal)


def _kind(account: Account) -> str | None:
    if account.type not in rules().targeted:
        return None
    if account.mode == "abduct":
        return "abducted"
    told = content_words(account.trigger.quote)
    return "killed" if told & _lethal() else None


def _attempted(account: Account, report: Report) -> bool:
    """Return whether the words before say that it failed: "an attempt to kill the general"."""
    start = max(account.evidence[0].start, account.trigger.start - BEFORE)
    words = report.text[start : account.trigger.end].lower().split()
    return any(word.startswith(rules().attempted) for word in words)


def _whom(
    account: Account, report: Report, actors: Mapping[str, Actor]
) -> Iterator[tuple[str, float | None]]:
    people = [i for i in account.recipients if (a := actors.get(i)) and _is_known(a)]
    yield from ((i, None) for i in people)
    counted = [
        (word, count.low)
        for count in account.counts
        if count.what == "killed" and count.low and count.low >= SEVERAL
        for word in sorted(content_words(_capitals(count.of or "")))
        if is_rare(word)
    ]
    yield from counted
    if not counted:
        yield from ((word, None) for word in _named_group(account, report) if is_rare(word))


def _is_known(actor: Actor) -> bool:
    return actor.type == "person" and actor.named and " " in actor.name.strip()


def _capitals(text: str) -> str:
    return " ".join(re.findall(r"\b[A-Z][\w-]+", text))


def _named_group(account: Account, report: Report) -> list[str]:
    """Return the word for a group: "the murder of the Jesuits", "the Jesuits were shot"."""
    trigger = account.trigger
    before = report.text[max(0, trigger.start - 80) : trigger.start]
    after = report.text[trigger.end : trigger.end + 60]
    matches = (_OF_THEM.search(after), _THEIR.search(before), _WERE.search(before))
    return [stem(fold(match.group(1))) for match in matches if match]


def join_deeds(groups: Groups, found: Sequence[Deed]) -> dict[str, dt.date | None]:
    """Join the accounts of one killing or abduction; return those accounts with its day.

    Nobody is killed twice: the accounts of it are one event but for those whose days contradict
    the days of most.
    """
    by_whom: dict[tuple[str, str], list[Deed]] = {}
    for deed in found:
        by_whom.setdefault((deed.kind, deed.whom), []).append(deed)
    events = [one for key in sorted(by_whom) if (one := _event(by_whom[key])) is not None]
    several = _of_several(events)
    known: dict[str, dt.date | None] = {}
    for event in events:
        told = [deed.account for deed in event.told if deed.account not in several]
        for other in told:
            if groups.join(told[0], other):
                known[other] = event.day or known.get(other)
    return known


def may_be_one(first: Iterable[str], second: Iterable[str], known: Known) -> bool:
    """Return whether two groups of accounts are not of two killings that no account tells as one.

    Two killings of one day may have been in one attack.
    """
    ours = {known[i] for i in first if i in known}
    theirs = {known[i] for i in second if i in known}
    if not ours or not theirs:
        return True
    days = [day for day in ours | theirs if day is not None]
    both = any(ours - {None}) and any(theirs - {None})
    return both and (max(days) - min(days)).days <= SLIP


def _of_several(events: Sequence[Once]) -> set[str]:
    """Return the accounts that tell of several deeds: "the murders of A and, later, of B"."""
    days: dict[str, list[dt.date]] = {}
    for event in events:
        for deed in event.told:
            if event.day is not None:
                days.setdefault(deed.account, []).append(event.day)
    return {i for i, some in days.items() if (max(some) - min(some)).days > SLIP}


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
    clusters = _by_day([deed for deed in able if deed.day])
    if not clusters:
        return None if group else Once(None, able)
    main = max(clusters, key=lambda c: (len(c), -c[0].order))
    if (group and many is None) or len(main) < MOST * sum(map(len, clusters)):
        return None
    days = Counter(deed.day for deed in main if deed.day)
    day = max(days, key=lambda d: (days[d], -d.toordinal()))
    return Once(day, [*main, *(deed for deed in able if deed.day is None and _may_be(deed, day))])


def _by_day(told: Sequence[Deed]) -> list[list[Deed]]:
    """Return dated deeds in clusters of a few days."""
    clusters: list[list[Deed]] = []
    first: dt.date | None = None
    for deed in sorted(told, key=lambda d: (d.day or dt.date.min, d.order, d.account)):
        if first is None or deed.day is None or (deed.day - first).days > SLIP:
            clusters.append([])
            first = deed.day
        clusters[-1].append(deed)
    return clusters


def _may_be(deed: Deed, day: dt.date) -> bool:
    """Return whether an undated deed may be of a day: told after it, within a wider date."""
    if deed.days is not None:
        return deed.days[0] <= day <= deed.days[1]
    if deed.published is None:
        return True
    return -EARLY <= (deed.published - day).days <= LONG
