"""A claim, an account, a promise as a card: what a reader asks of a highlighted stretch."""

from __future__ import annotations

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import amount, figure, when
from dragoman.model import Account, Agreement, Claim, Commitment, Judgement
from dragoman.model.vocabulary import label
from dragoman.web.marking import speaker_in_words
from dragoman.web.snapshot import Snapshot


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A name with the address of what it names ("" where there is no page)."""

    text: str
    href: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a card: its name, the value, links in place of it, the rule that gave it."""

    name: str
    value: str = ""
    links: tuple[Link, ...] = ()
    rule: str = ""


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A standing decision on a thing, in words."""

    id: str
    words: str
    who: str
    when: str
    why: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds on some words: ``kind`` is claim, account, promise or agreement."""

    id: str
    kind: str
    title: str
    quote: str
    start: int
    end: int
    lines: tuple[Line, ...]
    status: str = ""
    act: str = ""
    speaker: str = ""
    disputes: tuple[Link, ...] = ()
    decided: tuple[Decided, ...] = ()


def actor_link(name: str, snap: Snapshot) -> Link:
    """Return a link to an actor by its id."""
    return Link(text=snap.names.actor(name), href=f"/actors/{name}")


def place_link(name: str | None, snap: Snapshot) -> tuple[Link, ...]:
    """Return a link to the events at a place, nothing for none."""
    if name not in snap.places:
        return ()
    return (Link(text=snap.names.place(name), href=f"/events?place={name}"),)


def decided(thing: str, snap: Snapshot) -> tuple[Decided, ...]:
    """Return the standing decisions on a thing, oldest first."""
    rows = snap.judgements_by_thing.get(thing, ())
    return tuple(in_words(row, snap) for row in rows if row.withdrawn is None)


def in_words(row: Judgement, snap: Snapshot) -> Decided:
    """Return a decision as a reader sees it."""
    words: str = row.decision
    if row.decision == "correct":
        words = f"{(row.field or '').replace('_', ' ')}: {_value(row, snap)}"
    return Decided(
        id=row.id,
        words=words,
        who=row.who,
        when=f"{row.when:%Y-%m-%d %H:%M}",
        why=row.why,
    )


def _value(row: Judgement, snap: Snapshot) -> str:
    return snap.names.actor(row.value) or row.value or ""


def claim_card(claim: Claim, snap: Snapshot) -> Card:
    """Return a claim as a card."""
    speaker = claim.speaker
    outer = snap.claims.get(claim.within or "")
    spoken = Link(
        text=speaker.name or "unnamed", href=f"/actors/{speaker.actor}" if speaker.actor else ""
    )
    lines = [
        Line(name="Speaker", links=(spoken,), rule=_called(claim)),
        Line(name="Act", value=label("acts", claim.act)),
        Line(name="Words", value=_FORMS[claim.form]),
        Line(
            name="Said",
            value=when(claim.said_on),
            rule=(claim.said_on.rule or "") if claim.said_on else "",
        ),
        Line(name="Channel", value=claim.channel or ""),
        Line(name="As told by", value=outer.speaker.name if outer else ""),
    ]
    return Card(
        id=claim.id,
        kind="claim",
        title=f"{speaker.name or 'unnamed'} {label('acts', claim.act).lower()}",
        quote=" … ".join(e.quote for e in claim.content),
        start=claim.content[0].start,
        end=claim.content[0].end,
        lines=_filled(lines),
        act=claim.act,
        speaker=speaker.name,
        disputes=dispute_links(claim.id, snap),
        decided=decided(claim.id, snap),
    )


_FORMS = {
    "direct": "quoted",
    "indirect": "in the report's wording",
    "mixed": "in the report's wording, with words quoted",
}


def _called(claim: Claim) -> str:
    called = speaker_in_words(claim)
    return f"here “{called}”" if called else ""


