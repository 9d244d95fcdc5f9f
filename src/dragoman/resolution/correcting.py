"""What people corrected or added, worked into what reports state.

A correction is a judgement with the decision "correct", a ``field`` and a ``value``:

=========  ======================  ==========================================================
subject    field                   value
=========  ======================  ==========================================================
a claim    ``speaker``             the id of an actor, or a name
a claim    ``act``                 a code of the list of acts
account    ``status``              a code of the list of statuses
a report   ``missed_claim``        JSON of a `MissedClaim`: a claim that the machine passed over
=========  ======================  ==========================================================

The latest standing one of each subject and field counts. What does not fit is passed over: a
judgement on a report that is gone waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast, get_args

import msgspec

from dragoman.model import (
    Account,
    Act,
    Actor,
    Claim,
    Extract,
    Judgement,
    Report,
    Span,
    Speaker,
    Status,
    make_id,
)

replace = msgspec.structs.replace

MISSED = "missed_claim"


class MissedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that a person marked: its span in the report, who speaks, and by which act."""

    start: int
    end: int
    speaker: str
    act: str = "assert"

    def id(self, report: str) -> str:
        """Return the id that the claim has in the record."""
        return make_id("cla", report, MISSED, self.start, self.end)


class Corrections(msgspec.Struct, frozen=True, kw_only=True):
    """The corrections that stand: values by subject and field, missed claims by report."""

    values: Mapping[tuple[str, str], str] = {}
    missed: Mapping[str, tuple[MissedClaim, ...]] = {}
    subjects: frozenset[str] = frozenset()


def corrections(judgements: Sequence[Judgement]) -> Corrections:
    """Return the corrections that stand: not withdrawn, the latest of each subject and field."""
    values: dict[tuple[str, str], str] = {}
    missed: dict[str, dict[str, MissedClaim]] = {}
    for row in sorted(judgements, key=lambda j: (j.when, j.id)):
        if row.withdrawn is not None or row.decision != "correct":
            continue
        if row.field == MISSED and row.value:
            claim = msgspec.json.decode(row.value, type=MissedClaim)
            missed.setdefault(row.subject, {})[claim.id(row.subject)] = claim
            values[claim.id(row.subject), "speaker"] = claim.speaker
        elif row.field and row.value:
            values[row.subject, row.field] = row.value
    listed = {report: tuple(found[i] for i in sorted(found)) for report, found in missed.items()}
    subjects = frozenset(subject for subject, _ in values)
    return Corrections(values=values, missed=listed, subjects=subjects)


def corrected(extract: Extract, by: Corrections) -> Extract:
    """Return an extract with missed claims added, and acts and statuses as people set them.

    Speakers come later (`respoken`): a person names an actor of the whole record.
    """
    told = [*(claim.id for claim in extract.claims), *(a.id for a in extract.accounts)]
    if extract.report.id not in by.missed and by.subjects.isdisjoint(told):
        return extract
    added = (_added(extract.report, claim) for claim in by.missed.get(extract.report.id, ()))
    claims = (*extract.claims, *(claim for claim in added if claim is not None))
    return replace(
        extract,
        claims=tuple(_with_act(claim, by) for claim in claims),
        accounts=tuple(with_status(account, by) for account in extract.accounts),
    )


def respoken(
    claims: Iterable[Claim], by: Corrections, actors: Sequence[Actor], ids: Mapping[str, str]
) -> tuple[Claim, ...]:
    """Return claims with the speakers that people named; ``ids`` are the global ids of actors.

    A person's word needs no words of the report to show for it, so such a speaker has none.
    """
    names = {actor.id: actor.name for actor in actors}
    found = []
    for claim in claims:
        value = by.values.get((claim.id, "speaker"))
        if value is not None:
            actor = ids.get(value, value)
            known = actor in names
            speaker = Speaker(name=names.get(actor, value), actor=actor if known else None)
            claim = replace(claim, speaker=speaker)
        found.append(claim)
    return tuple(found)


def _added(report: Report, missed: MissedClaim) -> Claim | None:
    span = Span(missed.start, missed.end)
    headline = report.headline is not None and report.headline.contains(span)
    if missed.start >= missed.end or not (report.in_body(span) or headline):
        return None
    words = report.evidence(span)
    return Claim(
        id=missed.id(report.id),
        report=report.id,
        speaker=Speaker(name=missed.speaker),
        content=(words,),
        form="direct" if words.quote[:1] in "\"'“‘«„" else "indirect",
        act=_act(missed.act),
        headline=headline,
    )


def _act(code: str) -> Act:
    return cast(Act, code) if code in get_args(Act) else "other"


def _with_act(claim: Claim, by: Corrections) -> Claim:
    act = by.values.get((claim.id, "act"))
    return claim if act is None else replace(claim, act=_act(act))


def with_status(account: Account, by: Corrections) -> Account:
    """Return an account with the status that a person set."""
    status = by.values.get((account.id, "status"))
    if status not in get_args(Status):
        return account
    return replace(account, status=cast(Status, status))
