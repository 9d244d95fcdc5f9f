"""What is asked of what somebody says: no pronoun, no speech verb, and nobody who only tells."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment.disputes.questions import asked, asked_by_name, question
from dragoman.assessment.index import Index
from dragoman.assessment.statements import statements
from dragoman.model import Act
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("words", "who", "found"),
    [
        ("The army used mines", "", "Is it so that the army used mines?"),
        ("the army used mines, as the rebels claim", "", "Is it so that the army used mines?"),
        ("a bomb killed nine men on Monday a monitor said", "",
         "Is it so that a bomb killed nine men on Monday?"),
        ("the raids on the port saying it was a lie", "", "Is it true: “the raids on the port”?"),
        ("the reported abuse of captives", "", "Is it true: “the reported abuse of captives”?"),
        ("his ordering the murder", "Bob Tal", "Is it true of Bob Tal: “ordering the murder”?"),
        ("involvement in the raid", "Varnia", "Is it true of Varnia: “involvement in the raid”?"),
        ("it had shelled the port", "the army", "Is it so that the army had shelled the port?"),
        ("Karvelian raids on the port", "a minister", "Is it true: “Karvelian raids on the port”?"),
    ],
)  # fmt: skip
def test_what_is_asked_has_a_subject_and_no_teller(words: str, who: str, found: str) -> None:
    assert asked_by_name(words, who) == found


def charge(story: Any, text: str, words: str, act: Act, *, harmed: str = "") -> str:
    """Return what is asked of what the NFA says in a text."""
    one = story(text)
    claim = one.claim(one.actor("NFA", "armed_group"), words, act)
    if harmed:
        one.account("killed", claim=claim, recipients=(one.actor(harmed),))
    index = Index(resolve([one.extract()]))
    (said,) = (s for s in statements(index) if s.claim)
    return question(index, said, "Varnia")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the army of shelling homes", "Is it true of the army: “shelling homes”?"),
        ("Varnia, a member of a pact of eight states in Asia and Africa, of killing six men",
         "Is it true of Varnia: “killing six men”?"),
        ("the army responsible for the murder of a judge",
         "Did the army do it: “the murder of a judge”?"),
        ("regime for the attack", "Did the regime do it: the attack, as told on 4 March 2019?"),
    ],
)  # fmt: skip
def test_an_accusation_is_asked_by_whom_it_names_and_of_what(
    story: Any, words: str, found: str
) -> None:
    assert charge(story, f"The NFA accused {words}.", words, "accuse") == found


def test_he_is_asked_by_his_name(story: Any) -> None:
    text = "Orren Tal was shot.\nThe NFA said that he was killed in a theft."
    asked_of = charge(story, text, "he was killed in a theft", "assert", harmed="Orren Tal")
    assert asked_of == "Is it so that Orren Tal was killed in a theft?"


def test_a_long_statement_is_quoted() -> None:
    assert asked(" ".join(["mines"] * 30)).startswith("Is it true: “")
