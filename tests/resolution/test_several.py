from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.model import Judgement
from dragoman.resolution import resolve

KOST = "Mira Kost was murdered in Selmo on Saturday."
OREN = "Ilya Oren was murdered in Tarsk on Sunday."
BOTH = "The trial over the murders of Mira Kost and Ilya Oren has begun."


def extract(story: Any, text: str, trigger: str, day: str, on: str | None, *whom: str) -> Any:
    one = story(text, source=f"{day}.txt", outlet=day, day=day)
    one.account(trigger, day=on, recipients=tuple(one.actor(name) for name in whom))
    return one.extract()


def murders(story: Any, second: str | None) -> list[Any]:
    """Return two murders, each told three times, and one account of both."""
    return [
        *(
            extract(story, f"{KOST}{tail}", "murdered", f"2019-03-0{k}", "2019-03-02", "Mira Kost")
            for k, tail in ((4, ""), (5, " It rained."), (6, " It snowed."))
        ),
        *(
            extract(story, f"{OREN}{tail}", "murdered", f"2019-11-0{k}", second, "Ilya Oren")
            for k, tail in ((7, " It snowed."), (8, ""), (9, " It rained."))
        ),
        extract(story, BOTH, "murders", "2020-02-01", None, "Mira Kost", "Ilya Oren"),
    ]


@pytest.mark.parametrize("second", ["2019-11-03", None])
def test_an_account_of_two_murders_becomes_one_of_each(story: Any, second: str | None) -> None:
    record = resolve(murders(story, second))
    assert sorted(len(event.accounts) for event in record.events) == [4, 4]
    parts = [a for a in record.accounts if a.trigger.quote == "murders"]
    assert sorted(len(part.recipients) for part in parts) == [1, 1]


def test_what_is_told_of_two_victims_of_one_deed_stays_one_account(story: Any) -> None:
    both = "Mira Kost and Ilya Oren were murdered on Saturday."
    extracts = [
        extract(story, f"{both}{tail}", "murdered", f"2019-03-0{k}", "2019-03-02",
                "Mira Kost", "Ilya Oren")
        for k, tail in ((4, ""), (5, " It rained."))
    ]  # fmt: skip
    record = resolve([*extracts, *murders(story, "2019-03-02")])
    assert len(record.events) == 1
    assert len(record.accounts) == 9


def test_of_two_murders_told_in_one_word_one_can_be_rejected(story: Any) -> None:
    extracts = murders(story, "2019-11-03")
    parts = [a for a in resolve(extracts).accounts if a.trigger.quote == "murders"]
    for one, other in (parts, parts[::-1]):
        when = dt.datetime(2020, 3, 1)
        out = Judgement(id="jud-1", decision="reject", subject=one.id, when=when)
        kept = resolve(extracts, judgements=[out]).accounts
        assert [a.id for a in kept if a.trigger.quote == "murders"] == [other.id]
