"""Accounts of events and situations: who, whom, where, when, how many. The conflict is invented."""

import datetime as dt

import pytest

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.claims import Claims
from dragoman.extraction.numbers import Numbers
from dragoman.extraction.times import Times
from dragoman.language import Document, parse
from dragoman.model import (
    Account,
    Actor,
    ActorMention,
    ActorType,
    Dates,
    Extract,
    Place,
    PlaceMention,
    Report,
    Span,
)
from dragoman.packs import Packs

ACTORS: dict[str, ActorType] = {
    "Karvelia": "state",
    "Ostland": "state",
    "Varnia": "state",
    "NFA": "armed_group",
    "League": "organisation",
    "Novak": "person",
}
PLACES = ("Tarsk", "Belin", "Oren")
PUBLISHED = Dates.day(dt.date(2021, 6, 10))


def _evidence_of(document: Document, report: Report, name: str) -> list[tuple[Span, int]]:
    return (
        [(token.span, token.i) for token in document.tokens if token.text.strip(".") == name]
        if name in report.text
        else []
    )


def told(text: str) -> tuple[Account, ...]:
    """Return the accounts in a text whose actors and places are given by name."""
    report = Report(
        id="r", source="", sha256="", text=text, body=(Span(0, len(text)),), published=PUBLISHED
    )
    document = parse(report)
    mentions = tuple(
        ActorMention(evidence=report.evidence(span), actor=name, form="name", head=head)
        for name in ACTORS
        for span, head in _evidence_of(document, report, name)
    )
    placed = tuple(
        PlaceMention(evidence=report.evidence(span), place=name, relation="in", precision="exact")
        for name in PLACES
        for span, _ in _evidence_of(document, report, name)
    )
    extract = Extract(
        report=report,
        actors=tuple(Actor(id=n, name=n, names=(n,), type=t) for n, t in ACTORS.items()),
        actor_mentions=mentions,
        places=tuple(Place(id=name, name=name, type="city") for name in PLACES),
        place_mentions=placed,
    )
    for step in (Times(), Numbers(), Claims(), Accounts(Packs())):
        extract = step(document, extract)
    return extract.accounts


def only(text: str, kind: str) -> Account:
    """Return the one account of a type that a text gives."""
    found = [account for account in told(text) if account.type == kind]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia attacked NFA in Tarsk.",
        "NFA was attacked by Karvelia in Tarsk.",
        "An attack by Karvelia on NFA followed in Tarsk.",
        "Karvelia carried out an attack on NFA in Tarsk.",
        "NFA, which Karvelia attacked in Tarsk, fled.",
    ],
)
def test_actor_and_recipient_stand_the_right_way_round(text: str) -> None:
    account = only(text, "ASSAULT")
    assert account.actors == ("Karvelia",)
    assert account.recipients == ("NFA",)
    assert account.status == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "NFA took responsibility for the attack in Tarsk.",
        "The attack in Tarsk was the work of NFA.",
    ],
)
def test_who_owns_up_to_an_attack_has_made_it(text: str) -> None:
    assert only(text, "ASSAULT").actors == ("NFA",)


def test_leaders_of_three_states_are_the_three_states() -> None:
    account = only("The leaders of Karvelia, Ostland and Varnia met in Belin.", "CONSULT")
    assert account.actors == ("Karvelia", "Ostland", "Varnia")
    assert account.place == "Belin"


def test_verbs_that_share_a_subject_have_the_same_actor() -> None:
    accounts = told("Karvelia shelled Tarsk and arrested Novak.")
    assert [(a.type, a.actors) for a in accounts] == [
        ("ASSAULT", ("Karvelia",)),
        ("COERCE", ("Karvelia",)),
    ]


def test_an_actor_that_is_not_named_is_left_out() -> None:
    account = only("Novak was kidnapped in Tarsk.", "ASSAULT")
    assert account.actors == ()
    assert account.recipients == ("Novak",)
    assert account.mode == "abduct"


