"""Whose killing "the assassination" is in a report that names the victim and tells of no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from dragoman.model import Account, Report
from dragoman.resolution.deed import Deed, days_of
from dragoman.resolution.fatal import is_lethal
from dragoman.resolution.people import People
from dragoman.resolution.whom import words

# News is full of a killing for so many days.
WEEKS = 14
_THE = ("the", "this")
# "The assassination of the minister" says whose.
_OF = ("of", "in", "that", "which", "on", "against", "at")
_TOLL = frozenset({"killed", "dead"})


def crimes(
    accounts: Iterable[Account],
    found: Iterable[Deed],
    reports: Mapping[str, Report],
    people: People,
    order: Mapping[str, int],
) -> Iterator[Deed]:
    """Yield "the assassination" as the killing of whom its report names and others tell of.

    Nobody else who was killed is named there, and no killing is told of before.
    """
    news = _news(found)
    told = {deed.account for deed in found}
    lethal: set[str] = set()
    for account in sorted(accounts, key=lambda a: (a.report, a.trigger.start)):
        first = account.report not in lethal
        if account.id in told or is_lethal(account.trigger.quote) or _kills(account):
            lethal.add(account.report)
        report = reports[account.report]
        if not first or account.id in told or not _is_bare(account, report):
            continue
        fresh = [i for i in people.named_in(report.id) if _is_fresh(report, news.get(i))]
        if len(fresh) == 1:
            yield Deed(
                account=account.id,
                kind="killed",
                whom=fresh[0],
                many=None,
                group=False,
                named=False,
                happened=False,
                retold=True,
                days=days_of(account),
                published=report.published.end if report.published else None,
                order=order[report.id],
            )


def _kills(account: Account) -> bool:
    return any(count.what in _TOLL for count in account.counts)


def _news(found: Iterable[Deed]) -> dict[str, dt.date]:
    """Return when it was first told of each person that he was killed."""
    first: dict[str, dt.date] = {}
    for deed in found:
        if deed.kind == "killed" and deed.happened and not deed.group and deed.published:
            known = first.get(deed.whom, deed.published)
            first[deed.whom] = min(known, deed.published)
    return first


def _is_fresh(report: Report, first: dt.date | None) -> bool:
    day = report.published.end if report.published else None
    return bool(first and day and 0 <= (day - first).days <= WEEKS)


def _is_bare(account: Account, report: Report) -> bool:
    """Return whether an account is of "the assassination", without a victim or a number."""
    sentence, trigger = account.evidence[0], account.trigger
    told = f"{report.text[sentence.start : trigger.start]}{trigger.quote}".lower().split()
    after = report.text[trigger.end : sentence.end].lower().split()[:1]
    bare = not account.recipients and not account.counts and not (after and after[0] in _OF)
    return bare and len(told) > 1 and told[-2] in _THE and told[-1] in words().taken_up
