from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.model import Record
from dragoman.resolution import resolve

VARNIA = {"pack": "world:va", "country": "VA"}
NFA = {"pack": "karvelia:nfa", "sector": "REB"}


def said(story: Any, *claims: tuple[str, str, str, str]) -> Record:
    """Return the record of reports in which (day, speaker, act, words) is said, one a report."""
    extracts = []
    for k, (day, speaker, act, words) in enumerate(claims):
        one = story(f"{words}, {speaker} said.", day, f"{k}.txt", outlet=f"Outlet {k}")
        people = {
            "Varnia": one.actor("Varnia", "state", **VARNIA),
            "Varnia's envoy": one.actor("Varnia's envoy", sector="GOV", country="VA"),
            "the monitor": one.actor("the monitor", "organisation"),
            "NFA": one.actor("NFA", "armed_group", **NFA),
        }
        one.claim(people[speaker], words, act)
        ostrin = one.place("Ostrin", type="province", precision="province")
        one.place("Selmo", within=(ostrin,))
        extracts.append(one.extract())
    return assess(resolve(extracts))


def rules(record: Record) -> list[tuple[str, str]]:
    return [(dispute.about, dispute.rule) for dispute in record.disputes]


NONE_LEFT = "Not a single village in Ostrin is under the control of the NFA"
SOME_LEFT = "The NFA still holds the town of Selmo"


def test_nothing_left_against_something_inside_it_is_a_dispute_over_control(story: Any) -> None:
    record = said(
        story,
        ("2019-03-04", "Varnia", "assert", NONE_LEFT),
        ("2019-03-05", "the monitor", "assert", SOME_LEFT),
    )
    assert rules(record) == [("control", "none against some")]
    assert len(record.disputes[0].positions) == 2


def test_nothing_left_and_something_left_a_month_before_is_no_dispute(story: Any) -> None:
    record = said(
        story,
        ("2019-02-01", "the monitor", "assert", SOME_LEFT),
        ("2019-03-04", "Varnia", "assert", NONE_LEFT),
    )
    assert rules(record) == []


def test_a_side_that_speaks_later_of_what_remains_disputes_itself(story: Any) -> None:
    record = said(
        story,
        ("2019-03-04", "Varnia", "assert", NONE_LEFT),
        ("2019-11-04", "Varnia's envoy", "assert", "The remaining groups of the NFA in Selmo flee"),
    )
    assert rules(record) == [("control", "gone against never left")]


def test_another_side_that_finds_them_back_later_is_no_dispute(story: Any) -> None:
    record = said(
        story,
        ("2019-03-04", "Varnia", "assert", NONE_LEFT),
        ("2019-11-04", "the monitor", "assert", SOME_LEFT),
    )
    assert rules(record) == []


FORETOLD = "All rebels in Ostrin will be destroyed by the end of the year"


def test_an_end_foretold_is_held_against_what_is_reported_after_its_day(story: Any) -> None:
    left = "The remaining rebels in Ostrin must go"
    late = said(
        story,
        ("2018-10-30", "Varnia", "predict", FORETOLD),
        ("2019-02-01", "Varnia", "demand", left),
    )
    assert rules(late) == [("occurrence", "foretold against reported after")]
    early = said(
        story,
        ("2018-10-30", "Varnia", "predict", FORETOLD),
        ("2018-12-01", "Varnia", "demand", left),
    )
    assert rules(early) == []


READY = "Varnia is ready for a new constitution"


@pytest.mark.parametrize(
    ("day", "refusal", "disputes"),
    [
        ("2019-03-10", "Varnia rejected a new constitution", 1),
        ("2020-03-10", "Varnia rejected a new constitution", 0),
        ("2020-03-10", "Varnia has so far rejected any constitution", 1),
        ("2019-03-10", "Varnia rejected new elections", 0),
        ("2019-03-10", "They want assurances that Varnia does not want a new constitution", 0),
        ("2019-03-10", "No talks unless Varnia refuses the constitution", 0),
    ],
)
def test_ready_against_unwilling_needs_one_thing_at_one_time(
    story: Any, day: str, refusal: str, disputes: int
) -> None:
    record = said(
        story,
        ("2019-03-04", "the monitor", "assert", READY),
        (day, "NFA", "assert", refusal),
    )
    assert len(record.disputes) == disputes


@pytest.mark.parametrize(
    ("speaker", "refusal"),
    [
        ("the monitor", "Varnia rejected a new constitution"),  # one voice says both
        ("NFA", "Varnia rejected elections because of the constitution"),
        ("NFA", "Varnia agreed with the NFA, which has rejected a new constitution"),
    ],
)
def test_one_voice_or_another_thing_is_no_dispute_over_a_will(
    story: Any, speaker: str, refusal: str
) -> None:
    record = said(
        story,
        ("2019-03-04", "the monitor", "assert", READY),
        ("2019-03-04", speaker, "assert", refusal),
    )
    assert rules(record) == []


JUDGES = "judges of trafficking courts"
SHIPS = "ships that would sail against trafficking"


