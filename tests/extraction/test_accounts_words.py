"""The words and turns by which reports tell of events and situations. The conflict is invented."""

import datetime as dt

import pytest

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.accounts_claims import told_of
from dragoman.extraction.claims import Claims
from dragoman.extraction.numbers import Numbers
from dragoman.language import parse
from dragoman.library import read_extract
from dragoman.model import (
    Account,
    Actor,
    ActorMention,
    ActorType,
    Claim,
    Extract,
    Place,
    PlaceMention,
    Report,
    Span,
    Speaker,
)
from dragoman.packs import Packs
from dragoman.reading import Item
from dragoman.reading.items import Given

ACTORS: dict[str, ActorType] = {
    "Karvelia": "state",
    "Ostland": "state",
    "NFA": "armed_group",
    "League": "organisation",
    "rebels": "armed_group",
    "troops": "armed_group",
    "hostages": "group",
    "people": "group",
}
PLACES = ("Tarsk", "Belin", "Oren")


def told(text: str) -> tuple[Account, ...]:
    """Return the accounts in a text whose actors and places are given by name."""
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    mentions = tuple(
        ActorMention(
            evidence=report.evidence(token.span), actor=token.text, form="name", head=token.i
        )
        for token in document.tokens
        if token.text in ACTORS
    )
    placed = tuple(
        PlaceMention(
            evidence=report.evidence(token.span), place=token.text, relation="in", precision="exact"
        )
        for token in document.tokens
        if token.text in PLACES
    )
    extract = Extract(
        report=report,
        actors=tuple(
            Actor(id=name, name=name, names=(name,), type=kind) for name, kind in ACTORS.items()
        ),
        actor_mentions=mentions,
        places=tuple(Place(id=name, name=name, type="city") for name in PLACES),
        place_mentions=placed,
    )
    for step in (Numbers(), Claims(), Accounts(Packs())):
        extract = step(document, extract)
    return extract.accounts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The troops deployed along the road to Tarsk.", "MOBILIZE"),
        ("The troops were deployed in Tarsk.", "MOBILIZE"),
        ("The rebels advanced towards Tarsk.", "MOBILIZE"),
        ("The rebels took up arms against Karvelia.", "MOBILIZE"),
        ("Karvelia removed its troops from Tarsk.", "RETREAT"),
        ("Some hostages were killed in Tarsk and many released.", "RETREAT"),
        ("Karvelia expelled the troops from the country.", "SANCTION"),
        ("The people were taken hostage by rebels.", "ASSAULT"),
        ("The town of Tarsk fell to the rebels.", "ASSAULT"),
        ("A mortar round landed in Tarsk.", "ASSAULT"),
        ("Ostland backed the rebels with air strikes near Tarsk.", "ASSAULT"),
        ("Karvelia described the attack as a crime.", "ACCUSE"),
        ("Karvelia said the hostages were spies.", "ACCUSE"),
        ("Ostland voted against the resolution on Karvelia.", "REJECT"),
        ("Karvelia recommended that Ostland leave Tarsk.", "REQUEST"),
        ("Karvelia and Ostland began joint military exercises near Tarsk.", "COOPERATE"),
        ("Karvelia closed its border with Ostland.", "COERCE"),
        ("A sniper opened fire on troops in Tarsk.", "ASSAULT"),
        ("Karvelia used chemical weapons against rebels in Tarsk.", "ASSAULT"),
        ("Gunmen struck outside a school in Tarsk.", "ASSAULT"),
        ("Karvelia intercepted two missiles near Tarsk.", "ASSAULT"),
        ("A village near Tarsk was torched, killing nine.", "ASSAULT"),
        ("Ostland said that Karvelia must leave Tarsk.", "REQUEST"),
        ("The League announced a cease-fire in Tarsk.", "CONCEDE"),
        ("The lawyers' League announced a strike on Tuesday.", "PROTEST"),
        ("The League welcomed the resumption of peace talks.", "SUPPORT"),
        ("The League hosted four rounds of talks in Tarsk.", "CONSULT"),
        ("The people submitted a petition to Ostland.", "REQUEST"),
    ],
)
def test_a_turn_of_phrase_tells_of_its_type_of_event(text: str, kind: str) -> None:
    assert kind in [account.type for account in told(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The troops have remained in Tarsk.", "PRESENCE"),
        ("There are 500 troops in Tarsk.", "PRESENCE"),
        ("The rebels are in control of Tarsk.", "CONTROL"),
        ("Tarsk has been under siege by the rebels.", "SIEGE"),
        ("Two million people in Tarsk remain without access to water.", "NEED"),
        ("About 400 people in Tarsk were cut off from aid.", "NEED"),
        ("The hostages were shown in a video from Tarsk.", "DETENTION"),
        ("Some 500 people have died in the war in Tarsk.", "TOLL"),
    ],
)
def test_a_turn_of_phrase_tells_of_its_situation(text: str, kind: str) -> None:
    assert kind in [account.type for account in told(text)]


