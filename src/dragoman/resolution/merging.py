"""Local actors and places become the record's: values are joined, evidence is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from dragoman.memo import Memo
from dragoman.model import Actor, ActorType, Dates, Evidence, Place, Precision, Report, Role
from dragoman.resolution.actors import LocalActor
from dragoman.resolution.names import best_name, fold

# The rule of a post's time that no report states.
HELD = "from the first to the last report that gives the post"


def merge_actors(
    locals_: Sequence[LocalActor],
    ids: Mapping[str, str],
    reports: Mapping[str, Report],
    marks: Mapping[str, bytes],
    memo: Memo,
) -> tuple[Actor, ...]:
    """Return the record's actors: one for each global id, in order of id.

    ``marks`` stand for the content of each local actor.
    """
    groups: dict[str, list[Actor]] = {}
    for one in sorted(locals_, key=lambda a: (a.order, a.actor.id)):
        groups.setdefault(ids[one.actor.id], []).append(one.actor)
    merged = memo.table("actors")
    return tuple(
        merged.get(
            (i, *(marks[actor.id] for actor in groups[i]), *_posts(groups[i], ids, reports)),
            partial(_merge, i, groups[i], ids, reports),
        )
        for i in sorted(groups)
    )


def _posts(
    group: Sequence[Actor], ids: Mapping[str, str], reports: Mapping[str, Report]
) -> Iterator[tuple[object, ...]]:
    """Yield what merging reads beside the actors: of what a post is, and when it was reported."""
    for role in (role for actor in group for role in actor.roles):
        days = (reports[e.report].published for e in role.evidence if e.report in reports)
        yield ids.get(role.of or ""), *days


def _merge(
    i: str, group: Sequence[Actor], ids: Mapping[str, str], reports: Mapping[str, Report]
) -> Actor:
    # The last report's: an actor that renamed itself goes by its newest name.
    of_pack = next((actor for actor in reversed(group) if actor.pack), None)
    names = dict.fromkeys(n for actor in group for n in (actor.name, *actor.names))
    return Actor(
        id=i,
        name=of_pack.name if of_pack else _usual_name(group),
        names=tuple(sorted(names, key=lambda n: (fold(n), n))),
        type=of_pack.type if of_pack else _most([actor.type for actor in group]),
        country=of_pack.country if of_pack else _first(actor.country for actor in group),
        sector=of_pack.sector if of_pack else _first(actor.sector for actor in group),
        roles=_roles([role for actor in group for role in actor.roles], ids, reports),
        pack=of_pack.pack if of_pack else None,
        named=any(actor.named for actor in group),
        evidence=_joined(e for actor in group for e in actor.evidence),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _most(values: Sequence[ActorType]) -> ActorType:
    counts = Counter(values)
    return min(counts, key=lambda value: (value == "unknown", -counts[value], value))


def _usual_name(group: Sequence[Actor]) -> str:
    """Return the fullest name; of two as full, the one that most reports use."""
    full = [best_name((actor.name, *actor.names)) for actor in group]
    best = best_name(full)
    counts = Counter(name for name in full if len(name.split()) == len(best.split()))
    return min(counts, key=lambda name: (-counts[name], name))


def _joined(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))


def _roles(
    roles: Sequence[Role], ids: Mapping[str, str], reports: Mapping[str, Report]
) -> tuple[Role, ...]:
    """Return each post once, held from the first to the last report that gives it."""
    groups: dict[tuple[str, str | None], list[Role]] = {}
    for role in roles:
        of = ids.get(role.of, role.of) if role.of else None
        groups.setdefault((fold(role.title), of), []).append(role)
    return tuple(
        Role(
            title=same[0].title,
            of=of,
            held=held(
                next((role.held for role in same if role.held), None),
                [e for role in same for e in role.evidence],
                reports,
            ),
            evidence=_joined(e for role in same for e in role.evidence),
        )
        for (_, of), same in groups.items()
    )


def held(
    stated: Dates | None, evidence: Iterable[Evidence], reports: Mapping[str, Report]
) -> Dates | None:
    """Return when a post was held: as stated, else from the first report that gives it on."""
    if stated and stated.rule != HELD:
        return stated
    days = sorted(
        day
        for e in evidence
        if e.report in reports and (published := reports[e.report].published)
        for day in (published.start, published.end)
        if day
    )
    if not days:
        return None
    precision: Precision = "day" if days[0] == days[-1] else "range"
    return Dates(start=days[0], end=days[-1], precision=precision, rule=HELD)


def merge_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, with every name that a report gave it, in order of id."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.id, []).append(place)
    merged = []
    for i in sorted(groups):
        group = sorted(groups[i], key=lambda p: (p.lat is None, p.name, p.names, p.within))
        names = dict.fromkeys(n for place in group for n in (place.name, *place.names))
        merged.append(msgspec.structs.replace(group[0], names=tuple(sorted(names))))
    return tuple(merged)
