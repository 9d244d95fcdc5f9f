"""Whether one report, in another sentence, tells again of what it has told of before."""

from __future__ import annotations

import re
from functools import cache

from dragoman.model import Account
from dragoman.resolution.means import head, mode_points, modes_differ
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.points import count_points
from dragoman.resolution.view import View
from dragoman.resolution.wording import rules, shared, stem

# A sentence or two later the same attack may be told more exactly ("a convoy was hit").
NEXT = 400
# A headline is short: this many words of it in the first sentences tell that it is of them.
SHORT = 2
# So many words of the sentence before tell that the next one goes on with it.
TAKEN_UP = 3
# The points of a toll that is no coincidence in one report.
LARGE = 2.0
# Two words for one deed are at most this far apart in a sentence; side by side, this far.
ONE_DEED, SIDE_BY_SIDE = 160, 40
_AND = re.compile(r"\b(?:and|or|but|then)\b")
_APART = re.compile(r"\b(?:and|or|but|then|that|as|while|when|after|before)\b|[,;]")
_ELSE = re.compile(
    r"\b(?:that|adding|since|before|while|following|as|avenge|protest(?:ing)?"
    r"|in (?:response|reprisal|retaliation|revenge|protest))\b|;"
)
# "Our attacks on the staff": what a speaker's own side did.
_OWN = re.compile(r"\b(?:our|my)\s+(?:\w+\s+)?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WITHIN = ("same", "inside", "contains")


def differ(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one report names two deeds: by two sides, or in one sentence."""
    if same_sentence(a, b):
        return not one_deed(a, b, places)
    apart = bool(a.doers and b.doers and not a.doers & b.doers) or opposed(a, b)
    return apart and a.account.type not in rules().symmetric


def opposed(a: View, b: View) -> bool:
    """Return whether a state does one and fighters without a name do the other."""
    x, y = (v.side(v.account.actors) for v in (a, b))
    sides = [{one.split(" ")[0] for one in side} & {"state", "armed_group"} for side in (x, y)]
    return {"state"} in sides and {"armed_group"} in sides


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
    if second and _follows(y):
        return True
    # "Killed in a raid", "shelled the town, killing six": not "killed six and shelled the town".
    # "Killed and two others wounded in a raid" goes on with what came of it.
    other = _AND.search(between) and not tells_of_harm(between)
    return not each and (second or (first and not other))


def _harms(account: Account) -> bool:
    """Return whether the word for a deed says what came of it: "killed", "wounded"."""
    return tells_of_harm(account.trigger.quote)


def _follows(account: Account) -> bool:
    """Return whether a word says what came of what is told before it: "..., killing two"."""
    return account.trigger.quote.lower().endswith("ing") and " " not in account.trigger.quote


def tells_of_harm(text: str) -> bool:
    """Return whether words say what came of a deed: "killed", "wounded"."""
    return not rules().harm.isdisjoint(map(stem, re.findall(r"\w+", text.lower())))


@cache
def takes_up(earlier: str, later: str) -> bool:
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
    if any(_OWN.search(v.before) for v in (a, b)):
        return False
    if any(v.again not in (None, other.account.id) for v, other in ((a, b), (b, a))):
        return False
    hit = a.side(x.recipients) & b.side(y.recipients)
    noun = takes_up(head(x), head(y)) or (head(x) == head(y) and x.mode == y.mode)
    return bool(hit or noun or numbers > 0 or shared(a.text, b.text) >= TAKEN_UP)


def counts_again(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether a report gives one large toll twice, and names nothing new beside it."""
    x, y = a.account, b.account
    if x.report != y.report or x.type != y.type or _new(a, b, places):
        return False
    if x.recipients and y.recipients and not a.side(x.recipients) & b.side(y.recipients):
        return False
    # Told as an offensive first and as its bombardment then; but not as a raid and as shelling.
    if modes_differ(x.mode, y.mode):
        return False
    # "Dozens" are a coincidence.
    tolls = (
        [c for c in one.counts if c.what == "killed" and _DIGIT.search(c.evidence.quote)]
        for one in (x, y)
    )
    return count_points(*tolls) >= LARGE


def _new(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one of two accounts names another place, day or doer than the other."""
    x, y = a.account, b.account
    where = x.place and y.place and _elsewhere(x.place, y.place, places)
    when = a.interval and b.interval and a.interval != b.interval
    who = x.actors and y.actors and not set(x.actors) & set(y.actors)
    return bool(where or when or who)


def _elsewhere(a: str, b: str, places: PlaceIndex) -> bool:
    """Return whether a place is another: a quarter that no gazetteer knows may lie in a town."""
    relation = places.relation(a, b)
    first, second = places.get(a), places.get(b)
    if relation != "unknown" or first is None or second is None:
        return relation not in _WITHIN
    return (first.lat is None) == (second.lat is None)
