"""Claims without a verb of their own."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def test_a_body_whose_name_reads_as_a_clause_is_a_source(claims_of: ClaimsOf) -> None:
    text = "According to Save the Children more than 4200 schools have been damaged or destroyed."
    (claim,) = claims_of(text)
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == "Save the Children"
    assert claim.content[0].quote == "more than 4200 schools have been damaged or destroyed"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "As reported by KNA, the town became the seat of the League.",
            "KNA", "the town became the seat of the League",
        ),
        (
            "The army is leaving the town, as first reported by the Tarsk Post on Tuesday.",
            "the Tarsk Post", "The army is leaving the town",
        ),
    ],
)  # fmt: skip
def test_what_is_told_as_somebody_reported_it_is_theirs(
    claims_of: ClaimsOf, text: str, source: str, content: str
) -> None:
    (claim,) = claims_of(text)
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == source
    assert [piece.quote for piece in claim.content] == [content]
