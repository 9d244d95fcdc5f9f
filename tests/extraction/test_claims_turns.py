"""Set turns of speech."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        (
            "The ministry held the rebels responsible for the attack.",
            "accuse", "the rebels responsible for the attack",
        ),
        (
            "Pavel Novak pointed the finger at the army.",
            "accuse", "the army",
        ),
        (
            "Pavel Novak put the blame for the deaths on the army.",
            "accuse", "the blame for the deaths on the army",
        ),
        (
            "The council laid the murders at the door of the army.",
            "accuse", "the murders at the door of the army",
        ),
        (
            "The rebels gave the government 48 hours to free the detainees.",
            "demand", "the government 48 hours to free the detainees",
        ),
        (
            "The envoy has expressed how his government is shaken.",
            "assert", "how his government is shaken",
        ),
        ("Karvelia insisted on the return of all prisoners.", "demand",
         "the return of all prisoners"),
    ],
)  # fmt: skip
def test_a_set_turn_says_something(claims_of: ClaimsOf, text: str, act: str, content: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.act, claim.content[0].quote) == (act, content)


@pytest.mark.parametrize(
    "text",
    [
        "The commander gave his men two days to rest.",
        "Pavel Novak holds a responsible post in the ministry.",
        "The army held the town for two days.",
    ],
)
def test_its_words_alone_say_nothing(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_who_is_asked_does_not_ask(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Asked whether Karvelia would come, Pavel Novak said it was open.")
    assert claim.content[0].quote == "it was open"


def test_a_clause_may_be_expressed(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Pavel Novak has expressed he is at ease with the post.")
    assert claim.content[0].quote == "he is at ease with the post"
