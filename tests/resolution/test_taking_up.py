from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.library import build, read_extract
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.reading.items import Given
from dragoman.resolution import resolve

BLEW = "Two men blew themselves up outside a police station in Selmo on Monday."


def events(story: Any, sentence: str, **told: Any) -> int:
    """Return how many events a report makes that opens with an attack told of by a verb."""
    one = story(f"{BLEW}\n{sentence}", day="2019-03-05")
    place = one.place("Selmo")
    one.account("blew", mode="suicide-attack", day="2019-03-04", place=place)
    spoken = one.claim(one.actor("ministry", "organization"), told.pop("said"))
    one.account(told.pop("trigger"), claim=spoken, **told)
    return len(resolve([one.extract()]).events)


def test_the_attack_takes_up_what_a_verb_tells_of(story: Any) -> None:
    said = "one person had died and six were hurt in the attack"
    counts = (("killed", 1, 1, "one"),)
    told = {"said": said, "trigger": "attack", "counts": counts}
    assert events(story, f"The ministry said {said}.", **told) == 1


def test_a_noun_for_other_means_takes_nothing_up(story: Any) -> None:
    said = "one person had died in the shelling"
    assert events(story, f"The ministry said {said}.", said=said, trigger="shelling") == 2


def test_somebodys_bare_toll_is_of_the_attack_told_of(story: Any) -> None:
    said = "31 people were killed"
    told = {"said": said, "trigger": "killed", "counts": (("killed", 31, 31, "31"),)}
    assert events(story, f"The ministry later said that {said}.", **told) == 1


def test_a_toll_that_counts_on_is_of_another_attack(story: Any) -> None:
    said = "12 more people were killed"
    told = {"said": said, "trigger": "killed", "counts": (("killed", 12, 12, "12 more"),)}
    assert events(story, f"The ministry later said that {said}.", **told) == 2


def test_what_came_of_a_blow_is_of_it_whoever_suffered(story: Any) -> None:
    one = story("A shell landed by a school, killing two children, injuring nine teachers.")
    children, teachers = one.actor("children", named=False), one.actor("teachers", named=False)
    one.account("landed", mode="heavy-weapons", recipients=(children,))
    one.account("injuring", recipients=(teachers,))
    assert len(resolve([one.extract()]).events) == 1


def twice(story: Any, second: str, first: str = "38 people") -> int:
    text = f"A rebel offensive on the edges of Selmo killed {first}.\n" + "Talk. " * 120
    one = story(f"{text}\n{second}", day="2019-03-05")
    for trigger, quote in (("offensive", first), ("bombardment", "38")):
        one.account(trigger, counts=(("killed", 38, 38, quote),))
    return len(resolve([one.extract()]).events)


def test_one_large_toll_told_twice_in_a_report_is_of_one_deed(story: Any) -> None:
    assert twice(story, "Two days of heavy bombardment have killed 38, a monitor said.") == 1
    second = "Two days of bombardment killed scores: 38 by one count."
    assert twice(story, second, first="scores of people") == 2


def test_a_toll_that_a_body_puts_on_the_attack_is_of_it(story: Any) -> None:
    said = "the toll stood at 12"
    told = {"said": said, "trigger": "toll", "counts": (("killed", 12, 12, "12"),)}
    assert events(story, f"The ministry said {said}.", **told) == 1


def test_the_deadly_attack_takes_up_what_was_told_of_and_the_latest_one_does_not(
    story: Any,
) -> None:
    for word, expected in (("deadly", 1), ("latest", 2)):
        said = f"nine teachers had come to the scene of the {word} attack"
        told = {"said": said, "trigger": "attack"}
        assert events(story, f"The ministry said {said}.", **told) == expected


def test_who_were_among_the_dead_were_killed_in_the_deed_told_of(story: Any) -> None:
    one = story("At least nine people died in a raid.\nThree fighters were among the dead.")
    first = one.account("raid", day="2019-03-04", counts=(("killed", 9, None, "nine"),))
    one.account("the dead", day="2019-03-04", counts=(("killed", 3, 3, "Three"),))
    assert len(resolve([one.extract()]).events) == 2
    found = one.extract()
    start = next(a for a in found.accounts if a.id == first).counts[0].evidence.start
    parts = [
        replace(a, counts=tuple(replace(c, part_of=start) for c in a.counts))
        if a.id != first
        else a
        for a in found.accounts
    ]
    assert len(resolve([replace(found, accounts=parts)]).events) == 1


@pytest.mark.parametrize(("whose", "events"), [("our", 2), ("such", 1)])
def test_our_attacks_are_not_the_massacre_told_before(whose: str, events: int) -> None:
    text = (
        "The NFA speaks of the massacre at the Guild headquarters in Selmo.\n\nIt blames this "
        f"crime on Colonel Jan Novak, who promised to react to {whose} attacks on the staff."
    )
    given = Given(outlet="Post", published="2019-02-11")
    found = read_extract(Item(name="a.txt", content=text.encode(), form="text", given=given))
    assert isinstance(found, Extract)
    told = [a.event for a in build([found]).accounts if a.type == "ASSAULT"]
    assert len(set(told)) == events
