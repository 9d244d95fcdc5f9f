"""Why the record holds what it holds: a tree of values, rules and evidence."""

from __future__ import annotations

from dragoman.assessment.disputes.wording import speaker_of
from dragoman.assessment.explaining_terms import of_agreement, of_commitment
from dragoman.assessment.explanation import Explanation, of_counts, of_dates, some
from dragoman.assessment.independence import origin
from dragoman.assessment.index import Index
from dragoman.errors import RecordError
from dragoman.model import (
    Account,
    Actor,
    Agreement,
    Claim,
    Commitment,
    Dispute,
    Event,
    Place,
    Record,
    Report,
)


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
            return of_commitment(index, thing)
        case Agreement():
            return of_agreement(index, thing)
        case Place():
            return _place(index, thing)
        case Report():
            return _report(thing)


def _event(index: Index, event: Event) -> Explanation:
    rules = event.derived
    return Explanation(
        what=event.family,
        value=event.type + (f" ({event.mode})" if event.mode else ""),
        rule=rules.get("type", ""),
        parts=some(
            Explanation(what="status", value=event.status, rule=rules.get("status", "")),
            of_dates("date", event.date, rules.get("date", "")),
            Explanation(
                what="place", value=index.places.name(event.place), rule=rules.get("place", "")
            ),
            Explanation(
                what="actors", value=index.names(event.actors), rule=rules.get("actors", "")
            ),
            Explanation(what="recipients", value=index.names(event.recipients)),
            *of_counts(event.counts, rules.get("counts", "")),
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
        parts=some(
            Explanation(what="told by the word", evidence=(account.trigger,)),
            Explanation(what="in the words of", value=index.name(speaker) or "the report itself"),
            Explanation(what="counted as the source", value=source.why),
            Explanation(what="actors", value=index.names(account.actors)),
            Explanation(what="recipients", value=index.names(account.recipients)),
            Explanation(what="place", value=index.places.name(account.place), evidence=placed),
            of_dates("date", account.date),
            *of_counts(account.counts),
        ),
    )


def _dispute(index: Index, dispute: Dispute) -> Explanation:
    return Explanation(
        what=f"dispute about {dispute.about}",
        value=dispute.question,
        rule=dispute.rule,
        parts=some(
            Explanation(what="why", value=dispute.why),
            *(
                Explanation(
                    what=speaker_of(index, position) or "the report itself",
                    value=position.stance,
                    rule=f"as of {position.as_of}" if position.as_of else "",
                    evidence=(position.evidence, *position.also),
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
        parts=some(
            Explanation(
                what="speaker", value=index.name(speaker.actor) or speaker.name, evidence=named
            ),
            Explanation(what="said with", evidence=(claim.cue,) if claim.cue else ()),
            of_dates("said on", claim.said_on),
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
        parts=some(
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


def _place(index: Index, place: Place) -> Explanation:
    where = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon else ""
    return Explanation(
        what=place.type,
        value=place.name,
        rule=place.source or "",
        parts=some(
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
        parts=some(
            Explanation(what="source", value=report.source),
            Explanation(what="outlet", value=report.outlet or ""),
            Explanation(what="agency", value=report.agency or ""),
            of_dates("published", report.published),
            Explanation(what="reprints", value=report.copy_of or ""),
            Explanation(what="is a version of", value=report.version_of or ""),
        ),
    )
