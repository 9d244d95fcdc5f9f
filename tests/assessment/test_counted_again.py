"""A body that counts the dead of what its report began with, far on or as all of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.tolls import toll_disputes
from dragoman.assessment.index import Index
from dragoman.resolution import resolve

FAR = "The war in Varnia is in its third year and talks have brought nothing.\n" * 9


def found(
    story: Any,
    second: str,
    between: str = "",
    who: str = "Red Crescent of Garn",
    first: str = "A bomb at a bakery in Selmo killed 19 people, an official said.",
) -> int:
    """Return how many disputes a report makes, of 19 dead to somebody and 15 to a body."""
    one = story(f"{first}\n{between}The {who} said {second}.", "2019-03-05")
    body, speaker = first.rsplit(", ", 1)
    nameless = {"named": False} if speaker.startswith("an ") else {}
    told = one.claim(one.actor(speaker.removesuffix(" said."), "organisation", **nameless), body)
    own = one.claim(one.actor(who, "organisation"), second)
    one.account("killed", counts=(("killed", 19, 19, "19"),), claim=told)
    one.account(second, counts=(("killed", 15, 15, "15"),), claim=own)
    record = assess(resolve([one.extract()]))
    return len(list(toll_disputes(Index(record), ())))


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("its staff had listed 15 dead in total", 1),
        ("15 had died and that everyone was accounted for", 1),
        ("the bakery queue had cost 15 lives", 1),
        ("its staff had listed 15 dead", 0),
        ("its staff had listed 15 dead in total the night before", 0),
        ("apart from the bakers its staff had listed 15 dead in total", 0),
    ],
)
def test_a_count_of_all_the_dead_is_of_the_deed_before_it(
    story: Any, second: str, count: int
) -> None:
    assert found(story, second) == count


def test_a_final_count_that_is_lower_is_no_later_toll(story: Any) -> None:
    first = "A bomb in Selmo killed 19 people, the Observatory of Garn said."
    for second, count in (("the final count stood at 15", 1), ("at first it counted 15", 0)):
        assert found(story, second, first=first) == count


def test_a_bare_toll_far_on_is_of_what_its_report_begins_with(story: Any) -> None:
    first = "A bomb in Selmo killed 19 people, the Observatory of Garn said."
    assert found(story, "15 had died", FAR, first=first) == 1
    assert found(story, "shells had killed 15", FAR, first=first) == 0


def test_a_spokesman_for_a_body_counts_for_it(story: Any) -> None:
    first = "A bomb in Selmo killed 19 people, the Observatory of Garn said."
    for who, count in (("police spokesman", 1), ("official", 0)):
        one = story(f"{first}\nThe {who} said 15 had died.", "2019-03-05")
        told = one.claim(one.actor("Observatory of Garn", "organisation"), first[:36])
        own = one.claim(one.actor(who, "organisation", named=False), "15 had died")
        one.account("killed", counts=(("killed", 19, 19, "19"),), claim=told)
        one.account("15 had died", counts=(("killed", 15, 15, "15"),), claim=own)
        record = assess(resolve([one.extract()]))
        assert len(list(toll_disputes(Index(record), ()))) == count


def _of(sentence: str, number: str) -> str | None:
    found = re.search(rf"{number} (soldiers|rebels|children)", sentence)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("A bomb in Selmo killed 19 soldiers", "23 had died", 1),
        ("A bomb in Selmo killed 19 soldiers", "23 had died in all", 0),
        ("A bomb in Selmo killed 19 soldiers", "23 rebels had died", 0),
        ("A bomb in Selmo killed 19 children", "23 had died", 0),
        ("A bomb in Selmo killed 19 soldiers and 2 rebels", "23 had died", 0),
    ],
)
def test_a_bare_figure_is_of_those_whom_the_one_before_counts(
    story: Any, first: str, second: str, count: int
) -> None:
    one = story(f"{first}, the army said.\nThe Observatory of Garn said {second}.", "2019-03-05")
    told = one.claim(one.actor("army", "government", country="VA"), first)
    own = one.claim(one.actor("Observatory of Garn", "organisation"), second)
    counts = [("killed", int(n), int(n), n) for n in re.findall(r"\d+", first)]
    one.account("killed", counts=tuple(counts), claim=told)
    one.account(second, counts=(("killed", 23, 23, "23"),), claim=own)
    one.accounts = [
        replace(a, counts=tuple(replace(c, of=_of(sentence, c.evidence.quote)) for c in a.counts))
        for a, sentence in zip(one.accounts, (first, second), strict=True)
    ]
    record = assess(resolve([one.extract()]))
    assert len(list(toll_disputes(Index(record), ()))) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [("14 had died", 1), ("140 had died", 0)],
)
def test_what_the_report_tells_between_hides_no_figure_that_somebody_gave(
    story: Any, second: str, count: int
) -> None:
    first = "Militiamen killed 19 people in Selmo, the army said."
    text = f"{first}\nEleven bodies lay in the square.\nThe Observatory of Garn said {second}."
    one = story(text, "2019-03-05")
    told = one.claim(one.actor("army", "government", country="VA"), first[:36])
    own = one.claim(one.actor("Observatory of Garn", "organisation"), second)
    one.account("killed", counts=(("killed", 19, 19, "19"),), claim=told)
    one.account("bodies", counts=(("killed", 11, 11, "Eleven"),))
    n = int(second.split()[0])
    one.account(second, counts=(("killed", n, n, str(n)),), claim=own)
    record = assess(resolve([one.extract()]))
    found = toll_disputes(Index(record), ())
    assert sum("19 killed" in {p.stance for p in one.positions} for one in found) == count


def test_a_sentence_that_goes_on_counting_gives_no_other_toll(story: Any) -> None:
    one = story("The press told of 19 bodies, five missing, 15 people killed in raids, Orim said.")
    press = one.claim(one.actor("the press", "organisation"), "19 bodies")
    orim = one.claim(one.actor("League of Orim", "organisation"), "15 people killed in raids")
    one.account("bodies", counts=(("killed", 19, 19, "19"),), claim=press)
    one.account("killed in raids", counts=(("killed", 15, 15, "15"),), claim=orim)
    assert list(toll_disputes(Index(assess(resolve([one.extract()]))), ())) == []
