"""What many reports state becomes one record: one actor, one event, many accounts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec

from dragoman.memo import Memo, digest
from dragoman.model import Account, Claim, Extract, Judgement, Record, Report
from dragoman.resolution.actors import LocalActor, join_actors
from dragoman.resolution.agreements import (
    LocalAgreement,
    join_agreements,
    join_reprinted,
    link_commitments,
)
from dragoman.resolution.correcting import corrected, corrections, respoken, with_status
from dragoman.resolution.deriving import derive
from dragoman.resolution.events import join_accounts, views
from dragoman.resolution.judging import rejected, standing, without
from dragoman.resolution.merging import merge_actors, merge_places
from dragoman.resolution.names import fold
from dragoman.resolution.pairs import stamps_of
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.reprints import find_copies, report_order
from dragoman.resolution.rewriting import Ids, official_sides
from dragoman.resolution.several import one_each
from dragoman.resolution.victims import deeds

replace = msgspec.structs.replace


def resolve(
    extracts: Sequence[Extract],
    *,
    judgements: Sequence[Judgement] = (),
    memo: Memo | None = None,
) -> Record:
    """Return the record of a set of extracts, with what people decided obeyed.

    The order of ``extracts`` does not matter: the same set gives the same record. What a person
    rejected is left out, with everything that rests on it. ``memo`` spares the work that an
    earlier record of nearly the same reports has done.
    """
    memo = memo or Memo()
    out = rejected(judgements)
    by = corrections(judgements)
    found = [without(corrected(e, by), out) for e in _once(extracts)]
    found.sort(key=lambda e: report_order(e.report))
    reports = _reports(found, memo)
    by_id = {report.id: report for report in reports}
    locals_ = [LocalActor(a, k) for k, e in enumerate(found) for a in e.actors]
    marks = {i: mark for e in found for i, mark in _marks(e, memo).items()}
    told = [(one.order, marks[one.actor.id]) for one in locals_]
    actor_ids = memo.table("actors joined").get(
        digest(told, standing(judgements)), partial(join_actors, locals_, judgements)
    )
    ids = Ids(actor_ids)
    places = merge_places(place for e in found for place in e.places)
    actors = merge_actors(locals_, actor_ids, by_id, marks, memo)
    told_of = [_told_of(e, ids, memo) for e in found]
    claims = sorted((c for one in told_of for c in one.claims), key=_claim_order)
    record = Record(
        reports=reports,
        actors=actors,
        places=places,
        claims=respoken(claims, by, actors, actor_ids),
    )
    record = _with_events(record, told_of, judgements, memo)
    return _with_agreements(record, found, ids, judgements)


def _marks(extract: Extract, memo: Memo) -> dict[str, bytes]:
    """Return for each actor of a report what stands for its content; that of one object once."""
    table = memo.table("marks of actors")
    held: tuple[Extract, dict[str, bytes]] | None = table.find(extract.report.id)
    if held is None or held[0] is not extract:
        held = table.keep(extract.report.id, (extract, {a.id: digest(a) for a in extract.actors}))
    return held[1]


def _once(extracts: Sequence[Extract]) -> list[Extract]:
    return list({e.report.id: e for e in extracts}.values())


def _claim_order(claim: Claim) -> str:
    return claim.id


def _reports(found: Sequence[Extract], memo: Memo) -> tuple[Report, ...]:
    reports = [e.report for e in found]
    copies = memo.table("copies").get(digest(reports), partial(find_copies, reports))
    return tuple(
        replace(e.report, copy_of=copies.get(e.report.id, e.report.copy_of)) for e in found
    )


class _Told(msgspec.Struct, frozen=True):
    """What a report tells, its actors under global ids: the same objects while it is the same."""

    extract: Extract
    actors: tuple[str, ...]
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]


def _told_of(extract: Extract, ids: Ids, memo: Memo) -> _Told:
    table = memo.table("told of by reports")
    actors = tuple(ids.one(a.id) for a in extract.actors)
    held: _Told | None = table.find(extract.report.id)
    if held is None or held.extract is not extract or held.actors != actors:
        claims, accounts = map(ids.claim, extract.claims), map(ids.account, extract.accounts)
        held = _Told(extract, actors, tuple(claims), tuple(accounts))
        table.keep(extract.report.id, held)
    return held


def _of_event(account: Account, event: str, memo: Memo) -> Account:
    """Return an account of an event: the same object as before for the same account and event."""
    table = memo.table("accounts of events")
    held: tuple[Account, Account] | None = table.find(account.id)
    if held is None or held[0] is not account or held[1].event != event:
        held = table.keep(account.id, (account, replace(account, event=event)))
    return held[1]


def _with_events(
    record: Record, told_of: Sequence[_Told], judgements: Sequence[Judgement], memo: Memo
) -> Record:
    index = PlaceIndex(record.places)
    by_id = {actor.id: actor for actor in record.actors}
    accounts = [a for one in told_of for a in one.accounts]
    done = deeds(
        accounts,
        {report.id: report for report in record.reports},
        by_id,
        {report.id: k for k, report in enumerate(record.reports)},
    )
    accounts, done = one_each(accounts, done, index)
    out, by = rejected(judgements), corrections(judgements)
    accounts = [with_status(account, by) for account in accounts if account.id not in out]
    unnamed = {a.id: f"{a.type} {fold(a.name)}" for a in record.actors if not a.named}
    sides = {**unnamed, **official_sides(record.actors)}
    seen = views(accounts, record.reports, record.claims, sides, index, record.actors)
    groups = join_accounts(seen, index, judgements, unnamed, done, memo)
    stamps = memo.shared("stamps", (seen, index), lambda: stamps_of(seen, index))
    derived = memo.table("events")
    events = [
        derived.get(
            b"".join(stamps[view.account.id] for view in group),
            partial(derive, group, index, unnamed),
        )
        for group in groups
    ]
    told = [
        _of_event(view.account, event.id, memo)
        for event, group in zip(events, groups, strict=True)
        for view in group
    ]
    record = replace(
        record,
        accounts=tuple(sorted(told, key=lambda a: a.id)),
        events=tuple(sorted(events, key=lambda e: e.id)),
    )
    # Assessment asks the same of them.
    memo.shared("views", shared_by(record), lambda: seen)
    memo.shared("stamps of accounts", shared_by(record), lambda: stamps)
    memo.shared("deeds", shared_by(record), lambda: done)
    return record


def shared_by(record: Record) -> tuple[object, ...]:
    """Return what views and deeds are made of: assessment may use those of the same parts."""
    return (record.reports, record.actors, record.places, record.claims, record.accounts)


def _with_agreements(
    record: Record, found: Sequence[Extract], ids: Ids, judgements: Sequence[Judgement]
) -> Record:
    local = [
        LocalAgreement(ids.agreement(a), k, e.report.published.end if e.report.published else None)
        for k, e in enumerate(found)
        for a in e.agreements
    ]
    agreements, agreement_ids = join_agreements(local, judgements)
    commitments = link_commitments(
        [ids.commitment(c) for e in found for c in e.commitments],
        agreements,
        agreement_ids,
    )
    by_id = {report.id: report for report in record.reports}
    joined = join_reprinted(commitments, by_id)
    return replace(record, agreements=agreements, commitments=joined)
