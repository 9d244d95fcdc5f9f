"""Denials of what the same report has another say."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.reading.items import Given
from dragoman.resolution import resolve

BOMBED = "its helicopters had bombed the grain depot"


def kinds(story: Any, text: str, *said: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Return the disputes of one report in which (speaker, act, words) is said."""
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    for who, act, words in said:
        one.claim(one.actor(who, "unknown", named=False), words, act)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


def test_a_charge_and_its_denial_in_one_breath_are_in_dispute(story: Any) -> None:
    text = f"The border guards denied charges by the herdsmen that {BOMBED}."
    said = ("The border guards", "deny", BOMBED), ("the herdsmen", "accuse", BOMBED)
    assert kinds(story, text, *said) == [("occurrence", "denied beside it")]


def test_what_is_denied_in_the_words_of_another_is_in_dispute(story: Any) -> None:
    told = "the consulate in Selmo had been occupied by herdsmen"
    text = f"A radio station reported that {told}. A clerk denied a report that {told}, too."
    denied = f"{told}, too"
    said = ("A radio station", "assert", told), ("A clerk", "deny", denied)
    assert kinds(story, text, *said) == [("control", "denied beside it")]


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("it is holding hundreds of herdsmen in camps", "occurrence"),
        ("the truce is holding", "compliance"),
        ("the herdsmen had liberated the whole valley", "control"),
    ],
)
def test_only_a_pact_is_kept_and_a_land_that_is_liberated_is_held(
    story: Any, words: str, about: str
) -> None:
    text = f"The border guards denied charges by the herdsmen that {words}."
    said = ("The border guards", "deny", words), ("the herdsmen", "assert", words)
    assert kinds(story, text, *said) == [(about, "denied beside it")]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("assert", "the harbour of Selmo had been closed"),
        ("assert", "it was not clear whether the consulate in Selmo had been occupied"),
        ("deny", "the consulate in Selmo had been occupied by herdsmen"),
    ],
)
def test_other_words_doubts_and_a_second_denial_contradict_nothing(
    story: Any, act: str, words: str
) -> None:
    denied = "that the consulate had been occupied by herdsmen from the hills"
    text = f"A radio station said {words}. A clerk denied {denied}."
    said = ("A radio station", act, words), ("A clerk", "deny", denied)
    assert kinds(story, text, *said) == []


@pytest.mark.parametrize(
    "words",
    [
        "the minister's charge",
        "the NFA had nothing to do with that murder",
        "the charge against the NFA is groundless",
    ],
)
def test_a_charge_is_answered_by_the_name_of_its_maker_or_of_the_accused(
    story: Any, words: str
) -> None:
    charge = "the NFA of murdering a teacher"
    text = f"The minister accused {charge}. Delegates denied it: {words}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    minister = one.actor("the minister", "unknown", named=False, names=("the minister",))
    one.actor("NFA", "armed_group", names=("NFA",))
    one.claim(minister, charge, "accuse")
    delegates = one.actor("Delegates", "unknown", named=False)
    one.claim(delegates, words, "deny" if "minister" in words else "assert")
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.about == "responsibility"
    assert found.question == "Did the NFA murder a teacher?"
    assert [p.evidence.quote for p in found.positions] == [charge, words]


def test_who_is_named_beside_those_that_are_cleared_is_not_cleared(story: Any) -> None:
    charge = "the NFA of murdering a teacher"
    words = "two men of the NFA were seen. There were no army planes in the region"
    text = f"The minister accused {charge}. Delegates spoke of it: {words}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.actor("NFA", "armed_group", names=("NFA",))
    one.claim(one.actor("the minister", "unknown", named=False), charge, "accuse")
    one.claim(one.actor("Delegates", "unknown", named=False), words)
    assert assess(resolve([one.extract()])).disputes == ()


def test_a_denial_that_is_shown_with_all_who_charge_the_side_is_not_shown_again() -> None:
    text = (
        "TARSK, March 4, 2019 (AFP) - The Karvelian army on Monday denied charges by Varnian "
        "President Ilan Orr that its helicopters had bombed a grain depot near Selmo.\n\n"
        "Orr accused Karvelia of killing 14 farmers in the raid. A Karvelian army spokesman said "
        "the president's accusation was groundless."
    )
    item = Item(name="a.txt", content=text.encode(), form="text")
    found = [one for one in extracts([item]) if isinstance(one, Extract)]
    assert [d.rule for d in build(found).disputes] == ["accusation rejected"]


