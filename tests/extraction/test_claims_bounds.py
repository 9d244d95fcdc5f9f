"""Where one claim ends and the next begins."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The envoy cast doubt on the findings saying he was amazed at them.",
            "the findings", "he was amazed at them",
        ),
        (
            "Activists said planes were flying over the area after the raid accusing the army of "
            "using gas.",
            "planes were flying over the area after the raid", "the army of using gas",
        ),
        (
            "Activists said that the shelling caused several buildings to collapse adding that "
            "troops had closed the road.",
            "the shelling caused several buildings to collapse", "troops had closed the road",
        ),
    ],
)  # fmt: skip
def test_a_participle_of_saying_without_a_comma_begins_another_statement(
    claims_of: ClaimsOf, text: str, first: str, second: str
) -> None:
    claims = claims_of(text)
    assert [c.content[0].quote for c in claims] == [first, second]
    assert len({c.speaker.name for c in claims}) == 1


def test_what_somebody_was_asked_is_not_what_they_said(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of('When asked about the raid, the minister said: "No comment."')
    assert [piece.quote for piece in claim.content] == ['"No comment."']


def test_what_somebody_wrote_is_a_part_of_what_another_says(claims_of: ClaimsOf) -> None:
    text = "The mayor said she had sent the League a draft he wrote after months of talks."
    assert claims_of(text)[-1].content[0].quote == (
        "she had sent the League a draft he wrote after months of talks"
    )


def test_a_tag_that_leads_on_leaves_the_quote_before_it_to_whoever_spoke(
    claims_of: ClaimsOf,
) -> None:
    text = '"We go on," Ruban said. "It is getting late." Novak said, "He is wrong about it."'
    first, second = claims_of(text)
    assert [piece.quote for piece in first.content] == ['"We go on,"', '"It is getting late."']
    assert [piece.quote for piece in second.content] == ['"He is wrong about it."']


def test_a_tag_in_the_middle_of_a_clause_has_both_halves(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The dead were, the army said, fighters of the Front.")
    assert [piece.quote for piece in claim.content] == ["The dead were", "fighters of the Front"]
