"""Denials told in passing: "a charge rejected by Varnia", "despite denials by its army"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.assessment.disputes.charging import accuses
from dragoman.assessment.disputes.deeds import SAYS, did, names_side, who_is
from dragoman.assessment.disputes.poles import find, is_rebels
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Evidence, Span

# Who denies is named at most this many characters after "denied by".
NEAR = 60
_ENDS = re.compile(r"[,;.()]|\s(?:as|which|who|that|and|but|while|with|on|in|after|saying)\b")


def denials_in_passing(index: Index, said: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield what somebody says of a side, and the denial by that side that its sentence tells.

    "They accused Varnia of backing the raids, a charge rejected by Varnia as absurd."
    """
    if said.claim is None or said.claim.act not in SAYS:
        return
    told = said.text[max(0, said.evidence.start - said.start) :]
    start = said.start + len(said.text) - len(told)
    if found := find("denied_by", told):
        names = _ENDS.split(told[found.end() : found.end() + NEAR])[0]
        stop = found.end() + len(names)
    elif found := find("who_denied", told):
        names, stop = found["who"], found.end()
    else:
        return
    who = who_is(index, said, names)
    own = index.sides(who)
    if not own & index.sides(said.speaker) and _is_charged(index, said, names, own):
        span = Span(start + found.start(), start + stop).trim(index.reports[said.report].text)
        evidence = index.reports[said.report].evidence(span)
        denial = msgspec.structs.replace(
            said, words=evidence.quote, evidence=evidence, speaker=who, claim=None, account=None
        )
        yield _up_to(index, said, evidence), denial


def _is_charged(index: Index, said: Statement, names: str, own: frozenset[str]) -> bool:
    """Return whether somebody charges the side that denies it: by name, or nameless rebels."""
    if own:
        return names_side(index, said, said.words, own) and (accuses(said) or did(index, said, own))
    return accuses(said) and is_rebels(names) and is_rebels(_ENDS.split(said.words)[0])


def _up_to(index: Index, said: Statement, denial: Evidence) -> Statement:
    """Return a statement without the denial that its words run on into."""
    if said.evidence.end <= denial.start:
        return said
    report = index.reports[said.report]
    span = Span(said.evidence.start, denial.start).trim(report.text)
    evidence = report.evidence(span)
    return msgspec.structs.replace(said, words=evidence.quote, evidence=evidence)
