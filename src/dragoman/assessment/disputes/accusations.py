"""Deeds that one side is said to have done and denies: accusations, and denials of any part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from dragoman.assessment.by_report import ByReport, found_in, grouped
from dragoman.assessment.disputes.building import Stance, dispute, from_claim
from dragoman.assessment.disputes.charged import charges_against, days_between
from dragoman.assessment.disputes.charging import charging
from dragoman.assessment.disputes.clearing import clearing
from dragoman.assessment.disputes.deeds import (
    DEEDS,
    accounts_in,
    is_other_cause,
    leaves_open,
    means_of,
    names_side,
    telling,
)
from dragoman.assessment.disputes.its_day import on_one_of
from dragoman.assessment.disputes.parties import STORED
from dragoman.assessment.disputes.passing import denials_in_passing
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.questions import accused_in, question
from dragoman.assessment.disputes.readable import is_readable
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import About, Dispute, Evidence

# Denials of one deed in several reports are one dispute when they are no further apart.
ANSWER_DAYS = 3
# Another cause is told of the deed up to so many days from the first denial.
STORY_DAYS = 14
# A dispute shows so many who said it, accusers first, and of one report no more than a few.
SHOWN, EACH = 40, 2
_ARMY = re.compile(
    r"\b(?:army|armed forces|military|troops|soldiers|air force|navy|battalion|brigade)\b",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b(?:government|regime|president|authorities|state|junta)\b", re.IGNORECASE)
# Asked in its own words is a charge of so few that say no more than who did what.
FEW = 14
_MORE = re.compile(
    r"^(?:it|they|he|she)\b|\d|[.…]|\b(?:it|either|responsib\w*|conclusions?|thought|believed)\b",
    re.IGNORECASE,
)


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
        found = _build(index, case, by_report)
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
    events = {a.event for s in case.charges for a in accounts_in(index, s) if a.type in DEEDS}
    days = [day for event in sorted(events) if (day := index.events[event].date)]
    found = [s for s in found if on_one_of(index, s, days) or not days]
    return [s for s in found if days_between(s, case.denials[0]) <= STORY_DAYS][:SHOWN]


def _build(index: Index, case: Case, by_report: ByReport) -> Dispute | None:
    own = frozenset(side for d in case.denials for side in index.sides(d.speaker))
    charges = sorted(_chosen(case), key=lambda s: leaves_open(index, s, own))
    charge, denial = charges[0], case.denials[0]
    if leaves_open(index, charge, own):
        return None
    about: About = "compliance" if find("broken", charge.words) else "responsibility"
    who = _charged(index, denial, charges)
    doers = [f"{who} or another" if leaves_open(index, s, own) else who for s in charges]
    charged = [
        _charged_by(index, s, by_report.get(s.report, ()), case.sides, f"{doer} did it")
        for s, doer in zip(charges, doers, strict=True)
    ]
    denied = [s.stance(index, f"{who} denies it") for s in case.denials[:SHOWN]]
    others = [s.stance(index, f"{STORED} got out") for s in _causes(index, case, by_report)]
    return dispute(
        index,
        about,
        "accusation rejected",
        _question(index, charges, case.denials, who, about),
        [*charged, *denied, *others],
        why=f"{tellers(index, charged)} said that {who} did it; "
        f"{tellers(index, denied) if denial.speaker else who}, whose side is meant, denied it"
        + (f"; {tellers(index, others)} named another cause." if others else "."),
    )


def _charged_by(
    index: Index, said: Statement, told: Sequence[Statement], sides: frozenset[str], stance: str
) -> Stance:
    """Return what is laid on a side as the position of who lays it there.

    "The strike that Varnia has blamed on the army", "the opposition told of a raid, blaming the
    army": whose sentence it is only passes the charge on. ``told`` is all that its report tells.
    """
    span = said.evidence.span
    by = [
        other.claim
        for other in told
        if other.claim
        and other.claim.act == "accuse"
        and other.claim.cue is not None
        and span.contains(other.claim.cue.span)
        and other.speaker not in (None, said.speaker)
        and not sides & index.sides(other.speaker)
        and names_side(index, other, other.words, sides)
    ]
    passed_on = said.claim is None or said.claim.act != "accuse"
    if passed_on and len({claim.speaker.actor for claim in by}) == 1:
        return from_claim(index, by[0], stance, said.evidence)
    return said.stance(index, stance)


def _charged(index: Index, denial: Statement, charges: Sequence[Statement]) -> str:
    """Return who is said to have done it: a person who is charged by name, else the side."""
    actor = index.actors.get(denial.speaker or "")
    person = actor is not None and actor.named and actor.type == "person"
    if actor and person and any(name in s.words for s in charges for name in actor.names):
        return actor.name
    if actor and actor.sector == "MIL" and all(_names_army(s.words) for s in charges):
        return actor.name
    # Nameless rebels are who is accused.
    return index.side_name(denial.speaker) or accused_in(charges[0])


def _names_army(words: str) -> bool:
    """Return whether words name an army, and not the government whose it is."""
    return _ARMY.search(words) is not None and _STATE.search(words) is None


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


def _question(
    index: Index,
    charges: Sequence[Statement],
    denials: Sequence[Statement],
    who: str,
    about: About,
) -> str:
    """Return what is asked: the first charge, where it says in few words who did what.

    Else whether the side did the deed of which the charges are; of charges that are cut off or
    name nobody, and of the denials, the first that can be read.
    """
    charge = charges[0]
    accuses = charge.claim is not None and charge.claim.act == "accuse"
    few = len(charge.words.split()) <= FEW and not _MORE.search(plain(charge.words))
    deed = the_deed(index, (), charges, "")
    # What a side does by habit is no one deed.
    asks = accuses or few or about == "compliance" or find("always", charge.words) is not None
    if asks or not deed.startswith("the "):
        able = (question(index, one, who) for one in (*charges, *denials))
        found = next(filter(is_readable, able), "")
        if found or not deed.startswith("the "):
            return found
    return f"Did {who} do it: {deed}?"
