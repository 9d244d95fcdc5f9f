"""On which day a deed was done. The conflict is invented."""

import datetime as dt

import pytest
from tests.extraction.test_accounts import told

from dragoman.model import Account


def of(text: str, trigger: str) -> Account:
    """Return the account of a text whose trigger holds some words."""
    return next(a for a in told(text) if trigger in a.trigger.quote and a.family == "event")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Nine died in an air raid on a camp held by the NFA on Monday.", "raid", "2021-06-07"),
        ("Rebels shelled a village controlled by Varnia on Tuesday.", "shelled", "2021-06-08"),
        ("In March, when a bomber on a motorcycle killed six, it fled.", "killed", "2021-03-01"),
        (
            "The NFA has hit Tarsk, including in March when a bomber on a bike killed six people.",
            "killed",
            "2021-03-01",
        ),
        ("On July 2, 2021, Varnia shelled Tarsk.", "shelled", "2021-07-02"),
        ("It gave no details on Wednesdays blast in Tarsk.", "blast", "2021-06-09"),
    ],
)
def test_a_day_is_that_of_the_deed(text: str, trigger: str, day: str) -> None:
    dates = of(text, trigger).date
    assert dates is not None
    assert dates.start == dt.date.fromisoformat(day)


def test_what_was_done_after_the_date_of_its_report_was_done() -> None:
    assert of("On July 2, 2021, Varnia shelled Tarsk.", "shelled").status == "happened"
    assert of("Varnia will shell Tarsk on July 2, 2021.", "shell").status != "happened"


def test_an_attack_that_is_blamed_on_somebody_was_made() -> None:
    for text in (
        "In a rocket attack blamed on the NFA, six people were wounded in Tarsk on Sunday.",
        "Six people were wounded in Tarsk on Sunday in a rocket attack blamed on the NFA.",
    ):
        attack = of(text, "attack")
        assert (attack.mode, [count.low for count in attack.counts]) == ("heavy-weapons", [6])
    assert of("The League attributed the ambush near Tarsk to the NFA.", "ambush").place == "Tarsk"


def test_barrels_and_canisters_fall_as_shells_do() -> None:
    assert of("Two barrels fell on a market in Tarsk.", "fell").place == "Tarsk"
    assert of("A shell landed close to the clinic in Tarsk.", "landed").mode == "heavy-weapons"
    assert not [a for a in told("The price of oil barrels fell in April.") if a.type == "ASSAULT"]
