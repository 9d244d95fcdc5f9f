"""What runs changed in the record: things that came, went, or have other values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.briefing.naming import joined, when
from dragoman.model import (
    Account,
    Actor,
    Agreement,
    Claim,
    Commitment,
    Dates,
    Dispute,
    Event,
    Evidence,
    Place,
    Report,
    Speaker,
)
from dragoman.store import Change, Run
from dragoman.web.naming import link_to
from dragoman.web.snapshot import Snapshot
from dragoman.web.wording import shorten

KINDS: Mapping[str, type[msgspec.Struct]] = {
    "disputes": Dispute,
    "commitments": Commitment,
    "agreements": Agreement,
    "events": Event,
    "claims": Claim,
    "actors": Actor,
    "reports": Report,
    "accounts": Account,
    "places": Place,
}
# Characters of a value that a line shows.
_SHORT = 60


class RunLine(msgspec.Struct, frozen=True, kw_only=True):
    """A run in one line."""

    number: int
    finished: str
    words: str


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that was added, changed or removed, with the values that differ."""

    kind: str
    how: str
    text: str
    href: str
    values: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between the record after run ``since`` and after run ``until``.

    ``counts`` pairs each kind with how many of it changed how, in words.
    """

    since: int
    until: int
    counts: tuple[tuple[str, str], ...]
    things: tuple[Changed, ...]


def run_line(run: Run) -> RunLine:
    """Return a run in one line: "12 claims added, 3 events changed"."""
    words = ", ".join(counted(what, n) for what, n in run.counts.items())
    return RunLine(number=run.number, finished=f"{run.finished:%Y-%m-%d %H:%M}", words=words)


def counted(what: str, n: int) -> str:
    """Return how many things changed how, in words.

    >>> counted("claims added", 12), counted("actors removed", 1)
    ('12 claims added', '1 actor removed')
    """
    kind, _, how = what.partition(" ")
    return f"{n:,} {kind.removesuffix('s') if n == 1 else kind} {how}"


def compare(changes: Sequence[Change], since: int, until: int, snap: Snapshot) -> Comparison:
    """Return changes as a reader sees them, the kinds first that tell most."""
    order = list(KINDS)
    ranked = sorted(changes, key=lambda c: (order.index(c.kind), c.how != "changed", c.id))
    counts = Counter(f"{change.kind} {change.how}" for change in ranked)
    things = (_changed(change, snap) for change in ranked)
    return Comparison(
        since=since,
        until=until,
        counts=tuple((what.partition(" ")[0], counted(what, n)) for what, n in counts.items()),
        # Of accounts and places only those are listed that another's values do not tell of.
        things=tuple(thing for thing in things if thing.values or thing.how != "changed"),
    )


def _changed(change: Change, snap: Snapshot) -> Changed:
    before = msgspec.json.decode(change.before, type=KINDS[change.kind]) if change.before else None
    now = snap.thing(change.id)
    link = link_to(change.id, snap)
    gone = now is None and before is not None
    return Changed(
        kind=change.kind,
        how=change.how,
        text=name_of(before, snap) if gone else link.text,
        href="" if gone else link.href,
        values=tuple(_values(before, now, snap)) if before is not None and now is not None else (),
    )


def name_of(thing: object, snap: Snapshot) -> str:
    """Return what to call a thing that the record no longer holds."""
    for field in ("name", "question", "action", "title"):
        if text := getattr(thing, field, ""):
            return shorten(str(text), _SHORT)
    if isinstance(thing, Claim):
        return f"{thing.speaker.name}: “{shorten(thing.content[0].quote, _SHORT)}”"
    if isinstance(thing, Account):
        return f"“{shorten(thing.evidence[0].quote, _SHORT)}”"
    if isinstance(thing, Event):
        place = snap.names.place(thing.place)
        return ", ".join(filter(None, (thing.type, place, when(thing.date))))
    return str(getattr(thing, "id", ""))


def _values(before: msgspec.Struct, now: msgspec.Struct, snap: Snapshot) -> Iterable[str]:
    """Yield the fields that differ: "status: open → reported done", "accounts: 2 more"."""
    for field in before.__struct_fields__:
        old, new = getattr(before, field), getattr(now, field)
        if old == new:
            continue
        name = field.replace("_", " ")
        if isinstance(old, tuple) and isinstance(new, tuple):
            yield f"{name}: {_difference(old, new, snap)}"
        elif isinstance(old, dict) and isinstance(new, dict):
            fields = sorted(key for key in {**old, **new} if old.get(key) != new.get(key))
            yield f"{name}: another rule for {joined(fields)}"
        else:
            yield f"{name}: {_words(old, snap) or 'none'} → {_words(new, snap) or 'none'}"


def _difference(old: tuple[Any, ...], new: tuple[Any, ...], snap: Snapshot) -> str:
    more, fewer = [x for x in new if x not in old], [x for x in old if x not in new]
    named = [text for item in more[:3] if (text := _words(item, snap))]
    parts = [f"{len(more)} more" + (f" ({'; '.join(named)})" if named else "")] if more else []
    if fewer:
        parts.append(f"{len(fewer)} fewer")
    return ", ".join(parts) or "in another order"


def _words(value: object, snap: Snapshot) -> str:
    """Return a value in few words, "" for one that has none."""
    match value:
        case None | ():
            return ""
        case Speaker():
            actor = snap.names.actor(value.actor)
            return f"{value.name} ({actor})" if actor not in ("", value.name) else value.name
        case Dates():
            return when(value)
        case Evidence():
            return f"“{shorten(value.quote, _SHORT)}”"
        case str() if value in snap.things:
            return shorten(link_to(value, snap).text, _SHORT)
        case str() | int() | float() | bool():
            return shorten(str(value).replace("_", " "), _SHORT)
        case msgspec.Struct():
            for field in ("name", "title", "stance", "what", "status"):
                if text := getattr(value, field, ""):
                    return shorten(str(text).replace("_", " "), _SHORT)
    return "other"
