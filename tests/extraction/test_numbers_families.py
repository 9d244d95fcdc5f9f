"""What befell those whom news counts, in the many words that it has for that."""

from __future__ import annotations

import pytest

from dragoman.library import read_extract
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.reading.items import Given


def counts(text: str) -> set[tuple[str, float | None]]:
    """Return what the accounts of a report count, and how many."""
    given = Given(outlet="Post", published="2031-04-05")
    extract = read_extract(Item(name="x.txt", content=text.encode(), form="text", given=given))
    assert isinstance(extract, Extract)
    return {(count.what, count.low) for account in extract.accounts for count in account.counts}


@pytest.mark.parametrize(
    ("text", "what", "number"),
    [
        ("The army lost one sergeant in the day's fighting.", "killed", 1),
        ("Comrades wiped out 17 policemen in the attack on the camp.", "killed", 17),
        ("Snipers picked off five soldiers at the border posts.", "killed", 5),
        ("Rebels hit a post. Ministers announced 26 martyrs and 63 wounded.", "killed", 26),
        ("The army shelled Selmo on Monday. Hospitals treated 40 people.", "injured", 40),
        ("Forty people needed treatment after the shelling of Selmo.", "injured", 40),
        ("The clashes in Selmo left 40 with gunshot wounds.", "injured", 40),
        ("Four gunmen attacked the hotel in Selmo.", "attackers", 4),
        ("The attack on the hotel was carried out by seven fighters.", "attackers", 7),
        ("The priests were killed by some 30 men in uniform.", "attackers", 30),
        ("Police rounded up 118 marchers.", "detained", 118),
        ("Rebels marched off 12 farmers.", "abducted", 12),
        ("Gunmen took 31 girls from a school in Selmo.", "abducted", 31),
    ],
)
def test_a_figure_says_what_befell_those_counted(text: str, what: str, number: int) -> None:
    assert (what, number) in counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The attack left 100 people killed and over 400 wounded mostly women.",
        "Rebels and 300 soldiers clashed in Selmo.",
        "Two rockets hit the town.",
    ],
)
def test_who_did_no_deed_is_no_attacker(text: str) -> None:
    assert not {what for what, _ in counts(text)} & {"attackers"}


@pytest.mark.parametrize(
    "text",
    [
        "Five tanks were burned in the battle for Selmo.",
        "In the raid on Selmo the rebels knocked out five tanks.",
        "Rebels shot down five helicopters in the battle for Selmo.",
    ],
)
def test_things_that_were_burned_or_brought_down_were_destroyed(text: str) -> None:
    assert ("destroyed", 5) in counts(text)
