"""Reads a bare number in words or figures: "25", "two dozen", "a quarter of a million"."""

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


def is_number_word(token: Token) -> bool:
    """Return whether a token can be part of a bare number."""
    plain, _, _ = _words()
    return token.lower in plain or _FIGURE.fullmatch(token.lower) is not None


def number_at(document: Document, i: int, stop: int) -> Number | None:
    """Return the bare number that begins at token ``i``, None where none does."""
    tokens = document.tokens
    _, rounds, fractions = _words()
    word = tokens[i].lower
    if word in rounds and not (word == "few" and tokens[i - 1].lower != "a"):
        return _round(document, i, stop, rounds[word])
    if word in ("couple", "pair"):
        return _couple(document, i, stop)
    if word == "single":
        one = i > 0 and tokens[i - 1].lower == "a" and tokens[i].dep == "amod"
        return Number(i - 1, i + 1, i, i, 1.0, 1.0, None) if one else None
    scaled = _scaled_fraction(document, i, stop)
    if scaled is not None:
        return scaled
    if word in fractions and not is_number_word(tokens[i - 1]):
        return _fraction(document, i, stop, fractions[word])
    if not is_number_word(tokens[i]) and not (
        word in ("a", "an") and i + 1 < stop and tokens[i + 1].lower in lists()["scales"]
    ):
        return None
    return _bare(document, i, _end(document, i, stop), stop)


def _end(document: Document, i: int, stop: int) -> int:
    """Return the token after the last of a plain number that begins at token ``i``."""
    tokens = document.tokens
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
    return last


def _round(document: Document, i: int, stop: int, low: float) -> Number:
    """Read "dozens", "a few hundred", "hundreds of thousands"."""
    tokens = document.tokens
    _, rounds, _ = _words()
    word = tokens[i].lower
    first = i - 1 if word == "few" else i
    scale = tokens[i + 1].lower if i + 1 < stop else ""
    if word in ("several", "few") and scale in lists()["scales"]:
        return Number(first, i + 2, i, i + 1, low * float(lists()["scales"][scale]), None, word)
    last = i + 1
    if last + 1 < stop and tokens[last].lower == "of" and tokens[last + 1].lower in rounds:
        last += 2
        return Number(i, last, i, last - 1, low * 1000, None, word)
    return Number(first, last, i, i, low, None, word)


def _couple(document: Document, i: int, stop: int) -> Number | None:
    """Read "a pair of" as two and "a couple of hundred" as two hundred or more."""
    words = [token.lower for token in document.tokens[i - 1 : min(stop, i + 3)]] if i else []
    if words[:1] != ["a"] or words[2:3] != ["of"]:
        return None
    high = 2.0 if words[1] == "pair" else None
    scale = lists()["scales"].get(words[3]) if len(words) > 3 else None
    if scale is None:
        return Number(i - 1, i + 1, i, i, 2.0, high, None if high else "a couple")
    return Number(i - 1, i + 3, i, i + 2, 2.0 * float(scale), None, "a couple")


def _scaled_fraction(document: Document, i: int, stop: int) -> Number | None:
    """Read a fraction of a round number: "a quarter of a million", "two and a half million"."""
    tokens, scales = document.tokens, lists()["scales"]
    whole = 1.0 if tokens[i].lower == "a" else value_of(tokens[i].lower)
    if whole is None:
        return None
    # Hyphens may join the words: "one-and-a-half million".
    at = [k for k in range(i, min(stop, i + 10)) if tokens[k].text != "-"][:6]
    words = [tokens[k].lower for k in at]
    fraction = lists()["fractions"].get(words[1]) if len(words) > 1 else None
    if fraction and words[1].endswith("s") and words[2:4] in (["of", "the"], ["of", "those"]):
        return Number(i, at[1] + 1, i, at[1], fraction, fraction, None, fraction=True)
    end = next((k for k, word in enumerate(words) if word in scales), 0)
    if words[1:end] == ["and", "a", "half"]:
        fraction = whole + 0.5
    elif fraction is None or end < 2 or words[2:end] not in (["of", "a"], ["a"], []):
        return None
    value = round(fraction * float(scales[words[end]]), 3)
    return Number(i, at[end] + 1, i, at[end], value, value, None)


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
