"""Past tenses that the parse takes for participles."""

from collections.abc import Callable

import pytest

from dragoman.extraction.claims_syntax import is_passive, subject_of
from dragoman.language import parse
from dragoman.model import Claim, Extract

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The NFA-led alliance reported earlier on Friday it had carried out ten raids.",
            "The NFA-led alliance", "it had carried out ten raids",
        ),
        (
            "The League, one of the oldest bodies of its kind, announced here Monday the opening "
            "of its Tarsk office.",
            "The League", "the opening of its Tarsk office",
        ),
        (
            "President Pavel Ruban, who will serve as the chairman of the next summit, called on "
            "all member states to settle their disputes.",
            "President Pavel Ruban", "all member states to settle their disputes",
        ),
        (
            "Rebels took the town of Sarn, with Karvelia saying that it wanted a safe zone.",
            "Karvelia", "it wanted a safe zone",
        ),
    ],
)  # fmt: skip
def test_a_past_tense_read_as_a_participle_still_speaks(
    claims_of: ClaimsOf, text: str, source: str, content: str
) -> None:
    (claim,) = (c for c in claims_of(text) if c.act != "intend")
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote.split(",")[0] == source
    assert [piece.quote for piece in claim.content] == [content]


def test_what_a_bomb_was_claimed_by_is_no_statement_of_the_bomb(claims_of: ClaimsOf) -> None:
    assert all("bomb" not in c.speaker.name for c in claims_of("A bomb, claimed by them, blew up."))


@pytest.mark.parametrize(("thing", "acts"), [("a helicopter", []), ("the proposal", ["reject"])])
def test_only_what_was_proposed_is_rejected_by_shooting_it_down(
    claims_of: ClaimsOf, thing: str, acts: list[str]
) -> None:
    claims = claims_of(f"Two died after the Harvest Front shot down {thing} near Tarsk.")
    assert [claim.act for claim in claims] == acts


@pytest.mark.parametrize(
    "text",
    [
        "The analyst told KNA Pavel Novak was dead.",
        "The analyst told Reuters Pavel Novak had left.",
    ],
)
def test_the_agency_that_is_told_is_no_part_of_the_name_after_it(
    claims_of: ClaimsOf, text: str
) -> None:
    (claim,) = claims_of(text)
    assert claim.content[0].quote.startswith("Pavel Novak ")


def test_the_group_named_is_speaks(extract_of: Callable[..., Extract]) -> None:
    text = "IS said in a statement that one of its fighters had shot down a plane."
    document = parse(extract_of(text).report)
    said = next(token for token in document.tokens if token.text == "said")
    subject = subject_of(document, said)
    assert subject is not None
    assert subject.text == "IS"
    assert not is_passive(document, said)


def test_what_somebody_is_said_to_have_caused_is_told(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("They had burns that activists say were caused by gas.")
    assert claim.content[0].quote == "were caused by gas"


def test_who_speaks_behind_a_but_without_a_comma_is_not_joined_to_what_was_said(
    claims_of: ClaimsOf,
) -> None:
    text = (
        "On Saturday Tarsk reported dozens of civilians had fled via these corridors but residents "
        "and rebels on the ground dismissed the reports as lies."
    )
    told, denial = claims_of(text)
    assert told.content[0].quote == "dozens of civilians had fled via these corridors"
    assert (denial.act, denial.speaker.name) == ("reject", "residents and rebels")


@pytest.mark.parametrize(
    "text",
    [
        "The government, which denied its forces were behind the bombing, promised an inquiry.",
        "The government which denied its forces were behind the bombing also agreed to an inquiry.",
    ],
)
def test_what_a_relative_clause_denies_is_whole_though_its_verb_is_read_as_the_main_one(
    claims_of: ClaimsOf, text: str
) -> None:
    denial = next(c for c in claims_of(text) if c.act == "deny")
    assert denial.content[0].quote == "its forces were behind the bombing"
    assert denial.speaker.name == "government"
