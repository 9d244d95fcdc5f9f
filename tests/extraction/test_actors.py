"""The Actors step on sentences of an invented conflict, parsed with the language model."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.extraction.actors import Actors
from dragoman.language import parse
from dragoman.model import Actor, Dates, Extract, Report, Span
from dragoman.packs import Pack, PackActor, PackInfo, PackRole, Packs
from dragoman.packs.entries import FormerName, PackState
from dragoman.packs.states import actors_of


def _packs() -> Packs:
    karvelia = PackState(code="KV", name="Karvelia", adjectives=("Karvelian",), capital="Tarsk")
    ostrava = PackState(code="OV", name="Ostravia", adjectives=("Ostravian",), capital="Belmar")
    actors = (
        *actors_of(karvelia),
        *actors_of(ostrava),
        PackActor(
            key="nfa",
            name="Northern Free Army",
            type="armed_group",
            abbreviations=("NFA",),
            nominals=("group", "rebel group"),
            since="2012",
            names_over_time=(FormerName(name="Northern Shield", start="2012", end="2015"),),
        ),
        PackActor(
            key="monitor",
            name="Karvelian Monitor for Peace",
            type="organisation",
            nominals=("monitor", "watchdog"),
        ),
        PackActor(
            key="oren",
            name="Davit Oren",
            type="person",
            gender="m",
            country="KV",
            aliases=("Oren",),
            roles=(PackRole(title="foreign minister", of="kv", also=("top diplomat",)),),
        ),
    )
    return Packs([Pack(info=PackInfo(name="x", about="x"), actors=actors)])


PACKS = _packs()


def read(text: str, day: dt.date | None = None, packs: Packs | None = None) -> Extract:
    published = Dates.day(day) if day is not None else None
    report = Report(
        id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),), published=published
    )
    return Actors(packs or PACKS)(parse(report), Extract(report=report))


def who(extract: Extract, words: str) -> Actor | None:
    """Return the actor of the mention that is or ends with ``words``."""
    by_id = {actor.id: actor for actor in extract.actors}
    for mention in extract.actor_mentions:
        if mention.evidence.quote == words:
            return by_id[mention.actor]
    return None


def name(extract: Extract, words: str) -> str | None:
    actor = who(extract, words)
    return actor.name if actor else None


def roles(extract: Extract, person: str) -> list[tuple[str, str | None]]:
    by_id = {actor.id: actor for actor in extract.actors}
    (actor,) = (actor for actor in extract.actors if actor.name == person)
    return [(role.title, by_id[role.of].name if role.of else None) for role in actor.roles]


def test_names_and_abbreviations_are_one_actor() -> None:
    extract = read("The Northern Free Army attacked Selmo. The NFA said two men died.")
    assert name(extract, "Northern Free Army") == name(extract, "NFA") == "Northern Free Army"
    assert who(extract, "NFA").names == ("Northern Free Army", "NFA")  # type: ignore[union-attr]


def test_a_group_that_renamed_itself_has_the_name_of_the_reports_day() -> None:
    text = "The Northern Free Army said it would talk."
    seen = [who(read(text, dt.date(year, 3, 1)), "Northern Free Army") for year in (2013, 2019)]
    assert [one.name for one in seen if one] == ["Northern Shield", "Northern Free Army"]
    assert {one.pack for one in seen if one} == {"nfa"}


def test_a_report_from_before_a_group_was_founded_does_not_mean_it() -> None:
    text = "The NFA said it would talk."
    assert all(actor.pack is None for actor in read(text, dt.date(2006, 3, 1)).actors)


def test_a_states_own_council_is_not_that_of_the_whole_body() -> None:
    union = PackActor(
        key="union",
        name="Ostland Union Security Council",
        type="organisation",
        sector="IGO",
        aliases=("Security Council",),
    )
    packs = Packs([*_packs().packs, Pack(info=PackInfo(name="y", about="y"), actors=(union,))])

    def council(text: str) -> str | None:
        return read(text, packs=packs).actors[-1].pack

    assert council("The Security Council met on Monday.") == "union"
    assert council("The Union's Security Council met on Monday.") == "union"
    assert council("The national Security Council met on Monday.") is None
    assert council("Karvelia's Security Council met on Monday.") is None
    later = read("Karvelia's Security Council met. The Security Council was angry.", packs=packs)
    assert all(actor.pack != "union" for actor in later.actors)


def test_an_abbreviation_defined_in_the_text_is_followed() -> None:
    extract = read("The League of Karvelian Mothers (LKM) called for peace. The LKM met on Monday.")
    assert len({a.id for a in extract.actors if "League" in a.name or a.name == "LKM"}) == 1


def test_a_capital_is_the_state_where_it_speaks_and_no_actor_where_it_lies() -> None:
    extract = read("Tarsk warned the rebels. Shells fell in Tarsk.")
    mentions = [m for m in extract.actor_mentions if m.evidence.quote == "Tarsk"]
    assert [(m.form, m.evidence.start) for m in mentions] == [("metonym", 0)]
    assert name(extract, "Tarsk") == "Karvelia"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Karvelian troops took the hill.", "Karvelian troops", "Armed forces of Karvelia"),
        (
            "Ostravian-backed Karvelian troops took the hill.",
            "Ostravian-backed Karvelian troops",
            "Armed forces of Karvelia",
        ),
        ("The Karvelian government fell.", "The Karvelian government", "Government of Karvelia"),
        ("The parliament of Karvelia met.", "The parliament of Karvelia", "Parliament of Karvelia"),
        ("Karvelia said the regime will stay.", "the regime", "Government of Karvelia"),
    ],
)
def test_parts_of_a_state(text: str, words: str, expected: str) -> None:
    assert name(read(text), words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A rebel mortar attack killed nine.", "rebel", "rebels"),
        ("Syrian rebels spoke. A rebel mortar attack killed nine.", "rebel", None),
        ("The army took a rebel artillery position.", "rebel", None),
        ("Regime air raids on a camp killed nine.", "Regime", "government"),
        ("Nine men died in Regime Air Raids.", "Regime", "government"),
        ("The men said government artillery had fired.", "government", None),
        ("A medic told AFP rebels had fled.", "rebels", "rebels"),
    ],
)
def test_who_is_told_of_by_a_deed_alone(text: str, words: str, expected: str | None) -> None:
    assert name(read(text), words) == expected


def test_how_old_somebody_is_is_no_part_of_what_one_is_called() -> None:
    assert name(read("Shells hurt a 45-years-old woman."), "a 45-years-old woman") == "woman"


def test_two_armies_joined_by_and_are_two() -> None:
    extract = read("He was backed by Ostravian and Karvelian forces.")
    names = {actor.name for actor in extract.actors}
    assert {"Armed forces of Ostravia", "Armed forces of Karvelia"} <= names


def test_a_role_before_the_name_has_an_owner_and_evidence() -> None:
    extract = read("Ostravia's special envoy to Karvelia Milan Petrek met rebels on Monday.")
    assert roles(extract, "Milan Petrek") == [("special envoy to Karvelia", "Ostravia")]
    (actor,) = (a for a in extract.actors if a.name == "Milan Petrek")
    assert "special envoy" in actor.roles[0].evidence[0].quote


def test_a_role_after_the_name_has_an_owner() -> None:
    extract = read("Nadia Belk, the head of the Karvelian Monitor for Peace, said two people died.")
    assert roles(extract, "Nadia Belk") == [
        ("head of the Karvelian Monitor for Peace", "Karvelian Monitor for Peace")
    ]


def test_the_envoy_of_the_first_sentence_is_the_speaker_of_the_second() -> None:
    extract = read(
        "Ostravia's special envoy expressed hope for the talks on Monday.\n"
        '"We will not leave the table," Milan Petrek said in Belmar.'
    )
    assert name(extract, "Ostravia's special envoy") == "Milan Petrek"


def test_a_post_that_a_pack_knows_leads_to_its_holder() -> None:
    extract = read(
        "Davit Oren spoke in Belmar on Monday. Karvelia's top diplomat rejected the plan."
    )
    assert name(extract, "Karvelia's top diplomat") == "Davit Oren"


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    extract = read('Milan Petrek arrived on Monday. "It is over," Petrek said.')
    assert name(extract, "Petrek") == "Milan Petrek"


def test_a_variant_spelling_of_a_surname_is_the_same_person() -> None:
    extract = read("Yasin Tarhani spoke to reporters. Tarhani said no. Tarhany added nothing.")
    assert {a.name for a in extract.actors if a.type == "person"} == {"Yasin Tarhani"}


def test_a_namesake_of_a_known_person_is_somebody_else() -> None:
    extract = read("Igor Oren, a farmer, said his barn burned. Oren wept.")
    assert name(extract, "Oren") == "Igor Oren"
    assert who(extract, "Oren").pack is None  # type: ignore[union-attr]


def test_a_namesake_of_somebody_known_with_an_article_keeps_the_whole_name() -> None:
    extract = read("Doctor Ibrahim al-Assad a surgeon in Tarsk said he had treated ten people.")
    (person,) = (a for a in extract.actors if a.type == "person")
    assert (person.name, person.pack) == ("Ibrahim al-Assad", None)


def test_the_town_of_a_post_is_no_part_of_the_name() -> None:
    extract = read("Health director for Aleppo Mohamad Hazouri said that ten people had died.")
    assert "Mohamad Hazouri" in {a.name for a in extract.actors}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("First Minister of Karvelia Nicola Petrek said it. Nicola Petrek left.", "Nicola Petrek"),
        ("The envoy of the Northern Free Army Dorin Kalt said it.", "Dorin Kalt"),
        ("Head of the League's Peace Secretariat S. Petrekan said it.", "S. Petrekan"),
        ("Minister of State for Law and Home Affairs Ho Peng Kar said it.", "Ho Peng Kar"),
        ("Secretary of the Communist Party of Karvelia Nguyen Phu Tron.", "Nguyen Phu Tron"),
        ("Speaking to Selmo Agency Peter Oran said it.", "Peter Oran"),
        ("Tarsk Academy, Selmo's chancellor, Odo Brank.", "Odo Brank"),
    ],
)
def test_a_name_behind_a_whole_post_is_a_persons(text: str, person: str) -> None:
    assert (person, "person") in {(a.name, a.type) for a in read(text).actors}


def test_a_body_behind_a_post_keeps_its_whole_name() -> None:
    extract = read("The director of Selmo Free Radio Karvelia spoke. The head of Al-Selmo spoke.")
    assert "person" not in {a.type for a in extract.actors if a.named}


def test_a_name_with_its_article_is_the_one_without() -> None:
    extract = read("Minister al-Samani said so. Al-Samani told reporters that Samani was safe.")
    assert [a.name for a in extract.actors if a.type == "person"] == ["al-Samani"]


def test_the_chief_of_a_body_is_its_director() -> None:
    extract = read(
        "Director of the Karvelian Monitor for Peace (KMP) Milan Petrek spoke in Tarsk. The KMP "
        "chief was calm."
    )
    assert name(extract, "The KMP chief") == "Milan Petrek"


def test_a_ministry_in_a_capital_is_that_states() -> None:
    extract = read("Ostravia struck first, the defence ministry in Tarsk said on Monday.")
    assert name(extract, "the defence ministry in Tarsk") == "Defence Ministry of Karvelia"
    extract = read("Ostravia struck first and moved the army in Tarsk to the north.")
    assert name(extract, "the army in Tarsk") is None


def test_the_name_before_newspaper_is_the_newspapers() -> None:
    extract = read("The Selmo newspaper said that the road was open. Selmo denied the report.")
    assert [(a.name, a.type) for a in extract.actors if a.named] == [("Selmo", "organisation")]


@pytest.mark.parametrize(
    "text",
    [
        "The Border Front is hunting the group that killed five peasants.",
        "The Border Front has set out to find the armed group that killed five peasants.",
    ],
)
def test_who_hunts_a_group_is_not_that_group(text: str) -> None:
    assert name(read(text), "that") != "Border Front"


def test_ships_and_roads_are_no_actors() -> None:
    extract = read("The frigate HMS Tarn left the port. FS Forban was hit off Wellmouse Lane.")
    assert [a.name for a in extract.actors if a.named] == []


def test_a_middle_name_alone_may_be_the_surname() -> None:
    extract = read("General Miguel Maza Marquez spoke. Maza was calm, Maza Marquez said.")
    assert [a.name for a in extract.actors] == ["Miguel Maza Marquez"]


def test_an_unnamed_spokesman_bears_what_he_speaks_for() -> None:
    extract = read("A spokesman for the fire service said it was out. The spokesman left.")
    assert [a.name for a in extract.actors] == ["spokesman for the fire service"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Prime Minister Dr Milan Petrek spoke.", "Prime Minister"),
        ("MINISTER of Defence, Brigadier Milan Petrek (rtd) spoke.", "MINISTER of Defence"),
        ("Prosecutor Milan Petrek QC spoke.", "Prosecutor"),
    ],
)
def test_forms_of_address_stand_between_post_and_name(text: str, title: str) -> None:
    assert title in [post for post, _ in roles(read(text), "Milan Petrek")]


def test_what_speaks_with_an_article_is_no_person() -> None:
    extract = read("The Sonday Harald reported that the road was open.")
    assert "person" not in {a.type for a in extract.actors}


def test_of_two_with_one_first_name_the_one_named_before_is_meant() -> None:
    extract = read("His wife Li Wenza spoke. Li was calm. Li Hepang was held. Li said it was late.")
    assert {a.name for a in extract.actors if a.named} == {"Li Wenza", "Li Hepang"}


def test_the_group_that_goes_on_reporting_is_the_one_that_spoke() -> None:
    extract = read(
        "The Selmo Relief Organisation said that ten people had died. The Northern Free Army "
        "attacked Tarsk on Sunday. The group has reported more strikes."
    )
    assert name(extract, "The group") == "Selmo Relief Organisation"


def test_two_of_a_family_are_kept_apart() -> None:
    extract = read("Milan Petrek and Anton Petrek met Davit Oren on Monday in Tarsk.")
    assert {"Milan Petrek", "Anton Petrek"} <= {a.name for a in extract.actors}


@pytest.mark.parametrize(
    "words",
    ["rebels", "two diplomats", "residents", "urban commandos", "two individuals", "peasants"],
)
def test_unnamed_groups_are_actors_without_a_name(words: str) -> None:
    actor = who(read(f"In Selmo, {words} said that shelling went on."), words)
    assert actor is not None
    assert not actor.named


def test_fighters_of_a_named_group_are_a_mention_of_it() -> None:
    assert name(read("Several NFA fighters fled."), "Several NFA fighters") == "Northern Free Army"


def test_days_and_months_are_no_actors() -> None:
    extract = read("On Monday, in May, talks began. Tuesday was quiet.")
    assert extract.actors == ()


def test_every_mention_is_what_the_text_says() -> None:
    text = "“Karvelia’s army – the Karvelian Army – left,” Davit Oren said. 😀 He smiled."
    extract = read(text)
    for mention in extract.actor_mentions:
        mention.evidence.check(text)
    assert name(extract, "He") == "Davit Oren"


def test_a_bare_surname_stays_with_the_first_of_two_namesakes() -> None:
    extract = read(
        "Milan Petrek spoke on Monday. Petrek said the war would end.\n"
        "His brother Anton Petrek left. Petrek returned to Belmar."
    )
    by_id = {actor.id: actor.name for actor in extract.actors}
    bare = [by_id[m.actor] for m in extract.actor_mentions if m.evidence.quote == "Petrek"]
    assert bare == ["Milan Petrek", "Milan Petrek"]


def test_whose_affairs_a_minister_minds_is_no_part_of_the_name() -> None:
    extract = read("Minister of Prisoners' Affairs Ola Brint said the talks had failed.")
    assert "Ola Brint" in {actor.name for actor in extract.actors}


def test_two_offices_joined_by_and_are_two_persons() -> None:
    extract = read("The Prime Minister and President Milan Petrek met on Monday.")
    assert roles(extract, "Milan Petrek") == [("President", None)]


def test_a_former_president_is_not_the_president() -> None:
    extract = read(
        "Former President Milan Petrek visited Belmar. The president was not there to meet him."
    )
    assert name(extract, "The president") != "Milan Petrek"


def test_a_source_is_the_same_when_told_again() -> None:
    extract = read("A military source spoke in Tarsk. The source said a bridge was gone.")
    assert who(extract, "A military source") == who(extract, "The source")


@pytest.mark.parametrize(
    "text",
    [".", "'s", "U.S", "the", "Karvelia -", "Karvelian-", "President", "By", "Oren (", "al-",
     "envoy to", "-backed forces", "Minister of", "Karvelia’s", "“He said", "and Karvelian forces",
     "the government " * 50, "a\r\nb Oren\r\n\r\nOren said.", "\u202bشمال\u202c Oren \u200bleft."],
)  # fmt: skip
def test_fragments_do_no_harm(text: str) -> None:
    for mention in read(text).actor_mentions:
        mention.evidence.check(text)


def test_a_plain_word_in_a_line_of_capitals_is_no_abbreviation() -> None:
    packs = Packs(
        [
            Pack(
                info=PackInfo(name="x", about="x"),
                actors=(
                    PackActor(key="is", name="Iron Star", type="group", abbreviations=("IS",)),
                ),
            )
        ]
    )
    for text, found in (("THE WAR IS OVER IN TARSK", 0), ("Many fled when IS came.", 1)):
        report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
        extract = Actors(packs)(parse(report), Extract(report=report))
        assert len([m for m in extract.actor_mentions if m.evidence.quote == "IS"]) == found


def test_his_government_is_that_of_the_person_before() -> None:
    extract = read("Davit Oren spoke in Belmar. He said his government would hold.")
    assert name(extract, "his government") == "Government of Karvelia"


def test_of_two_packs_that_know_a_name_the_last_one_counts() -> None:
    first, last = (
        Pack(
            info=PackInfo(name=pack, about="x"),
            actors=(PackActor(key=f"{pack}:nfa", name="Iron Star", type="group"),),
        )
        for pack in ("a", "b")
    )
    text = "The Iron Star attacked."
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = Actors(Packs([first, last]))(parse(report), Extract(report=report))
    assert [actor.pack for actor in extract.actors] == ["b:nfa"]


def names(text: str) -> dict[str, str]:
    return {actor.name: actor.type for actor in read(text).actors if actor.named}


@pytest.mark.parametrize(
    "text",
    [
        "Barrel bombs hit the neighbourhoods of Karam Alnoz and Tal Alzaraz on Tuesday.",
        "Five died in fire on the Sheikh Maqs district of the city.",
        "Shells hit Urem al-Kubr and killed ten.",
        "Tags Selmo Garn Ten people died.",
        "Battle for Selmo goes on.",
    ],
)
def test_places_that_no_list_has_and_captions_are_nobody(text: str) -> None:
    assert names(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Broadcaster Piers Morgen commented on it.", "Piers Morgen"),
        ("District Judge Gray Millow ruled it out.", "Gray Millow"),
        ("Relief Director Alan Lane said that six died.", "Alan Lane"),
        ("Karvelian Director of Criminal Investigation Adad Rajub said so.", "Adad Rajub"),
        ("Karvelian Foreign Minister Khurshid Mahmood Kasuri has said so.", None),
    ],
)
def test_a_post_is_no_part_of_a_name(text: str, name: str | None) -> None:
    people = [n for n, kind in names(text).items() if kind == "person"]
    assert people == [name or "Khurshid Mahmood Kasuri"]


def test_the_abuse_before_a_name_is_none_of_it() -> None:
    assert "Northern Free Army" in names("Takfiri NFA terrorists attacked the village.")


def test_what_follows_a_place_without_a_comma_is_no_part_of_its_name() -> None:
    text = "The Karvelian Monitor for Peace spoke. Seven died in Eastern Garn the Monitor said."
    assert "Eastern Garn the Monitor" not in names(text)


def test_a_name_with_an_age_is_a_persons_without_commas_too() -> None:
    text = "The raids killed four. Ziad 13 suffered a head injury after being caught in the strike."
    assert names(text) == {"Ziad": "person"}


def test_the_word_of_a_body_that_a_pack_knows_is_that_body_before_its_name_too() -> None:
    text = "Ten died, the Monitor said. The Karvelian Monitor for Peace counts the dead."
    assert "Monitor" not in names(text)


def test_police_that_bear_a_name_of_their_own_are_not_the_states() -> None:
    own = "The call came at two, according to Karvelian Transport Police. It was too late."
    assert name(read(own), "Karvelian Transport Police") == "Karvelian Transport Police"
    state = read("Karvelian riot police said the road was shut.")
    assert name(state, "Karvelian riot police") == "Police of Karvelia"


def test_a_title_behind_a_first_name_is_a_surname() -> None:
    extract = read("Former prime minister John Major said the talks had failed.")
    assert roles(extract, "John Major") == [("Former prime minister", None)]


def test_a_month_that_is_a_first_name_begins_a_name_read_as_a_towns() -> None:
    extract = read("Its director, Jan Kolar, said that the figure could rise.")
    assert name(extract, "Jan Kolar") == "Jan Kolar"


def test_of_two_of_one_name_mrs_is_the_woman() -> None:
    extract = read("Milan Petrek and Vera Petrek left. Mrs Petrek was ill. Mr Petrek was not.")
    seen = [name(extract, "Mrs Petrek"), name(extract, "Mr Petrek")]
    assert seen == ["Vera Petrek", "Milan Petrek"]


def test_a_first_name_set_off_behind_a_relative_is_a_persons() -> None:
    extract = read("According to his wife, Amanda, the man died of a lung illness.")
    assert name(extract, "Amanda") == "Amanda"


def test_a_name_begins_behind_all_the_fields_of_a_post() -> None:
    post = "Minister of National Security, Lands, Land Reform and Resettlement"
    extract = read(f"Karvelia's {post} Didymus Mutas said the talks were good. Mutas left.")
    assert name(extract, "Didymus Mutas") == name(extract, "Mutas") == "Didymus Mutas"
