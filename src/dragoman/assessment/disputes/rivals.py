"""Rival accusations: one deed that some lay on one side and others on another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import (
    COMMON,
    accounts_in,
    is_other_cause,
    means_of,
    of_old,
)
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.openings import opening

# Accusations in reports of one story are of one deed when they are no further apart.
DAYS = 3
# Whom an accusation names, in words.
ACCUSED = 8
ENEMIES = "enemies"

_OF = re.compile(r"\s(?:of|for|over)\b|[,;]")
# Words after a doer's name that begin to tell something else: "jets which operate in support of".
_ENDS = re.compile(r"[,;.(]|\b(?:which|who|that|fighting|operating|backed|supporting|as|in|near)\b")
_NOMINAL = re.compile(r"\bthe (?:government|army|regime|military|authorities)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"^\W*(?:the|that|this|these|those|both) ", re.IGNORECASE)
_LAID_ON = re.compile(
    r"\b(?:attack|raid|strike|killing|massacre|blast|it)s?\b.*\bon (?:the )?", re.IGNORECASE
)
_SAYS = frozenset({"assert", "confirm", "other"})


class Charge(msgspec.Struct, frozen=True):
    """A statement that lays a deed on somebody: whom it names, their sides, and the means.

    ``deed`` is the word for one deed told of before, "the attack"; None for deeds of a kind.
    ``told`` is set where a deed is told of and nobody accused in so many words.
    """

    said: Statement
    who: str
    sides: frozenset[str]
    means: frozenset[str]
    deed: str | None
    told: bool = False


class Case(msgspec.Struct):
    """What some lay on one side and others on another: one deed in the reports of one story."""

    one: list[Charge]
    other: list[Charge]


def rival_accusations(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that two sources lay on two sides.

    Rule "rival accusations": two sources, in one report or in reports of one story, each name who
    did a deed of one kind; nobody of the one side is of the other.
    """
    charges = [c for s in said if (c := charge(index, s)) is not None]
    cases: list[Case] = []
    for a, b in _near(charges):
        if _rivals(a, b) and _one_deed(index, a, b):
            _add(index, cases, a, b)
    for case in cases:
        if found := _build(index, case):
            yield found


def _near(charges: Sequence[Charge]) -> Iterator[tuple[Charge, Charge]]:
    """Yield the pairs of charges of a few days, in the order of the reports."""
    days: dict[dt.date, list[int]] = {}
    for k, one in enumerate(charges):
        if one.said.day:
            days.setdefault(one.said.day, []).append(k)
    for k, one in enumerate(charges):
        if one.said.day:
            around = (one.said.day + dt.timedelta(n) for n in range(-DAYS, DAYS + 1))
            later = sorted(j for day in around for j in days.get(day, ()) if j > k)
            yield from ((one, charges[j]) for j in later)


def charge(index: Index, said: Statement) -> Charge | None:
    """Return what a claim lays on somebody, None where it accuses nobody of a deed."""
    claim = said.claim
    if claim is None or of_old(said) or find("negated", said.words):
        return None
    if claimed := _claimed(index, said):
        return claimed
    who = _accused(said)
    if not who:
        return _told(index, said)
    deed, means = _deed(said, who), means_of(said.words)
    means = means or (means_of(said.text) if deed else frozenset())
    means = means or (_news(index, said) if find("provoked", said.words) else frozenset())
    sides = _sides(index, said, who) if means or deed else frozenset()
    if not sides or sides & index.sides(said.speaker):
        return None
    return Charge(said, who, sides, means, deed)


def _claimed(index: Index, said: Statement) -> Charge | None:
    """Return the charge of a side that says itself that it did a deed told of before."""
    cue = said.claim.cue.quote if said.claim and said.claim.cue else ""
    owned = find("owns", f"{cue} {said.words}")
    deed = _deed(said, "") if owned else None
    sides = index.sides(said.speaker)
    if not deed or not sides:
        return None
    return Charge(said, index.name(said.speaker), sides, means_of(said.text), deed)


def _told(index: Index, said: Statement) -> Charge | None:
    """Return the charge of a claim that tells of a deed with its doer: "rebels used gas there"."""
    means = means_of(said.words) - COMMON
    if not means or said.claim is None or said.claim.act not in _SAYS:
        return None
    if find("open_question", said.words) or find("imputed", said.words) or is_other_cause(said):
        return None
    done = [a for a in accounts_in(index, said) if a.type == "ASSAULT" and a.status == "happened"]
    who = index.names(dict.fromkeys(i for a in done for i in a.actors))
    sides = _sides(index, said, who) if who else frozenset()
    if not sides or sides & index.sides(said.speaker):
        return None
    return Charge(said, who, sides, means, None, told=True)


