"""Positions and disputes, built the same way by every rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.assessment.disputes.readable import is_readable
from dragoman.assessment.independence import origin, report_origin
from dragoman.assessment.index import Index
from dragoman.model import About, Account, Claim, Dates, Dispute, Evidence, Position, make_id

# How much a kind of dispute matters to a reader, before the number of sources is counted.
_BASE: dict[About, float] = {
    "control": 0.8, "occurrence": 0.75, "responsibility": 0.75, "compliance": 0.7,
    "identity": 0.6, "intention": 0.6, "number": 0.5, "place": 0.4, "date": 0.4,
}  # fmt: skip


# What one source says is shown as the first few reports give it.
RETOLD = 24


class Stance(msgspec.Struct, frozen=True):
    """A position with the key under which its source is counted once."""

    position: Position
    source: str


def from_account(
    index: Index, account: Account, stance: str, evidence: Evidence | None = None
) -> Stance:
    """Return an account's position."""
    return Stance(
        Position(
            stance=stance,
            evidence=evidence or account.evidence[0],
            speaker=index.speaker(account),
            claim=account.claim,
            account=account.id,
            as_of=index.as_of(account),
        ),
        origin(index, account).key,
    )


def from_claim(index: Index, claim: Claim, stance: str, evidence: Evidence | None = None) -> Stance:
    """Return a claim's position."""
    report = index.reports.get(claim.report)
    return Stance(
        Position(
            stance=stance,
            evidence=evidence or claim.content[0],
            speaker=claim.speaker.actor,
            claim=claim.id,
            as_of=claim.said_on or (report.published if report else None),
        ),
        f"speaker|{claim.speaker.actor or claim.speaker.name}",
    )


def from_words(
    index: Index, evidence: Evidence, stance: str, as_of: Dates | None, speaker: str | None = None
) -> Stance:
    """Return the position of a report's own words of which neither claim nor account was read.

    ``speaker`` is whose position they tell.
    """
    found = report_origin(index, evidence.report, evidence.start)
    position = Position(stance=stance, evidence=evidence, speaker=speaker, as_of=as_of)
    return Stance(position, f"speaker|{speaker}" if speaker else found.key)


def dispute(
    index: Index,
    about: About,
    rule: str,
    question: str,
    stances: Iterable[Stance],
    *,
    why: str,
    event: str | None = None,
    certainty: float = 1.0,
) -> Dispute | None:
    """Return a dispute, None when fewer than two stances are left, or nobody could read it.

    Of one source with one stance only what stands in the first few reports is kept, reprints after
    the others, and nothing that stands in reprints alone; it counts as one source. ``certainty``
    (0 to 1) lowers the weight of a rule that says less.
    """
    kept = _once(stances, index)
    groups = {s.position.stance for s in kept}
    if len(groups) < 2 or not (question and is_readable(question)):
        return None
    positions = tuple(s.position for s in kept)
    sources = len({s.source for s in kept})
    weight = min(1.0, _BASE[about] * certainty + 0.05 * min(sources - 2, 4))
    return Dispute(
        id=make_id("dis", about, rule, *_first_marks(positions)),
        about=about,
        question=question,
        rule=rule,
        positions=positions,
        why=why,
        event=event,
        weight=round(weight, 3),
    )


def _first_marks(positions: Sequence[Position]) -> list[tuple[str, int, str]]:
    """Return where each of the first two stances is first taken: what a dispute is known by.

    Later reports that take a stance again, or another one, leave it the same dispute, so that
    what a person decided of it holds.
    """
    first: dict[str, Evidence] = {}
    for position in positions:
        first.setdefault(position.stance, position.evidence)
    return [(e.report, e.start, stance) for stance, e in list(first.items())[:2]]


def _once(stances: Iterable[Stance], index: Index) -> Sequence[Stance]:
    listed = sorted(
        stances,
        key=lambda s: (index.order[s.position.evidence.report], s.position.evidence.start),
    )
    told_in = (index.reports[s.position.evidence.report] for s in listed)
    copied = {report.id: report.copy_of in index.reports for report in told_in}
    first = {s.position.stance for s in listed if not copied[s.position.evidence.report]}
    reports: dict[tuple[str, str], dict[str, None]] = {}
    for stance in sorted(listed, key=lambda s: copied[s.position.evidence.report]):
        some = reports.setdefault((stance.position.stance, stance.source), {})
        if stance.position.stance in first and len(some) < RETOLD:
            some[stance.position.evidence.report] = None
    kept: dict[tuple[str, Evidence], Stance] = {}
    for stance in listed:
        position = stance.position
        if position.evidence.report in reports[position.stance, stance.source]:
            kept.setdefault((position.stance, position.evidence), stance)
    names = list(dict.fromkeys(s.position.stance for s in kept.values()))
    return sorted(kept.values(), key=lambda s: names.index(s.position.stance))
