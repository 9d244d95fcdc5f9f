"""Figures of one event that do not clash: of parts, of one outlet, of another day."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.assessment.disputes.figures import Figure
from dragoman.assessment.disputes.growth import is_early
from dragoman.model import Dispute
from dragoman.resolution import resolve


def two(story: Any, first: str, second: str, *, outlets: tuple[str, str]) -> list[Dispute]:
    """Return the disputes of two reports of one raid that killed 20 and 30."""
    extracts = []
    for k, (text, killed) in enumerate(((first, 23), (second, 34))):
        one = story(text, source=f"{k}.txt", outlet=outlets[k])
        claim = None
        if said := [name for name in ("police source", "Observatory of Garn") if name in text]:
            claim = one.claim(one.actor(said[0], "organisation", named=said[0][0] == "O"), text)
        counts = (("killed", killed, killed, str(killed)),)
        one.account(
            "An airstrike", mode="aerial", day="2019-03-04", place=one.place("Selmo"),
            counts=counts, claim=claim,
        )  # fmt: skip
        extracts.append(one.extract())
    return list(assess(resolve(extracts)).disputes)


TOWN = "An airstrike on a market in Selmo on Monday killed 34 people."


def test_those_killed_in_what_one_side_holds_are_a_part_of_the_towns(story: Any) -> None:
    held = "An airstrike on a market in rebel-held parts of Selmo on Monday killed 23 people."
    assert two(story, held, TOWN, outlets=("Garn Post", "Selmo Times")) == []
    whole = held.replace("rebel-held parts of ", "")
    assert len(two(story, whole, TOWN, outlets=("Garn Post", "Selmo Times"))) == 1


@pytest.mark.parametrize(("other", "found"), [("Garn Post", 0), ("Selmo Times", 1)])
def test_an_outlet_does_not_clash_with_a_source_without_a_name_of_its_own(
    story: Any, other: str, found: int
) -> None:
    said = "An airstrike on a market in Selmo on Monday killed 23 people, a police source said."
    assert len(two(story, said, TOWN, outlets=("Garn Post", other))) == found


def test_early_figures_of_dead_and_hurt_are_both_early(story: Any) -> None:
    one = story("The agency reported earlier that one was killed and six were wounded.")
    counts = (("killed", 1, 1, "one"), ("injured", 6, 6, "six"))
    one.account("killed", counts=counts)
    (account,) = resolve([one.extract()]).accounts
    assert all(is_early(Figure(account, count, 0)) for count in account.counts)


def test_a_toll_is_set_against_the_one_in_its_own_sentence(story: Any) -> None:
    lead = "Raids on Selmo killed 49 people, the army said.\n"
    said = "The Observatory of Garn counted 40 dead, while the Rescue Fund put the toll at 46."
    one = story(lead + said)
    army = one.claim(one.actor("army", "government", country="VA"), "Raids on Selmo killed 49")
    garn = one.claim(one.actor("Observatory of Garn", "organisation"), "40 dead")
    fund = one.claim(one.actor("Rescue Fund", "organisation"), "put the toll at 46")
    one.account("Raids", counts=(("killed", 49, 49, "49"),), day="2019-03-04", claim=army)
    one.account("dead", counts=(("killed", 40, 40, "40"),), day="2019-03-04", claim=garn)
    one.account("toll", counts=(("killed", 46, 46, "46"),), day="2019-03-04", claim=fund)
    found = [d for d in assess(resolve([one.extract()])).disputes if d.rule == "another toll"]
    assert [{p.stance for p in d.positions} for d in found] == [{"40 killed", "46 killed"}]
