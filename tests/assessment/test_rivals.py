from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.model import Record, Role
from dragoman.resolution import resolve

GAS_BY_VARNIA = ("the monitor", "accuse", "Varnia of firing sarin at Selmo")
GAS_BY_REBELS = ("Varnia", "accuse", "rebels of using poison gas")


def told(story: Any, *claims: tuple[str, str, str]) -> Record:
    """Return the record of one report in which (speaker, act, words) is said."""
    said = ". ".join(f"{speaker} spoke of {words}" for speaker, _, words in claims)
    one = story(f"{said}.", "2019-03-04", "a.txt", outlet="Post")
    actors = {
        "Varnia": one.actor("Varnia", "state", pack="world:va", country="VA"),
        "Ostrava": one.actor("Ostrava", "state", pack="world:os", country="OS"),
        "the monitor": one.actor("the monitor", "organisation"),
        "NFA": one.actor("NFA", "armed_group"),
    }
    for speaker, act, words in claims:
        one.claim(actors[speaker], words, act)
    return assess(resolve([one.extract()]))


def rivals(record: Record) -> int:
    return sum(d.rule == "rival accusations" for d in record.disputes)


def test_one_deed_laid_on_two_sides_is_a_dispute(story: Any) -> None:
    assert rivals(told(story, GAS_BY_VARNIA, GAS_BY_REBELS)) == 1


@pytest.mark.parametrize(
    "words", ["Ostrava was responsible", "Ostrava was the culprit", "Ostrava was to blame"]
)
def test_who_names_another_right_after_a_charge_lays_its_deed_on_him(
    story: Any, words: str
) -> None:
    assert rivals(told(story, GAS_BY_VARNIA, ("Varnia", "assert", words))) == 1


@pytest.mark.parametrize(
    "other",
    [
        ("Varnia", "accuse", "rebels of shelling villages"),
        ("Ostrava", "accuse", "Varnia of using poison gas"),
        ("Varnia", "accuse", "rebels of using poison gas in 1998"),
    ],
)
def test_other_deeds_and_one_side_are_no_dispute(story: Any, other: tuple[str, str, str]) -> None:
    assert rivals(told(story, GAS_BY_VARNIA, other)) == 0


def test_bombs_that_fall_every_day_are_no_one_deed(story: Any) -> None:
    by_varnia = ("the monitor", "accuse", "Varnia of bombing raids on villages")
    by_ostrava = ("Varnia", "accuse", "Ostrava of air strikes on its towns")
    assert rivals(told(story, by_varnia, by_ostrava)) == 0


def test_a_side_that_claims_a_deed_is_set_against_whom_another_blames(story: Any) -> None:
    claimed = ("Varnia", "assert", "it had carried out the attack on the port")
    blamed = ("the monitor", "accuse", "Ostrava for the attack on the port")
    assert rivals(told(story, claimed, blamed)) == 1
    same = ("the monitor", "accuse", "Varnia for the attack on the port")
    assert rivals(told(story, claimed, same)) == 0


def test_who_took_part_in_a_crime_did_it(story: Any) -> None:
    named = ("the monitor", "assert", "Varnia participated in the murder")
    assert rivals(told(story, ("NFA", "accuse", "Ostrava for the murder"), named)) == 1


@pytest.mark.parametrize(("kind", "shown"), [("terrorist", 0), ("rebel", 1)])
def test_a_terrorist_attack_is_laid_on_nobody(story: Any, kind: str, shown: int) -> None:
    said = f"on the day of the {kind} assault on the port it had condemned the crime"
    one = story(f"The monitor accused Varnia of the attack on the port. Varnia said {said}.")
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA")
    blamed = one.claim(one.actor("monitor"), "Varnia of the attack on the port", "accuse")
    one.account("attack", claim=blamed, actors=(varnia,), day="2019-03-03")
    one.account("assault", claim=one.claim(varnia, said), day="2019-03-03")
    assert rivals(assess(resolve([one.extract()]))) == shown


def test_who_passes_on_the_claim_of_another_has_not_claimed_the_deed(story: Any) -> None:
    passed_on = ("Ostrava", "assert", "Varnia says it had carried out the attack on the port")
    claimed = ("Varnia", "assert", "it had carried out the attack on the pier")
    assert rivals(told(story, passed_on, claimed)) == 0


def test_a_provocation_is_laid_on_those_who_staged_it(story: Any) -> None:
    staged = ("Ostrava", "assert", "it looked like a rebel provocation with poison gas")
    record = told(story, GAS_BY_VARNIA, staged)
    assert [p.stance for p in record.disputes[0].positions] == [
        "Varnia did it",
        "rebels did it",
    ]


