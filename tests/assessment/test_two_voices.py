"""Figures of one deed by two voices: told in one sentence, by a state and its foes, far apart."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.clashing import of_one_deed
from dragoman.assessment.disputes.figures import Figure
from dragoman.assessment.disputes.growth import is_early
from dragoman.assessment.disputes.scopes import same_scope
from dragoman.assessment.disputes.spots import two_spots
from dragoman.assessment.index import Index
from dragoman.model import Count, Evidence, Record
from dragoman.resolution import resolve


def one_sentence(story: Any, first: str, second: str, more: int = 20, less: int = 12) -> Any:
    """Return a report that gives two figures of one raid in one account."""
    one = story(
        f"Raids on Selmo killed {more} people, {first} said, while {second} put it at {less}."
    )
    for k, (name, words) in enumerate(((first, f"killed {more} people"), (second, f"at {less}"))):
        kind = "organisation" if k else "government"
        one.claim(one.actor(name, kind, named=name[0].isupper()), words)
    counts = (("killed", more, more, str(more)), ("killed", less, less, str(less)))
    one.account("Raids", counts=counts, day="2019-03-04", place=one.place("Selmo"))
    return one.extract()


def stances(record: Record) -> list[set[str]]:
    return [{p.stance for p in d.positions} for d in record.disputes if d.about == "number"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Army of Varnia", "Observatory of Garn", [{"20 killed", "12 killed"}]),
        ("state media", "activists", [{"20 killed", "12 killed"}]),
        ("officials", "activists", []),
        ("witnesses", "activists", []),
    ],
)
def test_two_voices_of_one_sentence_exclude_one_another(
    story: Any, first: str, second: str, found: list[set[str]]
) -> None:
    assert stances(assess(resolve([one_sentence(story, first, second)]))) == found


def counts_of_the_deed(story: Any, second: str, *, day: str | None = "2019-03-04") -> Record:
    one = story(f"A raid on Selmo killed 60 people, the Observatory of Garn said.\n{second}")
    garn = one.claim(one.actor("Observatory of Garn", "organisation"), "killed 60 people")
    army = one.claim(one.actor("Army of Varnia", "government"), second)
    place = one.place("Selmo")
    first = {"counts": (("killed", 60, 60, "60"),), "day": "2019-03-04", "claim": garn}
    one.account("A raid", place=place, **first)
    one.account("killed 10", counts=(("killed", 10, 10, "10"),), day=day, place=place, claim=army)
    return assess(resolve([one.extract()]))


def test_bodies_that_count_one_deed_clash_however_far_apart(story: Any) -> None:
    assert stances(counts_of_the_deed(story, "The army said the raid killed 10 people."))
    assert stances(counts_of_the_deed(story, "The army said warplanes had killed 10 people."))
    assert not stances(counts_of_the_deed(story, "The army said shells killed 10 people."))


def test_two_sides_far_apart_clash_where_the_second_speaks_of_the_deed(story: Any) -> None:
    def of(second: str) -> list[set[str]]:
        one = story(f"The army said six soldiers were killed at Selmo.\n{second}")
        army = one.claim(one.actor("Army of Varnia", "government"), "six soldiers were killed")
        rebels = one.claim(one.actor("Northern Front", "armed_group"), second)
        counts = (("killed", 6, 6, "six"),)
        one.account("were killed", counts=counts, place=one.place("Selmo"), claim=army)
        one.account("killed 40", counts=(("killed", 40, 40, "40"),), claim=rebels)
        return stances(assess(resolve([one.extract()])))

    assert of("The Front said it had killed 40 in the operation.") == [{"6 killed", "40 killed"}]
    assert not of("The Front said it had killed 40 near Orim since spring.")


def test_a_toll_of_days_does_not_clash_with_that_of_one(story: Any) -> None:
    said = "The army said the raid killed 10 people since Friday."
    assert stances(counts_of_the_deed(story, said)) == []


def test_soldiers_are_not_the_rebels_killed() -> None:
    def of(words: str) -> Count:
        return Count(what="killed", low=9, high=9, of=words, evidence=Evidence("r", 0, 1, "9"))

    assert not same_scope(of("soldiers"), of("rebels"))
    assert same_scope(of("terrorists"), of("rebels"))
    assert same_scope(of("fighters"), of("soldiers"))


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Raids on the Hadda district of Orim", "Raids on the Kelan district of Orim", True),
        ("Raids on the Hadda district of Orim", "Raids on the Haddah quarter", False),
        ("Raids on the Hadda district of Orim", "Raids on Orim", False),
    ],
)
def test_two_reports_that_name_two_spots_tell_of_two_deeds(
    story: Any, first: str, second: str, apart: bool
) -> None:
    extracts = []
    for k, words in enumerate((first, second)):
        one = story(f"{words} killed 20 people.", source=f"{k}.txt", outlet=f"Outlet {k}")
        one.account("Raids", counts=(("killed", 20, 20, "20"),), day="2019-03-04")
        extracts.append(one.extract())
    record = assess(resolve(extracts))
    a, b = record.accounts
    assert two_spots(Index(record, None), a, replace(b, event=a.event)) is apart


def test_activists_are_set_against_a_body_that_counts(story: Any) -> None:
    one = story("A raid on Selmo killed 60 people, activists said.\nMedics said 45 were killed.")
    first = one.claim(one.actor("activists", "organisation", named=False), "killed 60 people")
    second = one.claim(one.actor("head of the mission", "person", named=False), "45 were killed")
    place = one.place("Selmo")
    given = {"day": "2019-03-04", "place": place}
    one.account("A raid", counts=(("killed", 60, 60, "60"),), claim=first, **given)
    one.account("were killed", counts=(("killed", 45, 45, "45"),), claim=second, **given)
    assert stances(assess(resolve([one.extract()]))) == [{"60 killed", "45 killed"}]


def test_how_many_attacked_is_in_dispute_whatever_they_are_called(story: Any) -> None:
    one = story("Three suicide bombers hit Selmo, the police said, but the Fund saw two attackers.")
    one.claim(one.actor("Police of Varnia", "organisation"), "Three suicide bombers")
    one.claim(one.actor("Rescue Fund", "organisation"), "saw two attackers")
    counts = (("attackers", 3, 3, "Three"), ("attackers", 2, 2, "two"))
    one.account("hit", day="2019-03-04", place=one.place("Selmo"), counts=counts)
    (found,) = assess(resolve([one.extract()])).disputes
    assert found.question.startswith("How many attackers were there")
    assert {p.stance for p in found.positions} == {"3 attackers", "2 attackers"}


def test_a_speaker_who_is_described_by_a_name_is_the_one_of_that_name(story: Any) -> None:
    found = []
    for k, name in enumerate(("the interior ministry", "Interior Ministry of Varnia")):
        text = f"Raids on Selmo killed {20 + k * 9} people on Monday, {name} said."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}")
        claim = one.claim(one.actor(name, "organisation", named=k == 1), text[:40])
        counts = (("killed", 20 + k * 9, 20 + k * 9, str(20 + k * 9)),)
        given = {"day": "2019-03-04", "place": one.place("Selmo"), "claim": claim}
        one.account("Raids", counts=counts, **given)
        found.append(one.extract())
    assert stances(assess(resolve(found))) == []


@pytest.mark.parametrize(
    "second",
    [
        "Bombs in Selmo and Orim killed 26 people, the Fund said.",
        "The toll of the blast has risen to 26, the Fund said.",
        "The Fund said it had received 26 dead of the blast.",
    ],
)
def test_a_toll_of_two_towns_a_raised_one_and_those_brought_in_are_no_other_count(
    story: Any, second: str
) -> None:
    found = []
    for k, text in enumerate(("A bomb in Selmo killed 15 people, an official said.", second)):
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}")
        name = "an official" if k == 0 else "Rescue Fund"
        claim = one.claim(one.actor(name, "organisation", named=k == 1), text)
        number = 26 if k else 15
        given = {"day": "2019-03-04", "place": one.place("Selmo"), "claim": claim}
        counts = (("killed", number, number, str(number)),)
        one.account(text.split(" killed")[0].split(" has")[0], counts=counts, **given)
        found.append(one.extract())
    assert stances(assess(resolve(found))) == []


def test_children_and_schoolchildren_are_the_same() -> None:
    def of(words: str) -> Count:
        return Count(what="killed", low=9, high=9, of=words, evidence=Evidence("r", 0, 1, "9"))

    assert same_scope(of("children"), of("schoolchildren"))
    assert same_scope(of("killings"), of("people"))
    assert not same_scope(of("children"), of("people"))


def test_what_somebody_had_said_earlier_is_an_early_toll(story: Any) -> None:
    text = "State media had earlier said 16 people were killed."
    one = story(text)
    one.account("killed", counts=(("killed", 16, 16, "16"),), day="2019-03-04")
    record = resolve([one.extract()])
    (account,) = record.accounts
    assert is_early(Figure(account, account.counts[0], 0))


@pytest.mark.parametrize(("killed", "found"), [(90, []), (40, [{"60 killed", "40 killed"}])])
def test_a_province_has_more_dead_than_a_town_in_it_but_not_fewer(
    story: Any, killed: int, found: list[set[str]]
) -> None:
    said = f"The army said {killed} people were killed in Orim province."
    one = story(f"A raid on Selmo killed 60 people, the Observatory of Garn said.\n{said}")
    garn = one.claim(one.actor("Observatory of Garn", "organisation"), "killed 60 people")
    army = one.claim(one.actor("Army of Varnia", "government"), said)
    wide = one.place("Orim", type="province")
    towns = {"place": one.place("Selmo", within=(wide,), precision="exact"), "claim": garn}
    given = {"day": "2019-03-04"}
    one.account("A raid", counts=(("killed", 60, 60, "60"),), **towns, **given)
    counts = (("killed", killed, killed, str(killed)),)
    one.account("were killed", counts=counts, place=wide, claim=army, **given)
    assert stances(assess(resolve([one.extract()]))) == found


@pytest.mark.parametrize(
    ("second", "killed", "one"),
    [
        ("The army said seven people died in the building.", 7, True),
        ("The army said shelling of the depot left seven dead.", 7, False),
        ("The army said four people died in the building.", 4, False),
    ],
)
def test_two_bodies_count_the_dead_of_one_event_where_nothing_speaks_against_it(
    story: Any, second: str, killed: int, one: bool
) -> None:
    told = ("The Rescue Fund said 25 people died in an air strike on a clinic in Selmo.", second)
    extracts = []
    for k, (words, count) in enumerate(zip(told, (25, killed), strict=True)):
        report = story(words, source=f"{k}.txt", outlet=f"Outlet {k}")
        name = "Army of Varnia" if k else "Rescue Fund"
        claim = report.claim(report.actor(name, "government" if k else "organisation"), words)
        counts = (("killed", count, count, words.split(" said ")[1].split()[0]),)
        place = None if k else report.place("Selmo")
        word = "left" if "left" in words else "died"
        report.account(word, counts=counts, claim=claim, place=place)
        extracts.append(report.extract())
    record = assess(resolve(extracts))
    index = Index(record, None)
    a, b = record.accounts
    figures = [Figure(x, x.counts[0], 0) for x in (a, replace(b, event=a.event))]
    assert of_one_deed(index, *figures) is one


@pytest.mark.parametrize(
    ("second", "gap", "found"),
    [
        ("The rebels say they lost 5 fighters.", "", True),
        ("Organisers said 5 were hurt when officers charged.", "", True),
        ("The rebels say they lost 5 fighters.", "It was a cold day.\n", False),
        ("The Fund said shells killed 5.", "", False),
    ],
)
def test_two_sides_in_turn_clash_however_far_apart(
    story: Any, second: str, gap: str, found: bool
) -> None:
    one = story(f"The army said 47 fighters died in the battle.\n{gap}{second}")
    army = one.claim(one.actor("Army of Varnia", "government"), "47 fighters died in the battle")
    who = next(w for w in ("rebels", "Organisers", "Fund") if w in second)
    named = who == "Fund"
    other = one.claim(one.actor("Rescue Fund" if named else who, "group", named=named), second)
    one.account("died", counts=(("killed", 47, 47, "47"),), claim=army)
    word = next(w for w in ("lost", "hurt", "shells") if w in second)
    one.account(word, counts=(("killed", 5, 5, "5"),), claim=other)
    assert bool(stances(assess(resolve([one.extract()])))) is found


@pytest.mark.parametrize(("treated", "found"), [(150, True), (20, False)])
def test_those_treated_are_a_part_unless_they_are_more_than_all(
    story: Any, treated: int, found: bool
) -> None:
    one = story(f"The Fund treated {treated} people.\nThe ministry said 36 people were hurt.")
    fund = one.claim(one.actor("Rescue Fund", "organisation"), f"treated {treated} people")
    state = one.claim(one.actor("Ministry of Health", "government"), "36 people were hurt")
    place = one.place("Selmo")
    counts = (("injured", treated, treated, str(treated)),)
    one.account("treated", counts=counts, claim=fund, place=place)
    one.account("hurt", counts=(("injured", 36, 36, "36"),), claim=state, place=place)
    assert bool(stances(assess(resolve([one.extract()])))) is found


@pytest.mark.parametrize(("said", "found"), [(True, 1), (False, 0)])
def test_two_reports_far_apart_clash_where_two_bodies_count(
    story: Any, said: bool, found: int
) -> None:
    """A number of the outlet's own that is many times another's is of something else."""
    extracts = []
    for name, outlet, body, number in (
        ("one", "Karvelian Post", "Observatory of Garn", 60),
        ("two", "Lirra Daily", "Army of Varnia", 10),
    ):
        by = f", the {body} said" if said or number == 10 else ""
        text = f"A raid on Selmo killed {number} people{by}."
        one = story(text, day="2019-03-05", source=f"{name}.txt", outlet=outlet)
        who = one.actor(body, "organisation")
        claim = one.claim(who, f"killed {number} people") if by else None
        counts = (("killed", number, number, str(number)),)
        place = one.place("Selmo")
        one.account("A raid", counts=counts, day="2019-03-04", place=place, claim=claim)
        extracts.append(one.extract())
    assert len(stances(assess(resolve(extracts)))) == found
