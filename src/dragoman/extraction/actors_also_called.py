"""Second names that a report gives: "Jaish al-Tal (Army of the Hill)", "the NFA, known as X"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from dragoman.extraction.actors_found import Found, Who, span_of
from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_runs import words_of
from dragoman.language import Document
from dragoman.language.parsing import dictionary

# What may stand between "known" and "as": "known locally as", "known by its Arabic acronym as".
_KNOWN = frozenset(("known", "called", "named", "nicknamed", "dubbed"))
_BEFORE_KNOWN = frozenset((",", "(", "also", "formerly", "previously", "better", "otherwise",
                           "commonly", "now", "locally", "once", "widely"))  # fmt: skip
_AFTER_KNOWN = frozenset(("as", "by", "its", "his", "her", "their", "in", "the", "locally",
                          "initials", "acronym", "abbreviation", "name", "nom", "de", "guerre",
                          '"', "'"))  # fmt: skip
_MARKS = frozenset(("also", "formerly", "previously", "aka", "a.k.a.", "or", "i.e.", "now"))
_QUOTES = frozenset(('"', "'", "“", "”", "‘", "’"))
_BODIES = frozenset(("armed_group", "organisation", "party"))
# Words of a name that say nothing about its language.
_SMALL = frozenset(("of", "the", "for", "and", "al", "el", "-", "in"))
_FURTHEST = 9


def also_called(document: Document, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` with a second name that the report gives somebody led to the first.

    ``found`` is in the order of the text. Two whom packs know are left apart, as packs know
    more of them than a report.
    """
    same: dict[str, Who] = {}
    taken = {i for one in found for i in range(one.first, one.last)}
    set_off = [other for one in found if (other := _in_brackets(document, one, taken))]
    set_off += [again for one in set_off for again in _again(document, one, taken)]
    found = sorted([*found, *set_off], key=lambda one: one.first)
    for other in set_off:
        name = fold(span_of(document, other.first, other.last).of(document.text))
        again = (one.who for one in found if fold(one.who.name) == name)
        same.update({who.key: other.who for who in again if _able(other.who, who)})
    for one, other in pairwise(found):
        if _able(one.who, other.who) and _is_second_name(document, one, other):
            keep, drop = (other, one) if other.who.pack else (one, other)
            same.setdefault(drop.key, same.get(keep.key, keep.who))
    return [
        msgspec.structs.replace(one, who=same[one.key]) if one.key in same else one for one in found
    ]


def _in_brackets(document: Document, one: Found, taken: Container[int]) -> Found | None:
    """Return the name in another language that stands in brackets behind a body's name."""
    tokens = document.tokens
    first = one.last + 1
    if one.who.type not in _BODIES or one.last >= len(tokens) or tokens[one.last].text != "(":
        return None
    while first < len(tokens) and tokens[first].lower in _MARKS | {"the"}:
        first += 1
    last = first
    while last < len(tokens) and (tokens[last].text[0].isupper() or tokens[last].lower in _SMALL):
        last += 1
    words = {token.lower for token in tokens[first:last]}
    closed = last < len(tokens) and tokens[last].text == ")"
    if not closed or any(i in taken for i in range(first, last)) or not words & _body_nouns():
        return None
    name = span_of(document, first, last).of(document.text)
    other = Found(first=first, last=last, who=one.who, form="alias")
    return other if len(name.split()) > 1 and _translates(document, one, other) else None


def _again(document: Document, one: Found, taken: Container[int]) -> Iterator[Found]:
    """Yield the later mentions of a name that nobody has taken for one."""
    words, size = _words(document, one.first, one.last), one.last - one.first
    for first in range(one.last, len(document.tokens) - size + 1):
        free = not any(i in taken for i in range(first, first + size))
        if free and _words(document, first, first + size) == words:
            yield msgspec.structs.replace(one, first=first, last=first + size)


def _words(document: Document, first: int, last: int) -> list[str]:
    return [token.text for token in document.tokens[first:last]]


@cache
def _body_nouns() -> frozenset[str]:
    return words_of("organisation_nouns") | words_of("armed_nouns") | words_of("maybe_armed")


def _able(one: Who, other: Who) -> bool:
    if one.key == other.key or not (one.named and other.named) or (one.pack and other.pack):
        return False
    people = one.type == other.type == "person"
    return people or (one.type in _BODIES and other.type in _BODIES)


def _is_second_name(document: Document, one: Found, other: Found) -> bool:
    tokens = document.tokens
    if not 0 < other.first - one.last <= _FURTHEST:
        return False
    between = [token.lower for token in tokens[one.last : other.first]]
    after = tokens[other.last].lower if other.last < len(tokens) else ""
    if any(word in _KNOWN for word in between):
        k = next(i for i, word in enumerate(between) if word in _KNOWN)
        rest = between[k + 1 :]
        told = rest and ("as" in rest or between[k] != "known")
        return bool(told) and _only(between[:k], _BEFORE_KNOWN) and _known_as(rest)
    if between == ["("] and after == ")" and other.who.type == "person":
        return tokens[other.first].lower in ("abu", "umm")
    if between[0] == "(":
        inner = [word for word in between[1:] if word not in _QUOTES]
        closed = after == ")" or (after in _QUOTES and _closes(document, other.last))
        marked = bool(inner) and (inner[0] in _MARKS or inner[-1] == ":")
        return closed and (marked or (not inner and _translates(document, one, other)))
    commas = between[0] == "," and between[1:] in (["or"], ["or", "the"])
    return commas and after == "," and _translates(document, one, other)


def _only(words: Sequence[str], allowed: frozenset[str]) -> bool:
    return all(word in allowed for word in words)


def _known_as(rest: Sequence[str]) -> bool:
    """Return whether what follows "known" leads to a name: "known in Arabic as"."""
    lands = [word for word in rest if word not in _AFTER_KNOWN]
    return len(lands) <= 1 and ("in" in rest or "its" in rest or not lands)


def _closes(document: Document, i: int) -> bool:
    return i + 1 < len(document.tokens) and document.tokens[i + 1].text == ")"


def _translates(document: Document, one: Found, other: Found) -> bool:
    """Return whether one of two names is in another language: one has no English word."""
    foreign = [_is_foreign(document, run) for run in (one, other)]
    long = all(run.last - run.first > 1 for run in (one, other))
    return long and foreign[0] != foreign[1] and one.who.type != "person"


def _is_foreign(document: Document, one: Found) -> bool:
    words = [t.lower for t in document.tokens[one.first : one.last] if t.lower not in _SMALL]
    return bool(words) and not any(
        word in dictionary() or word.rstrip("s") in dictionary() for word in words[:1]
    )
