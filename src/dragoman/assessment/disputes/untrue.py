"""What some tell of and others call untrue: "the reports are false", "no attack took place"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.assessment.by_report import ByReport, grouped
from dragoman.assessment.disputes.answers import apart, names_elsewhere
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.charged import days_between
from dragoman.assessment.disputes.clearing import calls_untrue, denies_its_clause
from dragoman.assessment.disputes.deeds import (
    COMMON,
    DEEDS,
    DONE,
    accounts_in,
    is_told,
    means_of,
    telling,
)
from dragoman.assessment.disputes.held import who_holds
from dragoman.assessment.disputes.just_before import JUST_BEFORE, beside_it
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.questions import question
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import states_in
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, Dispute
from dragoman.resolution.openings import MAIN, in_lead, opening

# What is called untrue was told in the days before it.
DAYS = 7
# A dispute shows so many who tell of it, and of one report no more than a few.
SHOWN, EACH = 24, 3
_OF_WHAT = re.compile(r"\b(?:reports?|claims?|\w+ations?|stor(?:y|ies)) (?:of|on|about|that)\b")
# Where a sentence ends, or a paragraph.
_END = re.compile(r"[.!?…][\"”’)]*\s+(?=\W?[A-Z])|\n\s*\n")


class Case(msgspec.Struct):
    """What some tell of, by its means, and who calls it untrue: one or more reports."""

    means: frozenset[str]
    told: list[Statement]
    untrue: list[Statement]


def untrue_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what some tell of and another side says never was.

    Rule "called untrue": somebody calls reports, or an attack, untrue or made up; others tell of
    it: just before, where it is taken up, or by the same means in reports of the same story.
    """
    by_report = grouped(said)
    cases: list[Case] = []
    for one in said:
        if one.claim is None or not _denies(one) or denies_its_clause(index, one):
            continue
        if told := _just_told(index, one, by_report) or _of_its_kind(index, one, by_report):
            _add(index, cases, one, told)
    for case in cases:
        if found := _build(index, case):
            yield found


def _denies(one: Statement) -> bool:
    if find("elsewhere", one.words) or find("withheld", one.words):
        return False
    act = one.claim.act if one.claim else ""
    if act == "accuse":
        return False  # "Many blamed the army, which called the reports false"
    return calls_untrue(one) or (act in DENIALS and bool(find("what_was_told", one.words)))


def _just_told(index: Index, denial: Statement, by_report: ByReport) -> list[Statement]:
    """Return what was said just before by somebody else, where a denial takes that up.

    "There was no shelling" takes up who told of shelling.
    """
    taken_up = find("what_was_told", denial.words) is not None
    means = frozenset() if taken_up or not calls_untrue(denial) else telling(denial)
    if not taken_up and not means:
        return []
    if denial.speaker is None:  # who takes it up, and whether another told of it, is not known
        return []
    at, own = denial.evidence.start, index.sides(denial.speaker)
    near = [
        s
        for s in beside_it(denial, by_report[denial.report])
        if s.claim is not None
        and 0 <= at - s.evidence.end < JUST_BEFORE
        and _is_next(index, s, denial)
        and is_told(index, denial, s)
        and not _denies(s)
        and days_between(denial, s) <= DAYS
        and (taken_up or (means & means_of(s.words) and _tells(index, s)))
        and not apart(index, denial, s)
    ]
    if named := states_in(denial.words) - {side.removeprefix("country:") for side in own}:
        sides = {f"country:{code}" for code in named}
        near = [s for s in near if index.sides(s.speaker) & sides] or near
    last = max(near, key=lambda s: (s.evidence.end, s.evidence.start), default=None)
    # Whoever is accused denies his part: `accusations` shows that.
    return [] if last is None or (last.claim and last.claim.act == "accuse") else [last]


def _is_next(index: Index, told: Statement, denial: Statement) -> bool:
    """Return whether no whole sentence stands between what is told and who takes it up."""
    text = index.reports[denial.report].text[told.evidence.end : denial.evidence.start]
    return len(_END.findall(text)) <= 1


def _of_its_kind(index: Index, denial: Statement, by_report: ByReport) -> list[Statement]:
    """Return who tells of a deed by the means that is denied, in the reports of the story."""
    means = _means(index, denial)
    if not means or not calls_untrue(denial):
        return []
    found = []
    for i in (denial.report, *index.same_story(denial.report)):
        able = [
            s
            for s in by_report.get(i, ())
            if means_of(s.words) & means
            and not names_elsewhere(index, denial, s)
            and (i == denial.report or in_lead(index.reports[i], s.evidence.start, MAIN))
            and is_told(index, denial, s)
            and days_between(denial, s) <= DAYS
            and _tells(index, s)
        ]
        found += able[:EACH]
    return found


def _means(index: Index, denial: Statement) -> frozenset[str]:
    """Return by what means the deed was done that is denied; bare "reports" are of the news."""
    if telling(denial) or _OF_WHAT.search(denial.words):
        return telling(denial) - COMMON
    return means_of(opening(index.reports[denial.report])) - COMMON


def _tells(index: Index, statement: Statement) -> bool:
    """Return whether a statement tells of a deed as done, or accuses somebody of it."""
    if of_old(statement) or find("open_question", statement.words):
        return False
    if calls_untrue(statement) or find("called_untrue", statement.words):
        return False
    if statement.claim is not None and statement.claim.act == "accuse":
        return True
    return any(a.status in DONE and a.type in DEEDS for a in accounts_in(index, statement))


def _add(index: Index, cases: list[Case], denial: Statement, told: Sequence[Statement]) -> None:
    means = _means(index, denial)
    for case in cases:
        first = case.untrue[0]
        story = denial.report == first.report or denial.report in index.same_story(first.report)
        if story and case.means & means and days_between(denial, first) <= DAYS:
            case.untrue.append(denial)
            case.told.extend(s for s in told if s not in case.told)
            return
    cases.append(Case(means, list(told), [denial]))


def _build(index: Index, case: Case) -> Dispute | None:
    case.told.sort(key=lambda s: s.claim is None or s.claim.act == "accuse")
    yes = [s.stance(index, "it is so") for s in case.told[:SHOWN]]
    no = [s.stance(index, "it is not so") for s in case.untrue[:SHOWN]]
    held = all(who_holds(index, s) for s in case.told)
    return dispute(
        index,
        "control" if held else "occurrence",
        "called untrue",
        question(index, case.told[0]),
        [*yes, *no],
        why=f"{tellers(index, yes)} told of it; {tellers(index, no)} called it untrue.",
    )
