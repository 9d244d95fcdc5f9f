"""Tolls said to be wrong without another number: "activists say that the toll is much higher"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_account
from dragoman.assessment.disputes.figures import Figure, whom, words
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.tolls import tolls_told
from dragoman.assessment.disputes.wording import how_many, plain, setting, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute

# The toll that is called wrong stands at most this many characters before.
_NEAR = 400


def unnumbered_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between a toll and who says right after it that it is higher, or lower.

    Rule "said to be higher": "the coalition admits 735 deaths; activists say it is many more".
    """
    told: dict[str, list[Figure]] | None = None
    for statement in said:
        said_so = statement.claim is not None
        wrong = find("toll_is_other", statement.evidence.quote) if said_so else None
        if wrong is None:
            continue
        told = tolls_told(index) if told is None else told
        at = statement.evidence.start + wrong.start()
        before = [f for f in told.get(statement.report, ()) if f.count.evidence.end <= at]
        last = max(before, key=lambda f: f.count.evidence.start, default=None)
        if last is None or at - last.count.evidence.end > _NEAR:
            continue
        teller = index.speaker(last.account)
        if teller is not None and index.same_side(teller, statement.speaker):
            continue
        found = _dispute(index, last, statement, plain(wrong.group()))
        if found:
            yield found


def _dispute(index: Index, toll: Figure, statement: Statement, stance: str) -> Dispute | None:
    event = index.events[toll.account.event]
    stances = [
        from_account(index, toll.account, words(toll.count)),
        statement.stance(index, stance),
    ]
    first, second = (tellers(index, [one]) for one in stances)
    return dispute(
        index,
        "number",
        "said to be higher",
        how_many(index, event, whom(toll.count)),
        stances,
        why=f"{first}: {words(toll.count)}; {second}: {stance}. The second answers the figure "
        f"right before it, and gives no other ({setting(index, event)}).",
        event=event.id,
    )
