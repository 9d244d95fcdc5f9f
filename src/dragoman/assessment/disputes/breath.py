"""What one sentence says of two voices: "X says so, which Y denies", "X said so, but Y did not"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from dragoman.assessment.disputes.clearing import calls_untrue, denies, may_be_account
from dragoman.assessment.disputes.deeds import SAYS
from dragoman.assessment.disputes.others import is_unsaid
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Span
from dragoman.resolution.wording import content_words

# What sets the second voice against the first: between them, or as the sentence begins.
AGAINST = re.compile(r"\b(?:while|whereas|but|although|though|yet)\b", re.IGNORECASE)
_BEGINS = re.compile(r"^\W*(?:while|whereas|although|though)\b", re.IGNORECASE)
_STOPS = re.compile(r"[;:.]")


def said_before_it(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return what another says in the sentence and a denial takes up: "an accusation it denied".

    Of several the innermost.
    """
    cue = denial.claim.cue if denial.claim else None
    if cue is None:
        return []
    near = [s for s in _others(index, denial, told) if s.evidence.start < cue.start]
    last = max(near, key=lambda s: s.evidence.start, default=None)
    if last is None:
        return []
    words = index.reports[denial.report].text[last.evidence.start : cue.start]
    who = find("whose_denial", words)
    return [_until(index, last, last.evidence.start + (who.start() if who else len(words)))]


def set_against(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return what another says in the sentence that a denial is set against by "but", "while"."""
    text, found = index.reports[denial.report].text, []
    for one in _others(index, denial, told):
        first, second = sorted((one, denial), key=lambda s: s.evidence.start)
        cue = second.claim.cue if second.claim else None
        if cue is None or cue.start < first.evidence.start:
            continue
        end = _goes_over(text[first.evidence.start : cue.start])
        if end is None and not _BEGINS.match(first.text):
            continue
        cut = _until(index, one, first.evidence.start + end) if end and one is first else one
        if find("that_account", denial.words) and not may_be_account(cut):
            continue
        if negates(denial, cut) and not negates(cut, denial):
            found.append(cut)
    return found


def called_untrue(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return what another says in the sentence of a verdict: "of her report, that it was absurd".

    Of several the innermost.
    """
    cue = denial.claim.cue if denial.claim else None
    if cue is None or not calls_untrue(denial) or not find("what_was_said", denial.words):
        return []
    near = [s for s in _others(index, denial, told) if s.evidence.end <= cue.start]
    last = max(near, key=lambda s: s.evidence.start, default=None)
    return [] if last is None or negates(last, denial) else [last]


def _goes_over(words: str) -> int | None:
    """Return where the first of two voices ends, with the second one set against it."""
    last = max(AGAINST.finditer(words), key=lambda m: m.start(), default=None)
    return last.start() if last and not _STOPS.search(words, last.end()) else None


def negates(denial: Statement, other: Statement) -> bool:
    """Return whether somebody denies a deed, says that it was not done, or that one is alive."""
    if find("alive", denial.words):
        shared = content_words(denial.words) & content_words(other.words)
        return bool(find("dead", other.words) and shared - _fates())
    return denies(denial)


@cache
def _fates() -> frozenset[str]:
    """Return the stems of the words for being dead or alive, and for people at large."""
    return content_words(" ".join((*poles().fates, *poles().no_target)))


def _others(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return what others say in the sentence of a denial."""
    return [
        s
        for s in told
        if (s.report, s.start) == (denial.report, denial.start)
        and s.speaker is not None
        and s.claim is not None
        and s.claim.act in SAYS
        and not is_unsaid(s)
        and (not index.same_side(s.speaker, denial.speaker) or _tells_of(s, denial))
    ]


def _tells_of(said: Statement, denial: Statement) -> bool:
    """Return whether another's words name who denies: "arrested by officers who deny it"."""
    who = denial.claim.speaker.name if denial.claim else ""
    return said.speaker != denial.speaker and bool(who) and who in said.words


def _until(index: Index, one: Statement, end: int) -> Statement:
    """Return a statement up to where its sentence goes on to the other voice."""
    report = index.reports[one.report]
    span = Span(one.evidence.start, min(one.evidence.end, end)).trim(report.text)
    evidence = report.evidence(span)
    return msgspec.structs.replace(one, words=evidence.quote, evidence=evidence)
