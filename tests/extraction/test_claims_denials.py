"""Denials of what stands before them."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The League accuses Karvelia of using gas, a charge rejected by Tarsk as baseless.",
            "Tarsk", ["a charge", "as baseless"],
        ),
        (
            "The army said the NFA had shelled the town, an accusation the NFA has denied.",
            "the NFA", ["an accusation"],
        ),
        (
            "The League said the army bombed the school, which Karvelia denies.",
            "Karvelia", ["the army bombed the school"],
        ),
        ("Karvelia denies this.", "Karvelia", ["this"]),
    ],
)  # fmt: skip
def test_who_denies_what_was_just_told_is_heard(
    claims_of: ClaimsOf, text: str, source: str, content: list[str]
) -> None:
    denial = claims_of(text)[-1]
    assert denial.act in ("deny", "reject")
    assert denial.speaker.evidence is not None
    assert denial.speaker.evidence.quote == source
    assert [piece.quote for piece in denial.content] == content


def test_a_denial_is_no_part_of_the_words_it_denies(claims_of: ClaimsOf) -> None:
    text = "The League said the army bombed the school, which Karvelia denies."
    assert claims_of(text)[0].content[0].quote == "the army bombed the school"


def test_what_is_denied_by_whom_the_report_tells_of_is_not_the_rest(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The League met the rebels, who deny the attack.")
    assert claim.content[0].quote == "the attack"
