"""What a report tells of another time than its news answers nothing of it."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve

CHARGE = "Varnia of dropping poison gas on Selmo on Monday"


def report(story: Any, text: str, *said: tuple[str, str, str]) -> Any:
    """Return the extract of one report in which (speaker, act, words) is said."""
    one = story(text, "2019-03-04", f"{len(text)}.txt", outlet=f"Outlet {len(text)}")
    people = {
        "Varnia": one.actor("Varnia", "state", country="VA"),
        "The NFA": one.actor("The NFA", "armed_group"),
        "The Union": one.actor("The Union", "organisation"),
    }
    for speaker, act, words in said:
        cue = {"cue": one.words("denied")} if act == "deny" else {}
        one.claim(people[speaker], words, act, **cue)
    return one.extract()


def rules(*extracts: Any) -> list[str]:
    return [d.rule for d in assess(resolve(extracts)).disputes]


@pytest.mark.parametrize(
    ("denied", "found"),
    [("denied", 1), ("has consistently denied", 0), ("has long denied", 0)],
)
def test_what_is_denied_all_along_answers_no_charge_of_another_report(
    story: Any, denied: str, found: int
) -> None:
    charged = report(story, f"The NFA accused {CHARGE}.", ("The NFA", "accuse", CHARGE))
    words = "using chemical weapons"
    other = report(story, f"Varnia {denied} {words}.", ("Varnia", "deny", words))
    assert rules(charged, other) == ["accusation rejected"] * found


def test_what_is_denied_all_along_answers_the_charge_right_before_it(story: Any) -> None:
    words = "using chemical weapons"
    text = f"The NFA accused {CHARGE}. Varnia has consistently denied {words}."
    said = (("The NFA", "accuse", CHARGE), ("Varnia", "deny", words))
    assert rules(report(story, text, *said)) == ["accusation rejected"]


@pytest.mark.parametrize(
    ("year", "found"), [("2013", "denied beside it"), ("2019", "accusation rejected")]
)
def test_who_denies_the_deed_of_another_year_does_not_deny_the_news(
    story: Any, year: str, found: str
) -> None:
    old, denied = "Varnia of that attack", "responsibility"
    text = (
        f"The NFA accused {CHARGE}. In {year} nerve gas was used in Brod. The Union accused {old}. "
        f"Varnia denied {denied}."
    )
    said = (("The NFA", "accuse", CHARGE), ("The Union", "accuse", old), ("Varnia", "deny", denied))
    assert rules(report(story, text, *said)) == [found]


def test_many_times_the_dead_of_the_news_are_of_another_deed(story: Any) -> None:
    old = "Varnia of killing 1400 people with chemical weapons"
    words = "using chemical weapons in the attack"
    lead = "Poison gas killed 58 people in Selmo on Monday."
    text = f"{lead}\n{'Rain fell on the hills. ' * 60}\nThe NFA accused {old}."

    def told(lead_counts: int) -> Any:
        one = story(text, "2019-03-04", f"{lead_counts}.txt", outlet="Post")
        nfa = one.actor("The NFA", "armed_group")
        one.actor("Varnia", "state", country="VA")
        one.account(
            "killed", day="2019-03-04", counts=(("killed", lead_counts, lead_counts, "58"),)
        )
        claim = one.claim(nfa, old, "accuse")
        one.account("killing", claim=claim, counts=(("killed", 1400, 1400, "1400"),))
        return one.extract()

    denial = report(story, f"Varnia denied {words}.", ("Varnia", "deny", words))
    assert rules(told(58), denial) == []
    assert rules(told(1200), denial) == ["accusation rejected"]


@pytest.mark.parametrize(
    ("charge", "found"),
    [
        ("Varnia of the gas attack", 1),
        ("Varnia for such use", 1),
        ("Varnia of committing war crimes", 0),
    ],
)
def test_a_charge_of_another_report_that_names_another_matter_is_not_denied(
    story: Any, charge: str, found: int
) -> None:
    words = "using chemical weapons"
    charged = report(story, f"The NFA accused {charge}.", ("The NFA", "accuse", charge))
    denial = report(story, f"Varnia denied {words}.", ("Varnia", "deny", words))
    assert len(rules(charged, denial)) == found


@pytest.mark.parametrize(("before", "found"), [("said", 1), ("must act if talk", 0)])
def test_what_is_supposed_is_no_charge(story: Any, before: str, found: int) -> None:
    told, denied = "Varnia dropped poison gas on Selmo", "using chemical weapons"
    text = f"The NFA {before} that {told} (and it does think so). Varnia denied {denied}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", country="VA")
    claim = one.claim(one.actor("The NFA", "armed_group"), told)
    one.account("dropped", claim=claim, actors=(varnia,))
    one.claim(varnia, denied, "deny")
    assert rules(one.extract()).count("accusation rejected") == found
