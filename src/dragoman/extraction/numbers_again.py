"""Figures that stand alone and are told of the victims before: "B spoke of 12", "16 in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_given import is_bare, is_put_at, is_told
from dragoman.extraction.numbers_lists import BEFALLEN, OF_THEM, by_word, counted, is_person
from dragoman.language import Document
from dragoman.model import NumberMention

_VICTIMS = (*BEFALLEN, "displaced", "evacuated")
# What counts nobody and stands between: "killing 12 in the town 40 km away. B spoke of nine".
_MEASURES = ("measure", "money", "percent", "share")
# A total is said of those in the sentence or in one so many before it.
_BACK = 2
_PARTS = ("including", "among", "comprising", "with")


def told_again(
    document: Document, number: Number, mention: NumberMention, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count that a figure without a noun is told for, None where it has none.

    "38 were killed. B put the number at 60": the figure's noun says nowhere of whom it is told;
    "31 were killed. B spoke of 12": there is no noun at all.
    """
    if mention.count.what != "unspecified":
        return None
    if _stands_for_dead(document, mention):
        return _victims_before(document, number, mentions)
    if not is_bare(document, number, mention.head):
        return None
    if is_put_at(document, number):
        return _people_before(document, number, mentions)
    if _in_all(document, number):
        found = _victims_before(document, number, mentions)
        return found or _dead_before(document, number, mention, mentions)
    if is_told(document, number):
        return _victims_before(document, number, mentions)
    return None


def _stands_for_dead(document: Document, mention: NumberMention) -> bool:
    """Return whether what is counted stands for the dead: "the list has 43 names"."""
    head = document.tokens[mention.head]
    return head.tag == "NNS" and head.lemma.lower() in counted()["for_the_dead"]


def _in_all(document: Document, number: Number) -> bool:
    """Return whether a figure is called a total: "sixteen in all", "a total of 16"."""
    following = document.tokens[number.last : number.last + 2]
    words = " ".join(token.lower for token in following)
    phrases: list[str] = counted()["in_all"]
    return any(words == phrase or words.split(" ")[0] == phrase for phrase in phrases)


def _near(
    document: Document, number: Number, mentions: Sequence[NumberMention]
) -> Iterator[NumberMention]:
    """Yield the counts before a figure in its sentence and the one before, the last first."""
    tokens = document.tokens
    earliest = document.sentence_of(tokens[number.core]).i - _BACK
    for told in reversed(mentions):
        if document.sentence_of(tokens[told.head]).i < earliest:
            return
        yield told


def _people_before(
    document: Document, number: Number, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    for told in _near(document, number, mentions):
        if told.count.what in counted()["people_kinds"] and told.count.part_of is None:
            return told
    return None


def _victims_before(
    document: Document, number: Number, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the last count before a figure when it is of the killed or the injured.

    Of a sentence that tells of both the killed are meant.
    """
    found: NumberMention | None = None
    for told in _near(document, number, mentions):
        if found is not None and _sentence(document, told) != _sentence(document, found):
            return found
        if told.count.what in _MEASURES or _part(document, told):
            continue
        if told.count.what not in _VICTIMS:
            return found
        if found is None or (found.count.what, told.count.what) == ("injured", "killed"):
            found = told
    return found


def _dead_before(
    document: Document, number: Number, mention: NumberMention, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count as one of the dead, who were told of without a number right before it.

    "He read the names of those who perished, sixteen in all"; not where things were counted last.
    """
    last = next(_near(document, number, mentions), None)
    if last is not None and not is_person(document.tokens[last.head]):
        return None
    sentence = document.sentence_of(number.core)
    listed = [t for t in document.tokens[sentence.first : number.first] if t.tag == "NNS"]
    if listed and not (is_person(listed[-1]) or listed[-1].lemma.lower() == "name"):
        return None  # "they took tanks, 16 in all"
    first = document.sentences[max(0, sentence.i - _BACK)].first
    before = document.tokens[first : number.first]
    states, died = by_word("states"), by_word("subject")
    if not any("killed" in (states.get(t.lower), died.get(t.lemma.lower())) for t in before):
        return None
    count = msgspec.structs.replace(mention.count, what="killed", unit="people")
    return msgspec.structs.replace(mention, count=count)


def _sentence(document: Document, mention: NumberMention) -> int:
    return document.sentence_of(document.tokens[mention.head]).i


def _part(document: Document, mention: NumberMention) -> bool:
    """Return whether a count only breaks another down: "three of them children"."""
    if (mention.count.of or "").lower() in OF_THEM:
        return True
    inside = document.tokens_in(mention.count.evidence.span)
    first, last = inside[0].i, inside[-1].i
    following = [token.lower for token in document.tokens[last + 1 : last + 3]]
    if following[:1] == ["of"] and following[1:] and following[1] in OF_THEM:
        return True
    before = document.tokens[first - 1].lower if first else ""
    return before in _PARTS
