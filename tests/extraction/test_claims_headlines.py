"""Statements set off by a dash."""

from collections.abc import Callable

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def test_a_pull_quote_is_of_whom_it_is_signed_by(claims_of: ClaimsOf) -> None:
    text = 'The town was hit.\n\n"I was afraid of the shells." - Jan Novak, resident of Tarsk'
    (claim,) = claims_of(text)
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == "Jan Novak"
    assert claim.content[0].quote == '"I was afraid of the shells."'


def test_a_dash_inside_a_paragraph_signs_nothing(claims_of: ClaimsOf) -> None:
    text = "The town was hit. - Jan Novak left the town on Monday with his family"
    assert claims_of(text) == ()
