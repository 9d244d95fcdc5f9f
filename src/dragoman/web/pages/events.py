"""Events: the list, and one event with its accounts side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.assessment import Explanation
from dragoman.briefing.brief import EventView, Quote
from dragoman.briefing.events import kind, voice
from dragoman.briefing.naming import figure, first_day, when
from dragoman.model import Account, Event
from dragoman.model.vocabulary import label, terms
from dragoman.web.answering import answer, snapshot_of
from dragoman.web.cards import Decided, Link, decided, dispute_links
from dragoman.web.filtering import Days, days
from dragoman.web.naming import event_words
from dragoman.web.pages.places import MapPlace, map_place, shape_of
from dragoman.web.paging import Paging, paginate
from dragoman.web.snapshot import Snapshot

router = APIRouter()


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to leave in a list of events; "" leaves all in."""

    type: str = ""
    status: str = ""
    actor: str = ""
    place: str = ""
    days: Days = Days()
    disputed: bool = False
    order: str = ""


class EventList(msgspec.Struct, frozen=True, kw_only=True):
    """Events as lines of a chronology, the latest first unless told otherwise."""

    events: tuple[EventView, ...]
    types: tuple[tuple[str, str], ...]
    place: str
    actor: str
    paging: Paging


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says of one matter; ``differs`` where another contradicts it."""

    value: str
    differs: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A matter on which accounts of an event may differ, a cell for each account."""

    name: str
    cells: tuple[Cell, ...]
    differs: bool


class AccountColumn(msgspec.Struct, frozen=True, kw_only=True):
    """An account, as the head and foot of a column; ``reprints`` repeat it."""

    id: str
    voice: str
    outlet: str
    published: str
    report: str
    status: str
    quote: Quote
    reprints: tuple[Link, ...]
    decided: tuple[Decided, ...]


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """A value of the event with the rule that took it from the accounts."""

    field: str
    rule: str


class EventPage(msgspec.Struct, frozen=True, kw_only=True):
    """An event, its accounts in columns, the matters in rows."""

    event: EventView
    type: str
    family: str
    columns: tuple[AccountColumn, ...]
    rows: tuple[Row, ...]
    derived: tuple[Derived, ...]
    disputes: tuple[Link, ...]
    near: tuple[Link, ...]
    decided: tuple[Decided, ...]
    why: Explanation
    map: tuple[MapPlace, ...]


@router.get("/events")
def events(
    request: Request,
    type: str = "",  # noqa: A002
    status: str = "",
    actor: str = "",
    place: str = "",
    since: str = "",
    until: str = "",
    disputed: bool = False,
    order: str = "",
    page: int = 1,
) -> Response:
    """Events and situations in order of time, with filters."""
    filters = Filters(
        type=type, status=status, actor=actor, place=place, days=days(since, until),
        disputed=disputed, order=order,
    )  # fmt: skip
    view = events_of(snapshot_of(request), filters, page=page)
    statuses = [(term.code, term.label) for term in terms("statuses")]
    return answer(
        request,
        "events.html.jinja",
        view,
        title="Events",
        rows=[_line(item) for item in view.events],
        extra={"statuses": statuses},
    )


def _line(view: EventView) -> dict[str, object]:
    line = msgspec.structs.asdict(view)
    line["accounts"] = len(view.accounts)
    return line


def events_of(snap: Snapshot, filters: Filters, *, page: int = 1) -> EventList:
    """Return a page of the events that pass ``filters``."""
    chosen = [event for event in snap.events_by_time if _passes(event, filters, snap)]
    if filters.order != "earliest":
        dated = [event for event in chosen if event.date is not None]
        chosen = dated[::-1] + [event for event in chosen if event.date is None]
    part, paging = paginate(chosen, page)
    by_type = Counter((event.family, event.type) for event in snap.record.events)
    named = ((code, label(_LIST[family], code)) for family, code in by_type)
    return EventList(
        events=tuple(snap.event_views[event.id] for event in part),
        types=tuple(sorted(named, key=lambda item: item[1])),
        place=snap.names.place(filters.place),
        actor=snap.names.actor(filters.actor) or filters.actor,
        paging=paging,
    )


