"""Denials of what the same report has another say: in one breath, or in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import of_old
from dragoman.assessment.disputes.denials import about_denied, denied_before
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.wording import asked, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.wording import content_words

_SAYS = frozenset({"assert", "accuse", "confirm", "condemn", "other"})
# Rows of words by which something is doubted, denied or ascribed to others, and not said.
_NO_CHARGE = ("hedged", "negated", "open_question", "imputed", "called_untrue")
# What a denial and a statement of one report share: of the words of either, and how many.
SHARE, WORDS = 0.5, 3
# A reader needs the first few who said it, not all.
SHOWN = 4


def denials_beside(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes of one report between what one voice says and another denies.

    Rule "denied beside it": the very words that one is said to charge are what another is said to
    deny ("denied charges by the rebels that its jets had bombed the town"), or most of the words
    of a denial are those that another voice of the same report has said.
    """
    by_report: dict[str, list[Statement]] = {}
    for one in said:
        if one.claim is not None:
            by_report.setdefault(one.report, []).append(one)
    for told in by_report.values():
        for denial in told:
            if found := _denied(index, denial, told):
                yield found


def _denied(index: Index, denial: Statement, told: Sequence[Statement]) -> Dispute | None:
    if denial.claim is None or denial.speaker is None or not _denies(denial):
        return None
    if find("elsewhere", denial.words) or denied_before(index, denial):
        return None
    answered = [one for one in told if _speaks_against(index, denial, one)]
    if not answered:
        return None
    yes = [one.stance(index, "it is so") for one in answered[:SHOWN]]
    no = denial.stance(index, "it is not so")
    return dispute(
        index,
        about_denied(index, denial, answered),
        "denied beside it",
        asked(denial.words, index.name(denial.speaker)),
        [*yes, no],
        why=f"{tellers(index, yes)} said so; the same report has {tellers(index, [no])} deny it.",
    )


def _denies(one: Statement) -> bool:
    """Return whether a claim denies what was said; an offer that is rejected was made."""
    act = one.claim.act if one.claim else ""
    return act == "deny" or (act == "reject" and find("accusations", one.words) is not None)


def _speaks_against(index: Index, denial: Statement, one: Statement) -> bool:
    if one.claim is None or one.claim.act not in _SAYS or one.speaker is None:
        return False
    if one.speaker == denial.speaker or index.same_side(one.speaker, denial.speaker):
        return False
    if of_old(one) or any(find(row, one.words) for row in _NO_CHARGE):
        return False
    if _meet(denial, one):
        return not (_tells_of(denial, one) or _tells_of(one, denial))
    return _in_the_words(denial, one)


def _meet(a: Statement, b: Statement) -> bool:
    """Return whether two claims are of the same stretch of text."""
    return a.evidence.span.overlaps(b.evidence.span)


def _tells_of(outer: Statement, inner: Statement) -> bool:
    """Return whether one claim is told within the other: "he said that the army denied it"."""
    cue = inner.claim.cue if inner.claim else None
    return cue is not None and outer.evidence.span.overlaps(cue.span)


def _in_the_words(denial: Statement, one: Statement) -> bool:
    thin = content_words(" ".join(poles().thin))
    ours, theirs = (content_words(s.words) - thin for s in (denial, one))
    shared = ours & theirs
    return len(shared) >= WORDS and len(shared) >= SHARE * min(len(ours), len(theirs))
