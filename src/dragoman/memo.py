"""What an earlier derivation worked out, found again by the content of what it was made from.

A record is always derived from all reports and decisions; where a part of the work reads the same
as before, down to the last character, its result is taken from here. A key holds, or is a digest
of, everything that the result depends on: nothing need ever be taken back, and neither order nor
history shows in the record. What a derivation did not ask for is forgotten at its end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from operator import is_not
from typing import Any, Generic, TypeVar

import msgspec

V = TypeVar("V")

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest(*parts: object) -> bytes:
    """Return 16 bytes that stand for a content: structs, tuples, sets, text, numbers, days.

    >>> digest("a", {"x", "y"}) == digest("a", {"y", "x"}), digest("ab") == digest("a", "b")
    (True, False)
    """
    return hashlib.blake2b(_encode(parts), digest_size=16).digest()


class Table(Generic[V]):
    """Results of one kind by key. Two generations are held: asked for since `turn`, and before."""

    def __init__(self) -> None:
        self._before: dict[Hashable, V] = {}
        self._now: dict[Hashable, V] = {}

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the result under ``key``, made if it is not there."""
        found = self.find(key)
        return self.keep(key, make()) if found is None else found

    def find(self, key: Hashable) -> V | None:
        """Return the result under ``key``, None when it is not there."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def keep(self, key: Hashable, value: V) -> V:
        """Keep a result under ``key`` and return it."""
        self._now[key] = value
        return value

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        self._before, self._now = self._now, {}


class Memo:
    """Tables of results by name; empty at first, and filled by each derivation that is given it."""

    def __init__(self) -> None:
        self._tables: dict[str, Table[Any]] = {}
        self._shared: dict[str, tuple[tuple[object, ...], Any]] = {}
        # What may be kept in a file, as bytes: it is good for the program that made it alone.
        self.lasting: dict[str, bytes] = {}

    def table(self, name: str) -> Table[Any]:
        """Return the table of a name, made when it is first asked for."""
        return self._tables.setdefault(name, Table())

    def shared(self, name: str, of: tuple[object, ...], make: Callable[[], V]) -> V:
        """Return what was made of these very objects in this derivation, made if it was not."""
        held = self._shared.get(name)
        if held is None or len(held[0]) != len(of) or any(map(is_not, held[0], of)):
            held = self._shared[name] = (of, make())
        return held[1]

    def turn(self) -> None:
        """End a derivation: forget what it did not ask for."""
        self._shared.clear()
        for table in self._tables.values():
            table.turn()
