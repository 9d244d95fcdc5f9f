"""Whom a report's words name as the doer, and what a side answers to what is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.disputes.doing import doer_words
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("government forces had fired it", "government forces"),
        ("the rocket was fired by Karvelian gunners on Monday", "Karvelian gunners"),
        ("the shells came from rebel-held territory", "rebel-held"),
        ("its guns were silent and that the NFA had shelled the town", "the NFA"),
        ("it may have been members of the Blue Shirts [NFA] who have killed him", "Blue Shirts"),
        ("it was the junta's doing", "junta"),
        ("President Orr's own troops had done this", "President Orr's own troops"),
        ("poison has been used by the insurgents", "insurgents"),
        ("the generals cooked this up", "the generals"),
        ("it is Orr's government that did it", "Orr's government"),
        ("nine people were killed", ""),
        ("the talks went on", ""),
    ],
)
def test_who_did_it_is_named_by_words(words: str, who: str) -> None:
    assert doer_words(words) == who


def rivals(story: Any, told: str, answer: str, *, by: str = "Varnia") -> int:
    """Return how many rival culprits a report that tells of Varnia's raid has in the answer."""
    text = f"{told}. {by} spoke of it: {answer}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    actors = {"Varnia": varnia, "Ostrava": one.actor("Ostrava", "state", country="OS")}
    one.account("bombed", actors=(varnia,), mode="aerial")
    one.claim(actors[by], answer)
    disputes = assess(resolve([one.extract()])).disputes
    return sum(d.rule == "rival accusations" for d in disputes)


def test_a_culprit_that_the_report_names_answers_with_another(story: Any) -> None:
    told = "Jets of Varnia bombed a hospital in Selmo"
    assert rivals(story, told, "rebels had shelled the hospital") == 1
    assert rivals(story, told, "rebels had shelled a farm") == 0
    assert rivals(story, told, "rebels had shelled the hospital", by="Ostrava") == 0


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("rebels had fired shells from the hills", 1),
        ("rebels had fired shells that killed 9 farmers", 0),
    ],
)
def test_an_answer_that_tells_of_no_other_deed_is_of_this_one(
    story: Any, answer: str, found: int
) -> None:
    charge = "Varnia fired the shell"
    text = f"A shell hit a bus. The monitor spoke of it: {charge}. Varnia said: {answer}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.account("hit", mode="heavy-weapons")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(one.actor("monitor", "organisation"), charge)
    one.claim(varnia, answer)
    disputes = assess(resolve([one.extract()])).disputes
    assert sum(d.rule == "rival accusations" for d in disputes) == found