_LIST = {"event": "events", "situation": "situations"}


def _passes(event: Event, filters: Filters, snap: Snapshot) -> bool:
    return (
        (not filters.type or event.type == filters.type)
        and (not filters.status or event.status == filters.status)
        and (not filters.actor or snap.has_actor(event, filters.actor))
        and (not filters.place or snap.lies_in(event.place, filters.place))
        and (not filters.disputed or event.id in snap.disputes_by_thing)
        and filters.days.hold(event.date)
    )


@router.get("/events/{name}")
def event(request: Request, name: str) -> Response:
    """An event: its accounts side by side, with what differs marked."""
    snap = snapshot_of(request)
    found = snap.events.get(name)
    if found is None:
        raise HTTPException(404, f"No event has the id {name}")
    view = event_page(found, snap)
    return answer(
        request,
        "event.html.jinja",
        view,
        title=event_words(name, snap),
        rows=_sheet(view),
        extra={"statuses": [(term.code, term.label) for term in terms("statuses")]},
    )


def _sheet(view: EventPage) -> Iterable[dict[str, str]]:
    for number, column in enumerate(view.columns):
        row = {"account": column.id, "told by": column.voice, "outlet": column.outlet}
        row |= {line.name.lower(): line.cells[number].value for line in view.rows}
        yield row | {"words": column.quote.evidence.quote, "report": column.report}


def event_page(found: Event, snap: Snapshot) -> EventPage:
    """Return an event with its accounts in columns; those of reprints fold under the original's."""
    told = [snap.accounts[i] for i in found.accounts if i in snap.accounts]
    told.sort(key=lambda item: (first_day(snap.reports[item.report].published), item.id))
    first, reprints = folded(told, snap)
    return EventPage(
        event=snap.event_views[found.id],
        type=kind(found),
        family=found.family,
        columns=tuple(_column(item, reprints[item.id], snap) for item in first),
        rows=tuple(row for matter in MATTERS if (row := _row(matter, first, snap))),
        derived=tuple(
            Derived(field=field, rule=rule) for field, rule in sorted(found.derived.items())
        ),
        disputes=dispute_links(found.id, snap),
        near=_near(found, snap),
        decided=decided(found.id, snap),
        why=snap.why(found),
        map=_spot(found, snap),
    )


def folded(
    told: list[Account], snap: Snapshot
) -> tuple[list[Account], dict[str, list[Account]]]:  # fmt: skip
    """Return accounts without those of reprints, and the reprints' by the account they repeat.

    An account of a reprint folds under one of its original that says the same words.
    """
    words = {(item.report, " ".join(item.trigger.quote.split())): item for item in told}
    first: list[Account] = []
    under: dict[str, list[Account]] = {item.id: [] for item in told}
    for item in told:
        original = snap.reports[item.report].copy_of
        same = words.get((original or "", " ".join(item.trigger.quote.split())))
        if same is not None:
            under[same.id].append(item)
        else:
            first.append(item)
    return first, under


def _column(item: Account, reprints: list[Account], snap: Snapshot) -> AccountColumn:
    quote = snap.names.quote(item.evidence[0])
    return AccountColumn(
        id=item.id,
        voice=voice(item, snap.names),
        outlet=quote.outlet,
        published=quote.published,
        report=item.report,
        status=item.status,
        quote=quote,
        reprints=tuple(
            Link(
                text=snap.names.outlet(copy.report),
                href=f"/reports/{copy.report}#{copy.trigger.start}-{copy.trigger.end}",
            )
            for copy in reprints
        ),
        decided=decided(item.id, snap),
    )


