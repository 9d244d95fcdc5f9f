"""One question is one dispute: figures set against each other in pairs, answers in many reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.assessment.disputes.building import Stance, dispute
from dragoman.assessment.disputes.which import setting
from dragoman.assessment.disputes.wording import speaker_of, tellers
from dragoman.assessment.independence import origin, report_origin
from dragoman.assessment.index import Index
from dragoman.model import Dispute, Position
from dragoman.resolution.grouping import Groups

# Until when a war's toll is told.
_PLACED = re.compile(r" in (?:the )?[A-Z].* (?:on|by|between|as told on) \d")
# One question is asked of one thing where its reports are no further apart, in so many words.
DAYS, LEAST = 3, 5
_BY = re.compile(r" by \d{1,2} \w+ \d{4}(?=\?$)")


def together(index: Index, found: Sequence[Dispute]) -> Iterator[Dispute]:
    """Yield the disputes, those over one number of one event as one: "31, 32 or 40 killed?".

    They are over one number where they have a figure, or the question, in common. What becomes of
    several keeps the id and the rule of the one whose first figure was told first, so that what a
    person decided of it holds. Any others are one where they ask one question that has the same
    answers.
    """
    figures = [one for one in found if one.about == "number" and one.event is not None]
    groups = Groups(one.id for one in figures)
    for a, b in combinations(figures, 2):
        if a.event == b.event and (_stances(a) & _stances(b) or a.question == b.question):
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
        key = (one.rule, asked, of, *sorted(_stances(one)))
        same = () if able else (_first_of(index, one, groups.items(), key),)
        groups.setdefault((*key, *same), []).append(one)
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


def _first_of(
    index: Index,
    one: Dispute,
    groups: Iterable[tuple[tuple[str | None, ...], Sequence[Dispute]]],
    key: tuple[str | None, ...],
) -> str:
    """Return the id of the first dispute that asks the same of the same: its own, if none does."""
    for asked, some in groups:
        if asked[:-1] == key and _of_one_thing(index, some[0], one):
            return some[0].id
    return one.id


def _of_one_thing(index: Index, one: Dispute, other: Dispute) -> bool:
    """Return whether one question is asked again of one thing: days apart, of the same speakers.

    In reports of one story one of them is enough.
    """
    reports = [{p.evidence.report for p in d.positions} for d in (one, other)]
    days = [day for some in reports for i in some if (day := index.published(i))]
    if len(one.question.split()) < LEAST or not days or (max(days) - min(days)).days > DAYS:
        return False
    told = [{(p.stance, speaker_of(index, p)) for p in d.positions} for d in (one, other)]
    if told[0] == told[1]:
        return True
    story = any(b in index.same_story(a) for a in reports[0] for b in reports[1])
    return story and bool(told[0] & told[1])


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
