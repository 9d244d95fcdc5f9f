"""What denies nothing of what stands beside it, and who denies it. The conflict is invented."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Dispute, Extract
from dragoman.reading import Item

BEGINS = "TARSK, 4 March 2019 (Post) - "


def disputes(text: str) -> tuple[Dispute, ...]:
    """Return the disputes of one report."""
    item = Item(name="a.txt", content=f"Clashes\n\n{BEGINS}{text}\n".encode(), form="text")
    return build([one for one in extracts([item]) if isinstance(one, Extract)]).disputes


@pytest.mark.parametrize(
    "text",
    [
        # what was not known, what is only guessed
        "Officials in Selmo said the rebels had looted two shops, while the army press office said "
        "it had not been informed.",
        "The mayor said the diggers had made a tunnel with spades in the mine shaft. \"We guessed "
        "it was a landslide and not a gas blast or flood because there was no water and no smell "
        'of gas in the shaft," a rescued digger told the Post.',
        # things that nobody told of before
        "The traders said the depots at Garn were the biggest of all. The police chief said these "
        "workshops had not been used for a long time.",
        # one voice under two names
        "The spokesmen and President Orr himself have said that the talks hang on the truce being "
        "kept by the League. Orr said that the truce was not kept by the League.",
        # a report on a case tells of it
        "The priest denied inexact reports on the case of the murdered farmers.",
        # who repudiates a murder condemns it
        "The students repudiated the murder of the priest Bob Tal in Selmo. The union condemned "
        "the murder of Tal, who was killed in Selmo by gunmen.",
    ],
)  # fmt: skip
def test_what_denies_nothing_is_no_dispute(text: str) -> None:
    assert disputes(text) == ()


def test_what_two_deny_of_one_charge_is_one_dispute() -> None:
    text = (
        "The herdsmen said the border guards had burned the barn of the mill at Garn. The consul "
        "of Ostravia denied that the border guards had burned the barn of the mill. The bishop, "
        "too, denied that the border guards had burned the barn of the mill."
    )
    (found,) = disputes(text)
    assert [p.stance for p in found.positions].count("it is not so") == 2


def test_of_two_clauses_the_one_that_denies_is_set_against_what_another_said() -> None:
    text = (
        "All clerks of the consulate are safe, the ministry said. The radio reported that the "
        "consulate in Selmo had been occupied by herdsmen. The consul said that the consulate in "
        "Selmo had not been occupied by herdsmen and all the clerks of the consulate were safe."
    )
    (found,) = disputes(text)
    assert [p.evidence.quote.split()[0] for p in found.positions] == ["the", "the"]
    assert "occupied" in found.question


def test_a_liberation_front_has_freed_nothing() -> None:
    text = (
        "The army said that Bob Tal was killed by the Karvelian Liberation Front. Delegates of "
        "Ostravia denied the army's claim that Bob Tal was killed by the Karvelian Liberation "
        "Front."
    )
    assert [d.about for d in disputes(text)] == ["occurrence"]


def test_what_is_denied_in_so_many_words_is_not_shown_with_what_reads_as_a_denial() -> None:
    text = (
        "The rebels said that the army had burned the mill at Garn, but Karvelia denied this. The "
        "mayor's spokesman said his men had been nowhere near the mill that week."
    )
    assert len(disputes(text)) == 1