class Matter(msgspec.Struct, frozen=True):
    """Something that accounts may differ in: how it is shown, and whether two accounts agree."""

    name: str
    show: Callable[[Account, Snapshot], str]
    agree: Callable[[Account, Account, Snapshot], bool]


def _same(read: Callable[[Account], object]) -> Callable[[Account, Account, Snapshot], bool]:
    return lambda a, b, _: read(a) == read(b)


def _named_alike(side: str) -> Callable[[Account, Account, Snapshot], bool]:
    """Compare by names: "people" of one report are not those of another, but read the same."""

    def alike(a: Account, b: Account, snap: Snapshot) -> bool:
        return {snap.names.actor(i) for i in getattr(a, side)} == {
            snap.names.actor(i) for i in getattr(b, side)
        }

    return alike


def _places_agree(a: Account, b: Account, snap: Snapshot) -> bool:
    """A town and its province are one place, told more and less closely."""
    return snap.lies_in(a.place, b.place or "") or snap.lies_in(b.place, a.place or "")


def _dates_agree(a: Account, b: Account, _: Snapshot) -> bool:
    return a.date is None or b.date is None or a.date.overlaps(b.date)


def _counts(item: Account, _: Snapshot) -> str:
    return ", ".join(dict.fromkeys(map(figure, item.counts)))


def _counts_agree(a: Account, b: Account, _: Snapshot) -> bool:
    """Figures differ where two of one kind do: one account may count more kinds than another."""
    first = {count.what: (count.low, count.high) for count in a.counts}
    second = {count.what: (count.low, count.high) for count in b.counts}
    return all(first[what] == second[what] for what in first.keys() & second.keys())


MATTERS = (
    Matter("Status", lambda a, _: label("statuses", a.status), _same(lambda a: a.status)),
    Matter("What", lambda a, _: kind(a), _same(kind)),
    Matter("Who", lambda a, s: s.names.actor_list(a.actors), _named_alike("actors")),
    Matter("To whom", lambda a, s: s.names.actor_list(a.recipients), _named_alike("recipients")),
    Matter("Where", lambda a, s: s.names.place(a.place), _places_agree),
    Matter("When", lambda a, _: when(a.date), _dates_agree),
    Matter("How many", _counts, _counts_agree),
    Matter("Extent", lambda a, _: a.extent or "", _same(lambda a: a.extent)),
)


def _row(matter: Matter, told: list[Account], snap: Snapshot) -> Row | None:
    """Return the values of one matter; all that contradict one another are marked, none the more.

    Which of them most accounts share says nothing of who is right.
    """
    values = [matter.show(item, snap) for item in told]
    stating = [item for item, value in zip(told, values, strict=True) if value]
    if not stating:
        return None
    against = {
        a.id for a in stating if any(b is not a and not matter.agree(a, b, snap) for b in stating)
    }
    cells = (
        Cell(value=value, differs=item.id in against)
        for item, value in zip(told, values, strict=True)
    )
    return Row(name=matter.name, cells=tuple(cells), differs=bool(against))


def _near(found: Event, snap: Snapshot) -> tuple[Link, ...]:
    """Return events of the same type at the same place within a week: perhaps the same one."""
    if found.place is None:
        return ()
    day = first_day(found.date)
    near = [
        other
        for other in snap.events_by_place.get(found.place, ())
        if other.id != found.id
        and other.type == found.type
        and abs((first_day(other.date) - day).days) <= 7
    ]
    return tuple(
        Link(text=event_words(other.id, snap), href=f"/events/{other.id}") for other in near[:12]
    )


def _spot(found: Event, snap: Snapshot) -> tuple[MapPlace, ...]:
    """Return the place of an event for the map, nothing where it cannot be drawn."""
    if found.place not in snap.places or shape_of(snap.places[found.place]) == "nowhere":
        return ()
    return (map_place(snap, found.place, [found], named=1),)
