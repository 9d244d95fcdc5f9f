"""Who holds a whole town: two holders at once, and losses that are denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.assessment.disputes.building import dispute, from_account
from dragoman.assessment.disputes.control import SAME_TIME
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import joined, tellers
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Dispute

# A loss is denied in the days after it is told.
ANSWER_DAYS = 4
# Words that tell of a part of a place stand at most this many characters from who holds it.
AROUND = 60


def holding_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over places of which one side says that it took them, one that not.

    Rule "loss denied": a place is told as taken, and within days somebody denies its loss.
    """
    denials = [
        s for s in said if s.claim and s.claim.act == "deny" and find("lost", s.words) and s.spots
    ]
    for denial in denials:
        place = denial.spots[0][1]
        taken = [
            s
            for s in said
            if (find("taken", s.words) or find("gone", s.words))
            and (s.claim is None or s.claim.act in ("assert", "confirm", "other"))
            and any(i == place for _, i in s.spots)
            and _near(s, denial, ANSWER_DAYS)
            and not index.same_side(s.speaker, denial.speaker)
        ]
        told = [s.stance(index, "it was taken") for s in taken]
        lost = denial.stance(index, "it was not lost")
        found = dispute(
            index,
            "control",
            "loss denied",
            f"Was {index.places.name(place)} lost?",
            [*told, lost],
            why=f"{tellers(index, told)} told of it as taken; {tellers(index, [lost])} denied it.",
        )
        if found:
            yield found


def _near(a: Statement, b: Statement, days: int) -> bool:
    return bool(a.day and b.day and abs((a.day - b.day).days) <= days)


def rival_holders(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between accounts by which two sides hold one town.

    Rule "two holders": two sides say, within a week, that two actors who share no side hold the
    same town or village; a part of it, or a share, leaves room for both.
    """
    held: dict[str, list[Account]] = {}
    for account in index.record.accounts:
        whole = account.extent in (None, "all") and not account.counts
        said_so = account.type == "CONTROL" and account.status in ("ongoing", "happened")
        whole = whole and not _of_a_part(index, account)
        if said_so and whole and account.actors and index.places.size(account.place) == 1:
            held.setdefault(account.place or "", []).append(account)
    for place in sorted(held):
        clashing: dict[str, Account] = {}
        for a, b in combinations(held[place], 2):
            if _rivals(index, a, b):
                clashing[a.id], clashing[b.id] = a, b
        found = dispute(
            index,
            "control",
            "two holders",
            f"Who holds {index.places.name(place)}?",
            [from_account(index, a, f"held by {_holders(index, a)}") for a in clashing.values()],
            why="Two sides say at one time that two actors who share no side hold the same place.",
        )
        if found:
            yield found


def _holders(index: Index, account: Account) -> str:
    """Return who holds a place, of a person the side: "we hold the town", its commander said."""
    return joined(dict.fromkeys(_holder(index, i) for i in account.actors))


def _holder(index: Index, actor: str) -> str:
    name, side = index.name(actor), index.side_name(actor)
    if index.actors[actor].type != "person":
        return name
    return f"{name}’s side" if side in ("", name) else side


def _of_a_part(index: Index, account: Account) -> bool:
    """Return whether the words tell of a part: "rebel-held districts of Selmo", "east Selmo"."""
    sentence, trigger = account.evidence[0], account.trigger
    start, end = trigger.start - AROUND, trigger.end + AROUND
    text = index.reports[account.report].text
    around = text[max(sentence.start, start) : min(sentence.end, end)]
    return find("some_of_place", around) is not None


def _rivals(index: Index, a: Account, b: Account) -> bool:
    first, second = index.as_of(a), index.as_of(b)
    one, other = (d.end if d else None for d in (first, second))
    near = one and other and abs((one - other).days) <= SAME_TIME
    shared = any(index.same_side(i, j) for i in a.actors for j in b.actors)
    told = all(_tells(index, i, j) and _tells(index, j, i) for i in a.actors for j in b.actors)
    return bool(near and told and not shared and independent(index, a, b))


def _tells(index: Index, one: str, other: str) -> bool:
    """Return whether an actor is surely not the other: named, or of forces against rebels."""
    a, b = index.actors.get(one), index.actors.get(other)
    if a is None or b is None:
        return False
    return a.named or (a.sector in ("GOV", "MIL") and b.sector in ("REB", "OPP"))
