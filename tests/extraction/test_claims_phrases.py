"""Claims without a verb of their own."""

from collections.abc import Callable

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def test_a_body_whose_name_reads_as_a_clause_is_a_source(claims_of: ClaimsOf) -> None:
    text = "According to Save the Children more than 4200 schools have been damaged or destroyed."
    (claim,) = claims_of(text)
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == "Save the Children"
    assert claim.content[0].quote == "more than 4200 schools have been damaged or destroyed"
