"""The chronology and the figures of a brief."""

from __future__ import annotations

import datetime as dt

from dragoman.briefing.brief import AccountView, EventView, FigureView
from dragoman.briefing.naming import Names, amount, first_day, voice, when
from dragoman.briefing.ranges import figures_of
from dragoman.model import Account, Count, Dates, Event, Record
from dragoman.model.vocabulary import label, modes

# Only these say that something is or was so; all else is marked.
_REAL = ("happened", "ongoing")
_PEOPLE = ("killed", "injured", "missing", "abducted", "detained", "displaced", "besieged")
_CONTROL = ("CONTROL", "PRESENCE")
# Longer ones read as a sentence, not as a name (characters).
_WORD = 40


def chronology(record: Record, names: Names) -> tuple[tuple[EventView, ...], tuple[EventView, ...]]:
    """Return the events with a date in order of time, and those without in order of report."""
    accounts = {account.id: account for account in record.accounts}
    first = {event.id: first_report(event, accounts, names) for event in record.events}
    dated = [event for event in record.events if _day(event) is not None]
    undated = [event for event in record.events if _day(event) is None]
    dated.sort(key=lambda event: (_day(event) or dt.date.max, first[event.id], event.id))
    undated.sort(key=lambda event: (first[event.id], event.id))
    views = [
        tuple(event_view(event, accounts, names) for event in part) for part in (dated, undated)
    ]
    return views[0], views[1]


def _day(event: Event) -> dt.date | None:
    return None if event.date is None else event.date.start or event.date.end


def first_report(
    event: Event, accounts: dict[str, Account], names: Names
) -> tuple[dt.date, str, int]:
    """Return the day, the report and the place in it of an event's first account."""
    return min(_standing(accounts[name], names) for name in event.accounts)


def _standing(account: Account, names: Names) -> tuple[dt.date, str, int]:
    published = first_day(names.reports[account.report].published)
    return published, account.report, account.trigger.start


def kind(thing: Event | Account) -> str:
    """Return what to call the type of an event: its mode where it has one."""
    if thing.family == "situation":
        return label("situations", thing.type)
    named = [mode.label for mode in modes(thing.type) if mode.code == thing.mode]
    return named[0] if named else label("events", thing.type)


def event_view(event: Event, accounts: dict[str, Account], names: Names) -> EventView:
    """Return an event as a line of the chronology."""
    told = [accounts[name] for name in event.accounts]
    day, _, _ = first_report(event, accounts, names)
    return EventView(
        id=event.id,
        when=when(event.date),
        reported="" if day == dt.date.max else when(Dates.day(day)),
        label=_label(event, told, names),
        status=event.status,
        marked=event.status not in _REAL,
        actors=names.actor_list(event.actors),
        recipients=names.actor_list(event.recipients),
        place=names.place(event.place),
        counts=figures_of(event, told, names),
        reports=event.reports,
        sources=event.independent_sources,
        accounts=tuple(
            dict.fromkeys(
                AccountView(
                    voice=voice(account, names),
                    status=account.status,
                    quote=names.quote(account.evidence[0]),
                )
                for account in told
            )
        ),
    )


def _label(event: Event, told: list[Account], names: Names) -> str:
    """Return what to call an event; a situation that is said to be absent must say so.

    The bare type ("Violence") says little: the word by which it is first told stands beside it.
    """
    if {account.extent for account in told} == {"none"}:
        return f"{kind(event)}: none"
    if event.family == "situation" or event.mode:
        return kind(event)
    first = min(told, key=lambda one: _standing(one, names)).trigger.quote
    return f"{kind(event)} (“{' '.join(first.split())}”)" if len(first) <= _WORD else kind(event)


def casualties(record: Record, names: Names) -> tuple[FigureView, ...]:
    """Return every figure about people, each with its source, by what is counted and time."""
    found = [
        _figure(account, count, names)
        for account in record.accounts
        for count in account.counts
        if count.what in _PEOPLE and account.status in _REAL
    ]
    return _ordered(found)


def control(record: Record, names: Names) -> tuple[FigureView, ...]:
    """Return who is said to hold or to be present in what, each with its source."""
    found = []
    for account in record.accounts:
        if account.type in _CONTROL:
            shares = [count for count in account.counts if count.unit == "percent"]
            found.append(_holding(account, shares[0] if shares else None, names))
    return _ordered(found)


def _ordered(found: list[FigureView]) -> tuple[FigureView, ...]:
    unique = {(view.what, view.value, view.source, view.quote.evidence): view for view in found}
    return tuple(sorted(unique.values(), key=lambda view: (view.what, view.quote.evidence)))


def _figure(account: Account, count: Count, names: Names) -> FigureView:
    return FigureView(
        what=count.what.replace("_", " "),
        value=amount(count),
        of=count.of or "",
        place=names.place(account.place),
        when=_as_of(account, names),
        source=voice(names.voices.of_figure(account, count), names),
        quote=names.quote(count.evidence),
    )


def _as_of(account: Account, names: Names) -> str:
    """Return the date of a figure, else when it was reported."""
    reported = when(names.reports[account.report].published)
    return when(account.date) or (f"reported {reported}" if reported else "")


def _holding(account: Account, share: Count | None, names: Names) -> FigureView:
    denied = account.extent == "none" or account.status == "denied"
    value = amount(share) if share else "none" if denied else account.extent or ""
    return FigureView(
        what=kind(account).lower(),
        value=value if account.status in (*_REAL, "denied") else f"{value} ({account.status})",
        of=names.actor_list(account.actors),
        place=names.place(account.place),
        when=_as_of(account, names),
        source=voice(account, names),
        quote=names.quote(account.evidence[0]),
    )