def test_troops_that_nobody_sends_are_those_who_move() -> None:
    (account,) = told("The troops were deployed in Tarsk.")
    assert account.actors == ("troops",)


def test_of_those_killed_in_clashes_with_rebels_the_rebels_are_the_other_side() -> None:
    (account,) = told("At least 20 troops were killed in clashes with rebels in Tarsk.")
    assert account.actors == ("rebels",)
    assert account.recipients == ("troops",)


def test_what_a_murder_led_to_has_its_own_dead() -> None:
    text = "Riots in Tarsk resulting from the murder of a priest have left nine people dead."
    murder = next(a for a in told(text) if a.trigger.quote == "murder")
    assert murder.counts == ()
    text = "There were 17 deaths resulting from the shelling of Tarsk."
    assert any(a.counts for a in told(text) if a.trigger.quote == "shelling")


def test_whom_an_attack_injured_besides_those_whose_death_it_caused() -> None:
    text = "It followed an attack on Tarsk, which caused the death of a man and injured 15 people."
    assert [[c.low for c in account.counts] for account in told(text)][:1] == [[15.0]]


def test_the_day_of_a_deed_is_its_own_before_that_of_what_came_of_it() -> None:
    found = read_extract(
        Item(
            name="a.txt",
            content=b"Two bodies were found on Monday after they were kidnapped in Oren on Sunday.",
            form="text",
            given=Given(published="2031-04-09"),
        )
    )
    assert isinstance(found, Extract)
    (kidnapped,) = found.accounts
    assert kidnapped.date is not None
    assert kidnapped.date.start == dt.date(2031, 4, 6)


def test_for_where_somebody_is_secretary_he_was_not_killed() -> None:
    text = "They mourned the murder of a man, secretary for Oren of the League, in Tarsk."
    assert [a.place for a in told(text) if a.type == "ASSAULT"] == ["Tarsk"]


@pytest.mark.parametrize("who", ["Guerrillas", "The soldiers", "Militiamen", "Hired gang members"])
def test_men_in_arms_who_attack_a_town_are_no_storm(who: str) -> None:
    found = read_extract(Item(name="a.txt", content=f"{who} attacked the town.".encode()))
    assert isinstance(found, Extract)
    (account,) = found.accounts
    assert account.type == "ASSAULT"
    assert len(account.actors) == 1


def test_who_ordered_a_murder_has_made_no_request() -> None:
    kinds = [account.type for account in told("The NFA ordered the assassination of a priest.")]
    assert kinds == ["ASSAULT"]


def test_calls_without_a_name_demand_nothing() -> None:
    assert told("Anonymous calls were received by the League.") == ()


def test_whom_an_outlet_spoke_to_it_did_not_meet() -> None:
    item = Item(
        name="a.txt",
        content=b"Reuters met the rebels in Tarsk on Monday. The envoy met the rebels on Friday.",
    )
    found = read_extract(item)
    assert isinstance(found, Extract)
    sentences = [a.evidence[0].quote for a in found.accounts if a.type == "CONSULT"]
    assert sentences == ["The envoy met the rebels on Friday."]


