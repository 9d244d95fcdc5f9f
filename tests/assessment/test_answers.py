"""Two answers to one question about one deed: was it meant, and who were the people hit."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.model import Dispute
from dragoman.resolution import resolve

SPEAKERS = {
    "Varnia": {"kind": "state", "pack": "world:va", "country": "VA"},
    "the town council": {"kind": "organisation"},
    "the monitor": {"kind": "organisation"},
}


def found(story: Any, *said: tuple[str, str, str], between: str = "") -> list[Dispute]:
    """Return the disputes of one report in which (speaker, act, words) is said."""
    text = between.join(f"{who} spoke of it: {words}. " for who, _, words in said)
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    for who, act, words in said:
        kind = dict(SPEAKERS[who])
        one.claim(one.actor(who, kind.pop("kind"), **kind), words, act)
    return list(assess(resolve([one.extract()])).disputes)


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        ("the jets deliberately bombed the school", "the bombing was a mistake"),
        ("the raid on the clinic was intentional", "it had struck the clinic by accident"),
        ("the shells were fired at the market on purpose", "the market was hit by a stray shell"),
        ("the strike was no accident", "the strike was not deliberate"),
        ("the jets had bombed the clinic on purpose", "it was an accident"),
        ("the pilots had intended to hit the clinic", "the clinic was not the target of the raid"),
    ],
)
def test_a_deed_is_meant_to_one_and_a_mistake_to_another(
    story: Any, first: str, answer: str
) -> None:
    (one,) = found(story, ("the monitor", "assert", first), ("Varnia", "assert", answer))
    assert (one.about, one.rule) == ("intention", "meant or by mistake")
    assert {p.stance for p in one.positions} == {"it was meant", "it was not meant"}


def test_who_denies_a_purpose_says_that_it_was_not_meant(story: Any) -> None:
    told = ("the monitor", "assert", "the jets deliberately bombed the school")
    for denied in ("deliberately bombing civilians", "targeting schools"):
        (one,) = found(story, told, ("Varnia", "deny", denied))
        assert one.about == "intention"


def test_two_who_call_it_a_mistake_agree(story: Any) -> None:
    words = ("the raid was a mistake", "its jets had mistakenly bombed the school")
    assert not found(story, *(("Varnia", "assert", w) for w in words))


def test_another_deed_that_was_meant_is_no_answer(story: Any) -> None:
    said = (
        ("Varnia", "assert", "it had mistakenly bombed a farm"),
        ("the monitor", "assert", "rebels deliberately burned a mill"),
    )
    assert not found(story, *said)


def test_answers_far_apart_are_of_two_deeds(story: Any) -> None:
    said = (
        ("the monitor", "assert", "the jets deliberately bombed the school"),
        ("Varnia", "assert", "it had shelled a farm by mistake"),
    )
    assert not found(story, *said, between="The talks went on. " * 30)


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        ("all of the dead were fighters", "they were farmers on their way home"),
        ("the men were NFA guerrillas", "only women and children had been in the house"),
        ("no civilians were killed", "the victims were all civilians"),
        ("there were no militants in the village", "those killed were militants"),
        ("the dead as guerrillas", "the victims were peasants"),
        ("he was an armed militant", "he was a farmer on his way to his fields"),
        ("they were insurgents", "the men were farmers and none had links with insurgents"),
        ("all those on board were fighters", "there were only fishermen on the boat"),
        ("nine had died, all of them members of rebel groups", "the victims were farmers"),
        ("all those killed were members of a cell", "the passengers were brick workers"),
        ("every one of the dead was a fighter", "the 24 were nomads and their wives"),
        ("all were infiltrators", "everyone who had died on the hill that day was a woodcutter"),
        ("those shot were adult combatants", "he was a schoolboy of ten"),
    ],
)
def test_people_called_by_two_kinds_are_in_dispute(story: Any, first: str, answer: str) -> None:
    (one,) = found(story, ("Varnia", "assert", first), ("the town council", "assert", answer))
    assert (one.about, one.rule) == ("identity", "called by two kinds")


def who_they_were(story: Any, text: str, said: dict[str, str], told: dict[str, str]) -> list[str]:
    """Return the disputes of a report in which sides say who the dead of its deeds were."""
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    for day, (trigger, hit) in enumerate(told.items(), 1):
        they = one.actor(hit, "unknown", named=False)
        one.account(trigger, recipients=(they,), day=f"2019-03-0{day}")
    for who, words in said.items():
        one.claim(one.actor(who, "organisation"), words)
    return [d.rule for d in assess(resolve([one.extract()])).disputes]


_BETWEEN = (
    "The road to the coast has been shut for weeks and prices have doubled in the shops. " * 5
)


@pytest.mark.parametrize(
    ("between", "found"),
    [(_BETWEEN, ["called by two kinds"]), (f"{_BETWEEN}\nElsewhere a bomb maimed a man. ", [])],
)
def test_the_dead_are_those_of_the_deed_told_last(
    story: Any, between: str, found: list[str]
) -> None:
    said = {"The army": "all of the dead were fighters", "The council": "the victims were herders"}
    text = f"Troops killed nine men. The army said {said['The army']}. {between}The council said "
    deeds = {word: "men" for word in ("killed", "maimed") if word in text}
    assert who_they_were(story, f"{text}{said['The council']}.", said, deeds) == found


def test_they_are_not_those_of_whom_the_report_tells_only_later(story: Any) -> None:
    said = {"The council": "they were children who had gone to bed early"}
    text = f"The council said {said['The council']}. In Selmo gunmen were shot dead."
    assert who_they_were(story, text, said, {"shot": "gunmen"}) == []


def monitor_and_state(story: Any, words: str, trigger: str, answer: str) -> tuple[Dispute, ...]:
    """The disputes of what a monitor says was done to civilians with what a state answers."""
    text = f"The monitor spoke: {words}. Varnia spoke: {answer}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    claim = one.claim(one.actor("The monitor", "organisation"), words)
    hit = one.actor("civilians", "unknown", named=False)
    one.account(trigger, claim=claim, recipients=(hit,))
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), answer)
    return assess(resolve([one.extract()])).disputes


def test_who_holds_a_district_is_not_who_was_hit_there(story: Any) -> None:
    words = "nine civilians were killed in rebel-held districts"
    answer = "nine had died, all of them members of rebel groups"
    (found,) = monitor_and_state(story, words, "killed", answer)
    assert (found.about, found.rule) == ("identity", "called by two kinds")


def test_one_of_many_attacks_on_civilians_does_not_say_who_these_dead_were(story: Any) -> None:
    words = "it was one of the worst attacks on civilians"
    answer = "the target was a group of militiamen"
    assert not monitor_and_state(story, words, "attacks", answer)


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        ("most of the dead were civilians", "the men were fighters"),
        ("the dead were mostly farmers but included fighters", "the men were fighters"),
        ("five of the dead were children", "the dead were soldiers"),
        ("the dead were fighters", "the men were fighters of the NFA"),
        ("the victims were miners", "they were killed by militants"),
        (
            "the victims were miners",
            "nobody knew who was behind it, only that they were terrorists",
        ),
        ("the victims were miners", "the men were fleeing from gunmen"),
        ("the victims were miners", "they were just interested in fighting rebels"),
    ],
)
def test_some_of_the_dead_may_be_of_another_kind(story: Any, first: str, answer: str) -> None:
    said = (("Varnia", "assert", first), ("the town council", "assert", answer))
    assert not found(story, *said)


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        ("the jets target only militants", "the bombing had deliberately targeted hospitals"),
        ("its campaign is aimed primarily at terrorists", "it has repeatedly bombed markets"),
        ("it strikes only rebel positions", "the aim of the raids is to drive out civilians"),
    ],
)
def test_who_aims_at_fighters_alone_does_not_mean_people_at_peace(
    story: Any, first: str, answer: str
) -> None:
    (one,) = found(story, ("Varnia", "assert", first), ("the monitor", "assert", answer))
    assert (one.about, one.rule) == ("intention", "meant or by mistake")
    assert {p.stance for p in one.positions} == {"it was meant", "it was not meant"}


def test_all_who_answer_one_another_are_shown(story: Any) -> None:
    said = (
        ("Varnia", "assert", "its jets target only militants"),
        ("the monitor", "assert", "the bombing had deliberately targeted hospitals"),
        ("the town council", "assert", "the aim is to drive out civilians"),
    )
    (one,) = found(story, *said)
    assert len(one.positions) == 3


@pytest.mark.parametrize(
    ("first", "answer"),
    [
        ("it struck the base in response to a gas attack", "the strike was to help the terrorists"),
        ("its jets bombed the depot in self-defence", "the raid was an act of aggression"),
        ("the strikes were meant to protect civilians", "the strikes served the interests of Orim"),
    ],
)
def test_in_answer_to_one_side_and_to_do_harm_to_another(
    story: Any, first: str, answer: str
) -> None:
    (one,) = found(story, ("Varnia", "assert", first), ("the town council", "assert", answer))
    assert (one.about, one.rule) == ("intention", "in answer or to harm")


def test_a_capital_that_acts_is_no_place_of_the_deed(story: Any) -> None:
    first = "it bombed the base in response to an attack that Tarsk has condemned"
    text = f"Varnia said {first}. The town council said the raid near Selmo was an act of war."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.place("Tarsk", lat=1.0, lon=2.0)
    one.place("Selmo", lat=9.0, lon=9.0)
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), first)
    council = one.actor("town council", "organisation")
    one.claim(council, "the raid near Selmo was an act of war")
    (dispute,) = assess(resolve([one.extract()])).disputes
    assert dispute.rule == "in answer or to harm"
    assert dispute.question == "What was it for: “it bombed the base”?"
