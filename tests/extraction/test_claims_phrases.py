"""Claims without a verb of their own."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]
ToldIn = Callable[[str], tuple[str, list[str]]]


def test_a_body_whose_name_reads_as_a_clause_is_a_source(told_in: ToldIn) -> None:
    text = "According to Save the Children more than 4200 schools have been damaged or destroyed."
    told = "more than 4200 schools have been damaged or destroyed"
    assert told_in(text) == ("Save the Children", [told])


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
    told_in: ToldIn, text: str, source: str, content: str
) -> None:
    assert told_in(text) == (source, [content])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "In the view of Karvelia, the rebels had gassed the village themselves.",
            "Karvelia", "the rebels had gassed the village themselves",
        ),
        (
            "The bombing was the work of the rebels, in the opinion of the authorities.",
            "the authorities", "The bombing was the work of the rebels",
        ),
        (
            "In the opposition's telling, troops of President Orr fired gas at the town.",
            "the opposition", "troops of President Orr fired gas at the town",
        ),
        (
            "In the minister's account the rebels had done it.",
            "the minister", "the rebels had done it",
        ),
    ],
)  # fmt: skip
def test_whose_view_it_is_says_whose_words_it_are(
    told_in: ToldIn, text: str, source: str, content: str
) -> None:
    assert told_in(text) == (source, [content])


def test_an_account_that_is_told_of_is_nobodys_words(claims_of: ClaimsOf) -> None:
    assert claims_of("The money lay in the account of the minister when he was held.") == ()


def test_what_follows_a_semicolon_is_not_by_the_same_source(claims_of: ClaimsOf) -> None:
    text = "Rebels have mined the road, according to the army; the market was open on Monday."
    (claim,) = claims_of(text)
    assert [piece.quote for piece in claim.content] == ["Rebels have mined the road"]


def test_a_place_that_ends_the_address_of_a_person_does_not_speak(claims_of: ClaimsOf) -> None:
    text = (
        "Jo Anne Val Kessler of the University of California, Los Angeles disagreed with these "
        'findings: "The shelling of the farms is well-known and was certainly important then."'
    )
    assert "Los Angeles" not in {c.speaker.name for c in claims_of(text)}


def test_what_a_report_tells_according_to_which_it_is_so_is_its_own(claims_of: ClaimsOf) -> None:
    text = "The Post printed a report according to which minister Tal, for the state, held talks."
    (claim,) = claims_of(text)
    assert claim.content[0].quote == "minister Tal, for the state, held talks"
    assert claim.speaker.name != "minister Tal"
    assert claims_of("He left a scheme, according to which nobody pays.") == ()
