"""What another side said right before somebody denies it, in other words: "sent no troops"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.assessment.disputes.answers import apart, on_two_days
from dragoman.assessment.disputes.charged import of_what_is_negated
from dragoman.assessment.disputes.charging import accuses
from dragoman.assessment.disputes.clearing import denies, is_own_part, may_be_account
from dragoman.assessment.disputes.deeds import (
    DEEDS,
    DONE,
    accounts_in,
    means_of,
    names_side,
    others_did,
    same_means,
)
from dragoman.assessment.disputes.others import another_claims
from dragoman.assessment.disputes.poles import find, is_rebels, poles, thin_words
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS
from dragoman.resolution.wording import content_words

# A denial stands at most this many characters after what it answers: in the next sentence.
NEXT = 200
# The share of a denial's words, names apart, that the statement before it must have; a charge
# against the side that denies need only have the means, or this share, names told.
SHARE, CHARGED = 0.5, 0.25
# What a question tells ends so many characters before the answer, its label included.
QUESTION = 120
# Words of a statement that another may deny, at the least; of one that denies, at the most.
FEW, LONG = 3, 30
# "These" are named in so many characters.
AHEAD = 40
# "Our army never opened fire", "we had no part in it".
_OURS = re.compile(r"^\W*(?:we|our|I|it|its|they|their|he|his|she|her)\b", re.IGNORECASE)


def said_right_before(
    index: Index, denial: Statement, told: Sequence[Statement]
) -> list[Statement]:
    """Return the last statement of another side before a denial, where both are of one thing.

    "Karvelia said that troops had crossed the border. Varnia denied sending troops."
    """
    if not denies(denial) or _is_long(denial):
        return []
    last = _last(index, denial, told)
    return [last] if last is not None and _of_one_thing(index, denial, last) else []


def asked_right_before(
    index: Index, answer: Statement, told: Sequence[Statement]
) -> list[Statement]:
    """Return what others say, as the question tells it that somebody answers with a no.

    "[Reporter] Varnia says that your army trains rebels. [Orr] No, no."
    """
    if answer.claim is None or answer.claim.form != "direct" or not find("says_no", answer.words):
        return []
    text = index.reports[answer.report].text
    able = [
        one
        for one in told
        if one.claim is not None
        and one.claim.within
        and 0 < answer.evidence.start - one.evidence.end <= QUESTION
        and "\n" in text[one.evidence.end : answer.evidence.start]
        and another_claims(index, answer, one)
    ]
    return sorted(able, key=lambda one: one.evidence.end)[-1:]


def charged_right_before(
    index: Index, denial: Statement, told: Sequence[Statement]
) -> list[Statement]:
    """Return the charge right before somebody denies a part in a deed, or "the charges".

    He need not be known to be of the side that is charged: he answers for it.
    """
    if not (is_own_part(denial) or (denies(denial) and _OURS.match(denial.words))):
        return []
    last = _last(index, denial, [one for one in told if _charges(index, one)])
    if last is None or not of_what_is_negated(index, denial, last):
        return []
    return [last] if _may_be_meant(index, denial, last) else []


def _may_be_meant(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether a denial may be of what another said: no other place, day, means or side."""
    if apart(index, denial, one) or on_two_days(index, denial, one):
        return False
    if not same_means(denial, one):
        return False
    denier = index.actors.get(denial.speaker or "")
    if denier is None or not denier.named or denier.type == "person":
        # The state answers for no rebels, nor one of its bodies for another.
        official = denier is not None and is_official(denier.name)
        return not (official and (is_rebels(one.words) or is_official(index.name(one.speaker))))
    own = index.sides(denial.speaker)
    if names_side(index, one, one.words, own):
        return True
    named = [i for i in one.actors if i != one.speaker and index.name(i) in one.words]
    return not (named or states_in(one.words) or others_did(index, one, own))


def _is_long(denial: Statement) -> bool:
    """Return whether so much is said that little of it may be denied."""
    said = denial.claim is not None and denial.claim.act not in DENIALS
    return said and len(denial.words.split()) > LONG


def _charges(index: Index, one: Statement) -> bool:
    """Return whether somebody accuses, or tells of a violent deed with its doer."""
    done = [a for a in accounts_in(index, one) if a.type in DEEDS and a.status in DONE]
    return accuses(one) or any(a.actors for a in done)


def _last(index: Index, denial: Statement, told: Sequence[Statement]) -> Statement | None:
    """Return what another side said last, in the sentence before a denial."""
    near = [
        one
        for one in told
        if one.start < denial.start
        and 0 <= denial.start - one.evidence.end <= NEXT
        and another_claims(index, denial, one)
    ]
    return max(near, key=lambda one: one.evidence.end, default=None)


def _of_one_thing(index: Index, denial: Statement, one: Statement) -> bool:
    if len(one.words.split()) < FEW:
        return False
    if find("that_account", denial.words):
        return may_be_account(one)
    if not _may_be_meant(index, denial, one):
        return False
    if _takes_up(denial, one):
        return _charges(index, one) or find("reports", denial.words) is None
    ours, theirs = (content_words(s.words) - thin_words() for s in (denial, one))
    side = index.sides(denial.speaker)
    accused = names_side(index, one, one.words, side)
    ours -= _names(index, denial, [i for i in denial.actors if index.sides(i) & side])
    if accused and means_of(denial.words) & means_of(one.words):
        return True
    if accused and ours & theirs and len(ours & theirs) >= CHARGED * len(ours):
        return True
    own = ours - _names(index, denial, denial.actors)
    return bool(own) and len(own & theirs) >= SHARE * len(own)


def _takes_up(denial: Statement, one: Statement) -> bool:
    """Return whether a denial takes up what was told: "these weapons" only where any were."""
    if find("taken_up", denial.words):
        return True
    found = find("such", denial.words)
    if found is None or find("these_things", found[0]) is None:
        return found is not None
    told = content_words(one.words) | content_words(" ".join(poles().arms))
    return bool(content_words(denial.words[found.start() :][:AHEAD]) & told)


def _names(index: Index, denial: Statement, actors: Sequence[str]) -> frozenset[str]:
    """Return the stems of the names of some actors that a denial names."""
    named = (n for i in actors for n in index.actors[i].names if n in denial.words)
    return content_words(" ".join(named))
