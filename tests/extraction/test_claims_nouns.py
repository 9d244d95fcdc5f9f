"""Statements that a noun of speech makes, and whose they are."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]
ToldIn = Callable[[str], tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "There were warnings from the League that food would run out within a week.",
            "the League", "food would run out within a week",
        ),
        (
            "Accusations made by the general that doctors hid weapons have not been proven.",
            "the general", "doctors hid weapons",
        ),
        (
            "Despite assurances from Karvelia that its troops would stay out, tanks came.",
            "Karvelia", "its troops would stay out",
        ),
        (
            "The announcement by the army that the town had fallen was met with joy.",
            "the army", "the town had fallen",
        ),
    ],
)  # fmt: skip
def test_whoever_a_noun_of_speech_comes_from_says_it(
    told_in: ToldIn, text: str, source: str, content: str
) -> None:
    assert told_in(text) == (source, [content])


def test_a_that_of_its_own_subject_says_nothing(claims_of: ClaimsOf) -> None:
    assert claims_of("Claims by residents that were shot at on Monday are being looked into.") == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Karvelia expressed its deep concern over the raids in the south.",
            ["its deep concern over the raids in the south"],
        ),
        (
            "Karvelia expressed concern on Thursday over the raids.",
            ["concern", "over the raids"],
        ),
        ("Karvelia offered its condolences to the families.", ["its condolences to the families"]),
        ("Karvelia expressed hope that the truce would hold.", ["the truce would hold"]),
        (
            "Karvelia expressed frustration in a letter this year that the talks had failed.",
            ["the talks had failed"],
        ),
        (
            "Karvelia voiced concern over the raid that the army began on Sunday.",
            ["concern over the raid that the army began on Sunday"],
        ),
    ],
)  # fmt: skip
def test_what_is_expressed_is_told_with_its_noun_where_that_says_more(
    claims_of: ClaimsOf, text: str, content: list[str]
) -> None:
    (claim,) = claims_of(text)
    assert [piece.quote for piece in claim.content] == content
