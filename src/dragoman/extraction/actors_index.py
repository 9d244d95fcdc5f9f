"""Finds the names that packs know in a stretch of text, longest match first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from dragoman.model import Span
from dragoman.packs import PackActor, Packs

Kind = Literal["name", "abbreviation", "adjective", "nationals", "seat", "state", "enemy"]
_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name: a space, a hyphen, an apostrophe, or a full stop
# after a short word ("U.S.", "St. John").
_GAP = re.compile(r"(?:[ \u00a0\-‐‑–'’‘`ʼ]|\. ?){0,2}")


class NameMatch(msgspec.Struct, frozen=True):
    """A known name in a text: where, whose, and what kind of name it is."""

    span: Span
    key: str
    kind: Kind


class _Entry(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    folded: tuple[str, ...]
    key: str
    kind: Kind
    exact: bool


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without accents and case.

    >>> fold("Çavuşoğlu")
    'cavusoglu'
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word).replace("ı", "i")
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


class NameIndex:
    """The names of all actors of some packs, ready to be looked up."""

    def __init__(self, packs: Packs) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for actor in packs.actors.values():
            for name, kind, exact in _names_of(actor):
                self._add(name, actor.key, kind, exact)
                if "'" in name:
                    self._add(name.replace("'", ""), actor.key, kind, exact)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def _add(self, name: str, key: str, kind: Kind, exact: bool) -> None:
        words = tuple(_WORD.findall(name))
        if words and words[0] == "The" and len(words) > 1:
            words = words[1:]
        folded = tuple(fold(word) for word in words)
        entries = self._by_first.setdefault(folded[0], [])
        if not any((e.words, e.key, e.exact) == (words, key, exact) for e in entries):
            entries.append(_Entry(words, folded, key, kind, exact))

    def find(self, text: str, part: Span, *, bare_genitives: bool = False) -> Iterator[NameMatch]:
        """Yield the names in ``part`` of ``text``, left to right, without overlaps.

        Of several actors with one name all are yielded, with the same span, in the order in
        which packs were loaded. ``bare_genitives`` is for texts that lost their apostrophes:
        "Syrias" is then Syria.
        """
        words = list(_WORD.finditer(text, part.start, part.end))
        i = 0
        while i < len(words):
            best = self._best(text, words, i, bare_genitives)
            for entry in best:
                span = Span(words[i].start(), words[i + len(entry.words) - 1].end())
                yield NameMatch(_with_final_stop(text, span, entry.words), entry.key, entry.kind)
            i += len(best[0].words) if best else 1

    def _best(
        self, text: str, words: list[re.Match[str]], i: int, bare_genitives: bool
    ) -> list[_Entry]:
        best: list[_Entry] = []
        first = fold(words[i].group())
        entries = self._by_first.get(first, ())
        if bare_genitives and first.endswith("s"):
            entries = [*entries, *self._by_first.get(first[:-1], ())]
        for entry in entries:
            if best and len(entry.words) < len(best[0].words):
                break
            if all(known.key != entry.key for known in best) and _fits(
                entry, text, words, i, bare_genitives
            ):
                best.append(entry)
        return best


def _names_of(actor: PackActor) -> Iterator[tuple[str, Kind, bool]]:
    state = actor.type == "state"
    for name in actor.all_names:
        kind: Kind = "enemy" if name in actor.enemies_call else "state" if state else "name"
        yield name, kind, False
    for name in actor.abbreviations:
        yield name, "state" if state else "abbreviation", True
    for name in actor.adjectives:
        if name not in actor.abbreviations:
            yield name, "adjective", False
    for name in actor.nationals:
        if name not in actor.adjectives:
            yield name, "nationals", False
    for name in actor.seats:
        yield name, "seat", False


def _fits(
    entry: _Entry, text: str, words: list[re.Match[str]], i: int, bare_genitives: bool
) -> bool:
    if i + len(entry.words) > len(words):
        return False
    for k, (word, folded) in enumerate(zip(entry.words, entry.folded, strict=True)):
        said = words[i + k].group()
        letters = entry.exact and said[:-1].isupper() and said.endswith("s")  # "EUs envoy"
        if bare_genitives and k + 1 == len(entry.words) and (len(folded) > 3 or letters):
            said = said[:-1] if fold(said) == folded + "s" else said
        if said != word if entry.exact else not _same_word(said, word, folded):
            return False
        if k:
            before = words[i + k - 1]
            gap = text[before.end() : words[i + k].start()]
            if not _GAP.fullmatch(gap) or ("." in gap and len(before.group()) > 3):
                return False
    return True


def _same_word(said: str, word: str, folded: str) -> bool:
    if word[0].isupper() and not said[0].isupper() and len(word) > 2:
        return False
    return fold(said) == folded


def _with_final_stop(text: str, span: Span, words: Iterable[str]) -> Span:
    # "U.S." and "E.U." keep their last full stop.
    if all(len(word) == 1 for word in words) and text[span.end : span.end + 1] == ".":
        return Span(span.start, span.end + 1)
    return span


@lru_cache(maxsize=4)
def index_of(packs: Packs) -> NameIndex:
    """Return the index of ``packs``, built once."""
    return NameIndex(packs)
