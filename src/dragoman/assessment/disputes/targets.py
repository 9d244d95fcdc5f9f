"""What was hit: "a market" to one, "a meeting of rebel leaders" to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.assessment.by_report import found_in
from dragoman.assessment.disputes.aims import Kind, target_of
from dragoman.assessment.disputes.answers import apart, just_after, on_two_days
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.culprits import rival_doers
from dragoman.assessment.disputes.deeds import DEEDS, DONE, accounts_in, means_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import kinds
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Dispute, Evidence

# What somebody says of "the attack" stands at most this many characters from where it is told.
NEAR = 2500
# What deed is meant is told within so many characters.
BEGINNING = 60
_SAYS = frozenset({"assert", "confirm", "other"})
_NEW = re.compile(
    r"\b(?:an?|another|other|two|three|separate|\d+)"
    r" (?:[\w-]+ ){0,3}?(?:attack|strike|airstrike|raid|bombing|operation|assault)s?\b",
    re.IGNORECASE,
)
# Words at the beginning for what was told of, for the speaker's own, and for a state's forces.
_IT = re.compile(
    r"^\W*(?:that )?(?:(?:it|they|which)|the (?:aircraft|warplanes?|planes?|jets?|helicopters?"
    r"|drones?|bombers?|missiles?|rockets?|shells?|bombs?|gunmen|attackers?))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^\W*(?:that )?(?:(?:one|two|three|some|several|a \w+) of )?(?:its|their|our|his|we)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"^\W*(?:that )?(?:the )?(?:\w+ )?(?:air force|army|forces|troops|warplanes|jets|aircraft"
    r"|planes|fighters|helicopters|artillery|navy|military) ",
    re.IGNORECASE,
)


class Hit(msgspec.Struct, frozen=True):
    """What a statement says that a deed hit, and the accounts of the deed.

    ``close`` is set where only what stands right beside it tells which deed is meant.
    """

    said: Statement
    kind: Kind
    told: tuple[Account, ...]
    close: bool = False


def target_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what one deed hit.

    Rule "two kinds of target": of a deed that a report tells as one on people or things at peace
    somebody says that it hit fighters or what is theirs: its doer, or who speaks of "the attack".
    """
    hits = list(found_in(index, "what was hit", said, _hit))
    near: dict[str, list[Hit]] = {}
    for one in hits:
        for key in {one.said.report, *(a.event for a in one.told)}:
            near.setdefault(key, []).append(one)
    answered: dict[Evidence, tuple[Hit, list[Hit]]] = {}
    for one in hits:
        if one.kind == "fighters" and (other := _same_deed(index, one, near)):
            answered.setdefault(other.said.evidence, (other, []))[1].append(one)
    for at_peace, armed in answered.values():
        yield from _build(index, at_peace, armed)


def _hit(index: Index, said: Statement) -> Hit | None:
    """Return what a statement says that a deed hit, unless it asks or tells of an earlier time."""
    found = _says_of_a_hit(index, said)
    return None if found is None or find("open_question", said.words) or of_old(said) else found


def _says_of_a_hit(index: Index, said: Statement) -> Hit | None:
    if said.claim and said.claim.act not in _SAYS:
        return None
    words = with_fighters(index, said) if said.claim else said.words
    told = tuple(a for a in accounts_in(index, said) if a.type in DEEDS and a.status in DONE)
    if said.claim and target_of(words, "aimed") == "fighters":
        return Hit(said, "fighters", told) if _takes_up(index, said, told) else None
    if target_of(words, "told") == "civilians" and (told or said.claim):
        return Hit(said, "civilians", told, close=not told)
    if said.claim and (kind := target_of(words, "called")):
        return Hit(said, kind, told, close=True)
    counted = " ".join(c.of or "" for a in told for c in a.counts if c.what == "killed")
    if kinds(counted) == {"civilians"} == kinds(said.words):
        return Hit(said, "civilians", told, close=True)
    return None


def with_fighters(index: Index, said: Statement) -> str:
    """Return the words of a statement with the names of armed groups as "fighters"."""
    words = said.words
    groups = [i for i in said.actors if index.actors[i].type == "armed_group"]
    for name in sorted((n for i in groups for n in index.actors[i].names), key=len, reverse=True):
        if name in words:
            words = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", "fighters", words)
    return words


def _takes_up(index: Index, said: Statement, told: Sequence[Account]) -> bool:
    """Return whether a statement speaks of a deed that is known: "the strike", "it", its own."""
    if _NEW.search(said.words[:BEGINNING]):
        return False
    doers = {i for a in told for i in a.actors if i in index.actors and index.actors[i].named}
    forces = _FORCES.search(said.words) is not None
    if doers:
        own = any(index.same_side(said.speaker, i) for i in doers)
        return own or (forces and bool(means_of(said.words)))
    own = _OWN.search(said.words) is not None
    own = own or (forces and _of_a_state(index, said))
    return own or bool(_IT.search(said.words) or find("the_deed", said.text))


def _of_a_state(index: Index, said: Statement) -> bool:
    """Return whether a state's authorities or media speak."""
    sides = index.sides(said.speaker)
    return is_official(index.name(said.speaker)) or any(s.startswith("country:") for s in sides)


def _same_deed(index: Index, one: Hit, near: Mapping[str, Sequence[Hit]]) -> Hit | None:
    """Return the nearest other telling of the deed, as one on people at peace.

    It stands in the same report, else where the same event is told.
    """
    at = one.said.evidence.start
    here = [h for h in near[one.said.report] if abs(h.said.evidence.start - at) <= NEAR]
    there = [h for a in one.told for h in near[a.event] if h.said.report != one.said.report]
    for hits in (here, there):
        found = [h for h in hits if h.kind == "civilians" and _of_one(index, one, h)]
        if found:
            return min(found, key=lambda h: abs(h.said.evidence.start - at))
    return None


def _of_one(index: Index, one: Hit, other: Hit) -> bool:
    a, b = one.said, other.said
    if index.same_side(a.speaker, b.speaker) or apart(index, a, b) or on_two_days(index, a, b):
        return False
    if (one.close or other.close) and not just_after(a, b):
        return False
    means = means_of(a.words), means_of(b.words)
    if all(means) and not means[0] & means[1]:
        return False
    return not any(rival_doers(index, x, y) for x in one.told for y in other.told)


def _build(index: Index, at_peace: Hit, armed: Sequence[Hit]) -> Iterator[Dispute]:
    deed = the_deed(index, (), [h.said for h in (at_peace, *armed)], "the attack")
    one = at_peace.said.stance(index, "people or things at peace were hit")
    others = [h.said.stance(index, "fighters or what is theirs were hit") for h in armed]
    found = dispute(
        index,
        "identity",
        "two kinds of target",
        f"What was hit in {deed}?",
        [one, *others],
        why=f"{tellers(index, [one])} told of a deed that hit people or things at peace; "
        f"{tellers(index, others)} said that it hit fighters or what is theirs.",
    )
    if found:
        yield found
