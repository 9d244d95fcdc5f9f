"""What became of a thing whose address no longer holds: the record has grown, ids with it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model import Actor, Agreement, Dispute, Event
from dragoman.store import Store
from dragoman.web.comparing import KINDS
from dragoman.web.snapshot import Snapshot, Thing

# The pages of things that are joined from several reports, and may be joined otherwise by the
# next run. What lies in one report keeps its id as long as the report is there.
_JOINED = ("actors", "agreements", "disputes", "events")


def heir(page: str, name: str, snap: Snapshot, store: Store) -> str | None:
    """Return the id of what now holds most of what ``name`` held, None where nothing does.

    What a person took out of the record has no heir.
    """
    taken_out = any(
        row.withdrawn is None and row.other is None and row.decision in ("reject", "different")
        for row in snap.judgements_by_thing.get(name, ())
    )
    if page not in _JOINED or taken_out:
        return None
    held = _parts(last_known([name], store).get(name))
    now: Iterable[Thing] = getattr(snap.record, page)
    shared = {thing.id: len(held & _parts(thing)) for thing in now}
    best = max(shared, key=lambda found: (shared[found], found), default=None)
    return best if best is not None and shared[best] else None


def last_known(names: Iterable[str], store: Store) -> dict[str, object]:
    """Return things by their ids as they were before the run that took them away."""
    return {
        name: msgspec.json.decode(change.before or b"", type=KINDS[change.kind])
        for name, change in store.last_changes(names).items()
    }


def _parts(thing: object) -> frozenset[object]:
    """Return what a thing rests on: accounts, or words of reports."""
    if isinstance(thing, Event):
        return frozenset(thing.accounts)
    if isinstance(thing, Dispute):
        told = (e for p in thing.positions for e in (p.evidence, *p.also))
        return frozenset((e.report, e.start) for e in told)
    if isinstance(thing, Actor | Agreement):
        return frozenset((e.report, e.start) for e in thing.evidence)
    return frozenset()
