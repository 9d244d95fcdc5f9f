"""Actors: who acts and who speaks."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.spans import Evidence

ActorType = Literal[
    "person", "state", "government", "armed_group", "organisation", "group", "unknown"
]
MentionForm = Literal["name", "alias", "title", "nominal", "pronoun", "metonym", "adjective"]


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A post that an actor is said to hold: "Russia's special envoy to Syria".

    ``of`` is the id of the actor that the post belongs to (here the Russian state).
    """

    title: str
    of: str | None = None
    held: Dates | None = None
    evidence: tuple[Evidence, ...] = ()


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, state, government, armed group, organisation or group.

    Extraction makes one for each actor that a report names; resolution merges them across
    reports. ``pack`` is the entry of a pack that it was recognised as ("syria:islamic-state").
    ``named`` is false for collective or unnamed sources ("two diplomats", "residents").
    """

    id: str
    name: str
    names: tuple[str, ...]
    type: ActorType
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    pack: str | None = None
    named: bool = True
    evidence: tuple[Evidence, ...] = ()


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that refers to an actor, by name or otherwise.

    ``evidence`` is the whole noun phrase that names it, without a trailing clause ("Russia's
    chief negotiator Alexander Lavrentyev"); ``head`` is the token index of its head word in the
    `Document`.
    """

    evidence: Evidence
    actor: str
    form: MentionForm
    head: int
