"""Whether two figures exclude one another: of one day, one place, the same people, one state."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.counting import (
    is_body,
    of_no_state,
    one_name,
    one_voice,
    two_bodies,
    two_camps,
)
from dragoman.assessment.disputes.deeds import by_one_means
from dragoman.assessment.disputes.figures import (
    FAR,
    Figure,
    is_on_top,
    is_toll,
    meet,
    of_one_span,
)
from dragoman.assessment.disputes.growth import grown, is_early
from dragoman.assessment.disputes.other_deeds import of_two_deeds
from dragoman.assessment.disputes.parts import MOST_OF, of_wider, part_of_town, parts
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import may_be_all, one_group, opposed
from dragoman.assessment.disputes.spots import one_spot, two_spots
from dragoman.assessment.independence import independent, origin
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.model import Account, Dates

_GROWS = frozenset({"killed", "injured", "missing", "abducted", "detained", "displaced", "dead"})


def clash(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether two independent figures of one event cannot both be right."""
    if a.account.report == b.account.report and (
        one_voice(index, a.account, b.account) or not set_apart(index, a.account, b.account)
    ):
        return False
    if not (comparable(index, a.account, b.account) or _of_the_doers(index, what, a, b)):
        return False
    return exclude(index, what, a, b)


def exclude(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether two independent figures, if of one day, cannot both be right."""
    if not independent(index, a.account, b.account) or meet(a.count, b.count):
        return False
    if parts(index, what, a, b):
        return False
    where = index.places.relation(a.account.place, b.account.place)
    on_top = any(is_on_top(index, f.count) for f in (a, b))
    if on_top and not one_spot(index, a.account, b.account):
        return False
    if where in ("near", "apart") or _one_source(index, a, b) or _nameless(index, a, b):
        return False
    if _one_outlet(index, a.account, b.account) or one_name(index, a.account, b.account):
        return False
    if a.account.report != b.account.report and not of_one_deed(index, a, b):
        return False
    if _of_a_new_deed(index, a.account, b.account) or of_two_deeds(index, a, b):
        return False
    if part_of_town(index, a, b) or of_wider(index, a, b) or two_spots(index, a.account, b.account):
        return False
    low, high = sorted((a.size, b.size))
    sides = two_bodies(index, a.account, b.account) and by_one_means(a.account, b.account)
    of_one_name = one_group([a.count, b.count]) and index.alike(a.account, b.account)
    if high > FAR * max(low, 1) and not (sides or of_one_name):
        return False
    return not (what in _GROWS and grown(index, a, b))


def _of_the_doers(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether two reports, one a day after the other, say how many did one deed.

    Unlike its dead, they grow no more.
    """
    x, y = a.account, b.account
    first, second = index.published(x.report), index.published(y.report)
    if what != "attackers" or x.event != y.event or first is None or second is None:
        return False
    return abs((first - second).days) <= 1 and not (x.date and y.date)


def _of_a_new_deed(index: Index, a: Account, b: Account) -> bool:
    """Return whether the later report tells of a new attack, after that of the day before."""
    days = [index.published(one.report) for one in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    later = a if days[0] > days[1] else b
    return find("new_deed", later.evidence[0].quote) is not None


def of_one_deed(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether two reports give their figures of one deed, and not one of them of a part.

    The two accounts are alike by themselves; or two bodies give them, not far apart, and no place,
    means or doer speaks against it; or the reports, of one day, begin with two that are alike, and
    go on with bare tolls: neither says another place, day or doer, and they are nearly as high.
    How many did it is no figure of a part.
    """
    x, y = a.account, b.account
    attackers = a.count.what == b.count.what == "attackers"
    if index.alike(x, y) or index.renowned(x.event) or attackers:
        return True
    where = index.places.relation(x.place, y.place)
    doers = x.actors and y.actors and not set(x.actors) & set(y.actors)
    low, high = sorted((a.size, b.size))
    said = x.claim and y.claim and where == "unknown" and not doers and high <= FAR * low
    if ((said and by_one_means(x, y)) or one_spot(index, x, y)) and two_bodies(index, x, y):
        return True
    early = is_early(a) or is_early(b)
    days = index.published(x.report), index.published(y.report)
    bare = high <= MOST_OF * low and not early and not doers and where in ("same", "unknown")
    if not bare or days[0] is None or days[0] != days[1]:
        return False
    told = index.accounts_of(index.events[x.event])
    first, second = ([t for t in told if t.report == one.report] for one in (x, y))
    begun = [(p, q) for p in first for q in second if index.begun(p, p) and index.begun(q, q)]
    return any(index.alike(p, q) for p, q in begun)


def set_apart(index: Index, a: Account, b: Account) -> bool:
    """Return whether one report sets two figures against each other, and does not go on counting.

    Two sources give them that are no mere "official"; or one gives its toll of the whole, and the
    report has begun with another.
    """
    if a.claim and b.claim:
        named = [origin(index, one).key.startswith("speaker|") for one in (a, b)]
        bodies = all(is_body(index, one) for one in (a, b))
        spot = (any(named) or _stand(index, a, b)) and _of_one_spot(index, a, b)
        return all(named) or two_camps(index, a, b) or spot or (any(named) and bodies)
    told, own = (a, b) if a.claim else (b, a)
    if not told.claim or own.claim or not is_body(index, told):
        return False
    if find("grew", told.evidence[0].quote) or not index.begun(own, own):
        return False
    same = a.place is not None and a.place == b.place and index.places.size(a.place) == 1
    return is_toll(told) or (same and _same_day(a, b))


def _stand(index: Index, a: Account, b: Account) -> bool:
    """Return whether a body gives one of two accounts, and "activists" or "rebels" the other."""
    return any(is_body(index, x) and of_no_state(index, y) for x, y in ((a, b), (b, a)))


def _of_one_spot(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts of one report are not of a whole and a place in it."""
    small = [one.place for one in (a, b) if one.place and index.places.size(one.place) < 3]
    return len(small) < 2 or a.place == b.place


def _same_day(a: Account, b: Account) -> bool:
    """Return whether two accounts give one day, the same."""
    return a.date is not None and b.date is not None and str(a.date) == str(b.date)


def knows_both(index: Index, a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether the report of one figure gives the other too: one is a part, or an update.

    Not so where the report sets the two against each other, or leaves the other to another body.
    """
    for one, other in ((a, b), (b, a)):
        if one.account.report == other.account.report:
            return False
        given = [
            figure
            for figure in figures
            if figure is not one and figure.account.report == one.account.report
            if _is_given(index, figure, one, other)
        ]
        if any(set_apart(index, figure.account, one.account) for figure in given):
            continue
        if any(_is_own(index, figure, one) for figure in given):
            return True
    return False


def _is_given(index: Index, figure: Figure, one: Figure, other: Figure) -> bool:
    """Return whether a figure is the other's number: of one place it is the very number."""
    if not meet(figure.count, other.count) or opposed(figure.count.of, other.count.of):
        return False
    if not one_spot(index, one.account, other.account):
        return True
    exact = figure.count.high is not None or figure.count.low == other.count.low
    return exact and may_be_all(figure.count, other.count)


def _is_own(index: Index, figure: Figure, one: Figure) -> bool:
    """Return whether a figure is not another body's than that of the one beside it."""
    own = not independent(index, figure.account, one.account) or not figure.account.claim
    return own or not is_body(index, figure.account)


def comparable(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts are surely of one day, or of one period of a situation.

    What two reports of one story begin with is of one day, unless they say otherwise.
    """
    first, second = a.date, b.date
    if not of_one_span(a, b):
        return False
    if a.family == b.family == "situation":
        return str(first) == str(second)
    if a.event == b.event and index.renowned(a.event):
        return first is None or second is None or first.overlaps(second)
    if first is None or second is None:
        given = first or second
        told = a.report == b.report or index.begun(a, b) or _news_of_one_day(index, a, b)
        undated = a if first is None else b
        near = 1 if one_spot(index, a, b) else 0
        told = told or (given is not None and _just_after(index, given, undated, near))
        return (given is None or _few_days(given)) and told
    if not first.overlaps(second):
        return False
    return _few_days(first) and _few_days(second)


def _news_of_one_day(index: Index, a: Account, b: Account) -> bool:
    """Return whether two reports of one day, or of two on one spot, give accounts of one event."""
    first, second = index.published(a.report), index.published(b.report)
    if first is None or second is None or a.event != b.event:
        return False
    spot = one_spot(index, a, b) and index.places.size(a.place) == 1
    return abs((first - second).days) <= (1 if spot else 0)


def _just_after(index: Index, given: Dates, undated: Account, days: int) -> bool:
    """Return whether an account without a day is told on the day given, or so many days later."""
    published = index.published(undated.report)
    if published is None or given.end is None:
        return False
    return 0 <= (published - given.end).days <= days


def _one_source(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether both sentences name one body or person outside the event: their source.

    For the reports' own voice only: a claim has its speaker.
    """
    if a.account.claim and b.account.claim:
        return False
    involved = {i for f in (a, b) for i in (*f.account.actors, *f.account.recipients)}
    texts = [f.account.evidence[0].quote for f in (a, b)]
    return bool(frozenset.intersection(*map(index.sources_in, texts)) - involved)


def _one_outlet(index: Index, a: Account, b: Account) -> bool:
    """Return whether two reports of one outlet give the figures, by sources without names."""
    keys = sorted(origin(index, one).key for one in (a, b))
    return a.report != b.report and keys[1].startswith(f"{keys[0]}|")


def _nameless(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether both figures come from officials without names: of two fights, as a rule."""
    speakers = [index.actors.get(index.speaker(f.account) or "") for f in (a, b)]
    return all(actor and not actor.named and is_official(actor.name) for actor in speakers)


def _few_days(dates: Dates) -> bool:
    return bool(dates.start and dates.end and (dates.end - dates.start).days <= 2)
