"""What was foretold for a day, against what was reported after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.control import Hold, holders, holds
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import day_words, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dates, Dispute

_YEAR_END = re.compile(
    r"\bby (?:the )?end of (?:the|this) year\b|\bby (?:the )?year[’']?s?[- ]end\b"
)
_FORETELLS = frozenset({"predict", "intend", "promise", "threaten", "assert", "other"})


class Foretold(msgspec.Struct, frozen=True):
    """An end foretold: all of ``actor`` (None: enemies at large) gone from ``place`` by ``due``."""

    statement: Statement
    actor: str | None
    place: str
    due: dt.date


def foretold_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield a dispute for each end that was foretold and not reached by what was reported later.

    Rule "foretold against reported after": it was said that all of an enemy would be gone from a
    place by a day; after that day somebody speaks of what still remains of it there.
    """
    left = [
        h
        for s in said
        for h in holds(index, s)
        if not h.gone and find("never_left", s.words) and _armed(index, h.actor)
    ]
    for one in (f for s in said for f in _foretold(index, s)):
        after = [h for h in left if _against(index, one, h)]
        if after:
            found = _build(index, one, after)
            if found:
                yield found


def _armed(index: Index, actor: str) -> bool:
    return not actor or index.actors[actor].type == "armed_group"


def _foretold(index: Index, statement: Statement) -> Iterator[Foretold]:
    act = statement.claim.act if statement.claim else None
    if act not in _FORETELLS or not find("foretold", statement.words):
        return
    due = _due(index, statement)
    named = [i for i in holders(index, statement, "foretold") if _armed(index, i)]
    at_large = find("enemies", statement.words) is not None
    places = [i for _, i in statement.spots] or list(statement.places)
    if due and places and (named or at_large):
        yield Foretold(statement, named[0] if named else None, places[0], due)


def _due(index: Index, statement: Statement) -> dt.date | None:
    """Return the day by which: of a commitment or an account in the claim, else of its words."""
    claim = statement.claim
    if claim is None:
        return None
    for commitment in index.record.commitments:
        if commitment.claim == claim.id and commitment.due:
            return commitment.due.end
    for account in index.record.accounts:
        end = account.date.end if account.date and account.claim == claim.id else None
        if end and statement.day and end > statement.day:
            return end
    if statement.day and _YEAR_END.search(statement.words):
        return dt.date(statement.day.year, 12, 31)
    return None


def _against(index: Index, one: Foretold, hold: Hold) -> bool:
    day = hold.statement.day
    named = one.actor is None or one.actor == hold.actor
    return bool(day and day > one.due and named and index.places.holds(one.place, hold.place))


def _build(index: Index, one: Foretold, after: Sequence[Hold]) -> Dispute | None:
    where, by = index.places.name(one.place), day_words(Dates.day(one.due))
    match = find("enemies", one.statement.words)
    name = index.name(one.actor) if one.actor else match.group() if match else "enemies"
    once = {h.statement.evidence: h for h in after}.values()
    foretold = one.statement.stance(index, f"all gone by {by}")
    remained = [h.statement.stance(index, f"some remained after {by}") for h in once]
    return dispute(
        index,
        "occurrence",
        "foretold against reported after",
        f"Were all {name} in {where} gone by {by}, as was foretold?",
        [foretold, *remained],
        why=f"{tellers(index, [foretold])} said that all {name} in {where} would be gone by {by}; "
        f"{tellers(index, remained)} spoke afterwards of those who remain there.",
        certainty=0.9,
    )
