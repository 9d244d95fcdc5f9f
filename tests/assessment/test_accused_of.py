"""Of what deed somebody is accused, and by whom."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve

LEAD = "Nine monks were murdered in Selmo"


def shown(story: Any, text: str, *claims: tuple[str, str, str], doer: str = "") -> list[str]:
    """Return the rules that find a dispute in a report of (speaker, act, words)."""
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    actors = {
        "Varnia": one.actor("Varnia", "state", pack="world:va", country="VA"),
        "Ostrava": one.actor("Ostrava", "state", pack="world:os", country="OS"),
        "NFA": one.actor("NFA", "armed_group", pack="karvelia:nfa", sector="REB"),
        "the abbot": one.actor("the abbot", "person", named=False),
        "wild rumours": one.actor("wild rumours", "group", named=False),
    }
    one.account("murdered", actors=(actors[doer],) if doer else ())
    for speaker, act, words in claims:
        one.claim(actors[speaker], words, act)
    return [d.rule for d in assess(resolve([one.extract()])).disputes]


@pytest.mark.parametrize(
    ("deed", "found"),
    [
        ("of ordering the murder of the monks", 1),
        ("of having committed the murder", 1),
        ("of hiding a witness of the murder", 0),
        ("of having bribed a witness of the murder", 0),
        ("of failing to look into the murder", 0),
    ],
)
def test_who_is_accused_of_another_thing_is_no_culprit(story: Any, deed: str, found: int) -> None:
    accused = f"Varnia {deed}"
    text = f"{LEAD}.\nThe NFA blamed Ostrava for the murder. The abbot accused {accused}."
    claims = ("NFA", "accuse", "Ostrava for the murder"), ("the abbot", "accuse", accused)
    assert shown(story, text, *claims).count("rival accusations") == found


@pytest.mark.parametrize(("speaker", "found"), [("the abbot", 1), ("wild rumours", 0)])
def test_rumours_accuse_nobody(story: Any, speaker: str, found: int) -> None:
    text = (
        f"{LEAD}.\nThe NFA blamed Ostrava for the murder. {speaker} blamed Varnia for the murder."
    )
    claims = (
        ("NFA", "accuse", "Ostrava for the murder"),
        (speaker, "accuse", "Varnia for the murder"),
    )
    assert shown(story, text, *claims).count("rival accusations") == found


def test_what_a_voice_passes_on_is_not_set_against_it(story: Any) -> None:
    passed_on = "Ostrava for the murder"
    outer = f"Varnia for the murder, and also blamed {passed_on}"
    text = f"{LEAD}.\nThe NFA blamed {outer}."
    claims = ("NFA", "accuse", outer), ("the abbot", "accuse", passed_on)
    assert "rival accusations" not in shown(story, text, *claims)


@pytest.mark.parametrize(("doer", "found"), [("", 1), ("Varnia", 0)])
def test_the_deed_that_a_report_begins_with_is_its_doers(story: Any, doer: str, found: int) -> None:
    """Who answers a charge by blaming the doer of the news speaks of the news."""
    rockets = "the NFA fired the rockets at the mill"
    text = (
        f"{LEAD}{' by Varnia' if doer else ''}.\nLater rockets hit a mill.\nOstrava said that "
        f"{rockets}.\nThe NFA blamed Varnia for the attack."
    )
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    actors = {
        "Varnia": one.actor("Varnia", "state", pack="world:va", country="VA"),
        "Ostrava": one.actor("Ostrava", "state", pack="world:os", country="OS"),
        "NFA": one.actor("NFA", "armed_group", pack="karvelia:nfa", sector="REB"),
    }
    one.account("murdered", actors=(actors[doer],) if doer else ())
    one.account("hit")
    told = one.claim(actors["Ostrava"], rockets)
    one.account("fired", actors=(actors["NFA"],), claim=told)
    one.claim(actors["NFA"], "Varnia for the attack", "accuse")
    rules = [d.rule for d in assess(resolve([one.extract()])).disputes]
    assert rules.count("rival accusations") == found


@pytest.mark.parametrize(
    ("charge", "found"),
    [("Varnia of the murder of the monks", 1), ("Varnia of any such murder in Selmo", 0)],
)
def test_who_is_always_blamed_is_not_charged_with_one_deed(
    story: Any, charge: str, found: int
) -> None:
    text = f"{LEAD}.\nThe abbot accused {charge}. Varnia denied any involvement."
    claims = ("the abbot", "accuse", charge), ("Varnia", "deny", "any involvement")
    assert shown(story, text, *claims).count("accusation rejected") == found


@pytest.mark.parametrize("within", [True, False])
def test_a_denial_in_anothers_words_answers_those_words(story: Any, within: bool) -> None:
    before = "Varnia had sunk the barge with all its crew"
    told = "officers of Varnia who later denied the charge had led the monks away"
    text = f"{LEAD}.\nThe abbot said that {before}.\nA monk said that {told}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(one.actor("The abbot", named=False), before)
    if within:
        one.claim(one.actor("A monk", named=False), told)
    one.claim(varnia, "the charge", "deny")
    rules = [d.rule for d in assess(resolve([one.extract()])).disputes]
    assert ("accusation rejected" in rules) != within


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("those responsible for the murder of the monks are Ostrava's men", 1),
        ("Ostrava was the one who ordered the murder", 1),
        ("Ostrava is among the killers", 1),
        ("leftist groups were behind the murder", 1),
        ("those responsible for the murder will be found", 0),
        ("Ostrava is among the mourners of the murder", 0),
    ],
)
def test_more_words_of_blame(story: Any, words: str, found: int) -> None:
    text = f"{LEAD}.\nThe NFA blamed Varnia for the murder.\nThe abbot said that {words}."
    claims = ("NFA", "accuse", "Varnia for the murder"), ("the abbot", "assert", words)
    assert shown(story, text, *claims).count("rival accusations") == found


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("A judge's report implicated Orr in the death of the monks.", 1),
        ("A judge's report praised Orr for his work on the death of the monks.", 0),
    ],
)
def test_a_denial_in_the_lead_answers_a_charge_that_its_report_tells_of(
    story: Any, later: str, found: int
) -> None:
    words = "I had nothing to do with that murder"
    text = f"Orr spoke of the death of nine monks. {words}, he said.\nIt rained in Selmo.\n{later}"
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    orr = one.actor("Orr", "person", named=True)
    one.claim(orr, words)
    one.account("implicated" if found else "praised", "ACCUSE", recipients=(orr,))
    rules = [d.rule for d in assess(resolve([one.extract()])).disputes]
    assert rules.count("accusation rejected") == found