def test_who_did_two_things_joined_by_and_did_both() -> None:
    accounts = told("People in Tarsk faced heavy shelling and airstrikes by the NFA.")
    assert [account.actors for account in accounts] == [("NFA",), ("NFA",)]


def test_what_people_are_released_by_the_press_is_not_what_a_release_is() -> None:
    assert told("A press release was issued in Tarsk.") == ()


def test_a_suspension_of_aid_is_no_aid() -> None:
    kinds = [account.type for account in told("Karvelia announced a suspension of aid to Ostland.")]
    assert "AID" not in kinds


def test_a_word_in_small_letters_stands_for_those_whom_it_named_before() -> None:
    accounts = told("The rebels fired on Tarsk. Dozens fled the rebel attack on Oren.")
    assert all(account.actors == ("rebels",) for account in accounts if account.type == "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died when a bomb hit a market in Tarsk.",
        "Nine people were killed as a result of the shelling of Tarsk.",
        "Karvelia condemned the attacks on Tarsk, which killed nine people.",
        "Nine people were killed in the attack.",
    ],
)
def test_those_who_died_of_an_attack_are_counted_with_it(text: str) -> None:
    (attack,) = [account for account in told(text) if account.type == "ASSAULT"]
    assert [(count.what, count.low) for count in attack.counts] == [("killed", 9)]


def test_people_who_die_of_something_else_were_not_attacked() -> None:
    assert told("Nine people died in Tarsk.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "A blast hit Tarsk. The hospital put the toll at nine.",
        "A blast hit Tarsk. Doctors recorded nine deaths.",
        "A blast hit Tarsk. The death toll has risen to nine.",
        "A blast hit Tarsk. The governor said nine people died.",
        "A blast hit Tarsk. The monitor said the number of dead was nine.",
        "A blast hit Tarsk. The police put the toll at nine earlier.",
    ],
)
def test_a_toll_of_one_attack_is_told_of_it(text: str) -> None:
    _, toll = told(text)
    assert (toll.type, toll.place) == ("ASSAULT", "Tarsk")
    assert [(count.what, count.low) for count in toll.counts] == [("killed", 9)]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Rescuers lifted nine bodies from the rubble.", "killed"),
        ("The clinic had taken in nine injured men.", "injured"),
        ("The party spoke of nine lives cut short.", "killed"),
        ("Nine villagers were martyred, a governor said.", "killed"),
    ],
)
def test_the_dead_and_hurt_of_an_attack_are_counted_whatever_verb_tells(
    sentence: str, what: str
) -> None:
    found = [c for one in told(f"A blast hit Tarsk. {sentence}")[1:] for c in one.counts]
    assert [(count.what, count.low) for count in found] == [(what, 9)]


def test_each_voice_has_its_own_toll() -> None:
    text = (
        "A blast hit Tarsk. The governor reported a toll of eight, while the monitor gave a death "
        "toll of 12."
    )
    accounts = told(text)[1:]
    assert [[count.low for count in one.counts] for one in accounts] == [[8], [12]]
    assert len({one.claim for one in accounts}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The centre has put the death toll from the five-year conflict at as high as 470000.",
        "The conflict has left 470000 people dead.",
        "The civil war has caused 470000 deaths.",
        "The war has brought the death of 470000 people.",
    ],
)
def test_what_a_war_has_cost_is_a_toll(text: str) -> None:
    (toll,) = told(text)
    assert toll.type == "TOLL"
    assert [(count.what, count.high) for count in toll.counts] == [("killed", 470000)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The monitor put the dead of Tarsk at 12.",
        "The dead of Monday number twelve.",
        "The army counted 12 dead in the streets since Sunday.",
        "Twelve people have died since dawn.",
        "The mayor read their names from a list, twelve in all. He spoke of 12 dead.",
    ],
)
def test_a_figure_of_the_dead_belongs_to_an_attack(sentence: str) -> None:
    accounts = told(f"A blast hit Tarsk. {sentence}")
    assert any(
        account.type == "ASSAULT" and [count.low for count in account.counts] == [12]
        for account in accounts
    )


