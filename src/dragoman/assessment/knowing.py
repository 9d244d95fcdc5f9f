"""The record as a reader could have known it on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from dragoman.model import (
    Actor,
    Agreement,
    Commitment,
    Dates,
    Event,
    Evidence,
    Record,
    Report,
)
from dragoman.resolution.deriving import derive
from dragoman.resolution.events import views
from dragoman.resolution.merging import held
from dragoman.resolution.names import best_name, fold
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.view import View

replace = msgspec.structs.replace


def known_by(record: Record, day: dt.date) -> Record:
    """Return what the reports published up to ``day`` state; undated reports are left out.

    Who is who and which accounts tell of one event stay as the whole record has them: to leave
    that to the day's reports too, resolve their extracts alone (`library.build` does).
    """
    reports = tuple(
        r for r in record.reports if r.published and r.published.end and r.published.end <= day
    )
    if len(reports) == len(record.reports):
        return record
    kept = {r.id: r for r in reports}
    claims = tuple(c for c in record.claims if c.report in kept)
    accounts = tuple(a for a in record.accounts if a.report in kept)
    index = PlaceIndex(record.places)
    actors = tuple(_actor(a, kept) for a in record.actors if _within(a.evidence, kept))
    unnamed = {a.id: f"{a.type} {fold(a.name)}" for a in actors if not a.named}
    return replace(
        record,
        reports=reports,
        actors=actors,
        claims=claims,
        accounts=accounts,
        events=_events(views(accounts, reports, claims, unnamed, index), index, unnamed),
        agreements=tuple(
            _agreement(a, kept) for a in record.agreements if _within(a.evidence, kept)
        ),
        commitments=tuple(
            _commitment(c, kept) for c in record.commitments if _within(c.evidence, kept)
        ),
        skipped=tuple(s for s in record.skipped if s.report is None or s.report in kept),
    )


def _events(
    seen: Sequence[View], index: PlaceIndex, unnamed: Mapping[str, str]
) -> tuple[Event, ...]:
    groups: dict[str, list[View]] = {}
    for view in seen:
        groups.setdefault(view.account.event, []).append(view)
    found = (
        replace(derive(members, index, unnamed), id=event) for event, members in groups.items()
    )
    return tuple(sorted(found, key=lambda e: e.id))


def _actor(actor: Actor, kept: Mapping[str, Report]) -> Actor:
    """Return an actor with the names, posts and evidence that the kept reports give."""
    evidence = _within(actor.evidence, kept)
    names = _called((actor.name, *actor.names), evidence)
    usual = actor.name if actor.pack or actor.name in names else best_name(names or actor.names)
    roles = (replace(r, evidence=_within(r.evidence, kept)) for r in actor.roles)
    return replace(
        actor,
        name=usual,
        names=tuple(n for n in actor.names if n in names) or (usual,),
        evidence=evidence,
        roles=tuple(
            replace(role, held=held(role.held, role.evidence, kept))
            for role in roles
            if role.evidence
        ),
    )


def _called(names: Iterable[str], evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return those of some names that stand in the words of the evidence."""
    quotes = " | ".join(fold(e.quote) for e in evidence)
    return tuple(dict.fromkeys(n for n in names if fold(n) in quotes))


def _agreement(agreement: Agreement, kept: Mapping[str, Report]) -> Agreement:
    evidence = _within(agreement.evidence, kept)
    names = _called((agreement.name, *agreement.names), evidence) or (evidence[0].quote,)
    placed = _stated(agreement.place_evidence, kept)
    return replace(
        agreement,
        name=names[0],
        names=names,
        evidence=evidence,
        date=_dated(agreement.date, kept),
        place=agreement.place if placed else None,
        place_evidence=agreement.place_evidence if placed else None,
    )


def _commitment(commitment: Commitment, kept: Mapping[str, Report]) -> Commitment:
    return replace(
        commitment,
        evidence=_within(commitment.evidence, kept),
        due=_dated(commitment.due, kept),
        made_on=_dated(commitment.made_on, kept),
    )


def _dated(dates: Dates | None, kept: Mapping[str, Report]) -> Dates | None:
    return dates if dates and _stated(dates.evidence, kept) else None


def _stated(evidence: Evidence | None, kept: Mapping[str, Report]) -> bool:
    return evidence is None or evidence.report in kept


def _within(evidence: Iterable[Evidence], reports: Collection[str]) -> tuple[Evidence, ...]:
    return tuple(e for e in evidence if e.report in reports)
