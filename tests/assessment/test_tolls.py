from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.assessment.disputes.tolls import toll_disputes
from dragoman.assessment.index import Index
from dragoman.model import Dispute
from dragoman.resolution import resolve

TEXT = (
    "Shells on Selmo killed 14 people, the army said.\n"
    "The Observatory of Garn gave a lower toll of nine dead."
)


def disputes(story: Any, text: str, more: str, said: str) -> list[Dispute]:
    one = story(text)
    army = one.claim(one.actor("army", "government", country="VA"), "Shells on Selmo killed 14")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), said)
    first = (("killed", 14, 14, "14"),)
    one.account("killed", day="2019-03-04", counts=first, claim=army)
    one.account("toll", counts=(("killed", 9, 9, more),), claim=monitor)
    return tolls(one)


def tolls(*stories: Any) -> list[Dispute]:
    record = assess(resolve([one.extract() for one in stories]))
    return list(toll_disputes(Index(record), ()))


def test_a_lower_toll_is_set_against_the_one_before(story: Any) -> None:
    found = disputes(story, TEXT, "nine", "gave a lower toll of nine dead")
    assert [d.rule for d in found] == ["another toll"]
    assert sorted(p.stance for p in found[0].positions) == ["14 killed", "9 killed"]
    assert "says itself that one toll is not the other" in found[0].why


def test_a_higher_toll_is_not_set_against_a_higher_one(story: Any) -> None:
    text = TEXT.replace("lower", "higher")
    assert disputes(story, text, "nine", "gave a higher toll of nine dead") == []


def test_some_of_the_dead_are_no_other_toll(story: Any) -> None:
    text = TEXT.replace("nine dead", "nine of the dead")
    assert disputes(story, text, "nine", "gave a lower toll of nine of the dead") == []


@pytest.mark.parametrize(("which", "count"), [(1, 0), (0, 1)])
def test_a_toll_of_children_is_set_against_a_toll_of_all_only_where_it_is_higher(
    story: Any, which: int, count: int
) -> None:
    one = story(TEXT)
    army = one.claim(one.actor("army", "government", country="VA"), "Shells on Selmo killed 14")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "nine dead")
    one.account("killed", day="2019-03-04", counts=(("killed", 14, 14, "14"),), claim=army)
    one.account("toll", counts=(("killed", 9, 9, "nine"),), claim=monitor)
    (told,) = one.accounts[which].counts
    children = replace(told, of="children")
    one.accounts[which] = replace(one.accounts[which], counts=(children,))
    assert len(tolls(one)) == count


def test_dozens_are_no_toll_that_another_is_lower_than(story: Any) -> None:
    one = story(TEXT.replace("14 people", "dozens"))
    army = one.claim(one.actor("army", "government", country="VA"), "Shells on Selmo killed dozens")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "nine dead")
    one.account("killed", day="2019-03-04", counts=(("killed", 24, None, "dozens"),), claim=army)
    one.account("toll", counts=(("killed", 9, 9, "nine"),), claim=monitor)
    assert tolls(one) == []


def test_the_blast_counted_again_by_another_body_is_another_toll(story: Any) -> None:
    text = "A blast in Selmo killed 32 men, the Observatory of Garn said.\n"
    for again, count in (("The blast killed 50, the Front said.", 1), ("It killed 50 more.", 0)):
        one = story(text + again)
        monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "killed 32 men")
        front = one.claim(one.actor("the Front", "armed_group"), again)
        one.account("blast", day="2019-03-04", counts=(("killed", 32, 32, "32"),), claim=monitor)
        trigger = again.split(",")[0]
        one.account(trigger, counts=(("killed", 50, 50, "50"),), claim=front)
        assert len(assess(resolve([one.extract()])).disputes) == count


