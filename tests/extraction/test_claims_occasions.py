"""What is said on an occasion that the main verb tells of."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        (
            "Pavel Novak took to Twitter to denounce the raid as a war crime.",
            "condemn", "the raid as a war crime",
        ),
        (
            "Pavel Novak used his speech to call for an end to the siege.",
            "demand", "an end to the siege",
        ),
        (
            "Pavel Novak was quick to point out that no soldier had crossed the line.",
            "assert", "no soldier had crossed the line",
        ),
        (
            "Pavel Novak is the first leader to urge the rebels to step down.",
            "demand", "the rebels to step down",
        ),
    ],
)  # fmt: skip
def test_what_one_does_something_to_say_is_said(
    claims_of: ClaimsOf, text: str, act: str, content: str
) -> None:
    (claim,) = claims_of(text)
    assert claim.speaker.name == "Pavel Novak"
    assert (claim.act, claim.content[0].quote) == (act, content)


def test_a_second_purpose_is_said_too(claims_of: ClaimsOf) -> None:
    text = "The union held a rally to condemn the raid and to demand the release of two drivers."
    assert [c.content[0].quote for c in claims_of(text)] == [
        "the raid",
        "the release of two drivers",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels used rockets to threaten the town.",
        "Pavel Novak refused to use the speech to call for peace.",
        "Pavel Novak did not use the speech to call for peace.",
        "The army sent tanks to demand the release of two drivers.",
    ],
)
def test_any_other_purpose_is_not_said(claims_of: ClaimsOf, text: str) -> None:
    assert [c for c in claims_of(text) if c.act in ("demand", "threaten")] == []
