"""Tolls that one report sets against each other in so many words: "gave a lower toll of eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log

from dragoman.assessment.disputes.building import dispute, from_account
from dragoman.assessment.disputes.counting import (
    is_body,
    of_the_state,
    one_voice,
    two_bodies,
    two_camps,
)
from dragoman.assessment.disputes.deeds import by_one_means, names_earlier
from dragoman.assessment.disputes.figures import (
    FAR,
    Figure,
    around,
    at_least,
    given_too,
    is_loose,
    is_on_top,
    is_some,
    meet,
    of_one_span,
    was_done,
    whom,
    words,
)
from dragoman.assessment.disputes.growth import grown, is_early, is_new
from dragoman.assessment.disputes.other_deeds import of_two_deeds
from dragoman.assessment.disputes.parts import included, parts
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.retold import of_the_deed
from dragoman.assessment.disputes.scopes import may_be_all, same_scope
from dragoman.assessment.disputes.spots import one_spot, two_spots
from dragoman.assessment.disputes.wording import how_many, setting, tellers
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Dispute, Evidence
from dragoman.resolution.places import COUNTRY

# The figure that another is set against stands at most this many characters before it.
BEFORE = 1500
# A number without more is of the deed that another body spoke of so many characters before.
RIGHT_AFTER = 500
# Between two sentences in turn stand at most so many characters: a space, a line's end.
GAP = 3
_TOLLS = frozenset(
    {"killed", "injured", "missing", "displaced", "abducted", "captured", "released", "destroyed"}
)


def toll_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between tolls of which a report says that one is not the other.

    Rule "another toll": a sentence gives a lower, higher or other toll, from another source than
    the figure before it. Reports that tell of the same two figures are taken together.
    """
    told = tolls_told(index)
    cases: dict[tuple[str, str, str], list[Figure]] = {}
    for report in index.reports:
        for figure in told.get(report, ()):
            other = _set_against(index, figure, told[report])
            if other is not None:
                key = (other.account.event, words(other.count), words(figure.count))
                cases.setdefault(key, []).extend([other, figure])
    for key in sorted(cases):
        found = _dispute(index, key[0], cases[key])
        if found:
            yield found


def tolls_told(index: Index) -> dict[str, list[Figure]]:
    """Return the figures of each report that may be set against another one, in its order."""
    told: dict[str, list[Figure]] = {}
    for account in index.record.accounts:
        if was_done(account):
            for count in account.counts:
                if (
                    count.what in _TOLLS
                    and (count.low or count.high)
                    and not is_some(index, account, count)
                ):
                    figure = Figure(index.of_figure(account, count), count, 0)
                    told.setdefault(account.report, []).append(figure)
    return {report: at_least(index, some) for report, some in told.items()}


def _set_against(index: Index, figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """Return the figure before that a toll is set against, if its words say so."""
    able = [
        one
        for one in told
        if 0 < _start(figure) - _start(one) <= BEFORE
        and one.count.what == figure.count.what
        and may_be_all(one.count, figure.count)
        and (one.count.part_of is None or same_scope(one.count, figure.count))
        and not is_loose(one.count)
        and independent(index, one.account, figure.account)
        and not one_voice(index, one.account, figure.account)
    ]
    if not able or is_early(figure):
        return None
    before = around(figure)[0]
    lower, higher = find("lower", before) is not None, find("higher", before) is not None
    if not (lower or higher or find("other_toll", before)):
        last = max(able, key=_start)
        return last if _counts_again(index, last, figure) else None
    fit = [one for one in able if _differ(one, figure)]
    if lower or higher:
        # "Up to 22" may be set against 17.
        most = [one for one in able if one.count.low is None and _unlike(one, figure)]
        fit = [one for one in (*fit, *most) if (one.size > figure.size) == lower]
    elif any(one not in fit and one.account.place == figure.account.place for one in able):
        last = max(able, key=_start)
        return last if _counts_again(index, last, figure) else None
    # A figure of the same sentence is of the same dead; else of several the one nearest in size.
    beside = [one for one in fit if one.account.evidence[0] == figure.account.evidence[0]]
    return min(
        beside or fit,
        key=lambda one: (abs(log(one.size / figure.size)), not one.account.claim, _start(one)),
        default=None,
    )


def _counts_again(index: Index, last: Figure, figure: Figure) -> bool:
    """Return whether a body counts the dead of a deed told before: "the blast killed 14, X said".

    Or gives their number right after another body's, and tells of no other place, day or doer; or
    after the report's own, and says nothing else, neither how they died nor a place or day.
    """
    a, b = last.account, figure.account
    if not b.claim or not is_body(index, b) or is_on_top(index, figure.count):
        return False
    if two_spots(index, a, b) or of_two_deeds(index, last, figure):
        return False
    if meet(last.count, figure.count) or grown(index, last, figure) or is_new(figure):
        return False
    two, near = two_bodies(index, a, b), _unlike(last, figure)
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
    if next_to and two and _start(figure) - _start(last) <= RIGHT_AFTER:
        own = a.claim is None or _of_one_side(index, a, b)
        return (there and _is_bare(b)) or not (own or _elsewhere(index, a, b))
    return there and of_the_deed(figure) and (a.claim is not None or index.begun(a, a))


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

    A country or a continent is where the speaker lives, or what the sentence goes on to.
    """
    doers = a.actors and b.actors and not set(a.actors) & set(b.actors)
    narrow = all(index.places.size(one.place) < COUNTRY for one in (a, b))
    return bool(doers) or (
        narrow and index.places.relation(a.place, b.place) not in ("same", "unknown")
    )


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


def _differ(a: Figure, b: Figure) -> bool:
    """Return whether two figures are not one number, and not of things too unlike in size."""
    return not meet(a.count, b.count) and _unlike(a, b)


def _unlike(a: Figure, b: Figure) -> bool:
    low, high = sorted((a.size, b.size))
    return low < high <= FAR * low


def _start(told: Figure) -> int:
    return told.count.evidence.start


def _dispute(index: Index, event: str, told: Sequence[Figure]) -> Dispute | None:
    given = given_too(index, told)
    figures = sorted([*told, *given], key=lambda t: index.order[t.account.report])
    stances = [from_account(index, t.account, words(t.count)) for t in figures]
    groups = {
        stance: tellers(index, [s for s in stances if s.position.stance == stance])
        for stance in dict.fromkeys(s.position.stance for s in stances)
    }
    why = "; ".join(f"{who}: {figure}" for figure, who in groups.items())
    return dispute(
        index,
        "number",
        "another toll",
        how_many(index, index.events[event], whom(told[0].count)),
        stances,
        why=f"{why}. A report says itself that one toll is not the other "
        f"({setting(index, index.events[event])}).",
        event=event,
    )
