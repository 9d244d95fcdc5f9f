"""The record, and what one report alone contributes to it."""

from __future__ import annotations

import msgspec

from dragoman.model.actors import Actor, ActorMention
from dragoman.model.agreements import Agreement, Commitment
from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute
from dragoman.model.events import Account, Event
from dragoman.model.mentions import NumberMention, TimeMention
from dragoman.model.places import Place, PlaceMention
from dragoman.model.report import Report, Skipped


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What one report states, before anything is known of the other reports.

    A pure function of the report and the packs. Actor ids are local to the report; place ids
    are global where a gazetteer or a pack knows the place.
    """

    report: Report
    times: tuple[TimeMention, ...] = ()
    places: tuple[Place, ...] = ()
    place_mentions: tuple[PlaceMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_mentions: tuple[ActorMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Account, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a set of reports states, resolved across them and assessed.

    Tuples are in a fixed order: reports by date of publication and id, the rest by id unless
    the type says otherwise.
    """

    reports: tuple[Report, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Account, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    skipped: tuple[Skipped, ...] = ()
