"""Finds numbers in words and figures with their bounds: "at least eight", "20-30", "dozens"."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from dragoman.extraction.numbers_words import lists, value_of
from dragoman.language import Document, Token
from dragoman.model import Span

_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:bn|mn|tn|k|m|b)?")
_MOST_WORDS = 8


class Number(msgspec.Struct, frozen=True):
    """A number in the text: tokens ``first`` to ``last`` (exclusive), qualifier included.

    ``core`` is the index of the first token of the bare number and ``tail`` of its last.
    """

    first: int
    last: int
    core: int
    tail: int
    low: float | None
    high: float | None
    qualifier: str | None
    fraction: bool = False

    def span(self, document: Document) -> Span:
        """Return where the number stands, with its qualifier."""
        return Span(document.tokens[self.first].start, document.tokens[self.last - 1].end)


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], dict[str, float], dict[str, float]]:
    data = lists()
    plain = frozenset([*data["units"], *data["tens"], *data["scales"]])
    rounds = {word: float(value) for word, value in data["rounds"].items()}
    return plain, rounds, dict(data["fractions"])


@lru_cache(maxsize=1)
def _qualifiers() -> tuple[tuple[tuple[str, ...], str], ...]:
    rows = ((tuple(words.split()), kind) for words, kind in lists()["qualifiers"].items())
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


def find_numbers(document: Document) -> list[Number]:
    """Return the numbers of a document in order, ranges joined and bounds read."""
    found: list[Number] = []
    for sentence in document.sentences:
        i = sentence.first
        while i < sentence.last:
            number = _number_at(document, i, sentence.last)
            if number is None:
                i += 1
                continue
            number = _ranged(document, number, sentence.last)
            found.append(_qualified(document, number, sentence.first, sentence.last))
            i = number.last
    return found


def is_number_word(token: Token) -> bool:
    """Return whether a token can be part of a bare number."""
    plain, _, _ = _words()
    return token.lower in plain or _FIGURE.fullmatch(token.lower) is not None


def _number_at(document: Document, i: int, stop: int) -> Number | None:
    tokens = document.tokens
    _, rounds, fractions = _words()
    word = tokens[i].lower
    if word in rounds and not (word == "few" and tokens[i - 1].lower != "a"):
        first = i - 1 if word == "few" else i
        scale = tokens[i + 1].lower if i + 1 < stop else ""
        if word in ("several", "few") and scale in lists()["scales"]:
            low = rounds[word] * float(lists()["scales"][scale])
            return Number(first, i + 2, i, i + 1, low, None, word)
        last = i + 1
        if last + 1 < stop and tokens[last].lower == "of" and tokens[last + 1].lower in rounds:
            last += 2
            return Number(i, last, i, last - 1, rounds[word] * 1000, None, word)
        return Number(first, last, i, i, rounds[word], None, word)
    if word in fractions and not is_number_word(tokens[i - 1]):
        return _fraction(document, i, stop, fractions[word])
    if not is_number_word(tokens[i]) and not (
        word in ("a", "an") and i + 1 < stop and tokens[i + 1].lower in lists()["scales"]
    ):
        return None
    last = i + 1
    while last < stop and last - i < _MOST_WORDS:
        if is_number_word(tokens[last]) and _joins(document, last):
            last += 1
        elif (
            tokens[last].lower in ("-", "and")
            and last + 1 < stop
            and is_number_word(tokens[last + 1])
            and _joins(document, last + 1)
        ):
            last += 2
        else:
            break
    return _bare(document, i, last, stop)


def _joins(document: Document, k: int) -> bool:
    """Return whether number word ``k`` goes on with the number before it: "twenty-five"."""
    data = lists()
    word, before = document.tokens[k].lower, document.tokens[k - 1].lower
    if before in ("-", "and"):
        joiner, before = before, document.tokens[k - 2].lower
        if joiner == "and":
            return (
                before in data["scales"]
                and before != "dozen"
                and word in data["units"] | data["tens"]
            )
        return before in data["tens"] and word in data["units"]
    if word in data["scales"]:
        return True
    if word in data["units"]:
        return before in data["tens"] or before in data["scales"]
    return word in data["tens"] and before in data["scales"]


def _bare(document: Document, first: int, last: int, stop: int) -> Number | None:
    tokens = document.tokens
    words = " ".join(token.lower for token in tokens[first:last])
    if last < stop and tokens[last].lower in lists()["letters"]:
        glued = tokens[last].start == tokens[last - 1].end
        if glued and (last + 1 >= stop or tokens[last + 1].start > tokens[last].end):
            words += tokens[last].lower
            last += 1
    value = value_of(words)
    if value is None:
        return None
    return Number(first, last, first, last - 1, value, value, None)


def _fraction(document: Document, i: int, stop: int, value: float) -> Number | None:
    tokens = document.tokens
    before = tokens[i - 1].lower if i else ""
    if tokens[i].lower == "half":
        if before in ("first", "second", "other", "and"):
            return None
        scale = tokens[i + 2].lower if i + 2 < stop and tokens[i + 1].lower == "a" else ""
        if scale in lists()["scales"]:
            value *= float(lists()["scales"][scale])
            return Number(i, i + 3, i, i + 2, value, value, None)
        first = i - 1 if before == "a" else i
        return Number(first, i + 1, i, i, value, value, None, fraction=True)
    if before in ("a", "one") and i + 1 < stop and tokens[i + 1].lower in ("of", "the"):
        return Number(i - 1, i + 1, i, i, value, value, None, fraction=True)
    return None


def _ranged(document: Document, number: Number, stop: int) -> Number:
    """Return the number joined with the one after "to", "-", "and" (after "between") or "or"."""
    tokens = document.tokens
    if number.high is None or number.last + 1 >= stop:
        return number
    joiner, before = (
        tokens[number.last].lower,
        tokens[number.first - 1].lower if number.first else "",
    )
    if joiner not in ("to", "-", "–", "—", "and", "or") or (
        joiner == "and" and before != "between"
    ):
        return number
    if joiner == "to" and before in ("from", "by"):
        return number
    other = _number_at(document, number.last + 1, stop)
    if other is None or other.high is None or other.high <= number.high:
        return number
    first = number.first - 1 if before == "between" else number.first
    low = number.low
    if (
        low is not None
        and low < 100 <= other.high
        and tokens[other.tail].lower in lists()["scales"]
    ):
        scaled = low * float(lists()["scales"][tokens[other.tail].lower])
        low = scaled if scaled < other.high else low
    return Number(first, other.last, number.core, other.tail, low, other.high, None)


def _qualified(document: Document, number: Number, start: int, stop: int) -> Number:
    tokens = document.tokens
    before = tuple(token.lower for token in tokens[max(start, number.first - 4) : number.first])
    for words, kind in _qualifiers():
        if before[-len(words) :] == words:
            return _bounded(number, kind, " ".join(words), first=number.first - len(words))
    after = " ".join(token.lower for token in tokens[number.last : min(stop, number.last + 2)])
    for phrase, kind in lists()["qualifiers_after"].items():
        if after == phrase or (" " not in phrase and after.split(" ")[0] == phrase):
            return _bounded(number, kind, phrase, last=number.last + phrase.count(" ") + 1)
    return number


def _bounded(
    number: Number, kind: str, words: str, *, first: int | None = None, last: int | None = None
) -> Number:
    low, high = number.low, number.high
    if number.qualifier is None:
        low, high = {"least": (low, None), "most": (None, high)}.get(kind, (low, high))
        if kind == "most" and number.low != number.high:
            low = number.low
    qualifier = number.qualifier or (None if words in lists()["plain"] else words)
    return msgspec.structs.replace(
        number,
        first=number.first if first is None else first,
        last=number.last if last is None else last,
        low=low,
        high=high,
        qualifier=qualifier,
    )
