from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.officials import official_of
from dragoman.model import Record
from dragoman.resolution import resolve


def told(story: Any, text: str, *claims: tuple[str, str, str], day: str = "2019-03-04") -> Any:
    """Return the extract of one report in which (speaker, act, words) is said."""
    one = story(text, day, f"{day}-{len(text)}.txt", outlet=f"Outlet {day}")
    people = {
        "Varnia": one.actor("Varnia", "state", pack="world:va", country="VA"),
        "Varnia's army": one.actor("Varnia's army", "organisation", country="VA", sector="MIL"),
        "NFA": one.actor("NFA", "armed_group", pack="karvelia:nfa", sector="REB"),
        "the monitor": one.actor("the monitor", "organisation"),
    }
    for speaker, act, words in claims:
        one.claim(people[speaker], words, act)
    return one.extract()


def disputes(*extracts: Any) -> list[tuple[str, str]]:
    record: Record = assess(resolve(extracts))
    return [(dispute.rule, dispute.question) for dispute in record.disputes]


ACCUSED = "Varnia of dropping poison gas on Selmo"


@pytest.mark.parametrize(
    "denied",
    ["any involvement", "the charges", "using chemical weapons", "that its men committed the act"],
)
def test_any_part_in_a_deed_that_one_is_accused_of_may_be_denied(story: Any, denied: str) -> None:
    text = f"The NFA accused {ACCUSED}. Varnia's army denied {denied}."
    one = told(story, text, ("NFA", "accuse", ACCUSED), ("Varnia's army", "deny", denied))
    assert disputes(one) == [("accusation rejected", "Did Varnia drop poison gas on Selmo?")]


def test_what_is_denied_was_done_by_other_means_than_the_accusation(story: Any) -> None:
    text = f"The NFA accused {ACCUSED}. Varnia's army denied using landmines."
    one = told(
        story, text, ("NFA", "accuse", ACCUSED), ("Varnia's army", "deny", "using landmines")
    )
    assert disputes(one) == []


def test_an_accusation_against_somebody_else_is_not_rejected_by_this_side(story: Any) -> None:
    text = "The monitor accused NFA of shelling Selmo. Varnia denied any involvement."
    one = told(
        story,
        text,
        ("the monitor", "accuse", "NFA of shelling Selmo"),
        ("Varnia", "deny", "any involvement"),
    )
    assert disputes(one) == []


def test_reports_of_one_deed_denied_are_one_dispute(story: Any) -> None:
    text = f"The NFA accused {ACCUSED}. Varnia denied using chemical weapons."
    said = (("NFA", "accuse", ACCUSED), ("Varnia", "deny", "using chemical weapons"))
    reports = [told(story, text, *said, day=day) for day in ("2019-03-04", "2019-03-05")]
    assert len(disputes(*reports)) == 1


def test_an_accusation_by_the_own_side_is_no_dispute(story: Any) -> None:
    text = f"Varnia's army accused {ACCUSED}. Varnia denied the accusation."
    said = (("Varnia's army", "accuse", ACCUSED), ("Varnia", "deny", "the accusation"))
    assert disputes(told(story, text, *said)) == []


def test_nouns_that_recur_make_no_answer_to_a_denial(story: Any) -> None:
    denial = "it closed the key market near the eastern bridge"
    other = "Rebels passed the key market and the eastern gate"
    one = told(story, f"Varnia denied {denial}.", ("Varnia", "deny", denial))
    two = told(story, f"{other}, the monitor said.", ("the monitor", "assert", other))
    assert disputes(one, two) == []


def test_unnamed_people_speak_for_the_state_whose_officials_they_are() -> None:
    assert official_of("representatives from Iran") == {"IR"}
    assert official_of("Syrian military source") == {"SY"}
    assert official_of("the Syrian armed forces") == {"SY"}
    assert official_of("Syrian revolutionary armed forces") == frozenset()
    assert official_of("an official of the Syrian opposition") == frozenset()
    assert official_of("residents of Iran") == frozenset()


