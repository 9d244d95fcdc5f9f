"""Which pairs of accounts may be of one event, and their points, each worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.memo import Memo, digest
from dragoman.resolution.leads import Leads
from dragoman.resolution.likeness import likeness, types_fit
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.view import View

# A block larger than this is a place or an actor in every sentence: it tells nothing.
CROWDED = 200
# Under this name the points are kept in a file.
_LASTING = "likeness of accounts"
# Fields of a view that stand for the whole record: what of them counts is in the key otherwise.
_WHOLE = ("unnamed", "leads", "order")

Codes = NDArray[np.uint64]
Points = NDArray[np.float64]
Ranks = NDArray[np.int64]
# Odd numbers, so that the code of a pair tells which is the first.
_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
Keys = Callable[[View, PlaceIndex], Iterable[tuple[str, ...]]]


class Scored(msgspec.Struct, frozen=True):
    """Pairs of accounts by their places in the order of accounts, with points (NaN: ruled out)."""

    first: Ranks
    second: Ranks
    points: Points

    def rows(self, chosen: Ranks) -> Iterator[tuple[int, int, float]]:
        """Return some of the pairs, by their numbers: first, second, points."""
        columns = (self.first, self.second, self.points)
        return zip(*(column[chosen].tolist() for column in columns), strict=True)


def scored(
    found: Sequence[View],
    stamps: Mapping[str, bytes],
    places: PlaceIndex,
    keys: Keys,
    memo: Memo,
) -> Scored:
    """Return each pair that shares a story or a block, with its points.

    A block is all accounts with one of the ``keys``. The points of two accounts that were scored
    before are taken from the memo: they depend on nothing but the two, as their `stamps` tell.
    """
    marks = np.frombuffer(b"".join(stamps[v.account.id] for v in found), dtype=np.uint64)
    pairs = _once(_blocked(found, places, keys, marks, memo), _in_one_story(found))
    first, second = np.divmod(pairs, max(1, len(found)))
    first, second = _fitting(found, first, second)
    codes = marks[first] * _FIRST + marks[second] * _SECOND
    table = memo.table("likeness of accounts")
    points = _known(codes, table.find("all") or _unpacked(memo.lasting.get(_LASTING, b"")))
    for k in np.flatnonzero(np.isinf(points)):
        one = likeness(found[first[k]], found[second[k]], places)
        points[k] = np.nan if one is None else one
    order = np.argsort(codes)
    codes, ordered = table.keep("all", (codes[order], points[order]))
    memo.lasting[_LASTING] = codes.astype("<u8").tobytes() + ordered.astype("<f8").tobytes()
    return Scored(first, second, points)


def _unpacked(kept: bytes) -> tuple[Codes, Points]:
    """Return the codes and points of pairs as they were kept, none of what has another length."""
    count = len(kept) // 16 if len(kept) % 16 == 0 else 0
    points = np.frombuffer(kept, "<f8", count, offset=8 * count)
    return np.frombuffer(kept, "<u8", count), points


def _known(codes: Codes, before: tuple[Codes, Points] | None) -> Points:
    """Return the points of pairs as far as they are known, infinite where not."""
    points = np.full(len(codes), np.inf)
    if before is not None and len(before[0]):
        at = np.minimum(np.searchsorted(before[0], codes), len(before[0]) - 1)
        same = before[0][at] == codes
        points[same] = before[1][at[same]]
    return points


def stamps_of(found: Sequence[View], places: PlaceIndex) -> dict[str, bytes]:
    """Return for each account 8 bytes that stand for all that joining and deriving read of it."""
    # How wide the places around one are decides which blocks it is in.
    of_place = {p.id: digest(p, [places.size(i) for i in p.within]) for p in places.all()}
    fields = [name for name in View.__struct_fields__ if name not in _WHOLE]
    leads: Leads | None = found[0].leads if found else None
    of_lead: dict[str, bytes] = {}

    def lead(report: str) -> bytes:
        if report not in of_lead:
            one = leads.of(report) if leads else None
            near = sorted({*one.towns, *one.regions}) if one else ()
            of_lead[report] = digest(one, [of_place.get(i) for i in near])
        return of_lead[report]

    return {
        view.account.id: digest(
            [getattr(view, name) for name in fields],
            [view.unnamed.get(i) for i in (*view.account.actors, *view.account.recipients)],
            [of_place.get(i) for i in sorted({*view.spots, view.account.place or ""})],
            lead(view.account.report),
        )[:8]
        for view in found
    }


def _blocked(
    found: Sequence[View], places: PlaceIndex, keys: Keys, marks: Codes, memo: Memo
) -> Ranks:
    """Return the pairs that share a block, as numbers: the first's place times how many, + the
    second's."""
    table = memo.table("blocks of accounts")
    hashed: list[Ranks] = [
        table.get(mark, partial(_hashes, keys, view, places))
        for mark, view in zip(marks.tolist(), found, strict=True)
    ]
    if not hashed:
        return np.empty(0, np.int64)
    blocks = np.concatenate(hashed)
    members = np.repeat(np.arange(len(found)), [len(one) for one in hashed])
    order = np.argsort(blocks, kind="stable")
    blocks, members = blocks[order], members[order]
    starts = np.flatnonzero(np.r_[True, blocks[1:] != blocks[:-1]])
    sizes = np.diff(np.r_[starts, len(blocks)])
    pairs = [np.empty(0, np.int64)]
    for size in np.unique(sizes):
        if 1 < size <= CROWDED:
            rows = members[starts[sizes == size][:, None] + np.arange(size)]
            i, j = np.triu_indices(size, 1)
            pairs.append((rows[:, i] * len(found) + rows[:, j]).ravel())
    return _once(*pairs)


def _once(*numbers: Ranks) -> Ranks:
    """Return numbers sorted, each once."""
    every = np.sort(np.concatenate(numbers), kind="stable")
    return every[np.r_[True, every[1:] != every[:-1]]] if len(every) else every


def _hashes(keys: Keys, view: View, places: PlaceIndex) -> Ranks:
    """Return a view's keys as numbers: 64 bits of a hash, so that only equal ones meet."""
    return np.fromiter(map(hash, keys(view, places)), np.int64)


def _fitting(found: Sequence[View], first: Ranks, second: Ranks) -> tuple[Ranks, Ranks]:
    """Return the pairs whose types reports give to one event."""
    types = sorted({view.account.type for view in found})
    number = {name: k for k, name in enumerate(types)}
    fits = np.array([[types_fit(a, b) for b in types] for a in types], dtype=bool)
    kinds = np.array([number[view.account.type] for view in found], dtype=np.int64)
    able = fits[kinds[first], kinds[second]] if len(first) else np.empty(0, bool)
    return first[able], second[able]


def _in_one_story(found: Sequence[View]) -> Ranks:
    """Return the pairs of accounts that two reports of one story open with."""
    main: Mapping[str, list[int]] = defaultdict(list)
    for k, view in enumerate(found):
        if view.main:
            main[view.account.report].append(k)
    leads = found[0].leads if found else None
    pairs = [
        min(a, b) * len(found) + max(a, b)
        for first, second in (leads.pairs() if leads else ())
        for a in main.get(first, ())
        for b in main.get(second, ())
    ]
    return np.array(pairs, dtype=np.int64)
