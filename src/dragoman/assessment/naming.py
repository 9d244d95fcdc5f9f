"""Which actors and places of the record a text names, each text read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman import packs
from dragoman.assessment.lookup import Lookup
from dragoman.memo import digest
from dragoman.model import Span

_LOCATES = re.compile(
    r"\b(?:in|inside|into|across|throughout|within|near|of|from|to|over|around|liberated?|all)\s+"
    r"(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")
# As much of a sentence as can matter before a place's name.
_BEFORE = 60
# Words that may begin with a capital: no name of ours begins otherwise.
_CAPITAL = re.compile(r"(?<![^\W_])(?<![^\W_][’'.])[^\W_a-z0-9][^\W_]*(?:[’'.][^\W_]+)*")

Located = tuple[tuple[Span, str], ...]


class Names:
    """Finds the names of known things in text, longest first, by exact case.

    ``told`` gives what else of a thing counts for whoever keeps what was found (see `key`).
    """

    def __init__(
        self, named: Iterable[tuple[str, str]], told: Callable[[str], object] | None = None
    ) -> None:
        self._by_first: dict[str, dict[str, list[str]]] = {}
        for name, i in named:
            words = _WORD.findall(name)
            if words and len(name) > 1 and name[0].isupper():
                self._by_first.setdefault(words[0], {}).setdefault(name, []).append(i)
        self._lengths: dict[str, list[int]] = {}
        self._told = told
        self._keys = _Keys(self._key)

    def find(self, text: str) -> list[tuple[Span, str]]:
        """Return where which thing is named; the longest name at a spot wins, ties all count."""
        found: list[tuple[Span, str]] = []
        end = 0
        for start, first in _capitals(text):
            named = self._by_first.get(first)
            if named is None or start < end:
                continue
            for length in self._lengths_of(first):
                stop = start + length
                things = named.get(text[start:stop])
                if things and not (stop < len(text) and text[stop].isalnum()):
                    found.extend((Span(start, stop), i) for i in sorted(set(things)))
                    end = stop
                    break
        return found

    def key(self, text: str) -> tuple[bytes, ...]:
        """Return what stands for all names that could be found in a text: same key, same names."""
        return self.keys(firsts(text))

    def keys(self, words: Iterable[str]) -> tuple[bytes, ...]:
        """Return what stands for all names that begin with some words."""
        return tuple(map(self._keys.__getitem__, words))

    def _key(self, first: str) -> bytes:
        named = self._by_first.get(first)
        if named is None:
            return b""
        told = [self._told(i) for name in named for i in named[name]] if self._told else []
        return digest(sorted(named.items()), sorted(map(repr, told)))

    def _lengths_of(self, first: str) -> list[int]:
        found = self._lengths.get(first)
        if found is None:
            found = sorted({len(name) for name in self._by_first[first]}, reverse=True)
            self._lengths[first] = found
        return found


class _Keys(dict[str, bytes]):
    """Keys by the first word of names, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        self._make = make

    def __missing__(self, first: str) -> bytes:
        found = self[first] = self._make(first)
        return found


@lru_cache(maxsize=100_000)
def firsts(text: str) -> tuple[str, ...]:
    """Return the words of a text with which a name may begin."""
    return tuple(dict.fromkeys(first for _, first in _capitals(text)))


@lru_cache(maxsize=100_000)
def _capitals(text: str) -> tuple[tuple[int, str], ...]:
    """Return where the words of a text with a capital begin, without the "'s" of an owner."""
    return tuple(
        (word.start(), word[0].removesuffix("’s").removesuffix("'s"))
        for word in _CAPITAL.finditer(text)
    )


class Naming:
    """The names of a record's actors and places, to be found in its reports' sentences."""

    def __init__(self, index: Lookup) -> None:
        self._index = index
        actors = (a for a in index.record.actors if a.named)
        self._actors = Names((n, a.id) for a in actors for n in a.names)
        named = [(n, p.id) for p in index.record.places for n in (p.name, *p.names)]
        self._places = Names([*named, *_adjectives(index)], self._told)
        self._of_actors = index.memo.table("actors named in texts")
        self._of_places = index.memo.table("places named in texts")

    def _told(self, place: str) -> tuple[int, str]:
        return self._index.places.size(place), self._index.places.name(place)

    def actors(self, text: str) -> tuple[str, ...]:
        """Return the actors that a text names, in the order of the text."""
        key = (text, self._actors.key(text))
        found: tuple[str, ...] | None = self._of_actors.find(key)
        if found is None:
            named = tuple(dict.fromkeys(i for _, i in self._actors.find(text)))
            found = self._of_actors.keep(key, named)
        return found

    def located(self, text: str) -> Located:
        """Return which places are named as places: "Syria denied" names a state, "in Syria" not."""
        key = (text, self._places.key(text))
        found: Located | None = self._of_places.find(key)
        if found is None:
            found = self._of_places.keep(key, self._locate(text))
        return found

    def keys(self, words: Sequence[str]) -> tuple[object, ...]:
        """Return what stands for all that texts whose names begin with some words may name."""
        return self._actors.keys(words), self._places.keys(words)

    def _locate(self, text: str) -> Located:
        places = self._index.places
        return tuple(
            (span, i)
            for span, i in self._places.find(text)
            if places.size(i) < 3
            or span.of(text) != places.name(i)
            or _LOCATES.search(text[max(0, span.start - _BEFORE) : span.start])
        )


def _adjectives(index: Lookup) -> Iterator[tuple[str, str]]:
    """Yield the adjectives of the record's countries: "the Syrian-Iraqi border" is in Syria."""
    countries = {p.country: p.id for p in index.record.places if p.type == "country"}
    for code, state in packs.default().states.items():
        if code in countries:
            for adjective in state.adjectives:
                yield adjective, countries[code]