def test_places_apart_are_of_two_deeds(story: Any) -> None:
    text = "Varnia of firing sarin at Selmo. rebels of using poison gas in Brod."
    two = story(text, "2019-03-04", "b.txt", outlet="Times")
    two.place("Selmo", lat=1.0, lon=2.0, country="KV")
    two.place("Brod", lat=9.0, lon=9.0, country="KV")
    state = two.actor("Varnia", "state", pack="world:va", country="VA")
    monitor = two.actor("the monitor", "organisation")
    two.claim(monitor, "Varnia of firing sarin at Selmo", "accuse")
    two.claim(state, "rebels of using poison gas in Brod", "accuse")
    assert rivals(assess(resolve([two.extract()]))) == 0


def test_accusations_of_one_murder_meet_months_later(story: Any) -> None:
    extracts = []
    for day, text, accused in (
        ("2019-03-04", "Ana Tal, a priest, was murdered in Selmo on 3 March.", "Varnia"),
        ("2019-06-09", "Ana Tal, a priest, was murdered in Selmo on 3 March.", "Ostrava"),
    ):
        words = f"{accused} for the murder"
        one = story(f"{text}\nThe league blamed {words}.", day, f"{day}.txt", outlet=day)
        victim = one.actor("Ana Tal", "person")
        speaker = one.actor(f"League of {day[5:7]}", "organisation")
        one.actor(accused, "state", pack=f"world:{accused}", country=accused[:2])
        one.account("murdered", recipients=(victim,), day="2019-03-03")
        one.claim(speaker, words, "accuse")
        extracts.append(one.extract())
    record = assess(resolve(extracts))
    assert len(record.events) == 1
    assert rivals(record) == 1


def answered(story: Any, first: str, second: str, lead: str = "A market was bombed.") -> Record:
    """Return a report in which the monitor charges Varnia with a deed, and Varnia the rebels."""
    one = story(f"{lead}\nThe monitor said {first}.\nVarnia said {second}.", "2019-03-04", "a.txt")
    state = one.actor("Varnia", "state", pack="world:va", country="VA")
    rebels = one.actor("rebels", "armed_group", named=False)
    one.actor("the monitor", "organisation")
    one.account("bombed")
    told = one.claim(one.actors[-1].id, first)
    one.account("hit" if "hit" in first else "struck", claim=told, actors=(state,))
    answer = one.claim(state, second)
    one.account("shelled", claim=answer, actors=(rebels,))
    return assess(resolve([one.extract()]))


def test_whom_the_charged_side_names_of_the_thing_that_was_hit_is_a_rival(story: Any) -> None:
    by_varnia, by_rebels = "Varnian jets hit the market", "rebels had shelled the market"
    assert rivals(answered(story, by_varnia, by_rebels)) == 1


def test_blows_to_two_sides_are_no_one_deed(story: Any) -> None:
    first = "Varnian jets hit schools in rebel-held quarters"
    second = "rebels had shelled schools in government-held quarters"
    assert rivals(answered(story, first, second)) == 0
    assert rivals(answered(story, "Varnian jets hit a bridge", "rebels had shelled a bakery")) == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Varnia was behind the blast", 1),
        ("the blast was the work of Varnia", 1),
        ("Varnia bore responsibility for the blast", 1),
        ("Varnia was not behind the blast", 0),
        ("Varnia was behind the failed talks", 0),
    ],
)
def test_words_of_blame_are_set_against_an_accident(story: Any, words: str, found: int) -> None:
    accident = ("Ostrava", "assert", "the blast was an accident")
    assert rivals(told(story, ("the monitor", "assert", words), accident)) == found


def test_rebels_are_not_of_the_state_whose_rebels_they_are(story: Any) -> None:
    by_rebels = ("Ostrava", "accuse", "Varnian rebels for the attack")
    by_varnia = ("the monitor", "accuse", "Varnia for the attack")
    assert rivals(told(story, by_rebels, by_varnia)) == 1


