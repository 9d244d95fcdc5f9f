"""Counts that leave out what they count: "three people in Tarsk and another five outside it"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.numbers_find import Number
from dragoman.extraction.numbers_lists import counted
from dragoman.language import Document
from dragoman.model import NumberMention

_ELSEWHERE = frozenset({
    "in", "on", "at", "near", "outside", "inside", "from", "around", "elsewhere", "nearby",
})  # fmt: skip


def told_before(
    document: Document, number: Number, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count of people that an elliptical number goes on with, None where it does not.

    It stands in the same sentence and is told with "another", so that both add up; "seven on
    Tuesday" is of another day and stays what it is.
    """
    tokens = document.tokens
    sentence = document.sentence_of(number.core)
    if number.last >= sentence.last or tokens[number.last].lower not in _ELSEWHERE:
        return None
    if tokens[number.first].lower != "another":
        return None
    for mention in reversed(mentions):
        between = tokens[mention.head : number.first]
        if mention.head < sentence.first or any(token.pos == "VERB" for token in between):
            return None  # "killed one person and wounded another three"
        count = mention.count
        if count.what in counted()["people_kinds"] and count.unit == "people":
            return mention
    return None


def as_before(mention: NumberMention, before: NumberMention) -> NumberMention:
    """Return a count with what the one before it counts."""
    count = msgspec.structs.replace(
        mention.count, what=before.count.what, of=before.count.of, unit=before.count.unit
    )
    return msgspec.structs.replace(mention, count=count)
