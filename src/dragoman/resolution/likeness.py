"""How likely two accounts are of one event, in points, and what rules it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

from dragoman.model import Account, Count
from dragoman.resolution.leads import Leads, Story
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.wording import alike, rules, shared, stem

# Points at which two accounts are joined; tuned on hand-labelled pairs (bench/across.py).
ENOUGH = 4.0
# An undated happening told as news is at most this many days old.
RECENT = 4
# Two sentences tell of one thing, whatever their places and days, when this share and this number
# of their words are the same ("a warplane was shot down and its two pilots ejected").
TELLING, MANY = 0.65, 5
# Sentences on one thing share this much of their words as a rule; SOME is the least that tells.
ALIKE, SOME = 0.35, 0.2
# What one says and another denies is told in the same words.
SAME_SAID = 0.8
# A sentence or two later the same attack may be told more exactly ("a convoy was hit").
NEXT, GOES_ON = 400, 3.5
# "The strike" takes up what was told at most this many characters before (a few sentences).
NEARBY, BACK = 700, 4.0
# A headline is short: this many words of it in the first sentences tell that it is of them.
SHORT = 2
# What two reports of one or two days open with is of one day, unless they say otherwise.
FRESH = 1.0
# A town named in both sentences, and one kind of target (a market, a bus) hit in both.
NAMED, TARGET = 1.2, 1.7
# What two reports of one story open with is one event as a rule: points, and those for the day
# that one of the two accounts leaves to the sentences around it.
STORY, SAME_DAY = 1.5, 1.5
# The points of two accounts in two reports that have too little in common.
LITTLE = -1.0
# Those of two accounts whose places or participants differ.
AGAINST = -2.0
# Two versions of one event differ by no more than this when all else agrees to the number.
DATE_SLIP = 3


class View(msgspec.Struct, frozen=True):
    """An account with what joining needs to know of it.

    ``spots`` are the towns and provinces that its sentence names, ``targets`` what it says was
    hit; ``interval`` are the days it may have happened on, where both ends are known, ``window``
    those that news leaves open; ``opens`` is whether it stands where a report tells its news,
    ``main`` whether it is of what the report opens with (``begins``: of its first part),
    ``headline`` whether it stands in its headline; ``leads`` know which reports tell one story.
    """

    account: Account
    order: int
    published: dt.date | None
    text: str
    before: str
    marks: frozenset[str]
    unnamed: Mapping[str, str]
    spots: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    opens: bool = False
    main: bool = False
    begins: bool = False
    headline: bool = False
    leads: Leads | None = None
    interval: tuple[dt.date, dt.date] | None = None
    window: tuple[dt.date, dt.date] | None = None

    def side(self, ids: Iterable[str]) -> frozenset[str]:
        """Return actors with the words for those without a name ("civilians") in their place."""
        return frozenset(self.unnamed.get(i, i) for i in ids)

    @property
    def participants(self) -> frozenset[str]:
        """Everyone it names, on either side."""
        return self.side((*self.account.actors, *self.account.recipients))


@lru_cache(maxsize=100_000)
def marks_of(before: str, trigger: str, text: str = "") -> frozenset[str]:
    """Return what the words say about its being another one, a renewal, or a follow-up.

    >>> sorted(marks_of("Another ", "strike")), sorted(marks_of("", "strike", "The toll rose"))
    (['another'], ['follow-up'])
    """
    table, words = rules(), before.lower().split()[-4:]
    found = {"another" for w in words if w.strip(",.") in table.another}
    told = [*words, *trigger.lower().split()]
    found |= {"renewal" for w in told if w.startswith(table.renewal)}
    found |= {"follow-up" for w in text.lower().split() if w in table.follow_up}
    return frozenset(found)


@cache
def types_fit(a: str, b: str) -> bool:
    """Return whether reports give these two types to one event."""
    return a == b or any(a in family and b in family for family in rules().families)


def likeness(a: View, b: View, places: PlaceIndex) -> float | None:
    """Return the points for one event, None when something rules it out.

    Days and the words rule out for good; places and participants, which are often read wrongly,
    speak `AGAINST` it.
    """
    x, y = a.account, b.account
    if x.family != y.family or not types_fit(x.type, y.type) or _days_apart(a, b):
        return None
    story = _story(a, b)
    if _marked_apart(a, b):
        return None
    if _towns_apart(a, b, places) and not (story and story.town):
        return AGAINST
    numbers, words = count_points(x.counts, y.counts), alike(a.text, b.text)
    telling = words >= TELLING and shared(a.text, b.text) >= MANY
    strong = telling or (numbers >= 1.5 and words >= ALIKE)
    when = _date_points(a, b, strong)
    where = _place_points(x.place, y.place, places, strong, when)
    who = _actor_points(a, b)
    if when is None:
        return None
    if where is None or who is None:
        return AGAINST
    if where == 0 and not (x.place and y.place) and a.spots & b.spots:
        where = NAMED
    if story:
        when, where = _from_story(a, b, story, when, where)
    aim = TARGET * bool(a.targets & b.targets)
    points = when + where + who + numbers + aim + 3 * words + _mode_points(a, b)
    points += STORY * (story is not None)
    if same_words(a, b):
        return points + ENOUGH
    if _refers_back(a, b) or _refers_back(b, a):
        return points + BACK
    if _headlined(a, b):
        return points + BACK
    anchors = (when >= 1.5, where >= 1.2, numbers >= 1.5, who >= 1, words >= ALIKE, aim > 0, story)
    # In a town that is hit every day, type, town and day alone do not tell one attack.
    told = numbers > 0 or words >= SOME or who >= 1 or (story and x.mode and x.mode == y.mode)
    if _tells_on(a, b, places, numbers):
        return points + GOES_ON
    if _goes_on(a, b) and places.relation(x.place, y.place) in ("same", "inside", "contains"):
        return points + GOES_ON
    again = "follow-up" in a.marks | b.marks
    needed = 2 if when >= 1 or words >= SAME_SAID or again else 3
    if sum(map(bool, anchors)) < needed or not told:
        # Across reports too little in common speaks against one event; within one, it says nothing.
        return 0.0 if x.report == y.report or story else LITTLE
    return points + 0.5 * (_head(x) == _head(y))


def _story(a: View, b: View) -> Story | None:
    """Return the story that two reports share, for accounts of what each of them opens with."""
    if not (a.main and b.main) or a.leads is None or a.account.report == b.account.report:
        return None
    return a.leads.between(a.account.report, b.account.report)


def _from_story(a: View, b: View, story: Story, when: float, where: float) -> tuple[float, float]:
    """Return the points for day and place, with what the rest of the two openings says of them."""
    x, y = a.account, b.account
    if story.day and not (a.interval and b.interval):
        when = max(when, SAME_DAY)
    if story.town and not (x.place and y.place):
        where = max(where, NAMED)
    return when, where


def same_words(a: View, b: View) -> bool:
    """Return whether two accounts stand in one sentence printed twice, at the same word."""
    same = a.account.trigger.quote == b.account.trigger.quote
    return same and len(a.text) > 40 and " ".join(a.text.split()) == " ".join(b.text.split())


def _refers_back(earlier: View, later: View) -> bool:
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
    return back and (
        _head(x).endswith(_head(y)) or (earlier.main and _takes_up(_head(x), _head(y)))
    )


@cache
def _takes_up(earlier: str, later: str) -> bool:
    """Return whether "the blast" may be the explosion told of before, by the stems of the nouns."""
    groups = [{stem(noun) for noun in group} for group in rules().takes_up]
    return any(earlier in group and later in group for group in groups)


def _headlined(a: View, b: View) -> bool:
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
    return same and _mode_points(a, b) >= 0


def _goes_on(a: View, b: View) -> bool:
    """Return whether a report, a sentence or two later, tells on of an attack of one mode."""
    x, y = a.account, b.account
    gap = abs(x.trigger.start - y.trigger.start)
    one_report = x.report == y.report and gap < NEXT and x.type == y.type
    both_said = x.claim is not None and y.claim is not None
    return one_report and both_said and x.mode is not None and x.mode == y.mode


def _tells_on(a: View, b: View, places: PlaceIndex, numbers: float) -> bool:
    """Return whether a report's opening tells on of the attack that it has begun with.

    Nothing new is named, neither a place nor a day, and the victims, a figure, the noun or the
    words are taken up.
    """
    x, y = a.account, b.account
    gap = abs(x.trigger.start - y.trigger.start)
    if not (a.begins and b.begins and x.report == y.report and x.type == y.type and gap < NEXT):
        return False
    if x.type not in rules().targeted or _mode_points(a, b) < 0 or _new(a, b, places):
        return False
    hit = a.side(x.recipients) & b.side(y.recipients)
    noun = _takes_up(_head(x), _head(y))
    return bool(hit or noun or numbers > 0 or shared(a.text, b.text) >= SHORT)


def _new(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether one of two accounts names another place, day or doer than the other."""
    x, y = a.account, b.account
    where = x.place and y.place and places.relation(x.place, y.place) not in _WITHIN
    when = a.interval and b.interval and a.interval != b.interval
    who = x.actors and y.actors and not set(x.actors) & set(y.actors)
    return bool(where or when or who)


