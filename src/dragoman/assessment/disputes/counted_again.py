"""Whether a body counts the dead of a deed that its report told before: "the blast killed 14"."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.bygone import names_earlier
from dragoman.assessment.disputes.counting import is_body, of_the_state, two_bodies, two_camps
from dragoman.assessment.disputes.deeds import by_one_means
from dragoman.assessment.disputes.figures import (
    Figure,
    is_on_top,
    meet,
    of_one_span,
    start_of,
    unlike,
)
from dragoman.assessment.disputes.growth import grown, is_new
from dragoman.assessment.disputes.parts import included, parts
from dragoman.assessment.disputes.poles import poles
from dragoman.assessment.disputes.retold import of_all_of_it, of_the_deed
from dragoman.assessment.disputes.spots import one_spot, two_spots
from dragoman.assessment.index import Index
from dragoman.model import Account, Evidence
from dragoman.resolution.places import COUNTRY

# A number without more is of the deed that another body spoke of so many characters before.
RIGHT_AFTER = 500
# Between two sentences in turn stand at most so many characters: a space, a line's end.
GAP = 3


def counts_again(index: Index, last: Figure, figure: Figure) -> bool:
    """Return whether a body counts the dead of a deed told before: "the blast killed 14, X said".

    Or gives their number right after another body's, and tells of no other place, day or doer; or
    after the report's own, and says nothing else, neither how they died nor a place or day. What
    the report begins with is what later bare tolls count, however far on.
    """
    a, b = last.account, figure.account
    if not b.claim or not is_body(index, b) or is_on_top(index, figure.count):
        return False
    if two_spots(index, a, b):
        return False
    # A last count that is lower is no later state of the toll.
    if is_new(figure) and figure.size > last.size:
        return False
    if meet(last.count, figure.count) or grown(index, last, figure):
        return False
    two, near = two_bodies(index, a, b), unlike(last, figure)
    # Of one deed the two sides give numbers that are far apart.
    quoted = two and a.claim and last.count.low and figure.count.low
    if not (near or (quoted and by_one_means(a, b))):
        return False
    if parts(index, figure.count.what, last, figure) or included(index, figure.count):
        return False
    if not _one_day(a, b) or any(_names_earlier(index, one) for one in (a, b)):
        return False
    placed = b.place is not None and (_says(b, b.place_evidence) or a.place is not None)
    there = not placed or one_spot(index, a, b)
    next_to = near or (_in_turn(a, b) and (_is_bare(b) or two_camps(index, a, b)))
    opens, bare = index.begun(a, a), there and _is_bare(b)
    close = start_of(figure) - start_of(last) <= RIGHT_AFTER
    if next_to and two and (close or (opens and bare)):
        own = a.claim is None or _of_one_side(index, a, b)
        return bare or not (own or _elsewhere(index, a, b))
    same = of_the_deed(figure) or of_all_of_it(last, figure)
    return there and same and (a.claim is not None or opens)


def _in_turn(a: Account, b: Account) -> bool:
    """Return whether nothing stands between the sentences of two accounts."""
    first, second = a.evidence[0], b.evidence[0]
    return second.start - first.end <= GAP


def _names_earlier(index: Index, account: Account) -> bool:
    return names_earlier(account.evidence[0].quote, index.published(account.report))


def _one_day(a: Account, b: Account) -> bool:
    return (a.date is None or b.date is None or a.date.overlaps(b.date)) and of_one_span(a, b)


def _of_one_side(index: Index, a: Account, b: Account) -> bool:
    voices = of_the_state(index, a) and of_the_state(index, b)
    return voices or index.same_side(index.speaker(a), index.speaker(b))


def _elsewhere(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts name other places, one of them a part of the other, or doers.

    A country or a continent is where the speaker lives, or what the sentence goes on to. Of two
    places of which a gazetteer cannot tell, each must stand in its account's own sentence.
    """
    if a.actors and b.actors and not set(a.actors) & set(b.actors):
        return True
    if any(index.places.size(one.place) >= COUNTRY for one in (a, b)):
        return False
    relation = index.places.relation(a.place, b.place)
    if relation == "unknown":
        named = all(_says(one, one.place_evidence) for one in (a, b))
        return named and not one_spot(index, a, b)
    return relation != "same"


def _is_bare(account: Account) -> bool:
    """Return whether a sentence gives a number of dead and nothing to tell their deed by."""
    sentence = account.evidence[0]
    told = _says(account, account.place_evidence)
    told = told or (account.date is not None and _says(account, account.date.evidence))
    means = {word for row in poles().means for word in row}
    words_of = set(re.findall(r"[a-z]+", sentence.quote.lower()))
    return not account.actors and not told and not means & words_of


def _says(account: Account, evidence: Evidence | None) -> bool:
    return evidence is not None and account.evidence[0].span.contains(evidence.span)
