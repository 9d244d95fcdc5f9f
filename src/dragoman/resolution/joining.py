"""Likely pairs of accounts become groups, as far as nothing in the groups speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.resolution.grouping import Groups
from dragoman.resolution.likeness import AGAINST, ENOUGH, in_one_story, likeness
from dragoman.resolution.once import Known, may_be_one
from dragoman.resolution.pairs import Scored
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.view import View, windows_meet

# Two groups are kept apart when more than this share of their pairs has too little in common.
THIN = 0.67
# What two reports of one story open with is one event, however little else they have in common.
STORY_THIN = 0.9
# A pair whose places or participants differ counts for more than one with little in common.
CONTRARY = 1.5


def join_events(
    groups: Groups, found: Sequence[View], places: PlaceIndex, known: Known, pairs: Scored
) -> None:
    """Join the accounts that are likely of one event, the likeliest first.

    ``known`` are the accounts of killings and abductions already joined, with their days.
    """
    ids = [view.account.id for view in found]
    alike = np.flatnonzero(pairs.points >= ENOUGH)
    edges = [(-points, ids[a], ids[b]) for a, b, points in pairs.rows(alike)]
    # Only between accounts that some chain of likely pairs connects can it matter what is unlike.
    chains = _chains(groups, ids, edges)
    unlike = ~(pairs.points >= 0) & (chains[pairs.first] == chains[pairs.second])
    out: set[tuple[str, str]] = set()
    thin: dict[tuple[str, str], float] = {}
    for a, b, points in pairs.rows(np.flatnonzero(unlike)):
        if points < 0:
            thin[ids[a], ids[b]] = CONTRARY if points == AGAINST else 1.0
        else:
            out.add((ids[a], ids[b]))
    members: dict[str, list[str]] = {}
    for view in found:
        members.setdefault(groups.find(view.account.id), []).append(view.account.id)
    by_id = {v.account.id: v for v in found}
    days = {v.account.id: v.interval for v in found if v.interval}
    for _, i, j in sorted(edges):
        ra, rb = groups.find(i), groups.find(j)
        if ra == rb:
            continue
        ours, theirs = members[ra], members[rb]
        if not may_be_one(ours, theirs, known, days):
            continue
        # Those joined by whom it was done to may be told long after: they rule nothing out.
        near = (
            [k for k in ours if k not in known] or [i],
            [k for k in theirs if k not in known] or [j],
        )
        most = STORY_THIN if in_one_story(by_id[i], by_id[j]) else THIN
        if _ruled_out(*near, out, by_id, places) or _too_thin(*near, thin, most):
            continue
        if _elsewhere(*near, by_id, places) and not _apart(by_id[i], by_id[j], places):
            continue
        if not groups.join(i, j):
            continue
        members[groups.find(i)] = [*ours, *theirs]


def _chains(
    groups: Groups, ids: Sequence[str], edges: Iterable[tuple[float, str, str]]
) -> NDArray[np.int64]:
    """Return a number for each account, the same for those that groups and edges connect."""
    together = Groups(ids)
    first: dict[str, str] = {}
    for i in ids:
        together.join(first.setdefault(groups.find(i), i), i)
    for _, i, j in edges:
        together.join(i, j)
    number: dict[str, int] = {}
    return np.array([number.setdefault(together.find(i), len(number)) for i in ids], np.int64)


def _too_thin(
    ours: Sequence[str], theirs: Sequence[str], thin: Mapping[tuple[str, str], float], most: float
) -> bool:
    """Return whether too many pairs across two groups have too little in common, or differ."""
    found = sum(thin.get((i, j)) or thin.get((j, i), 0.0) for i in ours for j in theirs)
    return found > most * len(ours) * len(theirs)


def _ruled_out(
    ours: Sequence[str],
    theirs: Sequence[str],
    out: set[tuple[str, str]],
    by_id: Mapping[str, View],
    places: PlaceIndex,
) -> bool:
    """Return whether some pair across the two groups cannot be one event."""
    for i in ours:
        for j in theirs:
            if (i, j) in out or (j, i) in out:
                return True
            a, b = by_id[i], by_id[j]
            if not windows_meet(a, b) and likeness(a, b, places) is None:
                return True
    return False


def _elsewhere(
    ours: Iterable[str], theirs: Iterable[str], by_id: Mapping[str, View], places: PlaceIndex
) -> bool:
    """Return whether two groups are told of in towns of which none is or is near the other's."""
    first, second = (
        {
            place
            for i in ids
            if (place := by_id[i].account.place) and places.size(place) == 1 and not by_id[i].beside
        }
        for ids in (ours, theirs)
    )
    if not first or not second:
        return False
    return all(places.relation(a, b) == "apart" for a in first for b in second)


def _apart(a: View, b: View, places: PlaceIndex) -> bool:
    """Return whether two accounts give different places: then all else of them agrees."""
    return places.relation(a.account.place, b.account.place) == "apart"
