from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment.disputes.settings import when_dispute
from dragoman.assessment.index import Index
from dragoman.model import Dates
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("before", "day", "found"), [("", "Friday", True), ("Friday. ", "", False)]
)
def test_a_day_that_the_sentence_itself_does_not_give_is_not_set_against_another(
    story: Any, before: str, day: str, found: bool
) -> None:
    accounts, extracts = [], []
    told = (
        ("Raids hit Selmo on Thursday.", "2019-03-07"),
        (f"{before}\nRaids hit {day}", "2019-03-08"),
    )
    for k, (text, date) in enumerate(told):
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day="2019-03-09")
        one.account("Raids")
        words = one.words("Thursday" if k == 0 else "Friday")
        given = Dates.day(dt.date.fromisoformat(date), words)
        one.accounts[-1] = replace(one.accounts[-1], date=given)
        accounts.append(one.accounts[-1])
        extracts.append(one.extract())
    record = resolve(extracts)
    index = Index(record)
    ours = [replace(a, event=record.events[0].id) for a in accounts]
    assert (when_dispute(index, record.events[0], ours) is not None) is found