def test_a_figure_is_given_by_the_innermost_speaker_that_covers_it(story: Any) -> None:
    said = "five teachers died in Selmo, while the Observatory of Garn said that 35 people had died"
    one = story(f"The envoy Ilan Orr said that {said}.")
    envoy = one.claim(one.actor("Ilan Orr", "person"), said)
    inner = "35 people had died"
    one.claim(one.actor("Observatory of Garn", "organisation"), inner, within=envoy)
    counts = (("killed", 5, 5, "five"), ("killed", 35, 35, "35"))
    one.account("died in Selmo", day="2019-03-04", counts=counts, claim=envoy)
    other = story("Raids on Selmo killed 22 people, the army said.", source="b.txt")
    army = other.claim(other.actor("army", "government", country="VA"), "killed 22 people")
    other.account("Raids", day="2019-03-04", counts=(("killed", 22, 22, "22"),), claim=army)
    record = resolve([one.extract(), other.extract()])
    index = Index(record)
    account = next(a for a in record.accounts if len(a.counts) == 2)
    givers = [index.name(index.speaker(index.of_figure(account, c))) for c in account.counts]
    assert givers == ["Ilan Orr", "Observatory of Garn"]


def test_those_in_a_room_of_what_was_hit_are_a_part(story: Any) -> None:
    text = "A blast in Selmo killed 19 people, the Observatory of Garn said.\n"
    for said, count in (
        ("The blast killed six in the emergency room", 0),
        ("The blast killed six", 1),
    ):
        one = story(f"{text}{said}, Ilan Orr said.")
        monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "killed 19 people")
        one.account("A blast", day="2019-03-04", counts=(("killed", 19, 19, "19"),), claim=monitor)
        own = one.claim(one.actor("Ilan Orr"), said)
        one.account("The blast", counts=(("killed", 6, 6, "six"),), claim=own)
        assert len(assess(resolve([one.extract()])).disputes) == count


def test_those_killed_by_one_of_several_blasts_are_a_part(story: Any) -> None:
    for deeds, found in (("two blasts", 0), ("a blast", 1)):
        lead = f"Four were killed in {deeds} in Selmo, police said."
        one = story(f"{lead}\nThe blast killed three, Ilan Orr said.")
        police = one.claim(one.actor("police", "government"), "Four were killed")
        own = one.claim(one.actor("Ilan Orr"), "The blast killed three")
        one.account(deeds, day="2019-03-04", counts=(("killed", 4, 4, "Four"),), claim=police)
        one.account("The blast", counts=(("killed", 3, 3, "three"),), claim=own)
        assert len(assess(resolve([one.extract()])).disputes) == found


def test_a_lower_toll_is_set_against_the_most_that_died(story: Any) -> None:
    one = story(TEXT.replace("killed 14", "killed up to 14"))
    army = one.claim(one.actor("army", "government", country="VA"), "killed up to 14 people")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "a lower toll of nine")
    first = (("killed", None, 14, "up to 14"),)
    one.account("killed", day="2019-03-04", counts=first, claim=army)
    one.account("toll", counts=(("killed", 9, 9, "nine"),), claim=monitor)
    assert [{p.stance for p in d.positions} for d in tolls(one)] == [
        {"at most 14 killed", "9 killed"}
    ]


def test_those_who_fled_are_counted_by_two(story: Any) -> None:
    one = story("The raids displaced 35,000 people, the UN said.\nA rebel said 70,000 fled.")
    un = one.claim(one.actor("UN", "organisation"), "displaced 35,000 people")
    rebel = one.claim(one.actor("Sami Garn", "person"), "70,000 fled")
    for word, number, quote, claim in (
        ("displaced", 35000, "35,000", un), ("fled", 70000, "70,000", rebel)
    ):  # fmt: skip
        counts = (("displaced", number, number, quote),)
        one.account(word, "DISPLACEMENT", day="2019-03-04", counts=counts, claim=claim)
    found = [{p.stance for p in d.positions} for d in assess(resolve([one.extract()])).disputes]
    assert found == [{"35,000 displaced", "70,000 displaced"}]


