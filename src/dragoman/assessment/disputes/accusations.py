"""Deeds that one side is said to have done and denies: accusations, and denials of any part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from dragoman.assessment.by_report import ByReport, found_in, grouped
from dragoman.assessment.disputes.blame import LAID_ON
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.charged import charges_against, days_between
from dragoman.assessment.disputes.charging import charging
from dragoman.assessment.disputes.clearing import clearing
from dragoman.assessment.disputes.deeds import is_other_cause, means_of, telling
from dragoman.assessment.disputes.doing import LONGEST
from dragoman.assessment.disputes.parties import STORED
from dragoman.assessment.disputes.passing import denials_in_passing
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import asked, plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Evidence

# Denials of one deed in several reports are one dispute when they are no further apart.
ANSWER_DAYS = 3
# Another cause is told of the deed up to so many days from the first denial.
STORY_DAYS = 14
# A dispute shows so many who said it, accusers first, and of one report no more than a few.
SHOWN, EACH = 40, 2
_DONE = re.compile(r" (?:of|for) (?=\w+ing\b)")
_TO_BLAME = re.compile(r" of (?:\w+ )?responsibility for ")


class Case(msgspec.Struct):
    """What some say that one side did, and that side's denials: one or more reports."""

    sides: frozenset[str]
    means: frozenset[str]
    charges: list[Statement]
    denials: list[Statement]


def accusation_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that a side is said to have done.

    Rule "accusation rejected": somebody accuses a side, or a report tells of its deed, and the
    side rejects the accusation or denies any part in the deed, in the same report or in one of the
    same story. Reports of one deed are taken together.
    """
    by_report = grouped(said)
    against = charging(index, said, by_report)
    cases: list[Case] = []
    for denial in found_in(index, "denials of a deed", said, clearing):
        key = (denial.report, denial.evidence.start, denial.evidence.end)
        make = partial(charges_against, index, denial, against)
        if charges := index.kept("charges against a side", key, denial, make):
            _add(index, cases, denial, charges)
    told = [denial.evidence for case in cases for denial in case.denials]
    for one in said:
        for charge, denial in denials_in_passing(index, one):
            if not any(_overlap(denial.evidence, evidence) for evidence in told):
                _add(index, cases, denial, [charge])
    for case in cases:
        found = _build(index, case, _causes(index, case, by_report))
        if found:
            yield found


def _overlap(a: Evidence, b: Evidence) -> bool:
    return a.report == b.report and a.span.overlaps(b.span)


def _add(index: Index, cases: list[Case], denial: Statement, charges: list[Statement]) -> None:
    sides = index.sides(denial.speaker)
    means = telling(denial) or frozenset(m for s in charges for m in means_of(s.text))
    for case in cases:
        near = any(days_between(denial, d) <= ANSWER_DAYS for d in case.denials)
        one = (near and case.means & means) or any(s in case.charges for s in charges)
        if one and case.sides & sides:
            case.denials.append(denial)
            case.charges.extend(s for s in charges if s not in case.charges)
            return
    cases.append(Case(sides, means, list(charges), [denial]))


def _causes(index: Index, case: Case, by_report: ByReport) -> list[Statement]:
    """Return who says in these reports, or in others of the story, that something else was it.

    "Its warplanes hit a depot where the rebels stored gas."
    """
    if "chemical" not in case.means:
        return []
    told = dict.fromkeys(s.report for s in (*case.denials, *case.charges))
    stories = dict.fromkeys(i for report in told for i in (report, *index.same_story(report)))
    found = [s for i in stories for s in by_report.get(i, ()) if is_other_cause(s)]
    return [s for s in found if days_between(s, case.denials[0]) <= STORY_DAYS][:SHOWN]


def _build(index: Index, case: Case, causes: Sequence[Statement]) -> Dispute | None:
    charges = _chosen(case)
    charge, denial = charges[0], case.denials[0]
    who = _charged(index, denial, charges)
    charged = [s.stance(index, f"{who} did it") for s in charges]
    denied = [s.stance(index, f"{who} denies it") for s in case.denials[:SHOWN]]
    others = [s.stance(index, f"{STORED} got out") for s in causes]
    return dispute(
        index,
        "compliance" if find("broken", charge.words) else "responsibility",
        "accusation rejected",
        question(charge, who),
        [*charged, *denied, *others],
        why=f"{tellers(index, charged)} said that {who} did it; "
        f"{tellers(index, denied) if denial.speaker else who}, whose side is meant, denied it"
        + (f"; {tellers(index, others)} named another cause." if others else "."),
    )


def _charged(index: Index, denial: Statement, charges: Sequence[Statement]) -> str:
    """Return who is said to have done it: a person who is charged by name, else the side."""
    actor = index.actors.get(denial.speaker or "")
    person = actor is not None and actor.named and actor.type == "person"
    if actor and person and any(name in s.words for s in charges for name in actor.names):
        return actor.name
    # Nameless rebels are who is accused.
    return index.side_name(denial.speaker) or _split(plain(charges[0].words))[0]


def _chosen(case: Case) -> list[Statement]:
    """Return the charges that a reader needs: accusations and those denied in one report first.

    Of each report the first, then of some a second.
    """
    denied = {denial.report for denial in case.denials}
    ordered = sorted(
        case.charges,
        key=lambda s: (s.claim is None or s.claim.act != "accuse", s.report not in denied),
    )
    rounds: dict[int, list[Statement]] = {}
    reports: Counter[str] = Counter()
    for charge in ordered:
        rounds.setdefault(reports[charge.report], []).append(charge)
        reports[charge.report] += 1
    return [charge for k in range(EACH) for charge in rounds.get(k, ())][:SHOWN]


def question(charge: Statement, who: str) -> str:
    """Return the question whether ``who`` did what a statement says, or is accused of."""
    words = plain(re.split(r",? (?:saying|adding|while)\b| [-–—] ", charge.words)[0])
    if charge.claim and charge.claim.act == "accuse":
        laid = LAID_ON.search(words)
        accused, deed = (words[laid.end() :], laid["deed"]) if laid else _split(words)
        if deed and len(accused.split()) <= LONGEST:
            own = deed.split()[0].endswith("ing")
            return asked(deed, accused) if own else f"Did {accused} do it: “{deed}”?"
        return f"Did {words} do it?" if len(words.split()) <= LONGEST else asked(words, who)
    return asked(words, who)


def _split(words: str) -> tuple[str, str]:
    """Return whom an accusation names and of what; names have their "of" too.

    >>> _split("the government of President Orr for the incident")
    ('the government of President Orr', 'the incident')
    >>> _split("the army of shelling homes for years")
    ('the army', 'shelling homes for years')
    """
    words = _TO_BLAME.sub(" for ", words)
    found = _DONE.search(words) or re.search(r" for ", words) or re.search(r" of ", words)
    return (words[: found.start()], words[found.end() :]) if found else (words, "")
