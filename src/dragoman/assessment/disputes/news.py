"""Who says that a side did what the reports of a story begin with."""

from __future__ import annotations

from dragoman.assessment.by_report import ByReport
from dragoman.assessment.disputes.deeds import (
    did,
    doers,
    is_accused,
    is_told,
    means_of,
    telling,
)
from dragoman.assessment.disputes.just_before import within_reach
from dragoman.assessment.disputes.parties import standing_for
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.resolution.openings import MAIN, in_lead, opening


def of_the_news(index: Index, denial: Statement, by_report: ByReport) -> list[Statement]:
    """Return who says that the denying side did what the reports of one story begin with.

    A denial in a report's opening answers its news, whoever told of it: in the report's own voice
    too ("the regime has used gas again"). Later in its own report "the attack" is still that, and
    who is told of as blamed for it.
    """
    report = index.reports[denial.report]
    if not in_lead(report, denial.evidence.start, MAIN) or find("bygone", denial.words):
        return []
    own, denied = standing_for(index, denial.speaker), telling(denial)
    found = []
    for i in (denial.report, *index.same_story(denial.report)):
        other = index.reports[i]
        means, told = means_of(opening(other)), by_report.get(i, ())
        found += [
            s
            for s in (within_reach(denial, told) if other is report else told)
            if (not denied or denied & (means | means_of(s.text)))
            and not (denied and _is_after_it(s, denied))
            and is_told(index, denial, s)
            and (
                _did_the_news(index, s, own)
                or (other is report and s.claim is None and _is_accused_now(index, s, own))
            )
        ]
    return found


def _is_after_it(said: Statement, denied: frozenset[str]) -> bool:
    """Return whether a deed is told as later than the one denied: "shelled it a day after"."""
    found = find("later_than", said.text)
    if found is None:
        return False
    before, after = said.text[: found.start()], said.text[found.end() :]
    return bool(denied & means_of(after)) and not denied & means_of(before)


def _did_the_news(index: Index, said: Statement, own: frozenset[str]) -> bool:
    """Return whether somebody tells that a side did what the report begins with."""
    begins = in_lead(index.reports[said.report], said.evidence.start, MAIN)
    return (begins or _takes_up(said)) and did(index, said, own)


def _is_accused_now(index: Index, said: Statement, own: frozenset[str]) -> bool:
    return doers(index, said, own) is not None and is_accused(index, said, own)


def _takes_up(statement: Statement) -> bool:
    """Return whether somebody speaks of one deed told of before: "the attack was done by"."""
    return statement.claim is not None and find("the_deed", statement.words) is not None