def test_who_says_that_he_shot_it_down_is_set_against_a_fault(story: Any) -> None:
    text = "The NFA said its fighters shot the plane down. Varnia said a technical fault caused it."
    one = story(text, "2019-03-04", "a.txt")
    state = one.actor("Varnia", "state", pack="world:va", country="VA")
    group = one.actor("NFA", "armed_group")
    owned = one.claim(group, "its fighters shot the plane down")
    one.account("shot", claim=owned, actors=(group,))
    one.claim(state, "a technical fault caused it")
    assert rivals(assess(resolve([one.extract()]))) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('the plane had crashed due to "technical failure', 1),
        ("the plane came down because of engine trouble", 1),
        ("the plane ran out of fuel", 1),
    ],
)
def test_another_cause_of_what_came_down_is_found_further_on(
    story: Any, words: str, found: int
) -> None:
    text = (
        f"The NFA said its fighters shot the plane down. {'Rain fell. ' * 60}Varnia said {words}."
    )
    one = story(text, "2019-03-04", "a.txt")
    state = one.actor("Varnia", "state", pack="world:va", country="VA")
    group = one.actor("NFA", "armed_group")
    owned = one.claim(group, "its fighters shot the plane down")
    one.account("shot", claim=owned, actors=(group,))
    one.claim(state, words)
    assert rivals(assess(resolve([one.extract()]))) == found


def test_a_new_thing_that_was_hit_is_of_another_deed(story: Any) -> None:
    first = "Varnian jets hit a mosque in the hills"
    assert rivals(answered(story, first, "rebels had shelled a school in the valley")) == 0


def test_the_police_of_any_state_are_no_rebels(story: Any) -> None:
    police = ("the monitor", "accuse", "the security police of the murder of Holm")
    assert rivals(told(story, police, ("Varnia", "accuse", "rebels of the murder of Holm"))) == 1
    gassed = ("the monitor", "accuse", "government forces of using sarin")
    assert rivals(told(story, gassed, GAS_BY_REBELS)) == 1


def test_who_is_held_responsible_is_told_by_his_name(story: Any) -> None:
    held = ("the monitor", "accuse", "the security police responsible of the murder of Holm")
    (found,) = told(story, held, ("Varnia", "accuse", "rebels of the murder of Holm")).disputes
    assert "the security police did it" in {p.stance for p in found.positions}


def test_who_did_it_is_named_in_the_clause_of_the_deed(story: Any) -> None:
    gassed = ("the monitor", "assert", "ten inmates had been killed when Varnia released the gas")
    other = ("Ostrava", "accuse", "rebels of releasing the gas")
    (found,) = told(story, gassed, other).disputes
    assert {p.stance for p in found.positions} == {"Varnia did it", "rebels did it"}


@pytest.mark.parametrize(("second", "disputes"), [("2019-03-03", 1), ("2019-02-20", 0)])
def test_the_attack_of_one_report_is_not_that_of_another(
    story: Any, second: str, disputes: int
) -> None:
    extracts = []
    for outlet, day, speaker, accused in (
        ("Post", "2019-03-03", "the league", "Varnia"),
        ("Times", second, "the monitor", "Ostrava"),
    ):
        words = f"{accused} for the attack"
        text = f"Talks ended in Garn. A mosque in Selmo was raided.\n{speaker} blamed {words}."
        one = story(text, "2019-03-04", f"{outlet}.txt", outlet=outlet)
        one.actor(accused, "state", pack=f"world:{accused}", country=accused[:2])
        garn = one.place("Garn", lat=9.0, lon=9.0, country="KV")
        one.account("ended", "TALK", place=garn, day="2019-03-04")
        selmo = one.place("Selmo", lat=5.0, lon=2.0, country="KV")
        one.account("raided", place=selmo, day=day)
        one.claim(one.actor(speaker, "organisation"), words, "accuse")
        extracts.append(one.extract())
    assert rivals(assess(resolve(extracts))) == disputes


SHELLED = "Shells fell on the square and killed six people"


@pytest.mark.parametrize(
    ("army", "agency", "found"),
    [
        ("army guns had opened fire on the crowd", "terrorists had shelled it", 1),
        ("it was soldiers who did this", "terrorists had shelled it", 1),
        ("army guns had opened fire on the crowd", "terrorists had shelled two villages", 0),
        ("the square was completely destroyed", "terrorists had shelled it", 0),
    ],
)
def test_two_doers_of_a_deed_told_right_before(
    story: Any, army: str, agency: str, found: int
) -> None:
    one = story(
        f"{SHELLED}.\nThe council said {army}. The state news agency said {agency}.",
        "2019-03-04",
        "a.txt",
        outlet="Post",
    )
    one.account("fell")
    one.claim(one.actor("the council", "organisation"), army)
    one.claim(one.actor("the state news agency", "organisation"), agency)
    assert rivals(assess(resolve([one.extract()]))) == found


