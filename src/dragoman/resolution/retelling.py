"""Whether one report, in another sentence, tells again of what it has told of before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from dragoman.model import Account
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.points import count_points, mode_points
from dragoman.resolution.view import View
from dragoman.resolution.whom import words
from dragoman.resolution.wording import rules, shared, stem

# A sentence or two later the same attack may be told more exactly ("a convoy was hit").
NEXT = 400
# "The strike" takes up what was told at most this many characters before (a few sentences).
NEARBY = 700
# A headline is short: this many words of it in the first sentences tell that it is of them.
SHORT = 2
# So many words of the sentence before tell that the next one goes on with it.
TAKEN_UP = 3
# Two words for one deed are at most this far apart in a sentence; side by side, this far.
ONE_DEED, SIDE_BY_SIDE = 160, 40
# "The attack on the embassy" says which; "the attack" takes one up.
_AIMED = ("of", "on", "against", "at", "in", "that", "which")
_AND = re.compile(r"\b(?:and|or|but|then)\b")
_APART = re.compile(r"\b(?:and|or|but|then|that|as|while|when|after|before)\b|[,;]")
_ELSE = re.compile(r"\b(?:that|adding|since|before|while|following|in response|as)\b|;")
_WITHIN = ("same", "inside", "contains")
_TOLL = ("killed", "injured")
_REAL = ("happened", "ongoing", "possible")


def antecedents(found: Sequence[View]) -> dict[str, str]:
    """Return which account "the strike" takes up, by account; ``found`` stand in their order.

    The nearest that is told by the same noun; else one that the report opens with.
    """
    before: dict[tuple[str, str], list[View]] = {}
    taken: dict[str, str] = {}
    for later in found:
        told = before.setdefault((later.account.report, later.account.type), [])
        able = reversed(told) if _is_definite(later) else ()
        near = [earlier for earlier in able if _may_take_up(earlier, later)]
        same = [v for v in near if head(v.account).endswith(head(later.account))]
        kind = [v for v in near if v.main and _takes_up(head(v.account), head(later.account))]
        kind = [] if _after(later) in _AIMED else kind
        # Of an attack and an air strike "the strike" is the air strike.
        kind.sort(key=lambda v: mode_points(v, later) < 0 or v.account.mode is None)
        if same or kind:
            taken[later.account.id] = (same or kind)[0].account.id
        elif told and _counts_on(told[-1], later):
            taken[later.account.id] = told[-1].account.id
        told.append(later)
    return taken


def _counts_on(earlier: View, later: View) -> bool:
    """Return whether somebody's bare toll is of the deed told of last: "21 died, medics said".

    It names no doer, day or town of its own, and does not count on ("six more").
    """
    x, y = earlier.account, later.account
    tolls = [count for count in y.counts if count.what in _TOLL]
    if y.claim is None or not tolls or not _harms(y) or x.status not in _REAL:
        return False
    if later.doers or later.own_place or later.spots or "another" in later.marks:
        return False
    if later.own_day and later.interval != earlier.interval:
        return False
    if not rules().long_run.isdisjoint(re.findall(r"[a-z]+", later.text.lower())):
        return False
    counting = any(" more" in f" {count.evidence.quote} {count.of or ''}" for count in tolls)
    near = 0 < y.trigger.start - x.trigger.start < NEARBY
    return near and not counting and not same_sentence(earlier, later)


def _may_take_up(earlier: View, later: View) -> bool:
    """Return whether "the strike" in one report may be one told of just before."""
    x, y = earlier.account, later.account
    # "The resignation of the minister" names its own; "the resignation" takes one up.
    others = x.actors and y.actors and not earlier.side(x.actors) & later.side(y.actors)
    named = _after(later) == "of" or bool(others)
    return 0 < y.trigger.start - x.trigger.start < NEARBY and not named


def _after(view: View) -> str:
    """Return the word after the one that tells of a deed."""
    sentence, trigger = view.account.evidence[0], view.account.trigger
    after = sentence.quote[max(0, trigger.end - sentence.start) :].lower().split()[:1]
    return after[0] if after else ""


def _is_definite(view: View) -> bool:
    """Return whether a noun is "the strike", "carried out the strike"."""
    before = view.before.lower().split()[-1:]
    return before in (["the"], ["this"], ["that"]) or " the " in view.account.trigger.quote


def crimes_taken_up(found: Sequence[View], known: Mapping[str, object]) -> dict[str, str]:
    """Return which account of a known killing "the crime" or "the murders" takes up, by account.

    The known killing that the report has told of last, a few sentences before.
    """
    last: dict[str, View] = {}
    taken: dict[str, str] = {}
    for view in found:
        account = view.account
        before = last.get(account.report)
        if account.id in known:
            last[account.report] = view
        elif before is not None and _takes_up_crime(before, view):
            taken[account.id] = before.account.id
    return taken


def _takes_up_crime(before: View, view: View) -> bool:
    x, y = before.account, view.account
    told = y.trigger.quote.lower().split()
    definite = _is_definite(view) if len(told) == 1 else told[-2] in ("the", "this")
    near = 0 < y.trigger.start - x.trigger.start < 2 * NEARBY
    bare = not y.recipients and not y.counts and _after(view) not in _AIMED
    return near and bare and definite and told[-1] in words().taken_up and x.type == y.type


def differ(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one report names two deeds: by two sides, or in one sentence."""
    if same_sentence(a, b):
        return not one_deed(a, b, places)
    apart = bool(a.doers and b.doers and not a.doers & b.doers)
    return apart and a.account.type not in rules().symmetric


