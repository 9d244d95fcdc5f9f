"""Tolls said to be wrong without another number: "activists say that the toll is much higher"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import Stance, dispute, from_account
from dragoman.assessment.disputes.figures import Figure, whom, words
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.tolls import tolls_told
from dragoman.assessment.disputes.wording import how_many, plain, setting, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Event

# The toll that is called wrong stands at most this many characters before.
_NEAR = 400


def unnumbered_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between a toll and who says right after it that it is higher, or lower.

    Rule "said to be higher": "the coalition admits 735 deaths; activists say it is many more".
    """
    cases: dict[tuple[str, str, str], list[Stance]] = {}
    tolls: dict[str, list[Figure]] = {}
    for statement in said:
        said_so = statement.claim is not None
        wrong = find("toll_is_other", statement.evidence.quote) if said_so else None
        if wrong is None:
            continue
        tolls = tolls or tolls_told(index)
        at = statement.evidence.start + wrong.start()
        before = [f for f in tolls.get(statement.report, ()) if f.count.evidence.end <= at]
        last = max(before, key=lambda f: f.count.evidence.start, default=None)
        if last is None or at - last.count.evidence.end > _NEAR:
            continue
        teller = index.speaker(last.account)
        if teller is None or not index.same_side(teller, statement.speaker):
            stance = plain(wrong.group())
            key = (last.account.event, whom(last.count), stance)
            told = from_account(index, last.account, words(last.count))
            cases.setdefault(key, []).extend((told, statement.stance(index, stance)))
    for (event, of, stance), stances in cases.items():
        found = _dispute(index, index.events[event], of, stance, stances)
        if found:
            yield found


def _dispute(
    index: Index, event: Event, of: str, stance: str, stances: Sequence[Stance]
) -> Dispute | None:
    by = {s: [x for x in stances if (x.position.stance == stance) is s] for s in (False, True)}
    figures = " or ".join(dict.fromkeys(x.position.stance for x in by[False]))
    return dispute(
        index,
        "number",
        "said to be higher",
        how_many(index, event, of),
        stances,
        why=f"{tellers(index, by[False])}: {figures}; {tellers(index, by[True])}: {stance}. The "
        f"second answers the figure right before it, and gives no other ({setting(index, event)}).",
        event=event.id,
    )
