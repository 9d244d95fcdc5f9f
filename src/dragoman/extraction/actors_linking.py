"""One actor for the several names that one report gives it, and never one for two namesakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from rapidfuzz.distance import Levenshtein

from dragoman.extraction.actors_also_called import also_called
from dragoman.extraction.actors_found import Found, Who, span_of
from dragoman.extraction.actors_index import fold
from dragoman.extraction.naming import bracketed, capitals
from dragoman.language import Document

_PARTICLES = frozenset(("al", "el", "de", "von", "van", "der", "bin", "ibn", "abu", "abdel",
                        "abdul", "la", "le", "di", "da", "as", "ash", "ad", "an"))  # fmt: skip
# Spellings of one surname in one report: one letter in six, two in nine ("Farhan", "Farhane").
_FUZZY = ((9, 2), (6, 1))


def words_of_name(name: str) -> list[str]:
    """Return the words of a name, folded, without particles and hyphens.

    >>> words_of_name("Bashar al-Assad")
    ['bashar', 'assad']
    """
    plain = fold(name).replace("-", " ").replace("’", "").replace("'", "").replace(".", " ")
    words = plain.split()
    return [word for word in words if word not in _PARTICLES] or words


def link_names(document: Document, found: Iterable[Found]) -> list[Found]:
    """Return ``found`` with abbreviations, partial names and spellings led to one actor each."""
    listed = also_called(document, sorted(found, key=lambda one: one.first))
    listed = _abbreviations(document, listed)
    people = [one.who for one in listed if one.who.type == "person" and one.who.named]
    people = list(dict.fromkeys(people))
    same = _spellings(people)
    listed = [_with(one, same.get(one.key, one.who)) for one in listed]
    names = _FullNames(
        one for one in listed if one.who.type == "person" and _is_full(document, one)
    )
    return [_with(one, _whole_name(document, one, names, listed)) for one in listed]


def _is_full(document: Document, one: Found) -> bool:
    text = span_of(document, one.first, one.last).of(document.text)
    return len(words_of_name(text)) > 1 or _is_compound(text)


def _is_compound(name: str) -> bool:
    """Return whether a name is one word with a particle before it ("Abdul Rahman")."""
    words = fold(name).split()
    return len(words) == 2 and words[0] in ("abdul", "abdel", "abu", "umm")


def _with(one: Found, who: Who) -> Found:
    return one if who == one.who else msgspec.structs.replace(one, who=who)


def _abbreviations(document: Document, found: list[Found]) -> list[Found]:
    """Lead "(NFA)" after a name, and every later "NFA", to the actor named before it."""
    tokens = document.tokens
    meant: dict[str, Who] = {}
    at = {one.first: one for one in found}
    for one in found:
        short = bracketed(document, one.last)
        if short and _abbreviates(short, one.who, document, one):
            meant.setdefault(short, one.who)
    for letters, who in _initials(document, found).items():
        meant.setdefault(letters, who)
    result = []
    for one in found:
        text = tokens[one.first].text if one.last == one.first + 1 else ""
        result.append(_with(one, meant[text]) if text in meant and one.who.pack is None else one)
    result += [
        Found(first=token.i, last=token.i + 1, who=meant[token.text], form="alias")
        for token in tokens
        if token.text in meant and token.i not in at and not _inside(token.i, found)
    ]
    return sorted(result, key=lambda one: one.first)


def _initials(document: Document, found: Sequence[Found]) -> dict[str, Who]:
    """Return the abbreviations that are the initials of one body of the report alone."""
    bodies = {one.key: one.who for one in found if one.who.type != "person" and one.who.named}
    whole: dict[str, list[Who]] = defaultdict(list)
    for who in bodies.values():
        letters = capitals(who.name)
        if len(letters) > 2:
            whole[letters].append(who)
    said = {token.text for token in document.tokens}
    return {short: who[0] for short, who in whole.items() if len(who) == 1 and short in said}


def _inside(i: int, found: Sequence[Found]) -> bool:
    return any(one.first <= i < one.last for one in found)


def _abbreviates(short: str, who: Who, document: Document, one: Found) -> bool:
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2 or not short[0].isupper():
        return False
    name = [t.text for t in document.tokens[one.first : one.last]] + who.name.split()
    initials = [word[0].upper() for word in name if word[0].isalpha()]
    alike = sum(letter in initials for letter in letters)
    # Abbreviations often come from another language ("the Free Aceh Movement (GAM)").
    return who.type != "person" and (alike >= len(letters) - 1 or (alike > 0 and short.isupper()))


def _spellings(people: Sequence[Who]) -> dict[str, Who]:
    """Return which names are another spelling of which: same first name, nearly same surname."""
    same: dict[str, Who] = {}
    for k, later in enumerate(people):
        for earlier in people[:k]:
            if later.pack and earlier.pack:
                continue
            if _one_spelling(words_of_name(earlier.name), words_of_name(later.name)):
                keep, drop = (later, earlier) if later.pack else (earlier, later)
                same[drop.key] = same.get(keep.key, keep)
                break
    return same


def _one_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) < 2 or len(other) < 2:
        return False
    if len(one) > 2 and len(other) > 2 and not _near(one[1], other[1]):
        return False
    if one[:-1] == other[:-1] and min(len(one[-1]), len(other[-1])) >= 5:
        return Levenshtein.distance(one[-1], other[-1]) <= 1
    return _near(one[-1], other[-1]) and _near(one[0], other[0])


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    allowed = next((edits for length, edits in _FUZZY if shorter >= length), 0)
    return one[:2] == other[:2] and Levenshtein.distance(one, other) <= allowed


class _FullNames:
    """The persons that a report names in full, by the parts that may stand for them later."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._since: dict[str, int] = {}
        self._by_part: dict[str, list[Who]] = defaultdict(list)
        self._settled: dict[str, Who] = {}
        by_first: dict[str, list[Who]] = defaultdict(list)
        by_middle: dict[str, list[Who]] = defaultdict(list)
        for one in found:
            if one.key in self._since:
                continue
            self._since[one.key] = one.first
            words = words_of_name(one.who.name)
            if len(words) > 1 or _is_compound(one.who.name):
                self._by_part[words[-1]].append(one.who)
                by_first[words[0]].append(one.who)
            if len(words) > 2:
                self._by_part[" ".join(words[-2:])].append(one.who)
                by_middle[words[-2]].append(one.who)  # "Miguel Maza Marquez" is Maza
        for known in (by_middle, by_first):
            for part, people in known.items():
                if part not in self._by_part:
                    self._by_part[part] = people

    def meant(
        self, part: str, at: int, *, loosely: bool = False, gender: str | None = None
    ) -> Who | None:
        """Return the person whom ``part`` of a name at token ``at`` means, or None if unsure.

        Of two with one surname it is the one named in full before; after both were, the one for
        whom the bare surname was used while only one was known. "Mrs Petrek" is the woman.
        """
        people = self._by_part.get(part, [])
        if not people and loosely and len(part) >= 6:
            near = [who for other in sorted(self._by_part) if _near(other, part)
                    for who in self._by_part[other]]  # fmt: skip
            people = list(dict.fromkeys(near))
        known = [who for who in people if self._since[who.key] < at] or people
        if gender is not None and len(known) > 1:
            sure = [who for who in known if who.gender == gender]
            able = sure or [who for who in known if who.gender is None]
            if len(able) == 1:
                return able[0]
        if len(known) == 1:
            return self._settled.setdefault(part, known[0]) if len(people) > 1 else known[0]
        return self._settled.get(part)


