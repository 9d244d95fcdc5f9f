"""Sides that lay one deed on each other, told in one breath: "the two accused each other"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.deeds import DEEDS, accounts_in, means_of, who_is
from dragoman.assessment.disputes.parties import rivals, sides_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import joined
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.assessment.statements import Statement
from dragoman.model import About, Dispute, Span


def mutual_accusations(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that two sides lay on each other.

    Rule "accused each other": one sentence tells that two sides blame each other for an attack.
    """
    seen: set[tuple[str, int]] = set()
    for one in said:
        sentence = (one.report, one.start)
        if sentence in seen:
            continue
        if found := _named(index, one) or _nameless(index, one):
            seen.add(sentence)
            yield found


def _named(index: Index, said: Statement) -> Dispute | None:
    found = find("each_other", said.text)
    if found is None:
        return None
    names = (found["one"], found["other"])
    sides = [sides_of(index, said, name) for name in names]
    if not all(sides) or not rivals(*sides, answered=True):
        return None
    speakers = [_speaker(index, said, name) for name in names]
    return _build(index, said, found, names, speakers)


def _speaker(index: Index, said: Statement, name: str) -> str | None:
    """Return who a side is that blames the other: of "Orr's regime" the regime, not Orr."""
    who = who_is(index, said, name)
    person = index.actors[who] if who else None
    if person is None or person.type != "person" or not is_official(name):
        return who
    able = (index.actors[i] for i in index.named_in(said.report))
    ruling = (a for a in able if a.type == "government" and a.sector != "MIL")
    return next((a.id for a in ruling if a.country == person.country), None)


def _nameless(index: Index, said: Statement) -> Dispute | None:
    """Return what is found where the two sides were named before: "each side blames the other"."""
    found = find("each_side", said.text)
    return (
        _build(index, said, found, ("one side", "the other side"), [None, None]) if found else None
    )


def _build(
    index: Index,
    said: Statement,
    found: re.Match[str],
    names: tuple[str, str],
    speakers: Sequence[str | None],
) -> Dispute | None:
    about = _about(index, said, said.text[found.end() :])
    if about is None:
        return None
    report = index.reports[said.report]
    end = said.text.find(". ", found.end()) + 1 or len(said.text)
    span = Span(said.start + found.start(), said.start + end).trim(report.text)
    evidence = report.evidence(span)
    return dispute(
        index,
        about,
        "accused each other",
        f"Who was behind {the_deed(index, (), [said])}: {names[0]} or {names[1]}?",
        [
            from_words(index, evidence, f"{accused} did it", said.as_of, speaker)
            for accused, speaker in zip(reversed(names), speakers, strict=True)
        ],
        why=f"The report says that {joined(names)} blame each other.",
    )


def _about(index: Index, said: Statement, after: str) -> About | None:
    """Return what is laid on each other: a broken truce, a violent deed; no failed talks."""
    if find("bygone", after) or find("several_deeds", after):
        return None
    if find("broken", after):
        return "compliance"
    told = any(a.type in DEEDS for a in accounts_in(index, said))
    meant = find("the_deed", after) or find("that_deed", after) or find("fight", after)
    return "responsibility" if means_of(after) or told or meant else None
