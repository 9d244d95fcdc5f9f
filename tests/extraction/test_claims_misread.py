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
