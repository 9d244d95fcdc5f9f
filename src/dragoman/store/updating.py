"""Reading sources into a record file: new ones are added, known ones cost nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman.library import Options, Progress, build, extracts, is_known
from dragoman.memo import Memo
from dragoman.model import Extract, Record, Report, Skipped
from dragoman.reading import Item, sources
from dragoman.store.store import Store


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """What a reading changed: reports added (new versions among them), known ones, skipped."""

    added: int
    known: int
    skipped: int


# Extracts kept in memory before they are written: what an interruption can cost.
_BATCH = 50


def update(
    store: Store,
    paths: Sequence[str | Path],
    *,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Update:
    """Read ``paths`` into ``store`` and derive its record anew if anything changed."""
    options = options or Options()
    fresh = _Fresh(store.known())
    added = skipped = 0
    batch: list[tuple[str, Extract]] = []
    for number, result in enumerate(extracts(fresh.items(paths), options=options)):
        if isinstance(result, Skipped):
            skipped += store.add_skipped([result])
        else:
            batch.append((fresh.keys[number], result))
        if len(batch) == _BATCH:
            added += store.add(batch)
            batch = []
        if progress is not None:
            progress(result)
    added += store.add(batch)
    if added or skipped:
        rebuild(store)
    return Update(added=added, known=fresh.known_items, skipped=skipped)


class _Fresh:
    """The items of some paths that a store does not hold yet, counted as they are drawn."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self.known_items = 0
        self.keys: list[str] = []

    def items(self, paths: Sequence[str | Path]) -> Iterator[Item | Skipped]:
        for item in sources(paths):
            key = "" if isinstance(item, Skipped) else item.key
            if key and key in self._known:
                self.known_items += 1
            else:
                self.keys.append(key)
                yield item


def rebuild(
    store: Store,
    *,
    as_of: dt.date | None = None,
    memo: Memo | None = None,
    keep: bool = True,
) -> Record:
    """Derive the record anew from what the store holds, keep it and return it.

    With ``as_of`` the record is only returned, not kept, and of a source that was read in several
    versions the last one published by then is used. A ``memo`` handed on from one call to the
    next makes the next cost what is new. Without ``keep`` the file stays as it is.
    """
    memo = memo or store.memo()
    if as_of is None:
        found, earlier = store.extracts(memo), store.earlier_versions()
    else:
        found, earlier = _versions_by(store.versions(), as_of)
    judgements = store.judgements()
    record = build(found, skipped=store.skipped(), judgements=judgements, as_of=as_of, memo=memo)
    record = msgspec.structs.replace(record, reports=(*record.reports, *earlier))
    if as_of is None and keep:
        store.put(record, memo)
    return record


def _versions_by(
    sources: Sequence[Sequence[Extract]], day: dt.date
) -> tuple[list[Extract], list[Report]]:
    """Return the version of each source that was current on a day, and those before it."""
    found: list[Extract] = []
    earlier: list[Report] = []
    for versions in sources:
        known = [one for one in versions if is_known(one.report, day)]
        # What was not known yet is handed on all the same, to be listed as left out.
        found.append(known[-1] if known else versions[-1])
        earlier.extend(one.report for one in known[:-1])
    return found, earlier
