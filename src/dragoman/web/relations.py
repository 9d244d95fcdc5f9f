"""Who did what to whom, and who speaks of whom: the pairs of actors that a record ties together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

import msgspec

from dragoman.briefing.events import kind
from dragoman.model import Claim
from dragoman.model.vocabulary import label
from dragoman.web.standing import Standing, standing

if TYPE_CHECKING:
    from dragoman.web.snapshot import Snapshot

Tie = Literal["did", "said"]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that ties two actors: a deed (an event) or words about somebody (a claim)."""

    source: str
    target: str
    tie: Tie
    words: str
    type: str
    standing: Standing
    thing: str


def claims_about(snap: Snapshot) -> dict[str, tuple[Claim, ...]]:
    """Return, for each actor, what others are said to have said about it.

    A claim is about an actor that its content mentions, or that acts or is acted upon in an
    account that the claim gives.
    """
    mentions = _mentions(snap)
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in snap.record.claims:
        for actor in _spoken_of(claim, mentions.get(claim.report, []), snap):
            if actor != claim.speaker.actor and actor in snap.actors:
                found[actor].append(claim)
    return {actor: tuple(claims) for actor, claims in found.items()}


def _mentions(snap: Snapshot) -> dict[str, list[tuple[int, int, str]]]:
    """Return where each report mentions which actor, in order of the text."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for actor in snap.record.actors:
        for evidence in actor.evidence:
            found[evidence.report].append((evidence.start, evidence.end, actor.id))
    for places in found.values():
        places.sort()
    return found


def _spoken_of(
    claim: Claim, mentions: list[tuple[int, int, str]], snap: Snapshot
) -> dict[str, None]:
    about: dict[str, None] = {}
    for account in snap.accounts_by_claim.get(claim.id, ()):
        about.update(dict.fromkeys((*account.actors, *account.recipients)))
    for part in claim.content:
        for start, end, actor in mentions[bisect_left(mentions, (part.start, 0, "")) :]:
            if start >= part.end:
                break
            if end <= part.end:
                about[actor] = None
    return about


def relations(snap: Snapshot) -> tuple[Relation, ...]:
    """Return every tie between two actors, deeds first, in the record's order."""
    found: list[Relation] = []
    for event in snap.record.events:
        found.extend(
            Relation(
                source=actor,
                target=recipient,
                tie="did",
                words=kind(event),
                type=event.type,
                standing=standing(event.status),
                thing=event.id,
            )
            for actor in event.actors
            for recipient in event.recipients
            if actor != recipient
        )
    for target, claims in snap.claims_about.items():
        found.extend(
            Relation(
                source=claim.speaker.actor,
                target=target,
                tie="said",
                words=label("acts", claim.act),
                type=claim.act,
                standing="real",
                thing=claim.id,
            )
            for claim in claims
            if claim.speaker.actor in snap.actors and claim.speaker.actor is not None
        )
    return tuple(found)
