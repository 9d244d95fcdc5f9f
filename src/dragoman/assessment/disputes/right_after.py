"""What another side said right before somebody denies it, in other words: "sent no troops"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.answers import apart, on_two_days
from dragoman.assessment.disputes.deeds import SAYS, means_of, names_side, of_old
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.resolution.wording import content_words

# A denial stands at most this many characters after what it answers: in the next sentence.
NEXT = 200
# The share of a denial's words, names apart, that the statement before it must have; a charge
# against the side that denies need only have one of them, names told, or the means.
SHARE = 0.5
# Rows of words by which something is doubted, negated or asked, and not said.
_NOT_SAID = ("hedged", "negated", "open_question", "imputed", "called_untrue")


def said_right_before(
    index: Index, denial: Statement, told: Sequence[Statement]
) -> list[Statement]:
    """Return the last statement of another side before a denial, where both are of one thing.

    "Karvelia said that troops had crossed the border. Varnia denied sending troops."
    """
    if denial.claim is None or denial.claim.act != "deny" or find("withheld", denial.words):
        return []
    near = [
        one
        for one in told
        if one.start < denial.start
        and 0 <= denial.start - one.evidence.end <= NEXT
        and _holds(index, denial, one)
    ]
    last = max(near, key=lambda one: one.evidence.end, default=None)
    return [last] if last is not None and _of_one_thing(index, denial, last) else []


def _holds(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether another side says something, and neither doubts nor denies it."""
    if one.claim is None or one.claim.act not in SAYS or one.speaker is None:
        return False
    if index.same_side(one.speaker, denial.speaker):
        return False
    return not (of_old(one) or any(find(row, one.words) for row in _NOT_SAID))


def _of_one_thing(index: Index, denial: Statement, one: Statement) -> bool:
    if apart(index, denial, one) or on_two_days(index, denial, one):
        return False
    thin = content_words(" ".join(poles().thin))
    ours, theirs = content_words(denial.words) - thin, content_words(one.words) - thin
    accused = names_side(index, one, one.words, index.sides(denial.speaker))
    if accused and (ours & theirs or means_of(denial.words) & means_of(one.words)):
        return True
    names = content_words(
        " ".join(n for i in denial.actors for n in index.actors[i].names if n in denial.words)
    )
    own = ours - names
    return bool(own) and len(own & theirs) >= SHARE * len(own)