@pytest.mark.parametrize("fire", ["Return fire", "Police fire", "Army fire"])
def test_fire_that_somebody_opened_is_no_blaze(fire: str) -> None:
    (account,) = told(f"{fire} killed eight people in Tarsk.")
    assert account.type == "ASSAULT"
    assert not told("A fire killed eight people in Tarsk.")


def test_what_one_attack_cost_is_no_toll_of_a_war() -> None:
    accounts = told("A blast hit Tarsk in the war. The hospital put the death toll at nine.")
    assert [one.type for one in accounts] == ["ASSAULT", "ASSAULT"]


def test_those_who_died_of_something_else_are_no_toll_of_an_attack() -> None:
    assert len(told("A blast hit Tarsk. The governor said nine people died of cholera.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The rebels own up to nothing. The governor put the dead of Tarsk at nine.",
        "The army denies it. The clinic of Tarsk listed nine dead.",
        "The regime spoke of order. Nine people died in Tarsk, the clinic said.",
    ],
)
def test_in_a_report_of_fighting_a_toll_needs_no_word_of_attack(text: str) -> None:
    counts = [count for account in told(text) for count in account.counts]
    assert [(count.what, count.low) for count in counts] == [("killed", 9)]


def test_in_a_report_of_a_disaster_nobody_was_attacked() -> None:
    text = "The army sent bread after the flood. Nine people died in Tarsk, the clinic said."
    assert not [count for account in told(text) for count in account.counts]


def test_an_accident_has_no_toll_of_an_attack() -> None:
    accounts = told("The rebels attacked Oren. The accident in Tarsk killed nine people.")
    assert [account.trigger.quote for account in accounts] == ["attacked"]


def test_an_attack_told_again_is_where_it_was_told_to_be() -> None:
    first, again = told("Rebels attacked troops near Tarsk. The attack lasted an hour.")
    assert (first.place, again.place) == ("Tarsk", "Tarsk")
    assert again.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked troops near Tarsk. Another attack lasted an hour.",
        "Rebels kidnapped people in Tarsk. The blast lasted a second.",
    ],
)
def test_another_attack_has_no_place_of_the_one_before(text: str) -> None:
    assert told(text)[-1].place is None


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The rebels were behind the attack on Tarsk.", ("rebels",)),
        ("The rebels are responsible for the attack on Tarsk.", ("rebels",)),
        ("Karvelia accused rebels of shelling Tarsk.", ("rebels",)),
        ("Karvelia accused rebels of an airstrike on Tarsk, killing nine.", ()),
        ("The Tarsk bombings shook Karvelia.", ()),
    ],
)
def test_doers_of_an_attack(text: str, actors: tuple[str, ...]) -> None:
    (attack,) = [account for account in told(text) if account.type == "ASSAULT"]
    assert attack.actors == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Ostland called for sanctions against Karvelia.", ("Karvelia",)),
        ("Ostland ordered an inquiry into threats against Karvelia.", ("Karvelia",)),
        ("Ostland refused to respond to a request from Karvelia.", ("Karvelia",)),
        ("Ostland condemned the killing of people in Tarsk.", ()),
    ],
)
def test_recipients_stand_beneath_the_thing_that_is_spoken_of(
    text: str, recipients: tuple[str, ...]
) -> None:
    spoken = [account for account in told(text) if account.type in ("REQUEST", "ACCUSE", "REJECT")]
    assert spoken[0].recipients == recipients


def test_a_comment_that_is_refused_is_no_refusal() -> None:
    assert told("Karvelia refused to comment on Tarsk.") == ()


def test_where_an_attack_came_from_is_not_where_it_was() -> None:
    (attack,) = told("The NFA said the attack came from Tarsk.")
    assert attack.place is None


def test_a_possessive_is_of_who_does_the_verb() -> None:
    (account,) = told("Karvelia confirmed its withdrawal from Tarsk.")
    assert account.actors == ("Karvelia",)


