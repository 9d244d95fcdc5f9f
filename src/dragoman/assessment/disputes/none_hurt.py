"""None against some: "no civilian was harmed", where another voice counts the dead of the deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_account
from dragoman.assessment.disputes.bygone import names_earlier
from dragoman.assessment.disputes.clashing import comparable
from dragoman.assessment.disputes.counting import (
    is_body,
    of_no_state,
    of_the_state,
    one_name,
    one_voice,
    two_bodies,
)
from dragoman.assessment.disputes.deeds import by_one_means
from dragoman.assessment.disputes.figures import (
    Figure,
    around,
    is_some,
    was_done,
    whom,
    words,
)
from dragoman.assessment.disputes.growth import DAYS
from dragoman.assessment.disputes.parts import included
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import foes, kinds
from dragoman.assessment.disputes.spots import one_spot, two_spots
from dragoman.assessment.disputes.which import how_many, setting
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Account, Count, Dispute

# Who says that nobody was hurt speaks of the deed told at most so many characters before.
BEFORE = 400
# "On its side" stands right after.
BESIDE = 40
# What "no casualties" answers; "nobody was killed" leaves the wounded open.
_ANSWERS = {
    "killed": ("killed",),
    "injured": ("injured",),
    "casualties": ("killed", "injured", "casualties"),
}
_TOLD = ("happened", "ongoing", "denied")


def none_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between who says that a deed hurt nobody, and who counts its victims.

    Rule "none against some": one voice says that none were killed or hurt, in a deed of which
    another counts some; both of all people, of civilians, or of one side's fighters. A report says
    so itself of a deed whose victims somebody counted in another one, no later.
    """
    for account in index.record.accounts:
        for count in account.counts:
            if is_none(count) and count.what in _ANSWERS and account.status in _TOLD:
                none = Figure(index.of_figure(account, count), count, 0)
                said = none.account.claim is not None and is_body(index, none.account)
                own = none.account.claim is None
                some = _some(index, none) if said or own else []
                if own:
                    some = [one for one in some if _told_since(index, one.account, none.account)]
                if some and (found := _dispute(index, none, some)):
                    yield found


def _told_since(index: Index, some: Account, none: Account) -> bool:
    """Return whether a report that hurts nobody is no earlier than another's that counts some."""
    first, second = index.published(some.report), index.published(none.report)
    if some.report == none.report or first is None or second is None:
        return False
    return first <= second and is_body(index, some)


def is_none(count: Count) -> bool:
    """Return whether a count is of nobody: "no casualties"."""
    return count.high == 0


def _some(index: Index, none: Figure) -> list[Figure]:
    """Return the figures that cannot be right where a deed hurt nobody."""
    told = [
        Figure(index.of_figure(account, count), count, 0)
        for event in _deeds(index, none.account)
        for account in index.accounts_of(index.events[event])
        if was_done(account)
        for count in account.counts
        if count.what in _ANSWERS[none.count.what] and count.low
        if not is_some(index, account, count) and not included(index, count)
    ]
    return [some for some in told if _excludes(index, none, some)]


def _deeds(index: Index, account: Account) -> list[str]:
    """Return the events that an account may be of: its own, and that of the deed just told."""
    start = account.evidence[0].start
    before = [
        one
        for one in index.record.accounts
        if one.report == account.report
        and one.type == "ASSAULT"
        and was_done(one)
        and account.trigger.start - one.trigger.start >= 0
        and start - one.evidence[0].end <= BEFORE
    ]
    last = max(before, key=lambda one: one.trigger.start, default=None)
    near = [one for one in before if last and one.evidence[0] == last.evidence[0]]
    return list(dict.fromkeys([account.event, *(one.event for one in near)]))


def _excludes(index: Index, none: Figure, some: Figure) -> bool:
    a, b = none.account, some.account
    if not _whom(index, none, some) or not _two_voices(index, a, b):
        return False
    if not comparable(index, a, b) or _later(index, a, b):
        return False
    if index.places.relation(a.place, b.place) in ("near", "apart") or two_spots(index, a, b):
        return False
    if a.report != b.report and not (one_spot(index, a, b) or index.alike(a, b)):
        return False
    old = any(names_earlier(x.evidence[0].quote, index.published(x.report)) for x in (a, b))
    return by_one_means(a, b) and not old


def _two_voices(index: Index, a: Account, b: Account) -> bool:
    """Return whether two voices speak, not of one side."""
    if not independent(index, a, b) or one_name(index, a, b) or one_voice(index, a, b):
        return False
    return not index.same_side(index.speaker(a), index.speaker(b))


def _later(index: Index, none: Account, some: Account) -> bool:
    """Return whether victims are counted later than somebody said that there were none."""
    first, second = index.published(none.report), index.published(some.report)
    if first is None or second is None or first >= second:
        return False
    return not (two_bodies(index, none, some) and (second - first).days <= DAYS)


def _whom(index: Index, none: Figure, some: Figure) -> bool:
    """Return whether both speak of the same people: everybody, civilians, one side's fighters.

    Who says "no losses" or "none of our men" speaks of his own side's fighters.
    """
    of, other = none.count.of or "", some.count.of or ""
    if find("own_men", of) or find("own_men", around(none)[1][:BESIDE]):
        fighters = kinds(other) == {"fighters"}
        side = "soldiers" if of_the_state(index, none.account) else "rebels"
        known = of_the_state(index, none.account) or of_no_state(index, none.account)
        return fighters and known and not foes(side, other)
    if not kinds(of):
        return kinds(other) != {"fighters"}  # whoever says so may speak of the people of a place
    return (kinds(of) == kinds(other) and not foes(of, other)) or (
        kinds(of) == {"civilians"} and not kinds(other)
    )


def _dispute(index: Index, none: Figure, some: Sequence[Figure]) -> Dispute | None:
    event = index.events[some[0].account.event]
    yes = [from_account(index, f.account, words(f.count)) for f in some]
    no = from_account(index, none.account, words(none.count))
    return dispute(
        index,
        "number",
        "none against some",
        how_many(index, event, whom(some[0].count), [f.account for f in some]),
        [*yes, no],
        why=f"{tellers(index, [no])}: {no.position.stance}; {tellers(index, yes)} counted some. "
        f"Both speak of one deed ({setting(index, event)}).",
        event=event.id,
    )
