"""Figures of one event that do not clash: of parts, of one outlet, of another day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.figures import Figure, at_least, is_some
from dragoman.assessment.disputes.tolls import toll_disputes
from dragoman.assessment.index import Index
from dragoman.model import Dispute, Judgement
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
    record = assess(resolve([one.extract()]))
    found = [{p.stance for p in d.positions} for d in toll_disputes(Index(record), ())]
    assert {"40 killed", "46 killed"} in found
    assert {"46 killed", "49 killed"} not in found


def gassed(story: Any, k: int, text: str, killed: int, published: str, **fields: Any) -> Any:
    """Return a report of the gas attack on Selmo, of Monday 4 March."""
    one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day=published)
    claim = None
    if name := fields.pop("by", None):
        claim = one.claim(one.actor(name, "organisation"), text.split(",")[0])
    counts = (("killed", killed, fields.pop("high", killed), str(killed)),)
    given = {"day": "2019-03-04"} | fields
    one.account("gas attack", place=one.place("Selmo"), counts=counts, claim=claim, **given)
    return one.extract()


LEAD = "A gas attack on Selmo on Monday killed {} people"


def test_a_deed_that_many_tell_of_is_counted_differently_weeks_later(story: Any) -> None:
    first = [gassed(story, k, LEAD.format(81) + ".", 81, "2019-03-07") for k in range(4)]
    text = "The gas attack in Karvelia killed 130 people, the Rescue Fund said."
    late = gassed(story, 9, text, 130, "2019-03-20", by="Rescue Fund", day=None)
    (found,) = assess(resolve([*first, late])).disputes
    assert {p.stance for p in found.positions} == {"81 killed", "130 killed"}


def test_those_whom_a_suspected_attack_killed_are_counted(story: Any) -> None:
    text = LEAD.format(81).replace("A gas", "A suspected gas") + "."
    one = gassed(story, 0, text, 81, "2019-03-04", status="possible")
    two = gassed(story, 1, LEAD.format(62) + ".", 62, "2019-03-04")
    assert [d.about for d in assess(resolve([one, two])).disputes] == ["number"]


def test_what_a_body_raised_later_is_none_of_its_positions(story: Any) -> None:
    garn, fund = "Observatory of Garn", "Rescue Fund"
    said = [(garn, 43), (garn, 62), (fund, 81)]
    told = [
        gassed(story, k, f"{LEAD.format(killed)}, the {who} said.", killed, "2019-03-04", by=who)
        for k, (who, killed) in enumerate(said)
    ]
    (found,) = assess(resolve(told)).disputes
    assert {p.stance for p in found.positions} == {"62 killed", "81 killed"}


def test_at_least_so_many_is_what_a_report_means_that_leaves_it_out(story: Any) -> None:
    least = gassed(story, 0, LEAD.format("at least 43") + ".", 43, "2019-03-04", high=None)
    bare = gassed(story, 1, LEAD.format(43) + ".", 43, "2019-03-04")
    more = gassed(story, 2, LEAD.format(62) + ".", 62, "2019-03-04")
    assert list(assess(resolve([least, bare, more])).disputes) == []


def test_nearly_so_many_is_no_minimum(story: Any) -> None:
    one = story("The blast on Selmo killed nearly 50 men. At least 50 died.")
    counts = (("killed", 50, 50, "nearly 50"), ("killed", 50, None, "At least 50"))
    one.account("blast", counts=counts)
    index = Index(resolve([one.extract()]))
    (account,) = index.record.accounts
    nearly, least = account.counts
    figures = [Figure(account, replace(nearly, qualifier="nearly"), 0), Figure(account, least, 0)]
    assert [f.count.high for f in at_least(index, figures)] == [50, None]


@pytest.mark.parametrize(("days", "found"), [((4, 4), 1), ((5, 4), 1), ((4, 5), 0)])
def test_two_bodies_that_count_children_differ_unless_the_higher_count_is_the_later(
    story: Any, days: tuple[int, int], found: int
) -> None:
    told = []
    for k, (who, killed) in enumerate((("Observatory of Garn", 11), ("Rescue Fund", 17))):
        lead = "A gas attack on Selmo on Monday killed dozens"
        text = f"{lead} including {killed} children, {who} said."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day=f"2019-03-0{days[k]}")
        claim = one.claim(one.actor(who, "organisation"), text.split(f", {who}")[0])
        one.account(
            "gas attack", day="2019-03-04", place=one.place("Selmo"), claim=claim,
            counts=(("killed", killed, killed, str(killed)),),
        )  # fmt: skip
        (count,) = one.accounts[-1].counts
        some = replace(count, of="children", part_of=40)
        one.accounts[-1] = replace(one.accounts[-1], counts=(some,))
        told.append(one.extract())
    disputes = assess(resolve(told)).disputes
    assert len(disputes) == found
    for one in disputes:
        assert {p.stance for p in one.positions} == {"11 children killed", "17 children killed"}
        deed = "the chemical attack in Selmo on 4 March 2019"
        assert one.question == f"How many children were killed in {deed}?"


def test_those_who_were_treated_somewhere_are_some_of_the_hurt(story: Any) -> None:
    one = story("31 people hurt in the attack were being treated in hospitals of Varnia.")
    one.account("attack", counts=(("injured", 31, 31, "31"),))
    index = Index(resolve([one.extract()]))
    (account,) = index.record.accounts
    assert is_some(index, account, account.counts[0])


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [(250_000, 470_000, True), (250_000, 300_000, False), (250, 470, False)],
)
def test_a_large_minimum_is_an_estimate(story: Any, first: int, second: int, found: bool) -> None:
    text = (
        f"More than {first} people have been killed in the war, according to the Union.\n"
        f"The Centre for Policy said that it has killed more than {second}."
    )
    one = story(text)
    union = one.claim(one.actor("Union", "organisation"), f"More than {first} people")
    centre = one.claim(one.actor("Centre for Policy", "organisation"), "it has killed more than")
    for who, n, word in ((union, first, "killed in"), (centre, second, "killed more")):
        counts = (("killed", n, None, f"ore than {n}"),)
        one.account(word, "TOLL", counts=counts, claim=who)
    assert bool(assess(resolve([one.extract()])).disputes) is found


@pytest.mark.parametrize(("day", "said"), [(4, True), (5, False)])
def test_a_higher_figure_that_came_later_is_not_said_to_be_no_later(
    story: Any, day: int, said: bool
) -> None:
    told = []
    bodies = (("Observatory of Garn", 31, 4), ("Rescue Fund", 40, day))
    for k, (who, killed, on) in enumerate(bodies):
        text = f"A gas attack on Selmo on Monday killed {killed} people, {who} said."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day=f"2019-03-0{on}")
        claim = one.claim(one.actor(who, "organisation"), text.split(f", {who}")[0])
        one.account(
            "gas attack", day="2019-03-04", place=one.place("Selmo"), claim=claim,
            counts=(("killed", killed, killed, str(killed)),),
        )  # fmt: skip
        told.append(one.extract())
    (found,) = assess(resolve(told)).disputes
    assert ("the higher figure is not the later one" in found.why) is said


def test_what_state_media_said_first_is_none_of_their_positions(story: Any) -> None:
    told = [
        ("state TV", 22, "2019-03-05", "a.txt", "Garn Post"),
        ("state media", 44, "2019-03-05", "b.txt", "Lirra Daily"),
        ("Observatory of Garn", 48, "2019-03-05", "c.txt", "Orim News"),
    ]
    extracts = []
    for name, killed, day, source, outlet in told:
        one = story(
            f"A blast in Selmo killed {killed} people, {name} said.",
            day=day,
            source=source,
            outlet=outlet,
        )
        actor = one.actor(name, "organisation", named=name[0].isupper())
        claim = one.claim(actor, f"A blast in Selmo killed {killed} people")
        counts = (("killed", killed, killed, str(killed)),)
        place = one.place("Selmo")
        one.account("blast", place=place, day="2019-03-04", counts=counts, claim=claim)
        extracts.append(one.extract())
    (found,) = (d for d in assess(resolve(extracts)).disputes if d.about == "number")
    assert {p.stance for p in found.positions} == {"44 killed", "48 killed"}


@pytest.mark.parametrize(("what", "count"), [("attackers", 1), ("killed", 0)])
def test_how_many_attacked_is_of_the_whole_deed_whoever_tells_it(
    story: Any, what: str, count: int
) -> None:
    extracts = []
    for k, (text, day) in enumerate((("Two did it.", "2019-03-04"), ("Four hit it.", None))):
        one = story(text, source=f"{k}.txt", outlet=f"Post {k}", day="2019-03-04")
        number, _, verb = text.rstrip(" it.").partition(" ")
        size = 2 if number == "Two" else 4
        one.account(verb, day=day, counts=((what, size, size, number),))
        extracts.append(one.extract())
    first, second = (extract.accounts[0].id for extract in extracts)
    same = Judgement(
        id="j", decision="same", subject=first, other=second,
        when=dt.datetime(2019, 3, 6, tzinfo=dt.UTC),
    )  # fmt: skip
    assert len(assess(resolve(extracts, judgements=[same])).disputes) == count
