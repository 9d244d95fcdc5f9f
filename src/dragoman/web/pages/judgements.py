"""Decisions of people: kept, listed, taken back, exported, compared."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from msgspec.structs import replace

from dragoman.model import Judgement
from dragoman.store import Store
from dragoman.web.agreement import Agreeing, agreeing
from dragoman.web.answering import answer, snapshot_of, state_of
from dragoman.web.cards import Link, in_words
from dragoman.web.comparing import name_of
from dragoman.web.deciding import Fields, judgements_from
from dragoman.web.naming import link_to
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot
from dragoman.web.state import State
from dragoman.web.succession import last_known

router = APIRouter()

# A year in seconds: how long a browser remembers the reviewer's name.
_REMEMBERED = 31_536_000


class JudgementLine(msgspec.Struct, frozen=True, kw_only=True):
    """A decision in the list."""

    id: str
    decision: str
    words: str
    subject: str
    other: str
    field: str
    value: str
    about: tuple[Link, ...]
    who: str
    when: str
    why: str
    withdrawn: str


class JudgementList(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions, latest first, and how far reviewers agree; ``differing``: on what they do not."""

    judgements: tuple[JudgementLine, ...]
    reviewers: tuple[str, ...]
    agreement: tuple[Agreeing, ...]
    differing: dict[str, tuple[Link, ...]]
    paging: Paging


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """How many decisions are kept but not yet worked into the record shown."""

    pending: int
    judgements: int
    fault: str


@router.get("/judgements")
def judgements(request: Request, who: str = "", page: int = 1) -> Response:
    """The decisions of people, latest first; as JSON or CSV, an export of them."""
    snap = snapshot_of(request)
    exporting = "format" in request.query_params
    view = judgements_of(snap, who=who, page=page, size=1_000_000 if exporting else 100)
    view = _with_the_gone(view, snap, state_of(request).store)
    return answer(
        request, "judgements.html.jinja", view, title="Judgements", rows=view.judgements
    )  # fmt: skip


def judgements_of(
    snap: Snapshot, *, who: str = "", page: int = 1, size: int = 100
) -> JudgementList:
    """Return a page of the decisions, of one reviewer or of all."""
    chosen = [row for row in reversed(snap.judgements) if not who or row.who == who]
    part, paging = paginate(chosen, page, size=size)
    found = agreeing(snap.judgements)
    return JudgementList(
        judgements=tuple(_line(row, snap) for row in part),
        reviewers=tuple(sorted({row.who for row in snap.judgements if row.who})),
        agreement=found,
        differing={
            matter: tuple(link_to(name, snap) for name in matter.split())
            for pair in found
            for matter in pair.differing
        },
        paging=paging,
    )


def _with_the_gone(view: JudgementList, snap: Snapshot, store: Store) -> JudgementList:
    """Return the list with words for what left the record, by the decision itself perhaps."""
    unknown = {link.text for row in view.judgements for link in row.about if not link.href}
    known = last_known(unknown, store) if unknown else {}
    if not known:
        return view

    def named(link: Link) -> Link:
        if link.text not in known:
            return link
        return Link(text=f"{name_of(known[link.text], snap)} (no longer in the record)")

    rows = (replace(row, about=tuple(map(named, row.about))) for row in view.judgements)
    return replace(view, judgements=tuple(rows))


def _line(row: Judgement, snap: Snapshot) -> JudgementLine:
    named = in_words(row, snap)
    return JudgementLine(
        id=row.id,
        decision=row.decision,
        words=named.words,
        subject=row.subject,
        other=row.other or "",
        field=row.field or "",
        value=row.value or "",
        about=tuple(link_to(name, snap) for name in (row.subject, row.other) if name),
        who=row.who,
        when=named.when,
        why=row.why,
        withdrawn=f"{row.withdrawn:%Y-%m-%d %H:%M}" if row.withdrawn else "",
    )


@router.post("/judgements", status_code=201)
def judge(request: Request, fields: Fields) -> Response:
    """Keep a decision (form fields or JSON: decision, subject, other, field, value, who, why)."""
    state = open_state(request)
    made = judgements_from(fields, state.snapshot, dt.datetime.now(dt.UTC))
    state.judge(*made)
    return done(request, fields, made)


@router.post("/judgements/{name}/withdraw", status_code=201)
def withdraw(request: Request, name: str, fields: Fields) -> Response:
    """Take a decision back; it stays listed."""
    state = open_state(request)
    found = next((row for row in state.store.judgements() if row.id == name), None)
    if found is None:
        raise HTTPException(404, f"No judgement has the id {name}")
    back = replace(found, withdrawn=dt.datetime.now(dt.UTC))
    state.judge(back)
    return done(request, fields, [back])


@router.post("/reviewer", status_code=201)
def reviewer(request: Request, fields: Fields) -> Response:
    """Keep the name under which this browser decides."""
    return done(request, fields, [])


@router.get("/state")
def waiting(request: Request) -> Response:
    """How many decisions wait to be worked in."""
    state = state_of(request)
    view = Waiting(
        pending=state.pending, judgements=len(state.snapshot.judgements), fault=state.fault
    )
    return answer(request, "state.html.jinja", view, title="State", rows=[view])


def open_state(request: Request) -> State:
    """Return the state when it takes decisions; an error 403 when it does not."""
    state = state_of(request)
    if state.read_only:
        raise HTTPException(403, "This record is served for reading only")
    return state


def done(request: Request, fields: dict[str, str], made: list[Judgement]) -> Response:
    """Return the answer to a decision: back to the page of the form, or the judgements as JSON."""
    if request.headers.get("content-type", "").startswith("application/json"):
        body = msgspec.json.encode({"judgements": made})
        return Response(body, 201, media_type="application/json")
    back = fields.get("back", "/judgements")
    # Only an address of ours: "//elsewhere" would lead away.
    if not back.startswith("/") or back.startswith(("//", "/\\")):
        back = "/judgements"
    kept = [row.id for row in made if row.withdrawn is None]
    answered = RedirectResponse(_saying(back, kept[-1]) if kept else back, status_code=303)
    who = fields.get("who", "").strip()[:200]
    if who:
        answered.set_cookie(
            "dragoman_who", quote(who), max_age=_REMEMBERED, httponly=True, samesite="strict"
        )
    return answered


def _saying(back: str, kept: str) -> str:
    """Return an address whose page says which decision was just kept, with a way to undo it."""
    parts = urlsplit(back)
    query = {**dict(parse_qsl(parts.query)), "kept": kept}
    return urlunsplit(parts._replace(query=urlencode(query)))