@pytest.mark.parametrize("beside", ["according to the NFA", "prior to talks with the NFA"])
def test_what_stands_after_according_to_is_no_goal_of_a_deed(beside: str) -> None:
    account = only(f"Karvelia has sent 200 soldiers to Tarsk, {beside}.", "MOBILIZE")
    assert "NFA" not in account.recipients


def test_where_somebody_speaks_is_not_where_what_he_tells_of_happened() -> None:
    account = only("Speaking in Tarsk, Novak said that NFA had attacked a convoy.", "ASSAULT")
    assert (account.actors, account.place) == (("NFA",), None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Karvelia condemned the bombing of a school in Tarsk.", None),
        ("Karvelia accused NFA of a raid in Tarsk.", None),
        ("Karvelia condemned in Belin the bombing of a school.", "Belin"),
    ],
)
def test_where_a_deed_was_done_is_not_where_it_is_judged(text: str, place: str | None) -> None:
    assert only(text, "ACCUSE").place == place


@pytest.mark.parametrize(
    "text",
    ["They saw a picture of Novak hanging in Tarsk.", "Workers hung a flag from a roof in Tarsk."],
)
def test_a_picture_that_hangs_is_no_execution(text: str) -> None:
    assert not told(text)


def test_the_killed_are_counted_with_the_attack_that_killed_them() -> None:
    account = only("An air raid on Tarsk on Monday killed nine soldiers.", "ASSAULT")
    assert account.mode == "aerial"
    assert account.place == "Tarsk"
    assert account.date is not None
    assert account.date.start == dt.date(2021, 6, 7)
    assert [(c.what, c.low, c.high) for c in account.counts] == [("killed", 9, 9)]


def test_a_killing_told_in_a_participle_is_part_of_the_attack() -> None:
    account = only("Karvelia bombed Tarsk, killing four people.", "ASSAULT")
    assert account.trigger.quote == "bombed"
    assert [(c.what, c.low) for c in account.counts] == [("killed", 4)]


def test_the_day_of_the_saying_is_not_the_day_of_the_event() -> None:
    account = only("Novak said on Monday that Karvelia shelled Tarsk.", "ASSAULT")
    assert account.date is None
    assert account.claim is not None


@pytest.mark.parametrize("clause", ["as he left Tarsk on Monday", "while leaving Tarsk on Monday"])
def test_the_day_of_a_clause_of_the_same_time_is_the_events(clause: str) -> None:
    account = only(f"The judge was killed by gunmen {clause}.", "ASSAULT")
    assert account.date is not None
    assert account.date.start == dt.date(2021, 6, 7)


@pytest.mark.parametrize("verb", ["began bombing", "continued bombing", "started to bomb"])
def test_what_one_began_to_do_is_of_the_day_that_opens_the_sentence(verb: str) -> None:
    account = only(f"On Monday the jets of Karvelia {verb} Tarsk.", "ASSAULT")
    assert account.date is not None
    assert account.date.start == dt.date(2021, 6, 7)


def test_what_a_statement_is_concerning_happened() -> None:
    text = "Novak said the following concerning the massacre at the Guild headquarters."
    assert only(text, "ASSAULT").status == "happened"


def test_what_had_been_before_lends_no_day() -> None:
    assert only("Rebels shot two men as the army had left on Monday.", "ASSAULT").date is None


def test_what_is_called_for_did_not_happen() -> None:
    account = next(a for a in told("The League called for a truce in Tarsk.") if a.mode)
    assert (account.type, account.mode, account.status) == ("RETREAT", "ceasefire", "demanded")


def test_a_meeting_after_the_report_is_planned() -> None:
    account = only("Karvelia hosts talks with Ostland in Belin on 20 June 2021.", "CONSULT")
    assert account.status == "planned"


def test_a_promised_attack_is_a_threat() -> None:
    account = only("Karvelia vowed to bomb Tarsk.", "ASSAULT")
    assert account.status == "threatened"


def test_a_share_of_a_place_is_held() -> None:
    account = only("NFA still holds about 8 per cent of Oren.", "CONTROL")
    assert account.family == "situation"
    assert (account.actors, account.place, account.extent) == (("NFA",), "Oren", "share")
    assert account.status == "ongoing"
    assert [(c.what, c.low) for c in account.counts] == [("share_of_territory", 8)]


