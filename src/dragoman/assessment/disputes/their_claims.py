"""What one side claims, told by the side that denies it: "denied Karvelia's claim that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.clearing import calls_untrue
from dragoman.assessment.disputes.deeds import who_is
from dragoman.assessment.disputes.parties import sides_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import asked, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import About, Dispute, Span

_UNTRUE = re.compile(r",? (?:is|are|was|were|as|to be|and) (?:\w+ ){0,2}?[\w-]+$|,| and ")
# What somebody proposes is no claim: "a suggestion that the talks be held in Garn".
_PROPOSED = re.compile(
    r"^(?:[\w'’-]+ ){1,6}?(?:should|(?<!could )(?<!may )(?<!might )(?<!would )(?<!must )be)\b"
)
# Words of a deed that may be meant, at the least.
FEW = 2


def their_claims(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what one side is told to claim where another denies it.

    Rule "claim of another denied": a side denies, or calls untrue, the claims of a side that it
    names, and says what they are.
    """
    for one in said:
        if one.claim is None or not (one.claim.act in ("deny", "reject") or calls_untrue(one)):
            continue
        if found := _build(index, one):
            yield found


def _build(index: Index, denial: Statement) -> Dispute | None:
    found = find("their_claim", denial.words)
    if found is None or find("withheld", denial.words):
        return None
    who = found["by"] or found["who"] or ""
    what = _UNTRUE.split(found["what"])[0]
    claimant, sides = who_is(index, denial, who), sides_of(index, denial, who)
    if (
        not sides
        or sides & index.sides(denial.speaker)
        or len(what.split()) < FEW
        or _PROPOSED.match(what)
    ):
        return None
    report = index.reports[denial.report]
    start = denial.evidence.start + found.start("what")
    if report.text[start : start + len(what)] != what:
        return None
    evidence = report.evidence(Span(start, start + len(what)).trim(report.text))
    claimed = from_words(index, evidence, "it is so", denial.as_of, claimant)
    denied = denial.stance(index, "it is not so")
    return dispute(
        index,
        _about(index, denial, what),
        "claim of another denied",
        asked(what),
        [claimed, denied],
        why=f"It is told as claimed by {who}; {tellers(index, [denied])} denied it.",
    )


def _about(index: Index, denial: Statement, what: str) -> About:
    if find("taken", what) or find("gone", what) or re.search(r"\bwinning\b", what):
        return "control"
    if find("broken", what):
        return "compliance"
    own = index.sides(denial.speaker)
    charged = any(index.sides(i) & own for i in denial.actors if index.name(i) in what)
    return "responsibility" if charged and find("deeds", what) else "occurrence"
