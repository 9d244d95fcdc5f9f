"""Answers to one question about one deed: side by side in a report, or of one event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, groupby, pairwise

import msgspec

from dragoman.assessment.disputes.deeds import DEEDS, accounts_in
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account
from dragoman.resolution.places import COUNTRY

# An answer to what another said stands at most this many characters after it.
ANSWER = 300
# What is said of one event is said within so many days.
DAYS = 14
# Words after the name of a capital that stands for its state.
_FOR = re.compile(r"\b(?:anti|pro)[- ]$", re.IGNORECASE)
_ACTS = re.compile(
    r"[’']?s? (?:has|have|had|says?|said|blame[sd]?|accuse[sd]?|den(?:y|ies|ied)|wants?|insists?)\b"
)


class Answer(msgspec.Struct, frozen=True):
    """What a statement holds of a deed; ``sure`` where it says so in so many words.

    ``known`` is the event of the deed that was told of before, where the words mean that one.
    """

    said: Statement
    held: str
    sure: bool = True
    known: str | None = None


def facing(
    index: Index, found: Sequence[Answer], apart: Callable[[Answer, Answer], bool]
) -> Iterator[list[Answer]]:
    """Yield the answers that are set against each other, those of one deed together.

    Two are of one deed where two sides give them of one violent event, or one right after the
    other in one report, and neither names a place apart from the other's.
    """
    cases: list[list[Answer]] = []
    for a, b in _pairs(index, found):
        if not ((a.sure or b.sure) and apart(a, b) and of_one_deed(index, a, b)):
            continue
        held = [case for case in cases if a in case or b in case]
        one = [x for case in held for x in case]
        cases = [case for case in cases if case not in held]
        cases.append(one + [x for x in (a, b) if x not in one])
    yield from cases


def _pairs(index: Index, found: Sequence[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Yield the pairs of answers that are of one event, or follow one another in one report."""
    groups: dict[str, list[int]] = {}
    for k, one in enumerate(found):
        for event in sorted(_events(index, one)):
            groups.setdefault(event, []).append(k)
    pairs = {pair for group in groups.values() for pair in combinations(group, 2)}
    reports: dict[str, list[int]] = {}
    for k, one in enumerate(found):
        reports.setdefault(one.said.report, []).append(k)
    for group in reports.values():
        group.sort(key=lambda k: found[k].said.evidence.start)
        runs = [list(some) for _, some in groupby(group, key=lambda k: found[k].held)]
        for first, second in pairwise(runs):
            pairs |= {(min(i, j), max(i, j)) for i in first for j in second}
    yield from ((found[i], found[j]) for i, j in sorted(pairs))


def of_one_deed(index: Index, one: Answer, other: Answer) -> bool:
    """Return whether two sides speak of one deed."""
    a, b = one.said, other.said
    if index.same_side(a.speaker, b.speaker) or a.evidence == b.evidence:
        return False
    if a.report == b.report and (a.claim is None) == (b.claim is None) and a.speaker == b.speaker:
        return False
    if apart(index, a, b):
        return False
    if a.day and b.day and abs((a.day - b.day).days) > DAYS:
        return False
    return bool(_events(index, one) & _events(index, other)) or just_after(a, b)


def just_after(a: Statement, b: Statement) -> bool:
    """Return whether one statement stands right after the other in one report."""
    first, second = sorted((a.evidence, b.evidence), key=lambda e: e.start)
    return a.report == b.report and 0 <= second.start - first.end <= ANSWER


def _events(index: Index, one: Answer) -> set[str]:
    told = {a.event for a in accounts_in(index, one.said) if a.type in DEEDS}
    return told | ({one.known} if one.known else set())


def told_before(told: Iterable[Account], said: Statement) -> str | None:
    """Return the event in which people were last hit or held before what a statement says."""
    at = said.evidence.start
    hit = [a for a in told if a.trigger.end <= at and (a.counts or a.recipients)]
    last = max(hit, key=lambda a: a.trigger.start, default=None)
    return last.event if last else None


def on_two_days(index: Index, a: Statement, b: Statement) -> bool:
    """Return whether two statements tell of deeds of days that do not overlap."""
    one, other = ([x.date for x in accounts_in(index, s) if x.date] for s in (a, b))
    return bool(one and other) and not any(d.overlaps(e) for d in one for e in other)


def apart(index: Index, a: Statement, b: Statement) -> bool:
    """Return whether two statements name places apart; a state named may be a side."""
    one, other = _spots(index, a), _spots(index, b)
    return any(index.places.relation(p, q) == "apart" for p in one for q in other)


def names_elsewhere(index: Index, denial: Statement, other: Statement) -> bool:
    """Return whether a denial names a place apart from where another tells of."""
    one, two = _named(index, denial), _spots(index, other)
    return any(index.places.relation(p, q) == "apart" for p in one for q in two)


def _spots(index: Index, said: Statement) -> list[str]:
    """Return the places, no states, that a statement names, or those of the deeds in it."""
    told = (a.place for a in accounts_in(index, said) if a.type in DEEDS)
    return _named(index, said) or [i for i in told if i and index.places.size(i) < COUNTRY]


def _named(index: Index, said: Statement) -> list[str]:
    """Return the places, no states, that a statement names.

    A capital that acts, or that one is for or against, is none: "that Tarsk has blamed on the
    rebels", "anti-Tarsk propaganda".
    """
    return [
        i
        for span, i in said.spots
        if index.places.size(i) < COUNTRY
        and not (_ACTS.match(said.words, span.end) or _FOR.search(said.words[: span.start]))
    ]
