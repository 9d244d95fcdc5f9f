"""A deed that is called by its day alone: "the massacre of 16 November", "the July 7 attack"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.resolution.grouping import Groups
from dragoman.resolution.means import head, is_noun
from dragoman.resolution.once import Known, may_be_one
from dragoman.resolution.view import View
from dragoman.resolution.whom import words
from dragoman.resolution.wording import rules

# What is told so many days later is known: news of the day before is not called by its day.
LATER = 5
# So many reports must tell of the deed, and no other of its day be told by this share as many.
REPORTS, RIVAL = 2, 0.5
_BETWEEN = re.compile(r"\s*(?:(?:of|on)\s+(?:the\s+)?)?[,\s]*")
_DONE = ("happened", "ongoing", "possible")


def join_by_day(groups: Groups, found: Sequence[View], known: Known) -> None:
    """Join what is called by its day alone with the one deed of that day that most tell of.

    Where none tells more of it, "the July 7 attack" is that of every other report.
    """
    able = [v for v in found if v.account.type in rules().targeted and v.account.status in _DONE]
    days = {view.account.id: view.interval for view in able if view.interval}
    called = [view for view in able if _is_called_by_day(view)]
    for k, view in enumerate(called):
        alike = (v.account.id for v in called[:k] if v.interval == view.interval and _of(v, view))
        told = _told_of(view, groups, able) or next(alike, None)
        if told is None:
            continue
        first, second = (
            [v.account.id for v in able if groups.find(v.account.id) == groups.find(i)]
            for i in (told, view.account.id)
        )
        if may_be_one(first, second, known, days):
            groups.join(told, view.account.id)


def _of(one: View, other: View) -> bool:
    """Return whether two are called by one noun, or both by nouns for a killing."""
    first, second = (view.account for view in (one, other))
    lethal = words().retold
    both = {first.trigger.quote.lower(), second.trigger.quote.lower()} <= lethal
    return both or head(first) == head(second)


def _told_of(view: View, groups: Groups, able: Iterable[View]) -> str | None:
    """Return an account of the one deed of a view's day that most reports tell of."""
    reports: dict[str, set[str]] = defaultdict(set)
    for other in able:
        if other.interval == view.interval and not _is_called_by_day(other) and _fits(view, other):
            reports[groups.find(other.account.id)].add(other.account.report)
    ranked = sorted(reports, key=lambda i: (-len(reports[i]), i))
    if not ranked or len(reports[ranked[0]]) < REPORTS:
        return None
    most = len(reports[ranked[0]])
    return ranked[0] if all(len(reports[i]) < RIVAL * most for i in ranked[1:]) else None


def _fits(view: View, other: View) -> bool:
    """Return whether both words are for one kind of deed: killings are called massacres."""
    lethal = words().retold
    first, second = view.account.trigger.quote.lower(), other.account
    if first in lethal:
        return second.mode == "targeted" or any(c.what == "killed" for c in second.counts)
    return second.mode != "targeted"


def _is_called_by_day(view: View) -> bool:
    """Return whether a noun for a deed has its day right beside it, and no victim, town or toll."""
    account, date = view.account, view.account.date
    if date is None or date.evidence is None or date.evidence.report != account.report:
        return False
    noun = account.trigger.quote.lower()
    deed = noun in words().retold or (" " not in noun and is_noun(head(account)))
    bare = not account.recipients and not account.counts and not account.place
    if not (deed and bare) or view.interval is None or view.interval[0] != view.interval[1]:
        return False
    late = view.published is not None and view.published - view.interval[1] >= dt.timedelta(LATER)
    return late and _is_beside(view, date.evidence.start, date.evidence.end)


def _is_beside(view: View, start: int, end: int) -> bool:
    sentence, trigger = view.account.evidence[0], view.account.trigger
    first, last = (end, trigger.start) if end <= trigger.start else (trigger.end, start)
    between = sentence.quote[max(0, first - sentence.start) : max(0, last - sentence.start)]
    return _BETWEEN.fullmatch(between) is not None