@pytest.mark.parametrize(("named", "disputes"), [(True, 1), (False, 0)])
def test_a_nameless_group_that_claims_a_deed_may_be_the_one_that_claims_it(
    story: Any, named: bool, disputes: int
) -> None:
    said = ("it had carried out the attack on the port", "it had carried out the attack on a pier")
    one = story(f"A group says {said[0]}. The NFA says {said[1]}.", "2019-03-04")
    for who, words, known in (("A group", said[0], named), ("The NFA", said[1], True)):
        one.claim(one.actor(who, "armed_group", named=known), words)
    assert rivals(assess(resolve([one.extract()]))) == disputes


@pytest.mark.parametrize(("verb", "found"), [("shot", 1), ("robbed", 0)])
def test_she_is_who_the_answer_names_as_shot(story: Any, verb: str, found: int) -> None:
    first, second = "she was shot by Varnian soldiers", f"rebels {verb} Ana Tal"
    text = f"A girl was flown out.\nThe monitor said {first}.\nVarnia said {second}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    state = one.actor("Varnia", "state", pack="world:va", country="VA")
    rebels = one.actor("rebels", "armed_group", named=False)
    girl = one.actor("Ana Tal", "person")
    told = one.claim(one.actor("the monitor", "organisation"), first)
    one.account("was shot", claim=told, actors=(state,))
    answer = one.claim(state, second)
    one.account(f"rebels {verb}", claim=answer, actors=(rebels,), recipients=(girl,))
    assert rivals(assess(resolve([one.extract()]))) == found


@pytest.mark.parametrize(("day", "found"), [("2019-03-01", 1), ("2019-03-03", 0)])
def test_deeds_told_as_of_two_days_are_no_one_deed(story: Any, day: str, found: int) -> None:
    first, second = "Varnia of firing sarin on Friday", "rebels of using poison gas that day"
    one = story(f"{first}.\n{second}.", "2019-03-04", "a.txt", outlet="Post")
    state = one.actor("Varnia", "state", country="VA")
    blamed = one.claim(one.actor("the monitor", "organisation"), first, "accuse")
    one.account("firing", claim=blamed, actors=(state,), day="2019-03-01")
    answered = one.claim(state, second, "accuse")
    one.account("using", claim=answered, day=day)
    for k, words in enumerate(("on Friday", "that day")):
        date = replace(one.accounts[k].date, evidence=one.words(words))
        one.accounts[k] = replace(one.accounts[k], date=date)
    assert rivals(assess(resolve([one.extract()]))) == found


def test_what_is_told_as_before_a_known_attack_is_not_laid_on_two_sides(story: Any) -> None:
    before = f"{GAS_BY_VARNIA[2]} three times before the April attack"
    assert rivals(told(story, ("the monitor", "accuse", before), GAS_BY_REBELS)) == 0


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "all that was found shows that the paramilitary personnel of the northern Varnian "
            "army are to blame for the gas attack",
            "personnel of the northern Varnian army",
        ),
        ("the gas attack was carried out by “the Varnian army”", "the Varnian army"),
    ],
)
def test_who_is_charged_is_named_in_whole_words(story: Any, words: str, who: str) -> None:
    record = told(story, ("the monitor", "assert", words), GAS_BY_REBELS)
    assert f"{who} did it" in {p.stance for d in record.disputes for p in d.positions}


def test_nameless_rebels_are_apart_from_a_group_that_answers_by_them(story: Any) -> None:
    """Who names rebels before it is charged has answered nobody: they may be its own."""
    charged = ("the monitor", "accuse", "NFA of firing sarin at Selmo")
    answer = ("NFA", "accuse", "rebels of using poison gas")
    assert rivals(told(story, charged, answer)) == 1
    assert rivals(told(story, answer, charged)) == 0


@pytest.mark.parametrize(("post", "found"), [("Tarsk cartel boss", 0), ("shopkeeper", 1)])
def test_who_leads_a_group_is_no_rival_of_its_spokesman(story: Any, post: str, found: int) -> None:
    blamed, claimed = "Mira Kost of the murder", "responsibility for the murder"
    who = "an alleged spokesman of the Tarsk cartel"
    text = f"A judge was killed. The police accused {blamed}. Yet {who} claimed {claimed}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    police = one.actor("The police", "organisation")
    one.actor("Mira Kost", "person", names=("Mira Kost",), roles=(Role(title=post),))
    one.account("killed")
    one.claim(police, blamed, "accuse")
    one.claim(one.actor(who, "group", named=False), claimed, "confirm", cue=one.words("claimed"))
    assert rivals(assess(resolve([one.extract()]))) == found