def summary(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return type, actors and recipients of the accounts in a text."""
    return [(a.type, a.actors, a.recipients) for a in told(text)]


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("The rebels have made gains in Oren.", ("ASSAULT", ("rebels",), ())),
        ("Karvelia claimed that NFA had bombed Tarsk.", ("ACCUSE", ("Karvelia",), ("NFA",))),
        ("Karvelia insisted that it would not withdraw its troops.", ("REJECT", ("Karvelia",), ())),
        ("Karvelia sent the troops home.", ("RETREAT", ("Karvelia",), ())),
        ("The troops returned home.", ("RETREAT", ("troops",), ())),
        ("The League appreciated the efforts of Ostland.", ("SUPPORT", ("League",), ("Ostland",))),
        ("Ostland's request for help from the League failed.",
         ("REQUEST", ("Ostland",), ("League",))),
        ("An exchange of fire between Karvelia and NFA followed in Oren.",
         ("ASSAULT", ("Karvelia", "NFA"), ())),
        ("Residents said people fled Tarsk.", ("DISPLACEMENT", (), ("people",))),
        ("There was an exodus of people from Tarsk.", ("DISPLACEMENT", (), ("people",))),
        ("Tarsk is home to rebels.", ("PRESENCE", ("rebels",), ())),
        ("Karvelia used the meeting to promise to free the hostages.",
         ("AGREE", ("Karvelia",), ("hostages",))),
    ],
)  # fmt: skip
def test_events_told_in_softer_or_indirect_words(
    text: str, account: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert account in summary(text)


def test_who_claims_to_have_struck_accuses_nobody() -> None:
    assert "ACCUSE" not in [row[0] for row in summary("NFA claimed it had bombed Tarsk.")]


def test_people_forced_to_flee_are_displaced_and_no_more() -> None:
    accounts = told("About 500 people were forced to flee Tarsk.")
    assert [a.type for a in accounts] == ["DISPLACEMENT"]


def test_a_right_to_defend_oneself_supports_nobody() -> None:
    assert told("We have the right to defend ourselves.") == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("NFA broke the siege of Tarsk.", "happened"),
        ("Karvelia's siege of Tarsk was lifted in May.", "happened"),
        ("Karvelia will lift its siege of Tarsk.", "ongoing"),
        ("Karvelia did not lift its siege of Tarsk.", "ongoing"),
    ],
)
def test_a_siege_that_was_lifted_or_broken_is_over(text: str, status: str) -> None:
    assert [a.status for a in told(text) if a.type == "SIEGE"] == [status]


def test_who_is_called_on_is_who_is_to_do_it() -> None:
    (demanded,) = (a for a in told("Ostland called on Karvelia to withdraw from Tarsk.")
                   if a.status == "demanded")  # fmt: skip
    assert (demanded.type, demanded.actors) == ("RETREAT", ("Karvelia",))


def test_a_siege_that_lasted_until_a_day_is_over() -> None:
    accounts = told("Tarsk was subject to a siege by Karvelia until 2016.")
    assert [(a.type, a.status) for a in accounts] == [("SIEGE", "happened")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Karvelia confirmed the deaths of two militants.", ["ASSAULT"]),
        ("Karvelia confirmed the deaths of two soldiers in a helicopter crash.", []),
        ("The town has been struck by cross-border rocket fire.", ["ASSAULT"]),
        ("The town was hit by a forest fire.", []),
        ("A court issued an arrest warrant for Maria Novak.", ["COERCE"]),
    ],
)  # fmt: skip
def test_violence_and_arrests_told_with_few_names(text: str, types: list[str]) -> None:
    assert [account.type for account in told(text)] == types


@pytest.mark.parametrize(
    "text", ["Two rebels shot dead in Tarsk", "Troops shot dead rebels in Tarsk."]
)
def test_who_is_shot_dead_is_no_shooter(text: str) -> None:
    (shot,) = told(text)
    assert "rebels" not in shot.actors
    assert shot.recipients == ("rebels",)


def test_who_executes_a_plan_kills_nobody() -> None:
    assert told("Karvelia executed a planned shutdown of services.") == ()


def test_a_participle_does_not_take_the_subject_of_the_verb_behind_it() -> None:
    (raid,) = told("The sources said rebels backed by 15 jeeps raided eastern Tarsk.")
    assert raid.actors == ("rebels",)


def test_two_tolls_of_a_headline_that_lost_its_comma() -> None:
    killed = told("Six rebels killed 14 injured in Tarsk bombing")[0]
    assert (killed.actors, killed.recipients) == ((), ("rebels",))
    assert told("Rebels killed 14 hostages in Tarsk")[0].recipients == ("hostages",)


@pytest.mark.parametrize(
    "text",
    [
        "Five people are killed and nine injured when a tour bus loses control and overturns.",
        "Four people are killed and two injured in an explosion at a fireworks warehouse.",
        "Fifteen people were killed after a boat capsized on the lake.",
        "The rebels beat the hostages 3-1 in the final of the cup.",
        "The missile breaks up over Tarsk.",
    ],
)
def test_accidents_and_matches_are_no_violence(text: str) -> None:
    assert told(text) == ()


def test_a_crash_after_a_bomb_is_violence() -> None:
    text = "Two people died when their truck overturned after a roadside bomb hit it."
    assert "ASSAULT" in [account.type for account in told(text)]
    assert [a.type for a in told("The rebels broke up a rally in Tarsk.")] == ["COERCE"]


def test_who_vows_new_attacks_threatens() -> None:
    types = [a.type for a in told("The NFA vowed to launch new attacks.")]
    assert types == ["THREATEN", "ASSAULT"]
    assert "THREATEN" not in [a.type for a in told("The NFA vowed to end its attacks.")]


def test_where_a_group_is_based_is_not_where_it_happened() -> None:
    (attack,) = told("Nine people died in the attack, according to the Tarsk-based League.")
    assert attack.place is None


def test_who_tells_of_a_raid_in_a_tag_behind_it_is_no_doer() -> None:
    said, tag = "Raids by aircraft hit the port", "medics and rebels"
    text = f"{said}, {tag} reported."
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    claim = Claim(
        id="c",
        report="r",
        speaker=Speaker(
            name=tag, evidence=report.evidence(Span(len(said) + 2, len(said) + 2 + len(tag)))
        ),
        content=(report.evidence(Span(0, len(said))),),
        form="indirect",
        act="assert",
    )
    doers = [t for t in document.tokens if t.text in ("aircraft", "rebels")]
    assert [t.text for t in told_of(claim, doers)] == ["aircraft"]
    assert len(told_of(None, doers)) == 2


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The rebels fired rockets at Tarsk.", "heavy-weapons"),
        ("The rebels fired at troops in Tarsk.", "firearms"),
        ("Karvelia fired tear gas at people in Tarsk.", "crowd-control"),
        ("Karvelia fired rubber bullets at people in Tarsk.", "crowd-control"),
        ("Karvelia used poison gas in Tarsk.", "unconventional"),
        ("Sarin gas was used in Tarsk.", "unconventional"),
    ],
)
def test_the_weapon_says_of_what_mode_an_attack_is(text: str, mode: str) -> None:
    assert [account.mode for account in told(text)] == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "The League blamed Karvelia for the strike on Tarsk.",
        "The League accused Karvelia of the attack in Tarsk.",
        "The League blamed the attack on Karvelia.",
        "The League held Karvelia responsible for the bombing in Tarsk.",
        "Karvelia was charged with the killing of hostages.",
    ],
)
def test_who_is_charged_with_an_attack_is_its_doer_by_that_account(text: str) -> None:
    attack = next(account for account in told(text) if account.type == "ASSAULT")
    assert attack.actors == ("Karvelia",)


def test_who_is_held_responsible_is_no_land_that_is_held() -> None:
    accounts = told("The League held Karvelia responsible for the bombing in Tarsk.")
    assert "CONTROL" not in [account.type for account in accounts]


@pytest.mark.slow
def test_who_brokered_a_truce_is_not_where_it_holds() -> None:
    found = read_extract(Item(name="a.txt", content=b"A US-Russian brokered truce collapsed."))
    assert isinstance(found, Extract)
    assert [account.place for account in found.accounts] == [None] * len(found.accounts)
    assert found.accounts


def test_who_holds_the_town_that_is_raided_is_not_who_raids_it() -> None:
    accounts = told("Five people died in air raids on Tarsk which is held by the rebels.")
    assert [a.actors for a in accounts if a.type == "ASSAULT"] == [()]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("NFA rebels shelled Tarsk, some 40 km (25 miles) north of Belin.", []),
        ("NFA rebels seized Tarsk on Monday, 12 kilometres from the border.", []),
        ("NFA rebels seized a tanker 90 miles off Tarsk on Monday.", []),
        ("NFA troops advanced to within five miles (eight km) of Tarsk.", []),
        ("NFA rebels were driven back 20 kilometres to the west on Monday.", [20]),
        ("NFA rebels captured 12 square kilometres north of Tarsk.", [12]),
    ],
)
def test_how_far_off_a_place_is_counts_nothing(text: str, counted: list[float]) -> None:
    assert [count.low for account in told(text) for count in account.counts] == counted


@pytest.mark.parametrize(
    ("text", "told_by"),
    [
        ("A priest who had been kidnapped in Tarsk was found dead.", "found"),
        ("The priest was found murdered in Tarsk.", "murdered"),
        ("They recalled the martyrdom of a priest in Tarsk.", "martyrdom"),
    ],
)
def test_who_was_found_dead_was_killed(text: str, told_by: str) -> None:
    (found,) = (a for a in told(text) if a.trigger.quote == told_by)
    assert found.type == "ASSAULT"
    assert not found.actors


def test_the_day_on_which_he_was_found_is_not_that_of_the_killing() -> None:
    text = b"A priest who had been kidnapped in Tarsk was found dead on 6 April at a mill."
    given = Given(published="2031-04-09")
    read = read_extract(Item(name="a.txt", content=text, form="text", given=given))
    assert isinstance(read, Extract)
    (found,) = (a for a in read.accounts if a.trigger.quote == "found")
    assert found.date is None


def test_who_was_found_dead_in_a_report_without_violence_was_not_killed() -> None:
    assert told("The singer was found dead in Tarsk.") == ()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A suicide bomb attack killed six people in Tarsk.", "suicide-attack"),
        ("A suicide car bomb killed six people in Tarsk.", "suicide-attack"),
        ("A roadside bomb attack killed six people in Tarsk.", "explosives"),
    ],
)
def test_a_suicide_bomb_is_a_suicide_attack(text: str, mode: str) -> None:
    assert [account.mode for account in told(text)] == [mode]


def test_a_strike_that_kills_is_no_walkout() -> None:
    assert [a.type for a in told("A strike killed two lawyers in Tarsk.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Delegates gathered in Tarsk for peace talks.", {"CONSULT"}),
        ("Ministers gathered in Tarsk on Friday.", set()),
        ("Students gathered in Tarsk on Friday.", {"PROTEST"}),
        ("A strike for Thursday was called in Tarsk.", {"PROTEST"}),
    ],
)
def test_who_gathers_for_what(text: str, kinds: set[str]) -> None:
    assert {account.type for account in told(text)} == kinds


def test_bombings_to_target_people_were_done() -> None:
    (bombing,) = told("There were bombings to target rebels in Tarsk, killing two people.")
    assert (bombing.status, bombing.trigger.quote) == ("happened", "bombings")


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia will use the full force of the law in Tarsk.",
        "The crowds in Tarsk dispersed.",
    ],
)
def test_what_is_no_violence(text: str) -> None:
    assert not told(text)


def test_what_is_claimed_by_a_verb_is_one_event() -> None:
    (claimed,) = told("The NFA claimed responsibility on Monday for launching rockets at troops.")
    assert (claimed.actors, claimed.status, claimed.mode) == (("NFA",), "happened", "heavy-weapons")
