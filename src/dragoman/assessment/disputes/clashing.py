"""Whether two figures exclude one another: of one day, one place, the same people, one state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import combinations

from dragoman.assessment.disputes.figures import ABOUT, FAR, Figure, meet
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.independence import independent, origin
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.model import Account, Count, Dates
from dragoman.resolution.wording import alike

# A sentence that gives more figures than this is a list; adding them up says nothing.
MOST_PARTS = 4
# A sum is given as a round figure that is at most so much higher: 30 and 39 are "70".
ROUNDED = 0.02
# Of one day, "at least" so many times an exact figure is a later state of it.
GROWN = 2
# Where the place of one is not told, a figure nearly as high as the other is no part of it.
MOST_OF = 1.5
_GROWS = frozenset({"killed", "injured", "missing", "abducted", "detained", "displaced", "dead"})


def clash(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether two independent figures of one event cannot both be right."""
    if not independent(index, a.account, b.account) or meet(a.count, b.count):
        return False
    if a.account.report == b.account.report and not _set_apart(index, a.account, b.account):
        return False
    if not comparable(index, a.account, b.account) or _parts(index, what, a, b):
        return False
    near = index.places.relation(a.account.place, b.account.place) in ("near", "apart")
    if near or _one_source(index, a, b) or _nameless(index, a, b):
        return False
    if a.account.report != b.account.report and not _of_one_deed(index, a, b):
        return False
    if _part_of_town(index, a, b):
        return False
    low, high = sorted((a.count.low or 0, b.count.low or 0))
    quoted = a.account.claim or b.account.claim
    if high > FAR * max(low, 1) and (not quoted or _alike(a, b) < 0.5):
        return False
    return not (what in _GROWS and _grown(index, a, b))


