"""Two who may have done it: who names both charges neither."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve


@pytest.mark.parametrize(
    ("doers", "found"),
    [
        ("Varnian warplanes", 1),
        ("either Varnian or Ostravan warplanes", 0),
        ("the Ostravan air force or Varnian jets", 0),
        ("Varnian jets or drones", 1),
    ],
)
def test_who_names_two_that_may_have_done_it_charges_neither(
    story: Any, doers: str, found: int
) -> None:
    told = f"the strikes on Selmo were carried out by {doers}"
    denied = "carrying out any strikes on Selmo"
    one = story(f"The monitor said that {told}. Varnia denied {denied}.", "2019-03-04", "a.txt")
    one.actor("Ostrava", "state", country="OS", names=("Ostrava", "Ostravan"))
    varnia = one.actor("Varnia", "state", country="VA", names=("Varnia", "Varnian"))
    one.claim(one.actor("The monitor", "organisation"), told, "assert")
    one.claim(varnia, denied, "deny")
    rules = [d.rule for d in assess(resolve([one.extract()])).disputes]
    assert rules == ["accusation rejected"] * found


def test_beside_who_names_one_alone_it_is_told_that_it_may_have_been_another(story: Any) -> None:
    firm, either = "Varnia of bombing Selmo", "either Ostravan or Varnian jets bombed Selmo"
    text = f"The league accused {firm}. The monitor said {either}. Varnia denied any involvement."
    one = story(text, "2019-03-04", "a.txt")
    one.actor("Ostrava", "state", country="OS", names=("Ostrava", "Ostravan"))
    varnia = one.actor("Varnia", "state", country="VA", names=("Varnia", "Varnian"))
    one.claim(one.actor("The league", "organisation"), firm, "accuse")
    told = one.claim(one.actor("The monitor", "organisation"), either, "assert")
    one.account("bombed", claim=told, actors=(varnia,))
    one.claim(varnia, "any involvement", "deny")
    (found,) = assess(resolve([one.extract()])).disputes
    stances = sorted(p.stance.removeprefix("Varnian").strip() for p in found.positions)
    assert stances == ["denies it", "did it", "or another did it"]


@pytest.mark.parametrize(("doer", "found"), [("Varnia", 1), ("Ostrava", 0)])
def test_a_denial_of_ones_own_part_answers_no_charge_against_another(
    story: Any, doer: str, found: int
) -> None:
    told = "the square was most likely shelled by the government"
    text = f"The monitor said {told}. Varnia denied shelling the square."
    one = story(text, "2019-03-04", "a.txt")
    one.actor("Ostrava", "state", country="OS", names=("Ostrava",))
    varnia = one.actor("Varnia", "state", country="VA", names=("Varnia",))
    side = one.actor(f"government of {doer}", "government", country=doer[:2].upper())
    said = one.claim(one.actor("The monitor", "organisation"), told, "assert")
    one.account("shelled", claim=said, actors=(side,))
    one.claim(varnia, "shelling the square", "deny")
    assert len(assess(resolve([one.extract()])).disputes) == found
