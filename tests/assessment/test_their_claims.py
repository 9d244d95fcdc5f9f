"""What one side claims, told by the side that denies it."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.resolution import resolve


def kinds(story: Any, act: str, words: str) -> list[tuple[str, str]]:
    text = f"Karvelia spoke last week. Varnia spoke of it: {words}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.actor("Karvelia", "state", pack="world:ka", country="KA")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(varnia, words, act)
    return [(d.about, d.rule) for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize(
    ("act", "words", "about"),
    [
        ("deny", "Karvelia's claims that its troops had shelled a school", "occurrence"),
        ("reject", "claims by Karvelia of a raid on the dam as absurd", "occurrence"),
        ("assert", "Karvelia's reports of a truce are false", "occurrence"),
        ("deny", "the rebels' claims about having seized the port", "control"),
    ],
)
def test_claims_of_another_that_are_denied_are_in_dispute(
    story: Any, act: str, words: str, about: str
) -> None:
    assert kinds(story, act, words) == [(about, "claim of another denied")]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("deny", "Karvelia's suggestion that the talks be held in Garn"),
        ("deny", "previous reports of a raid on the dam"),
        ("assert", "Karvelia's claims of a raid on the dam must be looked into"),
        ("deny", "its own claims that the dam had been hit"),
    ],
)
def test_claims_of_nobody_who_is_named_are_not_set_against_the_denial(
    story: Any, act: str, words: str
) -> None:
    assert kinds(story, act, words) == []


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("reports of a raid on the dam", "occurrence"),
        ("press reports that a deal with the NFA was close", "occurrence"),
        ("rumours that it will leave the talks", "intention"),
        ("rumours to the effect its troops had left Selmo", "occurrence"),
        ("all accusations of murdering a teacher", "responsibility"),
        ("reports that an NFA drone had carried out the strike", "responsibility"),
    ],
)
def test_what_nobody_by_name_reported_is_in_dispute_where_it_is_denied(
    story: Any, words: str, about: str
) -> None:
    text = f"Varnia denied {words}, and spoke of a plot."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(varnia, words, "deny", cue=one.words("denied"))
    (found,) = assess(resolve([one.extract()])).disputes
    assert (found.about, found.rule) == (about, "claim of another denied")
    assert sum(p.speaker is None for p in found.positions) == 1


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (", as has been reported", True),
        (", as reported in the press", True),
        (", as announced by the rebels", True),
        (", as announced by Varnia itself", False),
        (" and spoke of a plot", False),
    ],
)
def test_what_is_denied_as_reported_was_reported(story: Any, after: str, found: bool) -> None:
    words = "a raid had struck Selmo"
    one = story(f"Varnia denied that {words}{after}.", "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(varnia, words, "deny", cue=one.words("denied"))
    rules = [d.rule for d in assess(resolve([one.extract()])).disputes]
    assert rules == ["claim of another denied"] * found


def told(text: str) -> list[tuple[str, str, str]]:
    """Return what is in dispute in a report: about what, and the first of the two stances."""
    head = "TARSK, March 4, 2019 (AFP) - Shells fell near Selmo overnight.\n\n"
    item = Item(name="a.txt", content=(head + text).encode(), form="text")
    read = [one for one in extracts([item]) if isinstance(one, Extract)]
    return [
        (d.about, p.stance, p.evidence.quote)
        for d in build(read).disputes
        for p in d.positions
        if p.stance != "it is not so"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Davit Orr denied the report that jets had bombed the mill.",
            ("occurrence", "others say so", "jets had bombed the mill"),
        ),
        (
            "Minister Davit Orr denied an accusation that the army is bombing villages.",
            ("occurrence", "others say so", "the army is bombing villages"),
        ),
        (
            "Minister Davit Orr rejected any allegation that he had bought the judges.",
            ("occurrence", "others say so", "he had bought the judges"),
        ),
        (
            "Minister Davit Orr denied that trucks with guns had left Garn, as has been reported.",
            ("occurrence", "others say so", "trucks with guns had left Garn"),
        ),
        (
            "Davit Orr was later accused of inciting the murder of a judge, which Orr denied.",
            ("responsibility", "others say so", "inciting the murder of a judge"),
        ),
        (
            "Delegate Ana Tal said that farmers were arrested by government officials who later "
            "denied it.",
            ("occurrence", "it is so", "farmers were arrested by government officials"),
        ),
        (
            "According to the guerrillas, Ilan Orr was arrested by the 5th army brigade, which "
            "denies this.",
            ("occurrence", "it is so", "Ilan Orr was arrested by the 5th army brigade"),
        ),
        (
            "Karvelia has denied any links with the assassination of minister Bob Tal, an "
            "allegation made by the Varnian army.",
            (
                "responsibility",
                "others say so",
                "any links with the assassination of minister Bob Tal",
            ),
        ),
        (
            "Minister Ana Tal said that Orr had bought the judges. Davit Orr said these charges "
            "were part of a campaign to discredit his party.",
            ("occurrence", "it is so", "Orr had bought the judges"),
        ),
        (
            "Davit Orr, the minister, said the story that a clinic was shelled was nothing but a "
            "fairy tale.",
            ("occurrence", "others say so", "a clinic was shelled"),
        ),
        (
            "As for the rumours that a dam was hit, that too was untrue, minister Davit Orr said.",
            ("occurrence", "others say so", "a dam was hit"),
        ),
        (
            "The ministry termed malicious the stories that jets had bombed the mill.",
            ("occurrence", "others say so", "jets had bombed the mill"),
        ),
    ],
)
def test_a_charge_that_stands_in_its_own_denial_is_in_dispute(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Davit Orr rejected the claims of the displaced.",
        "Minister Davit Orr said the story that the dam was hit was the worst news of the week.",
        "Minister Davit Orr described as legitimate the raid on the dam.",
        "Minister Davit Orr denied that trucks had left Garn, as he said on Monday.",
        "Envoys said that a consul had left for Garn. Karvelia denied the legitimacy of the new "
        "council.",
        "Sources said that rebels tried to seize the mayor, but a neighbour said that they could "
        "not seize him because he was not there.",
    ],
)
def test_what_is_no_denial_of_a_charge_is_not_in_dispute(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The Supreme Court rejected Ilan Orr's allegation of fraud at the mill.",
         "Is there any truth in the claims of fraud at the mill?"),
        ("The smugglers denied reports that they are holding a clerk of the consulate.",
         "Is it so that the smugglers are holding a clerk of the consulate?"),
        ("Police chief Bob Tal said the two smugglers are here, denying reports that they had "
         "moved to Karvelia.", "Is it so that the two smugglers had moved to Karvelia?"),
        ("The army rejected any reports on this murder that attempt to involve them.",
         "Did government forces have a part in the murder, as told on 4 March 2019?"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_charge_names_whom_it_means(text: str, question: str) -> None:
    content = f"Clashes\n\nTARSK, 4 March 2019 (Post) - {text}\n".encode()
    found = extracts([Item(name="a.txt", content=content, form="text")])
    (dispute,) = build([one for one in found if isinstance(one, Extract)]).disputes
    assert dispute.question == question


def test_the_army_of_a_state_is_no_man_of_it_and_links_are_of_who_denies_them() -> None:
    text = (
        "Jordan has denied any links with the murder of Syrian minister Bob Tal, an allegation "
        "made by the Syrian army. Tal was killed on Monday."
    )
    content = f"Clashes\n\nTARSK, 4 March 2019 (Post) - {text}\n".encode()
    found = extracts([Item(name="a.txt", content=content, form="text")])
    record = build([one for one in found if isinstance(one, Extract)])
    (dispute,) = record.disputes
    assert dispute.question.startswith("Did Jordan have links with the murder of ")
    people = {actor.id for actor in record.actors if actor.type == "person"}
    assert not people & {position.speaker for position in dispute.positions}


@pytest.mark.parametrize(
    ("words", "stances"),
    [
        (
            "Karvelia made up the story about rebels mining the dam in order to win votes",
            "it is so",
        ),
        ("a writer had invented the charge that the dam was mined, to win votes", "others say so"),
    ],
)
def test_what_somebody_has_made_up_is_said_by_him(story: Any, words: str, stances: str) -> None:
    one = story(f"Karvelia spoke. Varnia spoke of it: {words}.", "2019-03-04", "a.txt")
    one.actor("Karvelia", "state", pack="world:ka", country="KA")
    one.claim(one.actor("Varnia", "state", pack="world:va", country="VA"), words)
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.rule == "claim of another denied"
    told = {p.stance: p.evidence.quote for p in found.positions}
    assert told.keys() == {stances, "it is not so"}
    assert told[stances] in ("rebels mining the dam", "the dam was mined")


def test_a_report_itself_calls_untrue_what_others_reported() -> None:
    text = (
        "SELMO, 13 March (KPA) - Rebels ambushed a patrol near Selmo on Monday. The false report "
        "by the local council of the killing of villagers in Selmo is completely groundless."
    )
    item = Item(name="a.txt", content=text.encode(), form="text")
    found = [e for e in extracts([item]) if isinstance(e, Extract)]
    (shown,) = build(found).disputes
    assert (
        shown.question == "Is there any truth in the report of the killing of villagers in Selmo?"
    )
    assert {p.stance for p in shown.positions} == {"others say so", "it is not so"}