def test_not_a_single_village_is_control_of_none() -> None:
    text = "There is not a single village in Oren under the control of NFA."
    account = only(text, "CONTROL")
    assert (account.actors, account.place, account.extent) == (("NFA",), "Oren", "none")
    assert account.status == "ongoing"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("More than 3,000 people have been killed since the war began in 2019.", "situation"),
        ("More than 3,000 people are estimated to have been killed in the war.", "situation"),
        ("Nine people have been killed in fighting in the port on Monday.", "event"),
    ],
)
def test_a_count_since_a_war_began_is_a_toll_and_no_event(text: str, family: str) -> None:
    account = told(text)[0]
    assert account.family == family
    assert account.counts[0].low in (9, 3000)


def test_people_held_are_a_situation() -> None:
    account = only("There are around 400 people held in jails in Tarsk.", "DETENTION")
    assert account.status == "ongoing"
    assert [(c.what, c.low) for c in account.counts] == [("detained", 400)]


def test_a_convoy_that_brings_aid_is_one_account() -> None:
    text = "A convoy from the League entered Tarsk on Monday, bringing aid to 500 people."
    account = only(text, "AID")
    assert account.actors == ("League",)
    assert account.place == "Tarsk"
    assert [(c.what, c.low) for c in account.counts] == [("aided", 500)]


def test_the_same_text_gives_the_same_accounts() -> None:
    text = "Karvelia bombed Tarsk, killing four people. NFA holds Oren."
    assert told(text) == told(text)


def test_a_text_without_events_gives_no_account() -> None:
    assert told("The weather in Tarsk is mild.") == ()


def test_those_who_were_seen_killed_did_not_kill() -> None:
    account = only("The battle saw Novak killed in Tarsk.", "ASSAULT")
    assert account.actors == ()


def test_people_killed_at_the_hands_of_a_group_were_killed_by_it() -> None:
    account = only("Novak was killed at the hands of NFA.", "ASSAULT")
    assert (account.actors, account.recipients) == (("NFA",), ("Novak",))


def test_an_opinion_that_is_shared_is_no_agreement() -> None:
    assert told("Karvelia and Ostland agree that Oren is beautiful.") == ()


def test_a_place_in_another_clause_is_not_the_place_of_the_event() -> None:
    account = only("Tarsk was shelled and a truce was declared.", "CONCEDE")
    assert account.place is None


def test_an_attack_that_somebody_is_only_accused_of_is_possible() -> None:
    account = only("Novak, accused of bombing Tarsk, fled.", "ASSAULT")
    assert (account.status, account.claim) == ("possible", None)


def test_a_convoy_has_its_trucks() -> None:
    account = only("An aid convoy of 49 trucks reached Tarsk on Monday.", "AID")
    assert account.place == "Tarsk"
    assert [(c.what, c.low) for c in account.counts] == [("vehicles", 49)]


@pytest.mark.parametrize(
    "text",
    [
        "A strong earthquake struck the town of Tarsk on Monday.",
        "A plane crashed near Tarsk, killing 20 people.",
        "At least 20 people were killed in a plane crash in Tarsk.",
        "The aircraft overran the runway at Tarsk airport.",
        "Firefighters battled to put out blazes in Tarsk.",
        "The storm killed 12 people and destroyed homes in Tarsk.",
        "A bus hit a truck in Tarsk, killing three people.",
        "Novak died of a heart attack in Tarsk.",
        "People in Tarsk gathered to fight off cholera.",
        "Novak is shooting himself in the foot.",
    ],
)
def test_accidents_and_figures_of_speech_are_no_violence(text: str) -> None:
    assert not [account for account in told(text) if account.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomber drove a truck into a checkpoint in Tarsk, killing three people.",
        "A car packed with explosives hit a checkpoint in Tarsk.",
        "Planes hit the town of Tarsk on Sunday.",
        "The plane was hit by a missile over Tarsk.",
    ],
)
def test_vehicles_and_aircraft_in_attacks_are_violence(text: str) -> None:
    assert [account.status for account in told(text) if account.type == "ASSAULT"] == ["happened"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks were part of a push supported by Ostland.",
        "The goal of defeating the NFA in Tarsk is an old one.",
        "Ostland spoke first and Varnia condemned.",
        "Karvelia issued a press release on Monday.",
    ],
)
def test_backers_aims_and_blame_of_nothing_are_no_accounts(text: str) -> None:
    assert [a.trigger.quote for a in told(text) if a.type != "CONSULT"] == []


