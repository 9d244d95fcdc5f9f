"""One actor across reports: local actors joined by pack entry, or by names that agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from dragoman.model import Actor, ActorType, Judgement, make_id
from dragoman.resolution.grouping import Groups
from dragoman.resolution.judging import obey
from dragoman.resolution.names import (
    best_name,
    fold,
    is_acronym,
    name_key,
    same_organisation,
    same_person,
    same_token,
    skeleton,
    tokens,
)

# Kinds that reports mix for one body ("the group", "the organisation").
_BODIES = frozenset({"armed_group", "organisation", "group"})


# A surname of fewer letters is too common to tell by itself ("Mohammed Ali").
_TELLING = 5


class LocalActor(msgspec.Struct, frozen=True):
    """An actor of one report with the report's place in order (position, then id)."""

    actor: Actor
    order: int

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.actor.type == "person"

    @property
    def fullest(self) -> str:
        """The fullest of its names."""
        return best_name((self.actor.name, *self.actor.names))


@lru_cache(maxsize=20_000)
def global_id(pack: str) -> str:
    """Return the id of the actor that a pack's entry describes."""
    return make_id("act", "pack", pack)


def join_actors(
    locals_: Sequence[LocalActor], judgements: Sequence[Judgement] = ()
) -> dict[str, str]:
    """Return the global id of each local actor id.

    A pack's actor has the id of its entry; any other the local id of the first report that has
    it. People's judgements come first, then pack entries, then names.
    """
    by_id = {one.actor.id: one for one in sorted(locals_, key=lambda a: (a.order, a.actor.id))}
    groups = Groups(by_id)
    entries: dict[str, str] = {}
    for i, one in by_id.items():
        if one.actor.pack:
            entries.setdefault(global_id(one.actor.pack), i)
    obey(groups, judgements, lambda i: i if i in by_id else entries.get(i))
    _keep_apart(groups, by_id)
    for one in by_id.values():
        if one.actor.pack:
            groups.join(entries[global_id(one.actor.pack)], one.actor.id)
    named = [one for one in by_id.values() if one.actor.named]
    _join_full_names(groups, [one for one in named if one.person])
    _join_second_surnames(groups, [one for one in named if one.person])
    _join_bodies(groups, [one for one in named if not one.person])
    _join_short_names(groups, [one for one in named if one.person])
    return {i: gid for members in groups.members() for i, gid in _ids(members, by_id)}


def _ids(members: Sequence[str], by_id: Mapping[str, LocalActor]) -> Iterable[tuple[str, str]]:
    ordered = sorted(members, key=lambda i: (by_id[i].order, i))
    packs = [by_id[i].actor.pack for i in ordered]
    pack = next((p for p in packs if p), None)
    chosen = global_id(pack) if pack else ordered[0]
    return ((i, chosen) for i in ordered)


def _keep_apart(groups: Groups, by_id: Mapping[str, LocalActor]) -> None:
    """Set different pack entries apart: two entries are two actors."""
    first: dict[str, str] = {}
    for i, one in by_id.items():
        if one.actor.pack:
            first.setdefault(one.actor.pack, i)
    groups.keep_distinct(first.values())


def _blocks(actors: Iterable[LocalActor], person: bool) -> list[list[LocalActor]]:
    blocks: dict[str, list[LocalActor]] = {}
    for one in actors:
        names = {one.fullest} if person else {one.actor.name, *one.actor.names}
        for key in sorted({name_key(name, person) for name in names}):
            blocks.setdefault(key, []).append(one)
    return [blocks[key] for key in sorted(blocks) if len(blocks[key]) > 1]


def _profiles(block: Sequence[LocalActor]) -> list[LocalActor]:
    """Return one actor of each spelling, type, country and pack: the rest compare the same."""
    seen: dict[tuple[str, str, str, str], LocalActor] = {}
    for one in block:
        a = one.actor
        seen.setdefault((fold(one.fullest), a.type, a.country or "", a.pack or ""), one)
    return list(seen.values())


def _countries_clash(a: Actor, b: Actor) -> bool:
    return bool(a.country and b.country and a.country != b.country)


def _join_full_names(groups: Groups, people: Sequence[LocalActor]) -> None:
    for block in _blocks(people, person=True):
        full = [one for one in block if len(tokens(one.fullest)) > 1]
        _join_equals(groups, full)
        for a, b in combinations(_profiles(full), 2):
            verdict = same_person(a.fullest, b.fullest)
            if verdict and not _countries_clash(a.actor, b.actor):
                groups.join(a.actor.id, b.actor.id)


