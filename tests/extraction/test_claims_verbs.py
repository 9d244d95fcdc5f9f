"""Claims of report verbs, and what such verbs say nothing with."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "An official who asked not to be named said the town fell.",
        "A top officer, who asked to remain anonymous, said the town fell.",
        "The source, who requested anonymity, said the town fell.",
    ],
)
def test_to_ask_not_to_be_named_is_no_demand(claims_of: ClaimsOf, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.content[0].quote == "the town fell"


@pytest.mark.parametrize(
    "text",
    [
        "A rebel group placed a powerful bomb inside the office at approximately 1600.",
        "The bomb was placed by a young man who left.",
        "The League tasked a team with outlining the deal.",
    ],
)
def test_what_is_laid_or_done_is_not_said(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_a_toll_is_put_at_a_number_by_somebody(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The death toll was put at 12 by the army.")
    assert [piece.quote for piece in claim.content] == ["The death toll", "at 12"]


def test_what_somebody_was_accused_of_is_no_part_of_who_accuses(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Novak was accused by the army of hiding arms.")
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == "the army"
    assert [piece.quote for piece in claim.content] == ["Novak", "of hiding arms"]


def test_who_lobbies_others_that_something_is_so_says_so(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The rebels lobbied the villagers that it was the army who had come.")
    assert claim.content[0].quote == "it was the army who had come"


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("The army branded the report a fabrication.", "assert", "the report a fabrication"),
        (
            "The army termed irresponsible the charges that its planes had bombed villages.",
            "assert",
            "irresponsible the charges that its planes had bombed villages",
        ),
        ("The army waved away the report as nonsense.", "reject", "the report as nonsense"),
        ("A spokesman for the army scoffed at the report.", "reject", "the report"),
        ("The front holds that the army shelled the town.", "assert", "the army shelled the town"),
    ],
)
def test_what_is_called_false_or_waved_away_is_a_claim(
    claims_of: ClaimsOf, text: str, act: str, words: str
) -> None:
    (claim,) = claims_of(text)
    assert (claim.act, " ".join(piece.quote for piece in claim.content)) == (act, words)


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia will express its concern over the raids on Friday.",
        "The League will announce a truce on Monday.",
        "The League will finally pray for peace at the garden.",
    ],
)
def test_what_is_only_going_to_be_said_is_not_said(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_who_refuses_saying_something_says_it_alone(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Novak refused, saying the raid was a mistake.")
    assert (claim.act, claim.content[0].quote) == ("assert", "the raid was a mistake")


def test_what_the_press_reported_is_its_own_words(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The raid failed, as reported in the local media.")
    assert (claim.speaker.name, claim.content[0].quote) == ("local media", "The raid failed")
