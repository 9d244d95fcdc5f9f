from __future__ import annotations

from typing import Any

from dragoman.assessment.by_report import found_in
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement, statements
from dragoman.memo import Memo
from dragoman.model import Extract
from dragoman.resolution import resolve


def speaking(story: Any, name: str, speaker: str) -> Extract:
    """Return what one report holds: two claims of one speaker."""
    one = story("the bridge was closed. the road was open.", "2019-03-04", name)
    who = one.actor(speaker, "organisation")
    one.claim(who, "the bridge was closed")
    one.claim(who, "the road was open")
    found: Extract = one.extract()
    return found


class Speakers:
    """The names of who speaks of a bridge, and the reports in which they were looked for."""

    def __init__(self) -> None:
        self.memo, self.looked = Memo(), set[str]()

    def __call__(self, *told: Extract) -> list[str]:
        index = Index(resolve(told, memo=self.memo), self.memo)
        self.looked = set()
        found = list(found_in(index, "speakers", statements(index), self._named))
        self.memo.turn()
        return found

    def _named(self, index: Index, said: Statement) -> str | None:
        self.looked.add(index.reports[said.report].source)
        return index.name(said.speaker) if "bridge" in said.words else None


def test_one_more_report_is_the_only_one_in_which_is_looked(story: Any) -> None:
    find = Speakers()
    first, second = (speaking(story, f"{n}.txt", f"League of {n}") for n in ("Selmo", "Tarsk"))
    assert find(first) == ["League of Selmo"]
    assert sorted(find(first, second)) == ["League of Selmo", "League of Tarsk"]
    assert find.looked == {"Tarsk.txt"}
    assert find(first) == ["League of Selmo"]
    assert find.looked == set()


def test_a_report_is_looked_at_again_when_what_was_asked_about_it_is_other(story: Any) -> None:
    find = Speakers()
    first = speaking(story, "a.txt", "League")
    assert find(first) == ["League"]
    renamed = speaking(story, "a.txt", "Front")
    assert find(renamed) == ["Front"]
    assert find.looked == {"a.txt"}
