"""Record to brief: what to show, in which order. No value is made here, only arranged."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from dragoman.briefing.brief import (
    ActorView,
    AgreementView,
    Brief,
    ClaimView,
    CommitmentView,
    Coverage,
    DisputeView,
    HistoryView,
    PositionView,
    ReportView,
    SpeakerView,
    StanceView,
)
from dragoman.briefing.events import casualties, chronology, control
from dragoman.briefing.naming import Names, first_day, when
from dragoman.model import Actor, Agreement, Claim, Commitment, Dates, Dispute, Record, Report


def compose(record: Record, *, title: str = "Brief") -> Brief:
    """Return ``record`` arranged for a reader under ``title``."""
    names = Names(record)
    dated, undated = chronology(record, names)
    return Brief(
        title=title,
        coverage=coverage(record),
        disputes=tuple(dispute_view(dispute, names) for dispute in _by_weight(record.disputes)),
        commitments=tuple(
            commitment_view(item, names, record) for item in sorted(record.commitments, key=_by_due)
        ),
        agreements=_agreements(record, names),
        chronology=dated,
        undated=undated,
        casualties=casualties(record, names),
        control=control(record, names),
        speakers=_speakers(record, names),
        actors=_actors(record, names),
        reports=tuple(report_view(report, names) for report in record.reports),
        skipped=tuple(sorted({(item.source, item.reason) for item in record.skipped})),
    )


def coverage(record: Record) -> Coverage:
    """Return what the record covers, in figures."""
    dates = [report.published for report in record.reports]
    known = sorted(first_day(item) for item in dates if item is not None)
    named = [report for report in record.reports if report.outlet or report.agency]
    outlets = {report.outlet or report.agency or "" for report in named}
    speakers = {claim.speaker.actor or claim.speaker.name for claim in record.claims}
    return Coverage(
        reports=len(record.reports),
        originals=sum(report.copy_of is None for report in record.reports),
        outlets=tuple(sorted(outlets)),
        unnamed=len(record.reports) - len(named),
        first=when(Dates.day(known[0])) if known else "",
        last=when(Dates.day(known[-1])) if known else "",
        undated=sum(item is None for item in dates),
        speakers=len(speakers),
        claims=len(record.claims),
        events=len(record.events),
        disputes=len(record.disputes),
        commitments=len(record.commitments),
    )


def _by_weight(disputes: tuple[Dispute, ...]) -> list[Dispute]:
    return sorted(disputes, key=lambda dispute: (-dispute.weight, dispute.id))


def dispute_view(dispute: Dispute, names: Names) -> DisputeView:
    """Return a dispute with its positions grouped by stance."""
    grouped: dict[str, list[PositionView]] = {}
    for position in sorted(dispute.positions, key=lambda item: first_day(item.as_of)):
        view = PositionView(
            stance=position.stance,
            speaker=names.teller(position),
            as_of=when(position.as_of),
            act=names.act(position.claim),
            quote=names.quote(position.evidence),
            also=tuple(names.quote(words) for words in position.also),
        )
        grouped.setdefault(position.stance, []).append(view)
    stances = tuple(StanceView(stance=key, positions=tuple(v)) for key, v in grouped.items())
    return DisputeView(
        id=dispute.id,
        about=dispute.about,
        question=dispute.question,
        why=dispute.why,
        rule=dispute.rule,
        stances=stances,
    )


def _by_due(item: Commitment) -> tuple[dt.date, dt.date, str]:
    return first_day(item.due), first_day(item.made_on), item.id


def commitment_view(item: Commitment, names: Names, record: Record) -> CommitmentView:
    """Return a commitment as a line of a ledger."""
    agreements = {agreement.id: agreement.name for agreement in record.agreements}
    return CommitmentView(
        id=item.id,
        by=names.actor_list(item.by),
        to=names.actor_list(item.to),
        action=item.action,
        made_on=when(item.made_on),
        due=when(item.due),
        condition=item.condition or "",
        agreement=agreements.get(item.agreement or "", ""),
        status=item.status,
        history=tuple(
            HistoryView(
                status=entry.status,
                on=when(entry.on),
                rule=entry.rule,
                quotes=names.quotes(entry.evidence),
            )
            for entry in item.history
        ),
        quotes=names.quotes(item.evidence),
    )


def _agreements(record: Record, names: Names) -> tuple[AgreementView, ...]:
    ordered = sorted(record.agreements, key=lambda item: (first_day(item.date), item.id))
    return tuple(agreement_view(item, names) for item in ordered)


def agreement_view(item: Agreement, names: Names) -> AgreementView:
    """Return an agreement with its parties, date and place."""
    return AgreementView(
        id=item.id,
        name=item.name,
        names=tuple(name for name in item.names if name != item.name),
        parties=names.actor_list(item.parties),
        date=when(item.date),
        place=names.place(item.place),
        quotes=names.quotes(item.evidence),
    )


def _speakers(record: Record, names: Names) -> tuple[SpeakerView, ...]:
    order = {report.id: k for k, report in enumerate(record.reports)}
    grouped: dict[str, list[Claim]] = {}
    for claim in record.claims:
        grouped.setdefault(claim.speaker.actor or claim.speaker.name, []).append(claim)
    ordered = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    within = {claim.id: claim.speaker.name for claim in record.claims}
    return tuple(
        SpeakerView(
            name=names.actor(key) or key,
            claims=tuple(
                claim_view(claim, names, within)
                for claim in sorted(
                    claims, key=lambda item: (order[item.report], item.content[0].start)
                )
            ),
        )
        for key, claims in ordered
    )


def claim_view(claim: Claim, names: Names, speakers: dict[str, str]) -> ClaimView:
    """Return a statement; ``speakers`` are the names of speakers by claim."""
    return ClaimView(
        id=claim.id,
        act=claim.act,
        form=claim.form,
        said_on=when(claim.said_on),
        channel=claim.channel or "",
        within=speakers.get(claim.within or "", ""),
        quotes=tuple(map(names.quote, claim.content)),
    )


def _actors(record: Record, names: Names) -> tuple[ActorView, ...]:
    said = Counter(claim.speaker.actor for claim in record.claims)
    did = Counter(actor for account in record.accounts for actor in account.actors)
    views = [
        actor_view(actor, names, said[actor.id], did[actor.id])
        for actor in record.actors
        if actor.named
    ]
    return tuple(sorted(views, key=lambda view: (-view.said - view.did, view.name, view.id)))


def actor_view(actor: Actor, names: Names, said: int, did: int) -> ActorView:
    """Return an actor with how often it speaks and acts."""
    roles = tuple(
        (role.title, names.quote(role.evidence[0]) if role.evidence else None)
        for role in actor.roles
    )
    return ActorView(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        names=tuple(name for name in actor.names if name != actor.name),
        roles=roles,
        said=said,
        did=did,
    )


def report_view(report: Report, names: Names) -> ReportView:
    """Return what a report is and how its date was found."""
    published = report.published
    original = names.reports.get(report.copy_of or "")
    return ReportView(
        id=report.id,
        title=report.title or report.source,
        outlet=report.outlet or "",
        agency=report.agency or "",
        published=when(published),
        date_found=_date_found(published),
        source=report.source,
        copy_of=(original.outlet or original.source) if original else "",
        notes=report.notes,
    )


def _date_found(published: Dates | None) -> str:
    """Return how the date of a report was found: given with it, or by which words."""
    if published is None:
        return ""
    source, _, rule = (published.rule or "").partition(":")
    words = {
        "given": "given with the report",
        "text": f"from the text ({rule})",
        "url": "in the report's address",
    }
    found = words.get(source, published.rule or "")
    if published.evidence is not None:
        return f"{found}: “{published.evidence.quote}”".lstrip(": ")
    return found
