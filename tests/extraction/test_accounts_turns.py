"""The turns by which reports tell of events in passing. The conflict is invented."""

import pytest

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.numbers import Numbers
from dragoman.language import parse
from dragoman.model import Account, Extract, Report, Span
from dragoman.packs import Packs


def told(text: str) -> tuple[Account, ...]:
    """Return the accounts in a text in which nobody and no place is named."""
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    extract = Extract(report=report)
    for step in (Numbers(), Accounts(Packs())):
        extract = step(document, extract)
    return extract.accounts


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the types and statuses of the accounts in a text."""
    return [(account.type, account.status) for account in told(text)]


TOLD = [
    ("Explosions were heard in the capital on Friday night.", "ASSAULT"),
    ("Shelling was reported near the airport.", "ASSAULT"),
    ("The province has seen intense bombing.", "ASSAULT"),
    ("The market was the scene of a suicide bombing.", "ASSAULT"),
    ("The explosion involved a car.", "ASSAULT"),
    ("A bomb was placed under a bridge.", "ASSAULT"),
    ("The raid on a camp for the displaced was condemned.", "ASSAULT"),
    ("A suicide bomber drove a laden truck into a checkpoint.", "ASSAULT"),
    ("Rebels have been fighting a war against the army.", "ASSAULT"),
    ("Rebels extended their control over the villages.", "ASSAULT"),
    ("Twenty militants died in the operation.", "ASSAULT"),
    ("Prisoners were subjected to torture.", "ASSAULT"),
    ("Rebels occupied the embassy.", "ASSAULT"),
    ("The army surrounded the village.", "COERCE"),
    ("The main road was cut by the rebels.", "COERCE"),
    ("The general was relieved of his command.", "SANCTION"),
    ("The army lost the town to the rebels.", "RETREAT"),
    ("Five hundred troops were relocated to the coast.", "MOBILIZE"),
    ("Trucks loaded with food entered the town.", "AID"),
    ("A convoy carrying medicine reached the town.", "AID"),
    ("Three suspects went on trial.", "ACCUSE"),
    ("Investigations are under way.", "ACCUSE"),
    ("Both sides laid the blame on the mediators.", "ACCUSE"),
    ("The army warned of a strong response.", "THREATEN"),
    ("The parties reached an agreement.", "AGREE"),
    ("The minister said that the killers should be punished.", "REQUEST"),
    ("The rebels have made gains around the town.", "ASSAULT"),
    ("The gunmen breached the truce agreement.", "ASSAULT"),
    ("The town was liberated from the rebels last year.", "ASSAULT"),
    ("The army retook the town.", "ASSAULT"),
    ("The invitation was rejected.", "REJECT"),
    ("An aid ship docked at the port.", "AID"),
    ("The targeting of schools continued.", "ASSAULT"),
    ("A helicopter struck twice a place of mourning.", "ASSAULT"),
    ("A powerful bomb shook the offices.", "ASSAULT"),
    ("Chlorine gas was dropped on the town.", "ASSAULT"),
    ("The man was hit by bullets.", "ASSAULT"),
    ("The rebels denied involvement in the attack.", "ASSAULT"),
    ("The officers were suspended over the shooting.", "SANCTION"),
    ("The students were put in custody.", "COERCE"),
    ("He resigned his command.", "RETREAT"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_an_event_is_found_in_the_turns_that_tell_of_it(text: str, kind: str) -> None:
    found = [status for one, status in kinds(text) if one == kind]
    assert found
    assert all(status in ("happened", "ongoing") for status in found)


def test_bodies_found_in_a_report_of_violence_were_killed() -> None:
    text = "Gunmen attacked the town. Police found five bodies in the river."
    account = told(text)[-1]
    assert account.type == "ASSAULT"
    assert [(count.what, count.low) for count in account.counts] == [("killed", 5)]
    assert account.actors == ()


def test_bodies_found_after_a_disaster_tell_of_no_attack() -> None:
    text = "The flood swept the town away. Police found five bodies in the river."
    assert not [kind for kind, _ in kinds(text) if kind == "ASSAULT"]


def test_military_convoys_bring_no_aid() -> None:
    assert "AID" not in [kind for kind, _ in kinds("A military convoy reached the town.")]


def test_what_was_left_is_no_withdrawal_from_a_body() -> None:
    assert "SANCTION" not in [kind for kind, _ in kinds("They found bodies left in the bushes.")]


def test_a_clause_that_says_who_is_meant_denies_nothing() -> None:
    assert kinds("Those civilians who were not kidnapped live in the forest.") == []


def test_who_rallied_to_protest_did_one_thing() -> None:
    assert kinds("Hundreds of students took to the streets to protest.") == [
        ("PROTEST", "happened")
    ]


def test_an_end_to_drone_attacks_is_a_wish() -> None:
    found = kinds("The army wants an end to drone attacks on its base.")
    assert [status for kind, status in found if kind == "ASSAULT"] == ["possible"]


def test_whose_murder_it_was_is_who_was_murdered() -> None:
    text = "The murder of a monk followed the bishop's murder by gunmen."
    assert [account.actors for account in told(text)] == [(), ()]


def test_what_troops_are_somewhere_for_is_no_event() -> None:
    assert kinds("The soldiers are in the valley to fight the rebels.") == []


def test_vehicles_that_back_troops_support_nobody() -> None:
    found = kinds("Troops backed by fifteen military jeeps stormed the camp.")
    assert found == [("ASSAULT", "happened")]


def test_soldiers_who_died_in_a_report_of_fighting_were_killed() -> None:
    account = told("Gunmen attacked the post. The army said that two soldiers died.")[-1]
    assert account.type == "ASSAULT"
    assert [(count.what, count.low) for count in account.counts] == [("killed", 2)]


def test_who_died_of_an_illness_was_not_killed() -> None:
    assert kinds("The former minister died of cancer in a hospital.") == []


def test_rocket_fire_is_no_blaze() -> None:
    found = [one for one in told("Two men were killed in rocket fire.") if one.type == "ASSAULT"]
    assert [[(count.what, count.low) for count in one.counts] for one in found] == [[("killed", 2)]]


def test_deeds_in_a_row_without_commas_stay_apart() -> None:
    text = "Gunmen killed and robbed two men executed two others and murdered a judge."
    assert len([kind for kind, _ in kinds(text) if kind == "ASSAULT"]) >= 2


def test_killings_each_with_its_own_day_or_place_are_two() -> None:
    text = "Judge Mira Kost was murdered on 8 May; magistrate Ilya Oren was killed on 9 June."
    assert [account.trigger.quote for account in told(text)] == ["murdered", "killed"]
    text = "Two soldiers were killed in Garn and a nurse was killed in Tarsk."
    assert len(told(text)) == 2
    text = "Two soldiers were killed and a nurse was killed in Tarsk."
    assert len(told(text)) == 1


def test_what_is_under_way_goes_on() -> None:
    assert kinds("Investigations are under way.") == [("ACCUSE", "ongoing")]


def test_a_man_who_sat_in_a_street_protested_against_nothing() -> None:
    assert kinds("One man sat in the middle of the street.") == []


def test_who_was_among_the_dead_is_told_beside_the_attack() -> None:
    text = "Rockets fell on the town and killed nine. Three medics were among the dead."
    assert [[c.low for c in account.counts] for account in told(text)] == [[9], [3]]


def test_what_is_believed_of_an_attack_carries_it() -> None:
    for text in (
        "The strike was believed to have been carried out by rebels.",
        "One gunman carried out both of the bombings.",
    ):
        (account,) = told(text)
        assert account.type == "ASSAULT"
        assert "carried out" in account.trigger.quote or account.status == "possible"


def test_who_died_in_a_thwarted_attack_is_told_apart_from_it() -> None:
    found = told("Ten people were killed during a thwarted attack on a judge.")
    assert [(a.trigger.quote, a.status) for a in found] == [
        ("killed", "happened"),
        ("attack", "denied"),
    ]
    assert len(told("Ten people were killed during a failed attack on a judge.")) == 1
