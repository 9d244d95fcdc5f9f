"""Attacks on a post or a town that were beaten back, to some, and got in, to others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import msgspec

from dragoman.assessment.disputes.answers import apart, just_after, on_two_days
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.parties import FORCES, rivals, sides_of, speaking_for
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.places import COUNTRY

# Both are told within days.
DAYS = 1
# Who beat an attack back or got in is named before it, else it is the speaker's side.
_BACK, _IN = ("beaten_back", "was_beaten_back"), ("got_in", "was_taken")
_SAYS = frozenset({"assert", "confirm", "other"})
_NAME = re.compile(r"\b[A-Z][\w’-]{3,}")
_NAMED = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")
# "It", "our troops": the speaker's own.
_OWN = re.compile(r"^\W*(?:that )?(?:its?|they|their|we|our|he|his)\b|^\W*$", re.IGNORECASE)


class Fight(msgspec.Struct, frozen=True):
    """Who beat back an attack, or got in, as a statement has it; ``on`` are the words for where."""

    said: Statement
    sides: frozenset[str]
    on: str


def repelled_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over attacks that were beaten back, to one side, and got in, to another.

    Rule "repelled or taken": one side says that it repelled an attack on a place, another that its
    men took, entered or held it, in one report or within a day in two of one story.
    """
    beaten = [fight for one in said if (fight := _fight(index, one, *_BACK))]
    got_in = [fight for one in said if (fight := _fight(index, one, *_IN))] if beaten else []
    held: dict[int, list[Fight]] = {}
    for (k, back), taken in product(enumerate(beaten), got_in):
        if _clash(index, back, taken):
            held.setdefault(k, []).append(taken)
    for k, taken_by in held.items():
        no = [beaten[k].said.stance(index, "it was repelled")]
        yes = [one.said.stance(index, "it got in") for one in taken_by]
        found = dispute(
            index,
            "occurrence",
            "repelled or taken",
            f"Was the attack{_where(index, beaten[k], taken_by[0])} beaten back?",
            [*no, *yes],
            why=f"{tellers(index, no)} told of an attack as beaten back; {tellers(index, yes)} "
            "said that the attackers got in.",
        )
        if found:
            yield found


def _fight(index: Index, said: Statement, by: str, was: str) -> Fight | None:
    """Return who beat back an attack (or got in) and where, None where nobody is known to."""
    if (said.claim and said.claim.act not in _SAYS) or of_old(said):
        return None
    match = find(by, said.words) or find(was, said.words)
    if match is None or find("not_last", said.words) or find("negated", said.words[: match.end()]):
        return None
    sides = _sides(index, said, match.groupdict().get("who") or "")
    return Fight(said, sides, said.words[match.start("on") :][:120]) if sides else None


def _sides(index: Index, said: Statement, who: str) -> frozenset[str]:
    if _OWN.match(who):
        return speaking_for(index, said)
    return sides_of(index, said, who) or (frozenset({FORCES}) if is_official(who) else frozenset())


def _clash(index: Index, back: Fight, taken: Fight) -> bool:
    a, b = back.said, taken.said
    if a.claim is None and b.claim is None:
        return False
    if index.same_side(a.speaker, b.speaker) or a.evidence == b.evidence:
        return False
    if not rivals(back.sides, taken.sides, answered=True):
        return False
    if apart(index, a, b) or on_two_days(index, a, b):
        return False
    if a.report == b.report:
        return _one_place(index, back, taken) or (just_after(a, b) and _one_thing(back, taken))
    days = a.day and b.day and abs((a.day - b.day).days) <= DAYS
    return bool(days) and _one_place(index, back, taken)


def _one_place(index: Index, back: Fight, taken: Fight) -> bool:
    """Return whether both name one place as what was attacked and taken."""
    one, other = ({i for s, i in f.said.spots if _within(f, s.start)} for f in (back, taken))
    small = {i for i in one & other if index.places.size(i) < COUNTRY}
    return bool(small) or bool(_shared(index, back, taken))


def _shared(index: Index, back: Fight, taken: Fight) -> set[str]:
    """Return the names of places, and not of whoever fights, that both tell as attacked."""
    reports = {fight.said.report for fight in (back, taken)}
    theirs = {n for r in reports for i in index.named_in(r) for n in index.actors[i].names}
    one, other = (_names(fight, theirs) for fight in (back, taken))
    return one & other - index.name_words


def _names(fight: Fight, actors: Iterable[str] = ()) -> set[str]:
    """Return the names in the words for where, but for those of ``actors``."""
    words = fight.on
    for name in sorted(actors, key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(name)}(?!\w)", " ", words)
    return set(_NAME.findall(words))


def _where(index: Index, back: Fight, taken: Fight) -> str:
    """Return " on Selmo airbase": what both name as attacked and taken, nothing where they do not.

    What it is, is said where the words right after the name tell it.
    """
    shared = _shared(index, back, taken)
    found = next((m for m in _NAMED.finditer(back.on) if set(m[0].split()) & shared), None)
    if found is None:
        return ""
    what = find("stronghold", back.on[found.end() :])
    kind = what[0] if what and not back.on[found.end() : found.end() + what.start()].strip() else ""
    return f" on {' '.join([found[0], kind]).strip()}"


def _within(fight: Fight, at: int) -> bool:
    start = fight.said.words.find(fight.on)
    return start <= at < start + len(fight.on)


def _one_thing(back: Fight, taken: Fight) -> bool:
    """Return whether a side beat back "the assault", or one on a thing that the other took."""
    if _names(back) and _names(taken):
        return False
    one, other = find("stronghold", back.on), find("stronghold", taken.on)
    if one and other:
        return one[0].lower() == other[0].lower()
    return bool(find("the_assault", back.said.words)) and bool(other)
