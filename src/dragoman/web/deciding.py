"""A person's decision as it arrives in a form or as JSON, checked and made a judgement."""

from __future__ import annotations

import datetime as dt
import hmac
import re
from typing import Annotated, get_args
from urllib.parse import parse_qs

import msgspec
from fastapi import Depends, HTTPException, Request

from dragoman.model import (
    Account,
    Act,
    Actor,
    Agreement,
    Claim,
    Decision,
    Event,
    Judgement,
    Report,
    Span,
    Status,
    make_id,
)
from dragoman.resolution.correcting import MISSED, MissedClaim
from dragoman.web.snapshot import Snapshot, Thing

# A decision is a few words: whatever is longer is none.
_LONGEST = 20_000
# Actors and accounts as single reports have them, which a person may tell apart; the record
# itself holds only what they were merged into.
_LOCAL = re.compile(r"(act|acc)-[0-9a-f]{15}")


async def _fields(request: Request) -> dict[str, str]:
    """Return the fields of a form or of a JSON object; a form must show the page's token."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST:
            raise HTTPException(413, "A decision is shorter than that")
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            return msgspec.json.decode(body, type=dict[str, str])
        except msgspec.DecodeError as error:
            raise HTTPException(400, f"Not a JSON object of strings: {error}") from error
    sent = parse_qs(body.decode("utf-8", "replace"))
    # Ticked boxes share a name: they are joined to a list.
    fields = {k: " ".join(v) if k == "chosen" else v[-1] for k, v in sent.items()}
    if not hmac.compare_digest(fields.get("csrf", ""), request.app.state.csrf):
        raise HTTPException(403, "The page is of an earlier run: load it again and decide anew")
    return fields


Fields = Annotated[dict[str, str], Depends(_fields)]


def judgements_from(fields: dict[str, str], snap: Snapshot, now: dt.datetime) -> list[Judgement]:
    """Return the judgements that ``fields`` state.

    ``other`` may name several ids, separated by white space: one judgement each. Raises an HTTP
    error 400 that says what does not fit.
    """
    decision = _decision(fields.get("decision", ""))
    subject = fields.get("subject", "").strip()
    others: list[str | None] = [*fields.get("other", "").split()] or [None]
    field, value = _correction(decision, subject, fields, snap)
    for name in (subject, *others):
        if name is not None:
            _check(name, snap)
    if subject in others:
        raise HTTPException(400, "A thing cannot be told from or joined with itself")
    _fits(decision, subject, others, snap)
    return [
        _judgement(decision, subject, other, field, value, fields, now) for other in others
    ]  # fmt: skip


def _judgement(
    decision: Decision,
    subject: str,
    other: str | None,
    field: str | None,
    value: str | None,
    fields: dict[str, str],
    now: dt.datetime,
) -> Judgement:
    who, why = fields.get("who", "").strip()[:200], fields.get("why", "").strip()[:2000]
    return Judgement(
        id=make_id("jud", decision, subject, other, field, value, who, now.isoformat()),
        decision=decision,
        subject=subject,
        other=other,
        field=field,
        value=value,
        who=who,
        when=now,
        why=why,
    )


def _decision(text: str) -> Decision:
    for known in get_args(Decision):
        if text == known:
            return known  # type: ignore[no-any-return]
    raise HTTPException(400, f"{text!r} is not one of {', '.join(get_args(Decision))}")


def _check(name: str, snap: Snapshot) -> None:
    if snap.thing(name) is None and not _LOCAL.fullmatch(name):
        raise HTTPException(400, f"The record holds nothing with the id {name!r}")


_PAIRED = (Actor, Event, Agreement, Account)


def _fits(decision: str, subject: str, others: list[str | None], snap: Snapshot) -> None:
    """Raise unless a decision can be taken on these things."""
    if others == [None]:
        return
    if decision not in ("same", "different", "unsure"):
        raise HTTPException(400, f"{decision!r} is said of one thing")
    kinds = {_kind(name, snap) for name in (subject, *others) if name}
    if len(kinds) > 1 or not kinds <= {kind.__name__ for kind in _PAIRED}:
        raise HTTPException(400, "Two actors, events, accounts or agreements can be compared")


def _kind(name: str, snap: Snapshot) -> str:
    thing: Thing | None = snap.thing(name)
    if thing is None:
        return "Actor" if name.startswith("act-") else "Account"
    return type(thing).__name__


def _correction(
    decision: str, subject: str, fields: dict[str, str], snap: Snapshot
) -> tuple[str | None, str | None]:
    """Return the field and the value that a correction sets, none for other decisions."""
    if decision != "correct":
        return None, None
    field, value = fields.get("field", ""), " ".join(fields.get("value", "").split())
    thing = snap.thing(subject)
    if isinstance(thing, Report) and field == MISSED:
        return field, _missed(thing, fields, snap)
    if not value:
        raise HTTPException(400, "A correction needs a value")
    if isinstance(thing, Claim) and field == "speaker":
        return field, actor_named(value, snap, near=thing.report)
    if isinstance(thing, Claim) and field == "act" and value in get_args(Act):
        return field, value
    if isinstance(thing, Account) and field == "status" and value in get_args(Status):
        return field, value
    raise HTTPException(400, f"{field!r} of {subject} cannot be set to {value!r}")


def actor_named(text: str, snap: Snapshot, *, near: str) -> str:
    """Return the id of the actor that ``text`` names, else ``text``: a name not yet known.

    Of several with one name, an actor of the report ``near`` is meant, else the one who speaks
    most.
    """
    if text in snap.actors:
        return text
    found = snap.actors_by_name.get(text.casefold(), ())
    if not found:
        return text

    def rank(actor: Actor) -> tuple[bool, int]:
        here = any(evidence.report == near for evidence in actor.evidence)
        return here, len(snap.claims_by_speaker.get(actor.id, ()))

    return max(found, key=rank).id


def _missed(report: Report, fields: dict[str, str], snap: Snapshot) -> str:
    try:
        start, end = int(fields.get("start", "")), int(fields.get("end", ""))
    except ValueError as error:
        raise HTTPException(400, "Select the words of the claim first") from error
    span = Span(start, end).trim(report.text)
    headline = report.headline is not None and report.headline.contains(span)
    if not len(span) or not (report.in_body(span) or headline):
        raise HTTPException(400, "The words of a claim lie inside the body of the report")
    speaker = " ".join(fields.get("speaker", "").split())
    if not speaker:
        raise HTTPException(400, "A claim needs a speaker")
    act = fields.get("act", "assert")
    if act not in get_args(Act):
        raise HTTPException(400, f"{act!r} is no act")
    named = actor_named(speaker, snap, near=report.id)
    claim = MissedClaim(start=span.start, end=span.end, speaker=named, act=act)
    return msgspec.json.encode(claim).decode()
