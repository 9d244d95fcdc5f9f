"""Whether a truce or a deal holds: kept to one side, broken to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import SAYS
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.wording import joined, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Span

# Who says that it holds and who says that it is broken speak of one time within so many days.
DAYS = 3


def truce_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over whether a truce or deal is kept.

    Rule "kept against broken": it is said to hold and to be broken, by two sides within days.
    """
    told = [
        s
        for s in said
        if (find("broken", s.words) or find("kept", s.words))
        and pact(s)
        and (s.claim.act if s.claim else "assert") in SAYS
    ]
    by_report = grouped(told)
    broken = [s for s in told if _says("broken", s, by_report[s.report])]
    kept = [
        s for s in told if _says("kept", s, by_report[s.report]) and not find("complains", s.words)
    ]
    for one in broken:
        against = [
            s
            for s in kept
            if s.day
            and one.day
            and abs((s.day - one.day).days) <= DAYS
            and pact(s) & pact(one)
            and not index.same_side(s.speaker, one.speaker)
            and same_ground(index, s, one)
        ]
        if not against:
            continue
        kept_so = [s.stance(index, "it is kept") for s in against]
        broken_so = one.stance(index, "it is broken")
        found = dispute(
            index,
            "compliance",
            "kept against broken",
            f"Is the {min(pact(one))} being kept{_place_words(index, one)}?",
            [*kept_so, broken_so],
            why=f"{tellers(index, kept_so)} said that it holds, {tellers(index, [broken_so])} "
            "that it is broken.",
        )
        if found:
            yield found


def _says(pole: str, one: Statement, told: Sequence[Statement]) -> bool:
    """Return whether a statement says so, and not only that somebody else does.

    "They said that the truce was not respected" are the words of those of whom it tells.
    """
    found = find(pole, one.words)
    if found is None:
        return False
    at = Span(one.evidence.start + found.start(), one.evidence.start + found.end())
    return not any(
        other.claim is not None
        and other.speaker not in (None, one.speaker)
        and other.evidence.span.contains(at)
        and other.evidence.end - other.evidence.start < one.evidence.end - one.evidence.start
        for other in told
    )


def _place_words(index: Index, one: Statement) -> str:
    names = dict.fromkeys(index.places.name(i) for _, i in one.spots if index.places.size(i) < 3)
    return f" in {joined(names)}" if len(names) == 1 else ""


def same_ground(index: Index, a: Statement, b: Statement) -> bool:
    """Return whether two statements are about one place (where both name any), or one report's."""
    first, second = _finest(index, a), _finest(index, b)
    if first and second:
        holds = index.places.holds
        return any(holds(x, y) or holds(y, x) for x in first for y in second)
    return a.report == b.report or bool(set(a.actors) & set(b.actors))


def _finest(index: Index, statement: Statement) -> list[str]:
    """Return the places named, without the countries when finer ones are named."""
    named = [i for _, i in statement.spots] or list(statement.places)
    return [i for i in named if index.places.size(i) < 3] or named


def pact(statement: Statement) -> frozenset[str]:
    """Return what is kept or broken, truces by one word."""
    words = {w.strip(".,;“”\"’'()") for w in statement.words.lower().split()}
    found = words & poles().pacts
    truces = {"ceasefire", "cease-fire", "truce", "cessation"}
    return frozenset("ceasefire" if word in truces else word for word in found)