def test_another_cause_is_a_stance_of_its_own(story: Any) -> None:
    cause = "poison gas had leaked from a rebel depot that was hit"
    text = f"The NFA accused {ACCUSED}. Varnia's army denied any involvement. It said {cause}."
    one = told(
        story,
        text,
        ("NFA", "accuse", ACCUSED),
        ("Varnia's army", "deny", "any involvement"),
        ("Varnia's army", "assert", cause),
    )
    (dispute,) = assess(resolve([one])).disputes
    assert len({p.stance for p in dispute.positions}) == 3
    assert "named another cause" in dispute.why


@pytest.mark.parametrize("called", ["baseless", "completely untrue"])
def test_reports_called_untrue_are_denied(story: Any, called: str) -> None:
    words = f"the reports that its army used gas as {called}"
    text = f"The NFA accused {ACCUSED}. Varnia described {words}."
    one = told(story, text, ("NFA", "accuse", ACCUSED), ("Varnia", "assert", words))
    assert [rule for rule, _ in disputes(one)] == ["accusation rejected"]


def test_the_question_has_the_words_of_the_deed_not_of_a_name(story: Any) -> None:
    accused = "the Varnia government of President Orr for the attack"
    text = f"The NFA blamed {accused}. Varnia denied any involvement."
    one = told(story, text, ("NFA", "accuse", accused), ("Varnia", "deny", "any involvement"))
    ((_, question),) = disputes(one)
    side = "the Varnia government of President Orr"
    assert question == f"Did {side} do it: the attack, as told on 4 March 2019?"


def test_a_charge_that_a_sentence_passes_on_is_its_makers(story: Any) -> None:
    words = "jets hit a base after the raid on Selmo that the NFA blamed on Varnia"
    text = f"The monitor said {words}. Varnia's army denied any involvement in the raid."
    one = told(
        story,
        text,
        ("the monitor", "assert", words),
        ("NFA", "accuse", "the raid on Selmo that the NFA blamed on Varnia"),
        ("Varnia's army", "deny", "any involvement in the raid"),
    )
    record = assess(resolve([one]))
    names = {actor.id: actor.name for actor in record.actors}
    charged = {
        names.get(position.speaker or "")
        for dispute in record.disputes
        for position in dispute.positions
        if position.stance.endswith("did it")
    }
    assert charged == {"NFA"}


@pytest.mark.parametrize(
    ("accused", "side"), [("Varnia's army", "Varnia's army"), ("Varnia's government", "Varnia")]
)
def test_who_is_said_to_have_done_it_is_the_army_where_all_mean_it(
    story: Any, accused: str, side: str
) -> None:
    charge = f"{accused} of dropping poison gas on Selmo"
    text = f"The NFA accused {charge}. Varnia's army denied any involvement."
    said = (("NFA", "accuse", charge), ("Varnia's army", "deny", "any involvement"))
    record = assess(resolve([told(story, text, *said)]))
    stances = [p.stance for d in record.disputes for p in d.positions]
    assert stances == [f"{side} did it", f"{side} denies it"]


@pytest.mark.parametrize(
    ("deed", "found"),
    [
        ("raiding Selmo", 1),
        ("stepping up its raids on Selmo", 0),
        ("being in the habit of raiding towns", 0),
    ],
)
def test_who_does_more_of_it_or_does_it_by_habit_is_charged_with_no_one_deed(
    story: Any, deed: str, found: int
) -> None:
    charge, denied = f"Varnia of {deed}", "any involvement"
    text = f"The NFA spoke of {charge}. Varnia's army denied {denied}."
    said = (("NFA", "accuse", charge), ("Varnia's army", "deny", denied))
    rules = [rule for rule, _ in disputes(told(story, text, *said))]
    assert rules.count("accusation rejected") == found
