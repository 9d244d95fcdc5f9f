"""Who is said to hold what, with a number of how much and without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import amount, voice, when
from dragoman.model import Account, Count, Event
from dragoman.model.vocabulary import label
from dragoman.web.snapshot import Snapshot


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A share of a territory that a source says somebody holds, in percent."""

    holder: str
    place: str
    source: str
    when: str
    at: str
    share: float
    value: str
    label: str
    href: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to hold a place, or to have forces there, without a number of how much."""

    holder: str
    place: str
    kind: str
    extent: str
    status: str
    source: str
    when: str
    href: str


def _holding(events: Sequence[Event], snap: Snapshot) -> Iterable[Account]:
    for event in events:
        if event.type in ("CONTROL", "PRESENCE"):
            yield from (snap.accounts[name] for name in event.accounts)


def shares(events: Sequence[Event], snap: Snapshot) -> list[Share]:
    """Return who is said to hold which share of what, in order of time."""
    found = [
        _share(account, count, share, snap)
        for account in _holding(events, snap)
        for count in account.counts
        if count.unit == "percent"
        and (share := count.high if count.low is None else count.low) is not None
    ]
    return sorted(found, key=lambda item: (item.at, item.holder, item.href))


def held(events: Sequence[Event], snap: Snapshot) -> Iterable[Held]:
    """Yield who is said to hold what without a number, one line an account."""
    for account in _holding(events, snap):
        if not any(count.unit == "percent" for count in account.counts) and account.actors:
            words = account.trigger
            yield Held(
                holder=snap.names.actor_list(account.actors),
                place=snap.names.place(account.place),
                kind=kind(account).lower(),
                extent=account.extent or "",
                status=label("statuses", account.status).lower(),
                source=voice(account, snap.names),
                when=when(account.date or snap.reports[account.report].published),
                href=f"/reports/{words.report}#{words.start}-{words.end}",
            )


def _share(account: Account, count: Count, share: float, snap: Snapshot) -> Share:
    dates = account.date or snap.reports[account.report].published
    day = dates and (dates.start or dates.end)
    source = voice(account, snap.names)
    evidence = count.evidence
    holder = snap.names.actor_list(account.actors) or "somebody unnamed"
    place = snap.names.place(account.place)
    return Share(
        holder=holder,
        place=place,
        source=source,
        when=when(dates),
        at=day.isoformat() if day else "",
        share=share,
        value=amount(count),
        label=f"{holder}{f', {place}' if place else ''}",
        href=f"/reports/{evidence.report}#{evidence.start}-{evidence.end}",
    )
