from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment.disputes.settings import when_dispute
from dragoman.assessment.index import Index
from dragoman.model import Dates
from dragoman.resolution import resolve


def two_days(story: Any, *told: tuple[str, str, str, str]) -> bool:
    """Whether raids told by text, word for the day, that day and the day of print are disputed."""
    accounts, extracts = [], []
    for k, (text, word, date, printed) in enumerate(told):
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day=printed)
        one.account("Raids" if "Raids" in text else "raids")
        given = Dates.day(dt.date.fromisoformat(date), one.words(word))
        one.accounts[-1] = replace(one.accounts[-1], date=given)
        accounts.append(one.accounts[-1])
        extracts.append(one.extract())
    record = resolve(extracts)
    ours = [replace(a, event=record.events[0].id) for a in accounts]
    return when_dispute(Index(record), record.events[0], ours) is not None


@pytest.mark.parametrize(
    ("before", "day", "found"), [("", "Friday", True), ("Friday. ", "", False)]
)
def test_a_day_that_the_sentence_itself_does_not_give_is_not_set_against_another(
    story: Any, before: str, day: str, found: bool
) -> None:
    first = "Raids hit Selmo on Thursday.", "Thursday", "2019-03-07", "2019-03-09"
    second = f"{before}\nRaids hit {day}", "Friday", "2019-03-08", "2019-03-09"
    assert two_days(story, first, second) is found


@pytest.mark.parametrize(("printed", "found"), [("2019-03-09", True), ("2019-03-07", False)])
def test_no_report_knows_a_day_after_its_own(story: Any, printed: str, found: bool) -> None:
    first = "Raids hit Selmo on Thursday.", "Thursday", "2019-03-07", printed
    second = "Selmo mourned on Saturday after raids.", "Saturday", "2019-03-09", "2019-03-09"
    assert two_days(story, first, second) is found


@pytest.mark.parametrize(
    ("voices", "date", "found"),
    [(2, "2019-03-05", True), (2, "2015-03-05", False), (0, "2019-03-05", False)],
)
def test_only_two_voices_of_one_report_give_a_deed_two_days_near_each_other(
    story: Any, voices: int, date: str, found: bool
) -> None:
    one = story("Raids hit Selmo on Thursday.\nSelmo was raided on Tuesday.", day="2019-03-09")
    for word, trigger, sentence, day in (
        ("Thursday", "Raids", "Raids hit Selmo on Thursday", "2019-03-07"),
        ("Tuesday", "raided", "Selmo was raided on Tuesday", date),
    ):
        claim = one.claim(one.actor(f"Voice of {word}"), sentence) if voices else None
        one.account(trigger, claim=claim)
        given = Dates.day(dt.date.fromisoformat(day), one.words(word))
        one.accounts[-1] = replace(one.accounts[-1], date=given)
    record = resolve([one.extract()])
    index = Index(record)
    ours = [replace(a, event=record.events[0].id) for a in one.accounts]
    assert (when_dispute(index, record.events[0], ours) is not None) is found


@pytest.mark.parametrize(
    ("words", "found"), [("nine days ago", False), ("last Tuesday", True), ("two weeks ago", False)]
)
def test_a_day_that_is_counted_back_may_be_the_one_beside_it(
    story: Any, words: str, found: bool
) -> None:
    first = "Raids hit Selmo on Wednesday.", "Wednesday", "2019-03-06", "2019-03-09"
    second = f"Selmo mourned after raids {words}.", words, "2019-03-05", "2019-03-14"
    assert two_days(story, first, second) is found


def test_two_days_that_are_both_told_loosely_may_be_two_days_apart(story: Any) -> None:
    first = "Raids hit Selmo nine days ago.", "nine days ago", "2019-03-05", "2019-03-14"
    second = "Selmo saw raids that night.", "that night", "2019-03-07", "2019-03-09"
    third = "Selmo saw raids on Thursday.", "Thursday", "2019-03-07", "2019-03-09"
    assert not two_days(story, first, second)
    assert two_days(story, first, third)
