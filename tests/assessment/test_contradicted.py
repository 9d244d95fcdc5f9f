"""What is contradicted in so many words: called false, answered with a no, disputed."""

from __future__ import annotations

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item


def found(text: str) -> list[tuple[str, str]]:
    """Return the questions in dispute in a report, with the last stance's words."""
    head = "TARSK, March 4, 2019 (AFP) - Shells fell near Selmo overnight.\n\n"
    item = Item(name="a.txt", content=(head + text).encode(), form="text")
    read = [one for one in extracts([item]) if isinstance(one, Extract)]
    return [
        (d.question, next(p.evidence.quote for p in d.positions if "not so" in p.stance))
        for d in build(read).disputes
    ]


@pytest.mark.parametrize(
    ("text", "question", "denied"),
    [
        ("President Orr spoke on the radio. He said that one soldier was treated at the hospital. "
         "That is totally false. Twenty were.",
         "Is it so that one soldier was treated at the hospital?", "That is totally false"),
        ("Varnian officials complained that rescuers left villagers to die. The Karvelian health "
         "ministry disputed that notion.",
         "Is it so that rescuers left villagers to die?", "that notion"),
        ("General Tal said that it was not true that the army had shelled the village of Selmo.",
         "Is it so that the army had shelled the village of Selmo?",
         "it was not true that the army had shelled the village of Selmo"),
        ("Minister Orr said that it was absurd to say that the army trained rebels in Tarsk.",
         "Is it so that the army trained rebels in Tarsk?",
         "it was absurd to say that the army trained rebels in Tarsk"),
        ("Asked about the reports of the NFA holding the army responsible for the raid on Selmo, "
         "Colonel Orr said that this was absurd.",
         "Did the army do it: “the raid on Selmo”?", "this was absurd"),
        ("The Varnian army took Selmo on Monday. Varnian reports that the rebels fled are cynical "
         "and false, the NFA said.", "Is it so that the rebels fled?",
         "Varnian reports that the rebels fled are cynical and false"),
        ("The Northern Free Army (NFA) spoke. General Orr of the Karvelian army rejected the NFA "
         "charges against ranking officers, whom it accused of masterminding the murder of monks.",
         "Did ranking officers mastermind the murder of monks?",
         "the NFA charges against ranking officers, whom it accused of masterminding the murder of "
         "monks"),
        ("The rebel leader Jan Tal denied having proposed an alliance with Varnia. Last week the "
         "newspaper La Plaza reported that Tal had proposed an alliance with Varnia.",
         "Is it true of Jan Tal: “having proposed an alliance with Varnia”?",
         "having proposed an alliance with Varnia"),
        ("General Orr denied a report by a trader in Tarsk, who said that the army had shut down "
         "the city.", "Is it so that the army had shut down the city?",
         "a report by a trader in Tarsk, who said that the army had shut down the city"),
        ("[REPORTER] Varnia says that the Karvelian army is moving the rebels to Tarsk.\n\n[ORR] "
         "No, no. The Karvelian army has no contacts with them.\n\n[REPORTER] Thank you.\n\n[ORR] "
         "It was a pleasure to talk to you all.",
         "Is it so that the Karvelian army is moving the rebels to Tarsk?",
         "No, no. The Karvelian army has no contacts with them."),
        ("The claim that its jets had bombed the market in Selmo was dismissed by the Karvelian "
         "army as absurd.",
         "Is it so that the Karvelian army’s jets had bombed the market in Selmo?",
         "The claim that its jets had bombed the market in Selmo"),
        ("The Karvelian army said that rebels had opened fire first. Its account was contradicted "
         "by residents.", "Is it so that rebels had opened fire first?", "Its account"),
        ("Contrary to reports that the suspect had confessed, police said that he had admitted "
         "nothing.", "Is it so that the suspect had confessed?", "he had admitted nothing"),
        ("Residents of Selmo disputed the army's claim that rebels had fled the town.",
         "Is it so that rebels had fled the town?", "rebels had fled the town"),
    ],
)  # fmt: skip
def test_what_is_contradicted_is_in_dispute(text: str, question: str, denied: str) -> None:
    assert found(text) == [(question, denied)]


@pytest.mark.parametrize(
    "text",
    [
        "Orr said that the talks would begin. That is a good sign.",
        "Orr asked whether it was not true that the army had shelled Selmo.",
        "Orr said that it was wrong to say that we had lost.",
        "Karvelia disputed the result of the vote in Tarsk.",
        "Orr said that a truce was near. “That is false,” Orr said of another report.",
        "[REPORTER] Will the talks go on in Tarsk this week?\n\n[ORR] No, no. They ended on Monday."
        "\n\n[REPORTER] Thank you.\n\n[ORR] It was a pleasure to talk to you all.",
        "Contrary to the claims of the Karvelian army, residents said that the mill was hit.",
        "The council rejected its calls for talks. It said that it would wait.",
        "Karvelia denied any role in the raid, and Varnia has never accused it of the raid.",
        "Two papers wrote of Varnia. Varnia has been fighting terror for years, its ministry "
        "said. Varnia denied any role in the attack of June 11, 2001.",
    ],
)
def test_what_is_not_said_or_not_contradicted_is_not(text: str) -> None:
    assert found(text) == []


def test_who_died_at_the_hands_of_a_side_and_whom_blame_is_laid_on() -> None:
    head = "TARSK, March 4, 2019 (AFP) - Nine people were killed in Selmo overnight.\n\n"
    told = (
        "The villagers of Selmo died at the hands of Karvelian soldiers, survivors said. The "
        "Karvelian army denied it.",
        "Survivors laid the blame for the massacre in Selmo on the Karvelian army. The Karvelian "
        "army denied any role in it.",
    )
    for text in told:
        item = Item(name="a.txt", content=(head + text).encode(), form="text")
        read = [one for one in extracts([item]) if isinstance(one, Extract)]
        assert [d.about for d in build(read).disputes] == ["responsibility"]