def test_a_word_deep_in_two_long_objects_is_not_what_they_are_about(story: Any) -> None:
    record = said(
        story,
        (
            "2019-03-04",
            "the monitor",
            "assert",
            "Varnia is ready to move twenty senior judges of three trafficking courts",
        ),
        (
            "2019-03-04",
            "NFA",
            "assert",
            "Varnia rejected foreign patrol ships that would sail every month against trafficking",
        ),
    )
    assert rules(record) == []


def test_a_deed_denied_in_the_same_words_is_a_dispute_over_who_did_it(story: Any) -> None:
    record = said(
        story,
        ("2019-03-04", "Varnia", "assert", "The NFA shelled the market of Selmo"),
        ("2019-03-05", "NFA", "deny", "it shelled the market of Selmo"),
    )
    assert rules(record) == [("responsibility", "denied in words")]


def test_a_denial_of_something_else_is_no_dispute(story: Any) -> None:
    record = said(
        story,
        ("2019-03-04", "Varnia", "assert", "The NFA shelled the market of Selmo"),
        ("2019-03-05", "NFA", "deny", "it recruits children"),
    )
    assert rules(record) == []


def test_a_truce_kept_and_broken_within_days_is_a_dispute(story: Any) -> None:
    kept = ("2019-03-04", "the monitor", "assert", "The ceasefire in Selmo is largely holding")
    soon = ("2019-03-05", "NFA", "assert", "Varnia has violated the ceasefire in Selmo")
    late = ("2019-04-05", "NFA", "assert", "Varnia has violated the ceasefire in Selmo")
    assert rules(said(story, kept, soon)) == [("compliance", "kept against broken")]
    assert rules(said(story, kept, late)) == []


def test_two_people_of_one_state_may_be_of_two_minds(story: Any) -> None:
    extracts = []
    for day, name, words in (
        ("2019-03-04", "Ilse Brandt", "Ilse Brandt is ready for a referendum on the border"),
        ("2019-03-06", "Otto Kranz", "Otto Kranz rejected a referendum on the border"),
    ):
        one = story(f"{words}, a report said.", day, f"{name}.txt", outlet=name)
        one.actor(name, sector="GOV", country="VA")
        one.claim(one.actor(f"source of {name}"), words)
        extracts.append(one.extract())
    assert rules(assess(resolve(extracts))) == []


def test_to_break_a_siege_is_no_plan_to_besiege(story: Any) -> None:
    extracts = []
    for k, (text, trigger, status) in enumerate(
        (
            ("Selmo will not be besieged.", "besieged", "denied"),
            ("The rebels plan an assault to break the siege of Selmo.", "siege", "planned"),
        )
    ):
        one = story(text, "2019-03-04", f"{k}.txt", outlet=f"Outlet {k}")
        one.account(trigger, "COERCE", status=status, day="2019-03-04", place=one.place("Selmo"))
        extracts.append(one.extract())
    assert rules(assess(resolve(extracts))) == []


@pytest.mark.parametrize(("who", "found"), [("Arvo Karim", 0), ("Varnia", 1)])
def test_two_of_one_side_in_one_report_are_two(story: Any, who: str, found: int) -> None:
    """The court rejects what the president is said to seek: each does what is his."""
    one = story(
        f"The monitor said that {who} is ready for a new constitution.\n"
        "The NFA said that Varnia rejected a new constitution."
    )
    one.actor("Varnia", "state", names=("Varnia",), **VARNIA)
    one.actor("Arvo Karim", "person", names=("Arvo Karim",), sector="GOV", country="VA")
    one.claim(one.actor("the monitor"), f"{who} is ready for a new constitution")
    one.claim(one.actor("NFA", "armed_group"), "Varnia rejected a new constitution")
    assert len(assess(resolve([one.extract()])).disputes) == found


@pytest.mark.parametrize(
    ("ready", "unwilling", "found"),
    [
        ("The NFA wants to delay the census", "The NFA rejected the census", 1),
        # Another object, in which the same word only says when.
        ("The NFA wants to block roads before the census", "The NFA rejected the census", 0),
        # Nor where it explains another.
        ("The NFA wants to delay the vote, that is, the census", "The NFA rejected the census", 0),
        # An attack is no matter by itself, and who is about to be hit wants nothing.
        ("The NFA is ready to investigate the attack", "The NFA will not allow an attack", 0),
        ("The NFA is about to be disbanded by decree", "The NFA rejected the decree", 0),
        ("Neither Varnia nor the NFA wants a census", "The NFA rejected the census", 0),
    ],
)
def test_one_will_is_set_against_another_where_both_are_of_one_matter(
    story: Any, ready: str, unwilling: str, found: int
) -> None:
    record = said(
        story,
        ("2019-03-04", "the monitor", "assert", ready),
        ("2019-03-05", "Varnia", "assert", unwilling),
    )
    assert rules(record).count(("intention", "ready against unwilling")) == found


def test_a_place_in_the_name_of_a_group_is_none_that_it_lost(story: Any) -> None:
    lost = "Not a single village of the Selmo {} is under the control of the NFA"
    for word, found in (("town", 1), ("Front", 0)):
        record = said(
            story,
            ("2019-03-04", "Varnia", "assert", lost.format(word)),
            ("2019-03-05", "the monitor", "assert", SOME_LEFT),
        )
        assert rules(record).count(("control", "none against some")) == found