def test_a_goal_that_was_reached_is_an_account() -> None:
    (one,) = told("The goal of defeating the NFA in Tarsk has been accomplished.")
    assert one.status == "happened"


def test_a_sentence_given_twice_tells_of_one_event() -> None:
    sentence = "Karvelia shelled Tarsk on Monday."
    assert len(told(f"{sentence} {sentence}")) == 1


def test_those_who_are_treated_got_no_aid_unless_somebody_gave_it() -> None:
    assert told("The wounded men were treated in Tarsk.") == ()


def test_backing_by_troops_is_aid_that_lasts() -> None:
    (one,) = told("Novak has been backed by troops of Karvelia.")
    assert (one.type, one.status) == ("AID", "ongoing")


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia shot 40 wolves near Tarsk.",
        "A blast in a coal mine killed ten miners in Tarsk.",
        "Tarsk beat Belin in the cup final, and the coach of the league hailed a striker.",
        "Websites in Tarsk compete by providing good services.",
        "Varnia works with bodies focused on supporting refugees.",
    ],
)
def test_hunters_works_matches_and_services_are_no_accounts(text: str) -> None:
    assert [a for a in told(text) if a.type in ("ASSAULT", "AID", "SUPPORT")] == []


def test_a_visit_took_place_where_the_visitor_went() -> None:
    (one,) = told("Novak, an adviser for Belin, will travel to Tarsk on Friday.")
    assert one.place == "Tarsk"


def test_only_people_are_counted_as_those_who_were_aided() -> None:
    (one,) = told("Ostland financed 11 schools in Tarsk.")
    assert all(count.what != "aided" for count in one.counts)


def test_an_offensive_that_is_being_planned_is_planned() -> None:
    found = told("Karvelia is planning an offensive in Tarsk.")
    assert [account.status for account in found] == ["planned"]


def test_a_deal_that_was_sealed_is_told_though_the_verb_follows_it() -> None:
    found = told("Novak spoke of a deal sealed by Karvelia in May.")
    assert "SUPPORT" in [account.type for account in found]


def test_who_said_one_thing_and_called_for_another_is_who_called() -> None:
    found = told("Novak said the truce was holding and called on NFA to show restraint.")
    assert [one.actors for one in found if one.type == "REQUEST"] == [("Novak",)]


def test_a_fire_brigade_is_no_force_and_a_guideline_no_speaker() -> None:
    found = told("Firefighters dispatched 30 vehicles to Tarsk.")
    assert "MOBILIZE" not in [account.type for account in found]
    assert told("Guidelines call for a share of 2%.") == ()


def test_attacks_that_killed_are_told_with_whom_they_killed() -> None:
    (one,) = told("Airstrikes by Karvelia in the area have killed dozens of NFA fighters.")
    assert (one.actors, one.recipients) == (("Karvelia",), ("NFA",))


def test_the_verb_over_an_attack_carries_it_before_one_below() -> None:
    (one,) = told("Karvelia launched airstrikes on NFA men still holding out in Tarsk.")
    assert one.actors == ("Karvelia",)


def test_a_document_says_what_those_say_who_put_it_out() -> None:
    (one,) = told("The League put out a report accusing Karvelia of a cover-up.")
    assert (one.actors, one.recipients) == (("League",), ("Karvelia",))


def test_a_strike_of_workers_is_no_violence() -> None:
    found = told("The workers of Tarsk held a strike over wages on Monday.")
    assert [account.type for account in found] == ["PROTEST"]


