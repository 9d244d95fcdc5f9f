"""Who says that a side did what it denies: in its report, in reports of the story, elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from dragoman.assessment.by_report import ByReport
from dragoman.assessment.disputes.answers import apart, on_two_days
from dragoman.assessment.disputes.bygone import answers_an_old_one, is_standing, of_old
from dragoman.assessment.disputes.charging import Charging, accuses
from dragoman.assessment.disputes.clearing import takes_up_what_was_said
from dragoman.assessment.disputes.deeds import (
    COMMON,
    Deed,
    accounts_in,
    did,
    doers,
    is_told,
    means_of,
    names_side,
    same_means,
    telling,
)
from dragoman.assessment.disputes.figures import FAR
from dragoman.assessment.disputes.its_day import of_its_day
from dragoman.assessment.disputes.its_event import of_its_event
from dragoman.assessment.disputes.just_before import (
    JUST_BEFORE,
    NEAR,
    in_words,
    of_nameless,
    within_reach,
)
from dragoman.assessment.disputes.news import of_the_news
from dragoman.assessment.disputes.own_words import tells_its_words
from dragoman.assessment.disputes.parties import standing_for
from dragoman.assessment.disputes.poles import find, poles, thin_words
from dragoman.assessment.index import Index
from dragoman.assessment.officials import states_in
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS
from dragoman.resolution.openings import MAIN, in_lead
from dragoman.resolution.wording import content_words

# An accusation in another report answers when it is no further from the denial.
NEWS_DAYS = 3
# In one report a denial answers what was said in the month around it.
MONTH = 31
# Further apart than any two reports of one story: their days are not known.
_UNKNOWN = 1000


def charges_against(index: Index, denial: Statement, told_by: Charging) -> list[Statement]:
    """Return who says that the denying side did it: accusations of the same report first."""
    by_report = told_by.by_report
    here = within_reach(denial, by_report[denial.report])
    if answers_an_old_one(index, denial, here):
        return []
    if is_standing(index, denial.claim):
        return _right_before(index, denial, here)
    taken_up = _just_said(index, denial, here)
    charges = taken_up or _charges(index, denial, here)
    told = [s for s in _stories(index, denial.report, by_report) if not accuses(s)]
    accusing = _of_those_days(index, denial, told_by.by_day)
    charges += [s for s in _elsewhere(index, denial, [*accusing, *told]) if s not in charges]
    charges += [s for s in of_its_event(index, denial, charges, told_by) if s not in charges]
    news = [s for s in of_the_news(index, denial, by_report) if s not in charges]
    charges += [s for s in news if not taken_up or s.report != denial.report]
    charges = [
        s
        for s in _of_its_deed(index, denial, _of_one_deed(index, denial, charges))
        if not _of_many_more(index, s, by_report)
        and not tells_its_words(index, denial, s, by_report.get(s.report, ()))
    ]
    charges = of_its_day(index, denial, charges)
    own = any(s.report == denial.report for s in charges)
    charges = charges if own else [*in_words(index, denial, here), *charges]
    return charges or of_nameless(index, denial, here)


def _right_before(index: Index, denial: Statement, here: Sequence[Statement]) -> list[Statement]:
    """Return the charge that stands right before a denial: all that a standing one answers."""
    at = denial.evidence.start
    charges = _just_said(index, denial, here) or _charges(index, denial, here)
    charges = _of_one_deed(index, denial, charges)
    return [s for s in charges if 0 <= at - s.evidence.end < JUST_BEFORE]


def _just_said(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return what another said of the denying side just before, where the denial takes that up.

    "The crash was its doing, said Orr. Varnia denied the accusation", whatever the deed.
    """
    if not takes_up_what_was_said(denial):
        return []
    own, at = standing_for(index, denial.speaker), denial.evidence.start
    near = [
        s
        for s in told
        if s.claim is not None
        and 0 <= at - s.evidence.end < JUST_BEFORE
        and is_told(index, denial, s)
        and days_between(denial, s) <= MONTH
    ]
    last = max(near, key=lambda s: (s.evidence.end, s.evidence.start), default=None)
    if last is None:
        return []
    return [last] if names_side(index, last, last.words, own) else []


def of_what_is_negated(index: Index, denial: Statement, charge: Statement) -> bool:
    """Return whether a charge is of the deed that a side says it has not done, by a word of it.

    Who speaks of "this attack" or "such weapons" means the deed that the report tells of.
    """
    if denial.claim is None or denial.claim.act in DENIALS:
        return True
    if _takes_up(denial) or find("such", denial.words):
        return True
    gap = denial.evidence.start - charge.evidence.end
    answered = denial.report == charge.report and 0 < gap < JUST_BEFORE
    if answered and takes_up_what_was_said(denial):
        return True
    if answered and (find("no_shot", denial.words) or find("the_deed", charge.words)):
        return True
    if (telling(denial) & means_of(charge.text)) - (frozenset() if answered else COMMON):
        return True
    shared = content_words(denial.words) & content_words(charge.text)
    shared -= thin_words() | index.name_words
    return any(not states_in(word) for word in shared)


