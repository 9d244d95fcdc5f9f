"""What is asked of what somebody says: no pronoun, no speech verb, and nobody who only tells."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment.disputes.questions import asked, asked_by_name, question
from dragoman.assessment.disputes.readable import is_readable
from dragoman.assessment.index import Index
from dragoman.assessment.statements import statements
from dragoman.library import build, extracts
from dragoman.model import Act, Extract
from dragoman.reading import Item
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("words", "who", "found"),
    [
        ("The army used mines", "", "Is it so that the army used mines?"),
        ("the army used mines, as the rebels claim", "", "Is it so that the army used mines?"),
        ("a bomb killed nine men on Monday a monitor said", "",
         "Is it so that a bomb killed nine men on Monday?"),
        ("the raids on the port saying it was a lie", "",
         "Is there any truth in the reports of the raids on the port?"),
        ("the reported abuse of captives", "",
         "Is there any truth in the reports of abuse of captives?"),
        ("Mr president, it has been learned that aid was cut for the mill, because...", "",
         "Is it so that aid was cut for the mill?"),
        ("it backs the army rather than fighting it", "the NFA",
         "Is it so that the NFA backs the army rather than fighting it?"),
        ("an army report it had hit the depot in Garn", "the League",
         "Is it so that the League had hit the depot in Garn?"),
        ("the guns have hit two mills in Garn and Varnia has accused Ostravia of a crime", "",
         "Is it so that the guns have hit two mills in Garn?"),
        ('two "bandits" had lost their lives when they met the guards', "",
         'Is it so that two "bandits" had lost their lives when they met the guards?'),
        ("at least nine men, mostly herdsmen, who were arrested by the army", "",
         "Is it so that at least nine men, mostly herdsmen, were arrested by the army?"),
        ("herdsmen train what they call guards", "",
         "Is it true: “herdsmen train what they call guards”?"),
        ("it is holding nine men", "the NFA", "Is it so that the NFA is holding nine men?"),
        ("she was beaten at the mill", "woman", "Is it so that the woman was beaten at the mill?"),
        ("his ordering the murder", "Bob Tal", "Did Bob Tal order the murder?"),
        ("involvement in the raid", "Varnia", "Did Varnia have a part in the raid?"),
        ("developing sarin in secret", "Varnia", "Did Varnia develop sarin in secret?"),
        ("being behind the raid", "the rebels", "Were the rebels behind the raid?"),
        ("arming and training rebels", "Varnia",
         "Is it true of Varnia: “arming and training rebels”?"),
        ("during the siege he was beaten, because it can prove that", "Bob Tal",
         "Is it so that during the siege Bob Tal was beaten?"),
        ("any links with the two men", "Army of Varnia",
         "Did the Army of Varnia have links with the two men?"),
        ("some of its clerks are paid by smugglers", "The consulate in Selmo",
         "Is it so that some of the consulate in Selmo’s clerks are paid by smugglers?"),
        ("there are any rifts in U.S. Navy circles", "",
         "Is it so that there are rifts in U.S. Navy circles?"),
        ("minister Ilan Orr, acting on behalf of the whole state, held talks with the smugglers of "
         "Garn and Selmo for a year", "",
         "Is it so that minister Ilan Orr held talks with the smugglers of Garn and Selmo for a "
         "year?"),
        ('they reportedly had "freed land" [as heard] in the "north (NFA', "",
         "Is it so that they had freed land in the north?"),
        ("it had shelled the port", "the army", "Is it so that the army had shelled the port?"),
        ("Karvelian raids on the port", "a minister",
         "Is there any truth in the reports of Karvelian raids on the port?"),
    ],
)  # fmt: skip
def test_what_is_asked_has_a_subject_and_no_teller(words: str, who: str, found: str) -> None:
    assert asked_by_name(words, who) == found


def charge(story: Any, text: str, words: str, act: Act, *, harmed: str = "") -> str:
    """Return what is asked of what the NFA says in a text."""
    one = story(text)
    claim = one.claim(one.actor("NFA", "armed_group"), words, act)
    if harmed:
        one.account("killed", claim=claim, recipients=(one.actor(harmed),))
    index = Index(resolve([one.extract()]))
    (said,) = (s for s in statements(index) if s.claim)
    return question(index, said, "Varnia")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the army of shelling homes", "Did the army shell homes?"),
        ("Varnia, a member of a pact of eight states in Asia and Africa, of killing six men",
         "Did Varnia kill six men?"),
        ("the army responsible for the murder of a judge",
         "Did the army do it: “the murder of a judge”?"),
        ("the army and the most radical sectors of the government of Karvelia of shelling homes",
         "Did the army and the most radical sectors of the government of Karvelia shell homes?"),
        ("the army of killing Ana Tal, daughter of the colonel Orren Tal, head of the school of "
         "the army in Garn", "Did the army kill Ana Tal?"),
        ("regime for the attack", "Did the regime do it: the attack, as told on 4 March 2019?"),
    ],
)  # fmt: skip
def test_an_accusation_is_asked_by_whom_it_names_and_of_what(
    story: Any, words: str, found: str
) -> None:
    assert charge(story, f"The NFA accused {words}.", words, "accuse") == found


def test_he_is_asked_by_his_name(story: Any) -> None:
    text = "Orren Tal was shot.\nThe NFA said that he was killed in a theft."
    asked_of = charge(story, text, "he was killed in a theft", "assert", harmed="Orren Tal")
    assert asked_of == "Is it so that Orren Tal was killed in a theft?"


@pytest.mark.parametrize(
    ("text", "asked_of"),
    [
        ("The chief said that both smugglers are in Garn, denying reports that they had moved the "
         "bases to Karvelia.", "Is it so that both smugglers had moved the bases to Karvelia?"),
        ("The herdsmen do not trust the NFA because they say it backs the army rather than "
         "fighting it, an accusation the NFA has denied.",
         "Is it so that NFA backs the army rather than fighting it?"),
        ("The police have denied Ana Tal's charges that during her detention she was beaten.",
         "Is it so that during her detention Ana Tal was beaten?"),
        ("The Coalition said it believed Varnian forces had burned the mill at Selmo. The NFA "
         "said that Varnian forces had not burned the mill at Selmo.",
         "Is it so that the Coalition believed Varnian forces had burned the mill at Selmo?"),
        ("In the talk of the raid the chief of Garn denied reports that they had moved the bases.",
         ""),
    ],
)  # fmt: skip
def test_a_pronoun_is_asked_by_whom_was_named_before_or_not_at_all(
    text: str, asked_of: str
) -> None:
    content = f"TARSK, March 4, 2019 (AFP) - {text}".encode()
    item = Item(name="a.txt", content=content, form="text")
    found = [one for one in extracts([item]) if isinstance(one, Extract)]
    assert [d.question for d in build(found).disputes] == [asked_of][: bool(asked_of)]


@pytest.mark.parametrize(
    "asked_of",
    [
        "Is it true: “When asked of the charges that the army did it, he”?",
        "Did Orr keep the promise: “Second, we will end the raids”?",
        "Is there any truth in the reports of which the army?",
        "Is it so that they were moving to Garn?",
        "Is it so that this was absurd?",
    ],
)
def test_what_is_cut_off_or_names_nobody_cannot_be_read(asked_of: str) -> None:
    assert not is_readable(asked_of)


def test_a_long_statement_is_quoted() -> None:
    assert asked(" ".join(["mines"] * 31)).startswith("Is it true: “")
