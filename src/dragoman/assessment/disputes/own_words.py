"""What somebody tells of what the denying side itself says: that charges it with nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.others import one_speaker
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# By these somebody is told to say something; what he is told to ask for or to plan is a deed.
_SAYS = frozenset({"assert", "confirm", "condemn", "reject", "deny"})
# Before the name of who speaks stand at most so many characters: "2. ".
FIRST = 12


def tells_its_words(
    index: Index, denial: Statement, said: Statement, told: Sequence[Statement]
) -> bool:
    """Return whether a statement tells what the side that denies says itself.

    "The agency reported that Varnia criticised the envoy over his allegations", "the minister
    himself has stated that peace depends on the NFA": he does not deny that he said so. Who
    accuses somebody of saying it charges him. ``told`` is what is said in the statement's report.
    """
    if denial.speaker is None or said.claim is None or said.claim.act == "accuse":
        return False
    span = said.evidence.span
    return any(
        one.claim is not None
        and one.claim.cue is not None
        and one.claim.act in _SAYS
        and one.evidence != denial.evidence
        and span.contains(one.claim.cue.span)
        and not one.evidence.span.contains(span)
        and _speaks_first(said, one)
        and (index.same_side(one.speaker, denial.speaker) or one_speaker(denial, one))
        for one in told
        if one is not said
    )


def _speaks_first(said: Statement, one: Statement) -> bool:
    """Return whether what is said begins with who says so: no charge stands before it."""
    cue = one.claim.cue if one.claim else None
    name = one.claim.speaker.name if one.claim else ""
    if cue is None:
        return False
    before = said.words[: max(0, cue.start - said.evidence.start)]
    return bool(name) and 0 <= before.find(name) <= FIRST
