"""Figures of one thing that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.assessment.disputes.building import Stance, dispute, from_account
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import same_scope, scope
from dragoman.assessment.disputes.wording import setting, tellers
from dragoman.assessment.independence import independent, origin
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Count, Dates, Dispute, Event
from dragoman.resolution.grouping import Groups
from dragoman.resolution.wording import alike

# "About 80,000" may be 10 per cent off either way, a bare round number 5.
_ABOUT, _ROUND = 0.10, 0.05
# A figure this many times the other is hardly of the same thing.
FAR = 4
# A sentence that gives more figures than this is a list; adding them up says nothing.
MOST_PARTS = 4
# A sum is given as a round figure that is at most so much higher: 30 and 39 are "70".
ROUNDED = 0.02
# Of one day, "at least" so many times an exact figure is a later state of it.
GROWN = 2
_PLACED = ("happened", "ongoing")
_GROWS = frozenset({"killed", "injured", "missing", "abducted", "detained", "displaced", "dead"})


class Figure(msgspec.Struct, frozen=True):
    """A count with the account that gives it."""

    account: Account
    count: Count
    order: int


def number_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield a dispute for each event whose accounts give figures that exclude one another.

    Rule "figures that exclude one another": same event, same thing counted, same scope, bounds
    that no number satisfies, from independent sources. A toll that grows from one day to a later
    one is an update; parts of a whole, rounded numbers and "at least" are taken as they are.
    """
    for event in index.record.events:
        accounts = [a for a in index.accounts_of(event) if a.status in _PLACED]
        groups: dict[tuple[str, str], list[Figure]] = {}
        for k, account in enumerate(accounts):
            for count in account.counts:
                if count.part_of is None and count.low is not None and not is_some(index, count):
                    key = (count.what, count.unit or "people")
                    groups.setdefault(key, []).append(Figure(account, count, k))
        for key in sorted(groups):
            for clashing in _clashing(index, key[0], _largest(groups[key])):
                found = _dispute(index, event, key[0], clashing)
                if found:
                    yield found


def _largest(figures: Sequence[Figure]) -> list[Figure]:
    """Return of each account the largest figure of each scope: smaller ones are parts of it."""
    best: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        key = (figure.account.id, scope(figure.count))
        held = best.get(key)
        if held is None or (figure.count.low or 0) > (held.count.low or 0):
            best[key] = figure
    return list(best.values())