def same_sentence(a: View, b: View) -> bool:
    """Return whether one sentence tells both."""
    x, y = a.account, b.account
    return x.report == y.report and x.evidence[0].start == y.evidence[0].start


def one_deed(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether two words of a sentence tell one deed: "killed in a raid", "fired, wounding".

    One tells what was done and the other what came of it, or they stand side by side.
    """
    x, y = sorted((a.account, b.account), key=lambda account: account.trigger.start)
    if x.type != y.type or mode_points(a, b) < 0 or _new(a, b, places):
        return False
    start = x.evidence[0].start
    between = x.evidence[0].quote[x.trigger.end - start : y.trigger.start - start].lower()
    if _ELSE.search(between) or len(between) > ONE_DEED:
        return False
    if len(between) < SIDE_BY_SIDE and not _APART.search(between):
        return True
    if x.type not in rules().targeted:
        return False
    first, second = _harms(x), _harms(y)
    if first and second:
        return True
    each = bool(x.recipients and y.recipients and not a.side(x.recipients) & b.side(y.recipients))
    # "Killed in a raid", "shelled the town, killing six": not "killed six and shelled the town".
    # "Killed and two others wounded in a raid" goes on with what came of it.
    other = _AND.search(between) and not _tells_of_harm(between)
    return not each and (second or (first and not other))


def _harms(account: Account) -> bool:
    """Return whether the word for a deed says what came of it: "killed", "wounded"."""
    return _tells_of_harm(account.trigger.quote)


def _tells_of_harm(text: str) -> bool:
    return not rules().harm.isdisjoint(map(stem, re.findall(r"\w+", text.lower())))


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
    same = x.mode is not None and x.mode == y.mode
    return one_report and both_said and same and shared(a.text, b.text) >= SHORT


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
    if any(v.again not in (None, other.account.id) for v, other in ((a, b), (b, a))):
        return False
    hit = a.side(x.recipients) & b.side(y.recipients)
    noun = _takes_up(head(x), head(y)) or (head(x) == head(y) and x.mode == y.mode)
    return bool(hit or noun or numbers > 0 or shared(a.text, b.text) >= TAKEN_UP)


def _new(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one of two accounts names another place, day or doer than the other."""
    x, y = a.account, b.account
    where = x.place and y.place and places.relation(x.place, y.place) not in _WITHIN
    when = a.interval and b.interval and a.interval != b.interval
    who = x.actors and y.actors and not set(x.actors) & set(y.actors)
    return bool(where or when or who)


def head(account: Account) -> str:
    """Return the stem of the word that tells of it: of "carried out a strike at dawn", strike."""
    stems = [stem(word) for word in account.trigger.quote.lower().split()]
    return next((one for one in stems if one in _nouns()), stems[0])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(stem(noun) for group in rules().takes_up for noun in group)
