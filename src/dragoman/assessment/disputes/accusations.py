"""Deeds that one side is said to have done and denies: accusations, and denials of any part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import (
    Deed,
    doers,
    is_own_part,
    is_told,
    means_of,
    of_old,
    same_means,
    telling,
)
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import asked, plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Span

# Denials of one deed in several reports are one dispute when they are no further apart.
ANSWER_DAYS = 3
# An accusation in another report answers when it is no further from the denial.
NEWS_DAYS = 3
# "Any involvement" answers what was told at most this many characters before it.
NEAR = 1200
# A dispute shows so many who said it, accusers first, and of one report no more than a few.
SHOWN, EACH = 12, 2
# Whom an accusation names, in words: "the army of X and its allies".
ACCUSED = 8


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


class Case(msgspec.Struct):
    """What some say that one side did, and that side's denials: one or more reports."""

    sides: frozenset[str]
    means: frozenset[str]
    charges: list[Statement]
    denials: list[Statement]


def accusation_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that a side is said to have done.

    Rule "accusation rejected": somebody accuses a side, which rejects the accusation or denies
    any part in the deed, in the same report. Reports of one deed are taken together.
    """
    by_report: dict[str, list[Statement]] = {}
    for one in said:
        by_report.setdefault(one.report, []).append(one)
    accusing = [s for s in said if s.claim and s.claim.act == "accuse"]
    cases: list[Case] = []
    for denial in said:
        if not is_own_part(denial):
            continue
        charges = _charges(index, denial, by_report[denial.report])
        told = [s for s in _stories(index, denial.report, by_report) if s not in accusing]
        charges += [s for s in _elsewhere(index, denial, [*accusing, *told]) if s not in charges]
        if charges := charges or _in_words(index, denial, by_report[denial.report]):
            _add(index, cases, denial, charges)
    for case in cases:
        found = _build(index, case)
        if found:
            yield found


def _charges(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return who else says in the report that the denying side did it: accusations first."""
    own = index.sides(denial.speaker)
    able = [
        (s, deed)
        for s in told
        if s is not denial
        and is_told(index, denial, s)
        and (deed := doers(index, s, own))
        and same_means(denial, s)
    ]
    accused = [s for s, deed in able if deed == Deed.ACCUSED]
    before = [s for s in accused if s.evidence.start < denial.evidence.start]
    if accused:
        return before[-1:] or accused[:1]
    at = denial.evidence.start
    near = [s for s, _ in able if telling(denial) or 0 < at - s.evidence.start <= NEAR]
    return near[-1:]


def _in_words(index: Index, denial: Statement, said: Sequence[Statement]) -> list[Statement]:
    """Return the sentence just before that blames the denying side, of which no account was read.

    It is the report's own, whoever is said there to blame; the own side's words are passed over.
    """
    own_words = [s.evidence.span for s in said if index.same_side(s.speaker, denial.speaker)]
    if denial.speaker is None or denial.claim is None:
        return []
    report, side = index.reports[denial.report], index.sides(denial.speaker)
    cue = denial.claim.cue
    end = min(cue.start, denial.evidence.start) if cue else denial.evidence.start
    start = max(report.body[0].start if report.body else 0, end - NEAR)
    for match in reversed(list(_SENTENCE.finditer(report.text, start, end))):
        span = Span(*match.span()).trim(report.text)
        words = span.of(report.text)
        # The first stretch may be the end of a longer sentence.
        cut = match.start() == start and start > 0 and not words[:1].isupper()
        if cut or any(span.overlaps(own) for own in own_words):
            continue
        one = msgspec.structs.replace(
            denial, words=words, text=words, start=span.start, evidence=report.evidence(span),
            actors=index.named_in(report.id), speaker=None, claim=None, account=None, spots=(),
            as_of=report.published,
        )  # fmt: skip
        means = telling(denial) & telling(one) or not (telling(denial) and telling(one))
        if words and means and find("negated", words) is None and doers(index, one, side):
            return [one]
    return []


def _stories(
    index: Index, report: str, by_report: Mapping[str, Sequence[Statement]]
) -> list[Statement]:
    """Return what others say in the reports that tell one story with a report."""
    return [s for other in index.same_story(report) for s in by_report.get(other, ()) if s.claim]


def _elsewhere(index: Index, denial: Statement, said: Sequence[Statement]) -> list[Statement]:
    """Return what is said in other reports of those days that names side and means too."""
    own = index.sides(denial.speaker)
    return [
        s
        for s in said
        if _days(denial, s) <= NEWS_DAYS
        and telling(denial)
        and is_told(index, denial, s)
        and same_means(denial, s)
        and not of_old(s)
        and doers(index, s, own)
    ]


def _add(index: Index, cases: list[Case], denial: Statement, charges: list[Statement]) -> None:
    sides = index.sides(denial.speaker)
    means = telling(denial) or frozenset(m for s in charges for m in means_of(s.text))
    for case in cases:
        near = any(_days(denial, d) <= ANSWER_DAYS for d in case.denials)
        if near and case.sides & sides and case.means & means:
            case.denials.append(denial)
            case.charges.extend(s for s in charges if s not in case.charges)
            return
    cases.append(Case(sides, means, list(charges), [denial]))


def _days(a: Statement, b: Statement) -> int:
    return abs((a.day - b.day).days) if a.day and b.day else ANSWER_DAYS + 1


def _build(index: Index, case: Case) -> Dispute | None:
    charges = _chosen(case)
    charge, denial = charges[0], case.denials[0]
    who = index.side_name(denial.speaker)
    charged = [s.stance(index, f"{who} did it") for s in charges]
    denied = [s.stance(index, f"{who} denies it") for s in case.denials[:SHOWN]]
    return dispute(
        index,
        "compliance" if find("broken", charge.words) else "responsibility",
        "accusation rejected",
        _question(charge, who),
        [*charged, *denied],
        why=f"{tellers(index, charged)} said that {who} did it; {tellers(index, denied)}, "
        "whose side is meant, denied it.",
    )


def _chosen(case: Case) -> list[Statement]:
    """Return the charges that a reader needs: accusations and those denied in one report first."""
    denied = {denial.report for denial in case.denials}
    ordered = sorted(
        case.charges,
        key=lambda s: (s.claim is None or s.claim.act != "accuse", s.report not in denied),
    )
    reports: Counter[str] = Counter()
    kept: list[Statement] = []
    for charge in ordered:
        reports[charge.report] += 1
        if reports[charge.report] <= EACH and len(kept) < SHOWN:
            kept.append(charge)
    return kept


def _question(charge: Statement, who: str) -> str:
    words = plain(re.split(r",? (?:saying|adding|while)\b", charge.words)[0])
    if charge.claim and charge.claim.act == "accuse":
        accused, of, deed = words.partition(" of ")
        if not of:
            accused, of, deed = words.partition(" for ")
        if of and len(accused.split()) <= ACCUSED:
            own = deed.split()[0].endswith("ing")
            return asked(deed, accused) if own else f"Did {accused} do it: “{deed}”?"
        return f"Did {words} do it?" if len(words.split()) <= ACCUSED else asked(words, who)
    return asked(words, who)
