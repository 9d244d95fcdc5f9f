"""Speakers who tell what they themselves expect or plan."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        (
            "Irina Dol said that she expected the truce to hold.",
            "predict",
            "she expected the truce to hold",
        ),
        (
            "Pavel Novak told reporters that he planned to visit Tarsk on Monday.",
            "intend",
            "he planned to visit Tarsk on Monday",
        ),
    ],
)
def test_what_speakers_have_in_mind_is_one_claim(
    claims_of: ClaimsOf, text: str, act: str, words: str
) -> None:
    (claim,) = claims_of(text)
    assert (claim.act, claim.content[0].quote) == (act, words)


@pytest.mark.parametrize(
    "text",
    [
        "Irina Dol said that Karvelia planned to attack Tarsk.",
        "Irina Dol said that she had decided to leave Tarsk.",
    ],
)
def test_what_others_plan_and_what_was_decided_stay_within(claims_of: ClaimsOf, text: str) -> None:
    outer, inner = claims_of(text)
    assert (outer.act, inner.act, inner.within) == ("assert", "intend", outer.id)
