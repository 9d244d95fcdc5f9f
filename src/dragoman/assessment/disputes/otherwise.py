"""What others say, told by who says otherwise: "it is not true that", "made up the story about"."""

from __future__ import annotations

import re

import msgspec

from dragoman.assessment.disputes.deeds import SAYS
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.statements import Statement

# Others would say it of him by his name.
_OURS = re.compile(r"\b(?:we|us|our|ours|I|me|my)\b")


# Why somebody made it up is no part of it.
_AIM = re.compile(r" in (?:an attempt|order|an effort) to | so as to |, ")


class Said(msgspec.Struct, frozen=True):
    """What others are told to say, where it stands in the report, and the noun for it.

    ``who`` are the words for them, "" where they are not named.
    """

    what: str
    start: int
    noun: str
    who: str = ""


def otherwise(said: Statement) -> Said | None:
    """Return what others say and a claim says is not so, None where it tells of nothing."""
    if said.claim is None:
        return _verdict(said)
    if said.claim.act not in SAYS:
        return None
    return _untrue_that(said) or _contrary_to(said) or _made_up(said)


def _untrue_that(said: Statement) -> Said | None:
    """Return "X" of "it is not true that X", "it is absurd to say that X"."""
    found = find("untrue_that", said.words)
    if found is None or find("elsewhere", found[0]) or _OURS.search(found["what"]):
        return None
    return Said(found["what"], said.evidence.start + found.start("what"), "claims")


def _contrary_to(said: Statement) -> Said | None:
    """Return "X" of "contrary to reports that X, police said", of the first claim after it."""
    found, cue = find("contrary_to", said.text), said.claim.cue if said.claim else None
    if found is None or cue is None:
        return None
    if not said.start + found.end() <= cue.start < said.evidence.start:
        return None
    return Said(found["what"], said.start + found.start("what"), found["noun"].lower())


def _made_up(said: Statement) -> Said | None:
    """Return "X" of "made up the story that X", "invented the charge that X"."""
    found = find("made_up", said.words)
    if found is None:
        return None
    what = _AIM.split(found["what"])[0]
    start = said.evidence.start + found.start("what")
    return Said(what, start, found["noun"].lower(), found["who"].strip())


def _verdict(said: Statement) -> Said | None:
    """Return "X" of "the report that X is groundless", in a report's own voice."""
    found = find("told_untrue", said.words)
    if found is None or find("elsewhere", found[0]):
        return None
    return Said(found["what"], said.start + found.start("what"), found["noun"].lower())
