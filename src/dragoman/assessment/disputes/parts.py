"""Whether one figure is a part of another: of one quarter, of one group, of one of two raids."""

from __future__ import annotations

import re
from itertools import combinations

from dragoman.assessment.disputes.figures import ABOUT, Figure, around, is_toll
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import scope
from dragoman.assessment.index import Index
from dragoman.model import Count

# A sentence that gives more figures than this is a list; adding them up says nothing.
MOST_PARTS = 4
# A sum is given as a round figure that is at most so much higher: 30 and 39 are "70".
ROUNDED = 0.02
# Where the place of one is not told, a figure nearly as high as the other is no part of it.
MOST_OF = 1.5
# Between two sentences in turn stand at most so many characters.
GAP = 3
PLACED = ("happened", "ongoing")


def parts(index: Index, what: str, a: Figure, b: Figure) -> bool:
    """Return whether figures of one sentence add up to the other's: eleven and seven are 18.

    Or whether the lower figure is of those whom one place took in: "doctors treated 20"; or one
    report gives it as that of some of them: "82, among them 58", of a place within: "six in the
    emergency room", or of one of several deeds.
    """
    less = min(a, b, key=lambda figure: figure.size)
    # More than all are no part of them: "16 were hurt in all", where medics treated 200.
    if find("taken_in", around(less)[0][-30:]):
        return True
    one_report = a.account.report == b.account.report
    if one_report and (find("inside", around(less)[1]) or _of_several(less, a if less is b else b)):
        return True
    if _of_some(index, what, less, a if less is b else b) or _of_places(
        less, a if less is b else b
    ):
        return True
    if one_report and _rest_follows(index, what, less, a if less is b else b):
        return True
    for one, other in ((a, b), (b, a)):
        told = index.in_sentence(one.account)
        counts = {c.evidence: c for x in told for c in x.counts if c.what == what}
        own = [c.low for c in counts.values() if c.low and not included(index, c)]
        low = other.size
        most = low * (1 + ABOUT)
        for size in range(2, min(len(own), MOST_PARTS) + 1):
            if any(low * (1 - ROUNDED) <= sum(some) <= most for some in combinations(own, size)):
                return True
    return False


def _rest_follows(index: Index, what: str, less: Figure, more: Figure) -> bool:
    """Return whether the sentence after a figure has what is left to the other: "one in Orim"."""
    end = less.account.evidence[0].end
    return any(
        count.what == what and count.high and less.size + count.high == more.size
        for account in index.record.accounts
        if account.report == less.account.report and account.status in PLACED
        if 0 <= account.evidence[0].start - end <= GAP
        for count in account.counts
        if not included(index, count)
    )


def _of_several(less: Figure, more: Figure) -> bool:
    """Return whether the higher figure is of several deeds: "four died in two blasts"."""
    found = [find("several_deeds", f.account.evidence[0].quote) for f in (less, more)]
    return found[0] is None and found[1] is not None


def _of_places(less: Figure, more: Figure) -> bool:
    """Return whether the higher figure is of two places: "bombs in Selmo and Orim killed 26"."""
    found = [find("places", f.account.trigger.quote) for f in (less, more)]
    return found[0] is None and found[1] is not None


def included(index: Index, count: Count) -> bool:
    """Return whether a figure is said to be among another one: "including four children"."""
    text, at = index.reports[count.evidence.report].text, count.evidence.start
    if re.search(r"\b(?:others?|more|another)\b", count.of or ""):
        return False
    of_them = text[count.evidence.end :].lstrip().startswith("of them")
    before = find("included", text[max(0, at - 30) : at])
    return of_them or count.part_of is not None or before is not None


def _of_some(index: Index, what: str, less: Figure, more: Figure) -> bool:
    """Return whether the lower figure is that of a part which the other's sentence names.

    Or near one that is no kind of people: eight dead, where 31 died, "ten of them on the bus".
    """
    told = index.in_sentence(more.account)
    some = [c for x in told for c in x.counts if c.what == what and c.part_of is not None]
    return any(
        c.low == less.count.low
        or (c.low and not scope(c) and less.size < MOST_OF * c.low < MOST_OF**2 * less.size)
        for c in some
    )


def part_of_town(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the smaller figure may be of one quarter, the other of the whole town."""
    in_part = [_of_town(" ".join(around(f))) for f in (a, b)]
    where = index.places.relation(a.account.place, b.account.place)
    low, high = sorted((a.size, b.size))
    told_apart = a.account.report != b.account.report and high <= MOST_OF * low
    one_town = where == "same" or (where == "unknown" and not told_apart)
    if a.account.report == b.account.report and any(is_toll(f.account) for f in (a, b)):
        return False
    return in_part[0] != in_part[1] and one_town and all(map(_placed, (a, b)))


def of_wider(index: Index, a: Figure, b: Figure) -> bool:
    """Return whether the higher figure is of a province or a state, the other of a town in it."""
    less, more = sorted((a, b), key=lambda f: f.size)
    sizes = [index.places.size(f.account.place) for f in (less, more)]
    within = index.places.relation(less.account.place, more.account.place) == "inside"
    return within and sizes[0] == 1 and _placed(less) and _placed(more)


def _of_town(words: str) -> str:
    """Return whether a sentence speaks of one quarter of a town, of several, or of all of it."""
    return next((some for some in ("quarter", "quarters") if find(some, words)), "town")


def _placed(figure: Figure) -> bool:
    """Return whether the sentence itself says where, and not only those around it."""
    account = figure.account
    evidence = account.place_evidence
    return evidence is None or account.evidence[0].span.contains(evidence.span)
