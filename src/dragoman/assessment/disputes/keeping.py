"""Who holds a town, as two sides say it of themselves: "seized it" against "has not lost it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import combinations

import msgspec

from dragoman.assessment.by_report import found_in
from dragoman.assessment.disputes.answers import just_after, on_two_days
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import accounts_in, of_old
from dragoman.assessment.disputes.parties import FORCES, is_rebels, rivals, sides_of, speaking_for
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.patterns import compiled
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.places import COUNTRY

# Towns change hands: what is said on days further apart is of two times.
DAYS = 1
_SAYS = frozenset({"assert", "confirm", "deny", "other"})
_OWN = re.compile(r"\b(?:it|its|they|theirs?|he|his|she|her|we|ours?|us)\b", re.IGNORECASE)


class Rules(msgspec.Struct, frozen=True):
    """The data of ``data/keeping.yaml``: see the comments there."""

    parts: dict[str, str]
    held: tuple[str, ...]
    denied: tuple[str, ...]
    taken: tuple[str, ...]
    words: str
    the_place: str
    facility: str
    ends: str
    part: str
    then: str
    later: str


@cache
def _rules() -> Rules:
    data = resources.files("dragoman.assessment").joinpath("data/keeping.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Rules)


@cache
def _patterns(said: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(_rules(), said), _rules().parts)


class Keep(msgspec.Struct, frozen=True):
    """Who holds what, as a statement has it.

    ``place`` is None for "the town", ``thing`` is what is held there ("airport"), "" for the
    place itself; ``took`` is set where it was taken, and may be lost again.
    """

    said: Statement
    who: str
    sides: frozenset[str]
    place: str | None
    thing: str
    took: bool


def keeping_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over places that two sides say they hold.

    Rule "held by two": within a day two sides each say that one place is theirs, and not both
    only that they took it: it may have been taken twice. What a report says itself is set against
    what somebody says in it.
    """
    claimed = [one for one in said if one.claim]
    kept = list(found_in(index, "who holds what, as claimed", claimed, who_holds))
    told = {keep.said.report for keep in kept}
    own = [one for one in said if one.claim is None and one.report in told]
    kept += found_in(index, "who holds what, as reported", own, who_holds)
    groups: dict[str, list[int]] = {}
    for k, keep in enumerate(kept):
        for key in (keep.said.report, keep.place or ""):
            groups.setdefault(key, []).append(k)
    pairs = {pair for key, group in groups.items() if key for pair in combinations(group, 2)}
    cases: list[list[int]] = []
    for i, j in sorted(pairs):
        if _clash(index, kept[i], kept[j]):
            held = [case for case in cases if i in case or j in case]
            cases = [case for case in cases if case not in held]
            cases.append(sorted({i, j, *(k for case in held for k in case)}))
    for case in cases:
        yield from _build(index, [kept[k] for k in case])


def _clash(index: Index, a: Keep, b: Keep) -> bool:
    """Return whether two sides each say, at one time, that one place is theirs."""
    one, other = a.said, b.said
    if a.thing != b.thing or (a.took and b.took) or not (one.claim or other.claim):
        return False
    if not _one_place(a, b) or index.same_side(one.speaker, other.speaker):
        return False
    near = one.day is not None and other.day is not None and abs((one.day - other.day).days) <= DAYS
    return near and rivals(a.sides, b.sides, answered=True) and not on_two_days(index, one, other)


def _one_place(a: Keep, b: Keep) -> bool:
    """Return whether both name one place, or one, right after the other, "the town"."""
    if a.place and b.place:
        return a.place == b.place
    return bool(a.place or b.place or a.thing) and just_after(a.said, b.said)


def who_holds(index: Index, said: Statement) -> Keep | None:
    """Return who holds what, by a statement's words."""
    act = said.claim.act if said.claim else "assert"
    words, rules = said.words, _rules()
    if act not in _SAYS or not re.search(rules.words, words, re.I):
        return None
    if find("open_question", words) or of_old(said):
        return None
    for took in (False, True):
        for pattern in _patterns("denied" if act == "deny" else "taken" if took else "held"):
            match = pattern.search(words)
            if match is None or re.search(rules.then if took else rules.later, words, re.I):
                continue
            if keep := _of(index, said, match, took=took):
                return keep
    return None


def _of(index: Index, said: Statement, match: re.Match[str], *, took: bool) -> Keep | None:
    who = match.groupdict().get("who") or ""
    own = not who or bool(_OWN.search(who))
    sides = _own_sides(index, said) if own else sides_of(index, said, who)
    if not sides and is_official(index.name(said.speaker) if own else who):
        sides = frozenset({FORCES})
    what = re.split(_rules().ends, match["what"], maxsplit=1, flags=re.I)[0]
    start, end = match.start("what"), match.start("what") + len(what)
    if re.search(_rules().part, what, re.I):
        return None
    named = {span.start - start: i for span, i in said.spots if start <= span.start < end}
    # "The Varnian town of Selmo": the name is the one after "of".
    spots = [i for at, i in named.items() if what[:at].endswith(" of ")] or list(named.values())
    if not spots and re.search(r"\b[A-Z]", what):
        spots = [a.place for a in accounts_in(index, said) if a.place]
    spots = [i for i in spots if index.places.size(i) < COUNTRY]
    if not sides or not (spots or re.search(_rules().the_place, what, re.I)):
        return None
    thing = re.search(_rules().facility, what, re.I)
    name = index.side_name(said.speaker) if own else who
    place = spots[0] if spots else None
    return Keep(said, name, sides, place, thing[0].lower() if thing else "", took)


def _own_sides(index: Index, said: Statement) -> frozenset[str]:
    """Return the sides of a speaker, of one without a name the state that his description names."""
    sides, speaker = speaking_for(index, said), index.actors.get(said.speaker or "")
    if speaker is None or speaker.named or is_rebels(speaker.name):
        return sides
    return sides | {f"country:{code}" for code in states_in(speaker.name)}


def _build(index: Index, case: Sequence[Keep]) -> Iterator[Dispute]:
    place = index.places.name(next((one.place for one in case if one.place), None))
    thing = case[0].thing
    what = " of ".join(filter(None, (thing and f"the {thing}", place)))
    stances = [one.said.stance(index, f"held by {one.who}") for one in case]
    found = dispute(
        index,
        "control",
        "held by two",
        f"Who holds {what}?",
        stances,
        why=f"{tellers(index, stances)} each say that it is held by another.",
    )
    if found:
        yield found
