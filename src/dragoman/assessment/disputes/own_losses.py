"""One side's losses as it tells them, against its foe's count: "we lost two", "40 rebels died"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import names_earlier
from dragoman.assessment.disputes.counting import is_body, one_name, one_voice
from dragoman.assessment.disputes.figures import (
    Figure,
    around,
    is_some,
    meet,
    of_one_span,
    start_of,
    was_done,
)
from dragoman.assessment.disputes.growth import is_early
from dragoman.assessment.disputes.losses import lost_by, sides_in
from dragoman.assessment.disputes.other_deeds import told_apart
from dragoman.assessment.disputes.parts import included
from dragoman.assessment.disputes.poles import find, is_rebels
from dragoman.assessment.disputes.saying import figures_told, who_told
from dragoman.assessment.disputes.scopes import kinds
from dragoman.assessment.disputes.spots import two_spots
from dragoman.assessment.disputes.which import setting, where
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Dispute

# One side answers the other at most so many characters on.
APART = 1200
# The noun of a figure ends so many characters after it; a name's first letters: Varnia, Varnian.
_NOUN, _STEM = 30, 5
_WHAT = frozenset({"killed", "injured", "captured"})
_ARMY, _REBELS = "army", "rebels"


def loss_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between a side's count of its own losses and its foe's count of them.

    Rule "a side's losses": in one report a side at war gives fewer of its own men as lost than the
    other side says that it killed, hurt or captured of them, and no place, day or deed between
    speaks against their being of one fight.
    """
    told: dict[str, list[Figure]] = {}
    for account in index.record.accounts:
        if was_done(account):
            for count in account.counts:
                able = count.what in _WHAT and count.low and not included(index, count)
                if able and not is_some(index, account, count):
                    figure = Figure(index.of_figure(account, count), count, 0)
                    if figure.account.claim and is_body(index, figure.account):
                        told.setdefault(account.report, []).append(figure)
    for figures in told.values():
        own = [f for f in figures if _is_own(index, f)]
        for mine in own:
            others = [f for f in figures if _is_of_foe(index, f, mine) and _clash(index, f, mine)]
            for nearest in sorted(others, key=partial(_apart, mine))[:1]:
                if found := _dispute(index, nearest, mine):
                    yield found


def _apart(a: Figure, b: Figure) -> int:
    return abs(start_of(a) - start_of(b))


def _camp(index: Index, account: Account) -> str:
    """Return whose voice gives an account: a state's, an armed group's, "" where nobody knows."""
    speaker = index.actors.get(index.speaker(account) or "")
    if speaker is None:
        return ""
    able = (index.actors.get(i) for i in index.sides(speaker.id))
    name = " ".join([speaker.name, *(role.title for role in speaker.roles if role.title)])
    if is_rebels(name) or any(one is not None and one.type == "armed_group" for one in able):
        return _REBELS
    return _ARMY if find("of_the_state", name) else ""


def _is_own(index: Index, figure: Figure) -> bool:
    """Return whether a side counts its own men: "lost nine men", "five of its soldiers"."""
    if "civilians" in kinds(figure.count.of) or _is_enemy(figure):
        return False
    camp, lost = _camp(index, figure.account), lost_by(figure)
    if lost:
        return lost == {camp}
    own = sides_in(figure.count.of or "")
    return _says_own(figure) or (bool(own) and own == {camp} and not _names(figure))


def _is_of_foe(index: Index, figure: Figure, mine: Figure) -> bool:
    """Return whether somebody else counts the losses of the side that tells its own."""
    if figure is mine or _says_own(figure):
        return False
    camp, foe = _camp(index, figure.account), _camp(index, mine.account)
    if names := _names(figure):
        speaker = index.speaker(mine.account)
        whose = f"{index.name(speaker)} {index.side_name(speaker)}" if speaker else ""
        return any(name[:_STEM] in whose for name in names)
    lost = (lost_by(figure) or sides_in(figure.count.of or "")) - {"civilians"}
    if not lost:
        return _is_enemy(figure) and (camp != foe or not camp)
    own = {foe} - {""} or sides_in(mine.count.of or "")
    return camp not in lost and (lost == own or (bool(camp) and not own))


def _says_own(figure: Figure) -> bool:
    before, after = around(figure)
    return bool(find("comrades", after[:_NOUN]) or find("own_loss", before))


def _is_enemy(figure: Figure) -> bool:
    return find("foes_men", f"{figure.count.of or ''} {around(figure)[1][:_NOUN]}") is not None


def _names(figure: Figure) -> set[str]:
    """Return the names in the noun that a figure counts: "eight Varnian soldiers"."""
    return set(re.findall(r"\b[A-Z]\w{3,}", figure.count.of or ""))


def _clash(index: Index, theirs: Figure, mine: Figure) -> bool:
    a, b = theirs.account, mine.account
    if theirs.count.what != mine.count.what or _apart(theirs, mine) > APART:
        return False
    if meet(theirs.count, mine.count) or theirs.size < mine.size:
        return False
    if not independent(index, a, b) or one_voice(index, a, b) or one_name(index, a, b):
        return False
    if index.same_side(index.speaker(a), index.speaker(b)) or is_early(mine):
        return False
    days = a.date is None or b.date is None or a.date.overlaps(b.date)
    if not days or not of_one_span(a, b) or told_apart(index, theirs, mine):
        return False
    if two_spots(index, a, b) or index.places.relation(a.place, b.place) in ("near", "apart"):
        return False
    return not any(names_earlier(x.evidence[0].quote, index.published(x.report)) for x in (a, b))


def _dispute(index: Index, theirs: Figure, mine: Figure) -> Dispute | None:
    stances = figures_told(index, [theirs, mine])
    event = index.events[theirs.account.event]
    speaker = index.speaker(mine.account)
    whose = re.sub(r"^(?:An?|The)\b", lambda m: m[0].lower(), index.side_name(speaker))
    at = where(index, event, [theirs.account])
    return dispute(
        index,
        "number",
        "a side's losses",
        f"How many were {mine.count.what} on the side of {whose}{at}?",
        stances,
        why=f"{who_told(index, stances)}. One tells its own losses, the other counts them "
        f"({setting(index, event)}).",
        event=event.id,
        certainty=0.9,
    )
