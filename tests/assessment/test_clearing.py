"""Denials without a verb of denying, and denials that take up what was said just before."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.index import Index
from dragoman.model import Dispute
from dragoman.resolution import resolve

GASSED = ("the monitor", "accuse", "Varnia of dropping poison gas on Selmo")


def found(story: Any, *said: tuple[str, str, str]) -> tuple[Dispute, ...]:
    """Return the disputes of one report in which (speaker, act, words) is said."""
    text = " ".join(f"{who} spoke of it: {words}." for who, _, words in said)
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    actors = {
        "Varnia": one.actor("Varnia", "state", pack="world:va", country="VA"),
        "Karvelia": one.actor("Karvelia", "state", pack="world:kv", country="KV"),
        "the monitor": one.actor("the monitor", "organisation"),
    }
    for who, act, words in said:
        one.claim(actors[who], words, act)
    return assess(resolve([one.extract()])).disputes


@pytest.mark.parametrize(
    "words",
    [
        "our army has not used and does not use this kind of weapons",
        "it did not have chemical weapons",
        "its forces had nothing to do with the gas",
        "at no time did our forces use gas",
        "there were no Varnia planes in the area when the gas was dropped",
        "its aircraft had not flown over the town when the gas was dropped",
        "the gas was not its doing",
        "there was no evidence that Varnia had used gas",
        "it could not have done this with gas",
        "it is wholly innocent of the gas",
        "its forces had released no gas",
        "no plane of ours, and none of our allies, had any part in the gas raid",
        "there were no Varnia sorties near the town where gas was dropped",
        "nothing ties Varnia to the gas",
        "no chemical arms had been employed by its troops",
        "Varnia has nothing to answer for in the gas raid",
    ],
)
def test_a_deed_that_is_negated_is_denied(story: Any, words: str) -> None:
    (one,) = found(story, GASSED, ("Varnia", "assert", words))
    assert (one.rule, one.about) == ("accusation rejected", "responsibility")


def test_what_is_not_clear_is_not_denied(story: Any) -> None:
    words = "it was not immediately clear whether our army had used gas"
    assert found(story, GASSED, ("Varnia", "assert", words)) == ()


def test_what_would_have_been_without_arms_clears_nobody(story: Any) -> None:
    words = "its men would have died had they not been armed against gas"
    rules = [one.rule for one in found(story, GASSED, ("Varnia", "assert", words))]
    assert "accusation rejected" not in rules


def test_a_third_party_clears_the_side_that_it_names(story: Any) -> None:
    (one,) = found(story, GASSED, ("Karvelia", "assert", "Varnia was not behind the attack"))
    assert {p.stance for p in one.positions} == {"Varnia did it", "Varnia denies it"}


def test_another_deed_that_is_negated_answers_no_accusation(story: Any) -> None:
    words = "Varnia was not responsible for sinking ferries in the strait"
    assert found(story, GASSED, ("Varnia", "assert", words)) == ()


def test_a_denial_of_the_charge_answers_what_was_said_just_before(story: Any) -> None:
    crash = "the crash was likely the doing of Varnia"
    (one,) = found(
        story,
        ("Karvelia", "assert", "Varnia has shelled border towns"),
        ("the monitor", "assert", crash),
        ("Varnia", "deny", "the accusation"),
    )
    assert [p.evidence.quote for p in one.positions if p.stance == "Varnia did it"] == [crash]


def test_what_names_somebody_else_is_no_charge(story: Any) -> None:
    said = ("the monitor", "assert", "Karvelia has sent troops over the border")
    assert found(story, said, ("Varnia", "deny", "the charges as absurd")) == ()


def test_a_denial_for_all_of_a_war_answers_no_one_deed(story: Any) -> None:
    denied = "using chemical weapons during the six-year war"
    assert found(story, GASSED, ("Varnia", "deny", denied)) == ()


@pytest.mark.parametrize(
    "tail",
    [
        "a charge rejected by Varnia as absurd",
        "which Varnia has denied",
        "despite denials by Varnia",
    ],
)
def test_a_denial_told_in_passing_answers_its_sentence(story: Any, tail: str) -> None:
    accused = "Varnia of backing the raids"
    one = story(f"The monitor accused {accused}, {tail}.", "2019-03-04", "a.txt", outlet="Post")
    one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(one.actor("the monitor", "organisation"), accused, "accuse")
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.about == "responsibility"
    assert {p.stance for p in found.positions} == {"Varnia did it", "Varnia denies it"}


def test_nameless_rebels_who_deny_in_passing_are_whom_the_charge_names(story: Any) -> None:
    accused = "rebels of shelling the corridors"
    one = story(f"Varnia accused {accused} which rebels have denied.", "2019-03-04", "a.txt")
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), accused, "accuse")
    (found,) = assess(resolve([one.extract()])).disputes
    assert [p.stance for p in found.positions] == ["rebels did it", "rebels denies it"]


def test_a_denial_answers_who_charges_that_side_with_the_event_in_another_report(
    story: Any,
) -> None:
    told = "Ana Tal, a priest, was murdered in Selmo on 3 March."
    extracts = []
    for day, act, words, who in (
        ("2019-03-04", "assert", "Varnia carried out the killing of Ana Tal", "League"),
        ("2019-05-09", "deny", "any link with the murder of Ana Tal", "Varnia"),
    ):
        one = story(f"{told}\nIt was said: {words}.", day, f"{day}.txt", outlet=day)
        victim = one.actor("Ana Tal", "person")
        varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
        one.account("murdered", recipients=(victim,), day="2019-03-03")
        claim = one.claim(varnia if who == "Varnia" else one.actor(who, "organisation"), words, act)
        trigger, doers = ("murder of", ()) if act == "deny" else ("killing", (varnia,))
        one.account(
            trigger, actors=doers, recipients=(victim,), claim=claim, day="2019-03-03"
        )  # fmt: skip
        extracts.append(one.extract())
    (found,) = assess(resolve(extracts)).disputes
    assert found.rule == "accusation rejected"


def test_who_denies_accusations_of_a_murder_does_not_say_that_there_was_none(story: Any) -> None:
    words = "accusations of planning the murder of Ana Tal"
    one = story(f"Ana Tal was slain in Selmo in May. Orr denied {words}.", "2019-06-04", "a.txt")
    victim, orr = one.actor("Ana Tal", "person"), one.actor("Orr", "person")
    one.account("slain", recipients=(victim,), day="2019-05-03")
    denial = one.claim(orr, words, "deny")
    one.account("murder of", recipients=(victim,), claim=denial, status="denied", day="2019-05-03")
    found = assess(resolve([one.extract()])).disputes
    assert [d.about for d in found if d.about == "occurrence"] == []


def test_nameless_rebels_are_answered_by_the_group_that_denies_beside(story: Any) -> None:
    text = "Police said rebels shot the priest. The NFA denied any involvement."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    police, group = one.actor("Police", "group", named=False), one.actor("NFA", "armed_group")
    rebels = one.actor("rebels", "armed_group", named=False)
    told = one.claim(police, "rebels shot the priest")
    one.account("shot", claim=told, actors=(rebels,))
    one.claim(group, "any involvement", "deny")
    assert [d.rule for d in assess(resolve([one.extract()])).disputes] == ["accusation rejected"]


def test_the_government_is_that_of_the_country_where_it_takes_place(story: Any) -> None:
    text = "The government of Varnia met the government of Karvelia. Selmo was shelled."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.actor("government of Varnia", "government", pack="world:va", country="VA")
    one.actor("government of Karvelia", "government", pack="world:kv", country="KV")
    one.account("shelled", place=one.place("Selmo", country="KV"))
    index = Index(resolve([one.extract()]))
    assert index.home(one.report.id) == "country:KV"


@pytest.mark.parametrize(
    ("speaker", "answer"),
    [
        ("The high command", "its men had no part in it"),
        ("The army", "that a fabrication"),
        ("The authorities", "the charge without foundation"),
        ("The army", "the idea was preposterous"),
    ],
)
@pytest.mark.parametrize(
    "charge",
    [
        "the poison was dropped by President Orr's air force",
        "the gassing of the town was the work of the army",
    ],
)
def test_the_forces_of_a_state_that_is_not_named_answer_for_one_another(
    story: Any, speaker: str, answer: str, charge: str
) -> None:
    text = f"Gas fell on the town. The council said that {charge}. {speaker} replied: {answer}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    orr = one.actor("Orr", "person")
    assert orr
    one.claim(one.actor("The council", "organisation"), charge)
    one.claim(one.actor(speaker, "government", named=False), answer)
    shown = assess(resolve([one.extract()])).disputes
    assert any({"responsibility", "occurrence"} & {d.about} for d in shown)
