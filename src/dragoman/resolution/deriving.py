"""The values of an event, taken from its accounts by rules that have names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.model import Account, Count, Dates, Event, Evidence, Status
from dragoman.resolution.events import NOBODY, event_id
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.view import View
from dragoman.resolution.wording import rules

# What is said to have been outranks what was still to come; a denial alone stays a denial.
_RANK: tuple[Status, ...] = (
    "happened", "ongoing", "denied", "planned", "promised", "threatened", "demanded",
    "predicted", "possible", "hypothetical",
)  # fmt: skip
# What stands between two figures of one row: "six | priests and | two women".
_JOINT = re.compile(r"(?: [\w'’-]+){1,5}(?:,| and|, and|, as well as| as well as) ")
_WHOLE = ("people", "persons", "person", "others", "victims", "dead", "casualties", "civilians")


def derive(group: Sequence[View], places: PlaceIndex, unnamed: Mapping[str, str] = NOBODY) -> Event:
    """Return the event that ``group`` (earliest account first) are accounts of.

    ``unnamed`` gives the words for actors without a name: of "civilians" in five reports the
    event keeps the first.
    """
    accounts = [view.account for view in group]
    first = accounts[0]
    kind, kind_rule = _type(accounts)
    date, date_rule = _date([a.date for a in accounts if a.date])
    place, place_rule = _place(accounts, places)
    counts, count_rule = _counts(accounts)
    status, status_rule = _status(accounts)
    rules = {
        "type": kind_rule,
        "date": date_rule,
        "place": place_rule,
        "counts": count_rule,
        "status": status_rule,
        "actors": "everyone whom an account names as acting, in order of publication; "
        '"both sides" only where no two are named',
    }
    return Event(
        id=event_id(first.id),
        type=kind,
        family=first.family,
        mode=next((a.mode for a in accounts if a.mode and a.type == kind), None),
        accounts=tuple(a.id for a in accounts),
        independent_sources=1,
        reports=len({a.report for a in accounts}),
        status=status,
        actors=_participants((a.actors for a in accounts), unnamed),
        recipients=_participants((a.recipients for a in accounts), unnamed),
        place=place,
        date=date,
        counts=counts,
        derived={field: rule for field, rule in rules.items() if rule},
    )


def _participants(named: Iterable[Sequence[str]], unnamed: Mapping[str, str]) -> tuple[str, ...]:
    """Return whom the accounts name, in order; "both sides" only where no two are named."""
    first: dict[str, str] = {}
    for ids in named:
        for i in ids:
            first.setdefault(unnamed.get(i, i), i)
    single = [i for words, i in first.items() if not _is_all(words)]
    return tuple(single if len(single) > 1 else first.values())


def _is_all(words: str) -> bool:
    """Return whether an unnamed actor is all parties at once: "both sides"."""
    return words.partition(" ")[2] in rules().parties


def _type(accounts: Sequence[Account]) -> tuple[str, str]:
    counts = Counter(a.type for a in accounts)
    best = min(counts, key=lambda t: (-counts[t], [a.type for a in accounts].index(t)))
    return best, "the type that most accounts give" if len(counts) > 1 else "the accounts' type"


def _date(dates: Sequence[Dates]) -> tuple[Dates | None, str]:
    """Return the narrowest interval that all accounts agree on."""
    if not dates:
        return None, ""
    closed = [d for d in dates if d.start and d.end]
    narrow = min(closed or dates, key=lambda d: (_width(d), dates.index(d)))
    if all(narrow.overlaps(d) for d in dates):
        return narrow, "the narrowest interval that all accounts agree on"
    return narrow, "the narrowest interval given; the accounts disagree on the date"


def _width(dates: Dates) -> int:
    return (dates.end - dates.start).days if dates.start and dates.end else 1_000_000


def _place(accounts: Sequence[Account], places: PlaceIndex) -> tuple[str | None, str]:
    """Return the most exact place that most accounts agree on."""
    given = [a.place for a in accounts if a.place]
    if not given:
        return None, ""
    votes = {i: sum(places.holds(j, i) or places.holds(i, j) for j in given) for i in given}
    best = min(votes, key=lambda i: (-votes[i], places.size(i) or 9, given.index(i)))
    agreed = votes[best] == len(given)
    tail = "" if agreed else "; the accounts disagree on the place"
    return best, f"the most exact place that most accounts agree on{tail}"


def _counts(accounts: Sequence[Account]) -> tuple[tuple[Count, ...], str]:
    """Return, for each thing counted, the latest figure (of one report: the largest).

    Figures told in one row ("six priests and two women") are shown together.
    """
    held: dict[tuple[str, str], tuple[Count, str]] = {}
    rows: dict[tuple[str, str], tuple[Count, ...]] = {}
    for account in accounts:
        if account.status in ("denied", "hypothetical"):
            continue
        for count in account.counts:
            now, report = held.get(count.thing, (None, ""))
            if count.part_of is None and _better(count, now, account.report == report):
                held[count.thing] = count, account.report
                rows[count.thing] = _row(account, count)
    kept = tuple(count for thing in sorted(held) for count in rows[thing])
    return kept, "the figure of the latest report; within one report, the largest" if kept else ""


def _row(account: Account, count: Count) -> tuple[Count, ...]:
    """Return a figure with those of other people that its account tells in one row with it."""
    sentence = account.evidence[0]
    same = [
        other
        for other in account.counts
        if other.thing == count.thing and other.part_of is None and other.of
        and sentence.start <= other.evidence.start < sentence.end
    ]  # fmt: skip
    same.sort(key=lambda other: other.evidence.start)
    row: list[Count] = []
    for other in same:
        if row and not _joined(sentence, row[-1], other):
            if count in row:
                break
            row = []
        row.append(other)
    lows = [other.low or 0 for other in row]
    # "Eight people, six priests and two women" are eight.
    whole = any((other.of or "").split()[-1] in _WHOLE for other in row)
    whole = whole or 2 * max(lows, default=0) == sum(lows)
    return (count,) if count not in row or whole else tuple(row)


def _joined(sentence: Evidence, one: Count, other: Count) -> bool:
    begin, end = one.evidence.end - sentence.start, other.evidence.start - sentence.start
    return one.of != other.of and _JOINT.fullmatch(sentence.quote[begin:end]) is not None


def _better(count: Count, now: Count | None, one_report: bool) -> bool:
    """Return whether a figure takes the place of ``now``; "dozens" and "none" replace no number."""
    if now is None or (count.high == 0) != (now.high == 0):
        return now is None or now.high == 0
    if now.vague != count.vague:
        return now.vague
    return not one_report or (count.low or 0) > (now.low or 0)


def _status(accounts: Sequence[Account]) -> tuple[str, str]:
    given = {a.status for a in accounts}
    best = next(status for status in _RANK if status in given)
    if best in ("happened", "ongoing") and "denied" in given:
        return best, "an account says that it took place; another denies it"
    if len(given) == 1:
        return best, "the accounts' status"
    return best, "the furthest that an account says it came"
