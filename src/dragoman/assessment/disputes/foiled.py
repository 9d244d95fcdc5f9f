"""Attacks that one side says it stopped, and that did harm to others: "foiled the bombing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.by_report import ByReport, grouped
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.charged import days_between
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.questions import asked_of
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.openings import MAIN, in_lead

# Both are told within days.
DAYS = 2
# A reader needs the first few who tell of it.
SHOWN = 5
_SAYS = frozenset({"assert", "confirm", "other"})


def foiled_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over attacks that were stopped, to some, and did harm, to others.

    Rule "foiled against done": somebody says that a bomb was stopped before it got there; another
    tells, in the same report or as another of the story opens, that one went off and whom it hit.
    """
    by_report = grouped(said)
    for one in said:
        foiled = find("foiled", one.words) and find("bomb", one.words)
        if foiled and one.claim is not None and one.claim.act in _SAYS:
            done = _done(index, one, by_report)
            if done and (found := _build(index, one, done)):
                yield found


def _done(index: Index, foiled: Statement, by_report: ByReport) -> list[Statement]:
    """Return who tells that the attack that was foiled did harm."""
    return [
        s
        for i in (foiled.report, *index.same_story(foiled.report))
        for s in by_report.get(i, ())
        if (i == foiled.report or in_lead(index.reports[i], s.evidence.start, MAIN))
        and (s.claim is None or s.claim.act in _SAYS)
        and s.evidence != foiled.evidence
        and find("went_off", s.words)
        and not find("foiled", s.words)
        and not of_old(s)
        and find("bomb", s.words)
        and days_between(foiled, s) <= DAYS
        and not index.same_side(foiled.speaker, s.speaker)
        and not _apart(index, foiled, s)
    ][:SHOWN]


def _apart(index: Index, a: Statement, b: Statement) -> bool:
    return any(index.places.relation(p, q) == "apart" for _, p in a.spots for _, q in b.spots)


def _build(index: Index, foiled: Statement, done: Sequence[Statement]) -> Dispute | None:
    yes = [s.stance(index, "it was done") for s in done]
    no = foiled.stance(index, "it was foiled")
    return dispute(
        index,
        "occurrence",
        "foiled against done",
        asked_of(index, done[0]),
        [*yes, no],
        why=f"{tellers(index, yes)} told of the attack as done; {tellers(index, [no])} said that "
        "it was stopped.",
    )