def side_by_side(story: Any, first: str, second: str, when: str = "") -> list[Dispute]:
    """Return the disputes over two tolls in turn, the second with words for a deed of its own."""
    one = story(
        f"Fourteen people were killed in raids on Selmo, the {first} said.\n"
        f"The {second} said raids with barrels killed nine people in Lower Selmo{when}.",
        "2019-03-05",
    )
    army = one.claim(one.actor(first, "organisation"), "Fourteen people were killed")
    monitor = one.claim(one.actor(second, "organisation"), "killed nine people")
    one.account(
        "were killed", day="2019-03-04", counts=(("killed", 14, 14, "Fourteen"),), claim=army
    )
    one.account("raids with barrels", counts=(("killed", 9, 9, "nine"),), claim=monitor)
    return tolls(one)


def test_two_bodies_that_count_in_turn_count_the_dead_of_one_deed(story: Any) -> None:
    found = side_by_side(story, "Garn Media Center", "Observatory of Garn")
    assert [d.rule for d in found] == ["another toll"]


def test_rescuers_and_a_monitor_in_turn_are_two_bodies(story: Any) -> None:
    assert side_by_side(story, "Civil Defence", "Observatory of Garn")


def test_two_voices_of_one_state_in_turn_are_no_two_bodies(story: Any) -> None:
    assert side_by_side(story, "Varnian state media", "State television") == []


@pytest.mark.parametrize(("kind", "found"), [("country", 1), ("city", 0)])
def test_a_country_in_the_second_sentence_is_no_other_place(
    story: Any, kind: str, found: int
) -> None:
    one = story(
        "Fourteen people were killed in Selmo, the Garn Media Center said.\n"
        "The Observatory of Garn, which works in Karvelia, said raids with barrels killed nine."
    )
    center = one.claim(one.actor("Garn Media Center", "organisation"), "Fourteen people were")
    monitor = one.claim(one.actor("Observatory of Garn", "organisation"), "killed nine")
    far = {"lat": 40.0, "lon": 40.0}
    selmo = one.place("Selmo", lat=10.0, lon=10.0)
    there = one.place("Karvelia", type=kind, **far)
    one.account("were killed", counts=(("killed", 14, 14, "Fourteen"),), claim=center, place=selmo)
    counts = (("killed", 9, 9, "nine"),)
    one.account("raids with barrels", counts=counts, claim=monitor, place=there)
    assert len(tolls(one)) == found


def test_the_dead_of_another_year_are_no_other_toll(story: Any) -> None:
    assert side_by_side(story, "Garn Media Center", "Observatory of Garn", " in May 2017") == []


def test_a_toll_put_after_another_is_set_against_it_whatever_else_was_counted(story: Any) -> None:
    one = story(
        "Snipers killed three people.\n"
        "The Union says that more than 250000 have been killed in the war.\n"
        "The Centre of Garn, however, put the death toll at more than 470000."
    )
    union = one.claim(one.actor("Union", "organisation"), "more than 250000 have been killed")
    center = one.claim(one.actor("Centre of Garn", "organisation"), "more than 470000")
    one.account("killed three", counts=(("killed", 3, 3, "three"),))
    one.account("been killed", "TOLL", counts=(("killed", 250000, None, "250000"),), claim=union)
    one.account("toll", "TOLL", counts=(("killed", 470000, None, "470000"),), claim=center)
    assert len(tolls(one)) == 1