def account_card(account: Account, snap: Snapshot) -> Card:
    """Return an account as a card."""
    claim = snap.claims.get(account.claim or "")
    told = claim.speaker.name if claim else "the report itself"
    event = snap.events.get(account.event)
    lines = [
        Line(name="Status", value=label("statuses", account.status)),
        Line(name="Who", links=tuple(actor_link(i, snap) for i in account.actors)),
        Line(name="To whom", links=tuple(actor_link(i, snap) for i in account.recipients)),
        Line(name="Where", links=place_link(account.place, snap)),
        Line(
            name="When",
            value=when(account.date),
            rule=(account.date.rule or "") if account.date else "",
        ),
        Line(name="How many", value=", ".join(dict.fromkeys(map(figure, account.counts)))),
        Line(name="Extent", value=account.extent or ""),
        Line(name="Told by", value=told),
        Line(name="Event", links=_event_link(event.id, snap) if event else ()),
    ]
    return Card(
        id=account.id,
        kind="account",
        title=kind(account),
        quote=account.evidence[0].quote,
        start=account.trigger.start,
        end=account.trigger.end,
        lines=_filled(lines),
        status=account.status,
        disputes=dispute_links(account.id, snap),
        decided=decided(account.id, snap),
    )


def _event_link(name: str, snap: Snapshot) -> tuple[Link, ...]:
    view = snap.event_views[name]
    told = f"{view.label}, {len(view.accounts)} accounts" if len(view.accounts) > 1 else view.label
    return (Link(text=told, href=f"/events/{name}"),)


def promise_card(item: Commitment, report: str, snap: Snapshot) -> Card:
    """Return a commitment as a card of one of the reports that tell of it."""
    words = next(e for e in item.evidence if e.report == report)
    agreement = snap.agreements.get(item.agreement or "")
    lines = [
        Line(name="By", links=tuple(actor_link(i, snap) for i in item.by)),
        Line(name="To", links=tuple(actor_link(i, snap) for i in item.to)),
        Line(name="Due", value=when(item.due), rule=(item.due.rule or "") if item.due else ""),
        Line(name="Condition", value=item.condition or ""),
        Line(
            name="Under",
            links=(Link(text=agreement.name, href=f"/agreements/{agreement.id}"),)
            if agreement
            else (),
        ),
        Line(name="Since", value=STANDING[item.status]),
        Line(name="Ledger", links=(Link(text="see its line", href=f"/commitments#{item.id}"),)),
    ]
    return Card(
        id=item.id,
        kind="promise",
        title="Commitment",
        quote=item.action,
        start=words.start,
        end=words.end,
        lines=_filled(lines),
        decided=decided(item.id, snap),
    )


STANDING = {
    "open": "open",
    "due_unknown": "due, nothing reported",
    "reported_done": "reported done",
    "reported_not_done": "reported not done",
    "disputed": "disputed",
    "withdrawn": "withdrawn",
}


def agreement_card(item: Agreement, report: str, snap: Snapshot) -> Card:
    """Return an agreement as a card of one of the reports that name it."""
    words = next(e for e in item.evidence if e.report == report)
    lines = [
        Line(name="Parties", links=tuple(actor_link(i, snap) for i in item.parties)),
        Line(name="Date", value=when(item.date)),
        Line(name="Place", links=place_link(item.place, snap)),
        Line(name="All of it", links=(Link(text=item.name, href=f"/agreements/{item.id}"),)),
    ]
    return Card(
        id=item.id,
        kind="agreement",
        title="Agreement",
        quote=words.quote,
        start=words.start,
        end=words.end,
        lines=_filled(lines),
        decided=decided(item.id, snap),
    )


def dispute_links(thing: str, snap: Snapshot) -> tuple[Link, ...]:
    """Return links to the disputes that touch a thing."""
    found = snap.disputes_by_thing.get(thing, ())
    return tuple(Link(text=item.question, href=f"/disputes/{item.id}") for item in found)


def _filled(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.value or line.links)


def counts_of(account: Account) -> tuple[str, ...]:
    """Return the figures of an account, each with what it counts."""
    found = (f"{amount(c)} {c.of or c.what.replace('_', ' ')}" for c in account.counts)
    return tuple(dict.fromkeys(found))
