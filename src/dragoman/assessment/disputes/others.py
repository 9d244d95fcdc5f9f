"""What another side holds to be so, that somebody may deny: neither doubted nor ascribed."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import SAYS, leaves_open
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.resolution.names import fold

# Rows of words by which something is doubted, negated, asked or ascribed, and not said.
_NOT_SAID = ("hedged", "negated", "open_question", "imputed", "called_untrue")

_ARTICLE = re.compile(r"^(?:an?|the) |^(?:mr|mrs|ms|dr)\.? ")
_SPEAKS_FOR = re.compile(r"(?<=\w) (?:spokes\w+|sources?|officials?)$")
# Before and after a name in another that is of the same speaker.
_BEFORE = (
    r"(?:.* and (?:[\w.-]+ ){0,3})?(?:an? |the |mr |mrs |ms |dr )*"
    r"(?:(?:spokes\w+|sources?|officials?) (?:of|for|in|from|at) (?:the )?)?"
)
_AFTER = (
    r"(?:[’']s?)?(?: (?:spokes\w+|sources?|officials?|circles|command(?:er)?s?|chief|director\w*|"
    r"himself|herself|itself|themselves))*(?: (?:and|in|at) .*)?"
)


def one_speaker(one: Statement, other: Statement) -> bool:
    """Return whether two statements of a report have one speaker, named once within the other.

    "The police" and "police sources", "Mr Orr" and "the spokesmen and Mr Orr himself".
    """
    if one.report != other.report or one.claim is None or other.claim is None:
        return False
    short, long = sorted((fold(s.claim.speaker.name) for s in (one, other) if s.claim), key=len)
    short = _SPEAKS_FOR.sub("", _ARTICLE.sub("", short))
    if not short or find("anybody", short):
        return False
    found = re.search(rf"\b{re.escape(short)}\b", long)
    return found is not None and bool(
        re.fullmatch(_BEFORE, long[: found.start()]) and re.fullmatch(_AFTER, long[found.end() :])
    )


def another_claims(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether one of another side than who denies says in a claim that something is so."""
    return one.claim is not None and one.claim.act in SAYS and another_says(index, denial, one)


def another_says(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether somebody of another side than who denies says something, as news."""
    return one.speaker is not None and another_holds(index, denial, one)


def another_holds(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether a report, or another side than who denies, holds something to be so now."""
    own = index.sides(denial.speaker)
    if index.same_side(one.speaker, denial.speaker) or one_speaker(denial, one):
        return False
    return not leaves_open(index, one, own) and is_said(one)


def is_said(one: Statement) -> bool:
    """Return whether something is held to be so now: neither doubted, negated nor ascribed."""
    if is_unsaid(one):
        return False
    return not (of_old(one) or any(find(row, one.words) for row in _NOT_SAID))


def is_unsaid(one: Statement) -> bool:
    """Return whether somebody is told not to say something: "has never accused it"."""
    cue = one.claim.cue if one.claim else None
    return cue is not None and find("unsaid", cue.quote) is not None
