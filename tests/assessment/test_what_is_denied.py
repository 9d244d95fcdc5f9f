"""What a denial is of, and who says that a truce holds. The conflict is invented."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Dispute, Extract
from dragoman.reading import Item

BEGINS = "TARSK, 4 March 2019 (Post) - "


def disputes(*texts: str) -> tuple[Dispute, ...]:
    """Return the disputes of some reports."""
    items = [
        Item(name=f"{k}.txt", content=f"News\n\n{BEGINS}{text}\n".encode(), form="text")
        for k, text in enumerate(texts)
    ]
    return build([one for one in extracts(items) if isinstance(one, Extract)]).disputes


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman denied that the delay of the talks is linked to the murder of Bob Tal in "
        "Selmo on Sunday.",
        "General Orr rejected the NFA charges against three officers, who it accused of "
        "masterminding the murder of Bob Tal in Selmo on Sunday.",
    ],
)
def test_who_denies_a_link_with_a_murder_denies_no_murder(text: str) -> None:
    told = "The priest Bob Tal was murdered in Selmo on Sunday, the bishop said."
    assert [d for d in disputes(told, text) if d.rule == "said and denied"] == []


def test_a_truce_that_was_not_respected_was_broken() -> None:
    text = (
        "The NFA declared a truce. The army said that the truce was not respected. The NFA said "
        "that the army had broken the truce."
    )
    assert [d for d in disputes(text) if d.rule == "kept against broken"] == []


def test_what_others_are_told_to_say_of_a_truce_is_their_word() -> None:
    text = (
        "The NFA said the army spokesmen stated that the truce was not respected. President Orr "
        "said that the truce was holding."
    )
    (found,) = disputes(text)
    assert "NFA" not in found.why


@pytest.mark.parametrize(
    "text",
    [
        "The NFA accused the army of using chlorine gas in Selmo on Sunday. The envoy of Ostravia "
        "said that the Council will discuss who is responsible for the use of gas in Selmo.",
        "The minister blamed rebels for the murder of six priests in Selmo. Zora Tal said that "
        "murder by the government forces is a constant practice.",
    ],
)
def test_who_asks_or_tells_of_what_is_always_so_blames_nobody_for_a_deed(text: str) -> None:
    assert [d for d in disputes(text) if d.rule == "rival accusations"] == []
