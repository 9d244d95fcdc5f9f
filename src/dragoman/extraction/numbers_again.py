"""Figures that stand alone and are told of the victims before: "B spoke of 12", "16 in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.language import Document, Token
from dragoman.model import NumberMention

_FIGURES = frozenset({"number", "figure", "count", "total", "tally"})
_VICTIMS = ("killed", "injured")
# What counts nobody and stands between: "killing 12 in the town 40 km away. B spoke of nine".
_MEASURES = ("measure", "money", "percent", "share")
# A total is said of those in the sentence or in one so many before it.
_BACK = 1
_OF_THEM = ("them", "whom", "which", "these", "those")
_PARTS = ("including", "among", "comprising", "with")
# Who takes patients in is said to have "admitted 12", too.
_TAKING_IN = frozenset({"hospital", "clinic", "ward", "centre", "center", "station"})


def told_again(
    document: Document, number: Number, mention: NumberMention, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count that a figure without a noun is told for, None where it has none.

    "38 were killed. B put the number at 60": the figure's noun says nowhere of whom it is told;
    "31 were killed. B spoke of 12": there is no noun at all.
    """
    if mention.count.what != "unspecified" or not _bare(document, number, mention):
        return None
    if _put_at(document, number):
        return _people_before(document, number, mentions)
    if _in_all(document, number):
        found = _victims_before(document, number, mentions)
        return found or _dead_before(document, number, mention, mentions)
    given = _is_number(document, number) or _apposed(document, number)
    if given or _told(document, number):
        return _victims_before(document, number, mentions)
    return None


def _bare(document: Document, number: Number, mention: NumberMention) -> bool:
    """Return whether a figure has no noun, nor a word that the parse may have taken it from."""
    following = document.tokens[number.last : number.last + 2]
    dated = any(t.ent == "DATE" for t in following[1:]) and following[0].pos == "ADP"
    if dated:
        return False  # "21 on Saturday" is the toll of another day
    following = following[:1]
    nouns = any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") or t.tag == "VBN" for t in following)
    return mention.head == number.tail and not nouns


def _put_at(document: Document, number: Number) -> bool:
    """Return whether a figure is what a number is put at: "revised the figure to 60"."""
    before = document.tokens[number.first - 1] if number.first else None
    if before is None or before.lower not in ("at", "to", "as"):
        return False
    verb = document.head(before)
    if verb.lemma.lower() not in counted()["counting"]:
        return False
    inside = document.children(verb)
    nouns = [t for t in inside if t.dep in ("dobj", "nsubj", "nsubjpass") and t.i < number.first]
    return any(_figure(document, noun) for noun in nouns)


def _figure(document: Document, noun: Token) -> bool:
    of = (c for c in document.children(noun) if c.lower == "of")
    things = [t for c in of for t in document.children(c) if t.pos != "PROPN"]
    return noun.lemma.lower() in _FIGURES and not things


def _apposed(document: Document, number: Number) -> bool:
    """Return whether a figure stands beside its noun: "a higher figure, 80, came", "a toll: 80"."""
    token = document.tokens[number.tail]
    noun = document.head(token)
    if token.dep == "appos" and noun.i < number.first and _figure(document, noun):
        return True
    before = document.tokens[max(0, number.first - 2) : number.first]
    return len(before) == 2 and before[1].text == ":" and _figure(document, before[0])


def _in_all(document: Document, number: Number) -> bool:
    """Return whether a figure is called a total: "sixteen in all", "a total of 16"."""
    following = document.tokens[number.last : number.last + 2]
    words = " ".join(token.lower for token in following)
    phrases: list[str] = counted()["in_all"]
    return any(words == phrase or words.split(" ")[0] == phrase for phrase in phrases)


def _is_number(document: Document, number: Number) -> bool:
    """Return whether a figure is said to be the number: "their number is 106"."""
    token = document.tokens[number.tail]
    verb = document.head(token)
    if verb.lemma != "be" or token.dep not in ("attr", "nsubj", "acomp"):
        return False
    sides = (c for c in document.children(verb) if c.dep in ("nsubj", "attr") and c.i != token.i)
    return any(_figure(document, side) for side in sides)


def _told(document: Document, number: Number) -> bool:
    """Return whether somebody tells, counts or owns up to a figure and nothing else."""
    token = document.tokens[number.tail]
    verb = document.head(token)
    words = [t.lemma.lower() for t in document.tokens[max(0, number.first - 3) : number.first]]
    if words == ["own", "up", "to"]:
        return True
    if token.dep == "pobj" and verb.lower in ("of", "to"):
        return f"{document.head(verb).lemma.lower()} {verb.lower}" in counted()["telling"]
    if token.dep not in ("dobj", "obj") or verb.lemma.lower() not in counted()["telling"]:
        return False
    inside = document.children(verb)
    before = document.tokens[document.sentence_of(token).first : number.first]
    if any(one.lower == "of" and two.lower in _OF_THEM for one, two in pairwise(before)):
        return False  # "rockets, of which it counted six", whatever the parse
    takes_in = any(c.dep == "nsubj" and c.lemma.lower() in _TAKING_IN for c in inside)
    return not (verb.lemma == "admit" and takes_in)


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
    if (mention.count.of or "").lower() in _OF_THEM:
        return True
    inside = document.tokens_in(mention.count.evidence.span)
    first, last = inside[0].i, inside[-1].i
    following = [token.lower for token in document.tokens[last + 1 : last + 3]]
    if following[:1] == ["of"] and following[1:] and following[1] in _OF_THEM:
        return True
    before = document.tokens[first - 1].lower if first else ""
    return before in _PARTS
