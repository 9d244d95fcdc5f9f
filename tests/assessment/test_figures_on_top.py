from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment.disputes.figures import is_some
from dragoman.assessment.index import Index
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("words", "some"),
    [("Another 27 civilians", True), ("27 civilians", False)],
)
def test_another_so_many_come_on_top_of_those_told_of_before(
    story: Any, words: str, some: bool
) -> None:
    one = story(f"Shells killed 12 people in Selmo. {words} were killed.")
    one.account("were killed", counts=(("killed", 27, 27, words),))
    index = Index(resolve([one.extract()]))
    (account,) = index.record.accounts
    assert is_some(index, account, account.counts[0]) is some


def test_another_so_many_of_another_place_are_all_of_that_place(story: Any) -> None:
    one = story("Shells killed 12 people in Selmo.\nAnother 27 were killed in Ostrin.")
    ostrin, where = one.place("Ostrin"), one.words("Ostrin")
    counts = (("killed", 27, 27, "27"),)
    one.account("were killed", place=ostrin, place_evidence=where, counts=counts)
    index = Index(resolve([one.extract()]))
    (account,) = index.record.accounts
    assert not is_some(index, account, account.counts[0])


def test_who_was_among_the_dead_is_some_of_them(story: Any) -> None:
    one = story("Ten children were among those killed by shells on Selmo.")
    one.account("killed", counts=(("killed", 10, 10, "Ten"),))
    index = Index(resolve([one.extract()]))
    (account,) = index.record.accounts
    assert is_some(index, account, account.counts[0])


@pytest.mark.parametrize(("words", "some"), [("five other priests", True), ("six priests", False)])
def test_others_than_those_named_come_on_top_of_them(story: Any, words: str, some: bool) -> None:
    one = story(f"The rector and {words} were murdered in Selmo.")
    count = words.split(" ", 1)
    one.account("murdered", counts=(("killed", 5, 5, count[0]),))
    (told,) = one.accounts
    one.accounts[0] = replace(told, counts=(replace(told.counts[0], of=count[1]),))
    index = Index(resolve([one.extract()]))
    (account,) = index.record.accounts
    assert is_some(index, account, account.counts[0]) is some
