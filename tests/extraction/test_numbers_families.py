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


@pytest.mark.parametrize(
    ("text", "what", "number"),
    [
        ("The rebels hit the camp. The army suffered 15 casualties.", "casualties", 15),
        ("A group of six gunmen attacked two checkpoints in Selmo.", "attackers", 6),
        ("Gunmen killed the mayor along with three bodyguards.", "killed", 3),
        ("The leader was killed together with 12 of his men in a raid on Selmo.", "killed", 12),
        ("The NFA raided Selmo. Extremists slit the throats of 32 villagers.", "killed", 32),
        ("Fighting in Selmo left 103 dead by Wednesday.", "killed", 103),
        ("The toll of the raid on Selmo rose to at least 12 a monitor said.", "killed", 12),
        ("Rebels blew up three power lines near Selmo.", "destroyed", 3),
        ("Rebels shelled Selmo, damaging 12 houses.", "damaged", 12),
        ("At least 17 shots were fired at the senator's car in Selmo.", "shots", 17),
        ("Twelve soldiers are in the hands of the rebels.", "held", 12),
        ("Five ministers were under guard, he said.", "held", 5),
        ("The rebels released 25 soldiers on Friday.", "released", 25),
    ],
)
def test_a_figure_is_read_in_more_turns_of_news(text: str, what: str, number: int) -> None:
    assert (what, number) in counts(text)


@pytest.mark.parametrize(
    ("text", "what", "number"),
    [
        ("The army killed the rebels with two helicopters.", "killed", 2),
        ("Violence in Varnia has left 2,000 dead since 2029.", "killed", 2000),
        ("The raid on buses with evacuees has risen to 70.", "displaced", 70),
    ],
)
def test_no_figure_is_taken_for_what_its_sentence_does_not_say(
    text: str, what: str, number: int
) -> None:
    assert (what, number) not in counts(text)
