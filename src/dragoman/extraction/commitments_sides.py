"""Whom a speaker can bind: a minister's word is given for the army of the minister's state."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Actor

_BODIES = ("state", "government")


class Sides:
    """The states that the actors of one report belong to or speak for."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        known = tuple(actors)
        self._bodies = {actor.id: _state(actor) for actor in known if actor.type in _BODIES}
        self._posts = {
            actor.id: frozenset(role.of for role in actor.roles if role.of) for actor in known
        }
        self._spoken = {
            actor.id: frozenset(self._bodies[r.of] for r in actor.roles if r.of in self._bodies)
            for actor in known
            if actor.type == "person"
        }

    def ours(self, speaker: str) -> str:
        """Return whom a speaker means by "we": the one body that the speaker speaks for."""
        posts = self._posts.get(speaker, frozenset())
        return next(iter(posts)) if len(posts) == 1 else speaker

    def binds(self, speakers: Iterable[str], actor: str) -> bool:
        """Return whether one of the speakers can undertake something in an actor's name."""
        state = self._bodies.get(actor)
        if state is None:
            return False
        return any(
            state == self._bodies.get(one) or state in self._spoken.get(one, ()) for one in speakers
        )


def _state(actor: Actor) -> str:
    """Return the state of a state or of its organ ("Armed forces of Karvelia")."""
    return actor.name.partition(" of ")[2] or actor.name
