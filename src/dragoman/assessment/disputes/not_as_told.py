"""What was not so "as earlier reports had stated": they said that it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import SAYS, who_is
from dragoman.assessment.disputes.parties import sides_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.questions import asked_by_name
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Span

_NOT = re.compile(
    r"(?<=is |as |re |ad |ve |id |do |es |en |ll |ld )(?:not|never) "
    r"(?!far\b|only\b|long\b|just\b|until\b|yet\b|as\b|even\b|enough\b|much\b)(?=\w)"
)
# What stands before the clause that is negated.
_CLAUSE = re.compile(
    r"[;:.…] |, |\b(?:but|while|that|though|although|because|since|as(?! a result))\b",
    re.IGNORECASE,
)
# Who had said it before was wrong; "as the police said" alone may agree.
_BEFORE = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|had|claim\w*|alleg\w*|assert\w*|rumou?r\w*)\b"
    r"|\bas (?:(?:was|were|has been|had been) )?reported (?:in|by)",
    re.IGNORECASE,
)
# So few words are no clause.
_FEW = 3


def not_as_told(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what a statement says was not so, as others had told it.

    Rule "claim of another denied": "the victims were not tortured, as earlier reports had stated".
    """
    for one in said:
        able = (one.claim is None or one.claim.act in SAYS) and not of_old(one)
        if able and (found := _dispute(index, one)):
            yield found


def _dispute(index: Index, said: Statement) -> Dispute | None:
    text, start = index.reports[said.report].text, said.evidence.start
    if said.claim is None:
        start = said.start
    rest = text[start : said.start + len(said.text)]
    told = find("as_told", rest)
    if told is None or not _BEFORE.search(told[0]):
        return None
    clause = _CLAUSE.split(rest[: told.start()])[-1].strip()
    if (
        len(_NOT.findall(clause)) != 1
        or len(clause.split()) < _FEW
        or not said.covers(start + told.start() - len(clause) - said.start)
    ):
        return None
    who = (told["by"] or told["who"] or "").strip()
    sides = sides_of(index, said, who)
    claimant = who_is(index, said, who) if sides and not find("press", who) else None
    if sides & index.sides(said.speaker):
        return None
    first = told.start() + len(told[0]) - len(told[0].lstrip(" ,"))
    words = Span(start + first, start + told.end()).trim(text)
    stance = "it is so" if claimant else "others say so"
    evidence = index.reports[said.report].evidence(words)
    yes = from_words(index, evidence, stance, said.as_of, claimant)
    no = said.stance(index, "it is not so")
    return dispute(
        index,
        "occurrence",
        "claim of another denied",
        asked_by_name(_NOT.sub("", clause), ""),
        [yes, no],
        why=f"{tellers(index, [no])} said that it was not so as {who or 'reports'} had it.",
    )