def _whole_name(document: Document, one: Found, names: _FullNames, listed: Sequence[Found]) -> Who:
    """Return the one person of the report whose full name the name ``one`` is a part of.

    A pack's bare surname goes to a namesake whom the report names in full, when it never names
    the pack's person in full.
    """
    who = one.who
    words = words_of_name(span_of(document, one.first, one.last).of(document.text))
    if who.type not in ("person", "organisation") or not who.named or len(words) > 2:
        return who
    if who.pack is not None:
        bare = len(words) == 1 and who.type == "person"
        return (names.meant(words[0], one.first) if bare else None) or who
    if len(words) == 2:
        return names.meant(" ".join(words), one.first) or who
    person = names.meant(words[0], one.first, loosely=who.type == "person", gender=who.gender)
    if person is None and who.type == "organisation":
        return _body_named(document, one, listed)
    return person or who


def _body_named(document: Document, one: Found, listed: Sequence[Found]) -> Who:
    """Return the organisation that "the Observatory" is short for, or itself.

    It is named before, or a pack knows it and it is named at all.
    """
    word = document.tokens[one.first].text
    for other in reversed(listed):
        words = other.who.name.split()
        body = other.who.type in ("organisation", "government") and other.who.named
        named = other.first < one.first or other.who.pack is not None
        if named and body and len(words) > 1 and word in words:
            return other.who
    return one.who
