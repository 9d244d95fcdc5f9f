"""Why the record holds what was promised and agreed, and what became of it."""

from __future__ import annotations

from dragoman.assessment.explanation import Explanation, of_dates, some
from dragoman.assessment.index import Index
from dragoman.model import Agreement, Commitment, CommitmentStatus, Dispute

_STATUS_RULES: dict[CommitmentStatus, str] = {
    "open": "nothing that settles it is reported, and no deadline is known to have passed",
    "due_unknown": "the deadline has passed and no report settles it, so it is not called broken",
    "reported_done": "the last that is reported of it",
    "reported_not_done": "the last that is reported of it",
    "disputed": "two sides tell opposite outcomes",
    "withdrawn": "the last that is reported of it",
}


def of_commitment(index: Index, commitment: Commitment) -> Explanation:
    """Return why a commitment is held, and by which reports it stands as it does."""
    agreement = next((a.name for a in index.record.agreements if a.id == commitment.agreement), "")
    return Explanation(
        what="commitment",
        value=commitment.action,
        evidence=commitment.evidence,
        parts=some(
            Explanation(what="by", value=index.names(commitment.by)),
            Explanation(what="to", value=index.names(commitment.to)),
            of_dates("made on", commitment.made_on),
            of_dates("due", commitment.due),
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
    return dispute.about == "compliance" and any(
        words in told for p in dispute.positions for words in (p.evidence, *p.also)
    )


def of_agreement(index: Index, agreement: Agreement) -> Explanation:
    """Return why an agreement is held, with what was promised under it."""
    placed = (agreement.place_evidence,) if agreement.place_evidence else ()
    return Explanation(
        what="agreement",
        value=agreement.name,
        evidence=agreement.evidence,
        parts=some(
            Explanation(what="names", value="; ".join(agreement.names)),
            Explanation(what="parties", value=index.names(agreement.parties)),
            of_dates("date", agreement.date),
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
