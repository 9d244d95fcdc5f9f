"""What became of a thing whose address no longer holds: the record has grown, ids with it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model import Actor, Agreement, Dispute, Event
from dragoman.store import Store
from dragoman.web.snapshot import Snapshot, Thing

# The pages of things that are joined from several reports, and may be joined otherwise by the
# next run. What lies in one report keeps its id as long as the report is there.
_KINDS: dict[str, type[Actor | Agreement | Dispute | Event]] = {
    "actors": Actor,
    "agreements": Agreement,
    "disputes": Dispute,
    "events": Event,
}


def heir(page: str, name: str, snap: Snapshot, store: Store) -> str | None:
    """Return the id of what now holds most of what ``name`` held, None where nothing does.

    What a person took out of the record has no heir.
    """
    kind = _KINDS.get(page)
    taken_out = any(
        row.withdrawn is None and row.other is None and row.decision in ("reject", "different")
        for row in snap.judgements_by_thing.get(name, ())
    )
    before = None if kind is None or taken_out else _last_known(name, store)
    if kind is None or before is None:
        return None
    held = _parts(msgspec.json.decode(before, type=kind))
    now: Iterable[Thing] = getattr(snap.record, page)
    shared = {thing.id: len(held & _parts(thing)) for thing in now}
    best = max(shared, key=lambda found: (shared[found], found), default=None)
    return best if best is not None and shared[best] else None


def _last_known(name: str, store: Store) -> bytes | None:
    """Return a thing as it was before the run that took it away, as JSON."""
    for run in store.runs():
        for change in store.changes(run.number - 1, run.number):
            if change.id == name and change.before is not None:
                return change.before
    return None


def _parts(thing: Thing) -> frozenset[object]:
    """Return what a thing rests on: accounts, or words of reports."""
    if isinstance(thing, Event):
        return frozenset(thing.accounts)
    if isinstance(thing, Dispute):
        return frozenset((p.evidence.report, p.evidence.start) for p in thing.positions)
    if isinstance(thing, Actor | Agreement):
        return frozenset((e.report, e.start) for e in thing.evidence)
    return frozenset()
