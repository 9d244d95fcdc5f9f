"""Sides that lay one deed on each other, told in one breath: "the two accused each other"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.deeds import DEEDS, accounts_in, means_of, who_is
from dragoman.assessment.disputes.parties import rivals, sides_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import joined
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Span


def mutual_accusations(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that two sides lay on each other.

    Rule "accused each other": one sentence tells that two sides blame each other for an attack.
    """
    seen: set[tuple[str, int]] = set()
    for one in said:
        sentence = (one.report, one.start)
        if sentence in seen or find("each_other", one.text) is None:
            continue
        seen.add(sentence)
        if found := _build(index, one):
            yield found


def _build(index: Index, said: Statement) -> Dispute | None:
    found = find("each_other", said.text)
    if found is None or not _of_a_deed(index, said, said.text[found.end() :]):
        return None
    names = (found["one"], found["other"])
    sides = [sides_of(index, said, name) for name in names]
    if not all(sides) or not rivals(*sides, answered=True):
        return None
    report = index.reports[said.report]
    end = said.text.find(". ", found.end()) + 1 or len(said.text)
    span = Span(said.start + found.start(), said.start + end).trim(report.text)
    evidence = report.evidence(span)
    speakers = [who_is(index, said, name) for name in names]
    return dispute(
        index,
        "responsibility",
        "accused each other",
        f"Who did it: {names[0]} or {names[1]}?",
        [
            from_words(index, evidence, f"{accused} did it", said.as_of, speaker)
            for accused, speaker in zip(reversed(names), speakers, strict=True)
        ],
        why=f"The report says that {joined(names)} blame each other.",
    )


def _of_a_deed(index: Index, said: Statement, after: str) -> bool:
    """Return whether what follows is a violent deed, and not a broken promise or failed talks."""
    if find("bygone", after) or find("several_deeds", after):
        return False
    told = any(a.type in DEEDS for a in accounts_in(index, said))
    meant = find("the_deed", after) or find("that_deed", after)
    return bool(means_of(after)) or told or meant is not None
