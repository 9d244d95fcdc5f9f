"""Points for what two accounts say of day, place, participants, means and numbers."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Count
from dragoman.resolution.means import is_fighting
from dragoman.resolution.places import PlaceIndex, kilometres
from dragoman.resolution.view import View, windows_meet
from dragoman.resolution.wording import rules

# What two reports of one or two days open with is of one day, unless they say otherwise.
FRESH = 1.0
# What two reports tell without a day, so many days apart, is of two days as a rule.
STALE, OLD = -0.5, 2
# Two versions of one event differ by no more than this: told in the same words, or alike to the
# number.
DATE_SLIP, SHORT_SLIP = 3, 2
# "A base near Tarsk" lies this far from Tarsk at most.
BESIDE_KM = 50.0
# The points taken off where who does it in one account is who it is done to in the other.
REVERSED = -1.5


def date_points(a: View, b: View, slip: int) -> float | None:
    """Return the points for days that agree, None where they are further apart than ``slip``."""
    first, second = a.interval, b.interval
    if first is None or second is None:
        if not windows_meet(a, b):
            return None
        if both_news(a, b) or _is_news_of(a, b) or _is_news_of(b, a):
            return FRESH
        # A toll that rose is told a day longer.
        late = _days_between(a, b) - ("follow-up" in a.marks | b.marks)
        return 0.0 if slip or late < OLD else STALE * (late - 1)
    gap = max((second[0] - first[1]).days, (first[0] - second[1]).days)
    if gap > 0:
        return -0.5 if gap <= slip else None
    width = max((first[1] - first[0]).days, (second[1] - second[0]).days)
    if width == 0:
        return 2.0
    return 1.0 if width <= 10 else 0.3


def _is_news_of(a: View, b: View) -> bool:
    """Return whether a report opens with what another dates to that day, or the day before."""
    if a.interval is not None or b.interval is None or a.published is None or not a.opens:
        return False
    if a.account.report == b.account.report:
        return False
    first, last = b.interval
    return first == last and 0 <= (a.published - first).days <= 1


def _days_between(a: View, b: View) -> int:
    """Return how many days lie between two reports' accounts, each of its day or its report's."""
    first, second = (v.interval[1] if v.interval else v.published for v in (a, b))
    two = a.account.report != b.account.report
    return abs((first - second).days) if two and first and second else 0


def days_apart(a: View, b: View) -> bool:
    """Return whether no day fits both, however alike the rest is."""
    first, second = a.interval, b.interval
    if first is None or second is None:
        return not windows_meet(a, b)
    return max((second[0] - first[1]).days, (first[0] - second[1]).days) > DATE_SLIP


def both_news(a: View, b: View) -> bool:
    """Return whether two reports of one or two days each open with it, without another date."""
    if not (a.opens and b.opens and a.published and b.published):
        return False
    first, second = (v.interval[1] if v.interval else v.published for v in (a, b))
    near = first is not None and second is not None and abs((first - second).days) <= 1
    return near and abs((a.published - b.published).days) <= 1


def may_be_beside(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one is told to be near a town, and the other in a place not far from it."""
    first, second = places.get(a.account.place), places.get(b.account.place)
    if first is None or second is None or first.id == second.id or not (a.beside or b.beside):
        return False
    far = kilometres(first, second)
    return far is not None and far <= BESIDE_KM


def place_points(
    x: View, y: View, places: PlaceIndex, strong: bool, when: float | None
) -> float | None:
    """Return the points for one place in the other, None where the two are apart."""
    a, b = x.account.place, y.account.place
    relation = "unknown" if may_be_beside(x, y, places) else places.relation(a, b)
    size = max(places.size(a), places.size(b))
    if relation == "same":
        return {3: 0.4, 2: 1.0}.get(size, 2.0)
    if relation in ("inside", "contains"):
        return 0.7 if size < 3 else 0.3
    if relation == "near":
        return 0.8
    if relation == "apart":
        # Reports do put one event in two towns: then all the rest must agree.
        small = size < 3 and when is not None and when >= 2
        return -0.5 if small and strong else None
    return 0.0


def actor_points(a: View, b: View) -> float | None:
    """Return the points for participants in common, None where talks or words are of others."""
    x, y = a.account, b.account
    if x.type in rules().symmetric and y.type in rules().symmetric:
        common = len(a.participants & b.participants)
        if not common and a.participants and b.participants:
            return None
        return {0: 0.0, 1: 0.8}.get(common, 2.0)
    if x.type in rules().spoken and a.doers and b.doers and not a.doers & b.doers:
        return None
    points = REVERSED if _reversed(a, b) else 0.0
    for first, second, loss in ((x.actors, y.actors, 0.3), (x.recipients, y.recipients, 1.5)):
        if not first or not second:
            continue
        if set(first) & set(second):
            points += 1.0
        elif a.side(first) & b.side(second):
            points += 0.5
        elif not (set(first) & a.unnamed.keys() or set(second) & b.unnamed.keys()):
            points -= loss
    return points


def _reversed(a: View, b: View) -> bool:
    """Return whether who does it in one of two attacks is who it is done to in the other."""
    x, y = a.account, b.account
    if x.type not in rules().targeted or is_fighting(x) or is_fighting(y):
        return False
    doers, others = (v.side(v.account.actors) for v in (a, b))
    hit, hurt = (v.side(v.account.recipients) for v in (a, b))
    return bool(doers & hurt or others & hit) and not (doers & others or hit & hurt)


_SMALL = (1, 2)
_WITHIN = ("same", "inside", "contains")


def count_points(first: Iterable[Count], second: Iterable[Count]) -> float:
    """Return the points for numbers of the same thing that agree: more for larger ones."""
    best = 0.0
    theirs = list(second)
    for a in first:
        for b in theirs:
            if a.what == b.what and a.unit == b.unit and a.low and a.low == b.low:
                best = max(best, 2.0 if a.low >= 10 else 1.5 if a.low > 2 else 0.5)
    return best
