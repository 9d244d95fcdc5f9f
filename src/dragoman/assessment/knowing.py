"""The record as a reader could have known it on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from dragoman.model import Evidence, Record
from dragoman.resolution.deriving import derive
from dragoman.resolution.events import views
from dragoman.resolution.names import fold
from dragoman.resolution.places import PlaceIndex

replace = msgspec.structs.replace


def known_by(record: Record, day: dt.date) -> Record:
    """Return what the reports published up to ``day`` state; undated reports are left out."""
    reports = tuple(
        r for r in record.reports if r.published and r.published.end and r.published.end <= day
    )
    if len(reports) == len(record.reports):
        return record
    kept = {r.id for r in reports}
    claims = tuple(c for c in record.claims if c.report in kept)
    accounts = tuple(a for a in record.accounts if a.report in kept)
    index = PlaceIndex(record.places)
    groups: dict[str, list[int]] = {}
    unnamed = {a.id: f"{a.type} {fold(a.name)}" for a in record.actors if not a.named}
    seen = views(accounts, reports, claims, unnamed, index)
    for k, view in enumerate(seen):
        groups.setdefault(view.account.event, []).append(k)
    events = [
        replace(derive([seen[k] for k in members], index, unnamed), id=event)
        for event, members in groups.items()
    ]
    return replace(
        record,
        reports=reports,
        actors=tuple(
            replace(
                actor,
                evidence=_within(actor.evidence, kept),
                roles=tuple(
                    replace(role, evidence=_within(role.evidence, kept))
                    for role in actor.roles
                    if _within(role.evidence, kept)
                ),
            )
            for actor in record.actors
            if _within(actor.evidence, kept)
        ),
        claims=claims,
        accounts=accounts,
        events=tuple(sorted(events, key=lambda e: e.id)),
        agreements=tuple(
            replace(a, evidence=_within(a.evidence, kept))
            for a in record.agreements
            if _within(a.evidence, kept)
        ),
        commitments=tuple(c for c in record.commitments if _within(c.evidence, kept)),
        skipped=tuple(s for s in record.skipped if s.report is None or s.report in kept),
    )


def _within(evidence: Iterable[Evidence], reports: set[str]) -> tuple[Evidence, ...]:
    return tuple(e for e in evidence if e.report in reports)
