"""Which names of persons to whom something was done are names of one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

import msgspec

from dragoman.model import Actor
from dragoman.resolution.deed import Deed
from dragoman.resolution.names import fold
from dragoman.resolution.openings import is_rare
from dragoman.resolution.wording import stem

# How alike two spellings of one name are: beside a rare name that both have, and beside any.
SPELLED, BESIDE_ANY = 0.66, 0.8
# A shorter word is too soon like another.
SHORT = 4
# What is told without its day was done at most so many days before its report came out.
FRESH = 3
# What is done to a person as a rule once in so many days: one report has him shot, another killed.
_HARM = {"killed": "harmed", "attacked": "harmed", "struck": "harmed", "abducted": "abducted"}


def by_full_name(found: Sequence[Deed], actors: Mapping[str, Actor]) -> list[Deed]:
    """Return the deeds, with "Mira Kost" as whom it was done to for "Kost" where both were killed.

    That of two people one's name is a part of the other's does not make them one; that both were
    killed does, where no third is named so, or the days are the same. So does a name that is
    spelled in two ways ("Kost" and "Cost") where one thing was done to both within days.
    """
    full = _of_parts(found, actors)
    for short, long in _spelled(found, actors):
        one, other = full.get(short, short), full.get(long, long)
        if one != other:
            full = {i: other if to == one else to for i, to in full.items()} | {one: other}
    return [msgspec.structs.replace(d, whom=full.get(d.whom, d.whom)) for d in found]


def _of_parts(found: Sequence[Deed], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Return the person with the full name for each who was killed under a part of it."""
    names = {
        deed.whom: frozenset(fold(actors[deed.whom].name).split())
        for deed in found
        if not deed.group and deed.kind == "killed"
    }
    days: dict[str, set[dt.date]] = {}
    for deed in found:
        if deed.day and deed.kind == "killed":
            days.setdefault(deed.whom, set()).add(deed.day)
    by_word: dict[str, list[str]] = {}
    for i, name in names.items():
        for word in sorted(name):
            by_word.setdefault(word, []).append(i)
    full: dict[str, str] = {}
    for i, name in names.items():
        able = _longer(name, names, by_word)
        if len(able) == 1:
            full[i] = able[0]
            continue
        for short in (name, *_other_names(actors[i], name)):
            # "Mira Kost" may be the "Mira Ana Kost" of another report, or "Mira Kost Oren".
            same = _longer(short, names, by_word)
            same = [j for j in same if j != i and days.get(i, set()) & days.get(j, set())]
            if len(same) == 1:
                full[i] = same[0]
                break
    return full


def _longer(
    name: frozenset[str], names: Mapping[str, frozenset[str]], by_word: Mapping[str, list[str]]
) -> list[str]:
    """Return the persons whose names have all words of a name, and more."""
    alike = min((by_word.get(word, []) for word in sorted(name)), key=len, default=[])
    return [j for j in alike if len(name) > 1 and name < names[j]]


def _other_names(actor: Actor, name: frozenset[str]) -> list[frozenset[str]]:
    """Return the shorter names in full by which reports know a person."""
    known = (frozenset(fold(one).split()) for one in actor.names)
    return [one for one in known if len(one) > 1 and one < name]


def _spelled(found: Sequence[Deed], actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of persons, the longer name last, whose names are one in two spellings.

    The same was done to both within days, and no report names both.
    """
    done: dict[tuple[str, str], list[Deed]] = {}
    for deed in found:
        if not deed.group and deed.kind in _HARM and deed.happened:
            done.setdefault((_HARM[deed.kind], deed.whom), []).append(deed)
    by_word: dict[tuple[str, str], list[str]] = {}
    for kind, whom in sorted(done):
        for word in sorted(set(fold(actors[whom].name).split())):
            by_word.setdefault((kind, word), []).append(whom)
    seen: set[tuple[str, str]] = set()
    for key in sorted(by_word):
        for a, b in combinations(by_word[key], 2):
            if (a, b) in seen or not _bear_one(actors[a], actors[b]):
                continue
            seen.add((a, b))
            if _reports(actors[a]).isdisjoint(_reports(actors[b])) and _within_days(
                done[key[0], a], done[key[0], b]
            ):
                yield (a, b) if len(actors[a].name) <= len(actors[b].name) else (b, a)


def _bear_one(first: Actor, second: Actor) -> bool:
    """Return whether one name in full of a person is that of another, spelled by two."""
    return any(_alike(a, b) for a in _in_full(first) for b in _in_full(second))


def _in_full(actor: Actor) -> list[str]:
    return sorted({name for name in (actor.name, *actor.names) if " " in name.strip()})


def _alike(first: str, second: str) -> bool:
    """Return whether two full names are spellings of one, with a word in common.

    >>> _alike("Mira Espinoza", "Mira Espinosa Oren"), _alike("Mira Kost", "Mira Talen")
    (True, False)
    """
    short, long = sorted((fold(first).split(), fold(second).split()), key=len)
    same = set(short) & set(long)
    left = [word for word in short if word not in same]
    if not left or not same or len(short) < 2:
        return False
    rest = [word for word in long if word not in same]
    least = SPELLED if any(is_rare(stem(word)) for word in same) else BESIDE_ANY
    return all(any(_like(word, other, least) for other in rest) for word in left)


def _like(one: str, other: str, least: float) -> bool:
    """Return whether two words may be one name, spelled by two: not "Mario" and "Maria"."""
    if min(len(one), len(other)) < SHORT or one[0] != other[0] or one[:-1] == other[:-1]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


def _reports(actor: Actor) -> set[str]:
    return {evidence.report for evidence in actor.evidence}


def _within_days(first: Iterable[Deed], second: Iterable[Deed]) -> bool:
    """Return whether some two deeds may be of one day, or nearly."""
    theirs = list(second)
    return any(_meet(a, b) for a in first for b in theirs)


def _meet(a: Deed, b: Deed) -> bool:
    one, other = _when(a), _when(b)
    if one is None or other is None:
        return False
    slip = dt.timedelta(1)
    return one[0] - slip <= other[1] and other[0] - slip <= one[1]


def _when(deed: Deed) -> tuple[dt.date, dt.date] | None:
    """Return the days on which a deed was done, as far as its report tells."""
    if deed.day:
        return deed.day, deed.day
    if deed.days or deed.published is None:
        return None
    return deed.published - dt.timedelta(FRESH), deed.published
