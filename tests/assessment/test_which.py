"""Which deed a question asks of: what it was, where and when."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.which import how_many, place_of, setting, where
from dragoman.assessment.index import Index
from dragoman.model import Dates, Event, Record
from dragoman.resolution import resolve


def deed(one: Any, day: dt.date | None = dt.date(2019, 3, 4), **fields: Any) -> tuple[Index, Event]:
    """Return a record of a story with all its accounts as one event."""
    made = one.extract()
    event = Event(
        id="evt",
        type=made.accounts[0].type,
        accounts=tuple(a.id for a in made.accounts),
        independent_sources=1,
        status="happened",
        date=Dates.day(day) if day else None,
        **fields,
    )
    accounts = tuple(replace(a, event="evt") for a in made.accounts)
    record = Record(reports=(made.report,), accounts=accounts, places=made.places, events=(event,))
    return Index(record), event


def told(story: Any, text: str, *deeds: tuple[str, str | None, str | None]) -> Any:
    """Return a story with accounts by their trigger, mode and place."""
    one = story(text)
    for trigger, mode, place in deeds:
        at = {"place": one.place(place), "place_evidence": one.words(place)} if place else {}
        one.account(trigger, mode=mode, **at)
    return one


def test_a_toll_is_asked_of_the_deed_where_and_when_it_was(story: Any) -> None:
    text = "Jets struck Selmo.\nThe raid killed nine.\nShells hit it."
    deeds = (("struck", "aerial", "Selmo"), ("raid", "aerial", None), ("hit", None, None))
    index, event = deed(told(story, text, *deeds))
    asked = how_many(index, event, "children killed", ())
    assert asked == "How many children were killed in the air strikes in Selmo on 4 March 2019?"
    assert setting(index, event) == "air strikes, Selmo, 4 March 2019"


def test_a_deed_without_a_day_is_that_told_on_a_day(story: Any) -> None:
    one = told(story, "A blast in Selmo killed nine.", ("blast", None, "Selmo"))
    index, event = deed(one, day=None)
    accounts = index.accounts_of(event)
    assert where(index, event, accounts) == " in the blast in Selmo, as told on 4 March 2019"


def test_the_toll_of_a_war_is_that_of_all_until_it_is_told(story: Any) -> None:
    one = story("The war has killed 90,000 people.")
    one.account("killed", "TOLL")
    index, event = deed(one, day=None)
    assert how_many(index, event, "killed", index.accounts_of(event)) == (
        "How many were killed in all by 4 March 2019?"
    )


@pytest.mark.parametrize(
    ("modes", "kind"),
    [
        (("aerial", "aerial", None), "in the air strikes "),
        (("aerial", "explosives", None), ""),  # they do not agree
        ((None, None, None), ""),
    ],
)
def test_what_most_accounts_do_not_call_it_is_not_asked(
    story: Any, modes: tuple[str | None, ...], kind: str
) -> None:
    text = "Jets struck Selmo.\nNine died.\nOne shop burned."
    one = told(
        story, text, *zip(("struck", "died", "burned"), modes, ("Selmo", None, None), strict=True)
    )
    assert where(*deed(one)) == f" {kind}in Selmo on 4 March 2019"


def test_the_innermost_place_that_most_name_is_asked_of(story: Any) -> None:
    text = "Shells hit Orda province.\nThey fell on Hesk village.\nThe shells on Hesk killed nine."
    one = story(text)
    orda = one.place("Orda province", type="province", precision="province")
    hesk = one.place("Hesk", within=(orda,))
    for trigger, place, name in (
        ("hit", orda, "Orda province"),
        ("fell", hesk, "Hesk village"),
        ("killed", hesk, "Hesk"),
    ):
        one.account(trigger, place=place, place_evidence=one.words(name))
    index, event = deed(one)
    assert place_of(index, event) == "Hesk"
    first, *_ = index.accounts_of(event)
    assert place_of(index, event, [first]) == "Hesk"  # who names the province means it too


def test_who_did_it_and_what_was_hit_is_asked_of_a_deed(story: Any) -> None:
    one = story("Jets struck the market in Selmo.\nVarnia spoke of it: its jets had hit a depot.")
    one.account(
        "struck", mode="aerial", place=one.place("Selmo"), place_evidence=one.words("Selmo")
    )
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    one.claim(varnia, "its jets had hit a depot")
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.question == "What was hit in the air strikes in Selmo, as told on 4 March 2019?"
    text = "Varnia and Ostrava accused each other of the attack on the dam."
    one = story(text)
    states = [one.actor(n, "state", pack=f"world:{n}", country=n[:2]) for n in text.split()[:3:2]]
    one.account("accused", "ACCUSE", actors=tuple(states))
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.question == (
        "Who was behind the attack, as told on 4 March 2019: Varnia or Ostrava?"
    )


def test_a_town_that_one_of_several_names_alone_is_not_asked_of(story: Any) -> None:
    one = story("Shells hit Orda province.\nTwo died in Orda province.\nThey fell on Hesk.")
    orda = one.place("Orda province", type="province", precision="province")
    hesk = one.place("Hesk", within=(orda,))
    for trigger, place, name in (
        ("hit", orda, "Orda province"),
        ("died", orda, "Orda province"),
        ("fell", hesk, "Hesk"),
    ):
        one.account(trigger, place=place, place_evidence=one.words(name))
    assert place_of(*deed(one)) == "Orda province"
