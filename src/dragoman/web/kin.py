"""Actors near an actor: those it is tied to, and those that by their names may be the same."""

from __future__ import annotations

from collections import Counter

import msgspec

from dragoman.model import Actor
from dragoman.web.snapshot import Snapshot

# Neighbours that a page lists.
_NEAREST = 12
# Namesakes offered for a decision; a word that more actors bear than this is no sign of one.
_ALIKE = 6
_RARE = 12


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """Another actor that this one is tied to, with how often in which way."""

    href: str
    name: str
    deeds: int
    words: int


class Namesake(msgspec.Struct, frozen=True, kw_only=True):
    """Another actor with a name so like this one's that it may be the same."""

    id: str
    href: str
    name: str
    type: str
    told: int


def neighbours(snap: Snapshot, name: str) -> tuple[Neighbour, ...]:
    """Return the named actors that one is tied to, those of most ties first."""
    deeds: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for tie in snap.relations:
        if name in (tie.source, tie.target):
            other = tie.target if tie.source == name else tie.source
            (deeds if tie.tie == "did" else words)[other] += 1
    named = (other for other in {**deeds, **words} if snap.actors[other].named)
    ordered = sorted(named, key=lambda other: (-deeds[other] - words[other], other))
    return tuple(
        Neighbour(
            href=f"/actors/{other}",
            name=snap.names.actor(other),
            deeds=deeds[other],
            words=words[other],
        )
        for other in ordered[:_NEAREST]
    )


def namesakes(item: Actor, snap: Snapshot) -> tuple[Namesake, ...]:
    """Return the actors that share a rare word of their names with this one, the likest first."""
    named = {other.id: _name_words(other) for other in snap.record.actors if other.named}
    often = Counter(word for words in named.values() for word in words)
    mine = {word for word in named.get(item.id, ()) if often[word] <= _RARE}
    found = []
    for other, words in named.items():
        theirs = {word for word in words if often[word] <= _RARE}
        if other != item.id and mine & theirs:
            found.append((len(mine & theirs) / len(mine | theirs), other))
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(_namesake(snap.actors[other], snap) for _, other in found[:_ALIKE])


def _namesake(other: Actor, snap: Snapshot) -> Namesake:
    groups = (snap.claims_by_speaker, snap.events_by_actor)
    return Namesake(
        id=other.id,
        href=f"/actors/{other.id}",
        name=other.name,
        type=other.type.replace("_", " "),
        told=sum(len(group.get(other.id, ())) for group in groups),
    )


def _name_words(item: Actor) -> set[str]:
    return {word for word in item.name.lower().split() if len(word) > 2}
