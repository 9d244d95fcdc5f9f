"""Accounts side by side: what each says of one matter, and which contradict one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import figure, when
from dragoman.model import Account
from dragoman.model.vocabulary import label
from dragoman.web.snapshot import Snapshot


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says of one matter; ``differs`` where another contradicts it."""

    value: str
    differs: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A matter on which accounts of an event may differ, a cell for each account."""

    name: str
    cells: tuple[Cell, ...]
    differs: bool


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


def row(matter: Matter, told: Sequence[Account], snap: Snapshot) -> Row | None:
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
