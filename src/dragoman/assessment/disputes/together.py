"""One question is one dispute: figures set against each other in pairs, answers in many reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.assessment.disputes.building import Stance, dispute
from dragoman.assessment.disputes.which import setting
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.independence import origin, report_origin
from dragoman.assessment.index import Index
from dragoman.model import Dispute, Position
from dragoman.resolution.grouping import Groups

# Until when a war's toll is told.
_PLACED = re.compile(r" in (?:the )?[A-Z].* (?:on|by|between|as told on) \d")
_BY = re.compile(r" by \d{1,2} \w+ \d{4}(?=\?$)")


def together(index: Index, found: Sequence[Dispute]) -> Iterator[Dispute]:
    """Yield the disputes, those over one number of one event as one: "31, 32 or 40 killed?".

    They are over one number where they have a figure in common. What becomes of several keeps the
    id and the rule of the one whose first figure was told first, so that what a person decided of
    it holds. Any others are one where they ask one question that has the same answers.
    """
    figures = [one for one in found if one.about == "number" and one.event is not None]
    groups = Groups(one.id for one in figures)
    for a, b in combinations(figures, 2):
        if a.event == b.event and _stances(a) & _stances(b):
            groups.join(a.id, b.id)
    by_id = {one.id: one for one in found}
    several = {ids[0]: [by_id[i] for i in ids] for ids in groups.members() if len(ids) > 1}
    kept = []
    for one in found:
        if one.id not in groups or groups.find(one.id) not in several:
            kept.append(one)
        elif one.id in several:
            kept.append(_merged(index, several[one.id]))
    yield from _asked_once(index, kept)


def _asked_once(index: Index, found: Sequence[Dispute]) -> Iterator[Dispute]:
    """Yield disputes that ask one thing and have one pair of answers to it as one.

    What is printed again day by day, "the war has killed 250,000", is asked by its first day. A
    question without a place and a day may be asked of two things.
    """
    groups: dict[tuple[str | None, ...], list[Dispute]] = {}
    for one in found:
        asked, war = _BY.subn("", one.question)
        able = _PLACED.search(one.question) is not None
        of = None if war else one.event
        key = (one.rule, asked if able else one.id, of, *sorted(_stances(one)))
        groups.setdefault(key, []).append(one)
    for some in groups.values():
        first, *others = listed = sorted(some, key=lambda one: (_begins(index, one), one.id))
        stances = [Stance(p, _source(index, p)) for one in listed for p in one.positions]
        made = others and dispute(
            index,
            first.about,
            first.rule,
            first.question,
            stances,
            why=" ".join(dict.fromkeys(one.why for one in listed)),
            event=first.event,
        )
        yield msgspec.structs.replace(made, id=first.id) if made else first


def _stances(one: Dispute) -> set[str]:
    return {position.stance for position in one.positions}


def _merged(index: Index, some: Sequence[Dispute]) -> Dispute:
    first, *_ = listed = sorted(some, key=lambda one: (_begins(index, one), one.id))
    stances = [Stance(p, _source(index, p)) for one in listed for p in one.positions]
    figures = {stance.position.stance: None for stance in stances}
    told = "; ".join(
        f"{tellers(index, [s for s in stances if s.position.stance == figure])}: {figure}"
        for figure in figures
    )
    rules = " and ".join(f'"{rule}"' for rule in dict.fromkeys(one.rule for one in listed))
    where = setting(index, index.events[first.event or ""])
    why = f"{told}. Figures of one thing in one event ({where}), set against each other by {rules}."
    made = dispute(index, "number", first.rule, first.question, stances, why=why, event=first.event)
    return msgspec.structs.replace(made, id=first.id) if made else first


def _source(index: Index, position: Position) -> str:
    """Return the key under which the source of a position is counted once."""
    if position.account is not None:
        return origin(index, index.accounts[position.account]).key
    evidence = position.evidence
    own = report_origin(index, evidence.report, evidence.start).key
    return f"speaker|{position.speaker}" if position.speaker else own


def _begins(index: Index, one: Dispute) -> tuple[int, int]:
    """Return where the first figure of a dispute stands: the place of its report, and in it."""
    return min((index.order[p.evidence.report], p.evidence.start) for p in one.positions)
