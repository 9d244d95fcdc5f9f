"""Counts that leave out what they count: "three people in Tarsk and another five outside it"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.extraction.numbers_parts import OPEN
from dragoman.language import Document, Token
from dragoman.model import NumberMention

_ELSEWHERE = frozenset({
    "in", "on", "at", "near", "outside", "inside", "from", "around", "elsewhere", "nearby",
})  # fmt: skip


# What joins a figure without a noun to the one before it, and says by whose count it is.
_JOINING = ("and", ",", "then", "later", "but")
_BY_WHOM = ("according", "by")
_ADDING = (("in", "addition", "to"), ("as", "well", "as"), ("along", "with"), ("together", "with"))


def added(
    document: Document, number: Number, mention: NumberMention, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return a count of people with what befell those before it, None where nothing adds it up.

    "Three were killed as well as dozens of passengers", "injuring three in addition to five".
    """
    tokens = document.tokens
    words = tuple(token.lower for token in tokens[max(0, number.first - 3) : number.first])
    if mention.count.what not in OPEN or not is_person(tokens[mention.head]):
        return None
    if not any(words[-len(phrase) :] == phrase for phrase in _ADDING):
        return None
    before = _before(document, number, mentions)
    if before is None:
        return None
    count = msgspec.structs.replace(mention.count, what=before.count.what, unit=before.count.unit)
    return msgspec.structs.replace(mention, count=count)


def told_before(
    document: Document, number: Number, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count of people that an elliptical number goes on with, None where it does not.

    It stands in the same sentence and is told with "another", so that both add up, or as somebody
    else's ("eight according to the morgue and 13 according to the rebels"); "seven on Tuesday" is
    of another day and stays what it is.
    """
    tokens, sentence = document.tokens, document.sentence_of(number.core)
    if number.last >= sentence.last or not number.first:
        return None
    following = tokens[number.last].lower
    if tokens[number.first].lower == "another" and following in _ELSEWHERE:
        return _before(document, number, mentions)
    dated = any(t.ent in ("DATE", "TIME") for t in tokens[number.last + 1 : number.last + 3])
    if tokens[number.first - 1].lower not in _JOINING or following not in _BY_WHOM or dated:
        return None
    bare = document.head(tokens[number.tail]).i < number.first
    return _before(document, number, mentions) if bare else None


def repeated(
    document: Document, number: Number, mention: NumberMention, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count that a second one of the same noun goes on with, None where it does not.

    "Killing two men from the group and three men from the committees": the parse loses the verb.
    """
    tokens, head = document.tokens, document.tokens[mention.head]
    follows = mention.head + 1 < len(tokens) and tokens[mention.head + 1].pos == "ADP"
    if mention.count.what != "unspecified" or not follows or not number.first:
        return None
    before = (
        _before(document, number, mentions) if tokens[number.first - 1].lower == "and" else None
    )
    alike = before is not None and tokens[before.head].lemma == head.lemma
    return before if alike and head.pos == "NOUN" else None


def fighters_before(
    document: Document, number: Number, mention: NumberMention, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count of fighters that a bare one goes on with: "killed 25 soldiers, wounded 30".

    Their enemy did all of it to them. "Killed three children and wounded 20" leaves the 20 open.
    """
    tokens, sentence = document.tokens, document.sentence_of(number.core)
    told = (
        m for m in reversed(mentions) if m.head >= sentence.first and tokens[m.head].pos == "NOUN"
    )
    before = next(told, None)
    if before is None or mention.head != number.tail:
        return None
    if by_word("nouns").get(tokens[before.head].lemma.lower()) != "troops":
        return None
    between = tokens[before.head + 1 : number.first]
    listed = all(t.pos in ("PUNCT", "CCONJ", "NUM", "VERB", "ADV") for t in between)
    acts = bool(between) and between[-1].pos == "VERB" and tokens[before.head].dep == "dobj"
    return before if listed and acts else None


def _before(
    document: Document, number: Number, mentions: Sequence[NumberMention]
) -> NumberMention | None:
    """Return the count of people before a number in its sentence, where no verb stands between.

    The verb that the count itself hangs on is none: "30 were killed here and another five there".
    """
    tokens, sentence = document.tokens, document.sentence_of(number.core)
    for mention in reversed(mentions):
        if mention.head < sentence.first:
            return None
        own = _governor(document, tokens[mention.head]).i
        between = tokens[mention.head : number.first]
        if any(t.pos == "VERB" and t.i != own and t.lower != "according" for t in between):
            return None  # "killed one person and wounded another three"
        count = mention.count
        if count.what in counted()["people_kinds"] and count.unit == "people":
            return mention
    return None


def _governor(document: Document, token: Token) -> Token:
    """Return what a noun hangs on, or the list that it is the last of."""
    while token.dep == "conj":
        token = document.head(token)
    return document.head(token)


def as_before(mention: NumberMention, before: NumberMention) -> NumberMention:
    """Return a count with what the one before it counts."""
    count = msgspec.structs.replace(
        mention.count, what=before.count.what, of=before.count.of, unit=before.count.unit
    )
    return msgspec.structs.replace(mention, count=count)


def of_those(mention: NumberMention, before: NumberMention) -> NumberMention:
    """Return a count with those whom the one before it counts."""
    count = msgspec.structs.replace(mention.count, of=before.count.of, unit=before.count.unit)
    return msgspec.structs.replace(mention, count=count)
