from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def summary(claims: tuple[Claim, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Return speaker and content of each claim."""
    return [(c.speaker.name, tuple(piece.quote for piece in c.content)) for c in claims]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "KNA reported on Thursday, losses had risen to 55 percent.",
            "KNA", "losses had risen to 55 percent",
        ),
        (
            "As KNA reported on Friday, the army was refusing to leave the town.",
            "KNA", "the army was refusing to leave the town",
        ),
        (
            "The League told its members in Tarsk, the capital, that the truce was broken.",
            "the League", "the truce was broken",
        ),
        (
            "Pavel Novak has made it clear that the talks will go on.",
            "Pavel Novak", "the talks will go on",
        ),
        (
            "On Friday the League announced the new region, to be called Osta, would be "
            "governing itself.",
            "the League", "the new region, to be called Osta, would be governing itself",
        ),
        (
            "Pavel Novak called his handling of the talks “extremely careless”.",
            "Pavel Novak", "his handling of the talks “extremely careless”",
        ),
        (
            "Pavel Novak attributed the blast to a gas leak.",
            "Pavel Novak", "the blast to a gas leak",
        ),
    ],
)  # fmt: skip
def test_what_the_parse_loses_is_found(
    claims_of: ClaimsOf, text: str, speaker: str, content: str
) -> None:
    assert (speaker, (content,)) in summary(claims_of(text))


def test_a_vow_tagged_by_its_speaker_is_no_statement_of_the_tag(claims_of: ClaimsOf) -> None:
    text = "Karvelia promised to open the road before the winter, Pavel Novak said."
    assert ("Karvelia", ("Pavel Novak said",)) not in summary(claims_of(text))


def test_a_sentence_that_the_parser_cuts_in_two_is_whole(claims_of: ClaimsOf) -> None:
    text = (
        "Pavel Novak said all member states must ensure that the SAFTA (South Asia Free Trade "
        "Area) Agreement enters into force as agreed upon."
    )
    ((_, content),) = summary(claims_of(text))
    assert content[0].endswith("Agreement enters into force as agreed upon")


def test_whom_a_report_cites_says_it_within_the_reports_words(claims_of: ClaimsOf) -> None:
    outer, inner = claims_of("KNA reported that ten soldiers were killed, citing Pavel Novak.")
    assert summary((outer, inner)) == [
        ("KNA", ("ten soldiers were killed",)),
        ("Pavel Novak", ("ten soldiers were killed",)),
    ]
    assert inner.within == outer.id


def test_a_clause_before_quoted_as_saying_is_the_quoted_ones(claims_of: ClaimsOf) -> None:
    text = "At least 40 people were killed in the strikes KNA quoted the League as saying."
    assert ("the League", ("At least 40 people were killed in the strikes",)) in summary(
        claims_of(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ten died, without the League specifying anything.",
        "The floods claimed ten lives.",
        "They grew according to their type and size.",
        "The rebels committed a massacre.",
    ],
)
def test_what_nobody_states_stays_out(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()