def _head(account: Account) -> str:
    """Return the stem of the noun or verb that tells of it: of "strike carried out", strike."""
    return stem(account.trigger.quote.lower().split()[0])


def _marked_apart(a: View, b: View) -> bool:
    first, second = a.marks, b.marks
    if ("renewal" in first) != ("renewal" in second):
        return True
    same_report = a.account.report == b.account.report
    return same_report and "another" in (second if b.order >= a.order else first)


def _date_points(a: View, b: View, strong: bool) -> float | None:
    first, second = a.interval, b.interval
    if first is None or second is None:
        if not windows_meet(a, b):
            return None
        return FRESH if _both_news(a, b) else 0.0
    gap = max((second[0] - first[1]).days, (first[0] - second[1]).days)
    if gap > 0:
        return -0.5 if strong and gap <= DATE_SLIP else None
    width = max((first[1] - first[0]).days, (second[1] - second[0]).days)
    if width == 0:
        return 2.0
    return 1.0 if width <= 10 else 0.3


def _days_apart(a: View, b: View) -> bool:
    """Return whether no day fits both, however alike the rest is."""
    first, second = a.interval, b.interval
    if first is None or second is None:
        return not windows_meet(a, b)
    return max((second[0] - first[1]).days, (first[0] - second[1]).days) > DATE_SLIP


