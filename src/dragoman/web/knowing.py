"""When each thing of a record could first be known, and what came to be known in a stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from dragoman.briefing.naming import figure, joined, when
from dragoman.model import Account, Commitment, Dates, Dispute, Event, Evidence
from dragoman.web.lines import EventLine, line
from dragoman.web.snapshot import Snapshot


class Stretch(msgspec.Struct, frozen=True):
    """The days after ``since`` up to and with ``until``."""

    since: dt.date
    until: dt.date

    def holds(self, day: dt.date | None) -> bool:
        """Return whether a day lies in it; an unknown day does not."""
        return day is not None and self.since < day <= self.until

    def before(self, day: dt.date | None) -> bool:
        """Return whether a day was past when the stretch began."""
        return day is not None and day <= self.since


class ChangedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event that was known and of which more came to be told: what is new in it."""

    event: EventLine
    reports: int
    news: tuple[str, ...]


class ChangedDispute(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute that appeared (``new``) or to which positions were added."""

    href: str
    question: str
    new: bool
    added: tuple[str, ...]


class ChangedPromise(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment that was made, fell due or was reported on: ``what`` says which."""

    href: str
    action: str
    by: str
    what: str


def day_of(report: str, snap: Snapshot) -> dt.date | None:
    """Return the day from which a report could be known: the last that its date allows."""
    published = snap.reports[report].published
    return None if published is None else published.end or published.start


def first_known(evidence: Iterable[Evidence], snap: Snapshot) -> dt.date | None:
    """Return the day of the first dated report among evidence."""
    days = [day for item in evidence if (day := day_of(item.report, snap))]
    return min(days, default=None)


def changed_event(event: Event, stretch: Stretch, snap: Snapshot) -> ChangedEvent | None:
    """Return what came to be told of an event that was known before; None when nothing did."""
    accounts = [snap.accounts[name] for name in event.accounts]
    old = [item for item in accounts if stretch.before(day_of(item.report, snap))]
    new = [item for item in accounts if stretch.holds(day_of(item.report, snap))]
    if not old or not new:
        return None
    return ChangedEvent(
        event=line(event, snap),
        reports=len({item.report for item in new} - {item.report for item in old}),
        news=tuple(_news(old, new, snap)),
    )


def _news(old: list[Account], new: list[Account], snap: Snapshot) -> Iterable[str]:
    """Yield the values that the new accounts give and no old one gave."""
    before = {figure(count) for item in old for count in item.counts}
    figures = [text for item in new for c in item.counts if (text := figure(c)) not in before]
    known: set[str] = {item.status for item in old}
    if figures:
        yield joined(figures)
    statuses: list[str] = [item.status for item in new if item.status not in known]
    if statuses:
        yield f"now also told as {joined(statuses)}"
    actors = {actor for item in old for actor in (*item.actors, *item.recipients)}
    if fresh := [a for item in new for a in (*item.actors, *item.recipients) if a not in actors]:
        yield f"now with {snap.names.actor_list(fresh)}"


def changed_dispute(dispute: Dispute, stretch: Stretch, snap: Snapshot) -> ChangedDispute | None:
    """Return a dispute that two sides came to have, or that gained a position; else None."""
    days = [(item.stance, day_of(item.evidence.report, snap), item) for item in dispute.positions]
    old = {stance for stance, day, _ in days if stretch.before(day)}
    new = [(stance, item) for stance, day, item in days if stretch.holds(day)]
    stances = old | {stance for stance, _ in new}
    if not new or len(stances) < 2:
        return None
    added = (
        f"{snap.names.actor(item.speaker) or snap.names.outlet(item.evidence.report)}: {stance}"
        for stance, item in new
    )
    return ChangedDispute(
        href=f"/disputes/{dispute.id}",
        question=dispute.question,
        new=len(old) < 2,
        added=tuple(dict.fromkeys(added)),
    )


def changed_promise(item: Commitment, stretch: Stretch, snap: Snapshot) -> list[ChangedPromise]:
    """Return what became of a commitment in a stretch: made, due, reported on."""
    made = first_known(item.evidence, snap)
    found = []
    if stretch.holds(made):
        due = f", due {when(item.due)}" if item.due else ""
        found.append(f"made{due}")
    if _falls_due(item.due, stretch) and (stretch.holds(made) or stretch.before(made)):
        found.append(f"fell due {when(item.due)}")
    found += [
        f"reported: {entry.status.removeprefix('reported_').replace('_', ' ')}"
        for entry in item.history
        if entry.evidence and stretch.holds(first_known(entry.evidence, snap))
    ]
    return [
        ChangedPromise(
            href=f"/commitments#{item.id}",
            action=item.action,
            by=snap.names.actor_list(item.by),
            what=what,
        )
        for what in dict.fromkeys(found)
    ]


def _falls_due(due: Dates | None, stretch: Stretch) -> bool:
    return due is not None and stretch.holds(due.end or due.start)
