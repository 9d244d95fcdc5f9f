"""Tolls that one report sets against each other in so many words: "gave a lower toll of eight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.counted_again import counts_again
from dragoman.assessment.disputes.counting import one_voice
from dragoman.assessment.disputes.figures import (
    Figure,
    around,
    at_least,
    given_too,
    is_loose,
    is_some,
    meet,
    start_of,
    unlike,
    was_done,
    whom,
    words,
)
from dragoman.assessment.disputes.growth import is_early
from dragoman.assessment.disputes.other_deeds import of_two_deeds
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.saying import figures_told, who_told
from dragoman.assessment.disputes.scopes import (
    may_be_all,
    names_some,
    part_exceeds,
    same_scope,
    scope,
)
from dragoman.assessment.disputes.which import how_many, setting
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute

# The figure that another is set against stands at most this many characters before it.
BEFORE = 1500
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
        if _may_be_set(index, one, figure) and not _is_outdated(index, one, told)
    ]
    parts = [one for one in able if not _is_whole(one, figure)]
    able = [one for one in able if _is_whole(one, figure)]
    before = around(figure)[0]
    lower, higher = find("lower", before) is not None, find("higher", before) is not None
    if is_early(figure) or not able:
        return None
    if not (lower or higher or find("other_toll", before)):
        return _counted_before(index, figure, able)
    fit = [one for one in able if _differ(one, figure)]
    if lower or higher:
        # Of "31, including ten on the bus" the lower toll of eight is set against the ten.
        fit += [one for one in parts if not one.count.of and _differ(one, figure)]
        # "Up to 22" may be set against 17.
        most = [one for one in able if one.count.low is None and unlike(one, figure)]
        fit = [one for one in (*fit, *most) if (one.size > figure.size) == lower]
    elif any(one not in fit and one.account.place == figure.account.place for one in able):
        return _counted_before(index, figure, able)
    # A figure of the same sentence is of the same dead; else of several the one nearest in size.
    beside = [one for one in fit if one.account.evidence[0] == figure.account.evidence[0]]
    return min(
        beside or fit,
        key=lambda one: (abs(log(one.size / figure.size)), not one.account.claim, start_of(one)),
        default=None,
    )


def _counted_before(index: Index, figure: Figure, able: Sequence[Figure]) -> Figure | None:
    """Return the last figure before one, if it is of the same deed.

    Or the last of its size that somebody gives: what the report tells between hides no voice.
    """
    said = [one for one in able if one.account.claim and unlike(one, figure)]
    last = [max(some, key=start_of) for some in (able, said) if some]
    return next((one for one in last if counts_again(index, one, figure)), None)


def _is_outdated(index: Index, figure: Figure, told: Sequence[Figure]) -> bool:
    """Return whether a toll is an earlier one of who gives another now: "he had earlier said 8"."""
    who = index.speaker(figure.account)
    return is_early(figure) and any(
        other is not figure and other.count.what == figure.count.what and not is_early(other)
        for other in told
        if who and index.speaker(other.account) == who
    )


def _is_whole(one: Figure, figure: Figure) -> bool:
    return one.count.part_of is None or same_scope(one.count, figure.count)


def _may_be_set(index: Index, one: Figure, figure: Figure) -> bool:
    """Return whether a figure before another is of the same dead, as another voice counts them."""
    return (
        0 < start_of(figure) - start_of(one) <= BEFORE
        and one.count.what == figure.count.what
        and (
            may_be_all(one.count, figure.count)
            or _part_exceeds(one, figure)
            or _of_those(index, one, figure)
        )
        and not is_loose(one.count)
        and independent(index, one.account, figure.account)
        and not one_voice(index, one.account, figure.account)
        and not of_two_deeds(index, one, figure)
        and not _in_one_list(index, one, figure)
    )


def _in_one_list(index: Index, one: Figure, figure: Figure) -> bool:
    """Return whether one sentence goes on counting: "the discovery of nine bodies, four killed"."""
    if one.account.evidence[0] != figure.account.evidence[0]:
        return False
    text = index.reports[one.account.report].text
    between = text[one.count.evidence.end : start_of(figure)]
    return "," in between and find("other_voice", between) is None


def _of_those(index: Index, one: Figure, figure: Figure) -> bool:
    """Return whether a figure of nobody in particular may be of those whom the one before counts.

    "Gunmen killed 11 soldiers, the army said. The agency had reported 14 killed." Not of some of
    the dead, as children are, nor where the sentence counts others beside them.
    """
    if scope(figure.count) or one.count.part_of is not None or names_some(one.count):
        return False
    if any(find("in_all", some) for some in around(figure)):
        return False
    first, second = (index.as_of(f.account) for f in (one, figure))
    if first and second and not first.overlaps(second):
        return False
    told = index.in_sentence(one.account)
    beside = {c.evidence for a in told for c in a.counts if c.what == one.count.what}
    return len(beside) == 1


def _part_exceeds(one: Figure, other: Figure) -> bool:
    """Return whether one counts more of some people than the other counts of all, both exactly."""
    return part_exceeds(one.count, other.count) and not is_loose(other.count)


def _differ(a: Figure, b: Figure) -> bool:
    """Return whether two figures are not one number, and not of things too unlike in size."""
    return not meet(a.count, b.count) and unlike(a, b)


def _dispute(index: Index, event: str, told: Sequence[Figure]) -> Dispute | None:
    given = given_too(index, told)
    figures = sorted([*told, *given], key=lambda t: index.order[t.account.report])
    stances = figures_told(index, figures)
    return dispute(
        index,
        "number",
        "another toll",
        how_many(index, index.events[event], whom(told[0].count), [t.account for t in told]),
        stances,
        why=f"{who_told(index, stances)}. A report says itself that one toll is not the other "
        f"({setting(index, index.events[event])}).",
        event=event,
    )
