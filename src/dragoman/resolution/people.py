"""The persons whom each report names in full, found again by any part of a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dragoman.model import Actor
from dragoman.resolution.names import fold
from dragoman.resolution.openings import is_rare
from dragoman.resolution.wording import stem

# A shorter word of a state's name begins too many others.
SHORT = 4
# A name in full has so many words at least.
_IN_FULL = 2
# Names of these are in every report on a conflict.
SIDES = frozenset({"state", "government", "armed_group"})


class People:
    """The persons whom each report names in full, to be found again by any part of a name."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_report: dict[str, dict[str, set[str]]] = {}
        self._names: dict[str, list[frozenset[str]]] = {}
        actors = list(actors)
        self._states = state_stems(actors)
        self._alone = _alone(actors)
        self._bearers: dict[str, set[str]] = {}
        for actor in actors:
            if not is_known(actor):
                continue
            names = [fold(name).split() for name in (actor.name, *actor.names)]
            self._names[actor.id] = [frozenset(n) for n in names if len(n) > 1]
            for name in names:
                self._bearers.setdefault(" ".join(name), set()).add(actor.id)
            parts = {part for name in names for part in name}
            for report in {evidence.report for evidence in actor.evidence}:
                known = self._by_report.setdefault(report, {})
                for part in parts:
                    known.setdefault(part, set()).add(actor.id)

    def find(self, report: str, name: str) -> str | None:
        """Return the one person in a report whom some words name, None when none or several.

        A full name that only one person of all reports bears is his, and so is a rare surname.
        """
        known = self._by_report.get(report, {})
        told = fold(name).split()
        # "UNICEF" is nobody's name, though its director may be known by it.
        if not told or (name.isupper() and len(told) == 1):
            return None
        able = {i for part in told for i in known.get(part, ())}
        full = [i for i in able if self._full(i, frozenset(told))]
        if len(full) == 1:
            return full[0]
        bearers = self._bearers_of(told)
        if not able and len(bearers) == 1:
            return next(iter(bearers))
        last = known.get(told[-1], set())
        if last or len(told) > 1:
            return next(iter(last)) if len(last) == 1 and len(told[-1]) > 2 else None
        # "Al-Bab" may be a town.
        return None if "-" in name else self._alone.get(told[0])

    def _bearers_of(self, told: Sequence[str]) -> set[str]:
        """Return the persons of all reports who bear a full name, else its last two words."""
        if len(told) < _IN_FULL:
            return set()
        whole = self._bearers.get(" ".join(told), set())
        return whole or self._bearers.get(" ".join(told[-_IN_FULL:]), set())

    def named_in(self, report: str) -> list[str]:
        """Return the persons whom a report names in full."""
        return sorted({i for able in self._by_report.get(report, {}).values() for i in able})

    def group(self, words: Iterable[str]) -> str | None:
        """Return the stem of a rare word for a group: "Jesuits", "Jesuit priests"."""
        # The full stop of a sentence stands with its last name.
        told = [*(word.rstrip(".") for word in words), ""]
        for word, after in pairwise(told):
            # Of "Jesuits" and "Jesuit priests" both tell which group.
            plural = word.endswith("s") or (after.endswith("s") and after.islower())
            name = stem(fold(word))
            rare = word[:1].isupper() and is_rare(name) and not name.startswith(self._states)
            if plural and rare:
                return name
        return None

    def _full(self, person: str, told: frozenset[str]) -> bool:
        names = self._names[person]
        return any(name <= told or (len(told) > 1 and told <= name) for name in names)


def is_known(actor: Actor) -> bool:
    """Return whether an actor is a person named in full."""
    return actor.type == "person" and actor.named and " " in actor.name.strip()


def _alone(actors: Iterable[Actor]) -> dict[str, str]:
    """Return the rare words that are the surname of one person alone, of all reports."""
    bearers: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
    for actor in actors:
        if is_known(actor):
            name = fold(actor.name).split()
            one = (-len(name), actor.id, frozenset(name))
            for word in name[1:]:
                bearers.setdefault(word, []).append(one)
    found = {}
    for word, some in bearers.items():
        if len(word) > SHORT and is_rare(stem(word)):
            # "Ignacio Ellacuria" and "Jose Ignacio Ellacuria" are one bearer.
            _, first, longest = min(some)
            if all(name <= longest for _, _, name in some):
                found[word] = first
    return found


def state_stems(actors: Iterable[Actor]) -> tuple[str, ...]:
    """Return how the words for the people of each state begin: "Varni", of Varnia."""
    names = {
        word[:-1]
        for actor in actors
        if actor.type == "state" and actor.named
        for word in fold(actor.name).split()
        if len(word) > SHORT
    }
    return tuple(sorted(names))


def side_words(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the words of the names of those who fight: states, governments and armed groups."""
    return frozenset(
        word
        for actor in actors
        if actor.named and actor.type in SIDES
        for name in (actor.name, *actor.names)
        for word in fold(name).split()
    )
