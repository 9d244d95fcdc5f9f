"""Statements that give a number of dead or hurt without a verb of saying."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]
ToldIn = Callable[[str], tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Selmo Monitor counted 12 dead.", "The Selmo Monitor", "12 dead"),
        ("The Selmo Monitor spoke of 12 dead.", "The Selmo Monitor", "12 dead"),
        ("The Selmo Monitor had 12 civilians killed.", "The Selmo Monitor", "12 civilians killed"),
        (
            "The Selmo Monitor put the dead at five and the injured at 21.",
            "The Selmo Monitor", "the dead at five and the injured at 21",
        ),
        (
            "The agency SELNA had a different account: three killed and ten hurt.",
            "The agency SELNA", "three killed and ten hurt",
        ),
        ("By the count of the Selmo Monitor, 12 people died.", "the Selmo Monitor",
         "12 people died"),
        ("The ministry's figure was 12 killed.", "The ministry", "12 killed"),
        ("The ministry's own count stood at 12.", "The ministry", "12"),
        ("The union's list came to 40 names.", "The union", "40 names"),
        ("The Selmo Monitor recorded 30 missing.", "The Selmo Monitor", "30 missing"),
        ("Soldiers struck 20 houses, and the police counted 14.", "the police", "14"),
        ("The police put it at 15,000.", "The police", "it at 15,000"),
        ("The rebels gave their losses as four.", "The rebels", "their losses as four"),
        ("A police statement spoke of six killed.", "A police statement", "six killed"),
        ("The hospital issued a list of 14 dead.", "The hospital", "a list of 14 dead"),
        (
            "The army released the names of six soldiers killed in Tarsk.",
            "The army", "the names of six soldiers killed in Tarsk",
        ),
        (
            "Women were hurt. Photos came from the Selmo Monitor, whose count stood at 62 killed.",
            "the Selmo Monitor", "62 killed",
        ),
    ],
)  # fmt: skip
def test_who_gives_a_number_of_victims_says_it(
    told_in: ToldIn, text: str, source: str, content: str
) -> None:
    assert told_in(text) == (source, [content])


@pytest.mark.parametrize(
    "text",
    [
        "The army had 12 men killed on the ridge.",
        "The town counted its dead.",
        "The monitor recorded 12 violations.",
        "The minister spoke of 12 villages without water.",
        "The ministry released a list of 12 villages.",
        "The paper printed pictures of the dead.",
    ],
)
def test_losses_and_other_numbers_are_no_claims(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()
