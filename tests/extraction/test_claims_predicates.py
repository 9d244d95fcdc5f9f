"""Report verbs side by side."""

from collections.abc import Callable

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def test_an_object_and_the_next_subject_are_not_one_speaker(claims_of: ClaimsOf) -> None:
    text = "Karvelia has denied involvement and the League said a drone was in the area."
    first, second = claims_of(text)
    assert first.content[0].quote == "involvement"
    assert second.speaker.evidence is not None
    assert second.speaker.evidence.quote == "the League"


def test_two_names_before_a_verb_do_not_end_what_is_said(claims_of: ClaimsOf) -> None:
    text = (
        "The two sides asserted that the pressures from some states on Karvelia and Ostland will "
        "not deter them from continuing to defend their principles."
    )
    assert claims_of(text)[0].content[-1].quote.endswith("principles")