def test_what_an_army_and_its_spokesman_deny_is_one_dispute() -> None:
    text = (
        "SELMO, 13 March (KPA) - The Georgian armed forces today denied charges by Armenian "
        'president Omar Dasht that the Air Force "bombed the village of Selmo". A spokesman for '
        'the armed forces press committee said: "It is false. We are not bombing."'
    )
    item = Item(name="a.txt", content=text.encode(), form="text")
    found = [e for e in extracts([item]) if isinstance(e, Extract)]
    assert [d.rule for d in build(found).disputes] == ["denied beside it"]


@pytest.mark.parametrize(
    ("words", "disputes"),
    [
        ("nobody was executed in the square of Selmo", 1),
        ("the ten men in Selmo were not executed", 1),
        ("the executed men of Selmo lie in the square", 0),
        ("its guards foiled a plot: nobody was executed in the square of Selmo", 0),
    ],
)
def test_what_is_said_not_to_be_needs_no_word_of_denying(
    story: Any, words: str, disputes: int
) -> None:
    told = "ten men were executed in the square of Selmo"
    one = story(f"The monitor said {told}. Varnia said {words}.", "2019-03-04", "a.txt")
    one.claim(one.actor("The monitor", "organisation"), told)
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), words)
    found = assess(resolve([one.extract()])).disputes
    assert [d.about for d in found] == ["occurrence"] * disputes


@pytest.mark.parametrize(
    ("text", "rule", "question"),
    [
        (
            "Orr said there was widespread fraud at the mill with forged papers. Officials said "
            "there is currently no evidence to support Orr's claims of widespread fraud at the "
            "mill.",
            "denied beside it",
            "Is it so that there was widespread fraud at the mill with forged papers?",
        ),
        (
            "The mayor said that the cash grants had led to a rise in thefts in Selmo. Ana Tal of "
            "the clinic disagreed with a link between the thefts and the cash grants.",
            "denied beside it",
            "Is it so that the cash grants had led to a rise in thefts in Selmo?",
        ),
        (
            "Bob Tal, a partner, alleged that Ilan Orr knew about his son's business deals at the "
            "mill and was involved with them. Orr rejected the allegations. He has said he had no "
            "involvement in his son's business deals.",
            "accusation rejected",
            "Is it so that Ilan Orr knew about his son's business deals at the mill and was "
            "involved with them?",
        ),
    ],
)
def test_what_is_asked_is_what_was_said_and_once(text: str, rule: str, question: str) -> None:
    content = f"TARSK, March 4, 2019 (AFP) - Shells fell near Selmo overnight.\n\n{text}"
    item = Item(name="a.txt", content=content.encode(), form="text")
    found = [one for one in extracts([item]) if isinstance(one, Extract)]
    assert [(d.rule, d.question) for d in build(found).disputes] == [(rule, question)]


def test_to_whom_a_deed_is_attributed_is_charged_with_it() -> None:
    text = (
        "Gunmen killed two guards in Selmo on Monday.\n\nThe ministry attributed the attack to the "
        "Northern Front, but the guerrilla organization denied the accusation."
    )
    given = Given(outlet="Post", published="2019-03-04")
    item = Item(name="a.txt", content=text.encode(), form="text", given=given)
    found = [one for one in extracts([item]) if isinstance(one, Extract)]
    asked = [(d.about, d.question) for d in build(found).disputes]
    assert asked == [
        ("responsibility", "Did Northern Front do it: the attack, as told on 4 March 2019?")
    ]


@pytest.mark.parametrize("answer", ["denied", "declined to comment on"])
def test_who_declines_to_comment_denies_nothing(answer: str) -> None:
    text = (
        "Selmo (Post) - The officers said that rebels had overrun the barracks at Tarn on Monday. "
        f"The army {answer} the officers' account."
    )
    item = Item(name="a.txt", content=text.encode(), form="text")
    found = [e for e in extracts([item]) if isinstance(e, Extract)]
    rules = [d.rule for d in build(found).disputes]
    assert bool(rules) is (answer == "denied")
