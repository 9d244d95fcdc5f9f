"""Tolls said to be wrong without another number: "activists say that the toll is much higher"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import Stance, dispute, from_account, from_words
from dragoman.assessment.disputes.figures import Figure, whom, words
from dragoman.assessment.disputes.poles import every, find
from dragoman.assessment.disputes.tolls import tolls_told
from dragoman.assessment.disputes.which import how_many, setting
from dragoman.assessment.disputes.wording import plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Dispute, Event, Position, Span

# The toll that is called wrong stands at most this many characters before.
_NEAR = 1000


def unnumbered_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between a toll and who says right after it that it is higher, or lower.

    Rule "said to be higher": "the coalition admits 735 deaths; activists say it is many more".
    """
    cases: dict[tuple[str, str, str], list[Stance]] = {}
    tolls: dict[str, list[Figure]] = {}
    for stance, speaker in (*_claimed(index, said), *_of_others(index)):
        tolls = tolls or tolls_told(index)
        position = stance.position
        last = _just_before(tolls.get(position.evidence.report, ()), position)
        if last is None:
            continue
        teller = index.speaker(last.account)
        if not (teller and speaker and index.same_side(teller, speaker)):
            key = (last.account.event, whom(last.count), position.stance)
            told = from_account(index, last.account, words(last.count))
            cases.setdefault(key, []).extend((told, stance))
    for (event, of, words_for), stances in cases.items():
        found = _dispute(index, index.events[event], of, words_for, stances)
        if found:
            yield found


def _claimed(index: Index, said: Sequence[Statement]) -> Iterator[tuple[Stance, str | None]]:
    """Yield who says that a toll is higher: "activists say the toll is much higher"."""
    for statement in said:
        wrong = find("toll_is_other", statement.evidence.quote) if statement.claim else None
        if wrong is not None:
            yield statement.stance(index, plain(wrong.group())), statement.speaker


def _of_others(index: Index) -> Iterator[tuple[Stance, None]]:
    """Yield what the reports tell of others: "other reports put the death toll higher"."""
    for report in index.reports.values():
        for found in every("they_put_it_other", report.text):
            evidence = report.evidence(Span(*found.span()))
            yield from_words(index, evidence, plain(found.group()), report.published), None


def _just_before(told: Sequence[Figure], position: Position) -> Figure | None:
    """Return the last figure before some words, of the dead for a toll, if it stands near."""
    at = position.evidence.start
    dead = find("toll", position.stance) is not None
    before = [
        figure
        for figure in told
        if figure.count.evidence.end <= at and (figure.count.what == "killed" or not dead)
    ]
    last = max(before, key=lambda figure: figure.count.evidence.start, default=None)
    return last if last is not None and at - last.count.evidence.end <= _NEAR else None


def _dispute(
    index: Index, event: Event, of: str, stance: str, stances: Sequence[Stance]
) -> Dispute | None:
    by = {s: [x for x in stances if (x.position.stance == stance) is s] for s in (False, True)}
    told = [index.accounts[i] for x in by[False] if (i := x.position.account)]
    figures = " or ".join(dict.fromkeys(x.position.stance for x in by[False]))
    return dispute(
        index,
        "number",
        "said to be higher",
        how_many(index, event, of, told),
        stances,
        why=f"{tellers(index, by[False])}: {figures}; {tellers(index, by[True])}: {stance}. The "
        f"second answers the figure right before it, and gives no other ({setting(index, event)}).",
        event=event.id,
    )