def _join_second_surnames(groups: Groups, people: Sequence[LocalActor]) -> None:
    """Join "Luis Ortega" to "Luis Ortega Prado" when only one longer name in the record fits.

    Two names without the second surname may still be of two: then nothing is joined.
    """
    longer: dict[tuple[str, ...], list[LocalActor]] = {}
    for one in _profiles(people):
        words = tokens(one.fullest)
        if len(words) > 2:
            longer.setdefault(_skeletons(words[:-1]), []).append(one)
    for one in _profiles(people):
        words = tokens(one.fullest)
        able = longer.get(_skeletons(words), ()) if len(words) > 1 else ()
        fits = [o for o in able if _spelled(words, tokens(o.fullest))]
        if len({groups.find(other.actor.id) for other in fits}) != 1:
            continue
        if not any(_countries_clash(one.actor, other.actor) for other in fits):
            groups.join(one.actor.id, fits[0].actor.id)


def _skeletons(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(skeleton, words))


def _spelled(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether a name is the beginning of a longer one, and its surname tells."""
    same = all(same_token(a, b) for a, b in zip(short, long, strict=False))
    return same and len(short[-1]) >= _TELLING


def _join_equals(groups: Groups, block: Sequence[LocalActor]) -> None:
    """Join the actors that one profile stands for."""
    first: dict[tuple[str, str, str, str], str] = {}
    for one in block:
        a = one.actor
        key = (fold(one.fullest), a.type, a.country or "", a.pack or "")
        groups.join(first.setdefault(key, a.id), a.id)


def _types_fit(a: ActorType, b: ActorType) -> bool:
    return a == b or {a, b} <= _BODIES or ("unknown" in (a, b) and "person" not in (a, b))


def _join_bodies(groups: Groups, bodies: Sequence[LocalActor]) -> None:
    for block in _blocks(bodies, person=False):
        _join_equals(groups, block)
        for a, b in combinations(_profiles(block), 2):
            fits = _types_fit(a.actor.type, b.actor.type)
            if fits and not _countries_clash(a.actor, b.actor) and _names_meet(a.actor, b.actor):
                groups.join(a.actor.id, b.actor.id)
    _join_acronyms(groups, bodies)


def _names_meet(a: Actor, b: Actor) -> bool:
    return any(
        same_organisation(x, y)
        for x in dict.fromkeys((a.name, *a.names))
        for y in dict.fromkeys((b.name, *b.names))
    )


def _join_acronyms(groups: Groups, bodies: Sequence[LocalActor]) -> None:
    """Join an acronym that stands alone in its report to the one body whose initials it is."""
    full: dict[str, list[LocalActor]] = {}
    for one in _profiles(bodies):
        initials = "".join(w[0] for w in one.fullest.replace("-", " ").split() if w[0].isupper())
        if len(initials) >= 3 and not one.fullest.isupper():
            full.setdefault(initials, []).append(one)
    for one in bodies:
        short = one.actor.name.replace(".", "")
        fits = [
            other
            for other in full.get(short, ())
            if is_acronym(short, other.fullest) and _types_fit(one.actor.type, other.actor.type)
        ]
        if len({groups.find(other.actor.id) for other in fits}) == 1:
            groups.join(one.actor.id, fits[0].actor.id)


def _join_short_names(groups: Groups, people: Sequence[LocalActor]) -> None:
    """Join a surname that stands alone in its report when only one person bears it."""
    for block in _blocks(people, person=True):
        short = [one for one in block if len(tokens(one.fullest)) == 1]
        full = [one for one in block if len(tokens(one.fullest)) > 1]
        for one in short:
            bearers = [
                other
                for other in _profiles(full)
                if same_person(one.fullest, other.fullest) is None
            ]
            if len({groups.find(other.actor.id) for other in bearers}) != 1:
                continue
            if not any(_countries_clash(one.actor, other.actor) for other in bearers):
                groups.join(one.actor.id, bearers[0].actor.id)
        if not full and len({o.actor.country for o in short if o.actor.country}) < 2:
            _join_equal_surnames(groups, short)


def _join_equal_surnames(groups: Groups, short: Sequence[LocalActor]) -> None:
    """Join bare surnames of one spelling, when no full name in the record bears them."""
    first: dict[str, str] = {}
    for one in short:
        groups.join(first.setdefault(fold(one.fullest), one.actor.id), one.actor.id)
