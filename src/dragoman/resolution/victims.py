"""What is done to one person, or to one group of them, once: killings and abductions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman.model import Account, Actor, Report
from dragoman.resolution.openings import is_rare
from dragoman.resolution.whom import People, is_known, is_lethal, named_by, words
from dragoman.resolution.wording import content_words, rules

# A wider date ("in November") agrees with a day in it, and does not say which day.
NARROW = 10
# Words that say that it was only tried stand at most this many characters before.
BEFORE = 60
# Fewer of a group than this are not known by their number.
SEVERAL = 3
_TOLD = ("happened", "ongoing", "possible", "planned", "demanded")
_OTHER = frozenset({"other", "others", "more", "another"})
Interval = tuple[dt.date, dt.date]


class Deed(msgspec.Struct, frozen=True):
    """One account of a killing or an abduction, and to whom: a person, or a group by a rare word.

    ``many`` is how many of a group, None where the words only say which group; ``retold`` is
    whether a noun tells of it ("the murder of ..."), as of something known.
    """

    account: str
    kind: str
    whom: str
    many: float | None
    group: bool
    happened: bool
    retold: bool
    days: Interval | None
    published: dt.date | None
    order: int

    @property
    def day(self) -> dt.date | None:
        """The day, where the account says it within a week or so."""
        if self.days is None or (self.days[1] - self.days[0]).days > NARROW:
            return None
        return self.days[1]


def deeds(
    accounts: Iterable[Account],
    reports: Mapping[str, Report],
    actors: Mapping[str, Actor],
    order: Mapping[str, int],
) -> list[Deed]:
    """Return the killings and abductions of named persons, and of groups with a rare name."""
    people = People(actors.values())
    found = []
    for account in accounts:
        kind = _kind(account)
        report, dates = reports[account.report], account.date
        if kind is None or account.status not in _TOLD or _attempted(account, report):
            continue
        published = report.published.end if report.published else None
        days = (dates.start, dates.end) if dates and dates.start and dates.end else None
        for whom, many in dict.fromkeys(_whom(account, report, actors, people)):
            found.append(
                Deed(
                    account=account.id,
                    kind=kind,
                    whom=whom,
                    many=many,
                    group=whom not in actors,
                    happened=account.status == "happened",
                    retold=not words().retold.isdisjoint(account.trigger.quote.lower().split()),
                    days=days,
                    published=published,
                    order=order[account.report],
                )
            )
    return sorted(found, key=lambda d: (d.order, d.account))


def _kind(account: Account) -> str | None:
    if account.type not in rules().targeted:
        return None
    if account.mode == "abduct":
        return "abducted"
    dead = is_lethal(account.trigger.quote) or any(c.what == "killed" for c in account.counts)
    return "killed" if dead else None


def _attempted(account: Account, report: Report) -> bool:
    """Return whether the words before say that it failed: "an attempt to kill the general"."""
    start = max(account.evidence[0].start, account.trigger.start - BEFORE)
    told = " ".join(report.text[start : account.trigger.end].lower().split())
    return re.search(rf"\b(?:{'|'.join(rules().attempted)})", told) is not None


def _whom(
    account: Account, report: Report, actors: Mapping[str, Actor], people: People
) -> Iterator[tuple[str, float | None]]:
    counted = list(_counted(account))
    if is_lethal(account.trigger.quote) or account.mode == "abduct":
        named = named_by(account, report, people)
        known = [i for i in account.recipients if (a := actors.get(i)) and is_known(a)]
        yield from ((i, None) for i in dict.fromkeys((*known, *named.people)))
        yield from ((word, None) for word in named.groups if word not in dict(counted))
    yield from counted


def _counted(account: Account) -> Iterator[tuple[str, float | None]]:
    """Yield the groups with a rare name of which an account counts the dead."""
    for count in account.counts:
        if count.what == "killed" and count.low and count.low >= SEVERAL:
            # "Five other Jesuits": not all of them.
            rest = not _OTHER.isdisjoint((count.of or "").lower().split())
            for word in sorted(content_words(_capitals(count.of or ""))):
                if is_rare(word):
                    yield word, None if rest else count.low


def _capitals(text: str) -> str:
    return " ".join(re.findall(r"\b[A-Z][\w-]+", text))
