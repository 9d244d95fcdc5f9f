"""What most needs a person: unseen disputes, thin joins, names that may be one, no speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import msgspec
from rapidfuzz.fuzz import token_set_ratio

from dragoman.briefing.events import kind
from dragoman.briefing.naming import when
from dragoman.model import Actor, Event
from dragoman.web.agreement import agreeing
from dragoman.web.cards import Link
from dragoman.web.naming import event_words, link_to
from dragoman.web.snapshot import Snapshot

# Two names of people with one family name that are this much alike may be one person's.
_ALIKE = 75
# How many of each reason are listed; the rest comes up as these are decided.
_MOST = 60


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a person should look at: ``reason`` is its group, ``detail`` says why.

    ``other`` is the second of a pair; "" when one thing is to be judged.
    """

    reason: str
    subject: str
    other: str = ""
    text: Link
    second: Link | None = None
    detail: str = ""
    weight: float = 0.0


REASONS = {
    "differ": "Where reviewers do not agree",
    "dispute": "Disputes that nobody has decided",
    "join": "Events joined on thin ground",
    "name": "Names that may be one actor’s",
    "merge": "Actors with names that hardly agree",
    "speaker": "Claims of nobody known",
}


def needs(snap: Snapshot) -> tuple[Need, ...]:
    """Return what needs a person, by reason in the order of `REASONS`, the heaviest first."""
    done = decided_ids(snap)
    found = [*_disputes(snap), *_joins(snap), *_names(snap), *_merges(snap), *_speakers(snap)]
    order = list(REASONS)
    left = [*_differ(snap), *(need for need in found if not _is_done(need, done))]
    left.sort(key=lambda n: (order.index(n.reason), -n.weight, n.subject, n.other))
    counted: dict[str, int] = defaultdict(int)
    kept = []
    for need in left:
        counted[need.reason] += 1
        if counted[need.reason] <= _MOST:
            kept.append(need)
    return tuple(kept)


def decided_ids(snap: Snapshot) -> frozenset[tuple[str, ...]]:
    """Return the things and pairs on which a decision stands."""
    return frozenset(
        tuple(sorted(filter(None, (row.subject, row.other))))
        for row in snap.judgements
        if row.withdrawn is None
    )


def _is_done(need: Need, done: frozenset[tuple[str, ...]]) -> bool:
    return tuple(sorted(filter(None, (need.subject, need.other)))) in done


def _differ(snap: Snapshot) -> Iterator[Need]:
    """What two reviewers decided differently: the later decision holds until they agree."""
    found: dict[str, list[str]] = {}
    for pair in agreeing(snap.judgements):
        for matter in pair.differing:
            found.setdefault(matter, []).append(f"{pair.one} and {pair.other}")
    for matter, reviewers in found.items():
        links = [link_to(name, snap) for name in matter.split()]
        yield Need(
            reason="differ",
            subject=matter.split()[0],
            other=matter.partition(" ")[2],
            text=links[0],
            second=links[1] if len(links) > 1 else None,
            detail=f"{'; '.join(reviewers)} decided differently: the last decision holds",
            weight=len(reviewers),
        )


def _disputes(snap: Snapshot) -> Iterator[Need]:
    for item in snap.record.disputes:
        yield Need(
            reason="dispute",
            subject=item.id,
            text=Link(text=item.question, href=f"/disputes/{item.id}"),
            detail=item.why,
            weight=item.weight,
        )


def _joins(snap: Snapshot) -> Iterator[Need]:
    """Events whose accounts differ in day or place, the more the heavier."""
    for event in snap.record.events:
        if event.family == "event" and len(event.accounts) > 1:
            differing = _differing(event, snap)
            if differing:
                yield Need(
                    reason="join",
                    subject=event.id,
                    text=Link(text=event_words(event.id, snap), href=f"/events/{event.id}"),
                    detail=f"its accounts differ in {' and '.join(differing)}",
                    weight=len(differing) + len(event.accounts) / 100,
                )


def _differing(event: Event, snap: Snapshot) -> list[str]:
    told = [snap.accounts[i] for i in event.accounts if i in snap.accounts]
    matters = {
        "place": {snap.names.place(a.place) for a in told if a.place},
        "day": {when(a.date) for a in told if a.date and a.date.precision == "day"},
        "kind": {kind(a) for a in told},
    }
    return [name for name, values in matters.items() if len(values) > 1]


def _names(snap: Snapshot) -> Iterator[Need]:
    """Pairs of people with one family name and names much alike that the machine left apart."""
    by_family: dict[str, list[Actor]] = defaultdict(list)
    for actor in snap.record.actors:
        words = actor.name.casefold().split()
        if actor.type == "person" and actor.named and words:
            by_family[words[-1]].append(actor)
    for people in by_family.values():
        if len(people) <= 12:
            for one, other in combinations(people, 2):
                alike = token_set_ratio(one.name.casefold(), other.name.casefold())
                if alike >= _ALIKE:
                    yield _pair(one, other, alike, snap)


def _pair(one: Actor, other: Actor, alike: float, snap: Snapshot) -> Need:
    said = sum(len(snap.claims_by_speaker.get(a.id, ())) for a in (one, other))
    return Need(
        reason="name",
        subject=one.id,
        other=other.id,
        text=_actor(one),
        second=_actor(other),
        detail=f"names {alike:.0f} % alike",
        weight=said + alike / 1000,
    )


def _actor(actor: Actor) -> Link:
    return Link(text=actor.name, href=f"/actors/{actor.id}")


def _merges(snap: Snapshot) -> Iterator[Need]:
    """People joined from names that share no word: by an alias, or by mistake."""
    for actor in snap.record.actors:
        if actor.type != "person" or actor.pack or len(actor.names) < 2:
            continue
        apart = [n for n in actor.names if not _share_a_word(n, actor.name)]
        if apart:
            yield Need(
                reason="merge",
                subject=actor.id,
                text=Link(text=actor.name, href=f"/review/actors/{actor.id}"),
                detail=f"also {', '.join(apart[:4])}",
                weight=len(snap.claims_by_speaker.get(actor.id, ())),
            )


def _share_a_word(a: str, b: str) -> bool:
    return bool(set(a.casefold().split()) & set(b.casefold().split()))


def _speakers(snap: Snapshot) -> Iterator[Need]:
    for claim in snap.record.claims:
        if claim.speaker.actor is None and not claim.headline:
            words = claim.content[0]
            accounts = snap.accounts_by_claim.get(claim.id, ())
            address = f"/reports/{claim.report}#{claim.id}"
            yield Need(
                reason="speaker",
                subject=claim.id,
                text=Link(text=f"“{words.quote[:120]}”", href=address),
                detail=f"spoken by {claim.speaker.name or 'nobody named'}",
                weight=len(accounts),
            )
