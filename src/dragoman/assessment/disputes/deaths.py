"""How somebody died: fallen in combat to one side, murdered to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from importlib import resources
from itertools import combinations

import msgspec

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.answers import apart, just_after, on_two_days
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import SAYS
from dragoman.assessment.disputes.others import one_speaker
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import joined, plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.patterns import compiled
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute

# A clause of its own begins here.
_CLAUSE = re.compile(r"[.;!?…] |\b(?:but|while|whereas|although|though)\b")
_ASIDE = re.compile(r" --? [^.;]*? --? | [(\[][^)\]]*[)\]]")
# What is not so, or may be, tells no way to die.
_OPEN = re.compile(
    r"\b(?:not|never|no|nobody|without|denied|if|would|will|may|might|could|should|fears?|feared"
    r"|threat\w*|attempt\w*|plot\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "he", "she", "they", "all"})
# Who died is told in so many words before it.
_WHO = 6


class Deaths(msgspec.Struct, frozen=True):
    """The data of ``data/deaths.yaml``: see the comments there."""

    parts: dict[str, str]
    ways: dict[str, tuple[str, ...]]
    them: str


class Death(msgspec.Struct, frozen=True):
    """How somebody died as a statement has it: in a clause, of whom it names there."""

    said: Statement
    way: str
    clause: str
    before: str
    persons: frozenset[str]


@cache
def _rules() -> Deaths:
    data = resources.files("dragoman.assessment").joinpath("data/deaths.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Deaths)


@cache
def _ways() -> dict[str, tuple[re.Pattern[str], ...]]:
    rules = _rules()
    return {way: compiled(patterns, rules.parts) for way, patterns in rules.ways.items()}


@cache
def _them() -> re.Pattern[str]:
    return re.compile(_rules().them, re.IGNORECASE)


def death_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes of one report over how somebody died.

    Rule "two ways to die": to one side somebody fell in combat, to another he was murdered, or took
    his life, or died of an illness; of one person by name, or of "the men" right after.
    """
    for report, told in grouped(said).items():
        yield from index.kept("ways to die", report, told, partial(_of_report, index, told))


def _of_report(index: Index, told: Sequence[Statement]) -> list[Dispute]:
    deaths = [death for one in told if (death := _death(index, one))]
    cases: list[list[Death]] = []
    for a, b in combinations(deaths, 2):
        if a.way == b.way or not _of_one(index, a, b) or not _of_two_voices(index, a.said, b.said):
            continue
        held = [case for case in cases if a in case or b in case]
        one = [x for case in held for x in case]
        cases = [case for case in cases if case not in held]
        cases.append(one + [x for x in (a, b) if x not in one])
    return [found for case in cases if (found := _dispute(index, case))]


def _death(index: Index, said: Statement) -> Death | None:
    """Return how somebody died as a statement has it, None where it tells of no one way."""
    if (said.claim and said.claim.act not in SAYS) or find("hedged", said.words) or of_old(said):
        return None
    found = [
        (way, clause, clause[: match.start()])
        for clause in _CLAUSE.split(_ASIDE.sub(" ", said.words))
        for way, patterns in _ways().items()
        for pattern in patterns
        if (match := pattern.search(clause)) and not _OPEN.search(clause[: match.end()])
    ]
    if len({way for way, *_ in found}) != 1:
        return None
    way, clause, before = found[0]
    return Death(said, way, clause, before, _persons(index, said, clause))


def _persons(index: Index, said: Statement, clause: str) -> frozenset[str]:
    """Return the persons whom a clause names, by their last names, too."""
    named = (i for i in said.actors if index.actors[i].type == "person" and index.actors[i].named)
    return frozenset(
        i
        for i in named
        if i != said.speaker and _is_named(index, i, clause) and _is_told_of(index, said.report, i)
    )


def _is_told_of(index: Index, report: str, actor: str) -> bool:
    """Return whether a report gives a person's name in full: others of his last name do not."""
    full = [name for name in index.actors[actor].names if " " in name]
    return not full or any(name in index.reports[report].text for name in full)


def _is_named(index: Index, actor: str, clause: str) -> bool:
    lasts = {name.split()[-1] for name in index.actors[actor].names}
    return any(re.search(rf"\b{re.escape(n)}(?:[’']s)?\b", clause, re.IGNORECASE) for n in lasts)


def _of_one(index: Index, a: Death, b: Death) -> bool:
    """Return whether two statements are of one death: of one name, else right after one another."""
    if any(_is_named(index, i, b.clause) for i in a.persons):
        return True
    if any(_is_named(index, i, a.clause) for i in b.persons):
        return True
    return just_after(a.said, b.said) and _takes_up(a, b)


def _takes_up(a: Death, b: Death) -> bool:
    later = max(a, b, key=lambda death: death.said.evidence.start)
    return not later.persons and _them().search(later.clause) is not None


def _of_two_voices(index: Index, a: Statement, b: Statement) -> bool:
    if (a.claim is None and b.claim is None) or a.evidence.span.overlaps(b.evidence.span):
        return False
    if index.same_side(a.speaker, b.speaker) or one_speaker(a, b):
        return False
    return not (apart(index, a, b) or on_two_days(index, a, b))


def _dispute(index: Index, case: Sequence[Death]) -> Dispute | None:
    stances = {
        way: [one.said.stance(index, way) for one in case if one.way == way]
        for way in dict.fromkeys(one.way for one in case)
    }
    return dispute(
        index,
        "occurrence",
        "two ways to die",
        f"How did {who} die?" if (who := _who(index, case)) else "",
        [stance for some in stances.values() for stance in some],
        why="; ".join(f"{tellers(index, some)}: {way}" for way, some in stances.items()) + ".",
    )


def _who(index: Index, case: Sequence[Death]) -> str:
    """Return who died, by name or in the words of who tells of it first; "" for nobody."""
    named = sorted(frozenset[str]().union(*(one.persons for one in case)))
    in_all = [i for i in named if all(_is_named(index, i, one.clause) for one in case)]
    if named:
        return joined(sorted(index.name(i) for i in in_all or named))
    first = min(case, key=lambda one: one.said.evidence.start)
    words = re.sub(r"^that ", "", plain(first.before)).split()
    words = [w for w in words if w not in ("were", "was", "had", "been", "have", "has")]
    if not 0 < len(words) <= _WHO:
        return "those who were killed"
    return " ".join(words if words[0].lower() in _ARTICLES else ["the", *words])
