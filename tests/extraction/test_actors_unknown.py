"""Actors that no pack knows, on sentences of an invented conflict."""

from __future__ import annotations

import pytest

from dragoman.extraction.actors import Actors
from dragoman.extraction.places import Places
from dragoman.language import parse
from dragoman.model import Actor, Extract, Report, Span
from dragoman.packs import Packs, default

NOTHING = Packs([])


def read(text: str, packs: Packs | None = None) -> Extract:
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    known = default() if packs is None else packs
    return Actors(known)(document, Places(packs=known)(document, Extract(report=report)))


def called(extract: Extract) -> dict[str, str]:
    return {actor.name: actor.type for actor in extract.actors if actor.named}


def who(extract: Extract, words: str) -> list[Actor]:
    ids = [m.actor for m in extract.actor_mentions if m.evidence.quote == words]
    return [actor for actor in extract.actors if actor.id in ids]


def test_an_unknown_state_has_a_government_and_forces() -> None:
    extract = read(
        "The government of Karvelia said the rebels had fled. The army will stay in Selmo. "
        "Karvelian troops shelled the town."
    )
    assert {"Government of Karvelia", "Armed forces of Karvelia"} <= set(called(extract))
    (army,) = who(extract, "The army")
    assert (army.name, army.pack, army.country) == ("Armed forces of Karvelia", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia's parliament met on Monday.",
        "The League sent an envoy to Karvelia, and Karvelia denied the claim.",
        "Karvelia said that its army had won the war in Karvelia.",
    ],
)
def test_an_unknown_state_is_no_person(text: str) -> None:
    assert called(read(text)).get("Karvelia", "state") == "state"
    assert not [name for name, kind in called(read(text)).items() if kind == "person"]


def test_a_person_with_a_government_is_no_state() -> None:
    extract = read("President Andrei Tovar spoke on Monday. Tovar's government will resign.")
    assert called(extract)["Andrei Tovar"] == "person"
    assert "state" not in called(extract).values()


def test_without_packs_the_countries_of_the_gazetteer_are_states() -> None:
    extract = read("Syria said on Monday that Syrian troops had left Homs.", NOTHING)
    assert called(extract)["Syria"] == "state"
    (troops,) = who(extract, "Syrian troops")
    assert (troops.name, troops.country) == ("Armed forces of Syria", "SY")


def test_forces_with_a_name_of_their_own_are_not_the_states() -> None:
    extract = read("Syria said on Monday that the Syrian Valley Forces had left Homs.", NOTHING)
    assert "Armed forces of Syria" not in called(extract)


def test_a_packs_alias_inside_a_longer_name_is_not_its_actor() -> None:
    extract = read("The rebel Northern Free Army (NFA) left Selmo. The NFA denied it.")
    assert called(extract) == {"Northern Free Army": "armed_group"}
    (group,) = who(extract, "NFA")
    assert group.names == ("Northern Free Army", "NFA")


def test_initials_lead_to_the_one_body_that_has_them() -> None:
    extract = read("The NFA denied it. Officials said the Northern Free Army had left Selmo.")
    assert list(called(extract)) == ["Northern Free Army"]


def test_a_front_is_an_armed_group_where_the_report_says_that_it_fights() -> None:
    fights = read("The rebel Ostrin Dawn Front attacked Selmo on Monday.")
    stands = read("The Ostrin Dawn Front won ten seats in the election on Monday.")
    assert called(fights)["Ostrin Dawn Front"] == "armed_group"
    assert called(stands)["Ostrin Dawn Front"] == "organisation"


def test_a_capital_at_the_start_of_a_headline_makes_no_name() -> None:
    assert called(read("Truce agreed in Garn, says mediator\n\nThe mediator left Garn.")) == {}


def test_people_who_joined_for_a_cause_are_a_body() -> None:
    extract = read("Thousands are trapped, according to the aid group Doctors for Karvelia.")
    assert called(extract)["Doctors for Karvelia"] == "organisation"


def test_its_army_is_that_of_the_state_that_speaks() -> None:
    extract = read("Karvelia said on Monday that its army had left Karvelia's border.")
    assert [a.name for a in who(extract, "its army")] == ["Armed forces of Karvelia"]


def test_a_bare_army_is_never_a_rebel_one() -> None:
    extract = read("The Free Syrian Army attacked Selmo. The army said two men had died.")
    assert who(extract, "The army")[0].name != "Free Syrian Army"


def test_the_army_of_a_report_without_a_state_is_an_actor_without_a_name() -> None:
    (forces,) = who(read("He denied that government forces had fired."), "government forces")
    assert (forces.type, forces.named) == ("government", False)


def test_regime_forces_are_those_of_the_state_whose_regime_is_named() -> None:
    extract = read(
        "The Karvelian regime fell in Karvelia's capital. Turkish forces had left. "
        "A siege by regime forces went on."
    )
    assert [a.name for a in who(extract, "regime forces")] == ["Armed forces of Karvelia"]


@pytest.mark.parametrize(
    "noun", ["terrorist groups", "armed groups", "militant groups", "gunmen", "insurgent factions"]
)
def test_unnamed_groups_that_fight_are_armed(noun: str) -> None:
    (group,) = who(read(f"He said {noun} had shelled the town."), noun)
    assert (group.type, group.named) == ("armed_group", False)


def test_both_sides_are_the_two_that_were_named_together() -> None:
    extract = read(
        "Karvelia's government and the Northern Free Army agreed to a truce. "
        "The envoy said both sides had kept it."
    )
    names = {actor.name for actor in who(extract, "both sides")}
    assert names == {"Government of Karvelia", "Northern Free Army"}


