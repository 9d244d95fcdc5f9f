"""Why the record holds what it holds: a tree of values, rules and evidence."""

from __future__ import annotations

import msgspec

from dragoman.assessment.independence import origin
from dragoman.assessment.index import Index
from dragoman.errors import RecordError
from dragoman.model import (
    Account,
    Actor,
    Agreement,
    Claim,
    Commitment,
    CommitmentStatus,
    Count,
    Dates,
    Dispute,
    Event,
    Evidence,
    Place,
    Record,
    Report,
)

_STATUS_RULES: dict[CommitmentStatus, str] = {
    "open": "nothing that settles it is reported, and no deadline is known to have passed",
    "due_unknown": "the deadline has passed and no report settles it, so it is not called broken",
    "reported_done": "the last that is reported of it",
    "reported_not_done": "the last that is reported of it",
    "disputed": "two sides tell opposite outcomes",
    "withdrawn": "the last that is reported of it",
}


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A thing or one of its values: what it is, the value, the rule that gave it, the words."""

    what: str
    value: str = ""
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[Explanation, ...] = ()


def why(record: Record, name: str) -> Explanation:
    """Return why the record holds the thing with the id ``name``.

    Raises `RecordError` when the record holds nothing with this id.
    """
    index = Index(record)
    for kind in (
        record.reports, record.actors, record.places, record.claims, record.accounts,
        record.events, record.agreements, record.commitments, record.disputes,
    ):  # fmt: skip
        for thing in kind:
            if thing.id == name:
                return explain(index, thing)
    raise RecordError(f"the record holds nothing with the id {name!r}")


Thing = Report | Actor | Place | Claim | Account | Event | Agreement | Commitment | Dispute


def explain(index: Index, thing: Thing) -> Explanation:
    """Return why a thing is held: `why` for whoever keeps an index of the record."""
    match thing:
        case Event():
            return _event(index, thing)
        case Account():
            return _account(index, thing)
        case Dispute():
            return _dispute(index, thing)
        case Claim():
            return _claim(index, thing)
        case Actor():
            return _actor(index, thing)
        case Commitment():
            return _commitment(index, thing)
        case Agreement():
            return _agreement(index, thing)
        case Place():
            return _place(index, thing)
        case Report():
            return _report(thing)


def _some(*parts: Explanation) -> tuple[Explanation, ...]:
    """Return the parts that say anything."""
    return tuple(part for part in parts if part.value or part.evidence or part.parts)


def _dates(what: str, dates: Dates | None, rule: str = "") -> Explanation:
    if dates is None:
        return Explanation(what=what)
    evidence = (dates.evidence,) if dates.evidence else ()
    return Explanation(
        what=what, value=str(dates), rule=rule or dates.rule or "", evidence=evidence
    )


def _counts(counts: tuple[Count, ...], rule: str = "") -> tuple[Explanation, ...]:
    return tuple(
        Explanation(
            what="number",
            value=f"{_bounds(count)} {count.what}{f' ({count.of})' if count.of else ''}",
            rule=rule,
            evidence=(count.evidence,),
        )
        for count in counts
    )


def _bounds(count: Count) -> str:
    if count.high is None:
        return f"at least {count.low:,g}" if count.low is not None else "an unknown number"
    if count.low is None:
        return f"at most {count.high:,g}"
    return f"{count.low:,g}" if count.low == count.high else f"{count.low:,g} to {count.high:,g}"


def _event(index: Index, event: Event) -> Explanation:
    rules = event.derived
    return Explanation(
        what=event.family,
        value=event.type + (f" ({event.mode})" if event.mode else ""),
        rule=rules.get("type", ""),
        parts=_some(
            Explanation(what="status", value=event.status, rule=rules.get("status", "")),
            _dates("date", event.date, rules.get("date", "")),
            Explanation(
                what="place", value=index.places.name(event.place), rule=rules.get("place", "")
            ),
            Explanation(
                what="actors", value=index.names(event.actors), rule=rules.get("actors", "")
            ),
            Explanation(what="recipients", value=index.names(event.recipients)),
            *_counts(event.counts, rules.get("counts", "")),
            Explanation(
                what="independent sources",
                value=str(event.independent_sources),
                rule=rules.get("independent_sources", ""),
            ),
            *(_account(index, account) for account in index.accounts_of(event)),
        ),
    )


def _account(index: Index, account: Account) -> Explanation:
    speaker = index.speaker(account)
    source = origin(index, account)
    placed = (account.place_evidence,) if account.place_evidence else ()
    return Explanation(
        what="account",
        value=f"{account.type}, {account.status}",
        evidence=account.evidence,
        parts=_some(
            Explanation(what="told by the word", evidence=(account.trigger,)),
            Explanation(what="in the words of", value=index.name(speaker) or "the report itself"),
            Explanation(what="counted as the source", value=source.why),
            Explanation(what="actors", value=index.names(account.actors)),
            Explanation(what="recipients", value=index.names(account.recipients)),
            Explanation(what="place", value=index.places.name(account.place), evidence=placed),
            _dates("date", account.date),
            *_counts(account.counts),
        ),
    )


def _dispute(index: Index, dispute: Dispute) -> Explanation:
    return Explanation(
        what=f"dispute about {dispute.about}",
        value=dispute.question,
        rule=dispute.rule,
        parts=_some(
            Explanation(what="why", value=dispute.why),
            *(
                Explanation(
                    what=index.name(position.speaker) or "the report itself",
                    value=position.stance,
                    rule=f"as of {position.as_of}" if position.as_of else "",
                    evidence=(position.evidence,),
                )
                for position in dispute.positions
            ),
        ),
    )


def _claim(index: Index, claim: Claim) -> Explanation:
    speaker = claim.speaker
    named = (speaker.evidence,) if speaker.evidence else ()
    return Explanation(
        what="claim",
        value=f"{claim.act}, {claim.form}",
        evidence=claim.content,
        parts=_some(
            Explanation(
                what="speaker", value=index.name(speaker.actor) or speaker.name, evidence=named
            ),
            Explanation(what="said with", evidence=(claim.cue,) if claim.cue else ()),
            _dates("said on", claim.said_on),
            Explanation(what="through", value=claim.channel or ""),
        ),
    )


def _actor(index: Index, actor: Actor) -> Explanation:
    rule = f"the entry {actor.pack} of a pack" if actor.pack else "names that agree"
    return Explanation(
        what=actor.type.replace("_", " "),
        value=actor.name,
        rule=rule,
        evidence=actor.evidence,
        parts=_some(
            Explanation(what="names", value="; ".join(actor.names)),
            Explanation(what="country", value=actor.country or ""),
            *(
                Explanation(
                    what="post",
                    value=role.title + (f" of {index.name(role.of)}" if role.of else ""),
                    rule=f"held {role.held}" if role.held else "",
                    evidence=role.evidence,
                )
                for role in actor.roles
            ),
        ),
    )


def _commitment(index: Index, commitment: Commitment) -> Explanation:
    agreement = next((a.name for a in index.record.agreements if a.id == commitment.agreement), "")
    return Explanation(
        what="commitment",
        value=commitment.action,
        evidence=commitment.evidence,
        parts=_some(
            Explanation(what="by", value=index.names(commitment.by)),
            Explanation(what="to", value=index.names(commitment.to)),
            _dates("made on", commitment.made_on),
            _dates("due", commitment.due),
            Explanation(what="on condition", value=commitment.condition or ""),
            Explanation(what="under", value=agreement),
            Explanation(
                what="status", value=commitment.status, rule=_STATUS_RULES[commitment.status]
            ),
            *(
                Explanation(
                    what=f"reported {entry.on or ''}".strip(),
                    value=entry.status,
                    rule=entry.rule,
                    evidence=entry.evidence,
                )
                for entry in commitment.history
            ),
            *(
                Explanation(what="disputed", value=dispute.question, rule=dispute.why)
                for dispute in index.record.disputes
                if _told_of(commitment, dispute)
            ),
        ),
    )


def _told_of(commitment: Commitment, dispute: Dispute) -> bool:
    """Return whether a dispute sets against each other what is told of the commitment."""
    told = {evidence for entry in commitment.history for evidence in entry.evidence}
    return dispute.about == "compliance" and any(p.evidence in told for p in dispute.positions)


def _agreement(index: Index, agreement: Agreement) -> Explanation:
    placed = (agreement.place_evidence,) if agreement.place_evidence else ()
    return Explanation(
        what="agreement",
        value=agreement.name,
        evidence=agreement.evidence,
        parts=_some(
            Explanation(what="names", value="; ".join(agreement.names)),
            Explanation(what="parties", value=index.names(agreement.parties)),
            _dates("date", agreement.date),
            Explanation(what="place", value=index.places.name(agreement.place), evidence=placed),
            *(
                Explanation(
                    what=f"commitment by {index.names(one.by)}",
                    value=one.action,
                    rule=f"{one.status}: {_STATUS_RULES[one.status]}",
                    evidence=one.evidence[-1:],
                )
                for one in index.record.commitments
                if one.agreement == agreement.id
            ),
        ),
    )


def _place(index: Index, place: Place) -> Explanation:
    where = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon else ""
    return Explanation(
        what=place.type,
        value=place.name,
        rule=place.source or "",
        parts=_some(
            Explanation(what="names", value="; ".join(place.names)),
            Explanation(what="coordinates", value=where, rule=f"precision: {place.precision}"),
            Explanation(
                what="lies in", value=", ".join(filter(None, map(index.places.name, place.within)))
            ),
        ),
    )


def _report(report: Report) -> Explanation:
    return Explanation(
        what="report",
        value=report.title or report.source,
        parts=_some(
            Explanation(what="source", value=report.source),
            Explanation(what="outlet", value=report.outlet or ""),
            Explanation(what="agency", value=report.agency or ""),
            _dates("published", report.published),
            Explanation(what="reprints", value=report.copy_of or ""),
            Explanation(what="is a version of", value=report.version_of or ""),
        ),
    )
