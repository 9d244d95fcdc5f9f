"""Packs loaded together: look-ups by key, and the check that every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.errors import PackError
from dragoman.packs.entries import Pack, PackActor, PackAgreement, PackPlace
from dragoman.packs.reading import SHIPPED, read_pack


class Packs:
    """The packs that a run knows, in the order in which they were loaded.

    A key looks like ``syria:islamic-state``: the pack's name and the entry's own key.
    """

    def __init__(self, packs: Iterable[Pack] = ()) -> None:
        self.packs = tuple(packs)
        _check(self)

    def __repr__(self) -> str:
        return f"Packs({', '.join(pack.info.name for pack in self.packs)})"

    @cached_property
    def actors(self) -> dict[str, PackActor]:
        """Every actor by its key."""
        return {actor.key: actor for pack in self.packs for actor in pack.actors}

    @cached_property
    def places(self) -> dict[str, PackPlace]:
        """Every place by its key."""
        return {place.key: place for pack in self.packs for place in pack.places}

    @cached_property
    def agreements(self) -> dict[str, PackAgreement]:
        """Every agreement by its key."""
        return {deal.key: deal for pack in self.packs for deal in pack.agreements}

    @cached_property
    def states(self) -> dict[str, PackActor]:
        """Every state by its ISO 3166-1 alpha-2 code."""
        return {
            actor.country: actor
            for actor in self.actors.values()
            if actor.type == "state" and actor.country
        }

    def whole(self, key: str) -> Iterator[PackActor]:
        """Yield the actors that the actor ``key`` is a part of, nearest first."""
        seen = {key}
        actor = self.actors.get(key)
        while actor and actor.part_of and actor.part_of not in seen:
            seen.add(actor.part_of)
            actor = self.actors.get(actor.part_of)
            if actor:
                yield actor


def load(packs: Iterable[str | Path] | str | Path) -> Packs:
    """Return the packs named: shipped ones by name ("syria"), others by the path of their folder.

    A pack that another needs is loaded before it, once. Raises `PackError`.

    >>> load("yemen")
    Packs(world, yemen)
    """
    wanted = [packs] if isinstance(packs, (str, Path)) else list(packs)
    found: dict[str, Pack] = {}
    for one in wanted:
        _add(one, found, ())
    return Packs(found.values())


@lru_cache(maxsize=1)
def default() -> Packs:
    """Return all packs that ship with Dragoman."""
    return load(sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir()))


def _add(one: str | Path, found: dict[str, Pack], asked: tuple[str, ...]) -> None:
    pack = read_pack(one)
    name = pack.info.name
    if name in found:
        return
    if name in asked:
        raise PackError(f"pack {name!r} needs itself (through {', '.join(asked)}): drop a 'needs'")
    for need in pack.info.needs:
        _add(need, found, (*asked, name))
    found[name] = pack


def _check(packs: Packs) -> None:
    for pack in packs.packs:
        for actor in pack.actors:
            for target in (actor.part_of, *(role.of for role in actor.roles)):
                _must_exist(target, packs.actors, f"pack {pack.info.name!r}, actor {actor.key!r}")
        for place in pack.places:
            for target in place.within:
                _must_exist(target, packs.places, f"pack {pack.info.name!r}, place {place.key!r}")
        for deal in pack.agreements:
            for target in deal.parties:
                _must_exist(target, packs.actors, f"pack {pack.info.name!r}, deal {deal.key!r}")


def _must_exist(target: str | None, known: Iterable[str], where: str) -> None:
    if target is not None and target not in known:
        raise PackError(
            f"{where}: nothing has the key {target!r}: correct the key, add the entry, or name "
            "its pack under 'needs' in pack.yaml"
        )
