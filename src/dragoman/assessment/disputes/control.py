"""Who holds a place: nothing of it left against something still there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute

# Fronts move: two statements further apart than this speak of different times.
SAME_TIME = 7
_HOLDERS = frozenset({"armed_group", "group", "organisation", "state", "government"})
_NOT_SAID = frozenset({"predict", "intend", "promise", "threaten", "demand", "ask", "reject"})


# "Remaining groups of X", "still under the control of X": the holder is named after the words.
_NAMED_AFTER = re.compile(r"remain(?:ing|der)|remnant|still under", re.IGNORECASE)


# "The Selmo Liberation Front" is in no place called Liberation.
_IN_A_NAME = re.compile(r" (?:Front|Army|Movement|Party|Brigades?|Battalion|Organi[sz]ation)\b")


class Hold(msgspec.Struct, frozen=True):
    """What a statement says of an actor's hold on a place: gone, or there.

    ``actor`` is "" when only "terrorists" or the like are named.
    """

    statement: Statement
    actor: str
    place: str
    gone: bool


def control_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over who holds what.

    Rule "none against some": one side says that nothing of a place is held by an actor, another
    says within a week that the actor still has some of it or of a place inside it. Rule "gone
    against never left": a side says that an actor is gone, and the same side says later that
    what remains of it there is still to be fought.
    """
    found = [h for s in said for h in holds(index, s)]
    for actor in sorted({h.actor for h in found}):
        gone = [h for h in found if h.gone and (h.actor == actor or _at_large(index, h, actor))]
        if not actor:
            # "The rebels" of a country may be anyone's; of one town or province they are the same.
            gone = [h for h in gone if index.places.size(h.place) < 3]
        there = [h for h in found if h.actor == actor and not h.gone]
        yield from _same_time(index, actor, gone, there)
        yield from _over_time(index, actor, gone, there)


def holds(index: Index, statement: Statement) -> Iterator[Hold]:
    """Yield what a statement says of holding, from its account, else from its words."""
    gone = _gone(statement)
    if gone is None:
        return
    own = index.sides(statement.speaker)
    armed = holders(index, statement, "gone" if gone else "there")
    if not armed and find("enemies", statement.words):
        armed = [""]
    for actor in armed[:1]:
        if not actor or not gone or not index.sides(actor) & own:
            for place in _places(statement, gone):
                yield Hold(statement, actor, place, gone)


def _at_large(index: Index, hold: Hold, actor: str) -> bool:
    """Return whether "the last rebels" of a town or province mean this armed group too."""
    named = index.actors.get(actor)
    if named is None:
        return False
    wide = index.places.size(hold.place) > 2
    return not hold.actor and not wide and named.type == "armed_group" and named.sector == "REB"


def holders(index: Index, statement: Statement, pole: str) -> list[str]:
    """Return who may hold something: armed groups first, a place's own name never.

    Nearest to the words that say it come first: before "still holds", after "remaining".
    """
    places = {n for i in statement.places for n in (index.places.name(i),)}
    named = _named(index, statement, statement.words) or [
        i for i in statement.actors if index.actors[i].type == "armed_group"
    ]
    able = [
        i
        for i in named
        if index.actors[i].type in _HOLDERS and not places & set(index.actors[i].names)
    ]
    able.sort(key=lambda i: _distance(index, statement, pole, i))
    if pole == "there":
        return able
    return [i for i in able if index.actors[i].type == "armed_group"] or able


def _distance(index: Index, statement: Statement, pole: str, actor: str) -> int:
    """Return how far a name stands from the words of the pole; the wrong side counts for more."""
    match = find(pole, statement.words)
    if match is None:
        return 0
    forward = pole != "there" or _NAMED_AFTER.match(match.group()) is not None
    best = len(statement.words) * 4
    for name in index.actors[actor].names:
        for at in re.finditer(re.escape(name), statement.words):
            gap = at.start() - match.start() if forward else match.start() - at.start()
            best = min(best, gap if gap >= 0 else -gap * 4)
    return best


def _gone(statement: Statement) -> bool | None:
    act = statement.claim.act if statement.claim else "assert"
    if act in _NOT_SAID:
        # "The remaining fighters must leave" says that some remain, whatever is wished for.
        remain = act not in ("predict", "ask") and find("remaining", statement.words)
        return False if remain else None
    gone = find("gone", statement.words) is not None
    if act in ("deny", "doubt"):
        return False if gone else None
    if find("there", statement.words):
        return None if gone else False
    return True if gone else None


