"""What another side holds to be so, that somebody may deny: neither doubted nor ascribed."""

from __future__ import annotations

from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import SAYS, leaves_open
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# Rows of words by which something is doubted, negated, asked or ascribed, and not said.
_NOT_SAID = ("hedged", "negated", "open_question", "imputed", "called_untrue")


def another_claims(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether one of another side than who denies says in a claim that something is so."""
    return one.claim is not None and one.claim.act in SAYS and another_says(index, denial, one)


def another_says(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether somebody of another side than who denies says something, as news."""
    return one.speaker is not None and another_holds(index, denial, one)


def another_holds(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether a report, or another side than who denies, holds something to be so now."""
    own = index.sides(denial.speaker)
    if index.same_side(one.speaker, denial.speaker) or leaves_open(index, one, own):
        return False
    return not (of_old(one) or any(find(row, one.words) for row in _NOT_SAID))