def test_what_is_refused_is_refused_to_whose_it_is() -> None:
    found = told("Karvelia rejected a protest filed by Ostland.")
    assert [a.recipients for a in found if a.type == "REJECT"] == [("Ostland",)]
    (one,) = told("Karvelia has rejected any cooperation with Varnia.")
    assert one.recipients == ("Varnia",)


def test_limits_are_lifted_for_those_they_were_imposed_on() -> None:
    (one,) = told("Karvelia lifted the restrictions imposed on Ostland.")
    assert one.recipients == ("Ostland",)


def test_a_town_before_a_dash_does_nothing() -> None:
    (one,) = told("ALVER -- The army of Karvelia on Friday arrested Novak.")
    assert one.actors == ("Karvelia",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Karvelia and the NFA held talks in the town of Tarsk on Monday.", "Tarsk"),
        ("Novak said during talks with Varnia that Belin had been freed.", None),
        ("Karvelia held talks over Tarsk with the NFA.", None),
        ("Karvelia will host talks of the peoples of Tarsk.", None),
        ("Karvelia will host talks of the leaders of three peoples in Tarsk.", "Tarsk"),
        ("Karvelia plans to host a congress of the peoples of Tarsk.", None),
        ("Novak stood in Tarsk negotiating with Varnia.", "Tarsk"),
    ],
)
def test_talks_are_held_where_they_are_held_not_where_they_are_about(
    text: str, place: str | None
) -> None:
    talks = [account for account in told(text) if account.type == "CONSULT"]
    assert talks
    assert {account.place for account in talks} == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Karvelia blamed Tarsk for the raid.", None),
        ("Novak issued a statement accusing Tarsk of lies.", None),
        ("Novak accused the NFA of lies in Tarsk.", "Tarsk"),
    ],
)
def test_blame_is_not_laid_in_the_place_that_it_is_laid_on(text: str, place: str | None) -> None:
    assert {a.place for a in told(text) if a.type == "ACCUSE"} == {place}


def test_a_place_before_the_comma_that_opens_a_sentence_is_where_it_happened() -> None:
    assert {a.place for a in told("Near Tarsk, five air strikes destroyed two tanks.")} == {"Tarsk"}


@pytest.mark.parametrize(
    "text",
    [
        "Air raids hit Tarsk's western countryside.",
        "Air raids on rebel areas in the northern province of Tarsk Monday killed nine.",
        "Karvelia attacked positions near Tarsk.",
    ],
)
def test_a_name_beside_a_day_or_a_countryside_says_where(text: str) -> None:
    assert [a.place for a in told(text) if a.type == "ASSAULT"] == ["Tarsk"]


def test_a_day_that_is_an_events_own_is_not_that_of_another() -> None:
    accounts = told("Monday's violence has cast a pall over a visit by Novak to Tarsk.")
    assert [a.date for a in accounts if a.type == "CONSULT"] == [None]


def test_what_happened_is_not_dated_after_the_report() -> None:
    assert [a.date for a in told("Karvelia attacked Tarsk on 14 June.")] == [None]


def test_what_is_to_come_is_not_dated_before_the_report() -> None:
    accounts = told("Novak said that after a good start in May 2020 the talks would continue.")
    assert [a.date for a in accounts if a.status != "happened"] == [None]


def test_a_day_beside_a_purpose_is_that_of_the_deed() -> None:
    accounts = told("The NFA launched an attack to retake the hill on Monday.")
    assert [a.date is not None for a in accounts if a.type == "ASSAULT"][:1] == [True]


def test_what_is_said_of_a_raid_is_not_said_on_its_day() -> None:
    accounts = told("Karvelia condemned Monday's raid on Tarsk.")
    assert {a.type: a.date is not None for a in accounts} == {"ACCUSE": False, "ASSAULT": True}


def test_a_day_of_signing_is_that_of_what_the_paper_says() -> None:
    accounts = told("On Monday Novak issued a statement blaming Varnia for the raid.")
    assert [a.date is not None for a in accounts if a.type == "ACCUSE"] == [True]