def _of_one_deed(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether two reports give their figures of one deed, and not one of them of a part.

    The two accounts are alike by themselves; or the reports, of one day, begin with two that are,
    and go on with bare tolls: neither says another place, day or doer, and they are not far apart.
    """
    x, y = a.account, b.account
    if index.alike(x, y):
        return True
    low, high = sorted((a.count.low or 0, b.count.low or 0))
    early = any(find("early", one.evidence[0].quote) for one in (x, y))
    doers = x.actors and y.actors and not set(x.actors) & set(y.actors)
    where = index.places.relation(x.place, y.place)
    days = index.published(x.report), index.published(y.report)
    bare = high <= MOST_OF * low and not early and not doers and where in ("same", "unknown")
    if not bare or days[0] is None or days[0] != days[1]:
        return False
    told = index.accounts_of(index.events[x.event])
    first, second = ([t for t in told if t.report == one.report] for one in (x, y))
    begun = [(p, q) for p in first for q in second if index.begun(p, p) and index.begun(q, q)]
    return any(index.alike(p, q) for p, q in begun)


def _grown(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the larger figure is a later state of the toll; a fall is not growth.

    Of one day, "at least" in a report's own voice, an early report ("so far", "initial") and
    other numbers that are higher too mark a toll that is growing.
    """
    less, more = sorted((a, b), key=lambda f: f.count.low or 0)
    one_report = less.account.report == more.account.report
    first, second = (_day(index, f.account, said=one_report) for f in (less, more))
    if first and second and first != second:
        return first < second
    if find("early", less.account.evidence[0].quote):
        return True
    if one_report:
        return False
    much = (more.count.low or 0) > GROWN * max(less.count.low or 0, 1)
    quoted = less.account.claim is not None and more.account.claim is not None
    grew = _all_grew(index, less, more) and not quoted
    return (more.count.high is None and much) or grew


def _day(index: Index, account: Account, *, said: bool) -> dt.date | None:
    """Return the day on which an account was given: published, or in one report ``said``."""
    dates = index.as_of(account) if said else None
    return (dates.end or dates.start) if dates else index.published(account.report)


def _all_grew(index: Index, less: Figure, more: Figure) -> bool:
    """Return whether all else that both sentences count is higher too.

    Then one is the later of two states, or the toll of more than one deed.
    """
    first, second = _highest(index, less), _highest(index, more)
    both = first.keys() & second.keys()
    return len(both) > 1 and all(first[what] < second[what] for what in both)


def _highest(index: Index, figure: Figure) -> dict[str, float]:
    """Return the highest figure of each kind in the sentence of a figure, its own for its kind."""
    found: dict[str, float] = {}
    for account in index.in_sentence(figure.account):
        for count in account.counts:
            if count.part_of is None and count.low:
                found[count.what] = max(found.get(count.what, 0.0), count.low)
    return found | {figure.count.what: figure.count.low or 0.0}


def _set_apart(index: Index, a: Account, b: Account) -> bool:
    """Return whether one report sets two figures against each other, and does not go on counting.

    Two sources give them that are no mere "official"; or one gives its toll of the whole, and the
    report has begun with another.
    """
    if a.claim and b.claim:
        named = [origin(index, one).key.startswith("speaker|") for one in (a, b)]
        bodies = all(_is_body(index, one) for one in (a, b))
        return all(named) or (any(named) and (bodies or _of_one_spot(index, a, b)))
    told, own = (a, b) if a.claim else (b, a)
    if not told.claim or own.claim or not _is_body(index, told):
        return False
    if find("grew", told.evidence[0].quote) or not index.begun(own, own):
        return False
    same = a.place is not None and a.place == b.place and index.places.size(a.place) == 1
    return _is_toll(told) or (same and _same_day(a, b))


def _of_one_spot(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts of one report are not of a whole and a place in it."""
    small = [one.place for one in (a, b) if one.place and index.places.size(one.place) < 3]
    return len(small) < 2 or a.place == b.place


def _same_day(a: Account, b: Account) -> bool:
    """Return whether two accounts give one day, the same."""
    return a.date is not None and b.date is not None and str(a.date) == str(b.date)


def _is_toll(account: Account) -> bool:
    return find("toll", account.trigger.quote) is not None


def _is_body(index: Index, account: Account) -> bool:
    """Return whether a speaker is somebody: named, or more than a source or an official."""
    actor = index.actors.get(index.speaker(account) or "")
    return actor is not None and (actor.named or find("anybody", actor.name) is None)


def knows_both(index: Index, a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether the report of one figure gives the other too: one is a part, or an update."""
    for one, other in ((a, b), (b, a)):
        for figure in figures:
            same = figure.account.report == one.account.report != other.account.report
            own = not independent(index, figure.account, one.account) or not figure.account.claim
            own = own or not _is_body(index, figure.account)
            if same and own and figure is not one and meet(figure.count, other.count):
                return True
    return False


def outdated(a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether a report says of the lower figure that it was an early one, since raised."""
    less = min((a, b), key=lambda f: f.count.low or 0)
    return any(
        meet(figure.count, less.count)
        and (find("early", quote) or (find("toll", quote) and find("grew", quote)))
        for figure in figures
        if (quote := figure.account.evidence[0].quote)
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
        told = a.report == b.report or index.begun(a, b) or _news_of_one_day(index, a, b)
        return (given is None or _few_days(given)) and told
    if not first.overlaps(second):
        return False
    return _few_days(first) and _few_days(second)


def _news_of_one_day(index: Index, a: Account, b: Account) -> bool:
    """Return whether two reports of one day give two accounts of one event."""
    first, second = index.published(a.report), index.published(b.report)
    return first is not None and first == second and a.event == b.event


def _parts(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether figures of one sentence add up to the other's: eleven and seven are 18."""
    for one, other in ((a, b), (b, a)):
        told = index.in_sentence(one.account)
        counts = {c.evidence: c for x in told for c in x.counts if c.what == what}
        own = [c.low for c in counts.values() if c.low and not _included(index, c)]
        low, high = other.count.low or 0.0, other.count.high
        most = float("inf") if high is None else low * (1 + ABOUT)
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
    return bool(frozenset.intersection(*map(index.sources_in, texts)) - involved)


def _part_of_town(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the smaller figure may be of one quarter, the other of the whole town."""
    in_part = [find("quarter", f.account.evidence[0].quote) is not None for f in (a, b)]
    where = index.places.relation(a.account.place, b.account.place)
    low, high = sorted((a.count.low or 0, b.count.low or 0))
    told_apart = a.account.report != b.account.report and high <= MOST_OF * low
    one_town = where == "same" or (where == "unknown" and not told_apart)
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
