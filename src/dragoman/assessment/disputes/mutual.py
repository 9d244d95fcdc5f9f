"""Sides that lay one deed on each other, told in one breath: "the two accused each other"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.deeds import DEEDS, means_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import joined
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Dispute

_EACH_OTHER = re.compile(r"\b(?:each other|one another|each side|the other)\b", re.IGNORECASE)


def mutual_accusations(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that two sides lay on each other.

    Rule "accused each other": one sentence tells that two sides blame each other for an attack.
    """
    for account in index.record.accounts:
        sentence = account.evidence[0]
        if account.type != "ACCUSE" or not _EACH_OTHER.search(sentence.quote):
            continue
        sides = _sides(index, account)
        if len(sides) == 2 and _of_a_deed(index, account) and (found := _build(index, account)):
            yield found


def _sides(index: Index, account: Account) -> set[frozenset[str]]:
    """Return the sides that accuse, where none stands with another."""
    sides = {index.sides(i) for i in account.actors}
    shared = any(a & b for a in sides for b in sides if a != b)
    return set() if shared else sides


def _of_a_deed(index: Index, account: Account) -> bool:
    """Return whether the deed is violent, and not a broken promise or failed talks."""
    sentence = account.evidence[0]
    words = sentence.quote[account.trigger.start - sentence.start :]
    if find("bygone", words):
        return False
    inside = [a for a in index.in_sentence(account) if a.type in DEEDS]
    return bool(means_of(words) or inside) or find("the_deed", words) is not None


def _build(index: Index, account: Account) -> Dispute | None:
    first, second, *_ = account.actors
    sentence, as_of = account.evidence[0], index.as_of(account)
    names = [index.name(i) for i in (first, second)]
    return dispute(
        index,
        "responsibility",
        "accused each other",
        f"Who did it: {names[0]} or {names[1]}?",
        [
            from_words(index, sentence, f"{accused} did it", as_of, speaker)
            for accused, speaker in zip(reversed(names), (first, second), strict=True)
        ],
        why=f"The report says that {joined(names)} blame each other.",
    )
