"""Denials in words that no list has, set against what they answer: "a fairy tale for slow days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.answers import apart, on_two_days
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.charging import accuses
from dragoman.assessment.disputes.clearing import denies
from dragoman.assessment.disputes.deeds import SAYS, accounts_in, doers, names_side
from dragoman.assessment.disputes.denials import about_denied
from dragoman.assessment.disputes.others import another_holds, one_speaker
from dragoman.assessment.disputes.own_words import tells_its_words
from dragoman.assessment.disputes.poles import find, thin_words
from dragoman.assessment.disputes.questions import question
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, Dispute
from dragoman.resolution.wording import content_words

# A denial stands at most so many characters after what it answers, or after the charge.
NEXT, CHARGED = 150, 600
# So few words tell nothing but that it is not so; so few of another are no story.
BARE, FEW = 2, 3
# What is put elsewhere, kept from somebody, foiled, guessed, not known, or not to be done, is not
# denied.
_NO_DENIAL = ("elsewhere", "withheld", "foiled", "not_known", "guessed", "not_to_be")


def answered_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes of one report between what one voice tells and another's answer denies.

    Rule "answered by a denial": the learned reader takes the words of a claim for a denial; it
    answers the last charge against its side, or else what another told of a deed right before it.
    """
    for report, told in grouped(said).items():
        if any(_denies(one) for one in told):
            make = partial(_of_report, index, told)
            yield from index.kept("answered by a denial", report, told, make)


def _denies(one: Statement) -> bool:
    """Return whether only the learned reader takes a claim for a denial, told by nobody else."""
    claim = one.claim
    return claim is not None and claim.denies and claim.within is None and one.speaker is not None


def _of_report(index: Index, told: Sequence[Statement]) -> list[Dispute]:
    return [
        found
        for denial in told
        if _denies(denial) and not any(find(row, denial.words) for row in _NO_DENIAL)
        if (found := _dispute(index, denial, told))
    ]


def _dispute(index: Index, denial: Statement, told: Sequence[Statement]) -> Dispute | None:
    own = index.sides(denial.speaker)
    meant = [
        one
        for one in told
        if _may_be_meant(index, denial, one) and not tells_its_words(index, denial, one, told)
    ]
    charges = [
        one
        for one in meant
        if _charges(index, one, own)
        and (
            _gap(denial, one) <= NEXT or _shared(index, denial, one) or find("deeds", denial.words)
        )
    ]
    beside = [
        one for one in meant if _gap(denial, one) <= NEXT and _of_one_thing(index, denial, one)
    ]
    if any(_goes_on(index, denial, one) for one in told):
        beside = []
    last = max(charges or beside, key=lambda one: one.evidence.end, default=None)
    if last is None:
        return None
    yes, no = last.stance(index, "it is so"), denial.stance(index, "it is not so")
    return dispute(
        index,
        "responsibility" if charges else about_denied(index, denial, [last]),
        "answered by a denial",
        question(index, last, index.name(denial.speaker) if charges else ""),
        [yes, no],
        why=f"{tellers(index, [yes])} said so; the same report has {tellers(index, [no])} deny it.",
    )


def _gap(denial: Statement, one: Statement) -> int:
    """Return how many characters stand between a statement and a denial after it."""
    return denial.evidence.start - one.evidence.end


def _may_be_meant(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether a denial may be of what another tells before it, as done."""
    if _denies(one) or denies(one) or not 0 <= _gap(denial, one) <= CHARGED:
        return False
    if one.claim is not None and (one.claim.act not in SAYS or one.speaker is None):
        return False
    if not another_holds(index, denial, one):
        return False
    return not (apart(index, denial, one) or on_two_days(index, denial, one))


def _goes_on(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether a side has denied something before in so many words, and goes on about it."""
    denied = one.claim is not None and one.claim.act in DENIALS
    if not denied or one.start > denial.start:
        return False
    return index.same_side(one.speaker, denial.speaker) or one_speaker(denial, one)


def _charges(index: Index, one: Statement, side: frozenset[str]) -> bool:
    """Return whether a statement gives a deed to the side of who denies, or accuses it."""
    if doers(index, one, side, here=True) is not None:
        return True
    return accuses(one) and names_side(index, one, one.words, side)


def _of_one_thing(index: Index, denial: Statement, one: Statement) -> bool:
    """Return whether a denial takes up words of another's claim, or tells nothing of its own."""
    if one.claim is None:
        return False
    told = content_words(one.words) - thin_words()
    bare = len(content_words(denial.words) - thin_words()) <= BARE and bool(accounts_in(index, one))
    return len(told) >= FEW and (bare or _shared(index, denial, one) > 0)


def _shared(index: Index, denial: Statement, one: Statement) -> int:
    """Return how many words that tell something, names apart, two statements share."""
    names = (n for i in (*denial.actors, *one.actors) for n in index.actors[i].names)
    named = content_words(" ".join(names)) | thin_words()
    return len((content_words(denial.words) & content_words(one.words)) - named)