def test_both_sides_of_many_are_nobody_in_particular() -> None:
    extract = read(
        "The Northern Free Army left Selmo. The Southern Free Army stayed. "
        "Karvelia's government and its envoy spoke. He urged both sides to stop."
    )
    (sides,) = who(extract, "both sides")
    assert not sides.named


def test_the_rebels_are_the_one_group_that_is_called_rebel() -> None:
    extract = read("The rebel Northern Free Army left Selmo. The rebels denied it.")
    assert [a.name for a in who(extract, "The rebels")] == ["Northern Free Army"]


def test_an_arabic_surname_with_its_article_belongs_to_the_name() -> None:
    extract = read("President Omer al-Bashir met Walid al-Hadid on Monday.", NOTHING)
    assert {"Omer al-Bashir", "Walid al-Hadid"} <= set(called(extract))


def test_the_government_is_that_of_the_country_whose_places_are_named() -> None:
    extract = read(
        "Khartoum and Nyala were quiet. The United States said the government had no plan, "
        "and talks on Darfur were held in Nyala and El Fasher.",
        NOTHING,
    )
    assert [a.name for a in who(extract, "the government")] == ["Government of Sudan"]


def test_an_adjective_of_two_words_is_the_states() -> None:
    extract = read("Sri Lanka said on Monday that Sri Lankan troops had left Jaffna.", NOTHING)
    assert [a.name for a in who(extract, "Sri Lankan troops")] == ["Armed forces of Sri Lanka"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Lebanon said on Monday that Lebanese troops had left.", "Lebanese troops"),
        ("Germany said on Monday that German troops had left.", "German troops"),
        ("Afghanistan said on Monday that Afghan troops had left.", "Afghan troops"),
        ("Britain said on Monday that British troops had left.", "British troops"),
    ],
)
def test_adjectives_are_led_to_their_country_without_a_pack(text: str, phrase: str) -> None:
    (troops,) = who(read(text, NOTHING), phrase)
    assert troops.sector == "MIL"


def test_an_abbreviation_of_another_language_in_brackets_is_the_bodys() -> None:
    extract = read("The Free Ostrin Movement (GOM) left Selmo. GOM denied it on Monday.")
    assert [a.name for a in who(extract, "GOM")] == ["Free Ostrin Movement"]


def test_titles_are_cut_from_the_head_of_a_name_only() -> None:
    extract = read(
        "Speaker Sharif Hassan Sheikh Adan met army Chief of Staff Dan Halutz on Monday."
    )
    assert {"Sharif Hassan Sheikh Adan", "Dan Halutz"} <= set(called(extract))


def test_a_place_of_the_report_is_no_person_where_it_acts() -> None:
    extract = read("Shells fell in the village of Al Maleh. Al Maleh was lost on Monday.")
    assert "person" not in called(extract).values()


def test_a_rank_is_no_part_of_the_post_before_it() -> None:
    extract = read("It is over, army spokesman Colonel Davit Oren said on Monday.")
    (oren,) = (actor for actor in extract.actors if actor.name == "Davit Oren")
    assert [role.title for role in oren.roles] == ["army spokesman"]


def test_several_in_an_apposition_are_no_post() -> None:
    extract = read("Moammar Eryani, the rebels said, had left the town on Monday.")
    (eryani,) = (actor for actor in extract.actors if actor.name == "Moammar Eryani")
    assert eryani.roles == ()


def test_a_liberation_front_is_armed() -> None:
    extract = read("The Ostrin Islamic Liberation Front left the talks on Monday.")
    assert called(extract)["Ostrin Islamic Liberation Front"] == "armed_group"


def test_a_regime_with_an_owner_in_a_pronoun_is_not_guessed() -> None:
    extract = read("The Taliban, whose regime fell in 2001, denied it. Karvelia's army left.")
    assert not who(extract, "whose regime")


def test_unnamed_groups_keep_the_capitals_of_names_and_hyphens() -> None:
    extract = read("He said that pro-Karvelian fighters had left the town.")
    assert "pro-Karvelian fighters" in {actor.name for actor in extract.actors}


def test_the_government_of_a_states_unknown_leader_is_the_states() -> None:
    text = "Syrian President Omer al-Hadid's government rejected the plan. He left Syria."
    extract = read(text, NOTHING)
    assert "Government of Syria" in called(extract)


def test_an_aide_of_somebody_is_not_that_somebody() -> None:
    extract = read("A spokesman for Karim Hadad came. UN envoy to Karvelia Milan Petrek left.")
    (hadad,) = (actor for actor in extract.actors if actor.name == "Karim Hadad")
    (petrek,) = (actor for actor in extract.actors if actor.name == "Milan Petrek")
    assert (hadad.roles, len(petrek.roles)) == ((), 1)


def test_a_name_before_its_initials_is_a_bodys() -> None:
    extract = read("Jamaatul Selim Ostrin (JSO) has planned raids. President Omar Said Hadad left.")
    assert called(extract)["Jamaatul Selim Ostrin"] == "organisation"
    assert called(extract)["Omar Said Hadad"] == "person"


def test_a_row_of_hotels_names_neither_persons_nor_places() -> None:
    extract = read("It killed five in the Radisson, Grand Hyatt and Days Inn hotels in Amman.")
    assert "person" not in called(extract).values()
    assert {place.name for place in extract.places} & {"Radisson", "Amman"} == {"Amman"}
