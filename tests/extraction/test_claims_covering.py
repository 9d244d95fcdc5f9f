from collections.abc import Callable

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def contents(claims: tuple[Claim, ...]) -> list[str]:
    return [piece.quote for claim in claims for piece in claim.content]


def test_a_content_goes_on_through_the_quotes_that_follow_at_once(claims_of: ClaimsOf) -> None:
    text = "Karvelia accused the rebels of “moving troops” and “hiding tanks near schools”."
    assert contents(claims_of(text)) == [
        "the rebels of “moving troops” and “hiding tanks near schools”"
    ]


def test_a_hearer_is_no_part_of_a_quote(claims_of: ClaimsOf) -> None:
    text = 'Pavel Novak told radio host Irina Dol "if you want peace, then open the road."'
    assert contents(claims_of(text)) == ['"if you want peace, then open the road."']


def test_a_quote_of_the_next_sentence_is_another_statement(claims_of: ClaimsOf) -> None:
    text = 'Pavel Novak said the road was closed. "We have no fuel left," Irina Dol said.'
    assert contents(claims_of(text)) == ["the road was closed", '"We have no fuel left,"']
