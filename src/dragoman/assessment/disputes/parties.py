"""Whom some words name as doers: sides, nameless rebels, a state's nameless forces."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.poles import find, is_rebels
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.statements import Statement
from dragoman.resolution.names import fold

# Those who are known by what they are alone.
ENEMIES, FORCES = "enemies", "forces"
# Causes that are nobody's deed.
MISHAP, STORED = "mishap", "what was stored there"
_REBELS, _FORCES = frozenset({ENEMIES}), frozenset({FORCES})
_GROUPS = frozenset({"armed_group", "organisation"})
_NOMINAL = re.compile(r"\bthe (?:government|army|regime|military|authorities)\b", re.IGNORECASE)
_LEADERS = re.compile(
    r"[’'](?:s|(?<=s[’'])) (?:own )?(?:government|army|regime|military|troops|forces|air force)\b"
    r"|\b(?:government|army|regime|troops|forces) of (?:President|King|Prime Minister)\b"
)
_RANK = re.compile(
    r"^\W*(?:the |army |air force |navy |police )?"
    r"(?:(?:lieutenant|brigadier|major|vice|rear|colonel|lt|maj|brig)\.?[ -])?"
    r"(?:colonel|general|brigadier|major|captain|lieutenant|sergeant|corporal|admiral|commodore"
    r"|col|gen|brig|maj|capt|cpt|lt|sgt|cpl)\b\.?(?!-)",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:the|some|other|armed|unknown|unidentified|foreign-backed)\b")
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w-]{2,}(?: [A-Z][\w-]+){0,3}")


def sides_of(index: Index, said: Statement, who: str) -> frozenset[str]:
    """Return the sides of those whom some words name: named actors, states, nameless rebels.

    "Syrian rebels" are not of the state that the words name, "pro-government gunmen" are.
    """
    found, rest = _named(index, said, who)
    home = index.home(said.report)
    official = bool(_NOMINAL.search(who) or find("loyal", who))
    official = official or (not found and not states_in(rest) and is_official(rest))
    official = official or _led(index, found, who, rest) or _is_ranked(index, found, rest)
    nominal = not found and (official or find("of_state", who) is not None)
    if nominal and not states_in(rest) and (meant := _meant(index, said, who)):
        return meant
    if official and home is None:
        # "The regime or Russian jets": of a regime of nobody knows where nothing is told.
        # Whose government it is only its leader's name tells: it is that of the report's state.
        of_state = states_in(rest) or any(side.startswith("country:") for side in found)
        return found if found and of_state else frozenset() if of_state else found | _FORCES
    if is_rebels(who) and not official:
        named = frozenset(s for s in found if s in index.actors and index.actors[s].type in _GROUPS)
        return named or _REBELS
    found |= {f"country:{code}" for code in states_in(rest)}
    if official and home:
        found |= {home}
    return found or _nameless(home, who)


def _is_ranked(index: Index, found: frozenset[str], rest: str) -> bool:
    """Return whether words name one person by his rank in an army: "Colonel Tal"."""
    named = {index.actors[i].type for i in found if i in index.actors}
    return named == {"person"} and _RANK.search(rest) is not None


def _meant(index: Index, said: Statement, who: str) -> frozenset[str]:
    """Return the state whose "the army" the words are, as the report was read there."""
    start = said.evidence.start + said.words.find(who)
    meant = index.state_within(said.report, start, start + len(who)) if who in said.words else None
    return frozenset({meant} if meant else ())


def _led(index: Index, found: frozenset[str], who: str, rest: str) -> bool:
    """Return whether words name a government or army by its leader: "President Orr's troops"."""
    named = [index.actors[i].type for i in found if i in index.actors]
    leaders = bool(named) and all(kind in ("person", "government") for kind in named)
    return leaders and not states_in(rest) and _LEADERS.search(who) is not None


def _named(index: Index, said: Statement, who: str) -> tuple[frozenset[str], str]:
    """Return the sides of the actors that some words name, and the words without their names."""
    found: frozenset[str] = frozenset()
    rest = who
    for i in said.actors:
        for name in index.actors[i].names:
            if name in who and re.search(rf"(?<!\w){re.escape(name)}(?:[’']?s)?(?!\w)", who):
                found, rest = found | index.sides(i), rest.replace(name, " ")
    return found, rest


def _nameless(home: str | None, who: str) -> frozenset[str]:
    if find("of_state", who):
        return frozenset({home or FORCES})
    if armed := find("armed", who):
        # Bare "fighters" may be of any group; "Shiite fighters" are somebody.
        bare = _BARE.sub("", who.lower()).strip()
        if bare == "forces":
            return frozenset()
        return _REBELS if bare == armed[0].lower() else frozenset({fold(who)})
    return frozenset()


def sides_of_doer(index: Index, said: Statement, actor: str) -> frozenset[str]:
    """Return the sides of a doer: of one without a name what the words for him tell."""
    found = index.actors[actor]
    own = frozenset(s for s in index.sides(actor) if s.startswith("country:"))
    return index.sides(actor) if found.named else own or sides_of(index, said, found.name)


def unknown_name(who: str) -> frozenset[str]:
    """Return the side of a name that no actor bears, told in words of blame: "the Janjaweed"."""
    return frozenset({fold(who)}) if _NAME.fullmatch(who) else frozenset()


def are_known(index: Index, sides: frozenset[str]) -> bool:
    """Return whether sides are known beyond one report: states, entries of packs, the nameless."""
    known = {i for i in sides if i in index.actors and index.actors[i].pack}
    return bool(known or sides & {ENEMIES, FORCES}) or any(s.startswith("country:") for s in sides)


def are_told(index: Index, sides: frozenset[str]) -> bool:
    """Return whether all of some sides are more than a description: states, actors, nameless."""
    return all(i in index.actors or i in (ENEMIES, FORCES) or ":" in i for i in sides)


def speaking_for(index: Index, said: Statement) -> frozenset[str]:
    """Return the sides for which a speaker stands, nameless rebels and forces among them."""
    return standing_for(index, said.speaker)


def standing_for(index: Index, actor: str | None) -> frozenset[str]:
    """Return the sides for which an actor stands, nameless rebels and forces among them."""
    sides, name = index.sides(actor), index.name(actor)
    if is_rebels(name):
        return sides | _REBELS
    of_state = any(side.startswith("country:") for side in sides)
    return sides | _FORCES if not of_state and find("of_the_state", name) else sides


def rivals(one: frozenset[str], other: frozenset[str], *, answered: bool) -> bool:
    """Return whether two sets of sides are apart; nameless rebels are apart from states alone.

    Where one answers the other (``answered``), whom it names is not of the side that is charged.
    """
    if one & other:
        return False
    for a, b in ((one, other), (other, one)):
        of_state = any(side.startswith("country:") for side in b)
        if FORCES in a and (of_state or b & {MISHAP, STORED}):
            return False
        if ENEMIES in a and not (answered or of_state or b & {FORCES, MISHAP}):
            return False
    return True
