"""Figures that several rules set against each other in pairs are one dispute over one number."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.building import dispute, from_claim
from dragoman.assessment.disputes.numbers import number_disputes
from dragoman.assessment.disputes.together import together
from dragoman.assessment.disputes.tolls import toll_disputes
from dragoman.assessment.disputes.unnumbered import unnumbered_disputes
from dragoman.assessment.index import Index
from dragoman.assessment.statements import statements
from dragoman.model import Record
from dragoman.resolution import resolve

WORDS = (
    "A raid on Selmo killed 32 people, the army said.\n"
    "The Observatory of Garn gave a lower toll of 25 dead. Activists say the toll is much higher."
)


def record_of(story: Any, text: str = WORDS) -> Record:
    """Return two reports of one raid: the second has its toll from a third body."""
    first = story(text, day="2019-03-05", source="one.txt", outlet="Karvelian Post")
    place = first.place("Selmo")
    army = first.claim(first.actor("army", "government", country="VA"), "killed 32 people")
    garn = first.claim(first.actor("Observatory of Garn", "organisation"), "toll of 25 dead")
    if "Activists" in text:
        first.claim(first.actor("Activists", "group"), "the toll is much higher")
    day = "2019-03-04"
    counts = (("killed", 32, 32, "32"),)
    first.account("A raid", place=place, day=day, counts=counts, claim=army)
    first.account("toll", place=place, counts=(("killed", 25, 25, "25"),), claim=garn)
    body = "Red Cross of Garn"
    text = f"A raid on Selmo killed 40 people, the {body} said."
    other = story(text, day="2019-03-05", source="two.txt", outlet="Lirra Daily")
    counted = other.claim(other.actor(body, "organisation"), "killed 40 people")
    counts = (("killed", 40, 40, "40"),)
    place = other.place("Selmo")
    other.account("A raid", place=place, day=day, counts=counts, claim=counted)
    return assess(resolve([first.extract(), other.extract()]))


def test_tolls_set_against_each_other_by_two_rules_are_one_dispute(story: Any) -> None:
    record = record_of(story)
    (one,) = (d for d in record.disputes if d.about == "number")
    stances = {p.stance for p in one.positions}
    assert stances == {"32 killed", "25 killed", "40 killed", "toll is much higher"}
    assert '"figures that exclude one another" and "said to be higher"' in one.why
    index = Index(record)
    rules = (number_disputes, unnumbered_disputes)
    alone = [d for rule in rules for d in rule(index, statements(index))]
    assert len(alone) > 1
    assert one.id in {d.id for d in alone}


def test_the_figures_of_two_events_stay_apart(story: Any) -> None:
    index = Index(record_of(story))
    one, *_ = toll_disputes(index, ())
    other = replace(one, id="dis-other", event="evt-other")
    assert list(together(index, [one, other])) == [one, other]
    again = replace(one, id="dis-other")
    assert len(list(together(index, [one, again]))) == 1


def test_one_question_with_the_same_answers_is_asked_once(story: Any) -> None:
    index = Index(record_of(story))
    one, *_ = toll_disputes(index, ())
    first, again = (replace(one, id=name, event=None) for name in ("dis-first", "dis-again"))
    (asked,) = together(index, [first, again])
    assert asked.question == one.question
    elsewhere = replace(again, question="How many were killed, as told on 4 March 2019?")
    assert len(list(together(index, [first, elsewhere]))) == 2
    of_a_war = "How many were killed in Selmo in all by {} March 2019?"
    some = [replace(d, question=of_a_war.format(k)) for k, d in enumerate((first, again), 4)]
    assert len(list(together(index, some))) == 1


@pytest.mark.parametrize(
    ("day", "who", "found"),
    [("2019-03-06", "Varnia", 1), ("2019-03-12", "Varnia", 2), ("2019-03-06", "Brod", 2)],
)
def test_what_the_same_voices_are_told_to_dispute_again_within_days_is_one_dispute(
    story: Any, day: str, who: str, found: int
) -> None:
    extracts = []
    for name, printed, denier in (("one", "2019-03-05", "Varnia"), ("two", day, who)):
        text = f"In report {name} the league spoke of hidden grain and {denier} of a lie."
        report = story(text, day=printed, source=f"{name}.txt", outlet=f"Post {name}")
        report.claim(report.actor("the league", "organisation", named=True), "hidden grain")
        report.claim(report.actor(denier, "state", named=True), "a lie", "deny")
        extracts.append(report.extract())
    record = resolve(extracts)
    index = Index(record)
    asked = []
    for report in record.reports:
        told = [c for c in record.claims if c.report == report.id]
        yes, no = sorted(told, key=lambda c: c.act)
        stances = [from_claim(index, yes, "it is so"), from_claim(index, no, "it is not so")]
        question = "Did Varnia hide grain from its neighbours?"
        one = dispute(index, "occurrence", "denied beside it", question, stances, why="")
        assert one is not None
        asked.append(one)
    assert len(list(together(index, asked))) == found
