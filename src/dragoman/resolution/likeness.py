"""How likely two accounts are of one event, in points, and what rules it out."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.resolution.beside_news import beside_news
from dragoman.resolution.means import (
    head,
    is_fighting,
    is_sweeping,
    mode_points,
    modes_differ,
    unlike,
)
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.points import (
    DATE_SLIP,
    SHORT_SLIP,
    actor_points,
    count_points,
    date_points,
    days_apart,
    place_points,
)
from dragoman.resolution.retelling import (
    counts_again,
    differ,
    goes_on,
    headlined,
    opposed,
    same_sentence,
    tells_on,
)
from dragoman.resolution.story import Story
from dragoman.resolution.things import same_thing
from dragoman.resolution.view import View
from dragoman.resolution.wording import alike, rules, shared

# Points at which two accounts are joined; tuned on hand-labelled pairs (bench/across.py).
ENOUGH = 4.0
# Two sentences tell of one thing, whatever their places and days, when this share and this number
# of their words are the same ("a warplane was shot down and its two pilots ejected").
TELLING, MANY = 0.65, 5
# Sentences on one thing share this much of their words as a rule; SOME is the least that tells.
ALIKE, SOME = 0.35, 0.2
# A sentence that another report prints again with a word or two changed.
EDITED, LONG = 0.75, 8
# What one says and another denies is told in the same words.
SAME_SAID = 0.8
# What a report takes up again ("the strike"), and what it goes on to tell more exactly.
BACK, GOES_ON = 4.0, 3.5
# A town named in both sentences, and one kind of target (a market, a bus) hit in both.
NAMED, TARGET = 1.2, 1.7
# One building or vehicle that both name by whose it is, and two of one kind with other names.
NAMED_TARGET, OTHER_TARGET = 2.5, -1.0
# What two reports of one story open with is one event as a rule: points, and those for the day
# that one of the two accounts leaves to the sentences around it.
STORY, SAME_DAY = 1.5, 1.5
# The points of two accounts in two reports that have too little in common.
LITTLE = -1.0
# Those of two accounts whose places or participants differ.
AGAINST = -2.0
# Points from which a number is no coincidence in one report.
LARGE = 2.0
# Those of one town.
IN_TOWN = 2.0
# Days and places that a report tells once, and what was done and what was planned on one day.
CARRIED, SAME_TIME, SAME_NUMBER = 0.5, 2.0, 1.5
_TOWN = (1, 2)


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
    if x.family != y.family or not types_fit(x.type, y.type) or days_apart(a, b):
        return None
    if _marked_apart(a, b):
        return None
    story = in_one_story(a, b) or beside_news(a, b, places)
    numbers, words = count_points(x.counts, y.counts), alike(a.text, b.text)
    # "Army kills 18 in Tarsk, advances in Velin": of which town the 18 are, the body tells.
    counted = x.report == y.report and a.headline != b.headline and numbers >= LARGE
    if _towns_apart(a, b, places) and not counted and not (story and story.town):
        return AGAINST
    telling = words >= TELLING and shared(a.text, b.text) >= MANY
    strong = telling or (numbers >= 1.5 and words >= ALIKE)
    when = date_points(a, b, DATE_SLIP if telling else SHORT_SLIP * strong)
    where = place_points(a, b, places, strong, when)
    who = actor_points(a, b)
    if when is None:
        return None
    if where is None or who is None:
        return AGAINST
    if x.type in rules().spoken and who <= 0:
        # Of one story many speak: it does not make the condemnations of two men one.
        story = None
    if _blow_and_answer(a, b):
        return None
    apart = unlike(a, b) or (x.type != y.type and _moves(a, b, who))
    if numbers < SAME_NUMBER and apart:
        return AGAINST
    if _to_come(a) != _to_come(b) and when < SAME_TIME and numbers < SAME_NUMBER:
        return AGAINST
    if x.report == y.report:
        told = _in_one_report(a, b, places, when + where + who)
        if told is not None:
            return told
        when = min(when, _told(a.own_day, b.own_day))
        where = min(where, _told(a.own_place, b.own_place))
    return _summed(a, b, places, Found(when, where, who, numbers, words, story))


def _blow_and_answer(a: View, b: View) -> bool:
    """Return whether two deeds are by others and by other means: rockets, and the air strikes."""
    if not modes_differ(a.account.mode, b.account.mode):
        return False
    return bool(a.doers and b.doers and not a.doers & b.doers) or opposed(a, b)


def _moves(a: View, b: View, who: float) -> bool:
    """Return whether one account is of troops that move, and the other names none of them."""
    return "MOBILIZE" in (a.account.type, b.account.type) and who <= 0


class Found(msgspec.Struct, frozen=True):
    """What two accounts agree in: points for day, place, participants and numbers; shared words."""

    when: float
    where: float
    who: float
    numbers: float
    words: float
    story: Story | None


def _in_one_report(a: View, b: View, places: PlaceIndex, points: float) -> float | None:
    """Return the points of two accounts of one report where its wording decides, else None."""
    if _refers_back(a, b):
        return points + BACK
    if differ(a, b, places):
        return AGAINST
    return ENOUGH if same_sentence(a, b) else None


def _summed(a: View, b: View, places: PlaceIndex, found: Found) -> float:
    """Return the points together; few where too little agrees."""
    x, y, story = a.account, b.account, found.story
    when, where, who, numbers, words = (
        *(found.when, found.where, found.who),
        *(found.numbers, found.words),
    )
    if where == 0 and not (x.place and y.place) and a.spots & b.spots:
        where = NAMED
    if story:
        when, where = _from_story(a, b, story, when, where)
    thing = _once_in_years(a, b, places, who) or same_thing(a.things, b.things)
    aim = _aim(a, b, thing if numbers < SAME_NUMBER else thing or None)
    points = when + where + who + numbers + aim + 3 * words + mode_points(a, b)
    points += STORY * (story is not None)
    if same_words(a, b) or _edited(a, b, words):
        return points + ENOUGH
    if headlined(a, b):
        return points + BACK
    anchors = (
        when >= 1.5,
        where >= 1.2,
        numbers >= 1.5,
        who >= 1,
        words >= ALIKE,
        aim > 0,
        thing,
        story,
    )
    # In a town that is hit every day, type, town and day alone do not tell one attack.
    by_one_means = story is not None and x.mode is not None and x.mode == y.mode
    told = numbers > 0 or words >= SOME or who >= 1 or thing is True or by_one_means
    # Fighting in a town goes on all day: of two reports of one day it is the same.
    told = told or (where >= IN_TOWN and is_fighting(x) and is_fighting(y))
    if tells_on(a, b, places, numbers) or counts_again(a, b, places):
        return points + GOES_ON
    if goes_on(a, b) and places.relation(x.place, y.place) in ("same", "inside", "contains"):
        return points + GOES_ON
    again = "follow-up" in a.marks | b.marks
    # "Killed six settlers in a suicide bombing last month": neither tells the day nor the town.
    exact = numbers >= SAME_NUMBER and words >= ALIKE and shared(a.text, b.text) >= MANY
    needed = 2 if when >= 1 or words >= SAME_SAID or again or exact else 3
    if sum(map(bool, anchors)) < needed or not told or not _linked(a, b, max(where, who, aim)):
        # Across reports too little in common speaks against one event; within one, it says nothing.
        return 0.0 if x.report == y.report or story else LITTLE
    return points + 0.5 * (head(x) == head(y))


def _once_in_years(a: View, b: View, places: PlaceIndex, who: float) -> bool:
    """Return whether both tell of an invasion by one state, or of a coup in one country."""
    x, y = a.account, b.account
    if not (is_sweeping(x) and is_sweeping(y)) or who < 0:
        return False
    return who >= 1 or places.relation(x.place, y.place) in ("same", "inside", "contains")


def _aim(a: View, b: View, thing: bool | None) -> float:
    """Return the points for what was hit: a thing with one name, with two, or of one kind."""
    if thing is None:
        return TARGET * bool(a.targets & b.targets)
    return NAMED_TARGET if thing else OTHER_TARGET


def _linked(a: View, b: View, points: float) -> bool:
    """Return whether more than a day, a number and the word for the deed are told of by both."""
    one = a.account.report == b.account.report
    return one or points > 0 or shared(a.text, b.text) > 1 or in_one_story(a, b) is not None


def _refers_back(a: View, b: View) -> bool:
    """Return whether one of two accounts takes up the other: "the strike"."""
    return a.again == b.account.id or b.again == a.account.id


def _told(first: bool, second: bool) -> float:
    """Return the most points for a day or place of which two sentences of a report may each tell.

    What only one of them tells was carried over to the other: it says nothing about it.
    """
    return 2.0 if first and second else CARRIED


def _to_come(view: View) -> bool:
    return view.account.status in rules().to_come


def in_one_story(a: View, b: View) -> Story | None:
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


def _edited(a: View, b: View, words: float) -> bool:
    """Return whether another report prints a sentence again with few changes, and its figures."""
    x, y = a.account, b.account
    if x.report == y.report or words < EDITED or x.type != y.type or head(x) != head(y):
        return False
    figures = {(c.what, c.low) for c in x.counts} ^ {(c.what, c.low) for c in y.counts}
    return not figures and shared(a.text, b.text) >= LONG


def _marked_apart(a: View, b: View) -> bool:
    first, second = a.marks, b.marks
    # A truce that is renewed is another; air strikes that are resumed are those of the day.
    struck = a.account.type in rules().targeted
    if ("renewal" in first) != ("renewal" in second) and not struck:
        return True
    # The helicopter that dropped the gas is not the one that was shot down.
    if ("downed" in first) != ("downed" in second) and modes_differ(a.account.mode, b.account.mode):
        return True
    # What somebody always denies is the deed told of.
    denied = "denied" in (a.account.status, b.account.status)
    if ("habit" in first) != ("habit" in second) and not denied:
        return True
    if a.account.report != b.account.report:
        return False
    later, earlier = (second, first) if b.order >= a.order else (first, second)
    # "Another nine died in a raid": both are of the other raid.
    return "another" in later and not ("another" in earlier and same_sentence(a, b))


def _towns_apart(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether two sentences name towns of which none lies in or by one of the other's.

    Only where an account has no place of its own: its place knows better which town is meant.
    Beside a headline the place of a toll or of "the strike" is carried over from what it takes up.
    """
    x, y = a.account.place, b.account.place
    if (x and y) or a.spots & b.spots:
        return False
    if a.account.report == b.account.report and a.headline != b.headline:
        x, y = (None if v.again and not v.own_place else v.account.place for v in (a, b))
    first = a.spots or ({x} if x and places.size(x) in _TOWN else frozenset())
    second = b.spots or ({y} if y and places.size(y) in _TOWN else frozenset())
    if not first or not second:
        return False
    return all(places.relation(i, j) == "apart" for i in first for j in second)
