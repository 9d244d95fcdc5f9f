"""Checks that a record keeps its promises: every quote exact, every id known."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.errors import EvidenceError
from dragoman.model import Evidence, Record, Report
from dragoman.model.walk import evidence_in


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One broken promise: which object, which rule, and what is wrong."""

    id: str
    rule: str
    detail: str


def verify(record: Record) -> tuple[Problem, ...]:
    """Return every problem of a record, in its order; an empty tuple when it is sound.

    Checks that each quote is what its report says at those offsets, that no value but a date of
    publication rests on page furniture, that ids are unique and that every id referred to exists.
    """
    return (*_evidence(record), *_unique(record), *_references(record))


def _things(record: Record) -> Iterator[msgspec.Struct]:
    for field in record.__struct_fields__:
        if field != "skipped":
            yield from getattr(record, field)


def _evidence(record: Record) -> Iterator[Problem]:
    reports = {report.id: report for report in record.reports}
    for thing in _things(record):
        name = str(getattr(thing, "id", ""))
        for evidence in evidence_in(thing):
            report = reports.get(evidence.report)
            if report is None:
                yield Problem(
                    id=name, rule="evidence-report", detail=f"no report {evidence.report}"
                )
                continue
            try:
                evidence.check(report.text)
            except EvidenceError as error:
                yield Problem(id=name, rule="evidence-quote", detail=str(error))
            if not isinstance(thing, Report) and not _readable(report, evidence):
                yield Problem(
                    id=name,
                    rule="evidence-furniture",
                    detail=f"{evidence.quote!r} stands outside the body of {report.source}",
                )


def _readable(report: Report, evidence: Evidence) -> bool:
    """A value may rest on the headline, the body, and the words that date the report."""
    if report.published is not None and evidence == report.published.evidence:
        return True
    spans = report.body if report.headline is None else (report.headline, *report.body)
    return any(span.start <= evidence.start < span.end for span in spans)


def _unique(record: Record) -> Iterator[Problem]:
    seen: set[str] = set()
    for thing in _things(record):
        name = str(getattr(thing, "id", ""))
        if name in seen:
            yield Problem(id=name, rule="unique-id", detail="the id stands twice")
        seen.add(name)


def _references(record: Record) -> Iterator[Problem]:
    known = {str(getattr(thing, "id", "")) for thing in _things(record)}
    for thing in _things(record):
        for field, target in _targets(thing):
            if target not in known:
                yield Problem(
                    id=str(getattr(thing, "id", "")),
                    rule="reference",
                    detail=f"{field} refers to {target}, which the record does not hold",
                )


_ONE = ("report", "claim", "event", "place", "within", "agreement", "copy_of", "version_of")
_MANY = ("actors", "recipients", "accounts", "by", "to", "parties")


def _targets(thing: msgspec.Struct) -> Iterator[tuple[str, str]]:
    for field in thing.__struct_fields__:
        value = getattr(thing, field)
        if field in _ONE and isinstance(value, str) and value:
            yield field, value
        elif (field in _MANY or field == "within") and isinstance(value, tuple):
            yield from ((field, item) for item in value)
    for part in getattr(thing, "positions", ()):
        for field in ("speaker", "claim", "account"):
            value = getattr(part, field)
            if value:
                yield f"positions.{field}", value
    speaker = getattr(thing, "speaker", None)
    if speaker is not None and speaker.actor:
        yield "speaker.actor", speaker.actor
