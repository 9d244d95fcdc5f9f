"""Who denies something has said so himself: what is told of his words charges him with nothing."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item

BEGINS = "TARSK, 4 March 2019 (Post) - "


def questions(text: str) -> list[str]:
    """Return what the disputes of one report ask."""
    item = Item(name="a.txt", content=f"Clashes\n\n{BEGINS}{text}\n".encode(), form="text")
    record = build([one for one in extracts([item]) if isinstance(one, Extract)])
    return [one.question for one in record.disputes]


def test_what_a_report_tells_of_a_sides_words_is_no_charge_that_it_denies() -> None:
    told = (
        "The NFA criticised the envoy Ana Tal on Monday over her charge that it smuggles "
        "weapons into Karvelia, the Varnian News Agency reported."
    )
    answer = "The NFA said the charges were unfounded and false."
    assert questions(f"{told} {answer}") == []


@pytest.mark.parametrize(
    ("denied", "found"),
    [
        ("refuted a Post story about her claim that she had been offered a post in Garn", 0),
        ("denied a Post report that she had been offered a post in Garn", 1),
    ],
)
def test_a_story_about_what_somebody_claims_is_not_denied_as_so(denied: str, found: int) -> None:
    assert len(questions(f"The candidate Ana Tal {denied}.")) == found


def test_a_claim_ends_before_the_words_that_call_it_untrue() -> None:
    text = 'The League said that Tal\'s claim that Varnia shelled the port is "simply not true."'
    assert questions(text) == ["Is it so that Varnia shelled the port?"]


def test_what_is_not_to_be_done_denies_no_danger() -> None:
    told = "Witnesses said there was danger that the mill at Garn might collapse."
    assert questions(f"{told} The fire chief said no men would be sent into the mill.") == []