@pytest.mark.parametrize(("said", "found"), [(True, 0), (False, 1)])
def test_places_that_no_gazetteer_knows_are_two_where_both_sentences_name_theirs(
    story: Any, said: bool, found: int
) -> None:
    """Without a name in its sentence the second toll is of the deed told right before it."""
    one = story(
        "Shells on Harn killed two people, the Police of Garn said.\n"
        "The Observatory of Selmo said that many had landed in Orim killing three citizens."
    )
    police = one.claim(one.actor("Police of Garn", "organisation"), "Shells on Harn killed two")
    monitor = one.actor("Observatory of Selmo", "organisation")
    watch = one.claim(monitor, "many had landed in Orim killing three citizens")
    one.account(
        "Shells",
        counts=(("killed", 2, 2, "two"),),
        claim=police,
        place=one.place("Harn", type="town"),
        place_evidence=one.words("Harn"),
    )
    one.account(
        "landed",
        counts=(("killed", 3, 3, "three"),),
        claim=watch,
        place=one.place("Orim", type="quarter") if said else None,
        place_evidence=one.words("Orim") if said else None,
    )
    assert len(tolls(one)) == found


def test_a_toll_that_its_speaker_has_raised_since_is_no_rival(story: Any) -> None:
    text = (
        "The blast in Selmo killed 10 people, the governor said.\n"
        "He had earlier reported a toll of eight while the Observatory of Garn gave a toll of 12."
    )
    one = story(text)
    governor = one.actor("the governor", "person")
    monitor = one.actor("Observatory of Garn", "organisation")
    now = one.claim(governor, "The blast in Selmo killed 10 people")
    earlier = one.claim(governor, "a toll of eight")
    counted = one.claim(monitor, "a toll of 12")
    one.account("killed", day="2019-03-04", counts=(("killed", 10, 10, "10"),), claim=now)
    one.account("toll", counts=(("killed", 8, 8, "eight"),), claim=earlier)
    one.account("gave", counts=(("killed", 12, 12, "12"),), claim=counted)
    (found,) = tolls(one)
    assert sorted(p.stance for p in found.positions) == ["10 killed", "12 killed"]


def test_the_rest_of_a_toll_in_the_next_sentence_makes_the_first_a_part(story: Any) -> None:
    def counted(rest: str) -> list[Dispute]:
        one = story(
            "Shells on Selmo killed 14 people, the army said.\n"
            f"The Red Cross said that shells on Hadda killed 13.\n{rest}"
        )
        army = one.claim(one.actor("army", "government", country="VA"), "Shells on Selmo killed 14")
        cross = one.actor("Red Cross", "organisation")
        said = one.claim(cross, "shells on Hadda killed 13")
        one.account("killed 14", day="2019-03-04", counts=(("killed", 14, 14, "14"),), claim=army)
        one.account("killed 13", counts=(("killed", 13, 13, "13"),), claim=said)
        one.account("killed on", counts=(("killed", 1, 1, "one"),))
        return tolls(one)

    assert counted("Rockets killed one: he was killed on the road to Orim.") == []


def test_a_lower_toll_is_set_against_the_part_that_it_is_of(story: Any) -> None:
    one = story(
        "Raids on Selmo killed 31 people including ten on a bus, the rescuers said.\n"
        "The Observatory of Garn gave a lower toll of eight dead."
    )
    said = "Raids on Selmo killed 31 people including ten on a bus"
    rescuers = one.claim(one.actor("rescuers", "organisation", named=False), said)
    garn = one.claim(one.actor("Observatory of Garn", "organisation"), "lower toll of eight dead")
    counts = (("killed", 31, 31, "31"), ("killed", 10, 10, "ten"))
    one.account("Raids", day="2019-03-04", counts=counts, claim=rescuers)
    all_of, bus = one.accounts[-1].counts
    bus = replace(bus, part_of=all_of.evidence.start)
    one.accounts[-1] = replace(one.accounts[-1], counts=(all_of, bus))
    one.account("toll", counts=(("killed", 8, 8, "eight"),), claim=garn)
    (eight,) = one.accounts[-1].counts
    one.accounts[-1] = replace(one.accounts[-1], counts=(replace(eight, of="civilians"),))
    (found,) = tolls(one)
    assert sorted(p.stance for p in found.positions) == ["10 killed", "8 killed"]