def _of_its_deed(
    index: Index, denial: Statement, charges: Sequence[Statement]
) -> Sequence[Statement]:
    """Return the charges of the deed that a side says it has not done, by its words.

    "The bombing of a convoy" answers one of war crimes only where nobody speaks of a convoy.
    """
    found = [s for s in charges if of_what_is_negated(index, denial, s)]
    return found or (charges if find("the_deed", denial.words) else [])


def _takes_up(denial: Statement) -> bool:
    """Return whether "the attack" of a denial says no more of it: not "the bombing of a convoy"."""
    found = find("the_deed", denial.words)
    return found is not None and not denial.words[found.end() :].startswith(" of ")


def _of_one_deed(index: Index, denial: Statement, charges: list[Statement]) -> list[Statement]:
    """Return the charges without tolls over many deeds, and those of other places in the report.

    "502 civilians have been killed in raids" charges nobody with the raid that killed 17.
    """
    tolls = [
        _toll(index, s)
        for s in charges
        if s.report == denial.report and s.evidence.start < denial.evidence.start
    ]
    most = FAR * max(tolls, default=0.0)
    near = [s for s in charges if not (0 < most < _toll(index, s) and find("total", s.words))]
    return [s for s in near if s.report != denial.report or not _of_another(index, denial, s)]


def _of_many_more(index: Index, charge: Statement, by_report: ByReport) -> bool:
    """Return whether a charge counts many times the dead of its report's news: another deed's."""
    report, toll = index.reports[charge.report], _toll(index, charge)
    if not toll or in_lead(report, charge.evidence.start, MAIN):
        return False
    told = [s for s in by_report[charge.report] if in_lead(report, s.evidence.start, MAIN)]
    news = max((_toll(index, s) for s in told), default=0.0)
    return 0 < FAR * news < toll


def _of_another(index: Index, denial: Statement, charge: Statement) -> bool:
    """Return whether a denial is of a deed elsewhere, or on another day than a charge."""
    return apart(index, denial, charge) or on_two_days(index, denial, charge)


def _toll(index: Index, statement: Statement) -> float:
    counts = [c for a in accounts_in(index, statement) for c in a.counts if c.what == "killed"]
    return max((c.low or 0.0 for c in counts), default=0.0)


def _charges(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return who else says in the report that the denying side did it: accusations first."""
    own = standing_for(index, denial.speaker)
    able = [
        (s, deed)
        for s in told
        if s != denial
        and is_told(index, denial, s)
        and days_between(denial, s) <= MONTH
        and (deed := doers(index, s, own, here=True))
        and same_means(denial, s)
    ]
    accused = [s for s, deed in able if deed == Deed.ACCUSED]
    before = [s for s in accused if s.evidence.start < denial.evidence.start]
    if accused:
        return before[-1:] or accused[:1]
    at = denial.evidence.start
    just = [s for s in told if 0 < at - s.evidence.end < JUST_BEFORE and s.claim is None]
    able += [
        (s, Deed.TOLD)
        for s in just
        if is_told(index, denial, s) and same_means(denial, s) and did(index, s, own)
    ]
    near = [s for s, _ in able if telling(denial) or 0 < at - s.evidence.start <= NEAR]
    return near[-1:]


def _stories(index: Index, report: str, by_report: ByReport) -> list[Statement]:
    """Return what others say in the reports that tell one story with a report."""
    return [s for other in index.same_story(report) for s in by_report.get(other, ()) if s.claim]


def _of_those_days(
    index: Index, denial: Statement, by_day: Mapping[str, Sequence[Statement]]
) -> list[Statement]:
    """Return the accusations of the days around a denial, in the order of the reports."""
    if denial.day is None:
        return []
    days = [str(denial.day + dt.timedelta(k)) for k in range(-NEWS_DAYS, NEWS_DAYS + 1)]
    found = [s for day in days for s in by_day.get(day, ())]
    return sorted(found, key=lambda s: (index.order[s.report], s.evidence.start, s.evidence.end))


def _elsewhere(index: Index, denial: Statement, said: Sequence[Statement]) -> list[Statement]:
    """Return what is said in other reports of those days that names side and means too."""
    own = index.sides(denial.speaker)
    return [
        s
        for s in said
        if days_between(denial, s) <= NEWS_DAYS
        and telling(denial)
        and is_told(index, denial, s)
        and same_means(denial, s)
        and not of_old(s)
        and _may_be_it(index, denial, s)
        and doers(index, s, own)
    ]


def _may_be_it(index: Index, denial: Statement, said: Statement) -> bool:
    """Return whether what is said in another report may be of the deed denied, by its words.

    Who accuses a side "of war crimes" those days charges it with no deed by name.
    """
    if (telling(denial) & telling(said)) - COMMON:
        return True
    if said.report in index.same_story(denial.report):
        return True
    if find("the_deed", said.words) or find("that_deed", said.words):
        return True
    no_target = content_words(" ".join(poles().no_target))
    return not content_words(said.words) - index.name_words - thin_words() - no_target


def days_between(a: Statement, b: Statement) -> int:
    """Return how many days lie between two statements, very many where one has none."""
    return abs((a.day - b.day).days) if a.day and b.day else _UNKNOWN
