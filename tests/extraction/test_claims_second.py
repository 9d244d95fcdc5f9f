"""Second clauses of indirect speech that the parse hung on the verb of saying."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ruban also said that he had acted rightly before the war, and he has decided to "
            "leave the army.",
            "he had acted rightly before the war, and he has decided to leave the army",
        ),
        (
            "Ruban had stated he was not interested in the post, but would fill it as needed.",
            "he was not interested in the post, but would fill it as needed",
        ),
        (
            "The mayor said the town prides itself on its market, and people in Sarn see it as a "
            "strength.",
            "the town prides itself on its market, and people in Sarn see it as a strength",
        ),
        (
            "The envoy said, if elected, she would ask the League to lead the talks.",
            "if elected, she would ask the League to lead the talks",
        ),
        (
            "The minister told the guests at his dinner for veterans that he and the envoy had "
            "met but that nothing could change his mind.",
            "he and the envoy had met but that nothing could change his mind",
        ),
        (
            "Ruban said he had been swamped with angry mail, some of it naming the mayor.",
            "he had been swamped with angry mail, some of it naming the mayor",
        ),
        (
            "Ruban said he had had offers for the house, but “the offers were an insult to me.”",
            "he had had offers for the house, but “the offers were an insult to me.”",
        ),
        ("The envoy's said she gets her ideas from a speech.", "she gets her ideas from a speech"),
    ],
)
def test_a_second_clause_in_the_tense_of_what_was_said_is_said_too(
    claims_of: ClaimsOf, text: str, content: str
) -> None:
    assert [piece.quote for piece in claims_of(text)[0].content] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor said the town was starving, but no help had come.",
            "the town was starving, but no help had come",
        ),
        (
            "The mayor said the talks had failed, and the army would move in.",
            "the talks had failed, and the army would move in",
        ),
        (
            "The mayor said it had asked for help, but residents were still fleeing.",
            "it had asked for help",
        ),
    ],
)
def test_a_second_clause_in_the_tense_of_what_was_said_is_told_too(
    claims_of: ClaimsOf, text: str, content: str
) -> None:
    assert claims_of(text)[0].content[0].quote == content