def _towns_apart(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether two sentences name towns of which none lies in or by one of the other's.

    Only where an account has no place of its own: its place knows better which town is meant.
    """
    x, y = a.account.place, b.account.place
    if (x and y) or a.spots & b.spots:
        return False
    first = a.spots or ({x} if x and places.size(x) in _SMALL else frozenset())
    second = b.spots or ({y} if y and places.size(y) in _SMALL else frozenset())
    if not first or not second:
        return False
    return all(places.relation(i, j) == "apart" for i in first for j in second)


def _both_news(a: View, b: View) -> bool:
    """Return whether two reports of one or two days each open with it, without another date."""
    if not (a.opens and b.opens and a.published and b.published):
        return False
    first, second = (v.interval[1] if v.interval else v.published for v in (a, b))
    near = first is not None and second is not None and abs((first - second).days) <= 1
    return near and abs((a.published - b.published).days) <= 1


def windows_meet(a: View, b: View) -> bool:
    """Return whether two accounts may be of one day; an undated one is news when published."""
    first, second = a.window, b.window
    if first is None or second is None:
        return a.account.report == b.account.report
    return first[0] <= second[1] and second[0] <= first[1]


def window_of(
    account: Account, interval: tuple[dt.date, dt.date] | None, published: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    """Return the days on which an account's event may have been: of news, the last few."""
    if interval:
        return interval
    if published is None or account.date is not None:
        return None
    return published - dt.timedelta(RECENT), published + dt.timedelta(1)


def _place_points(
    a: str | None, b: str | None, places: PlaceIndex, strong: bool, when: float | None
) -> float | None:
    relation = places.relation(a, b)
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


def _actor_points(a: View, b: View) -> float | None:
    x, y = a.account, b.account
    if x.type in rules().symmetric and y.type in rules().symmetric:
        common = len(a.participants & b.participants)
        if not common and a.participants and b.participants:
            return None
        return {0: 0.0, 1: 0.8}.get(common, 2.0)
    points = 0.0
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


def _mode_points(a: View, b: View) -> float:
    first, second = a.account.mode, b.account.mode
    if first is None or second is None or first == second:
        return 0.0
    together = any(first in group and second in group for group in rules().modes)
    if {first, second} == _FROM_AFAR:
        return -0.5
    return 0.0 if together else -1.5


_SMALL = (1, 2)
_WITHIN = ("same", "inside", "contains")
# Air strikes and shells often fall together on one day, but are told apart as a rule.
_FROM_AFAR = {"aerial", "heavy-weapons"}


def count_points(first: Iterable[Count], second: Iterable[Count]) -> float:
    """Return the points for numbers of the same thing that agree: more for larger ones."""
    best = 0.0
    theirs = list(second)
    for a in first:
        for b in theirs:
            if a.what == b.what and a.unit == b.unit and a.low and a.low == b.low:
                best = max(best, 2.0 if a.low >= 10 else 1.5 if a.low > 2 else 0.5)
    return best