def _clashing(index: Index, what: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures that clash with one another, those that no clash connects apart."""
    groups = Groups(str(k) for k in range(len(figures)))
    met: set[int] = set()
    for (i, a), (j, b) in combinations(enumerate(figures), 2):
        able = same_scope(a.count, b.count) and _clash(index, what, a, b)
        if able and not _knows_both(index, a, b, figures):
            groups.join(str(i), str(j))
            met |= {i, j}
    for members in groups.members():
        if len(members) > 1:
            yield [figures[k] for k in sorted(map(int, members)) if k in met]


def _dispute(index: Index, event: Event, what: str, clashing: Sequence[Figure]) -> Dispute | None:
    stances: list[Stance] = [
        from_account(index, figure.account, words(figure.count))
        for figure in sorted(clashing, key=lambda f: f.order)
    ]
    where = f" in {index.places.name(event.place)}" if event.place else ""
    return dispute(
        index,
        "number",
        "figures that exclude one another",
        f"How many were {what}{where}?",
        stances,
        why=f"{_told(index, stances)}. All speak of one event ({setting(index, event)}) and of "
        "the same people, and the higher figure is not the later one.",
        event=event.id,
    )


def _told(index: Index, stances: Sequence[Stance]) -> str:
    """Return who gives which figure: "the monitor (4 March 2019): 9 killed; ...\"."""
    groups: dict[str, list[Stance]] = {}
    for stance in stances:
        groups.setdefault(stance.position.stance, []).append(stance)
    return "; ".join(f"{tellers(index, some)}: {figure}" for figure, some in groups.items())


def _clash(index: Index, what: str, a: Figure, b: Figure) -> bool:
    if not independent(index, a.account, b.account) or meet(a.count, b.count):
        return False
    if a.account.report == b.account.report and not _set_apart(index, a.account, b.account):
        return False
    if not comparable(index, a.account, b.account) or _parts(index, what, a, b):
        return False
    near = index.places.relation(a.account.place, b.account.place) in ("near", "apart")
    if near or _one_source(index, a, b) or _nameless(index, a, b):
        return False
    if a.account.report != b.account.report and not index.alike(a.account, b.account):
        return False
    if _part_of_town(index, a, b):
        return False
    low, high = sorted((a.count.low or 0, b.count.low or 0))
    quoted = a.account.claim or b.account.claim
    if high > FAR * max(low, 1) and (not quoted or _alike(a, b) < 0.5):
        return False
    return not (what in _GROWS and _grown(index, a, b))


def _grown(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the larger figure is a later state of the toll; a fall is not growth.

    Of one day, "at least" in a report's own voice, an early report ("so far", "initial") and
    other numbers that are higher too mark a toll that is growing.
    """
    less, more = sorted((a, b), key=lambda f: f.count.low or 0)
    first, second = (index.published(f.account.report) for f in (less, more))
    if first and second and first != second:
        return first < second
    if find("early", less.account.evidence[0].quote):
        return True
    if less.account.report == more.account.report:
        return False
    much = (more.count.low or 0) > GROWN * max(less.count.low or 0, 1)
    quoted = less.account.claim is not None and more.account.claim is not None
    return (more.count.high is None and (much or not quoted)) or _all_grew(less, more)


def _all_grew(less: Figure, more: Figure) -> bool:
    """Return whether all else that both accounts count is higher too: the later of two states."""
    pairs = [
        (a.low, b.low)
        for a in less.account.counts
        for b in more.account.counts
        if a.what == b.what and a.part_of is b.part_of is None and a.low and b.low
    ]
    return len(pairs) > 1 and all(a < b for a, b in pairs)


def _set_apart(index: Index, a: Account, b: Account) -> bool:
    """Return whether one report sets two figures against each other, and does not go on counting.

    Two sources give them that are no mere "official"; or one gives its toll of the whole, and the
    report has begun with another.
    """
    if a.claim and b.claim:
        named = [origin(index, one).key.startswith("speaker|") for one in (a, b)]
        return all(named) or (any(named) and all(_is_body(index, one) for one in (a, b)))
    told, own = (a, b) if a.claim else (b, a)
    if not told.claim or own.claim or not _is_body(index, told):
        return False
    grew = find("grew", told.evidence[0].quote) is not None
    return _is_toll(told) and not grew and index.begun(own, own)


def _is_toll(account: Account) -> bool:
    return find("toll", account.trigger.quote) is not None


def _is_body(index: Index, account: Account) -> bool:
    """Return whether a speaker is somebody: named, or more than a source or an official."""
    actor = index.actors.get(index.speaker(account) or "")
    return actor is not None and (actor.named or find("anybody", actor.name) is None)


def _knows_both(index: Index, a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether the report of one figure gives the other too: one is a part, or an update."""
    for one, other in ((a, b), (b, a)):
        for figure in figures:
            same = figure.account.report == one.account.report != other.account.report
            own = not independent(index, figure.account, one.account) or not figure.account.claim
            if same and own and figure is not one and meet(figure.count, other.count):
                return True
    return False


def is_some(index: Index, count: Count) -> bool:
    """Return whether a figure is of some of those told of before, or comes on top of them.

    "15 of the wounded were in danger", "five more were killed in the next village".
    """
    text = index.reports[count.evidence.report].text
    start, end = count.evidence.start, count.evidence.end
    around = text[max(0, start - 20) : start], text[start : end + 30]
    return (
        find("out_of", text[end : end + 30]) is not None
        or find("another_so_many", around[0]) is not None
        or find("so_many_more", around[1]) is not None
    )


def comparable(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts are surely of one day, or of one period of a situation.

    What two reports of one story begin with is of one day, unless they say otherwise.
    """
    first, second = a.date, b.date
    if a.family == b.family == "situation":
        return str(first) == str(second)
    if first is None or second is None:
        given = first or second
        told = a.report == b.report or index.begun(a, b)
        return (given is None or _few_days(given)) and told
    if not first.overlaps(second):
        return False
    return _few_days(first) and _few_days(second)


def _parts(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether figures of one sentence add up to the other's: eleven and seven are 18."""
    for one, other in ((a, b), (b, a)):
        told = index.in_sentence(one.account)
        counts = {c.evidence: c for x in told for c in x.counts if c.what == what}
        own = [c.low for c in counts.values() if c.low and not _included(index, c)]
        low, high = other.count.low or 0.0, other.count.high
        most = float("inf") if high is None else low * (1 + _ABOUT)
        for size in range(2, min(len(own), MOST_PARTS) + 1):
            if any(low * (1 - ROUNDED) <= sum(some) <= most for some in combinations(own, size)):
                return True
    return False


def _included(index: Index, count: Count) -> bool:
    """Return whether a figure is said to be among another one: "including four children"."""
    text, at = index.reports[count.evidence.report].text, count.evidence.start
    if re.search(r"\b(?:others?|more|another)\b", count.of or ""):
        return False
    return count.part_of is not None or find("included", text[max(0, at - 30) : at]) is not None


def _one_source(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether both sentences name one body or person outside the event: their source.

    For the reports' own voice only: a claim has its speaker.
    """
    if a.account.claim and b.account.claim:
        return False
    involved = {i for f in (a, b) for i in (*f.account.actors, *f.account.recipients)}
    texts = [f.account.evidence[0].quote for f in (a, b)]
    return any(
        all(any(n in text for n in actor.names) for text in texts)
        for actor in index.sources
        if actor.id not in involved
    )


def _part_of_town(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the smaller figure may be of one quarter, the other of the whole town."""
    in_part = [find("quarter", f.account.evidence[0].quote) is not None for f in (a, b)]
    one_town = index.places.relation(a.account.place, b.account.place) in ("same", "unknown")
    if a.account.report == b.account.report and any(_is_toll(f.account) for f in (a, b)):
        return False
    return in_part[0] != in_part[1] and one_town and all(map(_placed, (a, b)))


def _placed(figure: Figure) -> bool:
    """Return whether the sentence itself says where, and not only those around it."""
    account = figure.account
    evidence = account.place_evidence
    return evidence is None or account.evidence[0].span.contains(evidence.span)


def _nameless(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether both figures come from officials without names: of two fights, as a rule."""
    speakers = [index.actors.get(index.speaker(f.account) or "") for f in (a, b)]
    return all(actor and not actor.named and is_official(actor.name) for actor in speakers)


def _few_days(dates: Dates) -> bool:
    return bool(dates.start and dates.end and (dates.end - dates.start).days <= 2)


def _alike(a: Figure, b: Figure) -> float:
    return alike(a.account.evidence[0].quote, b.account.evidence[0].quote)


def meet(a: Count, b: Count) -> bool:
    """Return whether some number is within the bounds of both counts, rounding allowed for."""
    (low1, high1), (low2, high2) = _bounds(a), _bounds(b)
    return low1 <= high2 and low2 <= high1


def _bounds(count: Count) -> tuple[float, float]:
    low = count.low or 0.0
    high = float("inf") if count.high is None else count.high
    slack = 0.0
    if count.qualifier in ("about", "around", "nearly", "almost", "some", "roughly", "up to"):
        slack = _ABOUT
    elif low == high and low >= 100 and low % 10 ** (len(str(int(low))) - 1) == 0:
        slack = _ROUND
    return low * (1 - slack), high * (1 + slack)


def words(count: Count) -> str:
    """Return a count in words.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "8")
    >>> words(Count(what="killed", low=8, high=None, evidence=e))
    'at least 8 killed'
    """
    low, high = count.low, count.high
    tail = f" {'per cent' if count.unit == 'percent' else count.what}"
    if high is None:
        return f"at least {low:,g}{tail}"
    if low is None or (low == 0 and high):
        return f"at most {high:,g}{tail}"
    if low != high:
        return f"{low:,g} to {high:,g}{tail}"
    return f"{'about ' if count.qualifier == 'about' else ''}{low:,g}{tail}"
