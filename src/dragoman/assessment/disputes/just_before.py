"""What stands right before a denial, where no account says that the denying side did it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.assessment.disputes.clearing import takes_up_what_was_said
from dragoman.assessment.disputes.deeds import (
    DEEDS,
    accounts_in,
    doers,
    is_told,
    telling,
)
from dragoman.assessment.disputes.poles import find, is_rebels
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Span

# "Any involvement" answers what was told at most this many characters before it.
NEAR = 1200
# Of what a report tells in its own voice, a denial answers only what stands just before it.
JUST_BEFORE = 300
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def beside_it(denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return the statements that a denial may take up, in one report.

    One told within what somebody says takes up no more than his words: "he said that the officers
    who held them later denied it".
    """
    span = denial.evidence.span
    held = [s for s in told if s != denial and s.claim and s.evidence.span.contains(span)]
    start = max((s.evidence.start for s in held), default=0)
    return [s for s in told if s.evidence.start >= start]


def within_reach(denial: Statement, told: Sequence[Statement]) -> Sequence[Statement]:
    """Return the statements of its report that a denial may answer: all, if it names its deed."""
    return beside_it(denial, told) if takes_up_what_was_said(denial) else told


def in_words(index: Index, denial: Statement, said: Sequence[Statement]) -> list[Statement]:
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


def of_nameless(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return the charge of nameless rebels beside a group that is no state's denies."""
    group = index.actors.get(denial.speaker or "")
    own = index.sides(denial.speaker)
    known = group is not None and (group.named or is_rebels(group.name))
    if not known or any(side.startswith("country:") for side in own):
        return []
    start, end = denial.evidence.start, denial.evidence.end
    gaps = [(s, max(start - s.evidence.end, s.evidence.start - end)) for s in told if s.claim]
    near = [s for s, gap in gaps if 0 < gap < JUST_BEFORE]
    return [
        s
        for s in near
        if is_told(index, denial, s)
        and not is_rebels(index.name(s.speaker))
        and _charges_rebels(index, s)
    ][-1:]


def _charges_rebels(index: Index, said: Statement) -> bool:
    """Return whether a statement tells of a violent deed that nameless rebels alone did.

    Who only blames "terrorists" leaves open whom he means.
    """
    if said.claim is None or said.claim.act == "accuse":
        return False
    done = [i for a in accounts_in(index, said) if a.type in DEEDS for i in a.actors]
    return bool(done) and all(is_rebels(index.name(i)) for i in done)
