from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.assessment import assess
from dragoman.model import Decision, Judgement
from dragoman.resolution import resolve
from dragoman.resolution.judging import rejected


def judged(decision: Decision, subject: str, day: int = 1, *, withdrawn: bool = False) -> Judgement:
    when = dt.datetime(2019, 3, day, tzinfo=dt.UTC)
    return Judgement(
        id=f"jud-{decision}-{day}",
        decision=decision,
        subject=subject,
        when=when,
        withdrawn=when if withdrawn else None,
    )


def test_the_latest_standing_word_counts() -> None:
    assert rejected([judged("reject", "x", 1)]) == {"x"}
    assert rejected([judged("reject", "x", 1), judged("accept", "x", 2)]) == frozenset()
    assert rejected([judged("reject", "x", 1, withdrawn=True)]) == frozenset()


def test_with_a_rejected_claim_goes_what_rests_on_it(story: Any) -> None:
    one = story("Rebels shelled Selmo and will free 20 men, the monitor said.")
    speaker = one.actor("the monitor", "organisation")
    claim = one.claim(speaker, "Rebels shelled Selmo and will free 20 men")
    one.account("shelled", claim=claim)
    one.promise(speaker, "free 20 men", claim=claim)
    extract = one.extract()
    record = resolve([extract], judgements=[judged("reject", claim)])
    assert (record.claims, record.accounts, record.events, record.commitments) == ((), (), (), ())
    assert len(resolve([extract]).accounts) == 1


def test_a_rejected_dispute_is_left_out(story: Any) -> None:
    extracts = []
    for k, killed in enumerate((9, 14)):
        text = f"An airstrike on a market in Selmo, said {'ab'[k]}, killed {killed} people."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}")
        counts = (("killed", killed, killed, str(killed)),)
        one.account(
            "airstrike", mode="aerial", day="2019-03-02", place=one.place("Selmo"), counts=counts
        )
        extracts.append(one.extract())
    record = resolve(extracts)
    (dispute,) = assess(record).disputes
    assert assess(record, judgements=[judged("reject", dispute.id)]).disputes == ()
