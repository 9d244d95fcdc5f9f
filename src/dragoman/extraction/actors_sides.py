"""Who "both sides" and "the rebels" are, where a report leaves no doubt about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extraction.actors_found import Found, Who, head_of
from dragoman.language import Document, Token

_SIDES = ("side", "party")
_REBELS = "group:rebels"
# How many sentences back the two that "both sides" means may be named together.
_REACH = 3


def with_sides(document: Document, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` with "both sides" led to the two parties, "the rebels" to the one group.

    Two mentions of one stretch of text then stand for "both sides", one of each party.
    """
    rebels = _the_rebels(document, found)
    named = min((one.first for one in found if rebels and one.key == rebels.key), default=0)
    known = [
        msgspec.structs.replace(one, who=rebels)
        # "Rebels said" before anybody has named the group may be any rebels, but in a headline.
        if rebels
        and one.key == _REBELS
        and (one.first > named or document.sentence_of(one.first).headline)
        else one
        for one in found
    ]
    known.sort(key=lambda one: one.first)
    result = []
    for one in known:
        parties = _parties(document, one, known) if _is_sides(document, one) else ()
        result += [msgspec.structs.replace(one, who=who) for who in parties] or [one]
    return result


def _the_rebels(document: Document, found: Sequence[Found]) -> Who | None:
    """Return the only named armed group of the report, when it is called rebel there."""
    groups = {one.key: one.who for one in found if _is_group(one.who) and one.who.named}
    if len(groups) != 1:
        return None
    called = any(
        document.tokens[i].lower in ("rebel", "rebels")
        for one in found
        if one.key in groups and one.form != "pronoun"
        for i in (max(one.first - 1, 0), *range(one.first, one.last))
    )
    return next(iter(groups.values())) if called else None


def _is_group(who: Who) -> bool:
    return who.type == "armed_group"


def _is_sides(document: Document, one: Found) -> bool:
    token = document.tokens[one.last - 1]
    words = {t.lower for t in document.tokens[one.first : one.last - 1]}
    return (
        not one.who.named
        and token.lemma in _SIDES
        and token.tag == "NNS"
        and bool(words & {"both", "two", "warring"})
        and not words & {"all", "three", "some", "other"}
    )


def _parties(document: Document, sides: Found, found: Sequence[Found]) -> tuple[Who, ...]:
    """Return the two parties that "both sides" means, none when that is not sure."""
    before = [one for one in found if one.last <= sides.first and _may_be_party(one)]
    urging = set(_urging(document, sides))
    near = [one for one in before if not _heads(document, one) & urging]
    return _named_together(document, sides, near) or _in_all(near)


def _may_be_party(one: Found) -> bool:
    who = one.who
    body = who.type in ("state", "government") or _is_group(who)
    return body and one.form != "adjective" and (who.named or who.sector in ("REB", "MIL", "GOV"))


def _heads(document: Document, one: Found) -> set[int]:
    return {head_of(document, one.first, one.last).i}


def _urging(document: Document, sides: Found) -> Iterator[int]:
    """Yield the heads of those who do something to both sides: "X and Y urged both sides"."""
    head = head_of(document, sides.first, sides.last)
    for above in document.ancestors(head):
        for child in document.children(above):
            if child.dep in ("nsubj", "nsubjpass") and child.i < head.i:
                yield child.i
                yield from (t.i for t in document.subtree(child) if t.dep == "conj")


def _named_together(document: Document, sides: Found, before: Sequence[Found]) -> tuple[Who, ...]:
    """Return the two parties last joined by "and" in the sentences just before."""
    here = document.sentence_of(sides.first).i
    at = {head_of(document, one.first, one.last).i: one for one in before}
    for one in reversed(before):
        if here - document.sentence_of(one.first).i > _REACH:
            break
        head = head_of(document, one.first, one.last)
        other = at.get(head.head) if head.dep == "conj" else None
        joined = [t for t in document.children(document.head(head)) if t.dep == "conj"]
        if other is None or len(joined) != 1 or _goes_on(document, head):
            continue
        if _side(other.who) != _side(one.who):
            return other.who, one.who
    return ()


def _goes_on(document: Document, token: Token) -> bool:
    return any(child.dep == "conj" for child in document.children(token))


def _side(who: Who) -> str:
    if who.type not in ("state", "government"):
        return who.key
    return who.country or ("government" if not who.named else who.key)


def _in_all(before: Sequence[Found]) -> tuple[Who, ...]:
    """Return a government and its one armed foe, when the report has named no others."""
    governments = [one.who for one in before if one.who.type == "government"]
    states = {_side(one.who) for one in before if one.who.type in ("state", "government")}
    if len(states) != 1 or not governments:
        return ()
    groups = {one.key: one.who for one in before if _is_group(one.who) and one.who.named}
    foes = groups or {one.key: one.who for one in before if one.key == _REBELS}
    if len(foes) != 1:
        return ()
    return _government(before) or governments[-1], next(iter(foes.values()))


def _government(before: Sequence[Found]) -> Who | None:
    """Return the government itself rather than its forces, where it is named."""
    ruling = [one.who for one in before if one.who.type == "government" and one.who.sector == "GOV"]
    return ruling[-1] if ruling else None
