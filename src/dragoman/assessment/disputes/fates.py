"""Whether somebody is dead: killed to one side, alive to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.poles import every, find
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, Dispute

# A death is contradicted in the days after it is told.
DAYS = 14
# Who is not named but by a word for him ("their emir") was told of so many characters before.
NEAR = 700
# Between a name and the words for his death stand at most so many characters.
BESIDE = 90
_SAYS = frozenset({"assert", "confirm", "deny", "reject", "other"})
_TELLS = frozenset({"assert", "confirm", "other"})
_NOT = re.compile(r"(?:\b(?:not|never|nobody|no)\b|n[’']t\b)[^,;]*$", re.IGNORECASE)
# A word between the name and his death that begins to tell of others.
_OTHERS = re.compile(
    r"[.;:]|\b(?:who|whose|which|and|when|that|said|men|forces|fighters|troops|guards|brother|son"
    r"|killed|by)\b"
)


class Fate(msgspec.Struct, frozen=True):
    """Who is said to be dead, or alive: by actor, else "" for whom the report told of before."""

    said: Statement
    actor: str
    dead: bool


def fate_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over persons who are dead, to some, and alive, to others.

    Rule "dead or alive": somebody is said by name to have been killed, and by another to be alive,
    or to have shown himself, in the same report or in one of the same story.
    """
    dead = [fate for one in said for fate in _dead(index, one)]
    told: dict[str, tuple[list[Statement], list[Statement]]] = {}
    for one in said if dead else ():
        for who, held in _contradicted(index, one, dead):
            gone, living = told.setdefault(who, ([], []))
            gone += [s for s in held if s not in gone]
            living.append(one)
    for who, (gone, living) in told.items():
        name = index.name(who)
        yes = [s.stance(index, f"{name} is dead") for s in gone]
        no = [s.stance(index, f"{name} is alive") for s in living]
        found = dispute(
            index,
            "occurrence",
            "dead or alive",
            f"Is {name} dead?",
            [*yes, *no],
            why=f"{tellers(index, yes)} told of {name} as dead; {tellers(index, no)} as alive.",
        )
        if found:
            yield found


def _dead(index: Index, said: Statement) -> Iterator[Fate]:
    """Yield the persons with names who are said to have been killed."""
    act = said.claim.act if said.claim else "assert"
    if act not in _TELLS or find("hedged", said.words) or find("bygone", said.words):
        return
    if not find("killed_him", said.words) and not find("was_killed", said.words):
        return
    for i in _persons(index, said):
        if any(_is_told_dead(said.words, at) for at in _named(index, said, i)):
            yield Fate(said, i, dead=True)


def _persons(index: Index, said: Statement) -> list[str]:
    """Return the persons that a statement names; a name in capitals is a body, or a disease."""
    named = (i for i in said.actors if index.actors[i].type == "person" and index.actors[i].named)
    return [i for i in named if i != said.speaker and not index.name(i).isupper()]


def _named(index: Index, said: Statement, actor: str) -> Iterator[re.Match[str]]:
    """Yield where a statement names a person, by his last name alone too, if no other has it."""
    words = said.words
    names = {n for name in index.actors[actor].names for n in (name, name.split()[-1])}
    longest = sorted((n for n in names if n[:1].isupper() and len(n) > 2), key=len, reverse=True)
    if not longest:
        return
    others = [n for i in said.actors if i != actor for n in index.actors[i].names if " " in n]
    taken = [m.span() for n in others for m in re.finditer(re.escape(n), words)]
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", words):
        if not any(start < found.start() and found.end() <= end for start, end in taken):
            yield found


def _is_told_dead(words: str, name: re.Match[str]) -> bool:
    """Return whether words say right beside a name that he was killed."""
    if re.match(r"[’']s?\b|[- ]\w+ (?:militia|group|family)", words[name.end() :]):
        return False
    for dead in every("was_killed", words):
        between = words[name.end() : dead.start()]
        aside = re.sub(r",[^,]*,", " ", between)
        if name.end() <= dead.start() <= name.end() + BESIDE and not _OTHERS.search(aside):
            return not _NOT.search(words[: dead.start()])
    for dead in every("killed_him", words):
        between = words[dead.end() : name.start()]
        short = 0 <= name.start() - dead.end() <= BESIDE // 2
        if short and not re.search(r"[,;.]|\b(?:and|in|by|near|at|for|with)\b", between):
            return not _NOT.search(words[: dead.start()])
    return False


def _contradicted(
    index: Index, said: Statement, dead: Sequence[Fate]
) -> Iterator[tuple[str, list[Statement]]]:
    """Yield whom a statement says to be alive, with those who told of him as dead."""
    act = said.claim.act if said.claim else "assert"
    alive = find("is_alive", said.words)
    if act not in _SAYS or (alive is None) == (act not in DENIALS):
        return
    if alive is None and not find("his_death", said.words):
        return
    against = [f for f in dead if _may_answer(index, said, f.said)]
    for i in _meant(index, said, against):
        if held := [f.said for f in against if f.actor == i]:
            yield i, held


def _may_answer(index: Index, said: Statement, dead: Statement) -> bool:
    if said.evidence == dead.evidence or (said.claim is None and dead.claim is None):
        return False
    if index.same_side(said.speaker, dead.speaker):
        return False
    if dead.report != said.report and dead.report not in index.same_story(said.report):
        return False
    return bool(said.day and dead.day and abs((said.day - dead.day).days) <= DAYS)


def _meant(index: Index, said: Statement, dead: Sequence[Fate]) -> list[str]:
    """Return who is said to be alive: whom the words name, else whom the report told of last."""
    persons = dict.fromkeys(f.actor for f in dead)
    named = [i for i in persons if any(True for _ in _named(index, said, i))]
    if named or not find("his_leader", said.words):
        return named
    at = said.evidence.start
    before = [f for f in dead if f.said.report == said.report]
    before = [f for f in before if 0 <= at - f.said.evidence.end <= NEAR]
    return [f.actor for f in before] if len({f.actor for f in before}) == 1 else []
