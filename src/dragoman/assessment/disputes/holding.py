"""Who holds a whole town: two holders at once, and losses that are denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.control import holders
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute

# Towns change hands: two holders on days further apart than this held it one after the other.
DAYS = 1
# A loss is denied in the days after it is told.
ANSWER_DAYS = 4


def holding_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over whole places, by the statements' words.

    Rule "two in full control": two sides say on one day that two actors hold all of one place.
    Rule "loss denied": a place is told as taken, and within days somebody denies its loss.
    """
    whole = [(s, *found) for s in said if (found := _whole(index, s))]
    for (a, one, place), (b, other, elsewhere) in combinations(whole, 2):
        rivals = place == elsewhere and not index.same_side(one, other)
        if rivals and _near(a, b, DAYS) and not index.same_side(a.speaker, b.speaker):
            name = index.places.name(place)
            stances = [(a, one), (b, other)]
            found_one = dispute(
                index,
                "control",
                "two in full control",
                f"Who holds {name}?",
                [s.stance(index, f"held by {index.name(who)}") for s, who in stances],
                why=f"Two sides say on one day that all of {name} is held by "
                f"{index.name(one)} and by {index.name(other)}.",
            )
            if found_one:
                yield found_one
    yield from _losses(index, said)


def _whole(index: Index, statement: Statement) -> tuple[str, str] | None:
    """Return who holds all of which place, by a statement's words."""
    match = find("holds_all", statement.words)
    if match is None or (statement.claim and statement.claim.act in ("deny", "predict")):
        return None
    before = statement.words[: match.start()]
    names = [
        i
        for i in holders(index, statement, "holds_all")
        if any(name in before for name in index.actors[i].names)
    ]
    places = [i for span, i in statement.spots if span.start >= match.end() - 1]
    return (names[0], places[0]) if names and places else None


def _near(a: Statement, b: Statement, days: int) -> bool:
    return bool(a.day and b.day and abs((a.day - b.day).days) <= days)


def _losses(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    denials = [
        s for s in said if s.claim and s.claim.act == "deny" and find("lost", s.words) and s.spots
    ]
    for denial in denials:
        place = denial.spots[0][1]
        taken = [
            s
            for s in said
            if (find("taken", s.words) or find("gone", s.words))
            and (s.claim is None or s.claim.act in ("assert", "confirm", "other"))
            and any(i == place for _, i in s.spots)
            and _near(s, denial, ANSWER_DAYS)
            and not index.same_side(s.speaker, denial.speaker)
        ]
        found = dispute(
            index,
            "control",
            "loss denied",
            f"Was {index.places.name(place)} lost?",
            [*(s.stance(index, "taken") for s in taken), denial.stance(index, "loss denied")],
            why="It is told as taken; within days its loss is denied.",
        )
        if found:
            yield found
