"""On whose soil it was: "came down in Varnia" against "crashed inside Karvelia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.assessment.by_report import found_in
from dragoman.assessment.disputes.answers import Answer, just_after
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import states_in
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute
from dragoman.resolution.names import fold

_SAYS = frozenset({"assert", "confirm", "accuse", "other"})
NOBODY = "nobody's"


def soil_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over the state in which something took place.

    Rule "on two states' soil": a side says of what was told of ("the plane", "it") that it was in
    one state, its waters or its airspace; another, right after, that it was in another's.
    """
    found = list(found_in(index, "soil", said, _answer))
    found.sort(key=lambda a: (index.order[a.said.report], a.said.evidence.start))
    for a, b in pairwise(found):
        one, other = a.said, b.said
        if a.held == b.held or not just_after(one, other):
            continue
        if index.same_side(one.speaker, other.speaker) or not (a.sure or b.sure):
            continue
        if find("own_troops", one.words) and find("own_troops", other.words):
            continue
        stances = [x.said.stance(index, x.said.words) for x in (a, b)]
        made = dispute(
            index,
            "place",
            "on two states' soil",
            "In whose territory was it?",
            stances,
            why=f"{tellers(index, stances)} name the soil, air or waters of two states.",
        )
        if made:
            yield made


def _answer(index: Index, said: Statement) -> Answer | None:
    """Return on whose soil a statement says that something known was."""
    if said.claim is None or said.claim.act not in _SAYS or of_old(said):
        return None
    if not find("known_subject", said.words) or find("negated", said.words):
        return None
    if found := find("on_soil", said.words):
        whose = next(filter(None, found.groups()))
        codes = states_in(whose)
        held = NOBODY if fold(whose) == "international" else min(codes, default=fold(whose))
        return Answer(said, held)
    if not find("came_down", said.words):
        return None
    places = [index.places.get(i) for _, i in said.spots]
    lands = {place.country for place in places if place}
    if len(lands) != 1 or not (code := min(filter(None, lands), default="")):
        return None
    return Answer(said, code, sure=find("craft", said.words) is not None)