def test_a_clause_with_where_is_about_the_place_before_it() -> None:
    accounts = told("They flew to a summit in Tarsk where Karvelia and Varnia signed a treaty.")
    assert {a.place for a in accounts if a.type in ("AGREE", "SUPPORT")} == {"Tarsk"}


def test_a_clause_with_when_has_the_time_that_it_explains() -> None:
    accounts = told("In early 2015, when the NFA captured Tarsk, thousands fled.")
    taken = [a for a in accounts if a.type == "ASSAULT"]
    assert [a.date.start.year for a in taken if a.date and a.date.start] == [2015]


def test_a_time_that_opens_a_sentence_dates_both_of_its_verbs() -> None:
    accounts = told("In 2019 Karvelia attacked NFA in Tarsk and shelled Oren.")
    assert [a.date.start.year for a in accounts if a.date and a.date.start] == [2019, 2019]


def test_a_siege_that_somebody_would_break_goes_on() -> None:
    account = only("The NFA launched a campaign to break a siege of Tarsk.", "SIEGE")
    assert account.status == "ongoing"


def test_a_presence_is_where_the_presence_is_said_to_be() -> None:
    assert (
        only("Tarsk says that the NFA has a strong presence in Oren.", "PRESENCE").place == "Oren"
    )


def dated(text: str) -> list[tuple[str, bool]]:
    """Return the attacks in a text by their first words, and whether each has a day."""
    attacks = (a for a in told(text) if a.type == "ASSAULT")
    return [(a.trigger.quote.split()[0], a.date is not None) for a in attacks]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels bombed the embassy of Karvelia in Tarsk.", "Tarsk"),
        ("Rebels bombed the embassies of Belgium and Kenya.", None),
        ("The group in Kenya claimed responsibility for a blast.", None),
    ],
)
def test_a_deed_is_not_done_in_the_state_whose_embassy_it_hits(
    text: str, place: str | None
) -> None:
    attack = next(a for a in told(text) if a.type == "ASSAULT")
    assert attack.place == place


def test_a_blast_that_is_claimed_was_not_on_the_day_of_the_claim() -> None:
    text = "The NFA on Monday claimed responsibility for a blast that killed nine people."
    assert dated(text) == [("blast", False)]
    text = "The NFA on Monday claimed the attack on the convoy."
    assert dated(text) == [("claimed", False)]


def test_the_day_on_which_a_deed_was_spoken_of_is_not_its_day() -> None:
    assert dated("The envoy referred today to the murder of five priests.") == [("murder", False)]
    assert dated("On Monday they traded blame over the raid on a market.") == [("raid", False)]
    assert only("The leaders of Ostland and Karvelia gathered on Monday for talks.", "CONSULT").date
    assert dated("The envoy spoke of the bomb that exploded today in Selmo.") == [
        ("exploded", True)
    ]


def test_an_attack_that_answers_another_has_not_the_day_and_the_town_of_the_other() -> None:
    text = "The attack was a response to the use of gas by Karvelia in Tarsk on Monday."
    attack = told(text)[0]
    assert (attack.place, attack.date) == (None, None)


def test_what_follows_a_clause_with_since_is_not_of_what_that_clause_tells() -> None:
    text = "It was the widest offensive since the NFA took Tarsk in 2012, he said. "
    assert ("killed", False) in dated(f"{text}Nine civilians were killed.")


def test_the_dead_of_a_long_time_have_not_the_day_of_the_last_attack() -> None:
    text = "Karvelia attacked Tarsk on Monday. Some {} have been killed {} since the truce ended."
    assert dated(text.format("280 people", "and hundreds wounded"))[1:] == [("killed", False)]


def test_a_suspected_attack_of_some_day_is_what_the_attack_takes_up() -> None:
    text = "A suspected gas attack hit Tarsk on Monday. He blamed Karvelia for the attack."
    assert [on for _, on in dated(text)] == [True, True]


def test_some_of_the_dead_are_told_of_where_the_attack_was_told() -> None:
    text = "A bomb killed 58 people in Tarsk. The League said five of the dead were children."
    first, again = (account for account in told(text) if account.type == "ASSAULT")
    assert (again.place, [count.low for count in again.counts]) == (first.place, [5])
