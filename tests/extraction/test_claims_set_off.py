"""Statements whose speaker a colon or a semicolon sets off, or a noun of telling owns."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]
ToldIn = Callable[[str], tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mill burned down. Karvelian general staff: 'None of our units was near it.'",
         "Karvelian general staff", "'None of our units was near it.'"),
        ("The mill burned down. The ministry: “No soldier was near it.”",
         "The ministry", "“No soldier was near it.”"),
        ("The mill burned down. The chief of staff, that evening: no soldier was near it.",
         "The chief of staff", "no soldier was near it"),
        ("The mill burned down. The army's answer, given on Monday: rebels set fire to it.",
         "The army", "rebels set fire to it"),
        ("The mill burned down. The ministry's toll: nine dead.", "The ministry", "nine dead"),
        ("The mill burned down. The council's version is that the army set fire to it.",
         "The council", "the army set fire to it"),
        ("The mill burned down. The army was adamant: rebels set fire to it.",
         "The army", "rebels set fire to it"),
        ("The mill burned down. The army gave another account: rebels set fire to it.",
         "The army", "rebels set fire to it"),
    ],
)  # fmt: skip
def test_a_speaker_may_be_set_off_by_a_colon(
    told_in: ToldIn, text: str, source: str, content: str
) -> None:
    assert told_in(text) == (source, [content])


@pytest.mark.parametrize(
    "text",
    [
        "The town was held by three groups: one of them fled.",
        "2. Red lines: the raid was one of three.",
        "The general has three sons: one of them died in Tarsk.",
        "In Tarsk: nine people were killed.",
        "The official position is that the raid was an error.",
    ],
)
def test_a_colon_behind_anything_else_sets_off_nobody(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army said that six men died; the rebels, nine.", ["six men died", "nine"]),
        ("Police said the house was hit by a shell; the mayor, that a gas pipe burst.",
         ["the house was hit by a shell", "a gas pipe burst"]),
    ],
)  # fmt: skip
def test_a_second_speaker_shares_the_verb_of_the_first(
    claims_of: ClaimsOf, text: str, told: list[str]
) -> None:
    assert [claim.content[0].quote for claim in claims_of(text)] == told
    assert len({claim.speaker.name for claim in claims_of(text)}) == len(told)


def test_a_second_subject_with_a_verb_of_its_own_says_nothing(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The army said that six men died; the mayor, who had fled, returned.")
    assert claim.speaker.name == "army"
