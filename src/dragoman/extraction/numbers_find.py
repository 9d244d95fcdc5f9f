"""Finds numbers in words and figures with their bounds: "at least eight", "20-30", "dozens"."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from dragoman.extraction.numbers_bare import Number, number_at
from dragoman.extraction.numbers_words import lists
from dragoman.language import Document


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
            number = number_at(document, i, sentence.last)
            if number is None:
                i += 1
                continue
            number = _ranged(document, number, sentence.last)
            found.append(_qualified(document, number, sentence.first, sentence.last))
            i = number.last
    return found


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
    if joiner == "to" and before in ("from", "by") and not _is_range(document, number.first - 1):
        return number
    other = number_at(document, number.last + 1, stop)
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


def _is_range(document: Document, from_: int) -> bool:
    """Return whether "from" begins a range, not a way: "anywhere from 4 to 6", not "rose from"."""
    return from_ > 0 and document.tokens[from_ - 1].lower in lists()["ranging"]


def _qualified(document: Document, number: Number, start: int, stop: int) -> Number:
    tokens = document.tokens
    before = tuple(token.lower for token in tokens[max(start, number.first - 4) : number.first])
    for words, kind in _qualifiers():
        if before[-len(words) :] == words:
            k = number.first - len(words)
            if words == ("up", "to") and k > start and document.tokens[k - 1].lemma == "own":
                continue  # "the rebels own up to nine"
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
