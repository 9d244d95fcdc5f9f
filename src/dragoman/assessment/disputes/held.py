"""Who holds what place, and how much of it, by the words of a statement."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import msgspec

from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import accounts_in
from dragoman.assessment.disputes.parties import FORCES, sides_of, speaking_for
from dragoman.assessment.disputes.poles import find, is_rebels
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.patterns import compiled
from dragoman.assessment.statements import Statement
from dragoman.resolution.names import fold
from dragoman.resolution.places import COUNTRY

_SAYS = frozenset({"assert", "confirm", "deny", "other"})
_OWN = re.compile(r"\b(?:it|its|they|theirs?|he|his|she|her|we|ours?|us)\b", re.IGNORECASE)
# Shares of a place; its sides are named by the compass.
ALL, MOST, SOME = "", "most", "some"
# A place that no gazetteer knows goes by its name.
NAMED = "name:"


class Rules(msgspec.Struct, frozen=True):
    """The data of ``data/keeping.yaml``: see the comments there."""

    parts: dict[str, str]
    held: tuple[str, ...]
    denied: tuple[str, ...]
    taken: tuple[str, ...]
    words: str
    the_place: str
    facility: str
    town: str
    most: str
    side: str
    some: str
    around: str
    whole: str
    where: str
    whose: str
    name: str
    settlement: str
    ends: str
    then: str
    later: str


@cache
def rules() -> Rules:
    """Return the rules, read once."""
    data = resources.files("dragoman.assessment").joinpath("data/keeping.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Rules)


@cache
def _patterns(said: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(rules(), said), rules().parts)


class Keep(msgspec.Struct, frozen=True):
    """Who holds what, as a statement has it.

    ``place`` is None for "the town", which ``town`` names where the report did before; ``thing``
    is what is held there ("airport"), "" for the place itself, None where only an attack on it is
    told of; ``share`` is how much of it. ``took`` is set where it was taken, and may be lost
    again, ``whole`` where all of it is said to be held in so many words.
    """

    said: Statement
    who: str
    sides: frozenset[str]
    place: str | None
    thing: str | None
    took: bool
    share: str = ALL
    whole: bool = False
    town: str | None = None


class _What(msgspec.Struct, frozen=True):
    place: str | None
    thing: str | None
    share: str


def leave_no_room(a: Keep, b: Keep) -> bool:
    """Return whether two sides cannot both hold what they are said to hold of one place.

    Most of it leaves no room for another who has it, one side of it none for another on that
    side, some of it none for who has it in so many words whole.
    """
    if (a.took and b.took) or (a.thing != b.thing and None not in (a.thing, b.thing)):
        return False
    much = (ALL, MOST)
    if (a.share in much and b.share in much) or a.share == b.share != SOME:
        return True
    return any(x.whole and y.share not in much for x, y in ((a, b), (b, a)))


def who_holds(index: Index, said: Statement) -> Keep | None:
    """Return who holds what, by a statement's words."""
    act = said.claim.act if said.claim else "assert"
    words = said.words
    if act not in _SAYS or not re.search(rules().words, words, re.I):
        return None
    if find("open_question", words) or of_old(said):
        return None
    found: list[Keep] = []
    for took in (False, True):
        if re.search(rules().then if took else rules().later, words, re.I):
            continue
        for pattern in _patterns("denied" if act == "deny" else "taken" if took else "held"):
            told = (_of(index, said, match, took=took) for match in pattern.finditer(words))
            found.extend(filter(None, told))
    # "Repulsed the attack and hold the camp": what is named tells more.
    return next((keep for keep in found if keep.place or keep.thing), next(iter(found), None))


def _of(index: Index, said: Statement, match: re.Match[str], *, took: bool) -> Keep | None:
    groups = match.groupdict()
    who = groups.get("who") or ""
    own = not who or bool(_OWN.search(who))
    sides = _own_sides(index, said) if own else sides_of(index, said, who)
    if not sides and is_official(index.name(said.speaker) if own else who):
        sides = frozenset({FORCES})
    what = _what(index, said, match) if "what" in groups else _What(None, None, ALL)
    if what is None or not sides:
        return None
    name = index.side_name(said.speaker) if own else who
    whole = what.share == ALL and bool(re.search(rules().whole, match[0], re.I))
    return Keep(said, name, sides, what.place, what.thing, took, what.share, whole)


def _what(index: Index, said: Statement, match: re.Match[str]) -> _What | None:
    """Return what is held: the first place or thing that is named, and how much of it."""
    at = match.start("what")
    what = re.split(rules().whose, match["what"], maxsplit=1, flags=re.I)[0]
    for piece in re.split(f"({rules().ends})", what, flags=re.I)[::2]:
        start = said.words.find(piece, at)
        at = start + len(piece)
        head = re.split(rules().where, piece, maxsplit=1, flags=re.I)[0].strip()
        if re.search(rules().around, head, re.I):
            return None
        share = _share(head)
        place = _place(index, said, piece, start)
        known = re.search(rules().the_place if share == ALL else _ANYWHERE, head, re.I)
        if place or known:
            town = re.search(rules().town, head, re.I)
            thing = None if town else re.search(rules().facility, head, re.I)
            return _What(place, thing[0].lower() if thing else "", share)
    return None


# "Nearly all of the suburb", "most of it".
_ANYWHERE = r"\bof (?:it|the [\w-]+|that [\w-]+)\b|\bthe \w+ (?:quarter|district)"


def _share(what: str) -> str:
    if side := re.search(rules().side, what, re.I):
        return side[1].lower()
    if re.search(rules().most, what, re.I):
        return MOST
    return SOME if re.search(rules().some, what, re.I) else ALL


def _place(index: Index, said: Statement, what: str, start: int) -> str | None:
    """Return the place that is named in what is held, by its name where no gazetteer has it."""
    end = start + len(what)
    named = {span.start - start: i for span, i in said.spots if start <= span.start < end}
    # "The Varnian town of Selmo": the name is the one after "of".
    spots = [i for at, i in named.items() if what[:at].endswith(" of ")] or list(named.values())
    if not spots and re.search(r"\b[A-Z]", what):
        spots = [a.place for a in accounts_in(index, said) if a.place]
    spots = [i for i in spots if index.places.size(i) < COUNTRY]
    return spots[0] if spots else _unlocated(index, said, what)


def _unlocated(index: Index, said: Statement, what: str) -> str | None:
    head = re.split(rules().where, what, maxsplit=1, flags=re.I)[0]
    actors = {name for i in said.actors if _acts(index, i) for name in index.actors[i].names}
    names = [m for m in re.finditer(rules().name, head) if m[0] not in actors]
    names = [m for m in names if not states_in(m[0])]
    of = [m for m in names if head[: m.start()].endswith(" of ")]
    return f"{NAMED}{fold((of or names)[0][0])}" if names else None


def _acts(index: Index, actor: str) -> bool:
    return index.actors[actor].type in ("armed_group", "state", "government", "person")


def _own_sides(index: Index, said: Statement) -> frozenset[str]:
    """Return the sides of a speaker, of one without a name the state that his description names."""
    sides, speaker = speaking_for(index, said), index.actors.get(said.speaker or "")
    if speaker is None or speaker.named or is_rebels(speaker.name):
        return sides
    return sides | {f"country:{code}" for code in states_in(speaker.name)}
