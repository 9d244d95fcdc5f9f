"""What is found holds while all that was asked is answered alike, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from dragoman.assessment.asking import Asking, asked
from dragoman.memo import Memo
from dragoman.model import Place


class Towns(Asking):
    """Towns and who holds them, which one town's holder tells of another's."""

    def __init__(self, memo: Memo, holders: dict[str, str]) -> None:
        super().__init__(memo)
        self.holders = self.watched("holders", holders)
        self._of = holders

    @asked
    def towns_of(self, holder: str) -> list[str]:
        return sorted(town for town, held_by in self._of.items() if held_by == holder)


class Finding:
    """What a rule finds, and how often it had to look."""

    def __init__(self) -> None:
        self.memo, self.looked = Memo(), 0

    def __call__(self, holders: dict[str, str], rule: Callable[[Towns], object]) -> object:
        index = Towns(self.memo, holders)

        def make() -> object:
            self.looked += 1
            return rule(index)

        found = index.kept("found", "one", (), make)
        self.memo.turn()
        assert found == rule(Towns(Memo(), holders))
        return found


def test_what_was_not_asked_for_may_change() -> None:
    find = Finding()
    for other in ("army", "rebels", "nobody"):
        assert find({"Selmo": "army", "Lirra": other}, lambda i: i.holders["Selmo"]) == "army"
    assert find.looked == 1


def test_another_answer_is_found_anew() -> None:
    find = Finding()
    for holder in ("army", "rebels", "rebels", "army"):
        assert find({"Selmo": holder}, lambda i: i.holders["Selmo"]) == holder
    assert find.looked == 3


def test_what_was_not_there_is_an_answer_too() -> None:
    find = Finding()
    for holders, there in (({}, False), ({"Lirra": "army"}, False), ({"Selmo": "army"}, True)):
        assert find(holders, lambda i: "Selmo" in i.holders) is there
    assert find.looked == 2


def test_a_question_counts_by_its_answer_and_not_by_what_it_looked_at() -> None:
    find = Finding()
    held = {"Selmo": "army", "Lirra": "rebels"}
    assert find(held, lambda i: i.towns_of("army")) == ["Selmo"]
    assert find({**held, "Tarsk": "rebels"}, lambda i: i.towns_of("army")) == ["Selmo"]
    assert find.looked == 1
    assert find({**held, "Tarsk": "army"}, lambda i: i.towns_of("army")) == ["Selmo", "Tarsk"]
    assert find.looked == 2


def test_who_looks_at_all_things_of_a_kind_looks_each_time() -> None:
    find = Finding()
    for holders in ({"Selmo": "army"}, {"Selmo": "army", "Lirra": "army"}):
        assert find(holders, lambda i: list(i.holders.values())) == ["army"] * len(holders)
    assert find.looked == 2


def test_another_thing_given_is_another_finding() -> None:
    memo, made = Memo(), list[int]()
    for given in (1, 1, 2):
        index = Towns(memo, {})

        def make(given: int = given) -> int:
            made.append(given)
            return given

        assert index.kept("found", "one", given, make) == given
        memo.turn()
    assert made == [1, 2]


def test_what_fails_is_not_kept_and_its_questions_are_forgotten() -> None:
    index = Towns(Memo(), {"Selmo": "army"})
    with pytest.raises(KeyError):
        index.kept("found", "one", (), lambda: index.holders["Lirra"])
    assert index.trail.asked is None
    assert index.kept("found", "one", (), lambda: index.holders["Selmo"]) == "army"


def test_who_asks_how_two_places_lie_asks_for_both_though_it_was_asked_before() -> None:
    memo, found = Memo(), list[str]()
    for lon in (40.0, 43.0):
        index = Asking(memo)
        selmo = Place(id="selmo", name="Selmo", type="town", lat=35.0, lon=40.0)
        tarsk = Place(id="tarsk", name="Tarsk", type="town", lat=35.0, lon=lon)
        places = index.watched_places((selmo, tarsk))
        for name in ("one", "other"):
            make = partial(places.relation, "selmo", "tarsk")
            found.append(index.kept("relations", name, (), make))
        memo.turn()
    assert found == ["near", "near", "apart", "apart"]


def test_things_that_are_made_later_are_compared_too() -> None:
    memo, looked = Memo(), list[str]()

    def find(holder: str) -> str:
        index = Towns(memo, {"Selmo": "army"})
        index.kept("found", "first", (), lambda: index.holders["Selmo"])
        later = index.watched("later", {"Lirra": holder})

        def make() -> str:
            looked.append(holder)
            return later["Lirra"]

        found = index.kept("found", "second", (), make)
        memo.turn()
        return found

    held = ["army", "army", "rebels"]
    assert [find(holder) for holder in held] == held
    assert looked == ["army", "rebels"]
