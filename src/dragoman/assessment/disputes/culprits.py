"""Who did it: accounts of one event that name different doers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from dragoman.assessment.disputes.building import dispute, from_account
from dragoman.assessment.disputes.deeds import DEEDS, means_of
from dragoman.assessment.disputes.figures import FAR, is_on_top
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.settings import one_day
from dragoman.assessment.disputes.which import at
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.model import Account, Actor, Dispute, Event
from dragoman.resolution.names import fold

# Words that say who holds a place stand at most this many characters before a name.
NEAR = 80
# What the modes that raids and rockets have are called among the means.
_MEANS = {"aerial": "air", "heavy-weapons": "artillery"}
_PLACED = ("happened", "ongoing")
_DOERS = frozenset({"state", "government", "armed_group", "organisation"})


def culprit_dispute(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "two culprits" finds: doers of one deed who share no side."""
    if event.type not in DEEDS:
        return None
    named = [a for a in accounts if a.status in _PLACED and doers_of(index, a)]
    named = [a for a in named if not (_of_a_fight(index, a) or _of_more(a))]
    clashing: dict[str, Account] = {}
    for a, b in combinations(named, 2):
        rivals = _comparable_doers(index, a, b) and rival_doers(index, a, b)
        alike = rivals and (index.alike(a, b) or index.same_victim(a, b))
        if alike and independent(index, a, b):
            clashing[a.id], clashing[b.id] = a, b
    stances = [from_account(index, a, index.names(doers_of(index, a))) for a in clashing.values()]
    return dispute(
        index,
        "responsibility",
        "two culprits",
        f"Who was behind “{accounts[0].trigger.quote}”{at(index, event, list(clashing.values()))}?",
        stances,
        why="The accounts of one event name different doers, none of whom stands for another: "
        + " / ".join(dict.fromkeys(s.position.stance for s in stances))
        + ".",
        event=event.id,
    )


def _of_a_fight(index: Index, account: Account) -> bool:
    """Return whether an account counts the dead of a fight, or more dead: nobody is its culprit."""
    sentence, at = account.evidence[0], account.trigger.start - account.evidence[0].start
    around = sentence.quote[max(0, at - NEAR) : at + NEAR]
    more = any(is_on_top(index, count) for count in account.counts)
    return more or find("fight", around) is not None


def _of_more(account: Account) -> bool:
    """Return whether an account counts the deed's dead as a part of those of many deeds.

    "The offensive has left 1,000 dead, including six nuns who were murdered."
    """
    killed = [c.low for c in account.counts if c.what == "killed" and c.low]
    return bool(killed) and max(killed) > FAR * min(killed)


def _comparable_doers(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts are of one day, of one victim, or begin two reports of a story.

    There a report that names the other's doer anywhere as it begins knows of him. A raid that
    answers rockets, told by other means, is another deed.
    """
    means = [means_of(f"{_MEANS.get(one.mode or '')} {one.trigger.quote}") for one in (a, b)]
    if all(means) and not means[0] & means[1] and not _of_one_toll(a, b):
        return False
    if (one_day(a) and one_day(b)) or index.same_victim(a, b):
        return True
    named = any(index.opens_with(a.report, i) for i in doers_of(index, b))
    named = named or any(index.opens_with(b.report, i) for i in doers_of(index, a))
    return index.begun(a, b) and not named


def _of_one_toll(a: Account, b: Account) -> bool:
    """Return whether two accounts give one number of killed: one deed, by whatever means."""
    tolls = [{c.low for c in x.counts if c.what == "killed" and c.part_of is None} for x in (a, b)]
    return bool(tolls[0] & tolls[1] - {None, 0, 1, 2})


def doers_of(index: Index, account: Account) -> tuple[str, ...]:
    """Return who is said to have done it: by name, or as a state's forces or its enemies."""
    return tuple(
        i
        for i in account.actors
        if (actor := index.actors.get(i))
        and (actor.named or _party(index, i))
        and actor.type in _DOERS
        and not index.is_press(actor)
        and find("watcher", fold(actor.name)) is None
        and not holds_only(actor, account)
    )


def _party(index: Index, actor: str) -> str | None:
    """Return "state" for a state's forces and "enemies" for nameless rebels or terrorists."""
    found = index.actors[actor]
    if not found.named and _enemies().search(found.name):
        return "enemies"
    return "state" if found.type in ("state", "government") else None


@cache
def _enemies() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(poles().enemies)})$", re.IGNORECASE)


def holds_only(actor: Actor, account: Account) -> bool:
    """Return whether a sentence names somebody only as who holds the place: no doer of the deed."""
    text = account.evidence[0].quote
    named = [n for n in actor.names if n in text]
    spans = [m.start() for n in named for m in re.finditer(re.escape(n), text)]
    return bool(spans) and all(find("holder", text[max(0, at - NEAR) : at]) for at in spans)


def rival_doers(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts name doers of whom neither knows the other's.

    A doer whom the other account names in any part (as an ally, or as the one hit) is no rival.
    """
    if not (doers_of(index, a) and doers_of(index, b)):
        return False
    for one, other in ((a, b), (b, a)):
        said = set(one.actors) | set(one.recipients)
        words = one.evidence[0].quote
        for doer in doers_of(index, other):
            if any(index.same_side(doer, i) for i in said):
                return False
            if any(n in words for n in index.actors[doer].names):
                return False
    doers = [*doers_of(index, a), *doers_of(index, b)]
    # Nameless rebels may be any named group: they are rivals of a state alone.
    nameless = any(not index.actors[i].named for i in doers)
    return not nameless or {_party(index, i) for i in doers} == {"state", "enemies"}