def _deed(said: Statement, who: str) -> str | None:
    """Return the word for one deed told of before, "the attack", beside whom a claim names."""
    found = find("the_deed", said.words.replace(who, " ") if who else said.words)
    return found[0].split()[-1].lower().removesuffix("s") if found else None


def _news(index: Index, said: Statement) -> frozenset[str]:
    return means_of(opening(index.reports[said.report]))


def _accused(said: Statement) -> str:
    """Return the words that name who did it: "X of shelling", "the raid was carried out by X"."""
    provoked = find("provoked", said.words)
    if provoked and said.claim and said.claim.act in (*_SAYS, "accuse"):
        who = f"{provoked['who']}s"
    elif said.claim and said.claim.act == "accuse":
        who = _OF.split(said.words)[0]
        laid = _LAID_ON.search(who)
        who = who[laid.end() :] if laid else who
    else:
        done = find("done_by", said.words)
        definite = _DEFINITE.match(said.words) and said.claim and said.claim.act in _SAYS
        who = said.words[done.end() :] if done and definite else ""
        who = _ENDS.split(who)[0].rpartition(" by ")[2]
    return who.strip() if 0 < len(who.split()) <= ACCUSED else ""


def _sides(index: Index, said: Statement, who: str) -> frozenset[str]:
    found = {f"country:{code}" for code in states_in(who)}
    for i in said.actors:
        if any(name in who for name in index.actors[i].names):
            found |= index.sides(i)
    home = index.home(said.report)
    if (not found and is_official(who)) or _NOMINAL.search(who):
        # "The regime or Russian jets": of a regime of nobody knows where nothing is told.
        found = found | {home} if home else set()
    return frozenset(found or ({ENEMIES} if _enemies().search(who) else ()))


@cache
def _enemies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(poles().enemies)})\b", re.IGNORECASE)


def _rivals(a: Charge, b: Charge) -> bool:
    """Return whether two charges name sides apart; nameless rebels are apart from states alone."""
    if a.sides & b.sides or (a.told and b.told):
        return False
    return all(
        other.sides and all(s.startswith(("country:", "act")) for s in other.sides)
        and any(s.startswith("country:") for s in other.sides)
        for one, other in ((a, b), (b, a))
        if ENEMIES in one.sides
    )  # fmt: skip


def _one_deed(index: Index, a: Charge, b: Charge) -> bool:
    one, other = a.said, b.said
    story = one.report == other.report or other.report in index.same_story(one.report)
    same = index.same_side(one.speaker, other.speaker) if one.speaker else False
    return story and not _apart(index, a, b) and not same and _one_kind(a, b)


def _apart(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges, or the sentences that they stand in, name places apart."""
    first, second = _places(a), _places(b)
    return any(index.places.relation(p, q) == "apart" for p in first for q in second)


def _places(one: Charge) -> list[str]:
    return [place for _, place in one.said.spots] or list(one.said.places)


def _one_kind(a: Charge, b: Charge) -> bool:
    """Return whether two charges are of one deed by its means; shells and bombs fall every day."""
    if a.deed and a.deed == b.deed:
        return bool(a.means & b.means) or not (a.means and b.means)
    return bool((a.means & b.means) - COMMON)


def _add(index: Index, cases: list[Case], a: Charge, b: Charge) -> None:
    for case in cases:
        if any(_apart(index, c, new) for c in (*case.one, *case.other) for new in (a, b)):
            continue
        for one, other in ((a, b), (b, a)):
            if _of(case.one, one) and _of(case.other, other):
                case.one.append(one)
                case.other.append(other)
                return
    cases.append(Case([a], [b]))


def _of(charges: Sequence[Charge], one: Charge) -> bool:
    """Return whether a charge is of the same side and deed as the first of a case."""
    first = charges[0]
    a, b = first.said.day, one.said.day
    near = bool(a and b and abs((a - b).days) <= DAYS)
    return near and bool(first.sides & one.sides) and _one_kind(first, one)


def _build(index: Index, case: Case) -> Dispute | None:
    by_one, by_other = (
        [c.said.stance(index, f"{side[0].who} did it") for c in side]
        for side in (case.one, case.other)
    )
    first, second = case.one[0].who, case.other[0].who
    return dispute(
        index,
        "responsibility",
        "rival accusations",
        f"Who did it: {first} or {second}?",
        [*by_one, *by_other],
        why=f"{tellers(index, by_one)} laid it on {first}; {tellers(index, by_other)} laid a deed "
        f"of the same kind, in the same story, on {second}.",
    )
