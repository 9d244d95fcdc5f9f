"""On whom a claim lays a deed: accusations, deeds told with their doer, and deeds owned."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dragoman.assessment.disputes.deeds import (
    COMMON,
    DEEDS,
    accounts_in,
    is_other_cause,
    means_of,
    of_old,
)
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.statements import Statement
from dragoman.resolution.openings import opening

# Whom an accusation names, in words.
ACCUSED = 8
ENEMIES = "enemies"

_OF = re.compile(r"\s(?:of|for|over)\b|[,;]")
# Words after a doer's name that begin to tell something else: "jets which operate in support of".
_ENDS = re.compile(r"[,;.(]|\b(?:which|who|that|fighting|operating|backed|supporting|as|in|near)\b")
_NOMINAL = re.compile(r"\bthe (?:government|army|regime|military|authorities)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"^\W*(?:the|that|this|these|those|both) ", re.IGNORECASE)
# "Blamed the attack on X".
LAID_ON = re.compile(
    r"^\W*(?P<deed>(?:the |this )?(?:[\w-]+ ){0,3}?"
    r"(?:attack|raid|strike|killing|massacre|blast|it)s?)\b.*?\bon (?:the )?",
    re.IGNORECASE,
)
_SAYS = frozenset({"assert", "confirm", "other"})


class Charge(msgspec.Struct, frozen=True):
    """A statement that lays a deed on somebody: whom it names, their sides, and the means.

    ``deed`` is the word for one deed told of before, "the attack"; None for deeds of a kind.
    ``events`` are those of the deeds that it tells of.
    ``told`` is set where a deed is told of and nobody accused in so many words.
    """

    said: Statement
    who: str
    sides: frozenset[str]
    means: frozenset[str]
    deed: str | None
    events: frozenset[str] = frozenset()
    told: bool = False


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
    events = frozenset(a.event for a in accounts_in(index, said) if a.type in DEEDS)
    sides = _sides(index, said, who) if means or deed or events else frozenset()
    if not sides or sides & index.sides(said.speaker):
        return None
    return Charge(said, who, sides, means, deed, events)


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
        laid = LAID_ON.search(who)
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