def _places(statement: Statement, gone: bool) -> list[str]:
    """Return the places meant: every one of what is left, the one that something is gone from."""
    named = {i for span, i in statement.spots if _IN_A_NAME.match(statement.words, span.end)}
    if not gone:
        return [i for i in statement.places if i not in named]
    match = find("gone", statement.words)
    spots = [(span, i) for span, i in statement.spots if i not in named]
    inside = [i for span, i in spots if match and span.end > match.start() + 1]
    chosen = inside or [i for _, i in spots] or [i for i in statement.places if i not in named]
    return chosen[:1]


def _named(index: Index, statement: Statement, words: str) -> list[str]:
    return [i for i in statement.actors if any(n in words for n in index.actors[i].names)]


def _clash(index: Index, gone: Hold, there: Hold) -> bool:
    return index.places.holds(gone.place, there.place)


def _same_time(
    index: Index, actor: str, gone: Sequence[Hold], there: Sequence[Hold]
) -> Iterator[Dispute]:
    for first, group in _clusters(gone):
        near = [
            t
            for t in there
            if any(
                _clash(index, g, t)
                and _days(g, t) <= SAME_TIME
                and not index.same_side(g.statement.speaker, t.statement.speaker)
                for g in group
            )
        ]
        if near:
            yield from _build(index, actor, first, group, near, over_time=False)


def _over_time(
    index: Index, actor: str, gone: Sequence[Hold], there: Sequence[Hold]
) -> Iterator[Dispute]:
    for first, group in _clusters(gone):
        later = [
            t
            for t in there
            if find("never_left", t.statement.words)
            and any(
                _clash(index, g, t)
                and _after(g, t)
                and index.same_side(g.statement.speaker, t.statement.speaker)
                for g in group
            )
        ]
        if later:
            said = [
                g
                for g in group
                if any(index.same_side(g.statement.speaker, t.statement.speaker) for t in later)
            ]
            yield from _build(index, actor, first, said, later, over_time=True)


def _build(
    index: Index,
    actor: str,
    place: str,
    gone: Sequence[Hold],
    there: Sequence[Hold],
    *,
    over_time: bool,
) -> Iterator[Dispute]:
    name = index.name(actor) or _word(gone[0].statement)
    where = index.places.name(place)
    none, some = f"{name} is gone from {where}", f"{name} is still there"
    inner = ", ".join(dict.fromkeys(index.places.name(t.place) for t in there))
    said_gone = [h.statement.stance(index, none) for h in _once(gone)]
    said_there = [h.statement.stance(index, some) for h in _once(there)]
    if over_time:
        rule, question = "gone against never left", f"Had {name} been driven out of {where}?"
        why = (
            f"{tellers(index, said_gone)} said that nothing of {name} was left in {where}; the "
            f"same side ({tellers(index, said_there)}) spoke later of what remains of it ({inner})."
        )
    else:
        rule, question = "none against some", f"Did {name} still hold anything in {where}?"
        why = (
            f"{tellers(index, said_gone)} said that {name} has nothing left in {where}; "
            f"{tellers(index, said_there)} said that it still has something in {inner}"
            + ("." if inner == where else f", which lies in {where}.")
        )
    found = dispute(index, "control", rule, question, [*said_gone, *said_there], why=why)
    if found:
        yield found


def _word(statement: Statement) -> str:
    match = find("enemies", statement.words)
    return f"“{match.group()}”" if match else "the group"


def _clusters(gone: Sequence[Hold]) -> Iterator[tuple[str, list[Hold]]]:
    """Yield the statements that an actor is gone from one place at one time, with the place."""
    groups: list[tuple[str, list[Hold]]] = []
    for hold in gone:
        for place, members in groups:
            if place == hold.place and _days(members[-1], hold) <= SAME_TIME:
                members.append(hold)
                break
        else:
            groups.append((hold.place, [hold]))
    yield from groups


def _once(holds: Iterable[Hold]) -> list[Hold]:
    return list({h.statement.evidence: h for h in holds}.values())


def _days(a: Hold, b: Hold) -> int:
    first, second = a.statement.day, b.statement.day
    return abs((first - second).days) if first and second else 10_000


def _after(gone: Hold, there: Hold) -> bool:
    first, second = gone.statement.day, there.statement.day
    return bool(first and second and second - first > dt.timedelta(SAME_TIME))
