"""Whether one report, in another sentence, tells again of what it has told of before."""

from __future__ import annotations

from functools import cache

from dragoman.model import Account
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.points import count_points, mode_points
from dragoman.resolution.view import View
from dragoman.resolution.wording import rules, shared, stem

# A sentence or two later the same attack may be told more exactly ("a convoy was hit").
NEXT = 400
# "The strike" takes up what was told at most this many characters before (a few sentences).
NEARBY = 700
# A headline is short: this many words of it in the first sentences tell that it is of them.
SHORT = 2
_WITHIN = ("same", "inside", "contains")


def refers_back(earlier: View, later: View) -> bool:
    """Return whether "the strike" in one report takes up an airstrike told of just before."""
    x, y = earlier.account, later.account
    if x.report != y.report or x.type != y.type:
        return False
    sentence = y.evidence[0]
    after = sentence.quote[max(0, y.trigger.end - sentence.start) :].lower().split()[:1]
    # "The resignation of the minister" names its own; "the resignation" takes one up.
    named = after == ["of"] or bool(x.actors and y.actors and not set(x.actors) & set(y.actors))
    near = 0 < y.trigger.start - x.trigger.start < NEARBY and not named
    last = later.before.lower().split()[-1:]
    back = near and last in (["the"], ["this"], ["that"])
    return back and (head(x).endswith(head(y)) or (earlier.main and _takes_up(head(x), head(y))))


@cache
def _takes_up(earlier: str, later: str) -> bool:
    """Return whether "the blast" may be the explosion told of before, by the stems of the nouns."""
    groups = [{stem(noun) for noun in group} for group in rules().takes_up]
    return any(earlier in group and later in group for group in groups)


def headlined(a: View, b: View) -> bool:
    """Return whether one is in a report's headline and the other tells the same in its opening."""
    x, y = a.account, b.account
    if (
        x.report != y.report
        or x.type != y.type
        or a.headline == b.headline
        or not a.opens & b.opens
    ):
        return False
    same = shared(a.text, b.text) >= SHORT or count_points(x.counts, y.counts) > 0
    return same and mode_points(a, b) >= 0


def goes_on(a: View, b: View) -> bool:
    """Return whether a report, a sentence or two later, tells on of an attack of one mode."""
    x, y = a.account, b.account
    gap = abs(x.trigger.start - y.trigger.start)
    one_report = x.report == y.report and gap < NEXT and x.type == y.type
    both_said = x.claim is not None and y.claim is not None
    return one_report and both_said and x.mode is not None and x.mode == y.mode


def tells_on(a: View, b: View, places: PlaceIndex, numbers: float) -> bool:
    """Return whether a report's opening tells on of the attack that it has begun with.

    Nothing new is named, neither a place nor a day, and the victims, a figure, the noun or the
    words are taken up.
    """
    x, y = a.account, b.account
    gap = abs(x.trigger.start - y.trigger.start)
    if not (a.begins and b.begins and x.report == y.report and x.type == y.type and gap < NEXT):
        return False
    if x.type not in rules().targeted or mode_points(a, b) < 0 or _new(a, b, places):
        return False
    hit = a.side(x.recipients) & b.side(y.recipients)
    noun = _takes_up(head(x), head(y))
    return bool(hit or noun or numbers > 0 or shared(a.text, b.text) >= SHORT)


def _new(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one of two accounts names another place, day or doer than the other."""
    x, y = a.account, b.account
    where = x.place and y.place and places.relation(x.place, y.place) not in _WITHIN
    when = a.interval and b.interval and a.interval != b.interval
    who = x.actors and y.actors and not set(x.actors) & set(y.actors)
    return bool(where or when or who)


def head(account: Account) -> str:
    """Return the stem of the noun or verb that tells of it: of "strike carried out", strike."""
    return stem(account.trigger.quote.lower().split()[0])
